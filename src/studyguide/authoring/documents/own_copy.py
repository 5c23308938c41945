"""Refuse a guide's own Word file that came back, and tell what was written in it and how to carry it over."""

from __future__ import annotations

import re
import sys

from studyguide.authoring.documents.files.inventory import Item
from studyguide.authoring.documents.files.package import Document
from studyguide.authoring.documents.normalise.normaliser import take_inventory
from studyguide.authoring.refused import RefusedError
from studyguide.outputs.docx.returned import ReturnedCopy, returned_copy

_MARKS = {"comment": "comment", "insertion": "written in", "deletion": "crossed out"}
_HOW = (
    "Make each change by hand where it belongs in that guide: a chapter in docs/, a term in glossary.yaml, an event in "
    "timeline.yaml, a source in bibliography.bib; then `make check`. In Word, Review > Next leads from one mark to the "
    "next. Changes that nobody recorded are found by Review > Compare, with guide.docx of that edition."
)


def refuse_own_copy(document: Document) -> None:
    """Raise `RefusedError` if a document is a copy for marking up of a guide, whose data and links it has lost."""
    if copy := returned_copy(document.parts):
        told = f"{document.path}: {_reason(copy)} Nothing was imported. {_HOW}"
        raise RefusedError("\n".join([told, *_marks(document)]))


def _reason(copy: ReturnedCopy) -> str:
    named = f' "{copy.guide}"' if copy.guide else ""
    made = f" It was made of the edition of {copy.edition}." if copy.edition else ""
    return f"This is a copy of the guide{named} for marking up, and not its source.{made}"


def _marks(document: Document) -> list[str]:
    """Return a line for each comment and each recorded change, in the order of the document."""
    marks = sorted(take_inventory(document).of("comment", "insertion", "deletion"), key=_position)
    return ["", "In it are:", *map(_line, marks)] if marks else ["", "No comments and no recorded changes are in it."]


def _line(mark: Item) -> str:
    who = f" by {mark.name}" if mark.name else ""
    return f"  {mark.place}, {_MARKS[mark.kind]}{who}: {' '.join(mark.text.split())}"


def _position(mark: Item) -> int:
    """Return the number of the paragraph in which a mark stands; those of notes come last."""
    paragraph = re.match(r"paragraph (\d+)", mark.place)
    return int(paragraph[1]) if paragraph else sys.maxsize
