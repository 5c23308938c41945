"""Citations in the text: `[@key]`, `[@key, p. 4]`, `[see @a, pp. 4-6; @b]`.

The syntax is Pandoc's (its manual, "Citation syntax"), which mkdocs-bibtex shares. A bracket is one citation, and
each citation becomes one note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from studyguide.diagnostics.diagnostic import Location

# A key begins with a letter, digit or _ and may hold single signs inside; braces hold any other key. The @ of an
# e-mail address, or of a handle in a URL, follows a letter or a slash.
KEY = r"(?<![\w/.@\\])(?P<hide>-?)@(?:\{(?P<braced>[^{}\s]+)\}|(?P<plain>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))"
_CITE_ITEM = re.compile(KEY)
BRACKET = rf"\[(?P<inside>(?:[^\[\]]|\[[^\[\]]*\])*?{KEY}(?:[^\[\]]|\[[^\[\]]*\])*)\](?![({{]|\[[^\[\]@]*\])"
_PART = re.compile(r"(?:@\{[^{}\s]+\}|[^;])*")


@dataclass(frozen=True, slots=True)
class CiteItem:
    """One source in a citation."""

    key: str
    prefix: str = ""
    """What stands before it: 'see'."""
    suffix: str = ""
    """What stands after it: ', pp. 4-6'."""
    hides_author: bool = False
    """True for `-@key`, which leaves the author out."""
    where: Location | None = None
    """Where its key stands; None where only the bracket's place is known."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A bracket in the text, with the sources that it cites."""

    cite_items: tuple[CiteItem, ...]
    where: Location

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its sources, in order."""
        return tuple(work.key for work in self.cite_items)


def citation_parts(inside: str) -> list[str]:
    """Give what stands between the brackets as one part a source; a semicolon in a key with braces parts nothing."""
    parts = []
    end = -1
    while end < len(inside):
        part = _PART.match(inside, end + 1)
        assert part is not None  # it may be empty
        parts.append(part[0])
        end = part.end()
    return parts


def parse_citation(inside: str) -> tuple[CiteItem, ...]:
    """Read what stands between the brackets; empty where a part of it cites nothing, so that it is no citation."""
    works = []
    for part in citation_parts(inside):
        found = _CITE_ITEM.search(part)
        if not found:
            return ()
        works.append(
            CiteItem(
                key=found["braced"] or found["plain"],
                prefix=" ".join(part[: found.start()].split()),
                suffix=" ".join(part[found.end() :].split()),
                hides_author=bool(found["hide"]),
            )
        )
    return tuple(works)
