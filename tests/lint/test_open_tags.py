"""Tests of lint.open_tags and of what else in angle brackets no reader would see."""

import pytest

from studyguide.lint.runner import check_guide
from tests.helpers import a_guide, a_term, chapters_with


def told(text: str) -> list[str]:
    chapters = chapters_with(text)
    found = check_guide(a_guide(), chapters, [chapter.path for chapter in chapters])
    return [
        f"{each.where.line}:{each.where.column} {each.fix}"
        for each in found
        if each.where.path == "docs/index.md" and each.rule in ("unread-markup", "unsafe-html")
    ]


@pytest.mark.parametrize("tag", ["section", "label", "small", "text", "summary", "path", "input", "a", "body", "table"])
def test_a_placeholder_that_is_a_tag_is_told(tag: str) -> None:
    assert told(f"# T\n\nDear <{tag}>, welcome.\n") == [
        f'3:6 Write </{tag}> behind its words, or "&lt;{tag}>" if readers shall see it.'
    ]


@pytest.mark.parametrize("tag", ["name", "country", "date", "font", "center"])
def test_a_placeholder_that_is_no_tag_of_a_page_is_told(tag: str) -> None:
    assert told(f"# T\n\nDear <{tag}>, welcome.\n") == [
        f'3:6 Take it out, write it as Markdown, or "&lt;{tag}>" if readers shall see it.'
    ]


def test_words_of_a_tag_are_told_once() -> None:
    assert told("Where x <b and c> d is.\n") == ['1:9 Write "&lt;" for the sign.']
    assert told("Dear <Name of State>, welcome.\n") == [
        '1:6 Take it out, write it as Markdown, or "&lt;name>" if readers shall see it.'
    ]


def test_an_end_without_its_start_is_told() -> None:
    assert told("A</small> and <u>b</U> c</q>.\n") == [
        "1:2 Write <small> before its words, or take it out.",
        "1:25 Write <q> before its words, or take it out.",
    ]


def test_in_an_entry() -> None:
    guide = a_guide([a_term("river", definition="The <section> of a stream.")])
    (found,) = [each for each in check_guide(guide, [], []) if each.rule == "unread-markup"]
    assert str(found.where) == "glossary.yaml:1:5"


@pytest.mark.parametrize(
    ("text", "at", "signs"),
    [
        ("A <?php x ?> b and\n<? y ?>.\n", ["1:3", "2:1"], ["<?php", "<?"]),
        ("<!DOCTYPE html>\n\nText.\n", ["1:1"], ["<!DOCTYPE"]),
    ],
)
def test_what_is_left_out_as_a_comment_is_told(text: str, at: list[str], signs: list[str]) -> None:
    chapters = chapters_with(text)
    found = [each for each in check_guide(a_guide(), chapters, []) if each.rule == "unsafe-html"]
    assert [f"{each.where.line}:{each.where.column}" for each in found] == at
    assert [each.message for each in found] == [
        f'What stands between "{each}" and ">" is left out of the page.' for each in signs
    ]


@pytest.mark.parametrize(
    "text",
    [
        "H<sub>2</sub>O, <ruby>a<rt>b</ruby>, <time>2019</time>, one<br>two, <kbd>A</kbd><wbr>, a < b > c, <3.\n",
        '<small class="x">One\n\ntwo</small>, <a id="y"></a>, <https://www.example.org> and `<section>`.\n',
        "<!-- <section> -->\n\n```\n<label>\n```\n\n    <q>\n\n<ul><li>a<li>b</ul>\n",
        '<svg viewBox="0 0 1 1"><path d="M0 0"/><circle r="1"></circle></svg>\n\n<input type="checkbox" disabled>\n',
        "<details open><summary>A</summary>\n\nB\n\n</details>\n\n&lt;name> of x.\n",
        "`<?php ?>` and\n\n```\n<!DOCTYPE html>\n```\n",
    ],
)
def test_sound_html_is_not_told(text: str) -> None:
    assert told(text) == []
