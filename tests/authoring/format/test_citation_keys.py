"""Tests of authoring.format.citation_keys: keys as those of the guide are, free, and fit to be cited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.authoring.format.citation_keys import new_key
from studyguide.data.bibliography import Source
from studyguide.markdown.citations import parse_citation
from tests.helpers import a_source


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"author": "{UNICEF}", "title": "Protecting children online", "date": "2021-02-08"}, "unicef2021protecting"),
        ({"author": "{INHOPE}", "title": "Livestreamed abuse"}, "inhope-nd-livestreamed"),
        ({"author": "{Channel4}", "title": "Watkins", "date": "2013"}, "channel4-2013watkins"),
        ({"author": "Winters, Georgia M. and Jeglic, Liz", "title": "Stages of", "year": "2017"}, "winters2017stages"),
        ({"author": "van der Müller, Jürgen", "title": "{Ärzte} heute", "date": "2020"}, "muller2020arzte"),
        ({"author": "Anna Smith", "title": "The law", "date": "1999"}, "smith1999law"),
        ({"author": "{United Nations Office on Drugs and Crime}", "title": "Module 12"}, "unodc-nd-module"),
        ({"author": "{World Health Organization (WHO)}", "title": "Health", "date": "2020"}, "who2020health"),
        ({"author": "{World Bank}", "title": "The World Bank", "date": "2020"}, "worldbank2020world"),
        ({"journaltitle": "AYV News", "title": "World Day"}, "ayvnews-nd-world"),
        ({"title": "UNICEF helps", "url": "https://www.unicef.org/a"}, "unicef-nd-helps"),
        ({"title": "Права"}, "anonymous-nd-prava"),
        ({"title": "？"}, "anonymous-nd-untitled"),
    ],
)  # fmt: skip
def test_a_key_is_author_year_and_word(fields: dict[str, str], key: str) -> None:
    assert new_key(a_source("", **fields), []) == key


def test_an_author_is_called_as_in_the_keys_of_their_other_sources() -> None:
    known = [a_source("eucommission2012speech", author="{European Commission}"), a_source("x", author="{Other}")]
    source = a_source("", author="{European Commission}", title="Report", date="2024")
    assert new_key(source, known) == "eucommission2024report"


def test_a_key_that_is_taken_gets_more_words_and_then_a_number() -> None:
    source = a_source("", author="{UN}", title="The first second third fourth", date="2020")
    known: list[Source] = []
    for key in ("UN2020first", "un2020firstsecond", "un2020firstsecondthird", "un2020first-2", "un2020first-3"):
        assert new_key(source, known) == key.lower()
        known.append(a_source(key))


@given(
    st.dictionaries(st.sampled_from(["author", "title", "date", "url", "publisher", "editor"]), st.text(max_size=20)),
    st.sets(st.sampled_from(["anonymous-nd-untitled", "a-nd-b"])),
)
def test_every_key_can_be_cited_and_is_free(fields: dict[str, str], keys: set[str]) -> None:
    known = [a_source(key) for key in keys]
    key = new_key(a_source("", **fields), known)
    assert key not in keys
    assert a_source(key).has_good_key
    assert [work.key for work in parse_citation(f"@{key}")] == [key]
