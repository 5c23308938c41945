"""Read references in Russian, as GOST R 7.0.5 and 7.0.100 have them: `Иванов И. И. Название. М.: Наука, 2018. 250 с.`

An article stands before two slashes and its journal. The groups of the patterns have the names of BibLaTeX's fields.
"""

from __future__ import annotations

import re

from studyguide.authoring.documents.references.details import put_pages
from studyguide.authoring.documents.references.marked_text import GAP, unmarked
from studyguide.authoring.documents.references.printed_dates import YEAR
from studyguide.authoring.documents.references.reference import Draft

_PERSON = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?,?\s(?:[А-ЯЁ]\.\s?){1,2}"
_AUTHORS = rf"(?P<authors>{_PERSON}(?:,\s{_PERSON})*(?:и\sдр\.)?)\s*"
_BREAK = r"[\s.]*[—–-]?\s*"
_PAGES = r"(?:(?P<pagetotal>\d+)\sс\.|[СсCc]\.\s?(?P<pages>\d+(?:[–-]\d+)?))?[\s.]*"
_BOOK = re.compile(
    rf"(?:{_AUTHORS})?(?P<title>[«А-ЯЁ][^/\[]*?)(?:\s*\[Текст\])?(?:\s/\s[^:—]*?)?\.{_BREAK}"
    rf"(?P<location>[А-ЯЁ][^:.—]*\.?)\s?:\s(?P<publisher>[^,:]+),\s(?P<date>{YEAR}){_BREAK}{_PAGES}"
)
_ARTICLE = re.compile(
    rf"(?:{_AUTHORS})?(?P<title>[«А-ЯЁ][^/\[]*?)(?:\s*\[Текст\])?\s*//\s*(?P<journaltitle>[^.—]+?){_BREAK}(?P<date>{YEAR})"
    rf"{_BREAK}(?:(?:Т|Вып)\.\s?(?P<volume>\d+)[,\s.]*[—–-]?\s*)?(?:№\s?(?P<number>\d+(?:[–-]\d+)?){_BREAK})?{_PAGES}"
)
_PAGE_OF_SITE = re.compile(
    rf"(?:{_AUTHORS})?(?P<title>[«А-ЯЁ][^/\[]*?)(?:\s*\[Электронный ресурс\])?(?:\s*//\s*(?P<organization>[^.—]+?))?"
    r"[\s.:—–-]*"
    r"(?:(?:URL|Режим доступа)[\s:]*)?[(\s]*дата обращения:?\s*(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})[)\s.]*"
)


def read_gost(draft: Draft) -> bool:
    """Read a reference in one of these forms; tell whether it is in one."""
    line = " ".join(unmarked(draft.rest.replace(GAP, " ")).split())
    forms = (("online", _PAGE_OF_SITE), ("article", _ARTICLE), ("book", _BOOK))
    kind, found = next(((kind, form) for kind, pattern in forms if (form := pattern.fullmatch(line))), ("", None))
    if found is None:
        return False
    parts = found.groupdict(default="")
    names = re.split(r",\s(?=[А-ЯЁ][а-яё])", parts.pop("authors").strip())
    draft.put(author=" and ".join(name for printed in names for name in _names(printed)))
    if "day" in parts:
        day, month, year = (parts.pop(name) for name in ("day", "month", "year"))
        draft.put(urldate=f"{year}-{int(month):02}-{int(day):02}")
    pages = parts.pop("pages", "")
    draft.put(**{name: value.strip() for name, value in parts.items()})
    if pages:
        put_pages(draft, pages, printed=f"с. {pages}")
    draft.type, draft.rest = kind, ""
    return True


def _names(printed: str) -> list[str]:
    """Return `Иванов И. И.` as `Иванов, И. И.`, and "and others" behind it as a name of its own."""
    name = printed.removesuffix("и др.").strip()
    family, _, initials = name.replace(",", "").partition(" ")
    person = [f"{family}, {' '.join(re.findall('[А-ЯЁ][.]', initials))}"] if name else []
    return [*person, *(["others"] if name != printed.strip() else [])]
