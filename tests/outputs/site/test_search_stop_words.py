"""Names that are stop words of the search: they are found as names, and a pronoun is not."""

import json
import re
from pathlib import Path

import material
import pytest

from studyguide.data.guide import Guide
from studyguide.outputs.site import search_stop_words
from studyguide.outputs.site.search_index import Amender, SearchedPage
from studyguide.outputs.site.search_stop_words import named_stop_words
from tests.helpers import a_term

PAGE = SearchedPage("other.md", "other/", "Other", "")
WORKERS = Path(material.__file__).parent / "templates" / "assets" / "javascripts" / "workers"


def test_words_are_those_that_the_worker_leaves_out() -> None:
    (worker,) = WORKERS.glob("search.*.min.js")
    (listed,) = re.findall(r"\.generateStopWordFilter\((\[[^]]*\])\)", worker.read_text(encoding="utf-8"))
    assert frozenset(json.loads(listed)) == search_stop_words._STOP_WORDS


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("WHO", {"WHO"}),
        ("WHO guidelines", {"WHO"}),
        ("non-US citizen", {"US"}),
        ("may", {"may"}),
        ("right to water", set()),
        ("Who's Who", set()),
        ("vitamin A", set()),
        ("UNODC", set()),
    ],
)
def test_stop_words_of_a_name(name: str, words: set[str]) -> None:
    assert named_stop_words([name]) == words


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("<p>The WHO, and (WHO) again.</p>", "who_"),
        ("<p>A WHO-led group.</p>", "who_ wholed"),
        ("<p>Children who ask.</p>", None),
    ],
)
def test_text_is_found_by_a_name_that_is_a_stop_word(text: str, spellings: str | None) -> None:
    amender = Amender.of(Guide(terms=(a_term("who", "WHO"),)), {})
    (entry,) = amender.amend([{"location": "other/#s", "title": "Care", "text": text}], PAGE)
    assert entry.get("spellings") == spellings


def test_term_itself_is_found_by_it_as_by_a_name() -> None:
    amender = Amender.of(Guide(terms=(a_term("who", "WHO"), a_term("us", "United States", aliases=["US"]))), {})
    entries = [
        {"location": f"key-terms.md#term-{id_}", "title": title, "text": ""}
        for id_, title in (("who", "WHO"), ("us", "United States"))
    ]
    who, united_states = amender.amend(entries, PAGE)
    assert who["parts"] == "who_"
    assert "us_" in united_states["names"].split()


def test_index_without_such_a_name_has_no_more_words() -> None:
    amender = Amender.of(Guide(terms=(a_term("unodc", "UNODC"),)), {})
    (entry,) = amender.amend([{"location": "other/#s", "title": "Care", "text": "<p>The WHO.</p>"}], PAGE)
    assert "spellings" not in entry
