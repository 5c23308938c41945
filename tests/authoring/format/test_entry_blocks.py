"""Tests of authoring.format.entry_blocks: lines change places, and as few entries move as have to."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.authoring.format.entry_blocks import Block, blocks_of, lines_of, sorted_blocks
from studyguide.authoring.format.text_edits import line_end_of
from studyguide.diagnostics.edits import Edit, edited


def block_of_each(lines: Sequence[str]) -> list[Block]:
    return blocks_of(lines, [(number, number) for number in range(len(lines))])


@given(st.text(st.sampled_from("ab\r\n\x85\u2028 ")))
def test_lines_are_the_whole_text(text: str) -> None:
    assert "".join(lines_of(text)) == text


@pytest.mark.parametrize(("text", "end"), [("a\r\nb\n", "\r\n"), ("a\rb", "\r"), ("a\nb\r\n", "\n"), ("a", "\n")])
def test_the_first_line_end_is_the_files(text: str, end: str) -> None:
    assert line_end_of(text) == end


@given(st.lists(st.integers(0, 9), max_size=9))
def test_only_what_has_to_move_is_told(keys: list[int]) -> None:
    lines = [f"{key}{place}\n" for place, key in enumerate(keys)]
    after = sorted_blocks("".join(lines), block_of_each(lines), keys, lines)
    assert after.text == "".join(sorted(lines))
    longest = [1] * len(keys)  # of those that may stay, up to each
    for place, key in enumerate(keys):
        longest[place] += max((longest[other] for other in range(place) if keys[other] <= key), default=0)
    assert len(after.changes) == len(keys) - max(longest, default=0)


def test_what_stands_between_blocks_stays() -> None:
    text = "head\n\nb\n\n\na"
    blocks = [Block(2, 3, 2), Block(5, 6, 5)]
    assert sorted_blocks(text, blocks, ["b", "a"], ["b", "a"]).text == "head\n\na\n\n\nb\n"


def test_edits_may_come_in_any_order() -> None:
    assert edited("abcdef", [Edit(4, 5), Edit(0, 0, "x"), Edit(1, 3, "yy")]) == "xayydf"
