"""Keep the languages of words in a .docx: 17.3.2.20 (`w:lang`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby, pairwise

from lxml import etree

from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.word_fields import link_runs
from studyguide.authoring.documents.files.word_file import P, R, WordFile, text_of
from studyguide.authoring.documents.files.word_styles import Properties
from studyguide.authoring.documents.normalise.foreign_words import foreign_language, language_address, usual_tag
from studyguide.authoring.documents.wording.document_language import language_of


def keep_languages(file: WordFile) -> None:
    """Put a link that names the language around words that are not in the document's own."""
    main = language_of(text_of(paragraph) for paragraph in file.body.iter(P))
    groups = [group for root in {*file.roots.values(), file.footnotes} for group in _groups(file, root)]
    usual = usual_tag((tag, "".join(map(text_of, runs))) for tag, runs in groups)
    for tag, runs in groups:
        if tag != usual:
            _mark(runs, tag, main)


def _groups(file: WordFile, root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Yield the runs beside each other that are marked alike, with the mark."""
    for paragraph in root.iter(P):
        inherited = file.styles.of_paragraph(paragraph)
        for tag, runs in groupby(_plain_runs(paragraph), key=partial(_tag, file, inherited)):
            yield tag, list(runs)


def _tag(file: WordFile, inherited: Properties, run: etree._Element) -> str:
    return file.styles.of_run(inherited, run).get("lang", "")


def _plain_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs with text that stand in no link and no field."""
    depth = 0
    for run in paragraph.iterfind(R):
        for mark in run.iterfind(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType", ""), 0)
        if not depth and text_of(run):
            yield run


def _mark(runs: list[etree._Element], tag: str, main: str) -> None:
    is_together = all(run.getnext() is after for run, after in pairwise(runs))
    language = foreign_language("".join(map(text_of, runs)), tag, main)
    if language and is_together:
        start, end = link_runs(language_address(language))
        for run in start:
            runs[0].addprevious(run)
        runs[-1].addnext(end)
