"""The `Book`, a guide resolved for rendering, and the `Output` protocol.

A build makes one `Book` of the guide. Each output checks the chapters while they are parsed (`preflight`), renders its
files from the book, and reports what they lack (`missing`). Outputs are independent of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Protocol

from studyguide.crossref.completeness import Loss
from studyguide.data.guide import Guide
from studyguide.labels.catalogue import Labels
from studyguide.labels.file_size import size_in_words
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.observers import ChapterObserver

TOPIC_SEPARATOR = " · "
"""Stands between the topics where they are one title."""


@dataclass(frozen=True)
class TitlePage:
    """Title-page metadata of the guide, also used in running heads and in the site's metadata."""

    title: str
    conference: str
    committee: str
    officer: str
    author: str
    description: str
    edition: str
    """The date and the revision of the edition: '24 November 2026, 1a2b3c4'."""
    licence: str
    address: str = ""
    """The URL of the online guide; empty without one."""
    language: str = "en"
    region: str = "gb"
    paper: str = "a4"
    """A paper size of Typst: `a4` or `us-letter`."""
    chapters: str = ""
    """Where chapters begin: `page`, `follow`, or empty for a page unless more than half of the last one is empty.

    In a long handout, key terms, timeline and bibliography begin a page but for `follow`.
    """
    colour: str = ""
    """The conference's colour, as `#00796b`; empty for that of the text."""
    accent: str = ""
    """That of its links and drawings, likewise."""
    logo: str = ""
    """The URL of its logo, relative to the site's root; empty without one."""
    topics: tuple[str, ...] = ()
    """The topics of a guide with several; the title holds all of them."""

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The title as it stands on a page of its own: a line for each topic."""
        return self.topics or (self.title,)

    @property
    def facts(self) -> dict[str, Any]:
        """All of it by name, as the templates of Typst read it."""
        return asdict(self) | {"title_lines": self.title_lines}


@dataclass(frozen=True)
class BookPage:
    """The rendered page of a chapter."""

    path: str
    """The path of its file below `docs/`."""
    url: str
    """Its URL, relative to the site's root."""
    html: str = field(repr=False)
    """Its content, with links, notes and sources resolved."""
    title: str = ""
    """Its title in the navigation, for a page without a heading of level 1."""
    topic: str = ""
    """The topic that it belongs to, in a guide with several; empty for what serves all of them."""


@dataclass(frozen=True)
class Book:
    """A guide with its chapters parsed and its pages rendered."""

    guide: Guide
    chapters: tuple[Chapter, ...]
    """All chapters in reading order, also those outside the navigation."""
    pages: tuple[BookPage, ...]
    """The pages of the navigation, in its order."""
    title_page: TitlePage
    day: date
    """The date of the edition, with which outputs date their files."""
    read_picture: Callable[[str], bytes] = field(repr=False)
    """Returns the picture at a URL relative to the site's root. Raises OutputError for an unknown URL."""

    @property
    def printed_pages(self) -> list[BookPage]:
        """The pages of the navigation, without chapters that set `handout: false`."""
        printed = {chapter.path for chapter in self.chapters if chapter.is_printed}
        return [page for page in self.pages if page.path in printed]


def new_topics(pages: Iterable[BookPage]) -> Iterator[str]:
    """Yield for each page the topic that begins with it; empty for a page that begins none."""
    before = ""
    for page in pages:
        yield page.topic if page.topic != before else ""
        before = page.topic


@dataclass(frozen=True)
class OutputFile:
    """A rendered file."""

    content: bytes = field(repr=False)
    pages: int = 0
    """The number of its pages; 0 where it has none of its own."""

    def length(self, labels: Labels) -> str:
        """Return the length in words: '44 pages'."""
        # Translators: the length of a document.
        return labels.ngettext("{number} page", "{number} pages", self.pages)

    def size(self, labels: Labels) -> str:
        """Return the file size in words: '580 KB'."""
        return size_in_words(len(self.content), labels)


class OutputError(RuntimeError):
    """An output cannot be rendered. The message is for chairs."""

    def __init__(self, message: str, place: str = "", *, picture: str = "", letters: str = "") -> None:
        super().__init__(message)
        self.place = place
        """The label of the section, or the chapter, where rendering stopped; empty where unknown."""
        self.picture = picture
        """The URL of the unreadable picture, relative to the site's root; empty for other causes."""
        self.letters = letters
        """The characters without a glyph; empty for other causes."""


class Output(Protocol):
    """A kind of file that a build renders beside the site."""

    def preflight(self, guide: Guide) -> ChapterObserver:
        """Return an observer that finds in the chapters of `guide` what cannot be rendered."""

    def render(self, book: Book) -> Mapping[str, OutputFile]:
        """Return the files by name in the site. Raises OutputError."""

    def missing(self, book: Book) -> Iterable[Loss]:
        """Return the content of the book that the last rendered files lack."""
