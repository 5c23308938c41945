"""Convert CSL-JSON, as Zotero and Crossref export it, to BibLaTeX.

Its variables are those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html). The mapping is the
inverse of pandoc's, which converts BibLaTeX back to CSL when it renders the notes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from studyguide.authoring.importers.bibtex_escape import escaped, escaped_title, one_line, safe_url
from studyguide.authoring.importers.record import Record, RecordError
from studyguide.authoring.importers.zotero_extra import split_extra
from studyguide.data.corporate_authors import has_corporate_word, is_corporate_author
from studyguide.data.doi import doi_in
from studyguide.data.edtf_hints import suggested_forms
from studyguide.data.language_tags import language_tag
from studyguide.data.personal_names import is_others, mended_names
from studyguide.data.tracking import without_tracking
from studyguide.diagnostics.diagnostic import Location

Item = Mapping[str, Any]
_TYPES = {
    "article": "online",  # a preprint
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "book": "book",
    "broadcast": "video",
    "chapter": "incollection",
    "classic": "book",
    "collection": "collection",
    "dataset": "dataset",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "figure": "image",
    "graphic": "image",
    "hearing": "legislation",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "video",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "report",
    "review": "review",
    "review-book": "review",
    "software": "software",
    "song": "audio",
    "speech": "unpublished",
    "standard": "standard",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "online",
}
_CROSSREF_TYPES = {
    "book-chapter": "chapter",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal-article": "article-journal",
    "monograph": "book",
    "posted-content": "article",
    "proceedings-article": "paper-conference",
    "reference-entry": "entry-encyclopedia",
}
"""Crossref's types (https://api.crossref.org/types), which CSL-JSON from DOI resolvers has too."""
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_LAWS = frozenset(("jurisdiction", "legal", "legislation"))
_TEXTS = {
    "title-short": "shorttitle",
    "collection-title": "series",
    "publisher-place": "location",
    "event-place": "venue",
    "event-title": "eventtitle",
    "event": "eventtitle",
    "edition": "edition",
    "volume": "volume",
    "number": "number",
    "issue": "number",
    "chapter-number": "chapter",
    "collection-number": "number",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "part-number": "part",
    "version": "version",
    "genre": "type",
    "medium": "howpublished",
    "status": "pubstate",
    "ISBN": "isbn",
    "ISSN": "issn",
    "archive": "library",
    "abstract": "abstract",
    "keyword": "keywords",
    "note": "note",
    "annote": "annotation",
    "original-title": "origtitle",
    "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
    "container-title-short": "shortjournal",
}
_NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}
_MAKERS = ("director", "performer", "composer", "interviewer", "inventor", "sponsor", "contributor", "creator", "guest")
"""Roles that are imported as the author if there is none."""
_DATES = {"issued": "date", "event-date": "eventdate", "original-date": "origdate", "accessed": "urldate"}
_UNMAPPED = frozenset(
    """
    DOI archive_collection archive_location call-number collection-editor collection-number curator dimensions director
    division editorial-director editortranslator event-date executive-producer guest host illustrator interviewer issue
    issued number organizer original-author original-date performer producer recipient references reviewed-author
    reviewed-genre reviewed-title scale script-writer section series-creator submitted supplement volume-title accessed
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
"""Variables that are reported when left out; any others are internal data of the exporting program."""
_TAG = re.compile(r"[A-Z][A-Z0-9]|%.")
_ORDER = """
    author editor translator bookauthor title subtitle shorttitle entrysubtype type journaltitle shortjournal
    booktitle eventtitle venue series edition version organization institution publisher location date volume
    volumes number part chapter pages pagetotal howpublished pubstate isbn issn doi eprint eprinttype url urldate
    langid library note
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
_LANGUAGES = {
    "ar": "arabic",
    "bg": "bulgarian",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "he": "hebrew",
    "hi": "hindi",
    "hr": "croatian",
    "hu": "hungarian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "lt": "lithuanian",
    "lv": "latvian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sl": "slovenian",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
    "zh": "chinese",
}  # fmt: skip
_MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span|scp|p|(?:jats|mml):[\w-]+)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NOTATION = re.compile(r"(?s)<(jats:tex-math|mml:annotation(?:-xml)?|tex-math)\b[^<>]*>.*?</\1>")
"""A formula's second form, in TeX, beside its MathML."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(?<![0-9])(?P<y>[0-9]{4})(?:[-/](?P<m>[0-9]{1,2})(?:[-/](?P<d>[0-9]{1,2}))?)?(?![0-9])")
_DOUBTFUL = re.compile(r"(?i)\[?(?:(?:c|ca|circa|about)\.?\s*(?P<about>[0-9]{4})\??|(?P<perhaps>[0-9]{4})\?)\]?")
_MONTH = re.compile(rf"(?i)\b({'|'.join(_MONTHS)})[a-z]*")
_DAY = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")


def record_of(item: Item, where: Location) -> Record:
    """Convert a CSL item to a record. Raises `RecordError` if it has no title, or a URL that is not http(s)."""
    csl_type = str(item.get("type", ""))
    csl_type = _CROSSREF_TYPES.get(csl_type, csl_type)
    kind = _TYPES.get(csl_type, "online" if item.get("URL") and not csl_type else "misc")
    left_out: list[str] = []
    fields: dict[str, str] = {}
    language = _language(item, fields, left_out)
    note, extra = split_extra(str(item.get("note") or ""))
    item = {**item, "note": note} if extra or isinstance(item.get("note"), str) else item
    for name, value in sorted(item.items(), key=lambda pair: pair[0] != "author"):
        if value and not _add(name, value, fields, where) and (name in _UNMAPPED or _TAG.fullmatch(name)):
            left_out.append(name)
    title = _plain(item.get("title"))
    if not title:
        raise RecordError(where, "This record has no title. Add one to it, in a few words of your own.")
    fields["title"] = escaped_title(title) if language in ("", "english") else escaped(title)
    for field, text in extra.items():
        fields.setdefault(field, escaped(text))
    _add_containers(kind, item, fields)
    if csl_type in _SUBTYPES:
        fields["entrysubtype"] = _SUBTYPES[csl_type]
    return Record(where, kind, ordered(fields), tuple(left_out))


def ordered(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that are not empty, in the order of the guide's own sources."""
    rank = {name: number for number, name in enumerate(_ORDER)}
    names = sorted(fields, key=lambda name: rank.get(name, len(rank)))
    return {name: fields[name] for name in names if fields[name]}


def _add(name: str, value: Any, fields: dict[str, str], where: Location) -> bool:
    """Add a variable's value to the fields; return whether a field could hold it."""
    if name in _NAMES or (name in _MAKERS and "author" not in fields):
        names = people(value) if isinstance(value, list) else ""
        field = _NAMES.get(name, "author")
        fields[field] = names
        return bool(names)
    if name in _DATES:
        fields[_DATES[name]] = read_date(value)
        return bool(fields[_DATES[name]])
    text = _plain(value)
    if name == "URL":
        fields["url"] = web_url(text, where)
    elif name == "DOI":
        fields["doi"] = safe_url(doi_in(text))
        return bool(fields["doi"])
    elif name == "page":
        fields["pages"] = escaped(re.sub(r"\s*[-–—]+\s*", "--", text))
    elif name in ("PMID", "PMCID"):
        fields |= {"eprint": safe_url(text), "eprinttype": "pubmed" if name == "PMID" else "pmc"}
    elif name in _TEXTS:
        field = _TEXTS[name]
        return bool(text) and fields.setdefault(field, escaped(text)) == escaped(text)
    else:
        return False
    return True


def _add_containers(kind: str, item: Item, fields: dict[str, str]) -> None:
    """Add the container and the publisher, whose fields depend on the type of source."""
    container = escaped(_plain(item.get("container-title")))
    publisher = escaped(_plain(item.get("publisher") or item.get("authority")))
    if kind in ("article", "periodical", "review"):
        fields["journaltitle"] = container
    elif kind in ("incollection", "inproceedings", "inreference"):
        fields["booktitle"] = container
    elif kind in _LAWS and container and (item.get("volume") or item.get("page")):
        fields["journaltitle"] = container  # the series of treaties, the reporter of cases
    elif kind == "online" or kind in _LAWS or kind == "misc":
        is_court = kind == "jurisdiction"
        fields["organization"] = container or ("" if is_court else publisher)
        publisher = publisher if (container or is_court) and publisher != container else ""
    elif container:
        fields.setdefault("series", container)
    fields["institution" if kind in ("jurisdiction", "report", "thesis") else "publisher"] = publisher
    for name in ("organization", "publisher"):  # do not repeat a corporate author
        if fields.get(name) and fields.get("author") == f"{{{fields[name]}}}":
            del fields[name]


def people(names: list[Any]) -> str:
    """Return names in BibTeX's format; a single name, such as a corporate author's, is put in braces."""
    written = [_person(name) for name in names if isinstance(name, Mapping)]
    return mended_names(" and ".join(filter(None, written)))


def _person(name: Mapping[str, Any]) -> str:
    family, given = escaped(_plain(name.get("family"))), escaped(_plain(name.get("given")))
    literal = escaped(_plain(name.get("literal")))
    whole = literal or (family if not given else given if not family else _corporate_name(family, given))
    if whole:
        mended = whole if " and " in whole else mended_names(whole)
        return "others" if is_others(whole) else f"{{{whole}}}" if mended == whole else mended
    if not family:
        return ""
    particles = [escaped(_plain(name.get(f"{kind}-particle"))) for kind in ("dropping", "non-dropping")]
    suffix = escaped(_plain(name.get("suffix")))
    parts = [" ".join(filter(None, [*particles, _part(family)])), suffix, _part(given)]
    return ", ".join(filter(None, parts))


def _corporate_name(family: str, given: str) -> str:
    """Return a corporate name that was split like a person's; an empty string for a person."""
    if is_corporate_author(f"{family}, {given}"):
        return f"{family}, {given}"
    return f"{given} {family}" if has_corporate_word(given) else ""


def _part(name: str) -> str:
    """Protect a comma or an "and" in a part of a name, which BibTeX would read as a separator."""
    return f"{{{name}}}" if re.search(r",|\band\b", name) else name


def read_date(value: Any) -> str:
    """Return a CSL date as `2022-11-07`, `2022-11`, `2022`, a season `2022-21`, or two dates with a slash between.

    The result is EDTF (https://www.loc.gov/standards/datetime/), or an empty string if the date cannot be parsed.
    """
    if not isinstance(value, Mapping):
        dates = value[:2] if isinstance(value, list) else []  # as CSL-YAML had them at first
        days = [read_date(part) for part in dates if isinstance(part, Mapping)]
        return "/".join(filter(None, days)) or date_in(_plain(value))
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and all(isinstance(part, list) for part in parts[:2]):
        days = [_day(*part[:3]) for part in parts[:2] if part]
        season = str(value.get("season", ""))
        if len(days) == 1 and season in ("1", "2", "3", "4") and len(days[0]) == 4:
            return f"{days[0]}-2{season}"
        mark = "~" if value.get("circa") and len(days) == 1 and days[0] else ""
        return "/".join(days) + mark if all(days) else ""
    year, month, day = (value.get(part) for part in ("year", "month", "day"))
    known = _day(year, month, day)
    mark = "~" if known and value.get("circa") in (True, "true", "1", 1) else ""
    return known + mark or date_in(_plain(value.get("raw") or value.get("literal")))


def date_in(text: str) -> str:
    """Parse a date that has the year first, or the month by its name; return it as `read_date` does."""
    if doubtful := _DOUBTFUL.fullmatch(text.strip()):
        return f"{doubtful['about'] or doubtful['perhaps']}{'~' if doubtful['about'] else '?'}"
    found = _NUMERIC.search(text)
    if not found:
        return ""
    month = _MONTH.search(text)
    forms = suggested_forms(text) if month else []
    if len(forms) == 1 and "/" in forms[0]:  # 2018 Feb-Mar
        return forms[0]
    if found["m"] or not month:
        return _day(found["y"], found["m"], found["d"])
    day = _DAY.search(text.replace(found["y"], " ", 1))
    return _day(found["y"], _MONTHS.index(month[1].lower()) + 1, day[0] if day else None)


def _day(year: Any, month: Any = None, day: Any = None) -> str:
    """Return a date, or only its year if the calendar has no such day; an empty string if not even that."""
    try:
        numbers = [int(number) for number in (year, month, day) if number not in (None, "", 0)]
        date(*numbers, *[1] * (3 - len(numbers)))
    except (OverflowError, TypeError, ValueError):
        return _day(year) if month else ""
    return "-".join(f"{number:0{4 if position == 0 else 2}}" for position, number in enumerate(numbers))


def web_url(text: str, where: Location) -> str:
    """Return the URL of a page without tracking parameters. Raises `RecordError` if it is not http(s)."""
    doi = doi_in(text)
    if text.lower().startswith("www."):
        text = f"https://{text}"
    elif doi and not text.lower().startswith("http"):
        text = f"https://doi.org/{doi}"
    if not re.match(r"(?i)https?://[^\s/]", text):
        shown = one_line(text)[:60]
        raise RecordError(where, f'The address "{shown}" is none of a web page: one begins with https://.')
    return safe_url(without_tracking(one_line(text)))


def _language(item: Item, fields: dict[str, str], left_out: list[str]) -> str:
    """Add the language to the fields, or to `left_out` if unknown; return BibLaTeX's name for it."""
    text = _plain(item.get("language"))
    language = language_of(text)
    if language:
        fields["langid"] = language
    elif text:
        left_out.append(f'language "{text}"')
    return language


def language_of(text: str) -> str:
    """Return BibLaTeX's name for a language: `fr-CA`, `fra`, `French`, `français`; an empty string if unknown."""
    return _LANGUAGES.get(language_tag(text).partition("-")[0], "")


def _plain(value: Any) -> str:
    """Return a value as text without HTML, on one line; an empty string if it is neither text nor a number."""
    if isinstance(value, list):
        value = value[0] if value else ""  # Crossref's JSON has lists of titles
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    return one_line(without_markup(str(value)))


def without_markup(text: str) -> str:
    """Return a text without tags and entities; Crossref escapes what publishers have escaped already."""
    return _MARKUP.sub("", _NOTATION.sub("", html.unescape(html.unescape(text))))
