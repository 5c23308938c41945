"""Make real footnotes of notes that are typed as text in a .docx."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from studyguide.authoring.documents.normalise.shares import common_size
from studyguide.authoring.documents.normalise.typed_notes import (
    SMALL,
    Line,
    Piece,
    Place,
    Typed,
    broken_paragraphs,
    find_typed_notes,
    plain_number,
    without_number,
)
from studyguide.authoring.documents.normalise.word_looks import word_letters
from studyguide.authoring.documents.ooxml import R as RELATION
from studyguide.authoring.documents.ooxml import W
from studyguide.authoring.documents.trees import remove, unwrap
from studyguide.authoring.documents.word_fields import link_runs
from studyguide.authoring.documents.word_file import P, R, T, WordFile, place_of, text_of
from studyguide.authoring.documents.word_styles import Properties

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_START = re.compile(f"\\s*[{_RAISED}]+\\s*\\S")
_TO_DIGITS = str.maketrans(_RAISED, "0123456789")
_Group = tuple[Piece, list[etree._Element]]
"""A stretch of a paragraph, with its runs."""


def make_typed_notes_real(file: WordFile) -> list[Typed]:
    """Move typed notes into footnotes; return their numbers, for the account of all words."""
    paragraphs = list(file.body.iter(P))
    if any(_RAISED_START.match(text_of(paragraph)) for paragraph in paragraphs):
        _raise_digits(file.body)
    groups = [list(_groups(file, paragraph)) for paragraph in paragraphs]
    if not any(piece.numbers for pieces in groups for piece, _ in pieces):
        return []
    lines = _lines(file, paragraphs, groups)
    notes = find_typed_notes(lines)
    typed = [Typed(note.text.number, place_of(paragraphs[note.reference.line])) for note in notes]
    texts = {note.text: _note_paragraphs(paragraphs, groups, note.text, note.lines) for note in notes}
    for note in notes:
        _refer(groups, note.reference, _added(file, texts[note.text]))
    for before, behind in reversed(list(broken_paragraphs(lines, notes))):
        _join(paragraphs[before], paragraphs[behind])
    return typed


def _join(before: etree._Element, behind: etree._Element) -> None:
    """Append the text of a paragraph to that of another in the same place."""
    if before.getparent() is behind.getparent():
        before.append(_text_run(" "))
        for child in [child for child in behind if child.tag != f"{W}pPr"]:
            before.append(child)
        remove(behind)


def _text_run(text: str) -> etree._Element:
    run = etree.Element(R)
    element = etree.SubElement(run, T)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _groups(file: WordFile, paragraph: etree._Element) -> Iterator[_Group]:
    inherited = file.styles.of_paragraph(paragraph)
    runs = [run for run in paragraph.iter(R) if text_of(run)]
    for is_superscript, alike in groupby(runs, key=lambda run: _is_superscript(file.styles.of_run(inherited, run))):
        inside = list(alike)
        yield Piece("".join(map(text_of, inside)), is_superscript), inside


def _is_superscript(properties: Properties) -> bool:
    """Whether a run is set as superscript, or raised above its line."""
    raised = properties.get("position", "")
    return properties.get("vertAlign") == "superscript" or (raised.isdecimal() and int(raised) > 0)


def _lines(file: WordFile, paragraphs: Sequence[etree._Element], groups: Sequence[Sequence[_Group]]) -> list[Line]:
    letters = [list(word_letters(file.styles, paragraph)) for paragraph in paragraphs]
    usual = common_size(stretch for stretches in letters for stretch in stretches)
    return [
        Line(tuple(piece for piece, _ in group), 0 < common_size(stretches) < SMALL * usual)
        for group, stretches in zip(groups, letters, strict=True)
    ]


def _raise_digits(body: etree._Element) -> None:
    """Write digits that are raised letters of their own, such as ¹, as digits that are set as superscript."""
    for run in list(body.iter(R)):
        text = text_of(run)
        if not re.search(f"[{_RAISED}]", text) or len([child for child in run if child.tag != f"{W}rPr"]) != 1:
            continue
        for piece in re.split(f"([{_RAISED}]+)", text):
            if piece:
                run.addprevious(_run_like(run, piece.translate(_TO_DIGITS), is_raised=piece[0] in _RAISED))
        remove(run)


def _run_like(run: etree._Element, text: str, *, is_raised: bool) -> etree._Element:
    made = deepcopy(run)
    for child in [child for child in made if child.tag != f"{W}rPr"]:
        remove(child)
    if is_raised:
        properties = made.find(f"{W}rPr")
        if properties is None:
            properties = etree.SubElement(made, f"{W}rPr")
        etree.SubElement(properties, f"{W}vertAlign").set(f"{W}val", "superscript")
    made.extend(_text_run(text))
    return made


def _note_paragraphs(
    paragraphs: Sequence[etree._Element],
    groups: Sequence[Sequence[_Group]],
    beginning: Place,
    more: Sequence[int],
) -> list[etree._Element]:
    """Take the paragraphs of a note out of the body, without its number; a note can begin within a paragraph."""
    paragraph, (piece, runs) = paragraphs[beginning.line], groups[beginning.line][beginning.piece]
    if piece.is_superscript:
        first = _cut(runs[0])
        for run in runs:
            remove(run)
    else:
        first = paragraph
        _cut_text(runs, len(plain_number(piece.text)))
        remove(paragraph)
    for line in more:
        remove(paragraphs[line])
    return [first, *(paragraphs[line] for line in more)]


def _cut(run: etree._Element) -> etree._Element:
    """Move a run and what follows it into a paragraph of its own; remove its paragraph if nothing is left in it."""
    made = etree.Element(P)
    paragraph = next(run.iterancestors(P))
    start = next(each for each in (run, *run.iterancestors()) if each.getparent() is paragraph)
    for each in [start, *start.itersiblings()]:
        made.append(each)
    if not text_of(paragraph).strip():
        remove(paragraph)
    return made


def _cut_text(runs: Sequence[etree._Element], length: int) -> None:
    """Take letters away from the start of runs."""
    for element in [element for run in runs for element in run.iter(T)]:
        text = element.text or ""
        element.text, length = text[length:], max(0, length - len(text))


def _added(file: WordFile, paragraphs: Sequence[etree._Element]) -> str:
    """Add a footnote of these paragraphs, and return its id."""
    ids = [note.get(f"{W}id", "") for note in file.footnotes]
    key = str(max([0, *(int(each) for each in ids if each.isdecimal())]) + 1)
    note = etree.SubElement(file.footnotes, f"{W}footnote")
    note.set(f"{W}id", key)
    for paragraph in paragraphs:
        _write_links_as_fields(file, paragraph)
        note.append(paragraph)
    return key


def _write_links_as_fields(file: WordFile, paragraph: etree._Element) -> None:
    """Write the addresses of links into the text: a footnote cannot name the body's relationships."""
    targets = file.relationships(file.main)
    for link in list(paragraph.iter(f"{W}hyperlink")):
        target = targets.get(link.get(f"{RELATION}id", ""))
        if target is not None:
            start, end = link_runs(target.target)
            link[0:0] = start
            link.append(end)
        unwrap(link)


def _refer(groups: Sequence[list[_Group]], reference: Place, key: str) -> None:
    """Put the reference of a footnote in the place of its number; further numbers beside it stay."""
    piece, runs = groups[reference.line][reference.piece]
    made = etree.Element(R)
    etree.SubElement(made, f"{W}footnoteReference").set(f"{W}id", key)
    runs[0].addprevious(made)
    left = without_number(piece.text, reference.number)
    groups[reference.line][reference.piece] = (Piece(left, is_superscript=True), runs)
    texts = [element for run in runs for element in run.iter(T)]
    for element in texts:
        element.text = ""
    texts[0].text = left
