"""The members and observer states of the United Nations, with their names and regional groups, from `country_tables/`.

The sources of each column are named in `country_tables/README.md`. Names follow the usage of the United Nations: what
it lists neither as a member nor as an observer state is no row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from studyguide.data.paths import ENGINE
from studyguide.labels.catalogue import N_
from studyguide.labels.fallbacks import fallbacks

TABLES = ENGINE / "data" / "country_tables"
"""The folder of the tables."""
NAMED_ANCHOR, GROUPS_ANCHOR = "named-countries", "regional-groups"
"""The ids of the two headings of the page of countries."""

GROUPS = {
    "african": N_("African Group"),
    "asia-pacific": N_("Asia-Pacific Group"),
    "eeg": N_("Eastern European Group"),
    "grulac": N_("Latin American and Caribbean Group"),
    "weog": N_("Western European and Others Group"),
    "none": N_("States in no regional group"),
}
"""The regional groups of the General Assembly, as the Department for General Assembly and Conference Management has
them."""

REGIONS = {
    "african": ("Africa", "African", "Africans", "African Group"),
    "asia-pacific": ("Asia", "Asian", "Asians", "Asia-Pacific", "Pacific Islands", "Middle East"),
    "eeg": ("Eastern Europe", "Eastern European", "Central and Eastern Europe", "Eastern European Group"),
    "grulac": ("Latin America", "Latin American", "Latin Americans", "Caribbean", "South America", "GRULAC"),
    "weog": ("Western Europe", "Western European", "Western European and Others Group", "WEOG"),
}
"""What a text in English calls a regional group or its region."""


@dataclass(frozen=True)
class Country:
    """A member or an observer state of the United Nations."""

    code: str
    """ISO 3166-1, two letters."""
    name: str
    """The short name, by the terminology database of the United Nations (UNTERM)."""
    formal: str
    """The formal name, with its article."""
    group: str
    """The regional group; `none` for a state without one."""
    others: tuple[str, ...]
    """Other names in use."""
    adjectives: tuple[str, ...]
    """Adjectives, and words for its people, which may also name a language."""
    former: tuple[str, ...]
    """Names of the same state before it changed its name."""

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the state, the short one first, without articles and additions in brackets."""
        plain = self.name.partition(" (")[0]
        return tuple(dict.fromkeys((self.name, plain, self.formal.removeprefix("the "), *self.others, *self.former)))


@dataclass(frozen=True)
class Body:
    """An organisation or a group of states."""

    id: str
    name: str
    others: tuple[str, ...]
    """Other names, and what belongs to it."""
    members: frozenset[str]
    """The codes of its members that are members or observer states of the United Nations."""


@cache
def countries() -> Mapping[str, Country]:
    """Return the states by code, in the order of their short names in English."""
    rows = _rows("states.psv")
    return {row[0]: Country(row[0], row[1], row[2], row[3], *map(listed, row[4:])) for row in rows}


@cache
def bodies() -> Mapping[str, Body]:
    """Return the bodies by id, as of November 2026."""
    return {row[0]: Body(row[0], row[1], listed(row[2]), _members(row[3])) for row in _rows("bodies.psv")}


def _members(cell: str) -> frozenset[str]:
    if cell in GROUPS:
        return frozenset(code for code, country in countries().items() if country.group == cell)
    return frozenset(cell.split())


def _rows(name: str) -> list[list[str]]:
    """Return the rows of a table below its heading."""
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="|", quoting=csv.QUOTE_NONE))[1:]


def listed(cell: str) -> tuple[str, ...]:
    """Return the names in a cell or a list, which commas separate."""
    return tuple(name.strip() for name in cell.split(",") if name.strip())


def is_state(code: str) -> bool:
    """Tell whether a mention's code is a state's, not the id of a body or a region."""
    return code.isupper()


def country_anchor(code: str) -> str:
    """Return the id of a state's section on the page of countries."""
    return f"country-{code.lower()}"


def heading_anchor(code: str) -> str:
    """Return the id of the heading of that section, to which its own link leads."""
    return f"named-{code.lower()}"


def group_anchor(group: str) -> str:
    """Return the id of a regional group's heading there."""
    return f"group-{group}"


def country_name(code: str, language: str) -> str:
    """Return the name of a state in a language."""
    return country_names(language)[code][0]


@cache
def country_names(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names of each state in a language, by its BCP 47 tag, the one to show first.

    In English these are the table's; in other languages those of CLDR, but where the United Nations says otherwise.
    """
    if language.partition("-")[0].lower() == "en":
        return {code: country.names for code, country in countries().items()}
    own = _own_names(language)
    named = _cldr_names(language)
    return {
        code: own.get(code) or named.get(code) or (country.name, *country.names)
        for code, country in countries().items()
    }


def _own_names(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names that the United Nations has, where CLDR has others."""
    tags = fallbacks(language)
    rows = [row for row in _rows("names.psv") if row[0] in tags]
    nearest = min((tags.index(row[0]) for row in rows), default=0)
    return {code: (name, *listed(others)) for tag, code, name, others, *_ in rows if tags.index(tag) == nearest}


def _cldr_names(language: str) -> Mapping[str, tuple[str, ...]]:
    from babel import Locale, UnknownLocaleError  # an English guide does without

    try:
        territories = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: _parts(territories[code]) for code in countries() if code in territories}


def _parts(name: str) -> tuple[str, ...]:
    """Return a name of CLDR, and the names that it joins: Myanmar and Birmanie of "Myanmar (Birmanie)"."""
    parts = [part.strip(" ()（）") for part in re.split(r"[(（]", name)]
    return (name, *parts) if len(parts) > 1 else (name,)


@cache
def english_words() -> Mapping[str, Any]:
    """Return the words of `english.yaml`: lists of words and phrases, and names of several states with their codes."""
    text = (TABLES / "english.yaml").read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return {
        name: {form: codes.split() for form, codes in value.items()} if isinstance(value, dict) else listed(value)
        for name, value in tables.items()
    }
