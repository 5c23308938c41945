"""The names of states that a guide's chairs add, or switch off: `countries:` under `extra: guide:`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from studyguide.data.countries import countries
from studyguide.data.settings import Settings
from studyguide.diagnostics.diagnostic import Problem, did_you_mean, problem

_SETTING = "countries"
_NO_STATE = "none"


def country_changes(settings: Settings) -> tuple[tuple[tuple[str, str], ...], list[Problem]]:
    """Return the names with the codes of their states, empty for a name that means none, and the problems."""
    changes: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for item in settings.guide.texts(_SETTING) if settings.guide else ():
        name, _, state = (part.strip() for part in item.text.rpartition("="))
        code = _codes().get(state.casefold())
        if code is None:
            fix = did_you_mean(state, [country.name for country in countries().values()], 0.7)
            problems.append(problem(item.where, "wrong-setting", "country", value=state, fix=fix))
        else:
            changes.append((name, code))
    return tuple(changes), problems


@cache  # made for guides with the setting
def _codes() -> Mapping[str, str]:
    """Return the codes of the states by code and by name, in small letters; an empty one by the word for none."""
    codes = {name.casefold(): code for code, country in countries().items() for name in (code, *country.names)}
    return {**codes, _NO_STATE: ""}
