"""Recognise the numbers of pages that were typed into the text, as "Page 3" or "3 | Page": a guide has other pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from lxml import etree

_WORDS = "page pag pág pagina página seite sayfa стр страница σελίδα σελ صفحة الصفحة".split()  # noqa: SIM905
"""What stands beside the number, in lower case, in the languages that documents are read in."""
_OF = r"(?:\s*(?:/|\b(?:of|von|sur|de|di|из|από|من)\b)\s*\d{1,3})?"
_PAGE = re.compile(
    rf"(?:{'|'.join(_WORDS)})\.?\s*[|:–-]?\s*(?P<behind>\d{{1,3}}){_OF}"
    rf"|(?P<before>\d{{1,3}})\s*[|–-]\s*(?:{'|'.join(_WORDS)})"
    r"|(?P<dash>[-–—])\s*(?P<between>\d{1,3})\s*(?P=dash)"
    r"|第\s*(?P<chinese>\d{1,3})\s*[页頁]",
    re.IGNORECASE,
)
_FEWEST = 2


def page_numbers(
    paragraphs: Iterable[etree._Element], cell: str, text_of: Callable[[etree._Element], str]
) -> list[etree._Element]:
    """Return the paragraphs outside cells, which have the tag `cell`, that are nothing but the number of a page.

    Such numbers grow from page to page: where they do not, or there is one alone, nothing is taken for them.
    """
    outside = (each for each in paragraphs if next(each.iterancestors(cell), None) is None)
    numbers = [(each, number) for each in outside if (number := _number(text_of(each))) is not None]
    grow = all(first < second for (_, first), (_, second) in pairwise(numbers))
    return [each for each, _ in numbers] if grow and len(numbers) >= _FEWEST else []


def _number(text: str) -> int | None:
    found = _PAGE.fullmatch(" ".join(text.split()))
    return int(next(filter(None, found.group("behind", "before", "between", "chinese")))) if found else None
