"""PDF preflight: find skipped heading levels and characters without a glyph before the handout is typeset."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from itertools import islice

from studyguide.citeproc.notes import RenderedCitations
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.data.typefaces import TYPEFACES, has_other_letters, is_printed, typeface_of, without_letters_of
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_comments import without_comments
from studyguide.diagnostics.source_text import SourceFile
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.observers import ChapterObserver
from studyguide.outputs.pdf.document import heading_levels, printed_text
from studyguide.outputs.pdf.glyphs import may_lack_glyphs, missing_glyphs

_MOST_SHOWN = 40


class PdfPreflight(ChapterObserver):
    """The PDF preflight of each printed chapter."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def check_html(self, html: str, chapter: Chapter) -> Iterable[Problem]:
        """Find skipped heading levels and missing glyphs."""
        return unprintable_parts(chapter, html, self._guide) if chapter.is_printed else ()


def unprintable_parts(chapter: Chapter, html: str, guide: Guide) -> Iterator[Problem]:
    """Find skipped heading levels and missing glyphs in a chapter, rendered as `html` from its text and from data."""
    yield from _skipped_levels(chapter, html)
    data = guide.files
    letters = _missing_from(html, guide.language) | missing_letters(_words_of_citations(chapter), guide.language)
    if letters:
        file, first = chapter.span.file, chapter.span.where.line
        yield from missing_in(file, letters, first)
        for other in data:
            yield from missing_in(other, letters)
        written = "".join(each.text for each in (file, *data))
        if unseen := letters.difference(written, unicodedata.normalize("NFC", written)):  # such as `&#20320;`
            yield _missing(chapter.span.where, "".join(sorted(unseen)))


def _words_of_citations(chapter: Chapter) -> str:
    """Return what a chapter writes around its citations' keys, which stand in no page before they are rendered."""
    items = [item for citation in chapter.citations for item in citation.cite_items]
    return " ".join(f"{item.prefix} {item.suffix}" for item in items)


def unprintable_sources(guide: Guide, chapters: Iterable[Chapter], written: RenderedCitations) -> Iterator[Problem]:
    """Find characters without a glyph in the printed sources: those cited in print, and further reading.

    Find them also in the terms and events of the quick reference, whose pages the handout may lack.
    """
    if not guide.has_handout:
        return
    entries = [f"{term.name} {term.short_definition}" for term in guide.terms] + [event.title for event in guide.events]
    for file in guide.files:
        yield from missing_in(file, missing_letters(" ".join(entries), guide.language))
    printed = [chapter for chapter in chapters if chapter.is_printed]
    cited = {key for chapter in printed for citation in chapter.citations for key in citation.keys}
    for source in guide.sources:
        if source.key in cited or source.is_further_reading:
            letters = _missing_from(written.entries.get(source.key, ""), guide.language)
            if letters:
                yield from _missing_in_source(source.where, letters, guide.files)


def missing_in(
    file: SourceFile, letters: Collection[str], first: int = 1, last: int | None = None
) -> Iterator[Problem]:
    """Report characters without a glyph, `letters`, once per line between the lines `first` and `last` of a file.

    Those of a typeface that can be installed are reported once.
    """
    for face in TYPEFACES:
        others = without_letters_of(face, "".join(letters))
        if letters and not face.folder and len(others) < len(letters):
            found = _missing_in(file, set(letters).difference(others), first, last)
            for where, shown in islice(found, 1):
                yield problem(where, "unprintable", "typeface", script=face.script, letters=shown)
            letters = others
    for where, shown in _missing_in(file, letters, first, last):
        yield _missing(where, shown)


def _missing_in(
    file: SourceFile, letters: Collection[str], first: int, last: int | None
) -> Iterator[tuple[Location, str]]:
    """Yield the place of the first of these characters in each line, and those of the line."""
    if not letters:
        return
    text = without_comments(file)
    lines: dict[int, list[re.Match[str]]] = {}
    for run in re.finditer(_run_of(letters), text):
        lines.setdefault(file.location(run.start()).line, []).append(run)
    for line, runs in lines.items():
        if first <= line <= (last or line):
            shown = (unicodedata.normalize("NFC", run[0]) for run in runs)
            yield file.location(runs[0].start()), " ".join(dict.fromkeys(shown))


def _run_of(letters: Collection[str]) -> str:
    """Return a pattern of these letters side by side, also in Unicode's form NFD, with what a mark stands on."""
    marks = "".join(letter for letter in letters if unicodedata.category(letter).startswith("M"))
    spellings = {*letters, *(unicodedata.normalize("NFD", letter) for letter in letters)}
    some = f"(?:{'|'.join(map(re.escape, sorted(spellings, key=len, reverse=True)))})"
    base = rf"(?:\w\ufe0f?(?=[{re.escape(marks)}]))?" if marks else ""
    return rf"{base}{some}+(?:[^\w\n]{{0,2}}{base}{some}+)*"


def _missing_from(html: str, language: str) -> frozenset[str]:
    """Return the characters without a glyph in the printed text of a page."""
    return missing_letters(printed_text(html), language) if may_lack_glyphs(unescape(html)) else frozenset()


def missing_letters(text: str, language: str) -> frozenset[str]:
    """Return the characters of a text without a glyph, but for those that the language's own problem is about."""
    missing, own = missing_glyphs(text, language), typeface_of(language)
    if own and not own.folder:
        return missing.intersection(without_letters_of(own, "".join(missing)))
    return missing if is_printed(language) else frozenset(filter(lambda letter: not has_other_letters(letter), missing))


def unprintable_language(language: str, where: Location) -> Problem | None:
    """Return the problem of a guide in a language, set at `where`, whose letters no installed typeface has."""
    own = typeface_of(language)
    if own and not own.folder:
        return problem(where, "unprintable", "language", script=own.script)
    return None if is_printed(language) else problem(where, "unprintable", "unprinted-language")


def _missing_in_source(where: Location, letters: Collection[str], files: Iterable[SourceFile]) -> Iterator[Problem]:
    file = next(file for file in files if file.path == BIBLIOGRAPHY)
    lines = file.text.split("\n")
    last = next((number for number in range(where.line, len(lines)) if lines[number].startswith("@")), None)
    found = list(missing_in(file, letters, where.line, last))
    yield from found or [_missing(where, "".join(sorted(letters)))]


def _missing(where: Location, letters: str) -> Problem:
    in_words = any(letter.isalpha() for letter in letters if not letter.isascii())  # ASCII below a mark is printed
    of_data, of_chapter = ("letters", "letters-in-chapter") if in_words else ("signs", "signs-in-chapter")
    message = of_chapter if where.path.endswith(".md") else of_data
    shown = letters if len(letters) <= _MOST_SHOWN else f"{letters[:_MOST_SHOWN]}..."
    return problem(where, "unprintable", message, letters=shown)


def _skipped_levels(chapter: Chapter, html: str) -> Iterator[Problem]:
    """Find skipped heading levels, which PDF/UA forbids: screen readers announce the level."""
    places = {section.id: section.where for section in chapter.sections}
    where = chapter.span.where
    before = 6  # the last level of the chapter before is unknown
    for level, anchor in heading_levels(html):
        above, where = where, places.get(anchor, where)
        if level > before + 1:
            message = "level" if where != above else "level-from-data"  # located at the heading above
            yield problem(
                where,
                "unprintable",
                message,
                level=level,
                signs="#" * level,
                before=before,
                signs_before="#" * before,
                missing="#" * (before + 1),
            )
        before = level
