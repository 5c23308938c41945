"""A source as another program exports it, before it is added to the guide's bibliography."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studyguide.diagnostics.diagnostic import Location


@dataclass(frozen=True)
class Record:
    """A source, ready to be written into bibliography.bib."""

    where: Location
    type: str
    """The BibLaTeX entry type: `online`, `book` and so on."""
    fields: Mapping[str, str]
    """BibLaTeX fields, escaped, to be written between braces."""
    left_out: tuple[str, ...] = ()
    """The names, in the record's format, of the data that no field holds."""


class RecordError(ValueError):
    """A record that cannot become a source; the message tells a chair what is wrong and what to do."""

    def __init__(self, where: Location, words: str) -> None:
        super().__init__(f"{where}: {words}")


class DuplicateError(RecordError):
    """A record whose source the bibliography has already."""
