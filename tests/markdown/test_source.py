"""Tests of source: a chapter's lines, code, comments, blocks and citations, each at its offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.markdown.markers import MARKERS
from studyguide.markdown.source import has_marker
from tests.helpers import source


def words_of(text: str) -> list[str]:
    return [" ".join(block.text.split()) for block in source(text).blocks]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One\ntwo.\n\nThree.", ["One two.", "Three."]),
        ("One.\n \t\nTwo.\n", ["One.", "Two."]),
        ("# Title\n\nOne.", ["One."]),
        ("## Title {#t}\nOne.", ["One."]),
        ("```\n12 codes\n\n13 codes\n```\n\nOne.", ["One."]),
        ("~~~yaml\n12 codes\n~~~", []),
        ("One `12 codes` two ``a ` b`` three.", ["One two three."]),
        ("One `12\ncodes` two.", ["One two."]),
        ("One ` two.\n\nThree ` four.", ["One ` two.", "Three ` four."]),
        ("<!-- 12 -->", []),
        ("<!-- 12\n\n13 -->\n\nOne.", ["One."]),
        ("One <!-- 12 --> two.", ["One two."]),
        ("One\n<!-- 12 -->\ntwo.", ["One two."]),
        ("[One](a-12.md#x) two <b title='12'>three</b> https://a.org/12 four", ["[One two three four"]),
        ("One.[@key, p. 12] Two.[see @a; @b, 13]", ["One. Two."]),
        ("One.\n{ .no-terms }", ["One."]),
        ("- One\n- two\n\n1. three", ["- One - two", "1. three"]),
        (
            '<figure class="chart" markdown="1">\n\n| a |\n\n<figcaption>One.</figcaption>\n\n</figure>\n\nTwo.',
            ["| a | One.", "Two."],
        ),
    ],
)
def test_blocks_hold_words_alone(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "has_note"),
    [
        ("One.", False),
        ("One.[@key]", True),
        ("One.[see @key, p. 4]", True),
        ("One.[^n]", True),
        ("One.^[A note.]", True),
        ("[A law](source:key).", True),
        ("[A law](a.md).", False),
        ("`[@key]`", False),
        ("<!-- [@key] --> One.", False),
        ("me@example.org", False),
        ("<figure>\n\n12\n\nOne.[@key]\n\n</figure>", True),
    ],
)
def test_a_block_knows_whether_it_has_a_note(text: str, has_note: bool) -> None:
    assert [block.has_note for block in source(f"{text} word").blocks][:1] == [has_note]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('!!! correction "Editor\'s note"\n    One.\n\n    Two.\n\nThree.', [True, True, False]),
        ("!!! check\n    One.\n\n!!! note\n    Two.", [True, False]),
        ("- a\n\n    !!! check\n        One.\n\n        Two.\n\n    Three.", [False, True, True, False]),
        ("!!! checked\n    One.", [False]),
        ("!!! check\n    One.\n\n!!! todo\n    Two.", [True, False]),
    ],
)
def test_a_block_knows_whether_it_is_in_an_editor_s_note(text: str, inside: list[bool]) -> None:
    assert [block.is_editor_note for block in source(text).blocks] == inside


def test_a_block_knows_the_box_that_it_stands_in_and_whether_it_opens_it() -> None:
    text = 'One.\n\n!!! todo "What belongs here"\n    Two.\n\n    Three.\n\n!!! todo\n    Four.\n\n!!! note\n    Five.'
    assert [(block.box, block.opens_box) for block in source(text).blocks] == [
        ("", False),
        ("todo", True),
        ("todo", False),
        ("todo", True),
        ("", False),
    ]


def test_the_words_of_a_block_are_counted() -> None:
    (block,) = source("It's a well-known [fact](a.md) of 10,000, i.e. many.[@key, p. 4]").blocks
    assert block.length == 8


@given(st.lists(st.sampled_from(["a", " ", "\n", "\n\n", "`", "```", "<!--", "-->", "[@k]", "#", "    ", "!!! check"])))
def test_every_word_stands_where_it_stood(parts: list[str]) -> None:
    text = "".join(parts)
    assert len(source(text).without_code_and_comments) == len(text)
    end = 0
    for block in source(text).blocks:
        assert block.start >= end
        end = block.end
        assert all(sign.isspace() or sign == text[block.start + place] for place, sign in enumerate(block.text))


def test_markers_in_a_text() -> None:
    text = "<!-- key-terms --> <!--timeline-->\n`<!-- contact -->` <!-- other -->\n```\n<!-- corrections -->\n```\n"
    assert source(text).markers == {"key-terms", "timeline"}
    assert source("".join(f"<!-- {name} -->" for name in MARKERS)).markers == MARKERS
    assert len(MARKERS) == 17


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Countries\n\n<!-- countries -->\n", True),
        ("<!--countries-->", True),
        ("`<!-- countries -->`", False),
        ("```\n<!-- countries -->\n```", False),
        ("<!-- no countries -->", False),
    ],
)
def test_a_marker_is_known_before_its_chapter_is_read(text: str, expected: bool) -> None:
    assert has_marker(text, "countries") is expected


def test_lines_know_whether_they_are_code() -> None:
    text = "a\n```py\nb\n```\nc\n~~~\nd"
    assert [(line.text, line.is_code) for line in source(text).lines] == [
        ("a\n", False),
        ("```py\n", True),
        ("b\n", True),
        ("```\n", True),
        ("c\n", False),
        ("~~~\n", False),
        ("d", False),
    ]
