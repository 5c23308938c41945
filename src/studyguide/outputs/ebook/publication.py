"""Put the e-book together: cover, title page, contents, chapters, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from studyguide.images.fitting import is_moving
from studyguide.labels.direction import text_direction
from studyguide.outputs.book import Book, new_topics
from studyguide.outputs.ebook.content import KINDS, headings_of, page_id, write_chapter, write_document
from studyguide.outputs.ebook.cover import draw_cover
from studyguide.outputs.ebook.front_matter import COVER, cover_body, title_body
from studyguide.outputs.ebook.metadata import Content, metadata_of
from studyguide.outputs.ebook.navigation import Entry, navigation_body
from studyguide.outputs.ebook.package import Item, pack, write_package
from studyguide.outputs.linked_pages import LinkedPages, link_pages
from studyguide.outputs.page_trees import label
from studyguide.outputs.pdf.compile import handout_places

_COVER_PAGE, _TITLE_PAGE, _CONTENTS, _STYLE = "cover.xhtml", "title.xhtml", "contents.xhtml", "ebook.css"
_CHAPTERS, _IMAGES = "chapters/", "images/"
_UP = "../"
_STYLESHEET = Path(__file__).with_name(_STYLE)
_DEEPEST = 3
"""The level of headings down to which the contents go: to the terms and events."""
_IN_FRAGMENT = "!$&'()*+,;=:@/?-._~"
"""What stands as it is in the fragment of a URL, beside letters and digits: RFC 3986, section 3.5."""


def chapter_file(path: str) -> str:
    """Return the name of the content document of a chapter's file, in letters that every system knows."""
    return f"{_CHAPTERS}{label(path.removesuffix('.md'))}.xhtml"


def write_publication(book: Book) -> bytes:
    """Return the EPUB of a book. Raises OutputError."""
    return _Publication(book).packed()


def _address(path: str, anchor: str) -> str:
    return f"{chapter_file(path)}#{quote(anchor, safe=_IN_FRAGMENT)}"


def _page_starts(book: Book, linked: LinkedPages) -> dict[int, tuple[str, str]]:
    """Return the first place on each page of the handout that has one: the path of its chapter, and its id."""
    if not book.guide.has_handout:
        return {}
    anchors = {
        label(each.page.path, str(element.get("id"))): (each.page.path, str(element.get("id")))
        for each in linked.pages
        for element in each.root.iter()
        if element.get("id")
    }
    starts: dict[int, tuple[str, str]] = {}
    for name, number in handout_places(book.printed_pages, book.title_page, book.read_picture, book.guide.labels):
        if name in anchors:
            starts.setdefault(number, anchors[name])
    return starts


class _Publication:
    """An e-book in the making."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.labels = book.guide.labels
        direction = text_direction(book.guide.language)
        self.is_mirrored = direction == "rtl"
        tag = book.guide.language
        self.language = f'xml:lang="{tag}"' + (' dir="rtl"' if self.is_mirrored else "")
        """The attributes of the package; documents have `lang` too."""
        self.linked = link_pages(book, lambda path, anchor: _UP + _address(path, anchor))
        self.starts = _page_starts(book, self.linked)

    def packed(self) -> bytes:
        """Return the archive."""
        content, contents = self._content(), self._contents()  # of the pages as they are before they become XHTML
        documents = [
            self._document(_COVER_PAGE, self.book.title_page.title, cover_body(self.book.title_page, self.labels)),
            self._document(_TITLE_PAGE, self.book.title_page.title, title_body(self.book.title_page, self.labels)),
            contents,
            *self._chapters(),
        ]
        cover = draw_cover(self.book.title_page, self.labels, self.book.read_picture)
        items = [
            *documents,
            Item(_STYLE, _STYLESHEET.read_bytes()),
            Item(COVER, cover, "cover-image"),
            *(Item(f"{_IMAGES}{name}", picture) for name, picture in self.linked.pictures.items()),
        ]
        metadata = metadata_of(self.book, content)
        package = write_package(items, metadata, self.language, is_mirrored=self.is_mirrored)
        return pack(items, package, self.book.day)

    def _document(self, name: str, title: str, body: str, kind: str = "frontmatter", properties: str = "") -> Item:
        style = _UP * name.count("/") + _STYLE
        language = f'lang="{self.book.guide.language}" {self.language}'
        text = write_document(title, body, language, style, kind)
        return Item(name, text.encode(), properties, is_read=True)

    def _contents(self) -> Item:
        contents = list(self._entries())
        pages = [
            Entry(str(number), f"{chapter_file(path)}#{page_id(number)}")
            for number, (path, _) in sorted(self.starts.items())
        ]
        title = self.labels.gettext("Contents")
        body = navigation_body(contents, self._landmarks(), pages, self.labels)
        return self._document(_CONTENTS, title, body, properties="nav")

    def _entries(self) -> Iterator[Entry]:
        """Yield the contents; in a guide with several topics, the chapters of each stand below it."""
        pages = self.linked.pages
        for each, topic in zip(pages, new_topics(each.page for each in pages), strict=True):
            if topic:
                yield Entry(topic, chapter_file(each.page.path))
            for level, anchor, words in headings_of(each.root, _DEEPEST):
                yield Entry(words, _address(each.page.path, anchor), level + bool(each.page.topic))

    def _landmarks(self) -> Iterator[Entry]:
        """Yield where reading programs lead: https://www.w3.org/TR/epub-33/#sec-nav-landmarks."""
        yield Entry(self.book.title_page.title, _COVER_PAGE, kind="cover")
        yield Entry(self.labels.gettext("Contents"), f"{_CONTENTS}#contents", kind="toc")
        for number, each in enumerate(self.linked.pages):
            title = next(words for _, _, words in headings_of(each.root, 1))
            kind, _ = KINDS.get(each.page.path, ("bodymatter" if number == 0 else "", ""))
            if kind:
                yield Entry(title, chapter_file(each.page.path), kind=kind)

    def _chapters(self) -> Iterator[Item]:
        for each in self.linked.pages:
            title = next(words for _, _, words in headings_of(each.root, 1))
            is_drawn = any(image.get("src") in self.linked.drawn for image in each.root.iter("img"))
            begin = {anchor: number for number, (path, anchor) in self.starts.items() if path == each.page.path}
            body = write_chapter(each, self.linked.drawn, begin, _UP + _IMAGES)
            yield self._document(
                chapter_file(each.page.path), title, body, "bodymatter", properties="svg" if is_drawn else ""
            )

    def _content(self) -> Content:
        pictures = [image for each in self.linked.pages for image in each.root.iter("img")]
        is_open = bool(self.book.guide.opened_tags)
        return Content(
            has_pictures=bool(pictures),
            is_described=not is_open and all("alt" in image.attrib for image in pictures),
            may_flash=is_open or any(map(is_moving, self.linked.pictures.values())),
            has_page_numbers=bool(self.starts),
        )
