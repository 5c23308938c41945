"""Citations of Word's own Source Manager: `CITATION Smi19 \\p 12`, and the sources in a part of the document's own XML.

The fields are those of ECMA-376 part 1, 17.16.5.8 (CITATION) and 22.6 (bibliography).
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from studyguide.authoring.documents.citations.cited import Cited, Item
from studyguide.authoring.documents.entries.event_dates import is_date, read_event_date
from studyguide.authoring.documents.files.xml_parts import is_xml, parse_part
from studyguide.authoring.documents.references.reference_words import LANGUAGES

_B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
_TYPES = {
    "ArticleInAPeriodical": "article-magazine",
    "Book": "book",
    "BookSection": "chapter",
    "Case": "legal_case",
    "ConferenceProceedings": "paper-conference",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "webpage",
    "Film": "motion_picture",
    "InternetSite": "webpage",
    "Interview": "interview",
    "JournalArticle": "article-journal",
    "Patent": "patent",
    "Performance": "performance",
    "Report": "report",
    "SoundRecording": "song",
    "Art": "graphic",
    "Misc": "",
}
_TEXTS = {
    "Title": "title",
    "ShortTitle": "title-short",
    "JournalName": "container-title",
    "PeriodicalTitle": "container-title",
    "BookTitle": "container-title",
    "InternetSiteTitle": "container-title",
    "ConferenceName": "event-title",
    "Publisher": "publisher",
    "Institution": "publisher",
    "City": "publisher-place",
    "Volume": "volume",
    "Issue": "issue",
    "Pages": "page",
    "Edition": "edition",
    "StandardNumber": "ISBN",
    "DOI": "DOI",
    "URL": "URL",
    "Comments": "note",
    "Medium": "medium",
    "ThesisType": "genre",
    "Version": "version",
    "NumberVolumes": "number-of-volumes",
    "Court": "authority",
    "CaseNumber": "number",
}
_ROLES = {
    "Author": "author",
    "Editor": "editor",
    "Translator": "translator",
    "BookAuthor": "container-author",
    "Director": "director",
    "Interviewer": "interviewer",
    "Performer": "performer",
    "Artist": "author",
    "Inventor": "author",
    "Interviewee": "author",
}


def word_sources(parts: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    """Return the sources of the document by their tags, as CSL items; sources that are nowhere cited are among them."""
    found = {}
    for name, part in parts.items():
        if is_xml(name) and name.startswith("customXml/") and b"officeDocument/2006/bibliography" in part:
            for source in parse_part(part).iter(f"{_B}Source"):
                found[_text(source, "Tag")] = _item(source)
    return found


def word_citation(instruction: str, sources: Mapping[str, Item]) -> tuple[Cited, ...]:
    """Return the sources that a field CITATION names; none if it is another field, or a source is not there."""
    words = _words(instruction)
    if not words or words[0].upper() != "CITATION":
        return ()
    cited = [_cited(group, sources) for group in _groups(words[1:])]
    return tuple(each for each in cited if each) if all(cited) else ()


def is_word_bibliography(instruction: str) -> bool:
    """Whether a field prints Word's list of sources."""
    return bool(re.match(r"BIBLIOGRAPHY\b", instruction))


def _words(instruction: str) -> list[str]:
    """Return the words of an instruction, those in quotation marks as one."""
    reader = shlex.shlex(instruction, posix=True)
    reader.whitespace_split, reader.quotes, reader.escape, reader.commenters = True, '"', "", ""
    try:
        return list(reader)
    except ValueError:  # a quotation mark that nothing closes
        return instruction.split()


def _groups(words: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    r"""Yield each tag with its switches: `Smi19 \p 12 \m Doe20 \p 3` has two."""
    tag, switches, position = "", dict[str, str](), 0
    while position < len(words):
        word = words[position]
        if not word.startswith("\\"):
            tag = tag or word
        elif word == "\\m":
            yield tag, switches
            tag, switches = "", {}
        elif word not in ("\\n", "\\t", "\\y"):  # which say what is not printed: author, title, year
            position += 1
            switches[word[1:2]] = words[position] if position < len(words) else ""
        position += 1
    yield tag, switches


def _cited(group: tuple[str, dict[str, str]], sources: Mapping[str, Item]) -> Cited | None:
    tag, switches = group
    if tag not in sources:
        return None
    label = "page" if "p" in switches or "v" not in switches else "volume"
    locator = switches.get("p", "") or switches.get("v", "")
    return Cited(sources[tag], f"word:{tag}", locator, label, switches.get("f", ""), switches.get("s", ""))


def _item(source: etree._Element) -> dict[str, Any]:
    item: dict[str, Any] = {"type": _TYPES.get(_text(source, "SourceType"), "")}
    item |= {name: text for tag, name in _TEXTS.items() if (text := _text(source, tag))}
    item |= {name: people for tag, name in _ROLES.items() if (people := list(_people(source, tag)))}
    for name, suffix in (("issued", ""), ("accessed", "Accessed")):
        if date := _date(source, suffix):
            item[name] = date
    if item["type"] == "webpage" and item.get("publisher") == item.get("container-title"):
        item.pop("publisher", None)
    return {name: value for name, value in item.items() if value}


def _people(source: etree._Element, role: str) -> Iterator[dict[str, str]]:
    for names in source.iterfind(f"{_B}Author/{_B}{role}"):
        if corporate := _text(names, "Corporate"):
            yield {"literal": corporate}
        for person in names.iter(f"{_B}Person"):
            given = " ".join(filter(None, (_text(person, "First"), _text(person, "Middle"))))
            family = _text(person, "Last")
            yield {"family": family, "given": given} if family and given else {"literal": family or given}


def _date(source: etree._Element, suffix: str) -> dict[str, Any]:
    """Return the date in the fields Year, Month and Day, of which the month may be a number or a name."""
    year, month, day = (_text(source, f"{part}{suffix}") for part in ("Year", "Month", "Day"))
    if not month or not year:
        return {"raw": year} if year else {}
    if month.isdecimal() and year.isdecimal():
        return {"date-parts": [[int(part) for part in (year, month, day) if part.isdecimal()]]}
    printed = " ".join(filter(None, (day, month, year)))
    language = next((each for each in LANGUAGES if is_date(printed, each)), "")
    return {"raw": read_event_date(printed, language).edtf if language else printed}


def _text(element: etree._Element, tag: str) -> str:
    return " ".join((element.findtext(f"{_B}{tag}") or "").split())
