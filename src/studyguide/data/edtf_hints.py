"""Suggest EDTF for a date in another notation, and explain which syntax is not supported."""

import re
import unicodedata

MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}

# The names of months and seasons are normalised to m01 to m12 and m21 to m24, to keep the patterns below short.
_CODES = {"sept": "m09", "fall": "m23"}
_CODES |= {name.lower(): f"m{number:02}" for number, name in enumerate(MONTHS, 1)}
_CODES |= {name[:3].lower(): f"m{number:02}" for number, name in enumerate(MONTHS, 1)}
_CODES |= {name: f"m{number}" for number, name in SEASONS.items()}
_CODES |= {
    name: f"m{number:02}"
    for number, names in enumerate(
        (
            "januar januari jänner janvier janv enero gennaio janeiro",
            "februar februari février févr febrero febbraio fevereiro",
            "märz maerz mrz mars maart marzo março",
            "avril avr abril aprile",
            "mai mei mayo maggio maio",
            "juni juin junio giugno junho",
            "juli juillet juil julio luglio julho",
            "augustus août aout agosto",
            "septembre septiembre settembre setembro",
            "oktober okt octobre octubre ottobre outubro",
            "novembre noviembre novembro",
            "dezember dez décembre déc diciembre dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
"""Months in German, French, Spanish, Italian, Portuguese and Dutch, which libraries write in their own language."""

_DATE = r"(\d{4}(?:-\d\d){0,2})"
_MONTH = r"m(0\d|1[0-2])"
_TO = r" ?(?:-|/|\.\.|to|and|until) ?"
_PART_OF = r"(?:(?:the|early|mid|late|end of|beginning of|start of)(?: the)?[ -])?"
_ABOUT = r"(?:c|ca|circa|about|around|approx|approximately|~)\.?"
_SINCE, _UNTIL = r"(?:since|from|after)", r"(?:until|till|to|before|by)"
_DECADE = r"(?:the )?(\d{3})(?:0'?s|x)"
_QUARTER = re.compile(r"q0?(?P<number>[1-4]),?[ -/]?(?P<year>\d{4})|(?P<first>\d{4})[ /-]?q0?(?P<then>[1-4])")
_CENTURY = re.compile(r"(?:the )?(\d\d)(?:st|nd|rd|th)? ?(?:century|cent\.?|c\.?)(?: (?:ad|ce))?")
_BC = r"b\.?c\.?(?:e\.?)?"
_YEARS_BC = re.compile(
    rf"(?P<mark>(?:c|ca|circa|about|around)\.? ?)?(?P<start>\d{{1,6}}) ?(?:{_BC})?(?:{_TO}(?P<end>\d{{1,6}}) ?)?{_BC}"
)
_MINUS = re.compile(r"y?-(?P<year>0*[1-9]\d*)")

# A pattern of a common notation, and the template of its EDTF; " or " separates two readings.
_REWRITES = tuple(
    (re.compile(pattern, re.ASCII), template)
    for pattern, template in (
        (rf"{_DECADE}{_TO}{_DECADE}", r"\g<1>0/\g<2>9"),
        (rf"{_PART_OF}(\d\d)00'?s", r"\g<1>0X or \1XX"),
        (rf"{_PART_OF}(\d{{3}})0'?s", r"\1X"),
        (rf"{_PART_OF}'?([1-9])0'?s", r"19\1X"),
        (r"(\d{3})[xu_]([?~%]?)", r"\1X\2"),
        (r"(\d{3})[?-]", r"\1X"),
        (r"(\d\d)(?:xx|uu|__)([?~%]?)", r"\1XX\2"),
        (r"(\d\d)(?:\?\?|--)", r"\1XX"),
        (rf"{_PART_OF}(\d{{4}})", r"\1"),
        (r"(\d{4}(?:-(?:0\d|1[0-2]))?)-(?:xx|uu|\?\?)", r"\1-XX"),
        (r"(\d\d)(?:st|nd|rd|th|er|º|\.)?(?: of| de)? m(\d\d),?(?: de)? (\d{4})", r"\3-\2-\1"),
        (r"m(\d\d) (\d\d)(?:st|nd|rd|th)?,? (\d{4})", r"\3-\1-\2"),
        (r"m(\d\d),?(?: of| de)? (\d{4})", r"\2-\1"),
        (rf"m(2[1-4]){_TO}m(2[1-4]) (\d{{4}})", r"\3-\1/\3-\2"),
        (r"(\d{4}) m(\d\d)", r"\1-\2"),
        (r"(\d{4})-(\d\d) ?(?:/|\.\.|to|and|until) ?(0[1-9]|1[0-2])", r"\1-\2/\1-\3"),
        (rf"(\d{{4}})-(\d\d)-(\d\d){_TO}(\d\d)", r"\1-\2-\3/\1-\2-\4"),
        (rf"(\d{{4}})-(\d\d)-(\d\d){_TO}(\d\d)-(\d\d)", r"\1-\2-\3/\1-\4-\5"),
        (rf"(?:from |between )?{_MONTH}{_TO}{_MONTH},? (\d{{4}})", r"\3-\1/\3-\2"),
        (rf"(?:from |between )?{_MONTH},? (\d{{4}}){_TO}{_MONTH},? (\d{{4}})", r"\2-\1/\4-\3"),
        (rf"(\d{{4}}) {_MONTH} (\d\d)", r"\1-\2-\3"),
        (rf"(\d{{4}}) {_MONTH}{_TO}{_MONTH}", r"\1-\2/\1-\3"),
        (rf"(?:from |between )?(\d\d){_TO}(\d\d) {_MONTH},? (\d{{4}})", r"\4-\3-\1/\4-\3-\2"),
        (rf"(?:from |between )?{_MONTH} (\d\d){_TO}(\d\d),? (\d{{4}})", r"\4-\1-\2/\4-\1-\3"),
        (rf"(?:from |between )?(\d\d) {_MONTH}(?:{_TO}| )(\d\d) {_MONTH},? (\d{{4}})", r"\5-\2-\1/\5-\4-\3"),
        (rf"(?:from |between )?{_MONTH} (\d\d)(?:{_TO}| ){_MONTH} (\d\d),? (\d{{4}})", r"\5-\1-\2/\5-\3-\4"),
        (r"(\d{4})[-/. ](\d\d)[-/. ](\d\d)", r"\1-\2-\3"),
        (r"(\d{4})-?(0[1-9]|1[0-2])(\d\d)", r"\1-\2-\3"),
        (r"(\d{4})(\d\d)", r"\1-\2 or Y\1\2"),
        (r"(\d\d)[-/. ](\d\d)[-/. ](\d{4})", r"\3-\2-\1 or \3-\1-\2"),
        (r"(\d\d)[-/.](\d{4})", r"\2-\1"),
        (r"(\d{4})(?: ?- ?|[. ])(\d\d)", r"\1-\2"),
        (r"m24 (\d{4})[-/]\d\d(?:\d\d)?", r"\1-24"),
        (r"(\d\d)(\d\d)/(2[1-4])", r"\1\2/\1\3"),
        (r"(\d\d)(\d\d)/(\d\d)", r"\1\2-\3 or \1\2/\1\3"),
        (rf"{_ABOUT} ?{_DATE}", r"\1~"),
        (rf"{_DATE}(?:-?ish| approx\.?| \(?approx\.?\)?)", r"\1~"),
        (r"(\d{4}) ?([?~%])((?:-\d\d){0,2})", r"\1\3\2"),
        (rf"(?:perhaps |possibly |\?){_DATE}", r"\1?"),
        (rf"{_DATE}(?:\?~|~\?)", r"\1%"),
        (rf"(?:from |between )?{_DATE} ?(?:-|/|to|and|until) ?{_DATE}", r"\1/\2"),
        (rf"{_ABOUT} {_MONTH},? (\d{{4}})", r"\2-\1~"),
        (rf"{_ABOUT} (\d\d) {_MONTH},? (\d{{4}})", r"\3-\2-\1~"),
        (rf"{_SINCE} {_MONTH},? (\d{{4}})", r"\2-\1/.."),
        (rf"{_SINCE} (\d\d) {_MONTH},? (\d{{4}})", r"\3-\2-\1/.."),
        (rf"{_UNTIL} {_MONTH},? (\d{{4}})", r"../\2-\1"),
        (rf"{_UNTIL} (\d\d) {_MONTH},? (\d{{4}})", r"../\3-\2-\1"),
        (rf"{_SINCE} {_DATE}", r"\1/.."),
        (rf"{_DATE} ?[-/](?: ?(?:now|today|present|open))?", r"\1/.."),
        (rf"(?:(?:from|since) )?{_DATE} ?(?:-|to|until|till|up to) ?(?:now|today|(?:the )?present)(?: day)?", r"\1/.."),
        (rf"{_UNTIL} {_DATE}", r"../\1"),
        (r"y0?(\d{4})", r"\1"),
        (r"(?:ad )?(\d{3})(?: (?:ad|ce))?", r"0\1"),
        (r"(?:ad )?(\d{4})(?: (?:ad|ce))?", r"\1"),
    )
)
_MONTHS_OF_ONE_YEAR = re.compile(r"(?P<year>\d{4})-(?P<start>\d\d(?:-\d\d)?)/(?P=year)-(?P<end>\d\d(?:-\d\d)?)")

# A pattern of unsupported syntax, and the message for a chair.
_REFUSALS = tuple(
    (re.compile(pattern, re.ASCII), reason)
    for pattern, reason in (
        (r"^(?:\d\d(?:st|nd|rd|th)?(?: of)? )?m\d\d(?: \d\d)?(?:st|nd|rd|th)?$", "A date here begins with its year."),
        (r"\bbc", "Years BC have a minus and count from 0000 for 1 BC: write -0430 for 431 BC."),
        (r"^\d{5,}$", "A year has four digits."),
        (r"centur", "For a century write its first two digits: 19XX is 1900 to 1999."),
        (r"\d:\d|\dt\d", "A date here has no time of day: leave the time out."),
        (r"[\[\]{},]", "Sets and lists of dates are not used here: write one date, or an interval with /."),
        (r"/.*/", "An interval has one /, between two dates."),
        (r"[\dx]x.*/|/.*[\dx]x", "An interval has no X: write its first and last year, such as 1990/1999."),
        (r"y-?\d.*/|/y-?\d", "An interval has no Y: its years have four digits."),
        (r"-0000", "There is no year -0000: write 0000 for 1 BC."),
        (r"\d{4}-2[1-4]-", "A season has no day."),
        (r"y-?\d+e", "Years with an exponent are not used here: write all the digits."),
        (r"\ds\d", "Significant digits (S) are not used here: write X for the unknown digits, such as 19XX."),
        (r"[?~%][^/]", "The mark ?, ~ or % stands once, at the end, and is for the whole date."),
        (r"y-?\d+[?~%]|\d{4}-2[1-4][?~%]", "A season and a year with Y take no mark."),
        (r"^-\d{3}x|^-\d\dxx", "A year before 0000 has no X: write an interval, such as -0439/-0430."),
        (r"\dx|x\d|^x", "X stands for the last one or two digits of a year, or for a whole month or day."),
    )
)


def suggested_forms(text: str) -> list[str]:
    """Return candidates in EDTF for `text`, best first; empty if it is in no known notation.

    A candidate may still be invalid: 30 February remains outside the calendar.
    """
    normalised = _normalised(text)
    if years := _YEARS_BC.fullmatch(normalised):
        return [_from_bc(years)]
    if minus := _MINUS.fullmatch(normalised):
        return [_in_edtf(1 - int(minus["year"]))]
    if quarter := _QUARTER.fullmatch(normalised):
        year, number = quarter["year"] or quarter["first"], int(quarter["number"] or quarter["then"])
        return [f"{year}-{3 * number - 2:02}/{year}-{3 * number:02}"]
    if century := _CENTURY.fullmatch(normalised):
        return [f"{int(century[1]) - 1:02}XX"]
    for pattern, template in _REWRITES:
        if found := pattern.fullmatch(normalised):
            return list(dict.fromkeys(map(_in_order, found.expand(template).split(" or "))))
    return []


def _from_bc(years: re.Match[str]) -> str:
    """Return years BC as EDTF, which counts 0000 for 1 BC."""
    counted = [1 - int(year) for year in years.group("start", "end") if year]
    return "/".join(map(_in_edtf, counted)) + ("~" if years["mark"] else "")


def _in_edtf(year: int) -> str:
    """Return a year before year 1 as EDTF."""
    return f"Y{year}" if year < -9999 else f"{year:05}" if year else "0000"


def _in_order(form: str) -> str:
    """Return an interval within one year; with its end in the next year where it would end before it begins."""
    found = _MONTHS_OF_ONE_YEAR.fullmatch(form)
    if found and found["end"] < found["start"]:
        return f"{found['year']}-{found['start']}/{int(found['year']) + 1:04}-{found['end']}"
    return form


def months_of_season(year: int, season: int) -> tuple[str, str]:
    """Return the months of a season, 21 to 24, as EDTF intervals: in the northern hemisphere, and in the southern."""

    def months(number: int) -> str:
        start = 3 * (number % 4) + 3
        return f"{year:04}-{start:02}/{year + start // 12:04}-{(start + 1) % 12 + 1:02}"

    return months(season - 21), months(season - 19)


def refusal(text: str) -> str:
    """Return the message for the first unsupported syntax in `text`; empty if none is recognised."""
    normalised = _normalised(text)
    return next((reason for pattern, reason in _REFUSALS if pattern.search(normalised)), "")


def _normalised(text: str) -> str:
    """Normalise a text to lower case, ASCII hyphens, two-digit numbers and codes for names."""
    text = "".join(map(_as_typed, text.lower())).strip(' .,;:"“”()')
    text = re.sub(
        r"(?<=\d)o(?![a-z])|(?<![a-z])o(?=\d)", "0", re.sub(r"(?<![a-z])l(?=\d)|(?<=\d)l(?![a-z])", "1", text)
    )
    if "-" in text:  # 2020-05–06: the longer dash stands between two dates
        text = re.sub(" ?[\u2012-\u2015] ?", "/", text)
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    text = re.sub(r"[^\W\d_]+\.?", lambda word: _CODES.get(word[0].rstrip("."), word[0]), text)
    text = re.sub(r"(?<=[0-9])(?<!m[0-9][0-9])-?(?=m[0-9][0-9])|(?<=m[0-9][0-9])-?(?=[0-9])", " ", text)
    return re.sub(r"(?<![0-9])[0-9](?![0-9])", r"0\g<0>", text)


def _as_typed(sign: str) -> str:
    """Return a digit of another script as an ASCII one, and nothing for a sign that nobody sees."""
    digit = unicodedata.decimal(sign, None)
    return str(digit) if digit is not None else "" if unicodedata.category(sign) == "Cf" else sign
