"""Lists whose bullets or numbers are typed, against what their readers see."""

import pytest

from studyguide.authoring.documents.text.blocks import ListBlock, Paragraph
from studyguide.authoring.documents.text.typed_lists import with_typed_lists
from tests.authoring.documents.block_notation import blocks, text


@pytest.mark.parametrize(
    ("typed", "items", "start"),
    [
        (["1. Who pays?", "2. Who **counts**?[1]"], ["Who pays?", "Who **counts**?[1]"], 1),
        (["3)<TAB>Who pays?", "4)<TAB>Who counts?"], ["Who pays?", "Who counts?"], 3),
        (["– Who pays?", "– Who counts?"], ["Who pays?", "Who counts?"], 0),
        (["● **Schools**", "●  Firms"], ["**Schools**", "Firms"], 0),
    ],
)
def test_typed_marks_in_a_row_make_a_list(typed: list[str], items: list[str], start: int) -> None:
    expected = ListBlock(tuple((Paragraph(text(item)),) for item in items), ordered=start > 0, start=start or 1)
    around = blocks(["Before.", "After."])
    assert with_typed_lists((around[0], *blocks(typed), around[1])) == (around[0], expected, around[1])


@pytest.mark.parametrize(
    "typed",
    [
        ["1. Who pays?", "Text.", "2. Who counts?"],
        ["1. Who pays?", "3. Who counts?"],
        ["1. Who pays?", "2) Who counts?"],
        ["(a) Who pays?", "b) Who counts?"],
        ["1945. A war ends.", "1946. A council meets."],
        ["– Anna"],
    ],
)
def test_what_does_not_count_on_stays(typed: list[str]) -> None:
    assert with_typed_lists(blocks(typed)) == blocks(typed)
