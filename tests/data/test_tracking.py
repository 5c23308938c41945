"""Tests of data.tracking: tracking parameters go, everything else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.data.tracking import same_page, tracked_in, without_tracking

PIECES = [
    *("https://x.org", "/a", "?", "&", "&amp;", r"\&", "#", "utm_source=", "fbclid=", "gclid=1", "b=2", "c", "=", "."),
    *(" ", ")", "'", '"', "\\", "é", "%20", "\n", ",", "(", "]"),
]


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("https://x.org?utm_source=a", "https://x.org"),
        ("HTTPS://x.org/a/?fbclid=IwAR0_x-Y~z", "HTTPS://x.org/a/"),
        ("https://x.org/?utm_source=a&utm_medium=b%20c&id=1", "https://x.org/?id=1"),
        ("https://x.org/?id=1&utm_source=a&b=2&gclid=c", "https://x.org/?id=1&b=2"),
        ("https://x.org/?utm_source=a#part", "https://x.org/#part"),
        ("https://x.org/?a=1&amp;utm_source=b&amp;c=2", "https://x.org/?a=1&amp;c=2"),
        (r"https://x.org/?a=1\&utm_source=b", "https://x.org/?a=1"),
        ("See [it](https://x.org/?mc_cid=1), or (https://x.org/A_(b)?igshid=x).", "See [it](https://x.org/), or (https://x.org/A_(b))."),
        ("Read https://x.org?utm_source=a.b.", "Read https://x.org."),
        ("See [it](https://x.org/a#:~:text=water%20is,-dry).", "See [it](https://x.org/a)."),
        ("https://x.org/a?fbclid=1#b:~:text=c", "https://x.org/a#b"),
        ("https://youtu.be/Xy?si=a_B-1", "https://youtu.be/Xy"),
        ("https://www.youtube.com/watch?v=a&t=9&feature=share", "https://www.youtube.com/watch?v=a&t=9"),
        ("https://x.com/UN/status/1?s=20&t=a", "https://x.com/UN/status/1"),
        ("https://en.wikipedia.org/wiki/Lake?wprov=sfti1#Salt", "https://en.wikipedia.org/wiki/Lake#Salt"),
        ("https://www.theguardian.com/a?CMP=share_btn_tw", "https://www.theguardian.com/a"),
        ("https://x.org/?UTM_Source=a&mtm_campaign=b&WT.mc_id=c&id=1", "https://x.org/?id=1"),
        ("See google.com/url?q=https://x.org/a&sa=D.", "See https://x.org/a."),
    ],
)  # fmt: skip
def test_a_tail_is_taken_off(written: str, clean: str) -> None:
    assert without_tracking(written) == clean


@pytest.mark.parametrize(
    "text",
    [
        "https://x.org/?id=1&source=utm",
        "https://x.org/utm_source=a",
        "https://x.org/?si=1&s=2&t=3&feature=4&CMP=5&partner=6",  # the names of other sites
        "https://notyoutube.com/?si=1",
        "https://x.com/search?q=a&s=1",
        "https://x.org/?q=fbclid",
        "?utm_source=a",
        "https://x.org/?next=https://y.org/?utm_source=a",  # whose tail it is, one cannot tell
        "'https://x.org/?utm_source=it''s'",  # a text in YAML, which goes on
        r"https://x.org/?utm_source=a\u0026b=1",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert without_tracking(text) == text


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_a_second_time_changes_nothing_and_words_stay(text: str) -> None:
    clean = without_tracking(text)
    assert without_tracking(clean) == clean
    assert [word for word in clean.split() if "://" not in word] == [w for w in text.split() if "://" not in w]
    assert clean.count("https://x.org") == text.count("https://x.org")


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_the_tails_of_a_text_are_found_where_they_are(text: str) -> None:
    for start, end, clean, _ in reversed(list(tracked_in(text))):
        text = text[:start] + clean + text[end:]
    assert list(tracked_in(text)) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://x.org/a",
        "https://www.x.org/a/",
        "https://X.ORG/a?utm_source=b",
        "https://x.org/a#part",
        "https://x.org/%61",
    ],
)
def test_addresses_of_one_page_are_the_same(address: str) -> None:
    assert same_page(address) == same_page("https://x.org/a")


@pytest.mark.parametrize(
    "address", ["https://x.org/A", "https://x.org/a?b=1", "https://y.org/a", "https://x.org", "https://[x"]
)
def test_addresses_of_two_pages_are_not(address: str) -> None:
    assert same_page(address) != same_page("https://x.org/a")
