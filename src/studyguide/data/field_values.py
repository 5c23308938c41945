"""What the fields of a source say: dates, names, addresses and commands that would be printed otherwise than meant.

Pandoc, which writes the notes, is the judge of what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.data.corporate_authors import in_braces, names_in
from studyguide.data.doi import doi_in
from studyguide.data.edtf import DateError, parse_date
from studyguide.data.edtf_hints import rewritings
from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem

_DATES = frozenset({"date", "eventdate", "origdate", "urldate"})
VERBATIM = _DATES | {"doi", "eprint", "file", "keywords", "url"}
"""Fields whose text is taken letter for letter (BibLaTeX's manual, section 2.2.1), and dates, where % is a mark."""
_PEOPLE = frozenset({"author", "bookauthor", "editor", "translator"})
_TIME = r"T[0-9:.+-]+Z?"  # which programs write, and nobody prints
_DAY = rf"[0-9]{{4}}(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01])(?:{_TIME})?)?|2[1-4]))?[~?%]?"
_DATE = re.compile(rf"{_DAY}(?:/(?:{_DAY})?)?|/{_DAY}")  # what pandoc prints; for any other date it prints "n.d."
_NO_DAY = re.compile(rf"{_TIME}|[~?%]")
_SUFFIX = re.compile(r"(?i)(?:jr|sr)\.?|[ivx]+")
_BETWEEN_NAMES = re.compile(r"\s\\?(&)\s|(;)\s")
_SECOND_ADDRESS = re.compile(r"[\s,;]https?://", re.IGNORECASE)
_UNESCAPED = re.compile(r"(?<!\\)[%#$]|(?<=(?<!\S)[A-Za-z]:)\\(?=[A-Za-z]+(?:[^A-Za-z{]|$))")  # also C:\data
_COMMAND = re.compile(r"\\[a-z]{3,}(?=\s*\{\s*[^\s}])")
# Those that change how words look. Of any other that it does not know, pandoc leaves out the words in its braces too.
_COMMANDS = frozenset(
    r"""
    \emph \enquote \href \mkbibbold \mkbibemph \mkbibitalic \mkbibquote \sout \textbf \textit \textmd \textnormal
    \textrm \textsc \textsf \textsl \textsubscript \textsuperscript \texttt \textup \uline \underline \url
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
_OTHER_WORDS = {"\\bold": "\\textbf", "\\italic": "\\textit", "\\italics": "\\textit", "\\quote": "\\enquote"}


def value_problems(name: str, value: str, where: Location) -> Iterator[Problem]:
    """What would be printed otherwise than the chair means it, in a field whose text stands in braces."""
    value = " ".join(value.split())
    if name in _DATES:
        yield from _date_problems(name, value, where)
    elif name in _PEOPLE:
        yield from _name_problems(name, value, where)
    elif name == "url":
        yield from _address_problems(value, where)
    elif name == "doi" and re.match(r"(?i)https?:|dx|doi", value):
        doi = doi_in(value)
        yield problem(where, "wrong-address", "doi", doi=doi) if doi else problem(where, "wrong-address", "no-doi")


def command_problems(value: str, where: Location) -> Iterator[Problem]:
    """What is a command of BibTeX, and takes words with it that are to be read."""
    sign = _UNESCAPED.search(value)
    if sign:
        instead = r"\textbackslash{}" if sign[0] == "\\" else f"\\{sign[0]}"
        yield problem(where, "unescaped-sign", "sign", sign=sign[0], instead=instead)
    for command in sorted(set(_COMMAND.findall(value)) - _COMMANDS):
        known = _OTHER_WORDS.get(command, "")
        guess = f'Did you mean "{known}"?' if known else did_you_mean(command, _COMMANDS, closeness=0.82)
        if guess:
            yield problem(where, "unescaped-sign", "command", command=command, fix=guess)


def _date_problems(name: str, value: str, where: Location) -> Iterator[Problem]:
    if not is_date(value):
        forms = [f"{name} = {{{form}}}" for form in rewritings(value) if is_date(form) and not _calendar_fault(form)]
        fix = f"Write {' or '.join(forms)}." if forms else ""
        yield problem(where, "wrong-source-date", date=value, fix=fix)
    elif fault := _calendar_fault(value):
        yield problem(where, "wrong-source-date", "calendar", fault=fault)


def is_date(text: str) -> bool:
    """Tell whether pandoc reads a date, which need not be in the calendar."""
    return bool(_DATE.fullmatch(text))


def _calendar_fault(date: str) -> str:
    """Why there is no such day, or no such time from one day to another."""
    try:
        parse_date(_NO_DAY.sub("", date))
    except DateError as error:
        return str(error)
    return ""


def _name_problems(name: str, value: str, where: Location) -> Iterator[Problem]:
    written = in_braces(value)
    if written != value:
        yield problem(where, "organisation-as-person", field=name, written=written)
    people = [person for person in names_in(written) if "{" not in person]
    sign = next(filter(None, map(_BETWEEN_NAMES.search, people)), None)
    if sign:
        yield problem(where, "wrong-name", "and", sign=sign[1] or sign[2])
    elif any(map(_is_several, people)):
        yield problem(where, "wrong-name", "commas")


def _is_several(name: str) -> bool:
    """True for `Jim Gamble, Harriet Cross, Foo Bar`; a name may be `King, Jr., Martin Luther`."""
    return sum(not _SUFFIX.fullmatch(part.strip()) for part in name.split(",")) > 2


def _address_problems(value: str, where: Location) -> Iterator[Problem]:
    if not value.lower().startswith(("https://", "http://")):
        yield problem(where, "wrong-address", "beginning")
    elif _SECOND_ADDRESS.search(value):
        yield problem(where, "wrong-address", "two")
    elif " " in value:
        yield problem(where, "wrong-address", "space")
