"""Tests of studyguide.checks: what is told of a guide in memory, and of what nothing is told."""

from collections.abc import Iterable

import pytest
from helpers import a_term, an_event, read

from studyguide.chapters import Chapter
from studyguide.checks import check_guide
from studyguide.events import Event
from studyguide.files import LOST
from studyguide.guide import Guide
from studyguide.problems import Location, Problem
from studyguide.sources import Source
from studyguide.terms import Term

FILES = {"index.md", "background.md", "stakeholders.md", "chairs/start.md", "assets/chart.svg", "assets/two words.png"}
SOURCE = Location("bibliography.bib", 4)
BACKGROUND = "# Background\n\n## Poverty {#poverty}\n\nText.\n\n## Über uns\n\n<a id='raw'></a>Text.\n"
STAKEHOLDERS = "# Stakeholders\n\n## Europol {#europol}\n\nText.\n"


def a_source(key: str, **fields: str) -> Source:
    return Source(key, {"title": "A title", **fields}, SOURCE)


def a_guide(
    terms: Iterable[Term] = (), events: Iterable[Event] = (), sources: Iterable[Source] = (), **more: object
) -> Guide:
    terms, events, sources = tuple(terms), tuple(events), tuple(sources)
    ids = {
        "term_ids": frozenset(term.id for term in terms),
        "event_ids": frozenset(event.id for event in events),
        "source_keys": frozenset(source.key for source in sources),
    }
    return Guide(terms=terms, events=events, sources=sources, **(ids | more))  # type: ignore[arg-type]


def chapters_with(text: str, path: str = "index.md", **others: str) -> list[Chapter]:
    """A chapter of this text, and those that links lead to."""
    texts = {"background.md": BACKGROUND, "stakeholders.md": STAKEHOLDERS, "chairs/start.md": "# Start\n", path: text}
    return [read(text, path=path)[0] for path, text in texts.items()]


def told(guide: Guide, chapters: Iterable[Chapter]) -> list[str]:
    """What is told, but for the lists that have no page in so small a guide."""
    problems = check_guide(guide, list(chapters), FILES)
    return [str(problem) for problem in problems if "There is no line" not in problem.message]


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
    problems = check_guide(a_guide(sources=sources), chapters, FILES | {"bibliography.md"})
    assert [str(problem) for problem in problems if problem.where.path == "docs/index.md"] == [
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
        ("![A dot.](data:image/gif;base64,R0lGODlhAQABAAAAACw=)", []),
        ("![](assets/chart.svg)", [NO_TEXT]),
        ("![ ](assets/chart.svg)", [NO_TEXT]),
        ("![Two bars.](assets/chrt.svg)", ['No file in docs/ is "assets/chrt.svg". Did you mean "assets/chart.svg"?']),
        ("![](zebra.png)", ['No file in docs/ is "zebra.png". Check the spelling.', NO_TEXT]),
        ("![Two bars.](https://www.example.org/chart.svg)", [ELSEWHERE]),
        ("![Two bars.](//www.example.org/chart.svg)", [ELSEWHERE]),
        ("![x](https://[x)", ['The address "https://[x" cannot be read. Check the part after the "//".']),
    ],
)
def test_pictures(picture: str, messages: list[str]) -> None:
    chapters = chapters_with(f"# A guide\n\nSee {picture}\n")
    assert told(a_guide(), chapters) == [f"docs/index.md:3:5: {message}" for message in messages]


@pytest.mark.parametrize(
    ("event", "message"),
    [
        (an_event("e", actors=["europol"], terms=["hotline"], see=["background.md#poverty", "index.md"]), ""),
        (
            an_event("e", actors=["europl"]),
            'No section of docs/stakeholders.md has the id "europl". Did you mean "europol"?',
        ),
        (
            an_event("e", actors=["stakeholders"]),  # the title of the page is no stakeholder
            'No section of docs/stakeholders.md has the id "stakeholders". Check the spelling.',
        ),
        (an_event("e", terms=["hotlin"]), 'No term in glossary.yaml has the id "hotlin". Did you mean "hotline"?'),
        (an_event("e", see=["backgrund.md#x"]), 'No chapter is at "backgrund.md". Did you mean "background.md"?'),
        (an_event("e", see=["assets/chart.svg"]), 'No chapter is at "assets/chart.svg". Check the spelling.'),
        (
            an_event("e", see=["background.md#povert"]),
            'No section of docs/background.md has the id "povert". Did you mean "poverty"?',
        ),
        (
            an_event("e", see=["background.md#raw"]),  # a place, and no section: it could hold no list of events
            'No section of docs/background.md has the id "raw". Check the spelling.',
        ),
        (an_event("e", former_ids=["old"]), ""),
        (an_event("e", former_ids=["e"]), 'The former id "e" is the id of another event. Take it out here.'),
    ],
)
def test_what_events_name(event: Event, message: str) -> None:
    guide = a_guide([a_term("hotline")], [event])
    assert told(guide, chapters_with("# Home\n")) == ([f"timeline.yaml:1:1: {message}"] if message else [])


def test_a_guide_without_a_stakeholders_page() -> None:
    message = 'timeline.yaml:1:1: No section of docs/stakeholders.md has the id "europol". Check the spelling.'
    assert told(a_guide(events=[an_event("e", actors=["europol"])]), [read("# Home\n", path="index.md")[0]]) == [
        message
    ]


@pytest.mark.parametrize(
    ("term", "message"),
    [
        (a_term("other", see_also=["hotline"], former_ids=["old"]), ""),
        (a_term("other", see_also=["line"]), 'No term in glossary.yaml has the id "line". Did you mean "hotline"?'),
        (
            a_term("other", former_ids=["hotline"]),
            'The former id "hotline" is the id of another term. Take it out here.',
        ),
        (
            a_term("other", aliases=["HOTLINE"]),
            '"HOTLINE" already names the term "hotline". Take it away from one of the two.',
        ),
    ],
)
def test_what_terms_name(term: Term, message: str) -> None:
    guide = a_guide([a_term("hotline"), term])
    assert told(guide, chapters_with("# Home\n")) == ([f"glossary.yaml:1:1: {message}"] if message else [])


def test_of_a_file_that_cannot_be_read_nothing_is_unknown() -> None:
    guide = a_guide([a_term("a", see_also=["b"])], [an_event("e", terms=["b"])], term_ids=None, event_ids=None)
    assert told(guide, chapters_with("# Home\n\n[x](term:b) [y](event:f)\n")) == []


def test_a_fault_in_an_entry_makes_no_links_to_it_wrong() -> None:
    guide = a_guide(term_ids=frozenset({"faulty"}), event_ids=frozenset({"faulty"}))
    assert told(guide, chapters_with("# Home\n\n[x](term:faulty) [y](event:faulty)\n")) == []


def test_citations_of_unknown_sources() -> None:
    text = "# Home\n\nText.[@smith, p. 4; see @smiht] Note.[^n]\n\n[^n]: In a note.[@jones]\n"
    assert told(a_guide(sources=[a_source("smith")]), chapters_with(text)) == [
        'docs/index.md:3:25: No source in bibliography.bib has the key "smiht". Did you mean "smith"?',
        'docs/index.md:5:18: No source in bibliography.bib has the key "jones". Check the spelling.',
    ]


@pytest.mark.parametrize(
    ("text", "fields", "warns"),
    [
        ("Text.", {}, True),
        ("Text.[@smith]", {}, False),
        ("Text.[@jones; @smith]", {}, False),
        ("[A law](source:smith).", {}, False),
        ("Text.", {"keywords": "further-reading"}, False),
        ("Text.", {"keywords": "law, further-reading; old"}, False),
        ("Text.", {"keywords": "not further-reading-material"}, True),
        ("`[@smith]`", {}, True),
    ],
)
def test_an_uncited_source_is_a_warning(text: str, fields: dict[str, str], warns: bool) -> None:
    guide = a_guide(sources=[a_source("smith", **fields), a_source("jones", keywords="further-reading")])
    problems = check_guide(guide, chapters_with(f"# Home\n\n{text}\n"), FILES)
    hint = "Cite it, or mark it with keywords = {further-reading}."
    expected = Problem(SOURCE, 'Nothing cites the source "smith".', hint, is_warning=True)
    assert [problem for problem in problems if problem.where == SOURCE] == [expected] * warns


def test_a_character_that_only_one_font_knows() -> None:
    chapters = chapters_with("# Home\n\nA \ue000 and a \uf123.\n")
    assert chapters[-1].passage.text.count(LOST) == 2
    message = "A character here was lost when the text was copied. Type it again."
    assert told(a_guide(), chapters) == [f"docs/index.md:3:3: {message}"]


def missing(guide: Guide, *chapters: Chapter) -> list[str]:
    return [str(problem) for problem in check_guide(guide, chapters, FILES) if "There is no line" in problem.message]


def test_data_that_no_page_shows() -> None:
    sources = [a_source("a"), a_source("b", keywords="further-reading")]
    terms = [a_term("a"), a_term("b", is_abbreviation=True)]
    guide = a_guide(terms, [an_event("e")], sources)
    hint = "Put it where the list is to stand."
    assert missing(guide) == [
        f'docs/bibliography.md:1: There is no line "<!-- further-reading -->" on this page. {hint}',
        f'docs/bibliography.md:1: There is no line "<!-- works-cited -->" on this page. {hint}',
        f'docs/key-terms.md:1: There is no line "<!-- abbreviations -->" on this page. {hint}',
        f'docs/key-terms.md:1: There is no line "<!-- key-terms -->" on this page. {hint}',
        f'docs/timeline.md:1: There is no line "<!-- timeline -->" on this page. {hint}',
    ]
    texts = {
        "bibliography.md": "<!-- works-cited -->\n\n<!-- further-reading -->\n",
        "key-terms.md": "<!-- key-terms -->\n\n<!-- abbreviations -->\n",
        "timeline.md": "<!-- timeline -->\n",
    }
    assert missing(guide, *[read(text, path=path)[0] for path, text in texts.items()]) == []
    swapped = zip(texts, reversed(list(texts.values())), strict=True)
    assert len(missing(guide, *[read(text, path=path)[0] for path, text in swapped])) == 3


def test_no_page_is_needed_for_what_a_guide_does_not_have() -> None:
    assert missing(a_guide()) == []
    assert len(missing(a_guide([a_term("a")]))) == 1
    assert len(missing(a_guide(sources=[a_source("a")]))) == 1


def test_everything_is_told_at_once_and_once_in_the_order_of_places() -> None:
    """What was found while loading, while reading, and while checking; the same at one place is one problem."""
    loaded = Problem(Location("mkdocs.yml", 3, 1), "Found while loading.")
    late, early = (
        Problem(Location("glossary.yaml", 10, 2), "Late."),
        Problem(Location("glossary.yaml", 9, 30), "Early."),
    )
    guide = a_guide(problems=(loaded, late, early, loaded))
    text = "# Home\n\n[x](gone-a.md) ![](gone-b.svg)\n\nText.[^none]\n"
    assert told(guide, chapters_with(text)) == [
        'docs/index.md:3:1: No file in docs/ is "gone-a.md". Check the spelling.',
        'docs/index.md:3:16: No file in docs/ is "gone-b.svg". Check the spelling.',
        f"docs/index.md:3:16: {NO_TEXT}",
        'docs/index.md:5:6: There is no note "[^none]". Write a line "[^none]: ..." below.',
        "glossary.yaml:9:30: Early.",
        "glossary.yaml:10:2: Late.",
        "mkdocs.yml:3:1: Found while loading.",
    ]


def test_an_unreadable_file_makes_nothing_else_wrong() -> None:
    cited = chapters_with("# Home\n\nWord.[@smith2001] [x](source:smith2001) [x](term:hotline)")
    assert told(a_guide(source_keys=None, term_ids=None), cited) == []


def test_a_merge_conflict_in_a_chapter_is_told() -> None:
    text = "# Home\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n"
    assert told(a_guide(), chapters_with(text)) == [
        "docs/index.md:3:1: A merge conflict is left here. Keep one of the two versions "
        "and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
    ]
