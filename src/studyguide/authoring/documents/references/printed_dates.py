"""Read the dates of references: `23 Feb. 2021`, `2021, 18 de junio`, `12.05.2021`, `n.d.`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from studyguide.authoring.documents.references.reference_words import LANGUAGES, any_of, phrases
from studyguide.authoring.documents.wording.document_words import document_words
from studyguide.data.date_names import in_english
from studyguide.data.edtf_hints import SEASONS, suggested_forms

YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.?º|\.)?"
_NUMERIC = rf"\d{{1,2}}[./-]\d{{1,2}}[./-]{YEAR}|{YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}"
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LETTER = re.compile(r"(?<=\d{4})[a-h]$")
_OTHER_WORDS = {"set", "estate"}
"""Names of months and seasons, here those of September and of summer, that are words of English: "Data Set 2020"."""


@cache
def date_pattern() -> re.Pattern[str]:
    """Return a pattern of a date in any of the languages, in numbers or with the name of a month.

    The names are many: the fewer times they stand in it, the sooner it is compiled.
    """
    month = rf"(?:{'|'.join(sorted(map(re.escape, _months()), key=len, reverse=True))})\.?(?!\w)"
    months = rf"{month}(?:\s?[–/-]\s?{month})?"
    day = rf"{_DAY}(?:\s?[–-]\s?{_DAY})?"
    return re.compile(
        rf"(?<![\w/.-])(?:{_NUMERIC}"
        rf"|(?P<lead>(?:the\s+|le\s+|el\s+|den\s+|am\s+)?{day}(?:\s+of|\s+de)?\s+)?{months}"
        rf"(?:,?(?:\s+del?|\s+of)?\s+{YEAR}|(?(lead)(?!)|\s+{day},?\s+{YEAR}))"
        rf"|{YEAR},?\s+(?P<ahead>{day}\s+(?:de\s+)?)?{months}(?(ahead)|(?:\s+{day})?)"
        rf"|{YEAR}\s?[–/-]\s?(?:{YEAR}|\d\d)(?![\w–-])|{YEAR}[a-h]?)(?![\w/-]|\.\d)",
        re.IGNORECASE,
    )


def dates_behind(lead: re.Pattern[str], line: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield each date that stands right behind what leads to it, and that first.

    The pattern of a date is long: it takes longer to compile it within another one than to match the two in turn.
    """
    for before in lead.finditer(line):
        if date_behind := date_pattern().match(line, before.end()):
            yield before, date_behind


def read_date(printed: str, language: str) -> tuple[str, bool]:
    """Return a printed date as EDTF, and whether it is certain; of a date with day and month in doubt, the year."""
    text = _LETTER.sub("", printed.strip(" .,;()[]"))
    forms = _forms(text, language)
    if len(forms) == 2 and re.match(r"\d{1,2}[./-]\d", text):
        return _of_numbers(forms, text, language)
    if len(forms) == 1 and _is_real(forms[0]):
        return forms[0], True
    year = re.search(YEAR, text)
    return (year[0] if year else ""), False


def is_undated(printed: str) -> bool:
    """Tell whether a text says that there is no date: `n.d.`, `s.f.`, `o. J.`."""
    return bool(re.fullmatch(any_of("no_date"), printed.strip(" []")))


def _forms(text: str, language: str) -> list[str]:
    turned = re.sub(rf"^({YEAR}),?\s+(.*\D.*)$", r"\2 \1", text)  # 2021, May 3
    for written in dict.fromkeys((text, turned)):
        if forms := suggested_forms(written):
            return forms
    for tag in dict.fromkeys((language, *LANGUAGES)):
        if forms := suggested_forms(in_english(turned, tag)):
            return forms
    return []


def _of_numbers(forms: list[str], text: str, language: str) -> tuple[str, bool]:
    """Return the date of three numbers: day first outside English, or where only one order is a date."""
    real = [form for form in dict.fromkeys(forms) if _is_real(form)]
    if len(real) == 1:
        return real[0], True
    if real and ("." in text or not language.lower().startswith("en")):
        return real[0], True
    return (re.findall(YEAR, text) or [""])[0], False


def _is_real(form: str) -> bool:
    """Tell whether each day of a date is in the calendar."""
    return all(_is_day(*parts) for parts in _EDTF.findall(form))


def _is_day(year: str, month: str, day: str) -> bool:
    if month in ("21", "22", "23", "24"):
        return not day
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


@cache
def _months() -> frozenset[str]:
    """Return the names of months and seasons in all languages, in lower case and without full stops."""
    dates = [document_words(language)["dates"] for language in LANGUAGES]
    seasons = {name for words in dates for season in SEASONS.values() for name in words[season]}
    named = seasons.union(*(names.split() for words in dates for names in words["months"]), phrases("months"))
    return frozenset(named - _OTHER_WORDS)
