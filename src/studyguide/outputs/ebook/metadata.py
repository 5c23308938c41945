"""What the e-book says of itself: Dublin Core, and what EPUB Accessibility 1.1 asks for.

https://www.w3.org/TR/epub-33/#sec-pkg-metadata and https://www.w3.org/TR/epub-a11y-11/. The tests have EPUBCheck and
Ace by DAISY judge e-books of the engine; of each guide it only states what its own content gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from uuid import NAMESPACE_URL, uuid5

from studyguide import __version__
from studyguide.outputs.book import Book

_FEATURES = (
    "ARIA",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
_CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


@dataclass(frozen=True)
class Content:
    """What the content of the e-book gives to tell."""

    has_pictures: bool
    is_described: bool
    """Whether each picture has an alternative text, and there is nothing else that would need one."""
    may_flash: bool
    """Whether a picture may move."""
    has_page_numbers: bool


def metadata_of(book: Book, content: Content) -> list[str]:
    """Return the elements of the package document's metadata."""
    return [*_dublin_core(book), *_accessibility(book, content)]


def _dublin_core(book: Book) -> Iterator[str]:
    page = book.title_page
    named = "\n".join((page.address or f"{page.conference}, {page.committee}: {page.title}", book.guide.language))
    yield f'<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, named)}</dc:identifier>'
    yield f"<dc:title>{escape(page.title)}</dc:title>"
    yield f"<dc:language>{book.guide.language}</dc:language>"
    yield _meta("dcterms:modified", f"{book.day.isoformat()}T00:00:00Z")
    for name, value in {
        "date": book.day.isoformat(),
        "creator": page.author or page.officer,
        "publisher": page.conference,
        "description": page.description,
        "rights": page.licence,
        "source": page.address,
    }.items():
        if value:
            yield f"<dc:{name}>{escape(value)}</dc:{name}>"


def _accessibility(book: Book, content: Content) -> Iterator[str]:
    modes = ["textual", "visual"] if content.has_pictures else ["textual"]
    features = [*_FEATURES, *(["alternativeText"] if content.is_described else [])]
    features += ["pageBreakMarkers", "pageNavigation"] if content.has_page_numbers else []
    yield from (_meta("schema:accessMode", mode) for mode in modes)
    yield _meta("schema:accessModeSufficient", "textual" if content.is_described else ",".join(modes))
    yield from (_meta("schema:accessibilityFeature", feature) for feature in sorted(features))
    yield _meta("schema:accessibilityHazard", "unknown" if content.may_flash else "none")
    yield _meta("schema:accessibilitySummary", _summary(book, content))
    if content.has_page_numbers:
        yield _meta("pageBreakSource", f"{book.title_page.address}handout.pdf")
    if content.is_described and not content.may_flash:
        yield f'<meta id="conformance" property="dcterms:conformsTo">{_CONFORMANCE}</meta>'
        yield f'<meta property="a11y:certifiedBy" refines="#conformance">studyguide {__version__}</meta>'


def _summary(book: Book, content: Content) -> str:
    gettext = book.guide.labels.gettext
    said = [
        # Translators: what the e-book says of its accessibility, in sentences.
        gettext("Headings, notes, key terms, events and sources are linked with each other."),
        gettext("Type, size and colours are those of the reading program."),
    ]
    if content.has_pictures and content.is_described:
        said.append(gettext("Each picture has a description."))
    if content.has_page_numbers:
        said.append(gettext("A mark stands at the first heading, note or entry of each page of the handout."))
    said.append(gettext("EPUBCheck and Ace by DAISY test the e-books of the program; nobody has judged this one."))
    return " ".join(said)


def _meta(name: str, value: str) -> str:
    return f'<meta property="{name}">{escape(value)}</meta>'
