"""The values of a CSL item as plain text: titles without markup, names, days, numbers of pages."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from studyguide.citeproc.csl_items import Item

_MARKUP = re.compile(r"</?(?:i|b|sup|sub|span)\b[^<>]*>")
"""The markup of CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags"""
_OTHERS = "others"
"""What pandoc has as the last name where a source names `and others`."""
_MANY_PAGES = re.compile(r"(?P<first>[\w.]+)\s*[-–]\s*(?P<last>[\w.]+)")


@dataclass(frozen=True)
class Name:
    """A person, or a body, which has a family name alone."""

    family: str
    """With its particles: van der Berg."""
    given: str = ""
    suffix: str = ""
    is_body: bool = False

    @property
    def inverted(self) -> str:
        """The name as RIS and OpenURL have it: 'King, Martin Luther, Jr.'."""
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))


@dataclass(frozen=True)
class Day:
    """A day, a month or a year."""

    parts: tuple[int, ...]
    """Year, month and day, as far as they are known."""

    @property
    def iso(self) -> str:
        """The day in ISO 8601: `2005-03`; years have four digits."""
        return "-".join(f"{part:0{2 if place else 4}}" for place, part in enumerate(self.parts))


def text_of(item: Item, name: str) -> str:
    """Return a variable as plain text on one line; an empty text without it."""
    return plain(item.get(name))


def plain(value: Any) -> str:
    """Return a value as plain text on one line: no tag, no line end."""
    if not isinstance(value, str | int | float):
        return ""
    return " ".join(html.unescape(_MARKUP.sub("", str(value))).split())


def names_of(item: Item, role: str) -> list[Name]:
    """Return the names in a role, such as `author`, without those that are only said to be others."""
    return [name for written in item.get(role, ()) if (name := _name(written)).family not in ("", _OTHERS)]


def _name(written: Item) -> Name:
    if literal := plain(written.get("literal")):
        return Name(literal, is_body=True)
    particles = (written.get("dropping-particle"), written.get("non-dropping-particle"), written.get("family"))
    family = " ".join(filter(None, map(plain, particles)))
    given, suffix = plain(written.get("given")), plain(written.get("suffix"))
    return Name(family or given, given if family else "", suffix, is_body=not given)


def days_of(item: Item, name: str) -> list[Day]:
    """Return the day of a date variable; of a range, its first and its last day, or the one that is known."""
    value = item.get(name)
    parts = value.get("date-parts", ()) if isinstance(value, dict) else ()
    return [Day(tuple(map(int, day))) for day in parts if day and day[0]]


def pages_of(item: Item) -> tuple[str, str]:
    """Return the first and the last page; of one page, or of pages that are no range, all as the first."""
    pages = text_of(item, "page")
    found = _MANY_PAGES.fullmatch(pages)
    return (found["first"], found["last"]) if found else (pages, "")
