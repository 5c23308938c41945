"""The names of states that a guide's chairs add, or switch off: `countries:` under `extra: guide:`."""

from __future__ import annotations

from studyguide.data.countries import countries
from studyguide.data.settings import Settings
from studyguide.diagnostics.diagnostic import Problem, did_you_mean, problem

SETTING = "countries"
_NO_STATE = "none"


def country_changes(settings: Settings) -> tuple[tuple[tuple[str, str], ...], list[Problem]]:
    """Return the names with the codes of their states, empty for a name that means none, and the problems."""
    states = {name.casefold(): code for code, country in countries().items() for name in (code, *country.names)}
    states[_NO_STATE] = ""
    changes: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for item in settings.guide.texts(SETTING) if settings.guide else ():
        name, _, state = (part.strip() for part in item.text.rpartition("="))
        if state.casefold() in states:
            changes.append((name, states[state.casefold()]))
        else:
            fix = did_you_mean(state, [country.name for country in countries().values()], 0.7)
            problems.append(problem(item.where, "wrong-setting", "country", value=state, fix=fix))
    return tuple(changes), problems
