"""The neutral book that every output renders, and what an output has to offer.

A build makes one `Book` of the guide. Each output looks at the chapters while they are read (`preflight`), renders its
files from the book, and says what of the book they lack (`missing`). No output knows another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from studyguide.crossref.completeness import Loss
from studyguide.data.guide import Guide
from studyguide.labels.catalogue import Labels
from studyguide.labels.file_size import size_in_words
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.observers import ChapterObserver


@dataclass(frozen=True)
class TitlePage:
    """What the guide says of itself: on its title page, in running heads, in the site's metadata."""

    title: str
    conference: str
    committee: str
    officer: str
    author: str
    description: str
    edition: str
    """The day of the edition and its revision: '24 November 2026, 1a2b3c4'."""
    licence: str
    address: str = ""
    """The address of the online guide; nothing where it has none."""
    language: str = "en"
    region: str = "gb"
    paper: str = "a4"
    """A paper of Typst: `a4` or `us-letter`."""


@dataclass(frozen=True)
class BookPage:
    """A chapter's page, finished."""

    path: str
    """Its file below `docs/`."""
    url: str
    """Its address in the site, relative to the site's root."""
    html: str = field(repr=False)
    """Its content, with links, notes and sources."""
    title: str = ""
    """Its title in the navigation, for a page that has none of its own."""


@dataclass(frozen=True)
class Book:
    """A guide, read and resolved."""

    guide: Guide
    chapters: tuple[Chapter, ...]
    """In reading order, also those that the navigation leaves out."""
    pages: tuple[BookPage, ...]
    """Those of the navigation, in its order."""
    title_page: TitlePage
    day: date
    """The edition's day, with which an output dates its files."""
    read_picture: Callable[[str], bytes] = field(repr=False)
    """Returns the file at an address in the site. Raises OutputError for an address that is none."""

    @property
    def printed_pages(self) -> list[BookPage]:
        """The pages of the navigation but for chapters that say `handout: false`."""
        printed = {chapter.path for chapter in self.chapters if chapter.is_printed}
        return [page for page in self.pages if page.path in printed]


@dataclass(frozen=True)
class OutputFile:
    """A file that an output rendered, and what can be said of it."""

    content: bytes = field(repr=False)
    pages: int

    def length(self, labels: Labels) -> str:
        """Return its length as a reader wants it: '44 pages'."""
        # Translators: the length of a document.
        return labels.ngettext("{number} page", "{number} pages", self.pages)

    def size(self, labels: Labels) -> str:
        """Return its size as a reader wants it: '580 KB'."""
        return size_in_words(len(self.content), labels)


class OutputError(RuntimeError):
    """An output cannot be rendered; the words are for a chair."""

    def __init__(self, message: str, place: str = "", *, picture: str = "", letters: str = "") -> None:
        super().__init__(message)
        self.place = place
        """The label of the section, or the chapter, where it stopped; nothing where none is known."""
        self.picture = picture
        """The address in the site of the picture that cannot be read; nothing where it is none."""
        self.letters = letters
        """The letters that no font has; nothing where it is something else."""


class Output(Protocol):
    """One kind of file that a build makes beside the site."""

    def preflight(self, guide: Guide) -> ChapterObserver:
        """Return what looks at each chapter of `guide` while it is read, for what could not be rendered."""

    def render(self, book: Book) -> Mapping[str, OutputFile]:
        """Return the files, by their name in the site. Raises OutputError."""

    def missing(self, book: Book) -> Iterable[Loss]:
        """Return what of the book stands in none of the files that were rendered last."""
