"""The context of a check: the guide, its chapters and its files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from studyguide.data.countries import is_state
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY, BIBLIOGRAPHY_PAGE, GLOSSARY, KEY_TERMS_PAGE, TIMELINE, TIMELINE_PAGE
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.images.files import PictureFiles
from studyguide.lint.deprecated_names import DeprecatedNames
from studyguide.lint.navigation import nav_targets
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.country_matcher import country_matcher
from studyguide.markdown.country_sources import states_of_actors, states_of_sources
from studyguide.markdown.source import Block, ChapterSource

_PAGES = {GLOSSARY: KEY_TERMS_PAGE, TIMELINE: TIMELINE_PAGE, BIBLIOGRAPHY: BIBLIOGRAPHY_PAGE}


@dataclass(frozen=True)
class Prose:
    """A text for readers: a chapter, a term's definition or an event's description."""

    span: SourceSpan
    chapter: Chapter | None = None
    sources: Collection[SourceSpan] = ()
    """The sources that an entry lists separately from its text."""

    @cached_property
    def all_blocks(self) -> Sequence[Block]:
        """All blocks, such as paragraphs and lists."""
        return self.chapter.source.blocks if self.chapter else ChapterSource(self.span).blocks

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The blocks outside `todo` admonitions."""
        return [block for block in self.all_blocks if block.box != "todo"]


@dataclass(frozen=True)
class LintContext:
    """A guide with its parsed chapters."""

    guide: Guide
    chapters: Sequence[Chapter]
    files: Collection[str] = ()
    """All files below `docs/`, as paths relative to it."""
    pictures: PictureFiles | None = None
    """The pictures among these files; None leaves them unchecked."""

    @cached_property
    def pages(self) -> Mapping[str, Chapter]:
        """The chapters, by path below `docs/`."""
        return {chapter.path: chapter for chapter in self.chapters}

    @cached_property
    def source_files(self) -> Sequence[SourceFile]:
        """The guide's text files, with code blanked in chapters: an example in code breaks no rule."""
        chapters = (chapter.source.file_without_code for chapter in self.chapters)
        settings = [self.guide.settings] if self.guide.settings else []
        return [*self.guide.files, *chapters, *settings]

    def prose(self) -> Iterator[Prose]:
        """Yield the text of each chapter, term and event."""
        yield from (Prose(chapter.span, chapter) for chapter in self.chapters)
        yield from (Prose(term.definition, sources=term.sources) for term in self.guide.terms)
        yield from (Prose(event.description, sources=event.sources) for event in self.guide.events if event.description)

    @cached_property
    def named_countries(self) -> frozenset[str]:
        """The codes of the states that have a section on the page of countries, which the guide has."""
        matcher = country_matcher(self.guide.language, self.guide.country_changes)
        in_chapters = (code for chapter in self.chapters for code, *_ in chapter.countries if is_state(code))
        elsewhere = (*states_of_sources(self.guide, matcher), *states_of_actors(self.guide, self.chapters, matcher))
        return frozenset((*in_chapters, *(code for _, code in elsewhere)))

    @cached_property
    def deprecated_names(self) -> DeprecatedNames:
        """The names that glossary.yaml deprecates."""
        return DeprecatedNames(self.guide)

    @property
    def knows_titles(self) -> bool:
        """Whether all titles of sources could be read, which texts may quote."""
        return BIBLIOGRAPHY not in self._faulty_files | self.empty_files

    @property
    def knows_all_uses(self) -> bool:
        """Whether all files could be read that may use a term or cite a source."""
        return (
            self._faulty_files.isdisjoint((GLOSSARY, TIMELINE))
            and self.empty_lists.keys().isdisjoint((GLOSSARY, TIMELINE))
            and all(chapter.readable for chapter in self.chapters)
            and not any(problem.rule == "unknown-chapter" for problem in self.guide.problems)
        )

    @cached_property
    def empty_files(self) -> frozenset[str]:
        """The data files without any entry, of which nothing else is told."""
        lists = ((GLOSSARY, self.guide.terms), (TIMELINE, self.guide.events), (BIBLIOGRAPHY, self.guide.sources))
        sound = {file.path for file in self.guide.files} - {problem.where.path for problem in self.guide.problems}
        return frozenset(path for path, entries in lists if path in sound and not entries)

    @property
    def empty_lists(self) -> Mapping[str, str]:
        """The pages that show a data file without any entry, by file."""
        return {path: _PAGES[path] for path in self.empty_files if _PAGES[path] in self.pages}

    @cached_property
    def lost_chapters(self) -> frozenset[str]:
        """The chapters that the navigation names and that are not there: told once, of the navigation."""
        told = {problem.where for problem in self.guide.problems if problem.rule == "unknown-chapter"}
        targets = nav_targets(self.guide.settings) if told and self.guide.settings else ()
        return frozenset(target.text for target in targets if target.where in told)

    @cached_property
    def _faulty_files(self) -> frozenset[str]:
        return frozenset(problem.where.path for problem in self.guide.problems if not problem.is_warning)
