"""Page metadata for programs: Open Graph properties for link previews, and schema.org data for search engines."""

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
    """Metadata of the whole guide; empty values are left out."""

    name: str
    description: str = ""
    author: str = ""
    conference: str = ""
    licence: str = ""
    """The URL of the licence."""
    language: str = "en"
    """A BCP 47 language tag: `en`, `pt-BR`."""
    region: str = ""
    """The region, such as `gb` for `en-GB`, where the language tag has none."""
    address: str = ""
    """The URL of the published guide, with a slash at its end; empty where unknown."""
    day: date | None = None
    """The date of the edition."""


@dataclass(frozen=True)
class PageMetadata:
    """Metadata of one page."""

    title: str
    description: str = ""
    address: str = ""
    minutes: int = 1
    """The reading time."""
    changed: date | None = None
    is_home: bool = False


def open_graph(page: PageMetadata, guide: GuideMetadata, labels: Labels) -> list[tuple[str, str]]:
    """Return the Open Graph properties (https://ogp.me/) of a page as pairs of name and unescaped value.

    The protocol needs absolute URLs: without the guide's URL, a page has neither `og:url` nor `og:image`.
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
    """Return the https://schema.org/ description of a page, to be serialised as JSON-LD."""
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


def licence_url(notice: str) -> str:
    """Return the URL of the first link in a copyright notice; empty without a link."""
    link = _LINK.search(notice)
    return unescape(link[1]) if link else ""


def _described(kind: str, **properties: object) -> dict[str, Any]:
    return {"@type": kind, **{name: value for name, value in properties.items() if value != ""}}
