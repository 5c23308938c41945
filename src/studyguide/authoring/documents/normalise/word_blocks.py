"""Take paragraphs of a .docx out, and say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from studyguide.authoring.documents.files.inventory import Found, Kind
from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.trees import remove
from studyguide.authoring.documents.files.word_file import P, place_of, text_of


def whole_paragraphs(runs: Iterable[etree._Element]) -> list[etree._Element]:
    """Return the paragraphs that hold no text but that of these runs."""
    words: dict[etree._Element, str] = {}
    for run in runs:
        paragraph = next(run.iterancestors(P), run)
        words[paragraph] = words.get(paragraph, "") + "".join(text_of(run).split())
    return [paragraph for paragraph, text in words.items() if "".join(text_of(paragraph).split()) == text]


def take_out(paragraphs: Iterable[etree._Element], kind: Kind) -> Iterator[Found]:
    """Remove paragraphs; yield each that has text as one of `kind`."""
    for paragraph in dict.fromkeys(paragraphs):
        if text := text_of(paragraph).strip():
            yield kind, text, place_of(paragraph), ""
    for paragraph in dict.fromkeys(paragraphs):
        _remove(paragraph)


def _remove(paragraph: etree._Element) -> None:
    """Remove a paragraph, but leave one in a table's cell, which must have one."""
    parent = paragraph.getparent()
    if parent is not None and parent.tag == f"{W}tc" and len(parent.findall(P)) == 1:
        for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
            remove(child)
    else:
        remove(paragraph)
