"""Collect the sources of a document, each once, and write them into bibliography.bib."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from studyguide.authoring.format.bibliography import format_bibliography
from studyguide.authoring.format.citation_keys import new_key
from studyguide.authoring.importers.record import Record
from studyguide.data.bibliography import Source
from studyguide.data.printed_remarks import AS_PRINTED
from studyguide.data.source_twins import TwinIndex

_EXAMPLE = re.compile(r"^@\w+\{(?P<key>[^,\s]+),\n(?:.*\n)*?\}\n", re.MULTILINE)
_UNCITED = "further-reading"


@dataclass(frozen=True)
class BookSource:
    """A source with its key."""

    source: Source
    printed: tuple[str, ...] = ()
    """The words in the document with which a chair compares it; none for one that a program recorded."""

    @property
    def key(self) -> str:
        """The key by which it is cited."""
        return self.source.key

    def entry(self, *, is_cited: bool) -> str:
        """Return the entry of bibliography.bib, below the printed words."""
        fields = dict(self.source.fields)
        if not is_cited:
            fields["keywords"] = _UNCITED
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        remarks = "".join(f"{AS_PRINTED}{printed}\n" for printed in self.printed)
        return f"{remarks}@{self.source.type}{{{self.key},\n{lines}}}\n"


class SourceBook:
    """The sources of a document, in the order in which they are found."""

    def __init__(self) -> None:
        self._sources: dict[str, BookSource] = {}
        self._twins = TwinIndex()

    def __iter__(self) -> Iterator[BookSource]:
        return iter(self._sources.values())

    def add(self, record: Record) -> tuple[str, bool]:
        """Add a source unless it is there already; return its key, and whether it is new."""
        source = Source("", dict(record.fields), record.where, record.type)
        if twin := self._twins.twin_of(source):
            return twin[1].key, False
        source = replace(source, key=new_key(source, [other.source for other in self]))
        self._twins.add(source)
        self._sources[source.key] = BookSource(source)
        return source.key, True

    def put(self, key: str, record: Record, printed: tuple[str, ...]) -> None:
        """Put what is known now of a source in place of what was; `printed` are its words, each in one line."""
        source = Source(key, dict(record.fields), record.where, record.type)
        self._twins.add(source)
        self._sources[key] = BookSource(source, printed)

    def keys(self, blank: str) -> set[str]:
        """Return the keys of the sources, and those of the examples in the blank bibliography.bib."""
        return {*self._sources, *(example["key"] for example in _EXAMPLE.finditer(blank))}

    def bibliography(self, blank: str, cited: Collection[str]) -> str:
        """Return bibliography.bib: the head of the blank one, the sources, and its examples that pages still cite."""
        head = blank.partition("\n")[0]
        examples = [example[0] for example in _EXAMPLE.finditer(blank) if example["key"] in cited]
        entries = [*(source.entry(is_cited=source.key in cited) for source in self), *examples]
        return format_bibliography("\n".join([f"{head}\n", *entries])).text
