"""Tell what was recognised by its look or place, which pictures to look at, and what the blank guide added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from studyguide.authoring.documents.findings import Finding, Risk
from studyguide.authoring.documents.normalise.normaliser import Normalised
from studyguide.authoring.documents.pages.blank_pages import has_todo_box, sections_from
from studyguide.authoring.documents.pages.chapter_pages import HOME, Pages
from studyguide.authoring.documents.text.blocks import Block, pictures_in
from studyguide.data.paths import SETTINGS

_DOCS = "docs/"
_NOT_SHOWN = (
    "This picture is not in the file, or browsers cannot show it: save it as PNG or JPEG, and put it where a box says "
    "so."
)


def structure_findings(source: Normalised, pages: Pages) -> Iterator[Finding]:
    """Yield the pages that the blank guide lacks, the headings that the document does not call so, and text boxes."""
    for page in pages.own:
        words = "No part of a guide is called so: it is a page of its own, named in mkdocs.yml under nav."
        yield Finding(Risk.STRUCTURE, words, page.title, SETTINGS, f": {page.path}")
    for topic in dict.fromkeys(chapter.topic for chapter, _ in pages.places if chapter.topic):
        words = "One topic of several: it is a section of each page that it has a chapter for. Its terms and events are"
        yield Finding(Risk.STRUCTURE, f"{words} among all others.", topic)
    for heading in source.headings:
        if not heading.has_style:
            words = f"A heading of level {heading.level}, since {heading.reason}:"
            yield Finding(Risk.STRUCTURE, words, heading.text)
    for box in source.inventory.of("text box"):
        if box.text:
            yield Finding(Risk.STRUCTURE, f"Text box, {box.place}: it stands behind that paragraph now.", box.text)


def blank_findings(pages: Mapping[str, str], blank: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the pages, by path in docs/, and the sections that are the blank guide's, and not the document's."""
    for path, page in pages.items():
        before = blank.get(path, "")
        if path != HOME and page == before and has_todo_box(page):
            yield Finding(Risk.BLANK, "The whole page.", "", f"{_DOCS}{path}")
            continue
        for heading in sections_from(page, before):
            title = heading.lstrip("# ").partition(" {#")[0]
            yield Finding(Risk.BLANK, "The section", title, f"{_DOCS}{path}", heading)


def picture_findings(blocks: Iterable[Block], address: Callable[[str], str]) -> Iterator[Finding]:
    """Yield the pictures that browsers cannot show, and those without a text; `address` gives their files in docs/."""
    for picture in pictures_in(blocks):
        path = address(picture.target)
        if not path:
            yield Finding(Risk.PICTURE, _NOT_SHOWN, picture.target)
        elif not picture.description.strip():
            words = "Say in a sentence what this picture shows, for those who cannot see it."
            yield Finding(Risk.PICTURE, words, "", f"{_DOCS}{path}")
