"""Tidy bibliography.bib: sources in the order of their keys, a key for each, no tracking tails, no spaces at line ends.

Whole sources move as lines of text, by the places where bibtexparser finds them. Its own writer would lay out anew what
a chair wrote, and lose the remarks. The order of a source's fields means nothing, and is the chair's.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bibtexparser import entrypoint, model

from studyguide.authoring.format.citation_keys import new_key
from studyguide.authoring.format.entry_blocks import Block, blocks_of, line_starts, lines_of, sorted_blocks
from studyguide.authoring.format.text_edits import (
    Edit,
    Tidied,
    edited,
    line_end_of,
    trailing_spaces,
    with_final_line_end,
    with_one_final_line_end,
    without_tails,
)
from studyguide.data.bibliography import Source
from studyguide.data.bibtex_comments import without_remarks
from studyguide.data.doi import doi_in
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.diagnostics.diagnostic import Location

_KEY = re.compile(r"@[^{(]*[{(]\s*([^,})]*)")


def tidy_bibliography(text: str) -> Tidied:
    """Tidy the text of a .bib file whose sources can all be read; abbreviations come before sources.

    Every field stays as it is, but for tails of addresses and what stands before a DOI; so does each kind of line end.
    """
    changes: list[str] = []
    text = edited(text, _missing_keys(text, changes))
    text = edited(text, without_tails(text, _values(text), changes))
    text = edited(text, _addresses_as_dois(text, changes))
    ordered = _sorted(text)
    changes += ordered.changes
    text = edited(ordered.text, trailing_spaces(ordered.text, list(_values(ordered.text)), changes))
    return Tidied(with_one_final_line_end(text, changes), tuple(changes), ordered.is_sorted)


def _sorted(text: str) -> Tidied:
    found = _found(text)
    blocks = source_blocks(text)
    if len(blocks) != len(found):
        return Tidied(text, is_sorted=False)
    names = [f'"{item.key}"' if item.key else item.name for item in found]
    return sorted_blocks(text, blocks, [item.key.casefold() for item in found], names)


def source_blocks(text: str) -> list[Block]:
    """Give the lines of each source and each abbreviation; none where two of them share a line."""
    lines = lines_of(text)
    starts = line_starts(lines)
    bodies: list[tuple[int, int]] = []
    for item in _found(text):
        first, last = bisect_right(starts, item.start) - 1, bisect_right(starts, item.end - 1) - 1
        if text[starts[first] : item.start].strip() or (bodies and bodies[-1][1] >= first):
            return []
        bodies.append((first, last))
    return blocks_of(lines, bodies)


def with_source(text: str, key: str, entry: str) -> str:
    """Give the text of a .bib file with one more source before the first whose key comes later; nothing else changes.

    `entry` is the source's text with `\\n` at the end of each line, the last one too; it gets the file's own line ends.
    """
    end = line_end_of(text)
    entry = entry.replace("\n", end)
    blocks, lines = source_blocks(text), lines_of(with_final_line_end(text))
    keys = [item.key.casefold() for item in _found(text)]
    place = next((block.first for block, other in zip(blocks, keys, strict=False) if other > key.casefold()), None)
    if place is not None:
        return "".join([*lines[:place], entry, end, *lines[place:]])
    place = blocks[-1].end if blocks else len(lines)
    gap = end if place and lines[place - 1].strip() else ""
    return "".join([*lines[:place], gap, entry, *lines[place:]])


@dataclass(frozen=True)
class _Item:
    """A source, or an abbreviation or preamble, which has no key."""

    block: model.Block
    start: int
    end: int
    key: str = ""

    @property
    def name(self) -> str:
        """What a chair calls it."""
        return f"the abbreviation {self.block.key}" if isinstance(self.block, model.String) else "the preamble"

    @property
    def entry(self) -> model.Entry | None:
        """Its fields as they are written; None where it is no source."""
        block = self.block
        inner = block.ignore_error_block if isinstance(block, model.ParsingFailedBlock) else block
        return inner if isinstance(inner, model.Entry) else None


def _found(text: str) -> list[_Item]:
    """What stands in a file but remarks, with its place."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    masked = _masked(text)
    items = []
    end = 0
    for block in entrypoint.parse_string(masked, parse_stack=[]).blocks:
        raw = block.raw or ""
        start = masked.index(raw, end)
        end = start + len(raw)
        if isinstance(block, model.String | model.Preamble):
            items.append(_Item(block, start, end))
        elif not isinstance(block, model.ExplicitComment | model.ImplicitComment):
            key = _KEY.match(raw)
            assert key is not None  # the file can be read
            items.append(_Item(block, start, end, key[1].strip()))
    return items


def _masked(text: str) -> str:
    """The text as `sources` reads it, with each sign where it stood."""
    lines = text.replace("\r\n", " \n").replace("\r", "\n")
    return without_remarks(lines, fill=" ")


def _values(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each field's text stands."""
    yield from ((start, end) for _, start, end in _fields(text))


def _addresses_as_dois(text: str, changes: list[str]) -> Iterator[Edit]:
    """What stands before a DOI, which is printed as an address anyway."""
    for name, start, end in _fields(text):
        written = text[start:end].strip('{"}')
        doi = doi_in(written) if name == "doi" else ""
        if doi and doi != written.strip():
            changes.append(f"Took off what stood before the DOI {doi}")
            yield Edit(start, end, text[start:end].replace(written.strip(), doi))


def _fields(text: str) -> Iterator[tuple[str, int, int]]:
    """The name of each field, and from where to where its text stands."""
    masked = _masked(text)
    for item in _found(text):
        end = item.start
        for field in item.entry.fields if item.entry else ():
            end = masked.index("=", masked.index(field.key, masked.index(",", end))) + 1
            start = masked.index(field.value, end)
            end = start + len(field.value)
            yield field.key.lower(), start, end


def _missing_keys(text: str, changes: list[str]) -> Iterator[Edit]:
    found = _found(text)
    known = [_source(item) for item in found if item.key]
    for item in found:
        if item.entry and not item.key:
            source = _source(item)
            if not source.title:
                continue
            key = new_key(source, known)
            known.append(Source(key, source.fields, source.where))
            changes.append(f'Gave "{source.title}" the key "{key}".')
            at = text.index(",", item.start)
            yield Edit(at, at, key)


def _source(item: _Item) -> Source:
    fields = item.entry.fields if item.entry else ()
    values = {field.key.lower(): str(field.value).strip('"').removeprefix("{").removesuffix("}") for field in fields}
    return Source(item.key, values, Location(BIBLIOGRAPHY))
