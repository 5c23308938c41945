"""Render the citation of an English guide, or of a part of it, in MLA style (MLA Handbook, 9th edition).

Other styles and languages have `guide_citation`. In MLA the lines need no citeproc.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Protocol

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from studyguide.data.corporate_authors import in_braces
from studyguide.data.title_capitals import title_case

_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
"""As the MLA Handbook shortens them."""
_BRACES = re.compile(r"[{}]")


@dataclass(frozen=True)
class Work:
    """The guide as a work that is cited."""

    author: str
    """Names as in BibTeX: `Anna Smith`, `Smith, Anna`, or several joined by `and`."""
    title: str
    conference: str
    day: date
    """The date of the edition."""


class Citations(Protocol):
    """What cites a guide."""

    def of_guide(self, address: str = "") -> str:
        """Return the citation of the whole guide, as HTML."""

    def of_part(self, title: str, address: str = "") -> str:
        """Return the citation of a chapter or a section with this title, as HTML."""

    def cased(self, title: str) -> str:
        """Return the title of a part with the sign that stands right behind it."""

    def titled(self, title: str) -> str:
        """Return the title of a part in the style's letters."""

    @property
    def sign(self) -> str:
        """The sign right behind the title of a part, unless the title ends in one."""


@dataclass(frozen=True)
class SelfCitation(Work):
    """The citations of an English guide in MLA style."""

    def of_guide(self, address: str = "") -> str:
        """Return the citation of the whole guide, as HTML."""
        return f"{self._author}{self._container(address)}"

    def of_part(self, title: str, address: str = "") -> str:
        """Return the citation of a chapter or a section with this title, as HTML."""
        return f"{self._author}“<span data-cite-title>{escape(self.cased(title))}</span>” {self._container(address)}"

    def cased(self, title: str) -> str:
        """Return the title of a part in title case, with a full stop."""
        cased = self.titled(title)
        return cased if cased.endswith(("?", "!", ".")) or not cased else f"{cased}{self.sign}"

    def titled(self, title: str) -> str:
        """Return the title of a part in title case."""
        return title_case(title)

    @property
    def sign(self) -> str:
        """The full stop behind the title of a part."""
        return "."

    @property
    def _author(self) -> str:
        name = escape(author_of(self.author))
        return f"{name}{'' if name.endswith('.') else '.'} " if name else ""

    def _container(self, address: str) -> str:
        title = escape(title_case(self.title))
        day = f"{self.day.day} {_MONTHS[self.day.month - 1]} {self.day.year}"
        details = ", ".join(filter(None, [f"<em>{title}</em>", escape(self.conference), day]))
        return f"{details}<span data-cite-address>{f', {escape(address)}' if address else ''}</span>."


def author_of(names: str) -> str:
    """Format authors for a list of works, the first inverted: `Smith, Anna, and Ben Lee`; from three on, `et al.`.

    A body is not inverted: `Conference Secretariat`.
    """
    if not names.strip():
        return ""
    first, *others = split_multiple_persons_names(in_braces(names))
    inverted = _BRACES.sub("", parse_single_name_into_parts(first, strict=False).merge_last_name_first)
    if len(others) > 1:
        return f"{inverted}, et al."
    return f"{inverted}, and {_BRACES.sub('', others[0])}" if others else inverted
