"""Tests of lint.pasted_text: pasted words are told once, linked all the same, and mended by `make fix`."""

from pathlib import Path

import pytest

from studyguide.authoring.format.formatter import fix_guide, format_chapter
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults
from tests.helpers import a_term, read
from tests.test_manual import guide_with

PLACES = {
    "docs/background.md": ("# Background\n\nThe {} of land.\n", "3:5"),
    "glossary.yaml": ("- id: river\n  term: River\n  definition: The {} of land.\n", "3:19"),
    "timeline.yaml": ('- id: a\n  date: "2007"\n  title: The {} of land\n', "3:14"),
    "bibliography.bib": ("@book{{a,\n  title = {{The {} of land}},\n  publisher = {{P}},\n}}\n", "2:16"),
}


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("word", ["deserti\u00adfi\u00adcation", "deserti\ufb01cation", "deserti\u200bfication"])
def test_a_word_is_told_once_at_its_place_and_mended(path: str, word: str, tmp_path: Path) -> None:
    text, place = PLACES[path]
    guide = guide_with(tmp_path, "", path, text.format(word))
    config = load_config_or_faults(guide)
    assert not isinstance(config, list)
    (problem,) = find_problems(config)
    assert (str(problem.where), problem.rule) == (f"{path}:{place}", "pasted-text")
    assert '"desertification"' in problem.message or '"desertication"' in problem.message
    (fixed,) = (file for file in fix_guide(guide) if file.path == path)
    assert fixed.text == text.format(word.replace("\u00ad", "").replace("\u200b", "").replace("\ufb01", "fi"))


@pytest.mark.parametrize(
    "words",
    [
        "Deserti\u00adfication",
        "Deserti\ufb01cation",
        "The deserti-\nfication",
        "Deserti\u200bfication",
        "The deser\u00adti\u00ad\nfication",
    ],
)
def test_the_term_is_linked_and_the_page_says_it_as_typed(words: str) -> None:
    chapter, html = read(f"# Land\n\n{words} goes on.\n", [a_term("desertification")])
    assert [term for term, _ in chapter.mentions] == ["desertification"]
    assert "esertification</a> goes on" in html


def test_accents_apart_are_linked_in_one() -> None:
    chapter, html = read("# Land\n\nThe cafe\u0301 there.\n", [a_term("cafe", "Café")])
    assert [term for term, _ in chapter.mentions] == ["cafe"]
    assert ">café</a>" in html


def test_code_stays_as_it_is() -> None:
    text = "# Land\n\n```\nrun deserti-\nfication\n```\n\n`a\u00adb`\n"
    assert format_chapter(text).text == text
    assert "deserti-\nfication" in read(text)[1]


def test_a_sign_between_two_words_is_told_without_a_word(tmp_path: Path) -> None:
    guide = guide_with(tmp_path, "", "docs/background.md", "# Land\n\nPlans \u00ad help.\n")
    config = load_config_or_faults(guide)
    assert not isinstance(config, list)
    (problem,) = find_problems(config)
    assert (str(problem.where), problem.rule) == ("docs/background.md:3:7", "pasted-text")
    assert problem.message == "A sign that nobody sees stands between two words."


def test_line_ends_stay() -> None:
    assert format_chapter("The deserti-\r\nfication.\r\n").text == "The\r\ndesertification.\r\n"


def test_a_word_in_doubt_is_told_with_both_forms_and_left(tmp_path: Path) -> None:
    guide = guide_with(tmp_path, "", "docs/background.md", "# Land\n\nPlans that are risk-\nbased help.\n")
    config = load_config_or_faults(guide)
    assert not isinstance(config, list)
    (problem,) = find_problems(config)
    assert (str(problem.where), problem.rule) == ("docs/background.md:3:16", "pasted-text")
    assert '"riskbased", or "risk-based"' in problem.fix
    assert all("risk-\nbased" in file.text for file in fix_guide(guide) if file.path == "docs/background.md")


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize(("garbled", "meant"), [("Stateâ€™s", "State’s"), ("RÃ©gimes", "Régimes")])
def test_a_garbled_word_is_told_and_mended(path: str, garbled: str, meant: str, tmp_path: Path) -> None:
    text, place = PLACES[path]
    guide = guide_with(tmp_path, "", path, text.format(garbled))
    config = load_config_or_faults(guide)
    assert not isinstance(config, list)
    (problem,) = find_problems(config)
    assert (str(problem.where), problem.rule) == (f"{path}:{place}", "pasted-text")
    assert problem.message == f'Signs of "{meant}" were garbled between two programs.'
    (fixed,) = (file for file in fix_guide(guide) if file.path == path)
    assert fixed.text == text.format(meant)
