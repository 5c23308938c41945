"""What a chapter holds once it has been read: its sections, notes, links, pictures and mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.citations import Citation
from studyguide.markdown.source import ChapterSource

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text under it, up to the next heading."""

    path: str
    """The chapter's file below `docs/`."""
    id: str
    """Its anchor in the page; empty for the text before the first heading."""
    title: str
    level: int
    """1 for a page's title, to 6."""
    where: Location


@dataclass(frozen=True, slots=True)
class Link:
    """A link that an author wrote."""

    target: str
    """As written: `background.md#poverty`, `term:sextortion`, `https://...`."""
    where: Location
    section: Section


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that an author placed."""

    alternative: str
    """The text for those who do not see it."""
    where: Location
    source: str | None
    """Its file, as written; None for a picture that is drawn in the page."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the end of its chapter."""

    number: int
    section: Section
    """Where it is called first."""
    citations: tuple[int, ...]
    """The citations that it holds, by their number in the chapter."""
    is_citation: bool
    """True for a bracket in the text; False for an ordinary note, which may hold brackets of its own."""


@dataclass(frozen=True, slots=True)
class EditorNote:
    """A correction of the original guide, or a point still to be checked."""

    kind: str
    """`correction` or `check`."""
    section: Section
    html: str = field(repr=False)
    """Its text without its title; links have full `guide:` addresses, so that it can stand on another page."""


@dataclass(frozen=True)
class Chapter:
    """A page, read."""

    source: ChapterSource = field(repr=False)
    """Its Markdown."""
    path: str
    """Its file below `docs/`."""
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    """In the order of the notes that hold them."""
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    mentions: tuple[tuple[str, Section], ...] = ()
    """Each term id with each section that uses it, once."""
    editor_notes: tuple[EditorNote, ...] = ()
    code: tuple[str, ...] = ()
    """The text of its code, but for fenced blocks: nothing in it is a citation."""
    ids: frozenset[str] = frozenset()
    """Every anchor in the page."""
    problems: tuple[Problem, ...] = ()
    """What was found wrong while reading."""
    is_printed: bool = True
    """True where the handout holds it."""
    readable: bool = True
    """False where its text, or a list in it, could not be read, so that nothing is known of what it holds."""

    @property
    def span(self) -> SourceSpan:
        """Its text, and where it stands in its file."""
        return self.source.span

    @property
    def title(self) -> str:
        """The title on the page, or the file's name where it has none."""
        return next((section.title for section in self.sections if section.level == 1), self.path)
