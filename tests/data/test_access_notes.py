"""Tests of data.access_notes: an address is found where BibTeX has it."""

import pytest

from studyguide.data.access_notes import access_fields
from studyguide.data.official_series import UNPRINTED

ADDRESSES = [
    (r"\url{https://x.org/a}", {"url": "https://x.org/a"}),
    ("https://x.org/a.", {"url": "https://x.org/a"}),
    ("<https://x.org/a>", {"url": "https://x.org/a"}),
    (r"\href{https://x.org/a}{x.org}", {"url": "https://x.org/a"}),
    (r"Available at: \url{https://x.org/a}", {"url": "https://x.org/a"}),
    (r"[Online]. Available: \url{https://x.org/a}", {"url": "https://x.org/a"}),
    (r"Retrieved from https://x.org/a", {"url": "https://x.org/a"}),
    (r"\url{https://x.org/a} (accessed 3 May 2020)", {"url": "https://x.org/a", "urldate": "2020-05-03"}),
    (r"\url{https://x.org/a}, last accessed on 2020-05-03.", {"url": "https://x.org/a", "urldate": "2020-05-03"}),
    ("[Online; accessed 19-July-2020]", {"urldate": "2020-07-19"}),
    ("Accessed: 2020-05-03", {"urldate": "2020-05-03"}),
    ("(Accessed on May 3, 2020)", {"urldate": "2020-05-03"}),
]
OTHERS = [
    "Exhibition",
    r"See \url{https://x.org/a} and the archive",
    "Accessed: 05/06/2020",  # the fifth of June, or the sixth of May
    "Accessed in May 2020",
    "In force since 6 Oct. 1996",
    "Adopted at Paris, 2020-05-03",
    "",
]


@pytest.mark.parametrize(("written", "read"), ADDRESSES)
def test_an_address_or_a_day_alone(written: str, read: dict[str, str]) -> None:
    assert access_fields({"howpublished": written}) == {"howpublished": read}
    assert access_fields({"note": written}) == {"note": read}


@pytest.mark.parametrize("written", OTHERS)
def test_more_than_that_stays(written: str) -> None:
    assert access_fields({"note": written}) == {}


def test_fields_of_their_own_come_first() -> None:
    own = {"url": "https://x.org", "note": r"\url{https://x.org/a}"}
    assert access_fields(own) == {}
    assert access_fields(own | {"note": "Accessed: 2020-05-03"}) == {"note": {"urldate": "2020-05-03"}}
    assert access_fields({"howpublished": r"\url{https://x.org/a}", "note": r"\url{https://x.org/b}"}) == {
        "howpublished": {"url": "https://x.org/a"}
    }


def test_what_the_source_says_already_falls_away() -> None:
    own = {"url": "https://x.org/a", "urldate": "2020-05-03"}
    assert access_fields(own | {"note": "Accessed: 3 May 2020"}) == {"note": {UNPRINTED: "Accessed: 3 May 2020"}}
    assert access_fields(own | {"note": "https://x.org/a"}) == {"note": {UNPRINTED: "https://x.org/a"}}
    assert access_fields(own | {"note": "Accessed: 4 May 2020"}) == {}


def test_other_words_before_an_address_stay() -> None:
    written = r"Blog post, \url{https://x.org/a}"
    assert access_fields({"howpublished": written}) == {
        "howpublished": {"howpublished": "Blog post", "url": "https://x.org/a"}
    }
    assert access_fields({"howpublished": written, "url": "https://x.org"}) == {}
    assert access_fields({"note": written}) == {}
