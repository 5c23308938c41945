"""How the paragraphs of a .docx look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from studyguide.authoring.documents.files.looks import Look
from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.word_file import P, R, WordFile, text_of
from studyguide.authoring.documents.files.word_styles import Properties, Styles, is_on, size_of
from studyguide.authoring.documents.normalise.letters import Letters, with_letters

_FLAGS = {"b": "bold", "i": "italic", "caps": "capitals", "smallCaps": "capitals", "u": "underlined"}
_TABLE = f"{W}tbl"
_BODY_LEVEL = 9
"""The outline level of text, counted from 0: 17.3.1.20."""


def word_looks(file: WordFile, paragraphs: Sequence[etree._Element]) -> list[Look]:
    """Return the look of each paragraph of the body, in order."""
    return [_look(file.styles, paragraph) for paragraph in paragraphs]


def _look(styles: Styles, paragraph: etree._Element) -> Look:
    properties = styles.of_paragraph(paragraph)
    table = next(paragraph.iterancestors(_TABLE), None)
    is_alone = table is not None and _is_alone_in(table)
    look = Look(
        text_of(paragraph),
        styles.style_name(paragraph),
        _outline_level(properties),
        is_centred=properties.get("jc") == "center",
        is_alone_in_table=is_alone,
        is_in_table=table is not None and not is_alone,
        is_list_item=paragraph.find(f"{W}pPr/{W}numPr") is not None,
    )
    return with_letters(look, word_letters(styles, paragraph))


def word_letters(styles: Styles, paragraph: etree._Element) -> Iterator[Letters]:
    """Yield the runs of a paragraph with their looks."""
    inherited = styles.of_paragraph(paragraph)
    for run in paragraph.iter(R):
        if text := text_of(run):
            look = styles.of_run(inherited, run)
            yield Letters(text, size_of(look), frozenset(flag for name, flag in _FLAGS.items() if is_on(look, name)))


def _is_alone_in(table: etree._Element) -> bool:
    """Whether a table has one cell alone, with one paragraph that has text."""
    is_one_cell = sum(1 for _ in table.iter(f"{W}tc")) == 1
    return is_one_cell and sum(1 for paragraph in table.iter(P) if text_of(paragraph).strip()) == 1


def _outline_level(properties: Properties) -> int:
    level = properties.get("outlineLvl", "")
    return int(level) + 1 if level.isdecimal() and int(level) < _BODY_LEVEL else 0
