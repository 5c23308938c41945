"""Import the sources of another .bib file, as Zotero, JabRef and publishers export them.

Fields are mapped one by one: converting them through pandoc would lose those that CSL does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bibtexparser import model
from bibtexparser.middlewares import LatexDecodingMiddleware

from studyguide.authoring.importers.bibtex_escape import escaped, escaped_around_braces, safe_url
from studyguide.authoring.importers.csl_json import date_in, language_of, ordered, web_url, without_markup
from studyguide.authoring.importers.inheritance import PARENTS, with_inherited
from studyguide.authoring.importers.record import Record, RecordError
from studyguide.authoring.importers.zotero_extra import split_extra
from studyguide.data.bibliography import TYPES_MEANT, Source, read_sources
from studyguide.data.bibtex_comments import without_comments
from studyguide.data.bibtex_delimiters import with_braces
from studyguide.data.bibtex_entries import fields_of, parse_bibtex
from studyguide.data.bibtex_fields import DATES, KNOWN_FIELDS, PEOPLE
from studyguide.data.doi import doi_in
from studyguide.data.export_remains import without_numbers
from studyguide.data.field_values import is_date
from studyguide.data.granular_xdata import with_xdata
from studyguide.data.latex_signs import with_signs
from studyguide.data.lost_words import lost_commands
from studyguide.data.personal_names import mended_names
from studyguide.data.source_dates import years_for_pandoc
from studyguide.data.title_capitals import out_of_capitals
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile

_UNESCAPED = re.compile(r"(?<!\\)[%&]")  # other programs often leave these unescaped
_TYPES = {
    "conference": "inproceedings",
    "electronic": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "www": "online",
}
_FIELDS = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "journal": "journaltitle",
    "primaryclass": "eprintclass",
    "school": "institution",
}
"""BibTeX fields and their BibLaTeX equivalents (BibLaTeX manual, section 2.2.5)."""
_THESES = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}
_MISSING_COMMA = re.compile(r"([}\"]|=\s*\w+)(\s+[A-Za-z][\w-]*\s*=\s*[{\"\w])")
"""The end of a field and the next one, without a comma between them."""
_VERBATIM = frozenset(("url", "doi", "eprint"))
_PRIVATE = frozenset(("file", "pdf", "owner", "groups"))
"""Fields about the computer that exported the record."""


def bibtex_records(text: str, path: str) -> Iterator[Record]:
    """Yield a record for each source of a .bib file. Raises `RecordError` if the file cannot be parsed."""
    text = with_braces(text)
    sources, problems = read_sources(SourceFile(path, text))
    if any(problem.rule in ("bibtex-syntax", "missing-braces") for problem in problems):
        text = _MISSING_COMMA.sub(r"\1,\2", text)
        sources, problems = read_sources(SourceFile(path, text))
    for problem in problems:
        if problem.rule in ("bibtex-syntax", "repeated-source-field", "repeated-key"):
            raise RecordError(problem.where, problem.words)
    decoded = _decoded(text)
    records = {source.key: _record(source, decoded.get(source.key, {})) for source in sources}
    shared = [Source(key, fields, Location(path), "xdata") for key, fields in decoded.items() if key not in records]
    records |= {source.key: _record(source, source.fields) for source in shared}
    for source in sources:
        yield _completed(source.key, records)


def _completed(key: str, records: Mapping[str, Record]) -> Record:
    """Return a record with what its parents give. Raises `RecordError` if it has no title."""
    record = records[key]
    fields = with_inherited(key, records)
    if not re.search(r"\w", fields.get("title", "")):
        raise RecordError(record.where, "This record has no title. Add one to it, in a few words of your own.")
    lost = [name for name in PARENTS if record.fields.get(name, key) not in records and name in record.fields]
    return Record(record.where, record.type, ordered(fields), (*record.left_out, *lost))


def _decoded(text: str) -> dict[str, dict[str, str]]:
    """Return the fields of each source by its key, with LaTeX commands decoded to Unicode."""
    decode = LatexDecodingMiddleware(keep_braced_groups=True)
    plain = _UNESCAPED.sub(r"\\\g<0>", with_signs(without_comments(text)))  # the decoder does not know all signs
    entries = [block for block in parse_bibtex(plain, decode) if isinstance(block, model.Entry)]
    decoded = {entry.key: fields_of(entry) for entry in entries}
    return {key: {**fields, **with_xdata(fields, decoded)} for key, fields in decoded.items()}


def _record(source: Source, decoded: Mapping[str, str]) -> Record:
    fields: dict[str, str] = {}
    left_out = []
    note, extra = split_extra(decoded.get("note", ""))
    decoded = {**decoded, "note": note}
    for written in source.fields:
        name = _FIELDS.get(written, written)
        if written in _PRIVATE or written not in KNOWN_FIELDS:
            left_out.append(written)
        elif written not in ("year", "month", "day") and (value := _value(name, written, source, decoded)):
            fields[name] = value
    for name, value in extra.items():
        fields.setdefault(name, safe_url(value) if name in _VERBATIM else escaped(value))
    if language := language_of(fields.get("language", "")):
        del fields["language"]
        fields.setdefault("langid", language)
    if "date" not in fields:
        years = years_for_pandoc(source.fields.get("year", "").strip("{} ")).get("date", "")
        fields["date"] = years or date_in(" ".join(source.fields.get(part, "") for part in ("year", "month", "day")))
    if source.type in _THESES:
        fields.setdefault("type", _THESES[source.type])
    return Record(source.where, _type(source), ordered(fields), tuple(left_out))


def _value(name: str, written: str, source: Source, decoded: Mapping[str, str]) -> str:
    raw = source.fields[written].strip()
    if name == "url":
        return web_url(re.sub(r"^\\url\{(.*)\}$", r"\1", raw).replace("\\", ""), source.where)
    if name in _VERBATIM:
        verbatim = raw.replace("\\", "")
        return safe_url((name == "doi" and doi_in(verbatim)) or verbatim)
    if name in DATES:
        return raw if is_date(raw) and "T" not in raw else date_in(raw)
    if name == "pages":
        return escaped(re.sub(r"\s*[-–—]+\s*", "--", raw))
    is_told = name not in PEOPLE and any(lost_commands(raw))  # the decoder would print \cite as <cit.>
    value = raw if is_told else escaped_around_braces(without_markup(decoded.get(written, raw)))
    if name not in PEOPLE:
        return out_of_capitals(value) if name in ("booktitle", "title") else value
    value = without_numbers(value)
    return mended_names(value) if re.search(r"[\s{},]", value) or not value else f"{{{value}}}"


def _type(source: Source) -> str:
    """Return the BibLaTeX type. Zotero exports web pages as `@misc`, with the URL and the day of access."""
    is_page = source.type == "misc" and "url" in source.fields and "number" not in source.fields
    if is_page and ("urldate" in source.fields or "journal" in source.fields or "howpublished" in source.fields):
        return "online"
    return _TYPES.get(source.type, TYPES_MEANT.get(source.type, source.type))
