"""Convert MARC 21, the records of library catalogues, to CSL items, as XML (MARCXML) or in its binary form.

pymarc parses both, and decodes MARC-8. The fields are those of https://www.loc.gov/marc/bibliographic/; the Dag
Hammarskjöld Library adds 191 for a document's symbol and 269 for its date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax import SAXParseException
from xml.sax.handler import feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser
from pymarc import Field, MARCReader, Record, XmlHandler

from studyguide.authoring.importers.record import RecordError
from studyguide.data.un_symbols import parse_symbols
from studyguide.diagnostics.diagnostic import Location

_BINARY = re.compile(rb"[0-9]{5}[a-z][a-z][a-z][ -~]{12}45[ -~]{2}")
"""A leader: length, status, type and level of the record, and `45`, the lengths within its directory."""
_XML = re.compile(r"<(?:\w+:)?(?:record|collection)\b[^>]*MARC21/slim|<(?:\w+:)?datafield\b")
_AGAIN = "Export the record again, or as RIS."
_TYPES = {
    "c": "song",
    "g": "motion_picture",
    "i": "song",
    "j": "song",
    "k": "graphic",
    "m": "software",
    "t": "manuscript",
}
"""CSL's types by the type in the leader; those for maps and texts are told by other fields."""
_ROLES = {
    "edt": "editor", "ed": "editor", "editor": "editor", "compiler": "editor", "com": "editor", "trl": "translator",
    "translator": "translator", "tr": "translator", "ill": "illustrator", "illustrator": "illustrator",
    "drt": "director", "director": "director", "film director": "director", "cmp": "composer", "composer": "composer",
    "prf": "performer", "performer": "performer", "ivr": "interviewer", "interviewer": "interviewer",
    "aut": "author", "author": "author", "joint author": "author", "issuing body": "author", "isb": "author",
}  # fmt: skip
"""CSL's names by relator code and term (https://www.loc.gov/marc/relators/)."""
_EDITED = re.compile(r"(?i)\b(?:edited|editors?|eds?\.|herausgegeben|sous la direction)")
_SEPARATOR = re.compile(r"\s*[/:;=,]\s*$")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$|(?<=[\d)])\.$")
"""The full stop that ends a field, behind a word, a number or a bracket; that of an initial or `Jr.` belongs to it."""
_COPYRIGHT = re.compile(r"(?i)[©℗]|\b[cp](?=[0-9]{4})|\bcopyright\b")
_HOST_PARTS = {
    "volume": r"(?i)\bv(?:ol)?(?:ume)?\.?\s*([0-9]+)",
    "issue": r"(?i)\b(?:no|nr|issue|iss|number)\.?\s*([0-9]+(?:[-/][0-9]+)?)",
    "page": r"(?i)\b(?:pp?\.|pages?|s\.)\s*([0-9]+(?:\s*[-–]\s*[0-9]+)?)",
}
"""Parts of what 773 $g says in words: `Vol. 12, no. 3 (May 2009), p. 45-60`."""
_THESIS = re.compile(r"(?i)(?P<degree>[^(]*\([^)]*\))\s*(?:--|-|—|,)?\s*(?P<school>.*?),?\s*(?P<year>[0-9]{4})?\.?")

Items = Iterator[tuple[Location, dict[str, Any]]]


def is_marc(content: bytes) -> bool:
    """Return whether a file begins with a leader of MARC's binary form."""
    return bool(_BINARY.match(content))


def is_marc_xml(text: str) -> bool:
    """Return whether an XML text holds MARC records."""
    return bool(_XML.search(text))


def marc_items(content: bytes, path: str) -> Items:
    """Parse the binary form (ISO 2709): yield each CSL item with its location, which has no line.

    Raises `RecordError` where a record is broken.
    """
    for record in MARCReader(content, to_unicode=True, hide_utf8_warnings=True):
        if record is None:
            raise RecordError(Location(path), f"A record in this file is broken. {_AGAIN}")
        yield Location(path), _item(record)


def marc_xml_items(text: str, path: str) -> Items:
    """Parse MARCXML (https://www.loc.gov/standards/marcxml/): yield each CSL item with its record's location.

    Raises `RecordError` if the XML is invalid.
    """
    handler = _LocatingHandler()
    parser = make_parser()
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(handler)
    try:
        parser.parse(BytesIO(text.encode()))
    except SAXParseException as error:
        where = Location(path, error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1)
        raise RecordError(where, f"This is not valid XML. {_AGAIN}") from None
    except DefusedXmlException:
        raise RecordError(Location(path), f"This XML has declarations of its own. {_AGAIN}") from None
    except (KeyError, ValueError):  # a field without its tag or a subfield without its code
        raise RecordError(Location(path), f"A record in this file is broken. {_AGAIN}") from None
    for line, record in zip(handler.lines, handler.records, strict=True):
        yield Location(path, line, 1), _item(record)


class _LocatingHandler(XmlHandler):
    """Notes the line on which each record begins, and takes a leader of any length, which catalogues may cut."""

    _locator: Locator

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.lines: list[int] = []

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl) -> None:  # noqa: N802 (SAX's name)
        if name[1] == "record":
            self.lines.append(self._locator.getLineNumber() or 1)
        super().startElementNS(name, qname, attrs)  # type: ignore[no-untyped-call]

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802 (SAX's name)
        if name[1] == "leader":
            self._text = [f"{''.join(self._text):24.24}"]
        super().endElementNS(name, qname)  # type: ignore[no-untyped-call]


def _item(record: Record) -> dict[str, Any]:
    symbol = next((mark.text for text in _texts(record, "191 791 086", "a") for mark in parse_symbols(text)), "")
    item: dict[str, Any] = {
        "title": _title(record),
        "edition": _plain(_first(record, "250", "a")),
        "number-of-volumes": _matched(r"([0-9]+) v(?:ol)?\.", _first(record, "300", "a")),
        "number-of-pages": _matched(r"([0-9]+)\]? ?(?:p\b|pages)", _first(record, "300", "a")),
        "collection-title": _plain(_first(record, "490", "a")),
        "collection-number": _plain(_first(record, "490", "v")),
        "ISBN": _first(record, "020", "a").partition(" ")[0],
        "DOI": next((field.get("a", "") for field in record.get_fields("024") if field.get("2") == "doi"), ""),
        "URL": _url(record),
        "language": _language(record),
        "abstract": _first(record, "520", "a"),
        "keyword": ", ".join(dict.fromkeys(_plain(text) for text in _texts(record, "650", "a"))),
        "number": symbol,
    }
    item |= _imprint(record) | _names(record)
    item["type"] = "report" if symbol else _add_kind(record, item)
    if symbol and re.fullmatch(r"[a-z]+", subtitle := _plain(_first(record, "245", "b"))):
        item |= {"title": _plain(_first(record, "245", "a")), "genre": subtitle}
    return item


def _texts(record: Record, tags: str, code: str) -> list[str]:
    return [text for field in record.get_fields(*tags.split()) for text in field.get_subfields(code) if text.strip()]


def _first(record: Record, tags: str, code: str) -> str:
    return next(iter(_texts(record, tags, code)), "").strip()


def _matched(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""


def _coded(record: Record, pattern: str) -> str:
    """Return a group of a pattern in 008, whose places each have a meaning."""
    return _matched(pattern, next((field.data or "" for field in record.get_fields("008")), ""))


def _plain(text: str) -> str:
    """Return a field's text without the punctuation that separates it from the next."""
    return _FULL_STOP.sub("", _SEPARATOR.sub("", text.strip()))


def _title(record: Record) -> str:
    """Return the title with its subtitle and part, but without the same title in another language behind `=`."""
    title = _first(record, "245", "a")
    other = "" if title.endswith("=") else _plain(_first(record, "245", "b"))
    part = ", ".join(filter(None, (_plain(_first(record, "245", code)) for code in "np")))
    return ". ".join(filter(None, [": ".join(filter(None, [_plain(title), other])), part]))


def _imprint(record: Record) -> dict[str, str]:
    """Return place, publisher and date; 264 holds makers and copyright dates, too, by its second indicator."""
    fields = [field for field in record.get_fields("264", "260") if field.tag == "260" or field.indicator2 in " 1"]
    found = next(iter(fields), Field("260"))
    printed = _COPYRIGHT.sub("", _plain(found.get("c", "")))
    coded = _coded(record, r"^.{7}([0-9]{4})")
    day = _first(record, "269", "a") or (printed if re.search("[0-9]{4}", printed) else coded)
    return {"publisher-place": _plain(found.get("a", "")), "publisher": _plain(found.get("b", "")), "issued": day}


def _names(record: Record) -> dict[str, list[dict[str, str]]]:
    """Return the people and bodies by CSL's names: those without a role are authors, or editors of an edited book."""
    found: dict[str, list[dict[str, str]]] = {}
    is_edited = not record.get_fields("100", "110", "111") and _EDITED.search(_first(record, "245", "c"))
    for field in record.get_fields("100", "110", "111", "700", "710", "711"):
        if field.get("t"):  # a work that this one holds or speaks of
            continue
        told = [_plain(text).lower() for text in field.get_subfields("4", "e")]
        roles = [_ROLES.get(text.rpartition("/")[2], "contributor") for text in told]
        role = next(iter(sorted(roles, key="contributor".__eq__)), "editor" if is_edited else "author")
        found.setdefault(role, []).append(_name(field))
    return found


def _name(field: Field) -> dict[str, str]:
    text = _plain(field.get("a", ""))
    if not field.tag.endswith("00"):
        return {"literal": " ".join([field.get("a", "").strip(), *field.get_subfields("b")]).rstrip(" .,")}
    family, _, given = text.partition(", ")
    if not given:
        return {"literal": text}
    suffix = _plain(field.get("c", ""))
    return {"family": family, "given": given, "suffix": suffix if re.match(r"(?:[JS]r\.?|[IVX]+)$", suffix) else ""}


def _url(record: Record) -> str:
    """Return the address of the work itself, the English one of a document in several languages."""
    fields = [field for field in record.get_fields("856") if field.get("u") and field.indicator2 != "2"]
    fields.sort(key=lambda field: "english" not in f"{field.get('y', '')} {field.get('z', '')}".lower())
    return next((field.get("u", "") for field in fields), "")


def _language(record: Record) -> str:
    """Return the code of the language; none where a document is in several."""
    codes = [code for text in _texts(record, "041", "a") for code in re.findall("[a-z]{3}", text.lower())]
    codes = codes or [_coded(record, r"^.{35}([a-z]{3})")]
    return codes[0] if len(set(codes)) == 1 else ""


def _add_kind(record: Record, item: dict[str, Any]) -> str:
    """Return the CSL type of a record that is no document of the United Nations; add what stands in that type alone."""
    kind, level = str(record.leader)[6], str(record.leader)[7]
    if record.get_fields("502"):
        item |= _thesis(record)
        return "thesis"
    if level in "ab" and record.get_fields("773"):
        return _add_host(record, item)
    item["ISSN"] = _first(record, "022", "a")
    return "periodical" if level == "s" else _TYPES.get(kind, "book")


def _add_host(record: Record, item: dict[str, Any]) -> str:
    """Add the journal or book of which the record is a part; return the type of the part."""
    place = " ".join(_texts(record, "773", "g"))
    parts = {name: _matched(pattern, place) for name, pattern in _HOST_PARTS.items()}
    item |= parts | {"container-title": _plain(_first(record, "773", "t")), "ISSN": _first(record, "773", "x")}
    item["issued"] = item["issued"] or _matched(r"\(([^()]*[0-9]{4})\)", place) or _matched(r"\b([0-9]{4})\b", place)
    return "article-journal" if item["ISSN"] or parts["volume"] or parts["issue"] else "chapter"


def _thesis(record: Record) -> dict[str, str]:
    """Return degree and university, which stand in one note or, since 2010, in subfields."""
    note = _THESIS.fullmatch(_first(record, "502", "a"))
    degree, school = _first(record, "502", "b"), _first(record, "502", "c")
    return {
        "genre": f"{degree} thesis" if degree else (note["degree"].strip() if note else ""),
        "publisher": school or (note["school"] if note else ""),
    }
