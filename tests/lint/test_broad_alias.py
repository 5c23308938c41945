"""Tests of lint.entries: an alias that links in nearly every section."""

import pytest

from studyguide.data.glossary import Term
from studyguide.lint.context import LintContext
from studyguide.lint.entries import broad_aliases
from tests.helpers import a_guide, a_term, read


def told(term: Term, sections: int, words: str, others: int = 0) -> list[str]:
    terms = [term, a_term("dam")]
    text = "".join(f"## Part {number}\n\nHere is the {words}.\n\n" for number in range(sections))
    text += "".join(f"## Other {number}\n\nHere is a dam.\n\n" for number in range(others))
    chapter, _ = read(f"# Rivers\n\n{text}", terms)
    guide = a_guide(terms)
    return [problem.words for problem in broad_aliases(guide, LintContext(guide, [chapter]))]


def test_a_common_word_is_told_with_its_sections() -> None:
    (words,) = told(a_term("basin", "River basin", aliases=["river"]), 9, "river", others=2)
    assert words.startswith(
        '"river" is so common a word that it links in 9 of 11 sections that mention a term. Take it out'
    )


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (a_term("river", "River", aliases=["rivers"]), "rivers"),
        (a_term("child", "Child", aliases=["children"]), "children"),
        (a_term("basin", "River basin", aliases=["river"], link="page"), "river"),
        (a_term("basin", "River basin", aliases=["the basin"]), "the basin"),
        (a_term("basin", "River basin", aliases=["river"]), "river basin"),
        (a_term("who", "World Health Organization", aliases=["WHO"]), "WHO"),
    ],
)
def test_other_forms_are_not(term: Term, words: str) -> None:
    assert told(term, 12, words) == []


def test_in_few_or_in_some_sections_it_is_not() -> None:
    term = a_term("basin", "River basin", aliases=["river"])
    assert told(term, 7, "river") == []
    assert told(term, 10, "river", others=10) == []
