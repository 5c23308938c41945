"""Make real footnotes of notes that are typed as text in a .docx."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from studyguide.authoring.documents.files.inventory import Found
from studyguide.authoring.documents.files.ooxml import R as RELATION
from studyguide.authoring.documents.files.ooxml import Relationship, W
from studyguide.authoring.documents.files.trees import first_child, remove, unwrap
from studyguide.authoring.documents.files.word_fields import link_runs
from studyguide.authoring.documents.files.word_file import P, R, T, WordFile, place_of, text_of
from studyguide.authoring.documents.files.word_styles import Properties
from studyguide.authoring.documents.normalise.moved_notes import Group, TypedText
from studyguide.authoring.documents.normalise.typed_notes import (
    Piece,
    broken_paragraphs,
    find_typed_notes,
)
from studyguide.authoring.documents.normalise.word_looks import word_letters
from studyguide.authoring.documents.text.raised_numbers import RAISED, TO_DIGITS

_RAISED_START = re.compile(f"\\s*[{RAISED}]+\\s*\\S")


def make_typed_notes_real(file: WordFile) -> list[Found]:
    """Move typed notes into footnotes; return their numbers, and the raised numbers that have no note."""
    paragraphs = list(file.body.iter(P))
    if any(_RAISED_START.match(text_of(paragraph)) for paragraph in paragraphs):
        _raise_digits(file.body)
    groups = [list(_groups(file, paragraph)) for paragraph in paragraphs]
    text = TypedText(paragraphs, groups, (P,), text_of, _texts_in, place_of)
    if not text.has_numbers:
        return []
    lines = text.lines([list(word_letters(file.styles, paragraph)) for paragraph in paragraphs])
    notes = find_typed_notes(lines)
    told = text.told(lines, notes)
    targets = file.relationships(file.main)
    text.make_real(notes, lambda _, moved: _reference(_added(file.footnotes, moved, targets)))
    for before, behind in reversed(list(broken_paragraphs(lines, notes))):
        _join(paragraphs[before], paragraphs[behind])
    return told


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


def _groups(file: WordFile, paragraph: etree._Element) -> Iterator[Group]:
    inherited = file.styles.of_paragraph(paragraph)
    runs = [run for run in paragraph.iter(R) if text_of(run)]
    for is_superscript, alike in groupby(runs, key=lambda run: _is_superscript(file.styles.of_run(inherited, run))):
        inside = list(alike)
        yield Piece("".join(map(text_of, inside)), is_superscript), inside


def _is_superscript(properties: Properties) -> bool:
    """Whether a run is set as superscript, or raised above its line."""
    raised = properties.get("position", "")
    return properties.get("vertAlign") == "superscript" or (raised.isdecimal() and int(raised) > 0)


def _texts_in(runs: Iterable[etree._Element]) -> list[etree._Element]:
    return [element for run in runs for element in run.iter(T)]


def _raise_digits(body: etree._Element) -> None:
    """Write digits that are raised letters of their own, such as ¹, as digits that are set as superscript."""
    for run in list(body.iter(R)):
        text = text_of(run)
        if not re.search(f"[{RAISED}]", text) or len([child for child in run if child.tag != f"{W}rPr"]) != 1:
            continue
        for piece in re.split(f"([{RAISED}]+)", text):
            if piece:
                run.addprevious(_run_like(run, piece.translate(TO_DIGITS), is_raised=piece[0] in RAISED))
        remove(run)


def _run_like(run: etree._Element, text: str, *, is_raised: bool) -> etree._Element:
    made = deepcopy(run)
    for child in [child for child in made if child.tag != f"{W}rPr"]:
        remove(child)
    if is_raised:
        etree.SubElement(first_child(made, f"{W}rPr"), f"{W}vertAlign").set(f"{W}val", "superscript")
    made.extend(_text_run(text))
    return made


def _added(footnotes: etree._Element, paragraphs: Sequence[etree._Element], targets: Mapping[str, Relationship]) -> str:
    """Add a footnote of paragraphs whose links name `targets`, and return its id."""
    ids = [note.get(f"{W}id", "") for note in footnotes]
    key = str(max([0, *(int(each) for each in ids if each.isdecimal())]) + 1)
    note = etree.SubElement(footnotes, f"{W}footnote")
    note.set(f"{W}id", key)
    note.extend(paragraphs)
    _write_links_as_fields(note, targets)
    return key


def _write_links_as_fields(note: etree._Element, targets: Mapping[str, Relationship]) -> None:
    """Write the addresses of links into the text: a footnote cannot name the body's relationships."""
    for link in list(note.iter(f"{W}hyperlink")):
        target = targets.get(link.get(f"{RELATION}id", ""))
        if target is not None:
            start, end = link_runs(target.target)
            link[0:0] = start
            link.append(end)
        unwrap(link)


def _reference(key: str) -> etree._Element:
    """Return a run with the reference of a footnote."""
    made = etree.Element(R)
    etree.SubElement(made, f"{W}footnoteReference").set(f"{W}id", key)
    return made
