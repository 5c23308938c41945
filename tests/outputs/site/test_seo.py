"""Metadata: Open Graph and schema.org, of which addresses are part only where the guide has one."""

from datetime import date
from typing import Any

import pytest

from studyguide.labels.catalogue import ENGLISH
from studyguide.outputs.site.seo import GuideMetadata, PageMetadata, licence_url, open_graph, structured_data

SITE = "https://guide.example.org/"
GUIDE = GuideMetadata(
    name="A guide",
    description="For delegates.",
    author="Anna Smith",
    conference="PSMUN",
    licence="https://creativecommons.org/licenses/by/4.0/",
    region="gb",
    day=date(2026, 3, 2),
)
PUBLISHED = GuideMetadata(**{**vars(GUIDE), "address": SITE})
PAGE = PageMetadata("Background", "What is behind it.", f"{SITE}background/", 6, date(2026, 3, 1))
HOME = PageMetadata("Home", address=SITE, is_home=True)


def test_open_graph_of_a_chapter() -> None:
    assert dict(open_graph(PAGE, PUBLISHED, ENGLISH)) == {
        "og:type": "article",
        "og:title": "Background",
        "og:site_name": "A guide",
        "og:description": "What is behind it.",
        "og:locale": "en_GB",
        "og:url": f"{SITE}background/",
        "og:image": f"{SITE}assets/images/social.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "An open book within a shield, and the words: Study guide, Model United Nations.",
    }


def test_the_home_page_is_the_guide() -> None:
    properties = dict(open_graph(HOME, PUBLISHED, ENGLISH))
    assert properties["og:type"] == "website"
    assert properties["og:title"] == "A guide"
    assert properties["og:description"] == "For delegates."


@pytest.mark.parametrize(("language", "region", "locale"), [("pt-BR", "br", "pt_BR"), ("de", "", "de")])
def test_locale(language: str, region: str, locale: str) -> None:
    assert ("og:locale", locale) in open_graph(
        PAGE, GuideMetadata("A guide", language=language, region=region), ENGLISH
    )


def test_without_an_address_nothing_claims_one() -> None:
    page = PageMetadata("Background")
    names = {name for name, _ in open_graph(page, GUIDE, ENGLISH)}
    assert names == {"og:type", "og:title", "og:site_name", "og:description", "og:locale"}
    assert "url" not in structured_data(page, GUIDE, ENGLISH)
    assert "url" not in structured_data(page, GUIDE, ENGLISH)["isPartOf"]


def test_structured_data_of_a_chapter() -> None:
    expected: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Background",
        "description": "What is behind it.",
        "url": f"{SITE}background/",
        "author": {"@type": "Person", "name": "Anna Smith"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "dateModified": "2026-03-01",
        "timeRequired": "PT6M",
        "isPartOf": {"@type": "LearningResource", "name": "A guide", "url": SITE},
    }
    assert structured_data(PAGE, PUBLISHED, ENGLISH) == expected


def test_structured_data_of_the_guide() -> None:
    data = structured_data(HOME, PUBLISHED, ENGLISH)
    assert data["@type"] == "LearningResource"
    assert data["name"] == "A guide"
    assert data["url"] == SITE
    assert data["sourceOrganization"] == {"@type": "Organization", "name": "PSMUN"}
    assert data["dateModified"] == "2026-03-02"


def test_a_bare_guide_says_little() -> None:
    data = structured_data(HOME, GuideMetadata("A guide"), ENGLISH)
    assert set(data) == {
        "@context",
        "@type",
        "name",
        "url",
        "learningResourceType",
        "inLanguage",
        "isAccessibleForFree",
    } - {"url"}


@pytest.mark.parametrize(
    ("notice", "address"),
    [
        (
            'Text: <a href="https://cc.example/by?a&amp;b">CC BY</a>. Code: <a href="https://b.example">B</a>',
            "https://cc.example/by?a&b",
        ),
        ("<a class=x href='https://cc.example/'>CC</a>", "https://cc.example/"),
        ("All rights reserved.", ""),
    ],
)
def test_the_licence_is_what_the_notice_links_to(notice: str, address: str) -> None:
    assert licence_url(notice) == address
