"""Have a CSL style print dates as the language of the guide has them, by CLDR.

CSL has one form of a month's name, and pandoc's locales have the nominative in some languages with cases: "20 ноябрь
1989". So its terms get both forms, of which `in_case` keeps one. A style may have a month and a day in the American
order, without asking the locale.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_NOMINATIVE = {"cs": ("long",), "el": ("long", "short"), "hr": ("long",), "ru": ("long",), "uk": ("long",)}
"""The languages whose locale in pandoc has the nominative, and the forms of CSL that are to have both."""
_OTHERWISE = frozenset(("ar", "fr", "ru", "tr", "uk"))
"""Those whose locale in pandoc has a comma, or a nought before the day, or "г." behind a year alone, or no "1er"."""
_ORDINAL = {"fr": "er"}
"""The languages in which the first of a month, and no other day, is an ordinal number, with its ending."""
_ORDINAL_FIRST = '<style-options limit-day-ordinals-to-day-1="true"/>'
_DATE = '<date form="text">{}<date-part name="year" prefix=" "{}/></date>'
_AMERICAN = re.compile(r'<date-part name="month"/>\s*<date-part name="day" prefix=" "/>')
_FIELD = re.compile(r"(?P<field>d+|[ML]+)(?P<behind>(?:'[^']*'|[^dML'])*)")
_OR, _END = "\ue035", "\ue036"
_YEAR_SIGN = "\ue038"
_YEAR = re.compile(rf"(?P<month>[^\W\d_]\.?(?:\s|&nbsp;))?(?P<year>\d+){_YEAR_SIGN}(?P<stop>\.?)")
"""A Russian year: behind a month it has "г.", whose full stop is that of a sentence too."""
_MONTH = re.compile(
    rf"(?P<day>(?<!\d)\d{{1,2}}\.?(?:\s|&nbsp;)+)?(?P<nominative>[^\W\d_]+){_OR}(?P<genitive>[^\W\d_]+){_END}"
)


def with_local_dates(style: str, language: str) -> str:
    """Return a CSL style with day and month in the order of a language, and with both forms of a month's name."""
    if language.lower().startswith("en"):
        return style
    from babel import Locale, UnknownLocaleError  # an English guide needs none

    try:
        locale = Locale.parse(re.split("-[a-z]-", language)[0], sep="-")
    except (UnknownLocaleError, ValueError):
        return style
    if _AMERICAN.search(style):
        style = _AMERICAN.sub(_day_and_month(locale), style)
    year = f' suffix="{_YEAR_SIGN}"' if locale.language == "ru" else ""
    date = _DATE.format(_day_and_month(locale), year) if locale.language in _OTHERWISE else ""
    options = _ORDINAL_FIRST if locale.language in _ORDINAL else ""
    terms = _months(locale) + _first(locale)
    own = f'<locale xml:lang="{locale.language}">{options}{date}<terms>{terms}</terms></locale>'
    is_amended = locale.language in _OTHERWISE or locale.language in _NOMINATIVE
    return style.replace("</info>", f"</info>{own}", 1) if is_amended else style


def _day_and_month(locale: Locale) -> str:
    """Return the parts of a date in CSL after CLDR's pattern for a day and a month: `d 'de' MMMM`, `M月d日`."""
    pattern = str(locale.datetime_skeletons["MMMMd"].pattern)
    day = "ordinal" if locale.language in _ORDINAL else "numeric"
    return "".join(_part(field["field"], field["behind"], day) for field in _FIELD.finditer(pattern))


def _part(field: str, behind: str, day: str) -> str:
    name = "day" if field[0] == "d" else "month"
    form = day if name == "day" else "numeric" if len(field) < len("MMM") else "long"
    suffix = behind.replace("'", "")
    return f'<date-part name="{name}" form="{form}" suffix="{suffix}"/>'


def _months(locale: Locale) -> str:
    return "".join(
        f'<term name="month-{number:02}" form="{form}">'
        f"{nominative}{_OR}{locale.months['format']['wide'][number]}{_END}</term>"
        for form in _NOMINATIVE.get(locale.language, ())
        for number, nominative in locale.months["stand-alone"]["wide"].items()
    )


def _first(locale: Locale) -> str:
    ending = _ORDINAL.get(locale.language)
    return f'<term name="ordinal-01" gender-form="masculine" match="whole-number">{ending}</term>' if ending else ""


def in_case(html: str) -> str:
    """Return citeproc's HTML with one form of each month: the genitive behind a day, else the nominative."""
    return _YEAR.sub(_year, _MONTH.sub(_in_case, html)) if _OR in html or _YEAR_SIGN in html else html


def _year(found: re.Match[str]) -> str:
    return f"{found['month']}{found['year']}&nbsp;г." if found["month"] else f"{found['year']}{found['stop']}"


def _in_case(month: re.Match[str]) -> str:
    return f"{month['day']}{month['genitive']}" if month["day"] else month["nominative"]
