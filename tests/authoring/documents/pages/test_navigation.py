"""Pages of a document's own in the navigation."""

import yaml

from studyguide.authoring.documents.pages.chapter_pages import OwnPage
from studyguide.authoring.documents.pages.navigation import with_pages

_OWN = (OwnPage("blocs.md", "Blocs: an overview", "background.md"),)


def test_a_page_stands_behind_the_one_that_it_follows() -> None:
    settings = with_pages("nav:\n  - Background: background.md\n  - Solutions: solutions.md\n", _OWN)
    assert [list(entry.values()) for entry in yaml.safe_load(settings)["nav"]] == [
        ["background.md"],
        ["blocs.md"],
        ["solutions.md"],
    ]


def test_it_stands_in_the_section_of_its_topic() -> None:
    settings = "nav:\n  - Floods:\n      - Background: background.md\n      - Solutions: solutions.md\n"
    (floods,) = yaml.safe_load(with_pages(settings, _OWN))["nav"]
    assert floods["Floods"][1] == {"Blocs: an overview": "blocs.md"}
