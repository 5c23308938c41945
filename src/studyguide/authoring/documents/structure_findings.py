"""Tell what of a document was recognised by its look or its place, and which pictures are to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from studyguide.authoring.documents.blocks import Block, pictures_in
from studyguide.authoring.documents.findings import Finding, Risk
from studyguide.authoring.documents.normalise.normaliser import Normalised
from studyguide.authoring.documents.pages import Pages
from studyguide.data.paths import SETTINGS

_DOCS = "docs/"


def structure_findings(source: Normalised, pages: Pages) -> Iterator[Finding]:
    """Yield the pages that the blank guide lacks, and the headings that the document does not call so."""
    for page in pages.own:
        words = "No part of a guide is called so: it is a page of its own, named in mkdocs.yml under nav."
        yield Finding(Risk.STRUCTURE, words, page.title, SETTINGS, f": {page.path}")
    for heading in source.headings:
        if not heading.has_style:
            words = f"A heading of level {heading.level}, since {heading.reason}:"
            yield Finding(Risk.STRUCTURE, words, heading.text)


def picture_findings(blocks: Iterable[Block], address: Callable[[str], str]) -> Iterator[Finding]:
    """Yield the pictures that browsers cannot show, and those without a text; `address` gives their files in docs/."""
    for picture in pictures_in(blocks):
        path = address(picture.target)
        if not path:
            words = "Browsers cannot show this picture: save it as PNG or JPEG, and put it where a box says so."
            yield Finding(Risk.PICTURE, words, picture.target)
        elif not picture.description.strip():
            words = "Say in a sentence what this picture shows, for those who cannot see it."
            yield Finding(Risk.PICTURE, words, "", f"{_DOCS}{path}")
