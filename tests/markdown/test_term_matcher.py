"""Tests of markdown.term_matcher: golden/mentions.yaml, and a slow oracle."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyguide.data.glossary import Term
from studyguide.markdown.term_matcher import TermMatcher, is_abbreviation
from tests import paths
from tests.helpers import a_term, read

GOLDEN = yaml.safe_load((paths.GOLDEN / "mentions.yaml").read_text(encoding="utf-8"))
CASES = [(group["terms"], text, expected) for group in GOLDEN for text, expected in group["cases"]]


def shown(html: str) -> str:
    """The words on the page, with links to terms as «id|words»."""
    html = re.sub(r"<section .*|<a [^>]*class=\"headerlink\".*?</a>", "", html, flags=re.DOTALL)
    html = re.sub(r'<a class="guide-term"[^>]*#term-([^"]*)"[^>]*>(.*?)</a>', r"«\1|\2»", html, flags=re.DOTALL)
    html = re.sub(r"<(?!!--)[^>]*>", "", html)
    return re.sub(r"\n+", "\n", unescape(html)).strip()


@pytest.mark.parametrize(("terms", "text", "expected"), CASES)
def test_links_the_first_mention(terms: list[dict[str, Any]], text: str, expected: str) -> None:
    _, html = read(text, [a_term(**term) for term in terms])
    assert shown(html) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("CSAM", True),
        ("EU", True),
        ("ISPs", True),
        ("ICSE database", True),
        ("WePROTECT", True),
        ("Child", False),
        ("Convention on the Rights of the Child", False),
        ("eSafety", False),
        ("e-mail", False),
    ],
)
def test_an_abbreviation_has_two_capitals_in_a_word(form: str, expected: bool) -> None:
    assert is_abbreviation(form) is expected


def test_terms_of_one_spelling_differ_by_capitals() -> None:
    sea, ocean = a_term("sea", "SEA"), a_term("ocean", "Sea")
    found = [(mention.term.id, mention.start, mention.end) for mention in TermMatcher([sea, ocean]).find("SEA sea Sea")]
    assert found == [("sea", 0, 3), ("ocean", 4, 7), ("ocean", 8, 11)]


def test_protected_names_win_over_terms_of_the_same_words() -> None:
    for terms in (
        [a_term("a", "Red tape"), a_term("b", "Tape", protect=["red tape"])],
        [a_term("b", "Tape", protect=["red tape"]), a_term("a", "Red tape")],
    ):
        assert [mention.term.id for mention in TermMatcher(terms).find("red tape, tape")] == ["b"]


def test_a_deprecated_name_is_no_mention_in_any_spelling() -> None:
    terms = [a_term("a", "Tape", aliases=["red"], deprecated=["red tape", "HD Tape"])]
    found = [(mention.start, mention.end) for mention in TermMatcher(terms).find("Red\nTape, hd tape, red, tape")]
    assert found == [(19, 22), (24, 28)]


# Few words, so that forms overlap and texts hold them often.
WORD = st.sampled_from(["a", "b", "A", "AB", "Ab", "ab", "child's", "B’s", "é", "-", "_", "1"])
FORM = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
TEXT = st.lists(st.sampled_from(["a", "b", "AB", "ab", " ", "\n", "-", "'s", "’s", "child", "é", "_", "."])).map(
    "".join
)


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Words (letters, digits, apostrophes inside), genitive endings, and single signs, found letter by letter."""
    found = []
    place = 0
    while place < len(text):
        end = place + 1
        if is_word_letter(text[place]):
            while end < len(text) and (is_word_letter(text[end]) or joins(text, end)):
                end += 1
        elif is_genitive(text, place):
            end += 1
        if not text[place].isspace():
            found.append((text[place:end].replace("’", "'"), place, end))
        place = end
    return found


def is_word_letter(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def joins(text: str, place: int) -> bool:
    """Tell whether an apostrophe stands between two letters of one word."""
    is_inside = text[place] in "'’" and is_word_letter(text[place + 1 : place + 2] or " ")
    return is_inside and not is_genitive(text, place)


def is_genitive(text: str, place: int) -> bool:
    ends = place + 2 >= len(text) or not is_word_letter(text[place + 2])
    return text[place] in "'’" and text[place + 1 : place + 2] in ("s", "S") and ends


def oracle(terms: Sequence[Term], text: str) -> Iterable[tuple[str, int, int]]:
    """At each word, try every form of every term, longest first."""
    words = tokens(text)
    names = [(form, term.id) for term in terms for form in term.forms]
    place = 0
    while place < len(words):
        best: tuple[int, str] = (0, "")
        for form, name in names:
            length = len(tokens(form))
            taken = words[place : place + length]
            if length > best[0] and len(taken) == length and is_met(form, taken, text):
                best = (length, name)
        if best[0]:
            yield best[1], words[place][1], words[place + best[0] - 1][2]
        place += best[0] or 1


def is_met(form: str, taken: list[tuple[str, int, int]], text: str) -> bool:
    if [word.casefold() for word, _, _ in tokens(form)] != [word.casefold() for word, _, _ in taken]:
        return False
    written = " ".join(text[taken[0][1] : taken[-1][2]].replace("’", "'").split())
    return not is_abbreviation(form) or written == " ".join(form.replace("’", "'").split())


@given(st.lists(FORM, min_size=1, max_size=4, unique_by=str.casefold), TEXT)
def test_finds_what_a_slow_search_finds(forms: list[str], text: str) -> None:
    terms = [a_term(f"t{number}", form) for number, form in enumerate(forms)]
    found = [(mention.term.id, mention.start, mention.end) for mention in TermMatcher(terms).find(text)]
    assert found == list(oracle(terms, text))
