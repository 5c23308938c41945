"""Parse tagged formats into CSL items: RIS, EndNote's export (`.enw`), PubMed's (`.nbib`), and EndNote's XML.

RIS is the most common export of publishers and Zotero. Pandoc parses it too, but loses the day of a date, the place,
the number, the day of access and the note, and takes `World Health Organization` for a person.
The tags are those of Zotero's translators, which cover publishers' variants: https://github.com/zotero/translators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from studyguide.authoring.importers.law_records import with_court, with_official_journal
from studyguide.authoring.importers.record import RecordError
from studyguide.data.corporate_authors import is_corporate_author
from studyguide.data.doi import doi_in
from studyguide.data.un_symbols import parse_symbols
from studyguide.diagnostics.diagnostic import Location

Tagged = list[tuple[str, str]]
_TYPES = {
    "webpage": "ELEC WEB ICOMM",
    "post-weblog": "BLOG",
    "article-journal": "JOUR EJOUR JFULL ABST INPR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK EBOOK EDBOOK WHOLE SER",
    "chapter": "CHAP ECHAP",
    "report": "RPRT GOVDOC",
    "pamphlet": "PAMP",
    "thesis": "THES",
    "paper-conference": "CONF CPAPER",
    "legislation": "STAT LEGAL",
    "legal_case": "CASE",
    "bill": "BILL UNBILL",
    "hearing": "HEAR",
    "entry-encyclopedia": "ENCYC",
    "entry-dictionary": "DICT",
    "motion_picture": "VIDEO ADVS MPCT",
    "song": "SOUND MUSIC",
    "dataset": "DATA DBASE AGGR",
    "software": "COMP",
    "patent": "PAT",
    "graphic": "ART FIGURE MAP",
    "manuscript": "UNPB MANSCPT",
    "personal_communication": "PCOMM",
    "standard": "STAND",
    "speech": "SLIDE",
}
_CSL_TYPES = {tag: csl for csl, tags in _TYPES.items() for tag in tags.split()}
_VARIABLES = {
    "title": "TI T1 CT",
    "title-short": "ST",
    "container-title": "T2 JF BT JO",
    "container-title-short": "J2 JA",
    "collection-title": "T3",
    "volume": "VL",
    "edition": "ET",
    "publisher": "PB",
    "publisher-place": "CY PP",
    "number-of-volumes": "NV",
    "DOI": "DO",
    "URL": "UR LK",
    "language": "LA",
    "accessed": "Y2",
    "abstract": "AB N2",
    "note": "N1",
    "genre": "M3",
}
_PEOPLE = {"author": "AU A1", "editor": "A2 ED", "translator": "A4"}
_UNTOLD = frozenset("TY ER ID DB DP AN L1 L2 L3 L4 SP EP SN IS M1 KW DA PY Y1".split())  # noqa: SIM905
_RIS = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<text>.*))?")
_NBIB = re.compile(r"(?P<tag>[A-Z]{2,4}) {0,2}-(?: (?P<text>.*))?")
_ENW = re.compile(r"%(?P<tag>\S)(?: (?P<text>.*))?")
_FROM_ENW = {
    "0": "TY", "A": "AU", "E": "A2", "Y": "A4", "T": "TI", "B": "T2", "J": "T2", "S": "T3", "D": "PY", "8": "DA",
    "I": "PB", "C": "CY", "V": "VL", "N": "IS", "P": "SP", "R": "DO", "U": "UR", "@": "SN", "7": "ET", "6": "NV",
    "G": "LA", "X": "AB", "K": "KW", "Z": "N1", "9": "M3", "[": "Y2", "!": "ST",
}  # fmt: skip
_FROM_NBIB = {
    "BTI": "T2", "CTI": "T3", "PB": "PB", "PL": "CY", "ISBN": "SN", "ISSN": "SN", "OID": "AN",
    "TI": "TI", "JT": "T2", "TA": "JA", "DP": "DA", "VI": "VL", "IP": "IS", "PG": "SP", "AB": "AB", "LA": "LA",
    "IS": "SN", "MH": "KW", "OT": "KW", "CN": "AU", "PMID": "PMID",
}  # fmt: skip
_FROM_XML = {
    "authors/author": "AU", "secondary-authors/author": "A2", "subsidiary-authors/author": "A4", "title": "TI",
    "secondary-title": "T2", "tertiary-title": "T3", "short-title": "ST", "full-title": "JF", "abbr-1": "JA",
    "year": "PY", "date": "DA", "publisher": "PB", "pub-location": "CY", "volume": "VL", "num-vols": "NV",
    "number": "IS", "pages": "SP", "edition": "ET", "isbn": "SN", "electronic-resource-num": "DO", "url": "UR",
    "language": "LA", "abstract": "AB", "keyword": "KW", "notes": "N1", "work-type": "M3", "access-date": "Y2",
}  # fmt: skip
# EndNote's types, in `.enw` and XML, with their RIS equivalents.
_ENDNOTE_TYPES = {
    "web page": "ELEC", "blog": "BLOG", "journal article": "JOUR", "electronic article": "EJOUR",
    "magazine article": "MGZN", "newspaper article": "NEWS", "book": "BOOK", "electronic book": "EBOOK",
    "edited book": "EDBOOK", "book section": "CHAP", "report": "RPRT", "government document": "GOVDOC",
    "thesis": "THES", "conference proceedings": "CONF", "conference paper": "CPAPER", "statute": "STAT",
    "legal rule or regulation": "LEGAL", "case": "CASE", "bill": "BILL", "hearing": "HEAR", "encyclopedia": "ENCYC",
    "dictionary": "DICT", "film or broadcast": "MPCT", "audiovisual material": "ADVS", "dataset": "DATA",
    "computer program": "COMP", "patent": "PAT", "manuscript": "MANSCPT", "unpublished work": "UNPB",
    "personal communication": "PCOMM", "standard": "STAND", "pamphlet": "PAMP", "music": "MUSIC",
}  # fmt: skip
_FIRST_RIS = re.compile(r"^TY {1,2}-", re.MULTILINE)
_FIRST_NBIB = re.compile(r"\s*(PMID|OWN) ?-")
"""PubMed's records begin with PMID, those of ERIC with OWN."""
_NO_ADDRESS = re.compile(r"(?i)url|https?:(?://)?|n/?a|-+|none|internal-pdf:.*")
"""What programs write for an address where there is none, or for a file of their own."""
_PERSON = re.compile(
    r"(?P<given>[^\W\d_a-z]\S*(?: [^\W\d_a-z]\S*)*?) (?P<family>(?:[a-zß-öø-ÿ]\S* )*[^\W\d_a-z]\S*)"
    r"(?: (?P<suffix>[JS]r\.?|III?|IV))?"
)
"""Ludwig van Beethoven, Martin Luther King Jr."""
_NO_PERSON = re.compile(r"^The |\b(?:[A-Z]{2,}|Inc\.?|Ltd\.?|GmbH|and|des|for|of|the)(?:\s|$)|[&0-9]|['’]s\b")
_ISSN = re.compile(r"[0-9]{4}-?[0-9]{3}[0-9Xx]")
_ISBN = re.compile(r"(?:[0-9][ -]?){9}(?:(?:[0-9][ -]?){3})?[0-9Xx]")
"""Ten or thirteen digits."""


def ris_items(text: str, path: str) -> Iterator[tuple[Location, dict[str, Any]]]:
    """Parse RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): yield each record's location and CSL item."""
    start = _FIRST_RIS.search(text)
    above = text[: start.start()] if start else ""  # JSTOR's exports begin with a preamble
    for where, tagged in _records("\n" * above.count("\n") + text[len(above) :], path, _RIS, "TY"):
        yield where, _item(tagged)


def is_ris(text: str) -> bool:
    """Return whether a text contains a RIS record."""
    return bool(_FIRST_RIS.search(text))


def enw_items(text: str, path: str) -> Iterator[tuple[Location, dict[str, Any]]]:
    """Parse EndNote's tagged export, whose tags are % and a character: yield each record's location and CSL item."""
    for where, tagged in _records(text, path, _ENW, "0"):
        known = [(_FROM_ENW.get(tag, f"%{tag}"), value) for tag, value in tagged]
        yield where, _item(_with_ris_type(known), is_endnote=True)


def nbib_items(text: str, path: str) -> Iterator[tuple[Location, dict[str, Any]]]:
    """Parse PubMed's export of journal articles: yield each record's location and CSL item.

    The format is documented at https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format.
    """
    start = _FIRST_NBIB.match(text)
    for where, tagged in _records(text, path, _NBIB, start[1] if start else "PMID"):
        yield where, _item(_from_nbib(tagged))


def is_nbib(text: str) -> bool:
    """Return whether a text begins like an export of PubMed or ERIC."""
    return bool(_FIRST_NBIB.match(text))


def _from_nbib(tagged: Tagged) -> Tagged:
    """Return the tags of a PubMed record, an article's or that of a book (`BTI`) or its chapter, as RIS."""
    tags = {tag for tag, _ in tagged}
    is_book = "BTI" in tags and "TI" not in tags
    known: Tagged = [("TY", "BOOK" if is_book else "CHAP" if "BTI" in tags else "JOUR")]
    for tag, value in tagged:
        if tag in ("AID", "LID") and (doi := doi_in(value.removesuffix(" [doi]"))):
            known.append(("DO", doi))
        elif tag == "LID" and value.startswith("http"):
            known.append(("UR", value))
        elif tag in ("FAU", "FED") or (tag in ("AU", "ED") and f"F{tag}" not in tags):
            name = value if "," in value else re.sub(r" (?=[A-Z]+$)", ", ", value)
            known.append(("A2" if tag.endswith("ED") else "AU", name))
        elif is_book and tag == "BTI":
            known.append(("TI", value))
        elif tag in _FROM_NBIB:
            value = value.removesuffix(".") if tag in ("TI", "BTI") else value
            known.append((_FROM_NBIB[tag], _standard_number(value) if tag in ("IS", "ISSN") else value))
    return known


def _standard_number(value: str) -> str:
    """Return the ISSN of `1873-7757 (Electronic)` and of `ISSN-1873-7757`."""
    return value.partition(" (")[0].removeprefix("ISSN-")


def endnote_xml_items(text: str, path: str) -> Iterator[tuple[Location, dict[str, Any]]]:
    """Parse EndNote's XML, which Zotero exports too: yield each record's location and CSL item.

    Locations are without a line, since ElementTree keeps none. Raises `RecordError` if the XML is invalid.
    """
    try:
        root = fromstring(text.encode())
    except ParseError as error:
        line, column = error.position
        raise RecordError(Location(path, line, column + 1), "This is not valid XML. Export the record again.") from None
    except DefusedXmlException:
        raise RecordError(Location(path), "This XML has declarations of its own. Export the record again.") from None
    for record in root.iter("record"):
        yield Location(path), _item(_with_ris_type(_xml_fields(record)), is_endnote=True)


def _xml_fields(record: Element) -> Tagged:
    kind = record.find("ref-type")
    tagged = [("TY", kind.get("name", "") if kind is not None else "")]
    parents = {child: parent for parent in record.iter() for child in parent}
    for element in record.iter():
        above = parents[element].tag if element in parents else ""
        tag = _FROM_XML.get(f"{above}/{element.tag}") or _FROM_XML.get(element.tag)
        if tag:
            tagged.append((tag, "".join(element.itertext())))
    return tagged


def _with_ris_type(tagged: Tagged) -> Tagged:
    return [(tag, _ENDNOTE_TYPES.get(value.strip().lower(), "GEN") if tag == "TY" else value) for tag, value in tagged]


def _records(text: str, path: str, form: re.Pattern[str], first: str) -> Iterator[tuple[Location, Tagged]]:
    """Yield each record with the location of its first line; a line without a tag continues the one above."""
    tagged: Tagged = []
    where = Location(path)
    for number, line in enumerate(text.split("\n"), start=1):
        found = form.fullmatch(line.rstrip())
        if found and found["tag"] == first:
            if tagged:
                yield where, tagged
            where, tagged = Location(path, number, 1), []
        if found and (tagged or found["tag"] == first):
            tagged.append((found["tag"], (found["text"] or "").strip()))
        elif line.strip() and not tagged:
            raise RecordError(Location(path, number, 1), "This line belongs to no record. Export the record again.")
        elif line.strip():
            tag, value = tagged[-1]
            tagged[-1] = (tag, f"{value}\n{line.strip()}")
    if tagged:
        yield where, tagged


def _item(tagged: Tagged, *, is_endnote: bool = False) -> dict[str, Any]:
    """Return the CSL item of a record with RIS tags; in EndNote's formats a name may be `Given Family`."""
    values: dict[str, list[str]] = {}
    for tag, value in tagged:
        if value.strip() and not (tag == "UR" and _NO_ADDRESS.fullmatch(value.strip())):
            values.setdefault(tag, []).append(value.strip())
    item: dict[str, Any] = {"type": _CSL_TYPES.get(_first(values, "TY").upper(), "document")}
    for variable, tags in _VARIABLES.items():
        item[variable] = _first(values, *tags.split())
    for variable, tags in _PEOPLE.items():
        names = dict.fromkeys(name.strip() for tag, name in tagged if tag in tags.split() and name.strip())
        item[variable] = [
            _name(name, is_endnote=is_endnote) for name in names
        ]  # in the order of the file: A1 may be the first of AU
    item["keyword"] = ", ".join(values.get("KW", ()))
    item["page"] = "-".join(filter(None, [_first(values, "SP"), _first(values, "EP")]))
    day, year = _first(values, "DA"), _first(values, "PY", "Y1")
    item["issued"] = day if re.search(r"[0-9]{4}", day) else f"{year} {day}".strip()
    item["PMID"] = _first(values, "PMID")
    for variable in ("genre", "note"):  # publishers write a DOI under M3 and N1
        if doi := doi_in(item[variable]):
            item[variable], item["DOI"] = "", item["DOI"] or doi
    _add_numbers(item, values)
    _add_symbol(item, values)
    item = with_official_journal(with_court(item))
    known = {tag for tags in (*_VARIABLES.values(), *_PEOPLE.values()) for tag in tags.split()} | _UNTOLD | {"PMID"}
    others = {tag: _first(values, tag) for tag in values.keys() - known}
    return item | {tag: value for tag, value in others.items() if not parse_symbols(value)}


def _add_numbers(item: dict[str, Any], values: Mapping[str, Sequence[str]]) -> None:
    """Add ISBN, ISSN, issue and number: `SN` holds any of them but the issue, `IS` or `M1` an issue or a number."""
    number = _first(values, "IS") or _first(values, "M1")
    standard = _first(values, "SN")
    if _ISSN.fullmatch(standard) and item["type"] != "book":
        item["ISSN"] = standard
    elif _ISBN.match(standard):
        item["ISBN"] = standard
    elif standard:
        number = number or standard
    item["issue" if item["type"].startswith("article") else "number"] = number


def _add_symbol(item: dict[str, Any], values: Mapping[str, Sequence[str]]) -> None:
    """Add the symbol of a United Nations document, which stands in a note or for a call number, as its number."""
    found = [value for tag in ("M3", "N1", "CN", "AN", "C1", "C2", "U1") for value in values.get(tag, ())]
    symbol = next((symbol for value in found for symbol in parse_symbols(value)), None)
    if not symbol or item["type"].startswith("article"):
        return
    if not item.get("number"):
        item["number"] = symbol.text
    for variable in ("genre", "note"):
        if parse_symbols(item[variable]):
            item[variable] = ""


def _first(values: Mapping[str, Sequence[str]], *tags: str) -> str:
    return next((values[tag][0] for tag in tags if tag in values), "")


def _name(text: str, *, is_endnote: bool) -> dict[str, str]:
    """Parse `Family, Given, Suffix`; a name without a comma, or with only a final one, is a corporate author's.

    In EndNote's formats one without a comma is a person's, unless its words are those of an organisation.
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 and is_endnote and (person := _PERSON.fullmatch(text)) and not _is_organisation(text):
        return {"family": person["family"], "given": person["given"], "suffix": person["suffix"] or ""}
    if len(parts) == 1 or not parts[1]:
        return {"literal": parts[0]}
    if is_corporate_author(text):
        return {"literal": text}
    return {"family": parts[0], "given": parts[1], "suffix": ", ".join(parts[2:])}


def _is_organisation(name: str) -> bool:
    return is_corporate_author(name) or bool(_NO_PERSON.search(name))
