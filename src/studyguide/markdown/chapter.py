"""The parsed chapter: its sections, citations, notes, links, pictures and mentions of terms."""

from __future__ import annotations

from dataclasses import dataclass, field

from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.citations import Citation
from studyguide.markdown.source import ChapterSource

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MINOR = "minor"
"""The class of a correction that changes no meaning, such as that of a misprint."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text under it, up to the next heading."""

    path: str
    """The path of the chapter below `docs/`."""
    id: str
    """The HTML id of the heading; empty for the text before the first heading."""
    title: str
    level: int
    """The heading level, 1 to 6; 0 for the text before the first heading."""
    where: Location


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the chapter's Markdown or HTML."""

    target: str
    """The target as written: `background.md#poverty`, `term:wastewater`, `https://...`."""
    where: Location
    section: Section


@dataclass(frozen=True, slots=True)
class Picture:
    """An image or a chart in the chapter."""

    alternative: str
    """The alternative text."""
    where: Location
    source: str | None
    """The path or URL of the image as written; None for an inline SVG."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote of the chapter."""

    number: int
    section: Section
    """The section of its first reference."""
    citations: tuple[int, ...]
    """Its citations, as indices into the chapter's `citations`."""
    is_citation: bool
    """True for a citation in the text, False for an ordinary footnote, which may contain citations."""


@dataclass(frozen=True, slots=True)
class EditorNote:
    """A correction of the original guide, or a point still to be checked."""

    kind: str
    """`correction` or `check`."""
    section: Section
    html: str = field(repr=False)
    """Its content without the title; links are `guide:` links, which resolve on any page."""
    anchor: str = ""
    """The id of its box."""


@dataclass(frozen=True)
class Chapter:
    """A parsed page."""

    source: ChapterSource = field(repr=False)
    """The Markdown of the page."""
    path: str
    """The path of the page below `docs/`."""
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    """All citations, in the order of their notes."""
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    mentions: tuple[tuple[str, Section], ...] = ()
    """Unique pairs of a term id and a section that mentions the term."""
    countries: tuple[tuple[str, Section, int], ...] = ()
    """Unique triples of a state's code, a section that names it, and the number of the note there, 0 for its text."""
    editor_notes: tuple[EditorNote, ...] = ()
    code: tuple[str, ...] = ()
    """The text of each code element, in which citation syntax is literal; fenced blocks are excluded."""
    ids: frozenset[str] = frozenset()
    """Every HTML id and anchor name in the page."""
    problems: tuple[Problem, ...] = ()
    """The problems found while parsing."""
    is_printed: bool = True
    """True if the handout includes the page."""
    readable: bool = True
    """False if the text or a data list in it could not be parsed, so that its content is unknown."""

    @property
    def span(self) -> SourceSpan:
        """The source span of the Markdown in its file."""
        return self.source.span

    @property
    def title(self) -> str:
        """The first level-1 heading, or the path if there is none."""
        return next((section.title for section in self.sections if section.level == 1), self.path)
