"""Make lists of paragraphs that begin with a bullet or a number, typed where nobody looked for Word's lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from studyguide.authoring.documents.text.blocks import Block, Blocks, ListBlock, Paragraph
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.documents.text.text_parts import cut

_MARK = re.compile(r"\s*(?:(?P<bullet>[•·▪■●○◦‣➢➤✓*–-])|(?P<number>\d{1,2})(?P<sign>[.)]))\s+(?=\S)")
_FEWEST_ITEMS = 2
_Item = tuple[str, int, Paragraph, Paragraph]
"""The sign of an item, its number (0 behind a bullet), and the paragraph as it was typed, and without its mark."""


def with_typed_lists(blocks: Iterable[Block]) -> Blocks:
    """Return blocks with a list for each run of paragraphs with one bullet, or with numbers that count on.

    Letters stay as they are typed: Markdown has no lists of them, and the text may name them.
    """
    found: list[Block] = []
    items: list[_Item] = []
    for block in blocks:
        item = _item(block)
        if items and not (item and _goes_on(items[-1], item)):
            found += _listed(items)
            items = []
        if item:
            items.append(item)
        else:
            found.append(block)
    return (*found, *_listed(items))


def _item(block: Block) -> _Item | None:
    mark = _MARK.match(plain(block.text)) if isinstance(block, Paragraph) else None
    if not mark or not isinstance(block, Paragraph):
        return None
    return mark["bullet"] or mark["sign"], int(mark["number"] or 0), block, Paragraph(cut(block.text, mark.end()))


def _goes_on(last: _Item, item: _Item) -> bool:
    return item[:2] == (last[0], last[1] + 1 if last[1] else 0)


def _listed(items: list[_Item]) -> list[Block]:
    if len(items) < _FEWEST_ITEMS:
        return [typed for _, _, typed, _ in items]
    inside = tuple((text,) for *_, text in items)
    return [ListBlock(inside, ordered=items[0][1] > 0, start=items[0][1] or 1)]
