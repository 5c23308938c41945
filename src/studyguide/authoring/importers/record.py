"""A source as another program describes it, before it is one of the guide's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studyguide.diagnostics.diagnostic import Location


@dataclass(frozen=True)
class Record:
    """A source, ready to be written into bibliography.bib."""

    where: Location
    type: str
    """BibLaTeX's: `online`, `book` and so on."""
    fields: Mapping[str, str]
    """BibLaTeX's fields, as they are to be written between braces."""
    left_out: tuple[str, ...] = ()
    """What the record says besides, in its own words for it."""


class RecordError(ValueError):
    """A record that cannot become a source. The words tell a chair what is wrong and what to do."""

    def __init__(self, where: Location, words: str) -> None:
        super().__init__(f"{where}: {words}")
