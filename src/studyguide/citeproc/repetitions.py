"""Have citeproc write each citation at each position: in full, and as a style repeats it.

Positions: CSL 1.0.2, https://docs.citationstyles.org/en/stable/specification.html#choose
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from studyguide.citeproc.citation_nodes import citation_alone, citation_span
from studyguide.citeproc.inlines import Node, node
from studyguide.citeproc.locators import LocatorEncoder
from studyguide.data.csl_styles import positions_of
from studyguide.data.guide import Guide
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.citations import CiteItem

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = "first", "subsequent", "ibid", "ibid-with-locator"
"""The positions, as CSL names them: in full, repeated, repeated right behind, and so with another place."""
FIRST_NOTE = 900_001
"""The number of the note that has the first citation, in styles that name it: no number of a page or a year."""
_FAR = 1_000
"""Between two notes that do not stand right behind one another, nor near: a style would count those."""
_SIGN = "|"


class Repetition(NamedTuple):
    """A citation at a position."""

    position: str
    key: str
    suffix: str = ""


def marked(position: str, key: str, suffix: str = "") -> str:
    """Return the identifier of a citation at a position."""
    return f"{_SIGN}{position}{_SIGN}{key} {suffix}"


def unmarked(identifier: str) -> Repetition | None:
    """Return the citation and the position of an identifier; None for that of another citation."""
    if not identifier.startswith(_SIGN):
        return None
    _, position, place = identifier.split(_SIGN, 2)
    key, _, suffix = place.partition(" ")
    return Repetition(position, key, suffix)


def repetitions(chapters: Sequence[Chapter], guide: Guide, others: Sequence[str]) -> Iterator[Node]:
    """Yield each source that is cited, and each of its places, at each position; `others` are keys of no place."""
    encoder, positions = LocatorEncoder(guide.style, guide.language), positions_of(guide.style)
    for key, suffixes in _suffixes(chapters, others).items():
        items = [CiteItem(key, suffix=encoder.encode(suffix)) for suffix in suffixes]
        cited = list(zip(suffixes, items, strict=True))
        for suffix, item in reversed(cited):  # the one without a place comes last: what repeats it stands behind it
            yield from citation_alone(marked(FIRST, key, suffix), item, FIRST_NOTE)
        if positions:
            yield from _repeated(cited, has_ibid=any(each.startswith(IBID) for each in positions))


def _suffixes(chapters: Sequence[Chapter], others: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return the suffixes with which each source is cited, the empty one first."""
    found: dict[str, dict[str, None]] = defaultdict(lambda: {"": None})
    for chapter in chapters:
        for item in (item for citation in chapter.citations for item in citation.cite_items):
            found[item.key][item.suffix] = None
    return {key: list(suffixes) for key, suffixes in found.items()} | {key: [""] for key in others}


def _repeated(cited: Sequence[tuple[str, CiteItem]], *, has_ibid: bool) -> Iterator[Node]:
    number = FIRST_NOTE
    for (suffix, item), behind in zip_longest(cited, cited[1:]):
        number += _FAR
        yield _note(SUBSEQUENT, suffix, item, number)
        if has_ibid:
            yield _note(IBID, suffix, item, number + 1)
            if behind:
                suffix, item = behind
                yield _note(IBID_WITH_LOCATOR, suffix, item, number + 2)


def _note(position: str, suffix: str, item: CiteItem, number: int) -> Node:
    return node("Para", [citation_span(marked(position, item.key, suffix), (item,), number)])
