"""The sources as RIS, written by rispy: tags by type as reference managers read them.

The tags of each type are those of Reference Manager's last description, which EndNote and Zotero follow:
https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import ClassVar

import rispy

from studyguide.citeproc.csl_items import Item
from studyguide.outputs.sources.csl_text import days_of, names_of, pages_of, plain, text_of

_OTHER = "GEN"
TYPES = MappingProxyType(
    {
        "article": "UNPB",
        "article-journal": "JOUR",
        "article-magazine": "MGZN",
        "article-newspaper": "NEWS",
        "bill": "BILL",
        "book": "BOOK",
        "broadcast": "VIDEO",
        "chapter": "CHAP",
        "dataset": "DATA",
        "document": _OTHER,
        "entry": "ENCYC",
        "entry-dictionary": "DICT",
        "entry-encyclopedia": "ENCYC",
        "figure": "FIGURE",
        "graphic": "ART",
        "hearing": "HEAR",
        "interview": "PCOMM",
        "legal_case": "CASE",
        "legislation": "STAT",
        "manuscript": "UNPB",
        "map": "MAP",
        "motion_picture": "MPCT",
        "musical_score": "MUSIC",
        "pamphlet": "PAMP",
        "paper-conference": "CPAPER",
        "patent": "PAT",
        "periodical": "JFULL",
        "personal_communication": "PCOMM",
        "post": "ICOMM",
        "post-weblog": "BLOG",
        "report": "RPRT",
        "review": "JOUR",
        "review-book": "JOUR",
        "software": "COMP",
        "song": "SOUND",
        "speech": "UNPB",
        "standard": "STAND",
        "thesis": "THES",
        "treaty": "STAT",
        "webpage": "ELEC",
    }
)
"""The types of RIS by those of CSL; others are generic. A treaty is a statute: Zotero takes `LEGAL` for a case."""
_PARTS = frozenset(("CHAP", "CPAPER", "DICT", "ENCYC", "JOUR"))
"""Types of works in others, whose editors are the second authors."""
_WITH_PAGES_IN_ALL = frozenset(("BOOK", "PAMP", "THES"))
"""Types whose start page is the number of pages."""
_NUMBERED = frozenset(("PAT", "RPRT", "STAND"))
"""Types whose number stands where others have that of a register, such as the ISBN."""
_TEXTS = MappingProxyType(
    {
        "title": "TI",
        "title-short": "ST",
        "original-title": "OP",
        "container-title-short": "J2",
        "publisher": "PB",
        "authority": "PB",
        "publisher-place": "CY",
        "edition": "ET",
        "version": "ET",
        "volume": "VL",
        "number-of-volumes": "NV",
        "issue": "IS",
        "ISSN": "SN",
        "ISBN": "SN",
        "chapter-number": "SE",
        "section": "SE",
        "genre": "M3",
        "DOI": "DO",
        "URL": "UR",
        "language": "LA",
        "abstract": "AB",
        "archive": "DB",
        "archive_location": "AN",
        "call-number": "CN",
        "note": "N1",
        "id": "ID",
    }
)
"""The tags of variables that have the same in each type."""
_DATES = MappingProxyType({"accessed": "Y2", "issued": "DA"})
_SEASONS = ("", "spring", "summer", "autumn", "winter")
_REPEATED = ("A2", "A4", "AU", "ED", "N1")
"""The tags that may stand several times."""
_OF_TYPES = ("C1", "C3", "EP", "M1", "PY", "SP", "T2", "T3", "TY")
_TAGS = frozenset((*_TEXTS.values(), *_DATES.values(), *_REPEATED, *_OF_TYPES))
_DONE = frozenset(
    """
    author collection-title container-title editor event-place event-title number number-of-pages page translator type
    """.split()  # noqa: SIM905
)
"""The variables whose tags depend on the type."""
Record = dict[str, str | list[str]]


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    """Writes records alone, with the line ends of the format."""

    NEWLINE = "\r\n"
    REFERENCE_TYPE_KEY = "ty"
    DEFAULT_MAPPING = {tag: tag.lower() for tag in sorted(_TAGS)}  # noqa: RUF012
    DEFAULT_LIST_TAGS = list(_REPEATED)  # noqa: RUF012
    DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}

    def set_header(self, count: int) -> str:
        """Return no number before a record: programs take it for a part of the one above."""
        del count
        return ""


def write_ris(items: Iterable[Item]) -> str:
    """Return the text of a .ris file with the items."""
    return str(rispy.dumps([_record(item) for item in items], implementation=_Writer))


def _record(item: Item) -> Record:
    """Return the values of a record by tag, in small letters."""
    kind = TYPES.get(item["type"], _OTHER)
    record: Record = {"ty": kind, **_names(item, kind), **_dates(item)}
    for name, tag in _TEXTS.items():
        if text := text_of(item, name):
            record.setdefault(tag.lower(), [text] if tag in _REPEATED else text)
    return _filled({**record, **_containers(item, kind), **_numbers(item, kind), "n1": _notes(item, record)})


def _names(item: Item, kind: str) -> Record:
    roles = {"author": "au", "editor": "a2" if kind in _PARTS else "ed", "translator": "a4"}
    return {tag: [name.inverted for name in names_of(item, role)] for role, tag in roles.items()}


def _dates(item: Item) -> Record:
    dates: Record = {tag.lower(): _date(item, name) for name, tag in _DATES.items()}
    years = [f"{day.parts[0]:04}" for day in days_of(item, "issued")[:1]]
    return {**dates, "py": "".join(years)}


def _date(item: Item, name: str) -> str:
    """Return a date as `year/month/day/other`: of a range its first day, and the other in words."""
    value, days = item.get(name, {}), days_of(item, name)
    if not days:
        return f"///{words}" if (words := plain(value.get("literal") or value.get("raw"))) else ""
    year, month, day = (*(f"{part:02}" for part in days[0].parts), "", "")[:3]
    others = [
        "circa" if value.get("circa") else "",
        _SEASONS[int(value.get("season", 0))],
        f"to {days[1].iso}" if days[1:] else "",
    ]
    return f"{year:0>4}/{month}/{day}/{' '.join(filter(None, others))}"


def _containers(item: Item, kind: str) -> Record:
    """Return the titles of the wholes: the journal, book, conference or series."""
    container, series, event = (text_of(item, f"{name}-title") for name in ("container", "collection", "event"))
    if kind == "CPAPER":
        places = {"cy": text_of(item, "event-place"), "c1": text_of(item, "publisher-place")}
        return {"t2": event or container, "c3": container, "t3": series, **places}
    wholes = [title for title in (container, series, event) if title]
    return dict(zip(("t2", "t3", "c3"), wholes, strict=False))


def _numbers(item: Item, kind: str) -> Record:
    """Return pages and numbers; a document's own number stands where others have that of a register."""
    first, last = pages_of(item)
    total, number = text_of(item, "number-of-pages"), text_of(item, "number") or text_of(item, "collection-number")
    tag = "sn" if kind in _NUMBERED else "m1"
    return _filled({"sp": first or (total if kind in _WITH_PAGES_IN_ALL else ""), "ep": last, tag: number})


def _notes(item: Item, record: Record) -> list[str]:
    """Return the notes: the item's own, and each variable for which there is no tag, with its name."""
    others = [name for name in item if name not in _DONE | _TEXTS.keys() | _DATES.keys()]
    taken = [name for name, tag in _TEXTS.items() if text_of(item, name) not in ("", *_listed(record.get(tag.lower())))]
    named = [f"{name}: {words}" for name in (*taken, *others) if (words := _in_words(item, name))]
    return [*_listed(record.get("n1")), *named]


def _listed(value: str | list[str] | None) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _in_words(item: Item, name: str) -> str:
    value = item[name]
    if isinstance(value, list):
        return "; ".join(each.inverted for each in names_of(item, name))
    return "/".join(day.iso for day in days_of(item, name)) if isinstance(value, dict) else plain(value)


def _filled(record: Record) -> Record:
    return {tag: value for tag, value in record.items() if value}
