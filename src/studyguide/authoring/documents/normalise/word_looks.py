"""How the paragraphs of a .docx look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from studyguide.authoring.documents.looks import Look
from studyguide.authoring.documents.normalise.shares import Letters, common_size, shares
from studyguide.authoring.documents.ooxml import W
from studyguide.authoring.documents.word_file import P, R, WordFile, text_of
from studyguide.authoring.documents.word_styles import Properties, Styles, is_on, size_of

_FLAGS = {"b": "bold", "i": "italic", "caps": "capitals", "smallCaps": "capitals", "u": "underlined"}
_TABLE = f"{W}tbl"
_BODY_LEVEL = 9
"""The outline level of text, counted from 0: 17.3.1.20."""


def word_looks(file: WordFile, paragraphs: Sequence[etree._Element]) -> list[Look]:
    """Return the look of each paragraph of the body, in order."""
    looks = []
    breaks = False
    for paragraph in paragraphs:
        starts_page = breaks or _breaks_before(file.styles, paragraph)
        looks.append(_look(file.styles, paragraph, starts_page=starts_page))
        breaks = any(mark.get(f"{W}type") == "page" for mark in paragraph.iter(f"{W}br"))
    return looks


def _look(styles: Styles, paragraph: etree._Element, *, starts_page: bool) -> Look:
    properties = styles.of_paragraph(paragraph)
    letters = list(word_letters(styles, paragraph))
    share = shares(letters)
    table = next(paragraph.iterancestors(_TABLE), None)
    is_alone = table is not None and is_alone_in(table)
    return Look(
        text_of(paragraph),
        styles.style_name(paragraph),
        _outline_level(properties),
        common_size(letters),
        share.get("bold", 0.0),
        share.get("italic", 0.0),
        share.get("underlined", 0.0),
        share.get("capitals", 0.0) == 1,
        properties.get("jc") == "center",
        is_alone,
        table is not None and not is_alone,
        paragraph.find(f"{W}pPr/{W}numPr") is not None,
        starts_page,
    )


def word_letters(styles: Styles, paragraph: etree._Element) -> Iterator[Letters]:
    """Yield the runs of a paragraph with their looks."""
    inherited = styles.of_paragraph(paragraph)
    for run in paragraph.iter(R):
        if text := text_of(run):
            look = styles.of_run(inherited, run)
            yield Letters(text, size_of(look), frozenset(flag for name, flag in _FLAGS.items() if is_on(look, name)))


def is_alone_in(table: etree._Element) -> bool:
    """Whether a table has one cell alone, with one paragraph that has text."""
    texts = [paragraph for paragraph in table.iter(P) if text_of(paragraph).strip()]
    return len(texts) == 1 and sum(1 for _ in table.iter(f"{W}tc")) == 1


def _outline_level(properties: Properties) -> int:
    level = properties.get("outlineLvl", "")
    return int(level) + 1 if level.isdecimal() and int(level) < _BODY_LEVEL else 0


def _breaks_before(styles: Styles, paragraph: etree._Element) -> bool:
    if is_on(styles.of_paragraph(paragraph), "pageBreakBefore"):
        return True
    for each in paragraph.iter(f"{W}br", f"{W}lastRenderedPageBreak", f"{W}t"):
        if each.tag == f"{W}t":
            return False
        if each.get(f"{W}type", "page") == "page":
            return True
    return False
