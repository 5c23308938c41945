"""Tests of checks.links: where the links and pictures of a chapter lead."""

from collections.abc import Sequence

import pytest
from helpers import a_guide, a_source, a_term, an_event, chapters_with, read

from studyguide.chapters.chapter import Chapter
from studyguide.checks.links import broken_links, faulty_pictures
from studyguide.data.guide import Guide

FILES = {"index.md", "background.md", "stakeholders.md", "chairs/start.md", "assets/chart.svg", "assets/two words.png"}


def told(guide: Guide, chapters: Sequence[Chapter]) -> list[str]:
    """What is told of the links and pictures of some chapters, without the names of the kinds."""
    pages = {chapter.path: chapter for chapter in chapters}
    files = FILES | pages.keys()
    problems = [problem for chapter in chapters for problem in broken_links(guide, chapter, pages, files)]
    problems += [problem for chapter in chapters for problem in faulty_pictures(chapter, files)]
    return [f"{problem.where}: {problem.words}" for problem in sorted(problems)]


LINKS = {
    "": [
        "[x](background.md)",
        "[x](background.md#poverty)",
        "[x](background.md#uber-uns)",
        "[x](background.md#raw)",
        "[x](./chairs/../background.md#poverty)",
        "[x](background.md?print=1#poverty)",
        "[x](#a-guide)",
        "[x](#)",
        "[x](assets/chart.svg#bars)",
        "[x](assets/two%20words.png)",
        "[x](<assets/two words.png>)",
        "[x](https://www.example.org/#gone)",
        "[x](//www.example.org/)",
        "[x](mailto:me@example.org)",
        "[x](tel:116111)",
        "<https://www.example.org/>",
        "[x](term:hotline)",
        "[x](event:crc-1989)",
        "[x](source:smith2001)",
        "[x](term:none)",
        "`[x](gone.md)`",
    ],
    'No file in docs/ is "backgrund.md". Did you mean "background.md"?': [
        "[x](backgrund.md)",
        "[x](backgrund.md#gone)",
        "[x](chairs/../backgrund.md)",
    ],
    'No file in docs/ is "background". Did you mean "background.md"?': ["[x](background/)", "[x](background#poverty)"],
    'No file in docs/ is "www.un.org/a". Write "https://www.un.org/a#b" if it is a website.': ["[x](www.un.org/a#b)"],
    'No file in docs/ is "un.org". Write "https://un.org" if it is a website.': ["[UN](un.org)"],
    'No file in docs/ is "un.org.md". Check the spelling.': ["[UN](un.org.md)"],
    'No file in docs/ is "../zebra.txt". Check the spelling.': ["[x](../zebra.txt)"],
    'No place in docs/background.md has the id "povrty". Did you mean "poverty"?': ["[x](background.md#povrty)"],
    'No place in docs/index.md has the id "zzz". Check the spelling.': ["[x](#zzz)", "[x](index.md#zzz)"],
    'The link "/background.md" works on one site alone. Link to a chapter\'s file, as in "background.md#poverty".': [
        "[x](/background.md)"
    ],
    'No link begins with "terms:". Did you mean "term"?': ["[x](terms:hotline)"],
    'No link begins with "Event:". Did you mean "event"?': ["[x](Event:crc-1989)"],
    'No term in glossary.yaml has the id "hotlines". Did you mean "hotline"?': ["[x](term:hotlines)"],
    'No term in glossary.yaml has the id "". Check the spelling.': ["[x](term:)"],
    'No event in timeline.yaml has the id "crc". Check the spelling.': ["[x](event:crc)"],
    'No source in bibliography.bib has the key "smith2010". Did you mean "smith2001"?': ["[x](source:smith2010)"],
    'The address "https://[x" cannot be read. Check the part after the "//".': ["[x](https://[x)"],
}


@pytest.mark.parametrize(("link", "message"), [(link, message) for message, links in LINKS.items() for link in links])
def test_links(link: str, message: str) -> None:
    guide = a_guide([a_term("hotline", see_also=["hotline"])], [an_event("crc-1989")], [a_source("smith2001")])
    chapters = chapters_with(f"# A guide\n\nSee {link} and [the source](source:smith2001).\n")
    assert told(guide, chapters) == ([f"docs/index.md:3:5: {message}"] if message else [])


def test_a_link_is_resolved_from_its_own_chapter() -> None:
    text = "# Start\n\n[a](../background.md#poverty) [b](background.md) [c](start.md) [d](#start)\n"
    assert told(a_guide(), chapters_with(text, "chairs/start.md")) == [
        'docs/chairs/start.md:3:31: No file in docs/ is "chairs/background.md". Did you mean "background.md"?'
    ]


def test_every_source_has_a_place_on_the_bibliography_page() -> None:
    """Also one for further reading, that nothing cites; the page's lists are made when all chapters are read."""
    sources = [a_source("read", keywords="further-reading"), a_source("cited")]
    links = "[a](bibliography.md#ref-read) [b](bibliography.md#ref-cited) [c](bibliography.md#ref-cite)"
    text = f"# Home\n\nText.[@cited]\n\n{links}\n"
    chapters = [*chapters_with(text), read("# Sources\n", path="bibliography.md")[0]]
    problems = told(a_guide(sources=sources), chapters)
    assert [problem for problem in problems if problem.startswith("docs/index.md")] == [
        'docs/index.md:5:62: No place in docs/bibliography.md has the id "ref-cite". Did you mean "ref-cited"?'
    ]


NO_TEXT = (
    "This picture has no text for those who cannot see it. "
    "Say in a sentence what it shows: ![A bar chart of ...](file.svg)."
)
ELSEWHERE = "This picture would be fetched from another site. Save it in docs/assets/ and name that file."


@pytest.mark.parametrize(
    ("picture", "messages"),
    [
        ("![Two bars.](assets/chart.svg)", []),
        ("![Two bars.](assets/chart.svg?v=2#bars)", []),
        ("![Two bars.](assets/two%20words.png)", []),
        ("![](assets/chart.svg)", [NO_TEXT]),
        ("![ ](assets/chart.svg)", [NO_TEXT]),
        ("![Two bars.](assets/chrt.svg)", ['No file in docs/ is "assets/chrt.svg". Did you mean "assets/chart.svg"?']),
        ("![](zebra.png)", [NO_TEXT, 'No file in docs/ is "zebra.png". Check the spelling.']),
        ("![Two bars.](https://www.example.org/chart.svg)", [ELSEWHERE]),
        ("![Two bars.](//www.example.org/chart.svg)", [ELSEWHERE]),
        ("![x](https://[x)", ['The address "https://[x" cannot be read. Check the part after the "//".']),
    ],
)
def test_pictures(picture: str, messages: list[str]) -> None:
    chapters = chapters_with(f"# A guide\n\nSee {picture}\n")
    assert told(a_guide(), chapters) == [f"docs/index.md:3:5: {message}" for message in messages]
