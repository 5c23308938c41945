"""Colours and their contrast, with the figures of WCAG's definition."""

import pytest

from studyguide.data.colours import BLACK, WHITE, contrast_in_words, likely_colour, parse_colour


@pytest.mark.parametrize(
    ("text", "hex"),
    [
        ("#00796B", "#00796b"),
        ("#076", "#007766"),
        ("teal", "#008080"),
        ("DarkGreen", "#006400"),
        ("tael", None),
        ("00796b", None),
        ("#00796b80", None),
        ("rgb(0, 1, 2)", None),
        ("", None),
    ],
)
def test_a_colour_is_a_number_or_a_name(text: str, hex: str | None) -> None:
    colour = parse_colour(text)
    assert (str(colour) if colour else None) == hex


def test_a_name_may_be_read_more_than_once() -> None:
    """Pillow keeps what it has read in the table of names, in another form."""
    assert parse_colour("teal") == parse_colour("teal")


@pytest.mark.parametrize(
    ("text", "contrast"),
    [("#000", "21.00"), ("#fff", "1.00"), ("#767676", "4.54"), ("#777777", "4.47"), ("#f00", "3.99")],
)
def test_contrast_with_white(text: str, contrast: str) -> None:
    colour = parse_colour(text)
    assert colour
    assert contrast_in_words(colour.contrast(WHITE)) == contrast
    assert colour.contrast(WHITE) == WHITE.contrast(colour)


@pytest.mark.parametrize("text", ["#fff", "#ff0", "#009edb", "#777", "#000"])
def test_the_nearest_readable_colour(text: str) -> None:
    colour = parse_colour(text)
    assert colour
    readable = colour.readable_on(WHITE, BLACK)
    assert readable.contrast(WHITE) >= 4.5
    assert readable.contrast(WHITE) < 4.7 or readable == colour


@pytest.mark.parametrize(
    ("text", "hint"), [("tael", 'Did you mean "teal"?'), ("00796b", 'Did you mean "#00796b"?'), ("our own", "")]
)
def test_what_was_likely_meant(text: str, hint: str) -> None:
    assert likely_colour(text) == hint
