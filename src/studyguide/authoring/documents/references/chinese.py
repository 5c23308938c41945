"""Read references in Chinese: in lists as GB/T 7714 has them, `王明. 题名[M]. 北京: 出版社, 2018.`, and in footnotes.

Footnotes set titles between the signs of books: `王明：《题名》，北京：出版社，2018年，第12页。` The groups
of the patterns have the names of BibLaTeX's fields.
"""

from __future__ import annotations

import re

from studyguide.authoring.documents.references.marked_text import GAP, unmarked
from studyguide.authoring.documents.references.printed_dates import YEAR
from studyguide.authoring.documents.references.reference import Draft

_TO_ASCII = str.maketrans("，．：（）［］～", ",.:()[]-")
_PAGES = r"\d+(?:[-–]\d+)?"
_LISTED = re.compile(
    r"(?P<authors>[^.\[\]]+)\.\s*(?P<title>[^\[\]]+?)\s*\[(?P<mark>[A-Z]{1,2})(?:/OL)?\]\s*\.?\s*(?P<rest>.*)"
)
_BOOK = re.compile(
    rf"(?:(?P<location>[^:,.]+):\s*)?(?P<publisher>[^,:]+),\s*(?P<date>{YEAR})(?:\s*:\s*(?P<pages>{_PAGES}))?[\s.]*"
)
_ARTICLE = re.compile(
    rf"(?P<journaltitle>[^,]+),\s*(?P<date>{YEAR}(?:-\d\d-\d\d)?)(?:,\s*(?P<volume>\d+))?(?:\s*\((?P<number>[^()]+)\))?"
    rf"(?:\s*:\s*(?P<pages>{_PAGES}))?[\s.]*"
)
_PAGE_OF_SITE = re.compile(
    rf"(?:(?P<organization>[^,()\[\]]+),?\s*)??(?:\(?(?P<date>{YEAR}(?:-\d\d-\d\d)?)\)?)?\s*(?:\[(?P<urldate>{YEAR}-\d\d-\d\d)\])?[\s.]*"
)
_KINDS = {
    "M": ("book", _BOOK),
    "C": ("collection", _BOOK),
    "R": ("report", _BOOK),
    "D": ("thesis", _BOOK),
    "J": ("article", _ARTICLE),
    "N": ("article", _ARTICLE),
    "EB": ("online", _PAGE_OF_SITE),
}
"""The types by the marks of GB/T 7714, annex B, with what stands behind the title."""
_PLACE = rf"(?:,\s*第?\s*(?P<locator>{_PAGES})\s*[页頁])?[。.\s]*"
_FOOTNOTE = re.compile(
    rf"(?P<authors>[^:《》]+):\s*《(?P<title>[^《》]+)》\s*,\s*(?:(?P<location>[^:,《》]+):\s*)?(?P<publisher>[^,《》]+),\s*"
    rf"(?P<date>{YEAR})\s*年(?:版)?{_PLACE}"
)
_FOOTNOTE_OF_ARTICLE = re.compile(
    rf"(?P<authors>[^:《》]+):\s*《(?P<title>[^《》]+)》\s*,\s*载?《(?P<journaltitle>[^《》]+)》\s*,?\s*(?P<date>{YEAR})\s*年"
    rf"第\s*(?P<number>\d+)\s*期{_PLACE}"
)
_ROLE = re.compile(r"\s*(?:主?编|編|著|编著)$")


def read_chinese(draft: Draft) -> bool:
    """Read a reference in one of these forms; tell whether it is in one."""
    line = unmarked(draft.rest.replace(GAP, " ")).translate(_TO_ASCII).strip()
    if listed := _LISTED.fullmatch(line):
        kind, pattern = _KINDS.get(listed["mark"], ("", _BOOK))
        behind = pattern.fullmatch(listed["rest"]) if kind else None
        return behind is not None and _put(draft, kind, listed.groupdict() | behind.groupdict())
    forms = (("article", _FOOTNOTE_OF_ARTICLE), ("book", _FOOTNOTE))
    found = next(((kind, form) for kind, pattern in forms if (form := pattern.fullmatch(line))), None)
    return found is not None and _put(draft, found[0], found[1].groupdict())


def _put(draft: Draft, kind: str, parts: dict[str, str | None]) -> bool:
    fields = {name: value.strip() for name, value in parts.items() if value and name not in ("mark", "rest")}
    names = [_ROLE.sub("", name.strip()) for name in re.split("[,、]", fields.pop("authors"))]
    draft.put(author=" and ".join("others" if name in ("等", "et al") else f"{{{name}}}" for name in names))
    draft.locator = draft.locator or fields.pop("locator", "")
    if kind == "thesis":
        fields["institution"] = fields.pop("publisher", "")
    if "pages" in fields:
        fields["pages"] = re.sub("[-–]", "--", fields["pages"])
    draft.put(**fields)
    draft.type, draft.rest = kind, ""
    return True
