"""The 'Cite' lines as citeproc writes them, in the guide's style and language: patterns, filled for each page.

Citeproc renders the guide, and a part of it, once with an address and once without. What differs between the two is
what stands around the address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from typing import Any

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from studyguide.citeproc.self_citation import Work
from studyguide.data.corporate_authors import in_braces, is_corporate_author

_TITLE, _ADDRESS = "\ue037", "https://address.invalid"
_ONLINE_TITLE = "\ue038"
"""Stands in a title with an address: some styles add to a short form what tells it from a work of the same title."""
_LAST_SIGNS = re.compile(r"\W*$")
_WHOLE, _PART, _ONLINE = "guide:whole", "guide:part", ":online"
OWN_KEYS = (_WHOLE, _WHOLE + _ONLINE, _PART, _PART + _ONLINE)
"""The keys of the guide itself among the sources, which no source has."""
_AND = {"de": "und", "el": "και", "es": "y|e", "fr": "et", "it": "e|ed", "pt": "e", "ru": "и", "tr": "ve"}
"""What stands between the names of two authors, by language."""
_SURNAME = (
    "[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈"
    "曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧"
    "侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文]"
)
"""The surnames that most Chinese have."""
_WITH_WAW = "ليد|ائل|سام|سيم|جدي|جيه|فاء|داد|رد|رود|عد|صفي|ديع|حيد|اصل|لاء|هيب|هبي|ضاح"
_BODY = (
    r"ال|(?:وزارة|وكالة|منظمة|جامعة|مجلس|مركز|لجنة|أمانة|هيئة|مؤسسة|جمعية|مؤتمر|معهد|كلية|مدرسة|نادي|اتحاد)\b"
    r"|(?:فريق|مكتب|إدارة|قسم)\b"
)
"""What a body begins with, or what is joined to its name, and no given name of a person."""
_WITHOUT_BLANK = {
    "ar": rf"\s+و(?:\s+|(?!(?:{_WITH_WAW})\s)(?=\w\w+\s))",
    "zh": rf"(?<=[一-鿿])\s?[、和与與及]\s?(?={_SURNAME}[一-鿿])",
}
"""The same where it is written as one with a name; in Arabic but for given names that begin with its letter: وليد."""
_WHOLE_NAME = {"ar": re.compile(rf"(?!{_BODY})\w+(?:\s\w+)+"), "zh": re.compile(rf"{_SURNAME}[一-鿿]{{1,2}}")}
_LINK = re.compile(r"</?a\b[^>]*>")
_SIGNS = (".", ",", "。", "，", "،")
_ENDS = (".", "?", "!", "。", "？", "！", "؟", ";")


def own_works(work: Work, language: str) -> str:
    """Return the guide and a part of it as items of CSL in JSON, each with an address and without.

    `language` is that in which the authors may be joined: "Anne Martin et Ben Lee".

    Format: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
    """
    day = {"date-parts": [[work.day.year, work.day.month, work.day.day]]}
    shared: dict[str, Any] = {
        "author": _names(_joined_as_in_bibtex(work.author, language)),
        "publisher": work.conference,
        "issued": day,
    }
    whole = {**shared, "id": _WHOLE, "type": "book", "title": work.title}
    part = {**shared, "id": _PART, "type": "chapter", "title": _TITLE, "container-title": work.title}
    return json.dumps([whole, part, _online(whole), _online(part)], ensure_ascii=False)


def _online(item: dict[str, Any]) -> dict[str, Any]:
    title = _LAST_SIGNS.sub(lambda signs: _ONLINE_TITLE + signs[0], item["title"], count=1)
    return {**item, "id": item["id"] + _ONLINE, "title": title, "URL": _ADDRESS}


def _names(author: str) -> list[dict[str, str]]:
    names = split_multiple_persons_names(in_braces(author)) if author.strip() else []
    return [_name(each) for each in names]


def _joined_as_in_bibtex(authors: str, language: str) -> str:
    """Return names with "and" between them; a body, or a surname as in "José Ortega y Gasset", is one name."""
    base = language.lower().partition("-")[0]
    if base in _WITHOUT_BLANK:
        names = re.split(_WITHOUT_BLANK[base], authors.strip())
        return " and ".join(names) if all(map(_WHOLE_NAME[base].fullmatch, names)) else authors
    word = _AND.get(base)
    names = re.split(rf"\s+(?:{word})\s+", authors) if word and not is_corporate_author(authors) else []
    return " and ".join(names) if names and all(" " in name for name in names) else authors


def _name(name: str) -> dict[str, str]:
    parts = parse_single_name_into_parts(name, strict=False)
    if not parts.first:
        return {"literal": name.strip("{}")}
    return {"family": " ".join([*parts.von, *parts.last]), "given": " ".join([*parts.first, *parts.jr])}


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A line that cites the guide or a part of it: `head`, the title of the part, `tail`, the address, `end`."""

    head: str
    has_title: bool
    """Whether the style prints it: not where it has `ibid.` alone."""
    sign: str
    """The full stop or comma right behind the title, which a title that ends in a sign does not get."""
    tail: str
    before: str
    """What stands before the address, and is not there without one."""
    after: str
    end: str
    has_address: bool
    """Whether the style prints it."""

    def line(self, title: str | None, address: str) -> str:
        """Return the line as HTML; `title` is None for the guide as a whole."""
        part = "" if title is None or not self.has_title else f"<span data-cite-title>{escape(title)}</span>"
        shown = f"{self.before}{escape(address)}{self.after}" if address else ""
        before, after = escape(unescape(self.before)), escape(unescape(self.after))
        around = f'data-cite-address="{before}" data-cite-after="{after}"'
        place = f"<span {around}>{shown}</span>" if self.has_address else ""
        return f"{self.head}{part}{self.tail}{place}{self.end}"


def _pattern(online: str, offline: str) -> _Pattern:
    """Return the pattern of a citation that was rendered with the address and without."""
    online, offline = _LINK.sub("", online).replace(_ONLINE_TITLE, ""), _LINK.sub("", offline)
    begin = _common_start(online.partition(_ADDRESS)[0], offline)
    end = _common_start(online[len(begin) :][::-1], offline[len(begin) :][::-1])[::-1]
    before, _, after = online[len(begin) : len(online) - len(end)].partition(_ADDRESS)
    head, title, tail = begin.partition(_TITLE)
    sign = tail[:1] if tail.startswith(_SIGNS) else ""
    return _Pattern(head, bool(title), sign, tail.removeprefix(sign), before, after, end, _ADDRESS in online)


def _common_start(first: str, second: str) -> str:
    pairs = enumerate(zip(first, second, strict=False))
    return first[: next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))]


@dataclass(frozen=True)
class GuideCitation:
    """The 'Cite' lines of a guide, from what citeproc rendered."""

    rendered: Callable[[], Mapping[str, str]]
    """Returns the rendered entries of OWN_KEYS, or citations of them at one position, once they are there."""

    @cached_property
    def _whole(self) -> _Pattern:
        entries = self.rendered()
        return _pattern(entries[_WHOLE + _ONLINE], entries[_WHOLE])

    @cached_property
    def _part(self) -> _Pattern:
        entries = self.rendered()
        return _pattern(entries[_PART + _ONLINE], entries[_PART])

    def of_guide(self, address: str = "") -> str:
        """Return the citation of the whole guide, as HTML."""
        return self._whole.line(None, address)

    def of_part(self, title: str, address: str = "") -> str:
        """Return the citation of a chapter or a section with this title, as HTML."""
        return self._part.line(self.cased(title), address)

    def cased(self, title: str) -> str:
        """Return the title of a part with the sign that stands right behind it."""
        return title if not title or title.endswith(_ENDS) else f"{title}{self.sign}"

    def titled(self, title: str) -> str:
        """Return the title of a part as it is."""
        return title

    @property
    def sign(self) -> str:
        """The sign right behind the title of a part, unless the title ends in one."""
        return self._part.sign
