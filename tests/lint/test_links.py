"""Tests of lint.links: where the links and pictures of a chapter lead."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from studyguide.data.guide import Guide
from studyguide.images.files import PictureFiles
from studyguide.lint.context import LintContext
from studyguide.lint.links import broken_links, faulty_pictures
from studyguide.markdown.chapter import Chapter
from tests.helpers import a_guide, a_source, a_term, an_event, chapters_with, read

FILES = {"index.md", "background.md", "stakeholders.md", "chairs/start.md"}
FILES |= {"assets/chart.svg", "assets/my_chart.svg", "assets/two words.png"}


def told(guide: Guide, chapters: Sequence[Chapter]) -> list[str]:
    """What is told of the links and pictures of some chapters."""
    context = LintContext(guide, chapters, FILES | {chapter.path for chapter in chapters})
    problems = [problem for chapter in chapters for problem in broken_links(chapter, context)]
    problems += [problem for chapter in chapters for problem in faulty_pictures(chapter, context)]
    return [str(problem) for problem in sorted(problems)]


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
        "[x](assets/my\\_chart.svg)",
        "[x](https://www.example.org/#gone)",
        "[x](//www.example.org/)",
        "[x](mailto:me@example.org)",
        "[x](tel:116111)",
        "<https://www.example.org/>",
        "[x](term:hotline)",
        "[x](event:crc-1989)",
        "[x](source:smith2001)",
        "[x](source:un:2000)",
        "[x](term:none)",
        "`[x](gone.md)`",
    ],
    'No file in docs/ is "backgrund.md". Did you mean "background.md"? [unknown-file]': [
        "[x](backgrund.md)",
        "[x](backgrund.md#gone)",
        "[x](chairs/../backgrund.md)",
    ],
    'No file in docs/ is "background". Did you mean "background.md"? [unknown-file]': [
        "[x](background/)",
        "[x](background#poverty)",
    ],
    'No file in docs/ is "www.un.org/a". Write "https://www.un.org/a#b" if it is a website. [unknown-file]': [
        "[x](www.un.org/a#b)"
    ],
    'No file in docs/ is "un.org". Write "https://un.org" if it is a website. [unknown-file]': ["[UN](un.org)"],
    'No file in docs/ is "un.org.md". Check the spelling. [unknown-file]': ["[UN](un.org.md)"],
    'No file in docs/ is "brickyard.md". Check the spelling. [unknown-file]': ["[x](brickyard.md)"],
    'No file in docs/ is "../zebra.txt". Check the spelling. [unknown-file]': ["[x](../zebra.txt)"],
    'No place in docs/background.md has the id "povrty". Did you mean "poverty"? [unknown-section]': [
        "[x](background.md#povrty)"
    ],
    'No place in docs/index.md has the id "zzz". Check the spelling. [unknown-section]': [
        "[x](#zzz)",
        "[x](index.md#zzz)",
    ],
    'The link "/background.md" works on one site alone. Link to a chapter\'s file, as in "background.md#poverty". '
    "[absolute-link]": ["[x](/background.md)"],
    "This link has no address. Write where it leads. [unknown-link]": ["[x]()", "[x](<>)", "[x](< >)"],
    'No link begins with "terms:". Did you mean "term"? [unknown-link]': ["[x](terms:hotline)", "[x](terms:a:b)"],
    'No link begins with "sources:". Did you mean "source"? [unknown-link]': ["[x](sources:smith2001)"],
    'No link begins with "Event:". Did you mean "event"? [unknown-link]': ["[x](Event:crc-1989)"],
    'No term in glossary.yaml has the id "hotlines". Did you mean "hotline"? [unknown-term]': ["[x](term:hotlines)"],
    'No term in glossary.yaml has the id "helpline". Did you mean "hotline"? [unknown-term]': ["[x](term:helpline)"],
    'No term in glossary.yaml has the id "". Check the spelling. [unknown-term]': ["[x](term:)"],
    'No event in timeline.yaml has the id "crc". Check the spelling. [unknown-event]': ["[x](event:crc)"],
    'No source in bibliography.bib has the key "smith2010". Did you mean "smith2001"? [unknown-source]': [
        "[x](source:smith2010)"
    ],
    'An address here cannot begin with "file:". Name a file of the guide, or begin it with https:// or mailto:. '
    "[unsafe-address]": ["[x](file:///C:/guide.docx)"],
    'The address "https://[x" cannot be read. Check the part after the "//". [unreadable-address]': ["[x](https://[x)"],
}


@pytest.mark.parametrize(("link", "message"), [(link, message) for message, links in LINKS.items() for link in links])
def test_links(link: str, message: str) -> None:
    guide = a_guide(
        [a_term("hotline", see_also=["hotline"])], [an_event("crc-1989")], [a_source("smith2001"), a_source("un:2000")]
    )
    chapters = chapters_with(f"# A guide\n\nSee {link} and [the source](source:smith2001).\n")
    assert told(guide, chapters) == ([f"docs/index.md:3:5: {message}"] if message else [])


def test_a_link_is_resolved_from_its_own_chapter() -> None:
    text = "# Start\n\n[a](../background.md#poverty) [b](background.md) [c](start.md) [d](#start)\n"
    assert told(a_guide(), chapters_with(text, "chairs/start.md")) == [
        'docs/chairs/start.md:3:31: No file in docs/ is "chairs/background.md". Did you mean "background.md"? '
        "[unknown-file]"
    ]


def test_every_source_has_a_place_on_the_bibliography_page() -> None:
    """Also one for further reading, that nothing cites; the page's lists are made when all chapters are read."""
    sources = [a_source("read", keywords="further-reading"), a_source("cited")]
    links = "[a](bibliography.md#ref-read) [b](bibliography.md#ref-cited) [c](bibliography.md#ref-cite)"
    text = f"# Home\n\nText.[@cited]\n\n{links}\n"
    chapters = [*chapters_with(text), read("# Sources\n", path="bibliography.md")[0]]
    problems = told(a_guide(sources=sources), chapters)
    assert [problem for problem in problems if problem.startswith("docs/index.md")] == [
        'docs/index.md:5:62: No place in docs/bibliography.md has the id "ref-cite". Did you mean "ref-cited"? '
        "[unknown-section]"
    ]


def test_the_page_of_countries_has_a_place_for_each_that_is_named_and_for_each_group() -> None:
    links = "[a](countries.md#country-pe) [b](countries.md#group-weog) [c](countries.md#country-cl)"
    chapters = [
        read(f"# Home\n\nIn Peru.\n\n{links}\n", path="index.md", has_countries=True)[0],
        read("# Countries\n\n<!-- countries -->\n", path="countries.md", has_countries=True)[0],
    ]
    (problem,) = told(replace(a_guide(), has_countries=True), chapters)
    assert problem.startswith('docs/index.md:5:59: No place in docs/countries.md has the id "country-cl"')


def test_a_country_that_a_source_or_an_actor_alone_names_has_a_place_there() -> None:
    links = "[a](countries.md#country-pe) [b](countries.md#named-fr) [c](countries.md#named-countries)"
    chapters = [
        read(f"# Home\n\n{links}\n", path="index.md", has_countries=True)[0],
        read("# Countries\n\n<!-- countries -->\n", path="countries.md", has_countries=True)[0],
        read("# Stakeholders\n\n## France {#france}\n\nText.\n", path="stakeholders.md")[0],
    ]
    events, sources = [an_event("one", actors=["france"])], [a_source("law", title="The law of Peru")]
    guide = replace(a_guide(events=events, sources=sources), has_countries=True)
    assert told(guide, chapters) == []


NO_TEXT = (
    "This picture has no text for those who cannot see it. "
    "Say in a sentence what it shows: ![A bar chart of ...](file.svg). [picture-without-text]"
)
ELSEWHERE = (
    "This picture would be fetched from another site. Save it in docs/assets/ and name that file. "
    "[picture-from-elsewhere]"
)
NO_FILE = "This picture names no file. Name one below docs/, as in assets/chart.svg. [unknown-file]"
UNSAFE = "Name a file of the guide, or begin it with https:// or mailto:. [unsafe-address]"


@pytest.mark.parametrize(
    ("picture", "messages"),
    [
        ("![Two bars.](assets/chart.svg)", []),
        ("![Two bars.](assets/chart.svg?v=2#bars)", []),
        ("![Two bars.](assets/two%20words.png)", []),
        ("![Two bars.](assets/my\\_chart.svg)", []),
        ("![](assets/chart.svg)", [NO_TEXT]),
        ('<img width="2000">', [NO_FILE]),
        ("![Two bars.]({{ site.url }}/chart.svg)", []),
        ("![ ](assets/chart.svg)", [NO_TEXT]),
        (
            "![Two bars.](assets/chrt.svg)",
            ['No file in docs/ is "assets/chrt.svg". Did you mean "assets/chart.svg"? [unknown-file]'],
        ),
        ("![](zebra.png)", [NO_TEXT, 'No file in docs/ is "zebra.png". Check the spelling. [unknown-file]']),
        ("![Two bars.](https://www.example.org/chart.svg)", [ELSEWHERE]),
        ("![Two bars.](http://www.example.org/chart.svg)", [ELSEWHERE]),
        ("![Two bars.](https:chart.svg)", [ELSEWHERE]),
        ("![Two bars.](http:chart.svg)", [ELSEWHERE]),
        ("![Two bars.](//www.example.org/chart.svg)", [ELSEWHERE]),
        ("![Two bars.]()", [NO_FILE]),
        ("![Two bars.](#bars)", [NO_FILE]),
        ("![Two bars.](data:image/png;base64,AA)", [f'An address here cannot begin with "data:". {UNSAFE}']),
        (
            "![x](https://[x)",
            ['The address "https://[x" cannot be read. Check the part after the "//". [unreadable-address]'],
        ),
    ],
)
def test_pictures(picture: str, messages: list[str]) -> None:
    chapters = chapters_with(f"# A guide\n\nSee {picture}\n")
    assert told(a_guide(), chapters) == [f"docs/index.md:3:5: {message}" for message in messages]


def test_the_file_of_a_picture_and_of_a_link_is_looked_into(tmp_path: Path) -> None:
    files = {"page.png": b"<html>", "photo.heic": b"\0\0\0 ftypheic", "film.mp4": b"\0\0\0 ftypisom"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    text = "![B](../page.png) ![C](../zebra.jpg)\n\n[D](../photo.heic) [E](../film.mp4) [F](../page.png)\n"
    chapter, _ = read(text, path="chairs/start.md")
    context = LintContext(a_guide(), [chapter], files, PictureFiles(tmp_path, tmp_path / "cache"))
    assert [str(problem) for check in (faulty_pictures, broken_links) for problem in check(chapter, context)] == [
        'docs/chairs/start.md:1:1: The file "page.png" is no picture, whatever its name says. '
        "Save it anew as PNG, JPEG or SVG. [wrong-picture]",
        'docs/chairs/start.md:1:19: No file in docs/ is "zebra.jpg". Check the spelling. [unknown-file]',
        'docs/chairs/start.md:3:1: The file "photo.heic" is a HEIC file, which most browsers do not show. '
        "Open it in a program for pictures, save it as PNG, JPEG or SVG, and name that file. [wrong-picture]",
    ]


def test_a_chart_drawn_in_the_page_needs_no_file() -> None:
    table = "| Year | Reports |\n| --- | --- |\n| 2020 | 3 |"
    text = f'<figure class="chart" markdown="1" aria-label="Reports by year">\n\n{table}\n\n</figure>\n'
    chapter, _ = read(text)
    assert chapter.pictures
    assert told(a_guide(), [chapter]) == []
