"""Tests of lint.locators: what looks like a place in a source and would be printed at the end of the note."""

import pytest

from studyguide.data.guide import Guide
from studyguide.lint.context import LintContext
from studyguide.lint.inline import inline_findings
from studyguide.lint.locators import signs_beside_keys, unread_locator, unread_locators
from studyguide.markdown.citations import CiteItem
from tests.helpers import a_guide, a_source, a_term, read

NOT_UNDERSTOOD = '"{}" is not understood as a place in the source, and would stand at the end of the note.'
BRACES = "Write what it counts, as in p. 4 or art. 5, or put it in braces: {{{}}}."


def told(suffix: str, guide: Guide | None = None) -> str:
    found = unread_locator(CiteItem("a", suffix=suffix), guide or a_guide())
    return str(found[1]) if found else ""


@pytest.mark.parametrize(
    ("suffix", "words", "meant"),
    [
        (", atr. 5", "atr. 5", "art. 5"),
        (", aricle 5", "aricle 5", "article 5"),
        (", p. 4, exhibt 2", "exhibt 2", "exhibit 2"),
        (", atr. 5-7", "atr. 5", "art. 5"),
        (", artcles 5 and 7", "artcles 5", "articles 5"),
    ],
)
def test_a_misspelt_label_is_told_with_the_one_that_was_meant(suffix: str, words: str, meant: str) -> None:
    assert told(suffix) == f'{NOT_UNDERSTOOD.format(words)} Did you mean "{meant}"?'


@pytest.mark.parametrize(
    "words", ["cabinet 5", "xyz III", "(1)(b)", "A", "99 years later", "5 p.", "5pp", "12%", "pp. 4…5", "p. 4–"]
)
def test_words_that_are_no_locator_are_told_with_braces_that_make_them_one(words: str) -> None:
    assert told(f", {words}") == f"{NOT_UNDERSTOOD.format(words)} {BRACES.format(words)}"
    assert not told(f", {{{words}}}")


@pytest.mark.parametrize(
    ("suffix", "place"),
    [
        (", emphasis added, p. 5", "p. 5"),
        (" (emphasis added), art. 5", "art. 5"),
        (", *Title*, arts. 34 and 35", "arts. 34 and 35"),
        (", _art. 5_", "art. 5"),
        (", [art. 5](https://www.example.org)", "art. 5"),
    ],
)
def test_a_locator_behind_other_words_is_told(suffix: str, place: str) -> None:
    words = f'The place "{place}" stands behind other words, and would come at the end of the note.'
    assert told(suffix) == f"{words} Write it right behind the source: [@a, {place}]."


@pytest.mark.parametrize("prefix", ["p. 3", "see p. 3,", "arts. 5 and 7"])
def test_a_locator_before_its_source_is_told(prefix: str) -> None:
    chapter, _ = read(f"A fact.[@a, p. 3] Another.[{prefix} @a, p. 3]")
    (problem,) = unread_locators(a_guide(), LintContext(a_guide(), [chapter]))
    place = prefix.rstrip(",")
    words = f'The place "{place}" stands before its source, and would open the note.'
    assert str(problem.where) == "docs/background.md:1:28"
    assert problem.words == f"{words} Write it behind the source: [@a, {place}]."


def test_two_keys_that_touch_need_a_semicolon() -> None:
    words = "Two sources in one bracket need a semicolon between them."
    assert told("@b, p. 4") == f"{words} Write [@a; @b, p. 4]."


def test_a_key_without_its_sign_needs_a_semicolon_and_one() -> None:
    guide = a_guide(sources=[a_source("lee-2010")])
    words = "Two sources in one bracket need a semicolon between them. Write [@a; @lee-2010]."
    assert told(", lee-2010", guide) == words


@pytest.mark.parametrize("fields", [{"date": "2015-09-25"}, {"year": "2015"}])
def test_the_year_of_the_source_is_no_page(fields: dict[str, str]) -> None:
    guide = a_guide(sources=[a_source("a", **fields)])
    assert told(", 2015", guide).startswith('"2015" is the year of the source, and would be printed as a page.')
    assert not told(", 2014", guide)
    assert not told(", p. 2015", guide)


@pytest.mark.parametrize("words", ["pp. 45-4", "p. 45–44", "54-45"])
def test_pages_that_run_backwards_are_told(words: str) -> None:
    shown = words.replace("-", "–")
    assert told(f", {words}") == f'The pages "{shown}" run backwards. Check the numbers.'


@pytest.mark.parametrize("words", ["pp. 104-9", "pp. 45-6", "paras. 45-4", "p. 4-4"])
def test_numbers_that_do_not(words: str) -> None:
    assert not told(f", {words}")


def test_a_second_key_is_told_once() -> None:
    assert not told(", p. 3, @b, atr. 2")  # missing-semicolon


@pytest.mark.parametrize("words", ["p", "pp", "art", "Article", "p. fve", "p. ?"])
def test_a_label_without_its_number_is_told(words: str) -> None:
    assert told(f", {words}") == f'"{words}" needs its number. Write it, as in "p. 4", or take the word out.'


@pytest.mark.parametrize(
    "suffix",
    [
        "",
        ", p. 4",
        ", arts. 5 and 7",
        ", our translation",
        ", p. 4, emphasis added",
        ", p. 4, and the sources there",
        ", preface by the Secretary-General",
        ", as adopted in 2015",
        ", our translation, Geneva 5",
        ", published 2015",
        ", last accessed on 5 May 2020",
        ", with 12 tables",
        ", for more than 100 States",
        ", in 3 of 5 cases",
        ", as amended by Protocol 14",
        ", quoted in Smith, p. 7",
        ", p. 4, quoted in Smith, p. 7",
        ", part of it",
        ", chapter and verse",
        ", {}, 99 years later",
        ", supra note 3",
        ", p. 4—emphasis added",
        ", where H<sub>2</sub>O is meant",
    ],
)
def test_a_remark_is_not_told(suffix: str) -> None:
    assert not told(suffix)


def places(text: str, guide: Guide | None = None) -> list[str]:
    chapter, _ = read(text)
    return [str(problem.where) for problem in unread_locators(guide or a_guide(), LintContext(a_guide(), [chapter]))]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("A fact.[@a, atr. 5]", "1:13"),
        ("A fact.[@a, p. 4; see -@b, our translation, atr. 5]", "1:45"),
        ("A fact.[@a,\natr. 5]", "2:1"),
        ("> A fact.[@a, atr.\n> 5]", "1:15"),
        ("| a |\n|---|\n| b [@{a-b}; @a, atr. 5] |", "3:18"),
        ("A note.[^1]\n\n[^1]: See [@a, atr. 5].", "3:16"),
    ],
)
def test_a_problem_is_at_its_words(text: str, at: str) -> None:
    assert places(text) == [f"docs/background.md:{at}"]


def test_a_problem_in_a_term_is_in_the_glossary() -> None:
    term = a_term("well", definition="A hole.[@a, atr. 5]", link="never")
    chapter, _ = read("<!-- key-terms -->\n", [term], path="key-terms.md")
    guide = a_guide([term])
    (problem,) = unread_locators(guide, LintContext(guide, [chapter]))
    assert problem.where.path == "glossary.yaml"


def test_the_labels_of_another_language_are_left_to_the_style() -> None:
    assert places("A fact.[@a, pág. 5]", a_guide(language="es")) == []


@pytest.mark.parametrize("text", ["A fact.[@a][p. 3]", "A fact.[@a] [p. 3]"])
def test_a_place_in_brackets_of_its_own_is_told(text: str) -> None:
    (found,) = inline_findings(text, {"a"}, ())
    assert str(found.finding) == "A place stands within the brackets of its source. Write [@a, p. 3]."
    assert found.offset == len("A fact.")


STRAY = 'Write [{}], or "\\[" where it is no citation.'


@pytest.mark.parametrize(
    ("citation", "fix"),
    [
        ("['@a']", STRAY.format("@a")),
        ('["@a", p. 4]', STRAY.format("@a, p. 4")),
        ("[see “@a”]", STRAY.format("@a")),
        ("[*@a*]", STRAY.format("@a")),
        ("[@a/@b]", "Write [@a; @b]."),
        ("[@a, p. 4/@b, p. 5]", "Write [@a, p. 4; @b, p. 5]."),
        ("[*see @a*]", ""),
        ('["Lakes" in @a, p. 4]', ""),
        ("[@a, p. 4/5]", ""),
        ("['@c']", ""),  # told as an unknown source
    ],
)
def test_signs_around_a_key_are_told(citation: str, fix: str) -> None:
    guide = a_guide(sources=[a_source("a"), a_source("b")])
    context = LintContext(guide, [read(f"A fact.{citation}")[0]])
    problems = [*signs_beside_keys(guide, context), *unread_locators(guide, context)]
    assert [problem.fix for problem in problems] == ([fix] if fix else [])
