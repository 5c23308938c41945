"""What a check may look up: the guide, its chapters and its files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY, GLOSSARY, TIMELINE
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.lint.deprecated_names import OlderNames
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.source import Block, ChapterSource


@dataclass(frozen=True)
class Prose:
    """A text that readers see: a chapter, or what a term or an event says."""

    span: SourceSpan
    chapter: Chapter | None = None
    sources: Collection[SourceSpan] = ()
    """What an entry cites behind its text."""

    @cached_property
    def all_blocks(self) -> Sequence[Block]:
        """Its paragraphs, lists and so on."""
        return self.chapter.source.blocks if self.chapter else ChapterSource(self.span).blocks

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """Those that are written; the others stand in a box that says what belongs there."""
        return [block for block in self.all_blocks if block.box != "todo"]


@dataclass(frozen=True)
class LintContext:
    """A guide, loaded and read."""

    guide: Guide
    chapters: Sequence[Chapter]
    files: Collection[str] = ()
    """All files below `docs/`, pages and pictures, as paths from there."""
    read_file: Callable[[str], bytes] | None = None
    """Gives what one of them holds, so that pictures can be looked at."""

    @cached_property
    def pages(self) -> Mapping[str, Chapter]:
        """The chapters, by file."""
        return {chapter.path: chapter for chapter in self.chapters}

    @cached_property
    def source_files(self) -> Sequence[SourceFile]:
        """The guide's text files. A chapter may show in code what would be a fault elsewhere, so it has none here."""
        chapters = (chapter.source.file_without_code for chapter in self.chapters)
        settings = [self.guide.settings] if self.guide.settings else []
        return [*self.guide.files, *chapters, *settings]

    def prose(self) -> Iterator[Prose]:
        """Yield the text of each chapter, term and event."""
        yield from (Prose(chapter.span, chapter) for chapter in self.chapters)
        yield from (Prose(term.definition, sources=term.sources) for term in self.guide.terms)
        yield from (Prose(event.description, sources=event.sources) for event in self.guide.events if event.description)

    @cached_property
    def older_names(self) -> OlderNames:
        """The names that glossary.yaml deprecates."""
        return OlderNames(self.guide)

    @property
    def knows_titles(self) -> bool:
        """False where a text may quote the title of a source that could not be read."""
        return BIBLIOGRAPHY not in self._faulty_files

    @property
    def knows_all_uses(self) -> bool:
        """False where what could not be read may use a term or cite a source."""
        return (
            self._faulty_files.isdisjoint((GLOSSARY, TIMELINE))
            and all(chapter.readable for chapter in self.chapters)
            and not any(problem.rule == "unknown-chapter" for problem in self.guide.problems)
        )

    @cached_property
    def _faulty_files(self) -> frozenset[str]:
        return frozenset(problem.where.path for problem in self.guide.problems if not problem.is_warning)
