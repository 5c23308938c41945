"""What a page says of itself to programs: those that show a link to it, and those that look for study material."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from studyguide.labels.catalogue import Labels

_LINK = re.compile(r"""<a\s[^>]*?href=["']([^"']+)["']""")
_PICTURE = "assets/images/social.png"
PICTURE_SIZE = (1200, 630)


@dataclass(frozen=True)
class GuideMetadata:
    """What goes for the whole guide. What a setting leaves empty is left out."""

    name: str
    description: str = ""
    author: str = ""
    conference: str = ""
    licence: str = ""
    """The address of the licence."""
    language: str = "en"
    """As in BCP 47: `en`, `pt-BR`."""
    region: str = ""
    """As `gb` in `en-GB`."""
    address: str = ""
    """Where it is published, with a slash at its end; nothing where nobody knows."""
    day: date | None = None
    """The edition's."""


@dataclass(frozen=True)
class PageMetadata:
    """What goes for one page."""

    title: str
    description: str = ""
    address: str = ""
    minutes: int = 1
    """How long it takes to read."""
    changed: date | None = None
    is_home: bool = False


def open_graph(page: PageMetadata, guide: GuideMetadata, labels: Labels) -> list[tuple[str, str]]:
    """Give the properties of the Open Graph protocol (https://ogp.me/) with their values, as plain text.

    The protocol knows whole addresses only: without one, a page has neither an address nor a picture.
    """
    language, _, region = guide.language.partition("-")
    properties = [
        ("og:type", "website" if page.is_home else "article"),
        ("og:title", guide.name if page.is_home else page.title),
        ("og:site_name", guide.name),
        ("og:description", page.description or guide.description),
        ("og:locale", "_".join(filter(None, [language, (region or guide.region).upper()]))),
    ]
    if guide.address:
        # Translators: what the picture shows that stands beside a link to the guide; its own words are English.
        picture = labels.gettext("An open book within a shield, and the words: Study guide, Model United Nations.")
        properties += [
            ("og:url", page.address),
            ("og:image", f"{guide.address}{_PICTURE}"),
            ("og:image:type", "image/png"),
            ("og:image:width", str(PICTURE_SIZE[0])),
            ("og:image:height", str(PICTURE_SIZE[1])),
            ("og:image:alt", picture),
        ]
    return [(name, value) for name, value in properties if value]


def structured_data(page: PageMetadata, guide: GuideMetadata, labels: Labels) -> dict[str, Any]:
    """Describe a page in the words of https://schema.org/, to be written as JSON-LD."""
    author = _described("Person", name=guide.author) if guide.author else ""
    common = {"author": author, "license": guide.licence, "inLanguage": guide.language, "isAccessibleForFree": True}
    if page.is_home:
        conference = _described("Organization", name=guide.conference) if guide.conference else ""
        described = _described(
            "LearningResource",
            name=guide.name,
            description=page.description or guide.description,
            url=guide.address,
            learningResourceType=labels.gettext("Study guide"),
            sourceOrganization=conference,
            dateModified=guide.day.isoformat() if guide.day else "",
            **common,
        )
    else:
        described = _described(
            "Article",
            headline=page.title,
            description=page.description,
            url=page.address,
            dateModified=page.changed.isoformat() if page.changed else "",
            timeRequired=f"PT{page.minutes}M",  # ISO 8601
            isPartOf=_described("LearningResource", name=guide.name, url=guide.address),
            **common,
        )
    return {"@context": "https://schema.org", **described}


def licence_address(notice: str) -> str:
    """Give the address of the licence that a copyright notice links to first; nothing where it links to none."""
    link = _LINK.search(notice)
    return unescape(link[1]) if link else ""


def _described(kind: str, **properties: object) -> dict[str, Any]:
    return {"@type": kind, **{name: value for name, value in properties.items() if value != ""}}
