"""Format bibliography.bib: sources sorted by key, missing keys added, tracking parameters and trailing spaces removed.

Whole sources move as lines of text, at the offsets where bibtexparser finds them: its own writer would change the
layout and lose comments. The order of the fields within a source is left to the chair.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bibtexparser import entrypoint, model

from studyguide.authoring.format.citation_keys import new_key
from studyguide.authoring.format.entry_blocks import Block, blocks_of, line_starts, lines_of, sorted_blocks
from studyguide.authoring.format.text_edits import (
    Formatted,
    as_typed_edits,
    line_end_of,
    trailing_spaces,
    with_final_line_end,
    with_one_final_line_end,
    without_tails,
)
from studyguide.data.bibliography import Source
from studyguide.data.bibtex_comments import without_comments
from studyguide.data.bibtex_delimiters import with_braces
from studyguide.data.doi import doi_in
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.edits import Edit, edited

_KEY = re.compile(r"@[^{(]*[{(]\s*([^,})]*)")


def format_bibliography(text: str) -> Formatted:
    """Format the text of a .bib file whose sources can all be parsed; `@string` and `@preamble` come first.

    Only tracking parameters and the resolver's URL before a DOI are removed from fields; line endings stay.
    """
    changes: list[str] = []
    text = edited(text, _missing_keys(text, changes))
    text = edited(text, without_tails(text, _values(text), changes))
    text = edited(text, as_typed_edits(text, _values(text), changes))
    text = edited(text, _doi_edits(text, changes))
    ordered = _sorted(text)
    changes += ordered.changes
    text = edited(ordered.text, trailing_spaces(ordered.text, list(_values(ordered.text)), changes))
    return Formatted(with_one_final_line_end(text, changes), tuple(changes), ordered.is_sorted)


def _sorted(text: str) -> Formatted:
    found = _found(text)
    blocks = source_blocks(text)
    if len(blocks) != len(found):
        return Formatted(text, is_sorted=False)
    names = [f'"{item.key}"' if item.key else item.name for item in found]
    return sorted_blocks(text, blocks, [item.key.casefold() for item in found], names)


def source_blocks(text: str) -> list[Block]:
    """Return the block of each source, `@string` and `@preamble`; an empty list if two of them share a line."""
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
    """Return the text of a .bib file with a source inserted before the first one whose key sorts after `key`.

    `entry` is the source's text with `\\n` at the end of every line, the last too; it gets the file's line endings.
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
    """A source, or a `@string` or `@preamble`, which has no key."""

    block: model.Block
    start: int
    end: int
    key: str = ""

    @property
    def name(self) -> str:
        """The item's name in messages to chairs."""
        return f"the abbreviation {self.block.key}" if isinstance(self.block, model.String) else "the preamble"

    @property
    def entry(self) -> model.Entry | None:
        """The parsed entry, with its fields as written; None if the item is not a source."""
        block = self.block
        inner = block.ignore_error_block if isinstance(block, model.ParsingFailedBlock) else block
        return inner if isinstance(inner, model.Entry) else None


@lru_cache(maxsize=1)
def _found(text: str) -> tuple[_Item, ...]:
    """Return the items of a file, without comments, with their offsets; most steps find the same text again."""
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
            assert key is not None  # only files that can be parsed get here
            items.append(_Item(block, start, end, key[1].strip()))
    return tuple(items)


@lru_cache(maxsize=1)
def _masked(text: str) -> str:
    """Return the text as `read_sources` parses it, with every character at its offset: comments become spaces."""
    lines = text.replace("\r\n", " \n").replace("\r", "\n")
    return without_comments(with_braces(lines), fill=" ")


def _values(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end offsets of each field's value."""
    yield from ((start, end) for _, start, end in _fields(text))


def _doi_edits(text: str, changes: list[str]) -> Iterator[Edit]:
    """Yield the edits that remove the resolver's URL before a DOI, which is printed as a URL anyway."""
    for name, start, end in _fields(text):
        written = text[start:end].strip('{"}')
        doi = doi_in(written) if name == "doi" else ""
        if doi and doi != written.strip():
            changes.append(f"Took off what stood before the DOI {doi}")
            yield Edit(start, end, text[start:end].replace(written.strip(), doi))


def _fields(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name of each field, and the start and end offsets of its value."""
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
    if all(item.key for item in found if item.entry):
        return
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
