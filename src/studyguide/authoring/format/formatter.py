"""Format a guide's files without changing what they mean: data files as a whole, chapters only in their URLs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from studyguide.authoring.format.bibliography import format_bibliography
from studyguide.authoring.format.text_edits import Formatted, as_typed_edits, without_tails
from studyguide.authoring.format.yaml_files import format_yaml
from studyguide.data.bibliography import read_sources
from studyguide.data.guide import schema_of
from studyguide.data.paths import BIBLIOGRAPHY, GLOSSARY, SETTINGS, TIMELINE
from studyguide.data.settings import read_settings
from studyguide.data.yaml_entries import read_entries
from studyguide.diagnostics.atomic_write import read_exactly
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.edits import edited
from studyguide.diagnostics.source_text import SourceFile, SourceSpan, find_conflict, read_source_file
from studyguide.markdown.source import ChapterSource

_UNREADABLE: frozenset[str] = frozenset(
    (
        "bibtex-syntax",
        "forbidden-character",
        "merge-conflict",
        "missing-dash",
        "not-a-list",
        "not-utf-8",
        "repeated-abbreviation",
        "unquoted-sign",
        "unreadable-file",
        "yaml-syntax",
    )
)
"""Problems after which entries cannot be told apart, so that the file is left as it is."""


@dataclass(frozen=True)
class Fixed:
    """A file with its formatted text."""

    path: str
    text: str = ""
    changes: tuple[str, ...] = ()
    is_sorted: bool = True
    problems: tuple[Problem, ...] = ()
    """The problems for which the file is left as it is."""


def fix_guide(root: Path) -> Iterator[Fixed]:
    """Yield each file of the guide at `root` with its formatted text; nothing is written."""
    language = _language(root)
    for path in (GLOSSARY, TIMELINE, BIBLIOGRAPHY):
        yield _fix(root, path, language)
    for chapter in sorted((root / "docs").rglob("*.md")):
        yield _fix(root, chapter.relative_to(root).as_posix(), language)


def _language(root: Path) -> str:
    """Return the language of the guide at `root`; English where mkdocs.yml names none, or cannot be read."""
    file = read_source_file(root, SETTINGS)
    written = None if isinstance(file, Problem) else read_settings(file).span("theme", "language")
    return written.text if written else "en"


def _fix(root: Path, path: str, language: str) -> Fixed:
    file = read_source_file(root, path)
    problems = [file] if isinstance(file, Problem) else list(_faults(file))
    if problems:
        return Fixed(path, problems=tuple(problems))
    formatted = _format(read_exactly(root / path), path, language)
    return Fixed(path, formatted.text, formatted.changes, formatted.is_sorted)


def _faults(file: SourceFile) -> Iterator[Problem]:
    """Yield the problems for which a file must be left as it is."""
    conflict = find_conflict(file) if file.path in (BIBLIOGRAPHY, GLOSSARY, TIMELINE) else None
    if conflict:
        yield conflict
    elif file.path == BIBLIOGRAPHY:
        yield from (problem for problem in read_sources(file)[1] if problem.rule in _UNREADABLE)
    elif file.path in (GLOSSARY, TIMELINE):
        noun = "term" if file.path == GLOSSARY else "event"
        yield from (p for p in read_entries(file, schema_of(file.path), noun)[1] if p.rule in _UNREADABLE)


def _format(text: str, path: str, language: str) -> Formatted:
    if path == BIBLIOGRAPHY:
        return format_bibliography(text)
    return format_yaml(text, path, language) if path in (GLOSSARY, TIMELINE) else format_chapter(text)


def format_chapter(text: str) -> Formatted:
    """Remove tracking parameters from the URLs in Markdown, except in code, where the URL itself may be the topic."""
    plain = _without_code(text)
    changes: list[str] = []
    text = edited(text, without_tails(plain, [(0, len(plain))], changes))
    plain = _without_code(text)
    return Formatted(edited(text, as_typed_edits(plain, [(0, len(plain))], changes)), tuple(changes))


def _without_code(text: str) -> str:
    """Return a chapter's text with code masked, each character at its offset."""
    file = SourceFile("", text.replace("\r\n", " \n").replace("\r", "\n"))
    return ChapterSource(SourceSpan(file.text, file)).without_code
