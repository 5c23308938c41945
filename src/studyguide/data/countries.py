"""The members and observer states of the United Nations, with their names and regional groups, from `country_tables/`.

The sources of each column are named in `country_tables/README.md`. Names follow the usage of the United Nations: what
it lists neither as a member nor as an observer state is no row.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from studyguide.data.paths import ENGINE
from studyguide.labels.catalogue import N_

_TABLES = ENGINE / "data" / "country_tables"
OBSERVERS = frozenset({"PS", "VA"})
"""The two observer states, which are no members."""

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


@cache
def countries() -> Mapping[str, Country]:
    """Return the states by code, in the order of their short names in English."""
    with (_TABLES / "states.psv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="|", quoting=csv.QUOTE_NONE))[1:]
    return {row[0]: Country(row[0], row[1], row[2], row[3], *map(_listed, row[4:])) for row in rows}


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(",") if name.strip())


def country_anchor(code: str) -> str:
    """Return the id of a state's section on the page of countries."""
    return f"country-{code.lower()}"


def country_name(code: str, language: str) -> str:
    """Return the name of a state in a language."""
    return countries()[code].name


@cache
def english_words() -> Mapping[str, Any]:
    """Return the words of `english.yaml`: lists of words and phrases, and names of several states with their codes."""
    text = (_TABLES / "english.yaml").read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return {
        name: {form: codes.split() for form, codes in value.items()} if isinstance(value, dict) else _listed(value)
        for name, value in tables.items()
    }
