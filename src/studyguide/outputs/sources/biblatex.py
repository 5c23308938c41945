"""The sources as a .bib file for BibLaTeX, as reference managers and Overleaf read it, without the chairs' remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bibtexparser import Library, write_string
from bibtexparser.model import Entry, Field, String

from studyguide.data.bibliography import Source
from studyguide.data.bibtex_entries import parse_bibtex
from studyguide.data.bibtex_fields import FIELDS_MEANT, PUBLIC, VERBATIM
from studyguide.data.guide import Guide

_PART = r'\s*(?:\{(?P<braces>[^{}]*)\}|"(?P<quotes>[^"]*)"|(?P<bare>\w+))\s*'
_JOINED = re.compile(rf"{re.sub('[?]P<[a-z]+>', '?:', _PART)}(?:#{re.sub('[?]P<[a-z]+>', '?:', _PART)})+")
"""A value that `#` joins of several ("BibTeXing", section 2.1)."""
_BARE_SIGN = re.compile(r"(?<!\\)[&%#]")
"""A sign of LaTeX's that is meant as itself: `%` would end the line."""


class BibWriter:
    """Writes sources of one guide as text of .bib files."""

    def __init__(self, guide: Guide) -> None:
        self._sources = guide.sources_by_key
        is_joined = any("#" in value for source in guide.sources for value in source.fields.values())
        self._abbreviations = _abbreviations(guide.bibliography) if is_joined else {}

    def write(self, sources: Sequence[Source]) -> str:
        """Return the text of a .bib file with these sources, those behind from which others take fields."""
        parents = {parent.key: parent for source in sources for parent in self.parents(source)}
        ordered = [*(source for source in sources if source.key not in parents), *parents.values()]
        return write_string(Library([self._entry(source) for source in ordered]), unparse_stack=[])

    def write_one(self, source: Source) -> str:
        """Return the entry of a source alone."""
        return write_string(Library([self._entry(source)]), unparse_stack=[])

    def parents(self, source: Source) -> Iterator[Source]:
        """Yield the source from which another takes fields, and those from which that one does."""
        while parent := self._sources.get(source.fields.get("crossref", "").strip()):
            yield parent
            source = parent  # a circle of them is an error, which ends the build

    def _entry(self, source: Source) -> Entry:
        fields = {**source.shared, **source.fields, **source.changes.get("month", {})}
        meant = {FIELDS_MEANT[name]: value for name, value in fields.items() if name in FIELDS_MEANT}
        values = {name: value.strip() for name, value in {**meant, **fields}.items() if name in PUBLIC}
        written = [Field(name, f"{{{self._value(name, value)}}}") for name, value in values.items() if value]
        return Entry(source.type, source.key, written)

    def _value(self, name: str, value: str) -> str:
        value = self._resolved(value)
        return value if name in VERBATIM else _BARE_SIGN.sub(lambda sign: f"\\{sign[0]}", value)

    def _resolved(self, value: str) -> str:
        """Return a value without abbreviations; one in which `#` is text has words that are none."""
        if not _JOINED.fullmatch(value):
            return value
        parts = list(re.finditer(_PART, value))
        known = {part["bare"]: self._abbreviations.get(part["bare"].lower()) for part in parts if part["bare"]}
        known |= {number: number for number in known if number.isdigit()}
        if None in known.values():
            return value
        return "".join(str(known.get(part["bare"], part["braces"] or part["quotes"] or "")) for part in parts)


def _abbreviations(bibliography: str) -> Mapping[str, str]:
    """Return the values of `@string` by their names in small letters."""
    return {block.key.lower(): str(block.value) for block in parse_bibtex(bibliography) if isinstance(block, String)}
