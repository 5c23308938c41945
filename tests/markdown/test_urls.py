"""Tests of markdown.urls: what an address begins with, as a browser reads it."""

import pytest

from studyguide.diagnostics.diagnostic import Location
from studyguide.markdown.urls import SAFE_SCHEMES, WEB_SCHEMES, scheme_of, unsafe_url_scheme


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://www.example.org/a:b", "https"),
        ("HTTP://www.example.org", "http"),
        ("mailto:chairs@example.org", "mailto"),
        ("tel:116111", "tel"),
        ("JavaScript:alert(1)", "javascript"),
        ("java\tscr\nipt\r:alert(1)", "javascript"),
        ("\x00\x1f \tjavascript:alert(1)", "javascript"),
        ("web+guide.x-1:a", "web+guide.x-1"),
        ("background.md#poverty", ""),
        ("//www.example.org", ""),
        ("./a:b", ""),
        ("#a:b", ""),
        ("1a:b", ""),
        ("a b:c", ""),
        ("!javascript:alert(1)", ""),
        (":a", ""),
        ("", ""),
    ],
)
def test_what_an_address_begins_with(address: str, scheme: str) -> None:
    assert scheme_of(address) == scheme


def test_an_address_that_is_unsafe_is_told_with_what_it_begins_with() -> None:
    assert str(unsafe_url_scheme(Location("docs/a.md", 3, 5), "data")) == (
        'docs/a.md:3:5: An address here cannot begin with "data:". '
        "Name a file of the guide, or begin it with https:// or mailto:. [unsafe-address]"
    )


def test_a_link_may_lead_to_files_websites_letters_and_telephones() -> None:
    assert {"", "http", "https"} == WEB_SCHEMES
    assert {"", "http", "https", "mailto", "tel"} == SAFE_SCHEMES
