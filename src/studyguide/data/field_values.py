"""Validate the fields of sources: dates, names, URLs and LaTeX commands that pandoc would render wrongly or not at all.

Pandoc renders the citations, so its parser defines what is valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from studyguide.data.bibtex_fields import DATES, PEOPLE, plain_value
from studyguide.data.corporate_authors import names_in
from studyguide.data.doi import doi_in
from studyguide.data.doubtful_dates import doubtful_source_date
from studyguide.data.edtf import DateError, EventDate, parse_date
from studyguide.data.edtf_hints import suggested_forms
from studyguide.data.language_tags import NAMES, language_tag, tag_of_source
from studyguide.data.lost_words import lost_commands
from studyguide.data.personal_names import count_of_people, is_extended, mended_organisations, mended_people
from studyguide.data.title_capitals import out_of_capitals
from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem

_TITLES = frozenset(("booktitle", "maintitle", "subtitle", "title"))
_TIME = r"T[0-9:.+-]+Z?"  # written by programs, and not rendered
_DAY = (
    rf"(?:-?[0-9]{{4}}(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01])(?:{_TIME})?)?|2[1-4]))?[~?%]?"
    "|[Yy]-?[0-9]{5,})"
)
_DATE = re.compile(rf"{_DAY}(?:/(?:{_DAY})?)?|/{_DAY}")  # pandoc renders any other date as "n.d."
_NO_DAY = re.compile(rf"{_TIME}|[~?%]")
_SUFFIX = re.compile(r"(?i)(?:jr|sr)\.?|[ivx]+")
_WRONG_SEPARATOR = re.compile(r"\s\\?(&)\s|(;)\s")
_SECOND_URL = re.compile(r"[\s,;]https?://", re.IGNORECASE)
_FORMULA = re.compile(r"(?<!\\)\$(?:(?=[^$]*(?:\\[A-Za-z]|[_^]))|(?![^$]*\b[A-Za-z]{2,}))[^$]+(?<!\\)\$")
"""A formula of TeX, which pandoc prints: with a command or an index, or without words, which stand in `$5 and $6`."""
_UNESCAPED = re.compile(r"(?<!\\)[%#$]|(?<=(?<!\S)[A-Za-z]:)\\(?=[A-Za-z]+(?:[^A-Za-z{]|$))")  # also C:\data
_COMMAND = re.compile(r"\\[a-z]{3,}(?=\s*\{\s*[^\s}])")
# The formatting commands that pandoc supports. It drops an unknown command together with its argument.
_COMMANDS = frozenset(
    r"""
    \emph \enquote \href \mkbibbold \mkbibemph \mkbibitalic \mkbibquote \sout \textbf \textit \textmd \textnormal
    \textrm \textsc \textsf \textsl \textsubscript \textsuperscript \texttt \textup \uline \underline \url
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
_MISNAMED_COMMANDS = {"\\bold": "\\textbf", "\\italic": "\\textit", "\\italics": "\\textit", "\\quote": "\\enquote"}


def value_problems(name: str, value: str, where: Location, fields: Mapping[str, str]) -> Iterator[Problem]:
    """Find dates, names, URLs and DOIs that pandoc would not render as meant, in a field whose value is in braces.

    `fields` are those of the source.
    """
    value = " ".join(value.split())
    if name in DATES:
        yield from _date_problems(name, value, where, has_year=name == "date" and "year" in fields)
    elif name == "month" and "date" not in fields and not value.isdigit() and not suggested_forms(f"{value} 2001"):
        yield problem(where, "doubtful-date", "unread", date=value, fix="")
    elif name == "year" and re.fullmatch(r"[0-9]{4}", value):
        yield from doubtful_source_date(name, _parsed(value), where)
    elif name == "langid" and not language_tag(value):
        yield problem(where, "unknown-language", name=value, fix=did_you_mean(value, NAMES, closeness=0.75))
    elif name in PEOPLE:
        yield from _name_problems(name, value, where)
    elif name in _TITLES:
        yield from _title_problems(name, value, where, fields)
    elif name == "url":
        yield from _url_problems(value, where)
    elif name == "doi" and not doi_in(value) and re.match(r"(?i)https?:|dx|doi", value):
        yield problem(where, "wrong-address", "no-doi")


def command_problems(value: str, where: Location) -> Iterator[Problem]:
    """Find unescaped special characters and unknown LaTeX commands, with which pandoc drops text."""
    if "<!--" in value:
        yield problem(where, "unescaped-sign", "comment")
    value = _FORMULA.sub("", value)
    character = _UNESCAPED.search(value)
    if character:
        instead = r"\textbackslash{}" if character[0] == "\\" else f"\\{character[0]}"
        yield problem(where, "unescaped-sign", "sign", sign=character[0], instead=instead)
    for command in sorted(set(_COMMAND.findall(value)) - _COMMANDS):
        if guess := _command_meant(command):
            yield problem(where, "unescaped-sign", "command", command=command, fix=guess)


def lost_words(value: str, where: Location) -> Iterator[Problem]:
    """Find commands that pandoc drops with their words, but for slips, which `command_problems` finds."""
    for command, kind in lost_commands(value):
        if not _command_meant(command):
            yield problem(where, "lost-words", kind, command=command)


def _command_meant(command: str) -> str:
    known = _MISNAMED_COMMANDS.get(command, "")
    return f'Did you mean "{known}"?' if known else did_you_mean(command, _COMMANDS, closeness=0.82)


def _date_problems(name: str, value: str, where: Location, has_year: bool) -> Iterator[Problem]:
    if not is_date(value):
        forms = [
            f"{name} = {{{form}}}" for form in suggested_forms(value) if is_date(form) and not _calendar_fault(form)
        ]
        fix = f"Write {' or '.join(forms)}." if forms else ""
        if has_year:  # pandoc takes that
            yield problem(where, "doubtful-date", "unread", date=value, fix=fix)
        else:
            yield problem(where, "wrong-source-date", date=value, fix=fix)
    elif fault := _calendar_fault(value):
        yield problem(where, "wrong-source-date", "calendar", fault=fault)
    else:
        yield from doubtful_source_date(name, _parsed(value), where)


def is_date(text: str) -> bool:
    """Tell whether pandoc can parse a date; the calendar is not checked."""
    return bool(_DATE.fullmatch(text))


@lru_cache(maxsize=4096)  # the sources of a guide have a few hundred years between them
def _parsed(date: str) -> EventDate:
    """Parse a date of BibLaTeX, which may leave the day open; raises `DateError`."""
    return parse_date(_NO_DAY.sub("", date).upper())


def _calendar_fault(date: str) -> str:
    """Return why a date or an interval is not in the calendar; empty if it is."""
    try:
        _parsed(date)
    except DateError as error:
        return str(error)
    return ""


def _name_problems(name: str, value: str, where: Location) -> Iterator[Problem]:
    organisations = mended_organisations(value)
    mended = mended_people(organisations)
    if mended != re.sub(r",(?=\S)", ", ", organisations):  # Lee,Ann is sound
        if count_of_people(mended) > count_of_people(organisations):
            yield problem(where, "misread-name", "several", field=name, written=mended)
        else:
            yield problem(where, "misread-name", field=name, written=mended)
        return
    if organisations != value:
        yield problem(where, "organisation-as-person", field=name, written=organisations)
    people = [person for person in names_in(organisations) if "{" not in person and not is_extended(person)]
    separator = next(filter(None, map(_WRONG_SEPARATOR.search, people)), None)
    if separator:
        yield problem(where, "wrong-name", "and", sign=separator[1] or separator[2])
    elif any(map(_is_several, people)):
        yield problem(where, "wrong-name", "commas")


def _title_problems(name: str, value: str, where: Location, fields: Mapping[str, str]) -> Iterator[Problem]:
    title = plain_value(value)
    written = out_of_capitals(title)
    if written != title and "\\" not in value:
        is_english = (tag_of_source(fields) or "en").startswith("en")
        fix = f"Write {name} = {{{written}}}, with capitals in names." if is_english else "Write it in small letters."
        yield problem(where, "title-in-capitals", fix=fix)


def _is_several(name: str) -> bool:
    """Tell whether a name is several, as in `Ann Lee, Ben Fox, Cy Day`; `King, Jr., Martin Luther` is one."""
    return sum(not _SUFFIX.fullmatch(part.strip()) for part in name.split(",")) > 2


def _url_problems(value: str, where: Location) -> Iterator[Problem]:
    if not value.lower().startswith(("https://", "http://")):
        yield problem(where, "wrong-address", "beginning")
    elif _SECOND_URL.search(value):
        yield problem(where, "wrong-address", "two")
    elif " " in value:
        yield problem(where, "wrong-address", "space")
