"""Divide blocks at their headings, and put the paragraphs of a table's cell together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from studyguide.authoring.documents.text.blocks import Blocks, Heading, Paragraph
from studyguide.authoring.documents.text.runs import Run, Text


def sections_of(blocks: Blocks) -> Iterator[tuple[Heading | None, Blocks]]:
    """Yield each heading with the blocks up to the next one; first None with what stands before any."""
    places = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    yield None, blocks[: places[0]] if places else blocks
    for place, end in pairwise([*places, len(blocks)]):
        heading = blocks[place]
        assert isinstance(heading, Heading)
        yield heading, blocks[place + 1 : end]


def cell_text(cell: Blocks) -> Text:
    """Return the paragraphs of a cell as one text, with blanks between them."""
    texts = [block.text for block in cell if isinstance(block, Paragraph | Heading)]
    return tuple(run for place, text in enumerate(texts) for run in ((Run(" "),) * bool(place) + text))


def is_text(cell: Blocks) -> bool:
    """Tell whether `cell_text` is all that a cell has: no list, picture or table."""
    return all(isinstance(block, Paragraph | Heading) for block in cell)
