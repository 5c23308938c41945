"""Find one document under two keys: the same DOI, UN symbol, address, or title with date.

A part of a larger work shares its DOI, address or title: volumes, chapters and articles are no twins, nor is a source
and its parent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from studyguide.data.bibliography import Source
from studyguide.data.doi import doi_in
from studyguide.data.tracking import same_page
from studyguide.data.un_symbols import parse_symbols, symbols_in_address
from studyguide.diagnostics.diagnostic import Problem, problem

_PARTS = (
    "volume", "number", "issue", "pages", "chapter", "edition", "part", "eid", "isbn", "eprint", "translator", "langid",
    "language", "version", "subtitle", "titleaddon", "maintitle", "booktitle", "journaltitle", "journal", "eventtitle",
    "origdate", "note", "entrysubtype",
)  # fmt: skip
"""Fields that tell two works or parts of one apart."""
_EDITIONS = ("url", "doi", "publisher", "location", "address", "origyear", "institution", "organization")
"""Fields that tell two editions of a year apart."""
_LINKS = ("crossref", "xdata", "xref", "related", "entryset")
_BRACES = re.compile(r"\\[A-Za-z]+\s*|[{}\\]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FEWEST_WORDS = 3
"""How many words a title has that no two documents share by chance: not "Annual report" or "Introduction"."""


def source_twins(sources: Iterable[Source]) -> Iterator[Problem]:
    """Find the sources that an earlier one has already, and tell each once."""
    index = TwinIndex()
    for source in sources:
        if twin := index.twin_of(source):
            name, other = twin
            yield problem(source.where, "source-twin", key=other.key, line=other.where.line, mark=name, own=source.key)
        index.add(source)


class TwinIndex:
    """Sources by what each shares with no other document."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, object], list[Source]] = defaultdict(list)

    def add(self, source: Source) -> None:
        """Add a source, whether it is a twin or not."""
        for mark in _marks(source):
            self._known[mark].append(source)

    def twin_of(self, source: Source) -> tuple[str, Source] | None:
        """Return the first source that is the same document, and before it what both share; None if there is none."""
        return next(
            (
                (name, other)
                for name, value in _marks(source)
                for other in self._known[name, value]
                if _is_twin(source, other, name)
            ),
            None,
        )


def identifiers(source: Source) -> Iterator[tuple[str, object]]:
    """Yield what leads to one document alone, with its name in messages: DOI, symbols, address."""
    fields = source.fields
    if doi := doi_in(fields.get("doi", "")) or doi_in(fields.get("url", "")):
        yield "DOI", doi.lower()
    symbols = parse_symbols(fields.get("number", "")) or symbols_in_address(fields.get("url", ""))
    yield from (("symbol", symbol.identity) for symbol in symbols)
    if url := fields.get("url", "").strip():
        yield "address", same_page(url)


def _marks(source: Source) -> Iterator[tuple[str, object]]:
    """Yield what a document shares with no other one: its identifiers, and its title with its date."""
    yield from identifiers(source)
    if len(words := _words(source)) >= _FEWEST_WORDS and (date := _date(source)):
        yield "title and date", (words, date)


def _is_twin(source: Source, other: Source, mark: str) -> bool:
    """Tell whether two sources with the same mark are one document; where it is unsure, they are not."""
    if _is_linked(source, other) or _is_linked(other, source):
        return False
    if mark == "symbol":
        return not _differ(source, other, ("pages", "chapter", "volume", "part", "langid", "language"))
    if _differ(source, other, _PARTS) or not _has_same_words(source, other):
        return False
    if mark == "title and date":
        is_of_day = _DAY.fullmatch(_date(source))
        is_alike = source.type == other.type and _plain(source, "author") == _plain(other, "author") != ""
        return is_alike and (bool(is_of_day) or not _differ(source, other, _EDITIONS))
    return mark == "DOI" or not (_date(source) and _date(other) and _date(source)[:4] != _date(other)[:4])


def _is_linked(source: Source, other: Source) -> bool:
    return any(other.key in re.split(r"[,\s{}]+", source.fields[name]) for name in _LINKS if name in source.fields)


def _differ(source: Source, other: Source, names: Iterable[str]) -> bool:
    """Tell whether both have one of the fields, with other words in it."""
    return any((mine := _plain(source, name)) and (theirs := _plain(other, name)) and mine != theirs for name in names)


def _has_same_words(source: Source, other: Source) -> bool:
    """Tell whether two titles have the same words, or one begins as the other does: with a subtitle, without it."""
    mine, theirs = _words(source), _words(other)
    shorter = min(len(mine), len(theirs))
    return shorter > 0 and mine[:shorter] == theirs[:shorter] and (len(mine) == len(theirs) or shorter >= _FEWEST_WORDS)


def _words(source: Source) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", _plain(source, "title")))


def _date(source: Source) -> str:
    return _plain(source, "date") or f"{_plain(source, 'year')} {_plain(source, 'month')}".strip()


def _plain(source: Source, name: str) -> str:
    return " ".join(_BRACES.sub("", source.fields.get(name, "")).casefold().split())
