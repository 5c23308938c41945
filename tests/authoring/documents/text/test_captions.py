"""Captions that are typed below pictures."""

from studyguide.authoring.documents.text.blocks import Block, Blocks, Picture
from studyguide.authoring.documents.text.captions import with_typed_captions
from tests.authoring.documents.block_notation import blocks, text


def test_a_caption_below_a_picture_is_its_own_and_one_above_a_table_is_not() -> None:
    picture = Picture("p.png")
    figure, words, row = blocks(["Figure 1: London[1]", "It was cold.", "| 1952 | cold"])

    def read(*after: Block) -> Blocks:
        return with_typed_captions((picture, *after), lambda line: line.startswith("Figure"))

    captioned = Picture("p.png", caption=text("Figure 1: London[1]"))
    assert read(figure, words) == (captioned, words)
    assert read(figure, figure) == (captioned, figure)
    assert read(figure, row) == (picture, figure, row)
    assert read(words) == (picture, words)
