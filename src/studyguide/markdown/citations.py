"""Parse citations: `[@key]`, `[@key, p. 4]`, `[see @a, pp. 4-6; @b]`.

The syntax is pandoc's (https://pandoc.org/MANUAL.html#citation-syntax), as in mkdocs-bibtex. A bracket is one citation,
which becomes one footnote.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from studyguide.diagnostics.diagnostic import Location

# A key begins with a letter, digit or _ and may contain single punctuation characters; any other key needs braces.
# An @ after a letter or a slash belongs to an e-mail address or to a handle in a URL.
KEY = r"(?<![\w/.@\\])(?P<hide>-?)@(?:\{(?P<braced>[^{}\s]+)\}|(?P<plain>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))"
_CITE_ITEM = re.compile(KEY)
BRACKET = rf"\[(?P<inside>(?:[^\[\]]|\[[^\[\]]*\])*?{KEY}(?:[^\[\]]|\[[^\[\]]*\])*)\](?![({{]|\[(?!\^)[^\[\]@]*\])"
_BETWEEN_SOURCES = re.compile(
    r"(?:[\s,/&+|]|(?<=[\s,])(?:and|or|und|et)(?=\s))*(?P<prefix>(?:see also|see|cf\.)\s+)?\Z"
)
"""What stands between two sources that need a semicolon there, and the prefix of the second."""
_PART = re.compile(r"(?:@\{[^{}\s]+\}|&#?\w+;|[^;])*")


@dataclass(frozen=True, slots=True)
class CiteItem:
    """One source in a citation, with its prefix and suffix."""

    key: str
    prefix: str = ""
    """The text before the key: `see`."""
    suffix: str = ""
    """The text after the key, including the locator: `, pp. 4-6`."""
    hides_author: bool = False
    """True for `-@key`, which suppresses the author."""
    where: Location | None = None
    """The location of the key; None if only that of the bracket is known."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation bracket, with one item per cited source."""

    cite_items: tuple[CiteItem, ...]
    where: Location

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the cited sources, in order."""
        return tuple(item.key for item in self.cite_items)


def citation_parts(inside: str) -> list[str]:
    """Split the text between the brackets into one part per source, at each semicolon but of an entity or in braces."""
    parts = []
    end = -1
    while end < len(inside):
        part = _PART.match(inside, end + 1)
        assert part is not None  # it may be empty
        parts.append(part[0])
        end = part.end()
    return parts


def parse_citation(inside: str) -> tuple[CiteItem, ...]:
    """Parse the text between the brackets; empty if a part has no key, so that the bracket is no citation."""
    items = []
    for part in citation_parts(inside):
        found = _CITE_ITEM.search(part)
        if not found:
            return ()
        items.append(
            CiteItem(
                key=found["braced"] or found["plain"],
                prefix=" ".join(part[: found.start()].split()),
                suffix=" ".join(part[found.end() :].split()),
                hides_author=bool(found["hide"]),
            )
        )
    return tuple(items)


def with_members(items: Iterable[CiteItem], sets: Mapping[str, Sequence[str]]) -> tuple[CiteItem, ...]:
    """Return cite items with those of a set's members in place of a set; a locator belongs to the last of them."""
    return tuple(member for item in items for member in _members(item, sets.get(item.key, ())))


def _members(item: CiteItem, keys: Sequence[str]) -> Iterator[CiteItem]:
    for place, key in enumerate(keys, start=1):
        prefix, suffix = item.prefix if place == 1 else "", item.suffix if place == len(keys) else ""
        yield replace(item, key=key, prefix=prefix, suffix=suffix)
    if not keys:
        yield item


def key_cut_short(item: CiteItem, keys: Collection[str]) -> str:
    """Return the key out of `keys` that was meant by one which ends before a sign: `asc+` in `[@asc+, p. 4]`.

    It is empty if there is none.
    """
    written = re.split(r"[\s;]|,(?!\S)", item.key + item.suffix, maxsplit=1)[0].rstrip(",")
    return written if written != item.key and written in keys else ""


def with_semicolons(inside: str) -> str:
    """Return the text between the brackets with a semicolon between any two sources, each with its locator."""
    return "; ".join(" ".join(each.split()) for part in citation_parts(inside) for each in _split_at_keys(part))


def _split_at_keys(part: str) -> list[str]:
    """Split a part before each key but the first, without what joins two sources."""
    pieces, prefix, start = [], "", 0
    for found in list(_CITE_ITEM.finditer(part))[1:]:
        before = part[start : found.start()]
        between = _BETWEEN_SOURCES.search(before)
        assert between is not None  # it may be empty
        pieces.append(prefix + before[: between.start()])
        prefix, start = between["prefix"] or "", found.start()
    return [*pieces, prefix + part[start:]]
