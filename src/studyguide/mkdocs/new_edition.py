"""Make an edition: write down what the guide says now, with which later builds compare it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyguide.crossref.unit_texts import units_of
from studyguide.data.edition import Edition, LastEdition
from studyguide.mkdocs.title_page import edition_day
from studyguide.mkdocs.whole_guide import read_whole_guide

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True)
class NewEdition:
    """The edition that the guide is now, beside the last one."""

    content: LastEdition
    last: LastEdition | None
    """None for the first edition."""

    @property
    def is_new(self) -> bool:
        """Whether anything has changed since the last edition."""
        return self.last is None or self.last.units != self.content.units


def new_edition(config: MkDocsConfig) -> NewEdition:
    """Return the edition of a guide without errors."""
    whole = read_whole_guide(config)
    last, day = whole.guide.last_edition, edition_day(config)
    units = units_of(whole.guide, whole.chapters, whole.html)
    edition = Edition(last.edition.number + 1 if last else 1, day)
    return NewEdition(last.followed_by(edition, units) if last else LastEdition((edition,), units), last)
