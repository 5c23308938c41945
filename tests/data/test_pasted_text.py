"""Tests of data.pasted_text: words are mended to what a keyboard types, and other scripts keep their joiners."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.data.pasted_text import as_typed, divided_in_doubt, pasted_in


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [
        ("de\u00adserti\u00adfication", "desertification"),
        ("deserti\u200bfication", "desertification"),
        ("\ufeffwater", "water"),
        ("wa\u2060ter", "water"),
        ("ab\u200dcd", "abcd"),
        ("\ufb01sh, \ufb02ow, e\ufb00ort, e\ufb03cient, ba\ufb04e", "fish, flow, effort, efficient, baffle"),
        (
            "https://un.org/deserti\u00adfication and [a](https://un.org/e\ufb03cient)",
            "https://un.org/desertification and [a](https://un.org/efficient)",
        ),
        ("wa\u200fter \u202aflows\u202c", "water flows"),
        ("one\u2028two", "one two"),
        ("\u0395uropol, \u0391thens, U\u039d, wetl\u0430nd", "Europol, Athens, UN, wetland"),
        ("cafe\u0301 und U\u0308ber", "café und Über"),
        ("Vie\u0323\u0302t", "Việt"),
        ("\u304b\u3099", "が"),
        ("\u1112\u1161\u11ab", "한"),
        ("child\u2010friendly and non\u2011binding", "child-friendly and non-binding"),
        ("the deserti-\nfication of land", "the\ndesertification of land"),
        ("the deserti\u00ad\nfication of land", "the\ndesertification of land"),
        ("> the deserti-  \n> fication of", "> the  \n> desertification of"),
        ("a long-\nterm plan", "a\nlong-term plan"),
        ("all desertification: the deserti-\nfication", "all desertification: the\ndesertification"),
        ("they are wide-\nspread, so widespread", "they are\nwidespread, so widespread"),
        ("an eco-\nregion, that eco-region", "an\neco-region, that eco-region"),
    ],
)
def test_it_is_mended(pasted: str, typed: str) -> None:
    assert as_typed(pasted) == typed


IN_DOUBT = [
    *(
        ("UN", "led"),
        ("vice", "president"),
        ("risk", "based"),
        ("north", "south"),
        ("woman", "led"),
        ("duty", "bearers"),
    ),
    *(("age", "appropriate"), ("inter", "national"), ("wide", "spread"), ("multi", "lateral"), ("over", "whelm")),
]
"""Halves of words, some with a hyphen and some without."""


@pytest.mark.parametrize(("before", "after"), IN_DOUBT)
def test_what_may_be_one_word_or_two_is_in_doubt(before: str, after: str) -> None:
    assert list(divided_in_doubt(f"They are {before}-\n{after} too.")) == [(9, before, after)]
    assert list(divided_in_doubt(f"They are {before}-\n{after}, {before}-{after}.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian
        "क्\u200dष and র\u200d্য",  # Hindi, Bengali
        "ไทย\u200bไทย and ខ្មែរ\u200bខ្មែរ",  # Thai, Khmer
        "👩\u200d👧",
        "x\u0304 has no sign of its own",
        "short-\nand long-term",
        *(f"a {first}-\n{second} b" for first, second in IN_DOUBT),
        "- deserti-\n  fication",
        "a rule:\n\n- item-\n\nnext",
        "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1, \u041c\u043e\u0441\u043a\u0432\u0430",  # Greek, Russian
        "\u03b2-carotene, 5 \u03bcm, H\u03b1, \u0421\u0421\u0421P",
        "\u05e2\u05d1\u05e8\u05d9\u05ea (UN)\u200e, \u2067\u0633\u0644\u0627\u0645\u2069",  # signs of direction
        "[a plan](cafe\u0301.md) and <https://x.org/cafe\u0301>",
        "café, naïve, 1990\u20132000",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert as_typed(text) == text
    assert list(pasted_in(text)) == []


@given(st.text("aé-\u00ad\u200b\u200d\ufb01e\u0301\u2010 \n>نक"))
def test_a_second_time_changes_little_and_no_line_is_lost(text: str) -> None:
    typed = as_typed(text)
    assert typed.count("\n") == text.count("\n")
    assert unicodedata.normalize("NFC", as_typed(typed)).count("\n") == typed.count("\n")
