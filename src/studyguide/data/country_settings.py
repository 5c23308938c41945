"""The names of states that a guide's chairs add, or switch off: `countries:` under `extra: guide:`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain

from studyguide.data.countries import country_names
from studyguide.data.settings import Settings
from studyguide.diagnostics.diagnostic import Problem, did_you_mean, problem

_SETTING = "countries"
_NO_STATE = "none"
_NOT_NORWAY = ("no", "No")
"""What chairs write for "none": in small letters it would be Norway's code."""
_CLOSE = 0.75
"""How close a name must be to be proposed: who writes Taiwan (0.71) does not mean Thailand."""


def country_changes(settings: Settings, language: str = "en") -> tuple[tuple[tuple[str, str], ...], list[Problem]]:
    """Return the names with the codes of their states, empty for a name that means none, and the problems.

    A state stands there by its code, or by its name in English or in the guide's language, by its BCP 47 tag.
    """
    changes: dict[str, tuple[str, str]] = {}
    problems: list[Problem] = []
    for item in settings.guide.texts(_SETTING) if settings.guide else ():
        name, _, state = (part.strip() for part in item.text.rpartition("="))
        code = _codes(language).get(_NO_STATE if state in _NOT_NORWAY else _folded(state))
        if code is None:
            fix = did_you_mean(state, chain.from_iterable(country_names(language).values()), _CLOSE)
            problems.append(problem(item.where, "wrong-setting", "country", value=state, fix=fix))
        elif not any(map(str.isalnum, name)):
            problems.append(problem(item.where, "wrong-setting", "country-name", name=name))
        elif changes.setdefault(name.casefold(), (name, code)) != (name, code):
            problems.append(problem(item.where, "wrong-setting", "country-twice", name=name))
    return tuple(changes.values()), problems


@cache  # made for guides with the setting
def _codes(language: str) -> Mapping[str, str]:
    """Return the codes of the states by code and by name, in small letters; an empty one by the word for none."""
    names = chain(country_names(language).items(), country_names("en").items())
    codes = {_folded(name): code for code, forms in names for name in (code, *forms)}
    return {**codes, _NO_STATE: ""}


def _folded(name: str) -> str:
    """Return a name in small letters and with plain apostrophes, without the article of English."""
    return name.casefold().replace("’", "'").removeprefix("the ")
