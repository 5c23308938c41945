"""Put a line such as "Figure 1: London in 1952", typed below a picture, to the picture as its caption."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from studyguide.authoring.documents.text.blocks import Block, Blocks, Paragraph, Picture, Table
from studyguide.authoring.documents.text.runs import plain

_MOST_WORDS = 40


def with_typed_captions(
    blocks: Sequence[Block], is_caption: Callable[[str], bool], is_of_table: Callable[[str], bool]
) -> Blocks:
    """Return blocks in which pictures have the captions below them; one of a table, above it, is the table's."""
    found: list[Block] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        last = found[-1] if found else None
        if (
            isinstance(last, Picture)
            and not last.caption
            and isinstance(block, Paragraph)
            and not (isinstance(following, Table) and is_of_table(plain(block.text).strip()))
            and len(plain(block.text).split()) <= _MOST_WORDS
            and is_caption(plain(block.text).strip())
        ):
            found[-1] = replace(last, caption=block.text)
        else:
            found.append(block)
    return tuple(found)
