"""What ENGINE.md says under 'How to add', done: a field, a rule, an output, a language."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from studyguide.crossref.completeness import Loss
from studyguide.data import guide as loading
from studyguide.data.glossary import Term, terms_from
from studyguide.data.guide import Guide, schema_of
from studyguide.data.timeline import Event, events_from
from studyguide.data.yaml_entries import read_entries
from studyguide.diagnostics import diagnostic
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.rule import Message, Severity, rules_of
from studyguide.diagnostics.rules import RULES
from studyguide.diagnostics.source_text import SourceFile
from studyguide.labels.catalogue import labels_for
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_chapter
from studyguide.lint.runner import check_guide
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.observers import ChapterObserver
from studyguide.outputs import registry
from studyguide.outputs.book import Book, OutputFile
from tests.helpers import read
from tests.labels.catalogues import write_catalogue
from tests.mkdocs.test_build import build_here, change
from tests.mkdocs.test_outputs import lay_out_printing


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good guide with outputs, to be changed."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772409600")
    return lay_out_printing(tmp_path)


# A field


def _fields() -> list[tuple[str, str, object]]:
    """Each field of the two data files, with an example of its value."""
    return [
        (path, name, field["examples"][0])
        for path in ("glossary.yaml", "timeline.yaml")
        for name, field in schema_of(path)["items"]["properties"].items()
    ]


def _read(path: str, values: Mapping[str, object]) -> dict[str, str]:
    """Every value of an entry, as text without its place in the file."""
    entries, problems = read_entries(SourceFile(path, json.dumps([values])), schema_of(path), "entry")
    assert not problems
    found: Sequence[Term | Event] = (
        terms_from(entries.valid) if path == "glossary.yaml" else events_from(entries.valid)[0]
    )
    return {name: _text(value) for name, value in vars(found[0]).items() if name != "where"}


def _text(value: object) -> str:
    return ", ".join(map(_text, value)) if isinstance(value, tuple) else str(getattr(value, "text", value))


@pytest.mark.parametrize(("path", "name", "example"), _fields())
def test_a_field_of_the_schema_changes_what_is_read(path: str, name: str, example: object) -> None:
    required = {"term": "X", "definition": "Y."} if path == "glossary.yaml" else {"date": "1990", "title": "X"}
    least: dict[str, object] = {"id": "x", **required}
    assert _read(path, least | {name: example}) != _read(path, least)


# A rule


def _shouted_title(chapter: Chapter, _context: LintContext) -> Iterator[Problem]:
    if chapter.title.isupper():
        yield problem(chapter.span.where, "shouted-title", title=chapter.title)


def test_a_rule_is_a_row_and_a_registered_check(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"shouted-title": Message('The title "{title}" is all capitals.', "Write it in small letters.")}
    rules = {rule.id: rule for rule in rules_of("chapters", Severity.ERROR, row)}
    monkeypatch.setattr(diagnostic, "RULES", {**RULES, **rules})
    monkeypatch.setattr(on_chapter, "_checks", [*on_chapter._checks, _shouted_title])
    chapters = [read("# HELP LINES\n\nText.\n", path="help.md")[0], read("# Help lines\n\nText.\n", path="more.md")[0]]
    told = [str(fault) for fault in check_guide(Guide(), chapters, ["help.md", "more.md"])]
    assert told == [
        'docs/help.md:1:1: The title "HELP LINES" is all capitals. Write it in small letters. [shouted-title]'
    ]


# An output


class _WordCount:
    """A toy output: how many words the book has."""

    def preflight(self, guide: Guide) -> ChapterObserver:
        return ChapterObserver()

    def render(self, book: Book) -> Mapping[str, OutputFile]:
        words = sum(len(re.sub("<[^<>]*>", " ", page.html).split()) for page in book.printed_pages)
        return {"words.txt": OutputFile(f"{book.title_page.title}: {words} words".encode(), 1)}

    def missing(self, book: Book) -> Sequence[Loss]:
        return ()


def test_an_output_is_a_class_and_a_line_of_the_registry(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdfs = registry.OUTPUTS["pdf"]()
    monkeypatch.setattr(registry, "OUTPUTS", {"pdf": lambda: (*pdfs, _WordCount)})
    build_here(guide)
    assert re.fullmatch(r"A small guide: \d{3} words", (guide / "site" / "words.txt").read_text(encoding="utf-8"))
    assert (guide / "site" / "handout.pdf").exists()


# A language


def test_a_language_is_a_catalogue(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sections = ("Mentioned in {number} section", "Mentioned in {number} sections")
    kept = ("Erwähnt in {number} Abschnitt", "Erwähnt in {number} Abschnitten")
    write_catalogue(guide / "catalogues" / "de.mo", {sections: kept, "Quick reference": "Auf einen Blick"})
    change(guide / "mkdocs.yml", "language: en", "language: de")
    monkeypatch.setattr(loading, "labels_for", partial(labels_for, catalogues=guide / "catalogues"))
    build_here(guide)
    assert "<summary>Erwähnt in 2 Abschnitten</summary>" in (guide / "site/key-terms/index.html").read_text("utf-8")
    assert "Auf einen Blick" in PdfReader(guide / "site" / "quick-reference.pdf").pages[0].extract_text()
