"""Write the dates of sources as pandoc reads them: months in words, open and unspecified dates, years with a dash.

BibLaTeX takes the dates of ISO 8601-2 (manual, section 2.3.8); pandoc, a part of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from studyguide.data.edtf_hints import suggested_forms

_MONTH_NUMBER = re.compile(r"0?([1-9]|1[0-2])")
_IN_WORDS = re.compile(r"\{?[A-Za-z]{3}[A-Za-z/. –-]*\}?")
_JOINED = re.compile(r"""["{}\s#~]*[-–/"{}\s#~]+""")
"""What stands between two parts of a month that `#` joins."""
_UNKNOWN_PART = re.compile(r"(?P<known>-?[0-9]{4}(?:-[0-9]{2})?)(?:-XX){1,2}")
_UNKNOWN_YEAR = re.compile(r"(?P<known>[0-9]{2,3})(?P<unknown>X{1,2})")
_YEARS = re.compile(r"(?P<start>[0-9]{4})\s*(?:-{1,2}|–|/)\s*(?P<end>[0-9]{4}|[0-9]{2})")
_ABOUT = re.compile(r"(?:c|ca)\.?\s*(?=[0-9])", re.IGNORECASE)
_COMMAND = re.compile(r"\\[A-Za-z]+\s*\{([^{}]*)\}")


def date_for_pandoc(date: str) -> str:
    """Return a date without the forms of BibLaTeX that pandoc does not read: `1988/..`, `199X`, `1999-XX`, `1850%`."""
    date = date.strip().replace("%", "~")
    if known := _UNKNOWN_PART.fullmatch(date):
        return known["known"]
    year = _UNKNOWN_YEAR.fullmatch(date)
    if year and len(date) == len("199X"):
        digits = len(year["unknown"])
        return f"{year['known']}{'0' * digits}/{year['known']}{'9' * digits}"
    return re.sub(r"/\.\.$", "/", re.sub(r"^\.\./", "/", re.sub(r"^Y(?=-?[0-9])", "y", date)))


def years_for_pandoc(year: str) -> dict[str, str]:
    """Return a year; two years as a date: `1984-1985`, `1998--99`. `2001-02` may be a month.

    A guess is in words: behind a title, `c. 50` would be C. 50. As a date, some styles would leave the guess out.
    """
    if about := _ABOUT.match(year.strip()):
        return {"year": f"circa {year.strip()[about.end() :]}"}
    if "\\" in year:  # 15\textsuperscript{th}~c., which pandoc prints as it stands
        return {"year": _COMMAND.sub(r"\1", year).replace("~", " ")}
    years = _YEARS.fullmatch(year.strip())
    if not years or int(years["end"]) <= len("JFMAMJJASOND"):
        return {"year": year}
    end = years["start"][: 4 - len(years["end"])] + years["end"]
    return {"date": f"{years['start']}/{end}"} if end > years["start"] else {"year": year}


def month_for_pandoc(value: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return a month by its number; a day, a season or several months as a date.

    BibTeX's own manual has `"10~" # jan` for the tenth of January.
    """
    value = _JOINED.sub(lambda sign: "/" if re.search("[/-]", sign[0]) else " ", value) if "#" in value else value
    year = fields.get("year", "").strip("{} ")
    value = value.replace("--", "-").strip().removesuffix(year)
    number = _MONTH_NUMBER.fullmatch(value.strip())
    dates = [f"{year}-{int(number[1]):02}"] if number else suggested_forms(f"{value.strip()} {year}")
    if len(dates) != 1 or "date" in fields or not re.fullmatch(r"[0-9]{4}", year):
        return {"month": value}
    month = re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", dates[0])
    return {"month": str(int(month[1]))} if month else {"date": dates[0]}


def season_for_pandoc(fields: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return the season or month that stands in place of an issue's number as a part of the date."""
    year = (fields.get("date") or fields.get("year", "")).strip("{} ")
    name = next((name for name in ("issue", "number") if _IN_WORDS.fullmatch(fields.get(name, ""))), "")
    if not name or "month" in fields or not re.fullmatch("[0-9]{4}", year):
        return {}
    dates = suggested_forms(f"{fields[name].strip('{} ')} {year}")
    if len(dates) != 1:
        return {}
    written = {"date": dates[0]}
    return {name: {"season": fields[name]}, "date": written} if "date" in fields else {name: written}
