"""Captions that are typed below pictures."""

from studyguide.authoring.documents.text.blocks import Block, Blocks, Picture
from studyguide.authoring.documents.text.captions import with_typed_captions
from tests.authoring.documents.block_notation import blocks, text


def test_a_caption_below_a_picture_is_its_own_but_for_that_of_a_table() -> None:
    picture = Picture("p.png")
    figure, table, words, row = blocks(["Figure 1: London[1]", "Table 1: Winters", "It was cold.", "| 1952 | cold"])

    def read(*after: Block) -> Blocks:
        return with_typed_captions(
            (picture, *after), lambda line: line.startswith(("Figure", "Table")), lambda line: line.startswith("Table")
        )

    captioned = Picture("p.png", caption=text("Figure 1: London[1]"))
    assert read(figure, words) == (captioned, words)
    assert read(figure, figure) == (captioned, figure)
    assert read(figure, row) == (captioned, row)
    assert read(table, row) == (picture, table, row)
    assert read(words) == (picture, words)
