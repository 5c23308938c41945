"""Know the Word file of a guide again when it comes back, with comments or changes.

It is marked among its properties, which Word and LibreOffice keep, also in an .odt; where a program drops them, as
Google Docs does, its first line tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from studyguide.labels.catalogue import CATALOGUES, Labels, labels_for

if TYPE_CHECKING:  # a document is imported without the modules that write one
    from studyguide.outputs.book import TitlePage

_GUIDE, _EDITION = "StudyGuide", "StudyGuideEdition"
_PROPERTIES = ("docProps/custom.xml", "meta.xml")
_TEXTS = ("word/document.xml", "content.xml")
"""Parts of a .docx and of an .odt."""


@dataclass(frozen=True)
class ReturnedCopy:
    """The Word file of a guide."""

    guide: str
    """The guide's title; empty where a program dropped it."""
    edition: str
    """The day and the revision of which it was made, likewise."""


def notice_title(labels: Labels) -> str:
    """Return the words with which the file begins, and by which it is known again."""
    # Translators: the first words of the guide as a Word file, in which readers write comments and corrections.
    return labels.gettext("A copy for marking up.")


def own_properties(title_page: TitlePage) -> dict[str, str]:
    """Return the properties by which the file is known again."""
    return {_GUIDE: title_page.title, _EDITION: title_page.edition}


def returned_copy(parts: Mapping[str, bytes]) -> ReturnedCopy | None:
    """Return of which guide a document is the Word file, given by its parts; None for any other document."""
    told = {name: text for part in _PROPERTIES if part in parts for name, text in _properties(parts[part])}
    if _GUIDE in told:
        return ReturnedCopy(told[_GUIDE], told.get(_EDITION, ""))
    begins = next((_first_line(parts[part]) for part in _TEXTS if part in parts), "")
    return ReturnedCopy("", "") if begins.startswith(_notices()) else None


def _properties(part: bytes) -> Iterator[tuple[str, str]]:
    """Yield the names and the texts of the properties that users define."""
    for each in _parsed(part).iter():
        names = [text for name, text in each.attrib.items() if etree.QName(name).localname == "name"]
        if names:
            yield str(names[0]), "".join(map(str, each.itertext())).strip()


def _first_line(part: bytes) -> str:
    """Return the first paragraph that has words."""
    paragraphs = ("".join(map(str, each.itertext())).strip() for each in _parsed(part).iter("{*}p"))
    return next(filter(None, paragraphs), "")


def _notices() -> tuple[str, ...]:
    """Return the beginning of the first line in each language of the engine."""
    languages = ("en", *(path.stem for path in CATALOGUES.glob("*.mo")))
    return tuple(notice_title(labels_for(language)) for language in languages)


def _parsed(part: bytes) -> etree._Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
