"""What an import tells a chair: what to look at, in order of risk, and what stands nowhere in the guide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Risk(IntEnum):
    """How much harm it does if nobody looks, the worst first; the order of the report."""

    WRONG_SOURCE = 1
    """A note may lead to another source than the author's."""
    NO_NOTE = 2
    """A raised number, of which the document has no note."""
    WRONG_DATE = 3
    LEFT_OUT = 4
    """Something of the document that no reader of the guide sees."""
    WRONG_FIELD = 5
    """A reference of which a part may be read wrongly."""
    PICTURE = 6
    """A picture without a text for those who cannot see it, or that browsers cannot show."""
    BY_NUMBER = 7
    """Words that name a part of the document by its number, which the guide does not print."""
    STRUCTURE = 8
    """A heading, a chapter or a term that was recognised by its look or its place alone."""
    UNWANTED_WORD = 9
    """A word that the guide does not use."""
    LONG_TITLE = 10
    """The title of an event, made of a long sentence."""
    BLANK = 11
    """A page or a section of the blank guide, to which the document says nothing."""
    READ_BY_RULES = 12
    """A reference in free text of which no part is in doubt."""


@dataclass(frozen=True)
class Finding:
    """Something for a chair to look at."""

    risk: Risk
    words: str
    """What is to be looked at: a plain sentence."""
    printed: str
    """The words of the document."""
    file: str = ""
    """The file of the guide, relative to its folder; empty if it stands in none."""
    mark: str = ""
    """A text by which its line in that file is found."""


@dataclass(frozen=True)
class Listed:
    """Words of the document that stand in no chapter, term, event or source, or stand there in other words."""

    kind: str
    """What it is: "heading", "note", "comment", "running header"."""
    text: str
    why: str
    """Why it is not there, or what stands in its place."""
    place: str = ""
    """Where in the document it stood."""
