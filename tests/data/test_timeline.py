"""Tests of data.timeline: the events of an entry, their order, and the lists that they stand in."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.data.timeline import Event, by_decade, events_by_section, events_from
from studyguide.data.yaml_entries import read_entries
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceFile
from tests.helpers import an_event
from tests.paths import SCHEMAS

SCHEMA: dict[str, Any] = json.loads((SCHEMAS / "timeline.schema.json").read_text(encoding="utf-8"))
FULL = """\
- id: vgt-2003
  date: 2003
  title: The taskforce is formed
  description: Police work together.[@vgt]
  actors: [europol]
  terms: [csam]
  see: ["background.md#types"]
  sources: ["vgt, p. 4"]
  note: The original printed 2008.
  status: check
  former_ids: [vgt]
"""


def events_of(text: str) -> tuple[tuple[Event, ...], list[Problem]]:
    entries, problems = read_entries(SourceFile("timeline.yaml", text), SCHEMA, "event")
    assert problems == []
    return events_from(entries.valid)


def dated(*dates: str) -> str:
    """A timeline with an event on each date; their ids are e0, e1 and so on."""
    return "".join(f"- id: e{number}\n  date: {date}\n  title: é\n" for number, date in enumerate(dates))


def test_an_event_has_all_that_its_entry_says() -> None:
    (event,), problems = events_of(FULL)
    assert problems == []
    assert (event.id, event.date.words, event.title) == ("vgt-2003", "2003", "The taskforce is formed")
    assert (event.anchor, str(event.where)) == ("event-vgt-2003", "timeline.yaml:1:3")
    assert event.description is not None
    assert event.description.text == "Police work together.[@vgt]"
    lists = (event.actors, event.terms, event.see, event.sources, event.former_ids)
    assert [[span.text for span in each] for each in lists] == [
        ["europol"],
        ["csam"],
        ["background.md#types"],
        ["vgt, p. 4"],
        ["vgt"],
    ]
    assert event.note is not None
    assert event.note.text == "The original printed 2008."
    assert event.is_open


def test_a_comment_in_a_title_is_for_chairs() -> None:
    (event,), _ = events_of("- {id: a, date: 2003, title: 'A taskforce <!-- ask Anna -->'}")
    assert event.title == "A taskforce"


def test_a_short_entry_is_a_whole_event() -> None:
    (event,), problems = events_of(dated("2003"))
    assert problems == []
    assert (event.description, event.note, event.is_open) == (None, None, False)
    assert (event.actors, event.terms, event.see, event.sources, event.former_ids) == ((), (), (), (), ())


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["2007", "1999"], "e1 e0"),
        (["2007-12-31", "2007-02", "2007", "200X"], "e3 e2 e1 e0"),  # decade before year before month, by start
        (["2007", '"2007"', "2007~", "2007?"], "e0 e1 e2 e3"),  # the same date keeps the file's order
        (["2007?", "2007", "2006"], "e2 e0 e1"),
        (["2012-12-05", "2012-12", "2012"], "e2 e1 e0"),
        (["2007/2009", "2007"], "e1 e0"),
        (["2009", "../2009", "1985", "/2001"], "e2 e3 e1 e0"),  # without a start, by the end
    ],
)
def test_events_stand_in_date_order(dates: list[str], order: str) -> None:
    events, problems = events_of(dated(*dates))
    assert problems == []
    assert [event.id for event in events] == order.split()


@pytest.mark.parametrize(
    ("date", "place", "message"),
    [
        ("5 December 2012", "5:9", "2012-12-05"),
        ("2009/2007", "5:9", "ends before it begins"),
        ('"2012-13"', "5:9", "2012-13"),
        ("", "5:8", "The date is empty."),
        (">-\n    soon", "5:9", "soon"),
    ],
)
def test_a_wrong_date_is_told_and_the_other_events_stay(date: str, place: str, message: str) -> None:
    events, problems = events_of(dated("1999", date, "2007"))
    assert [event.id for event in events] == ["e0", "e2"]
    (problem,) = problems
    assert str(problem).startswith(f"timeline.yaml:{place}: ")
    assert message in problem.message
    assert problem.rule == "wrong-date"


def test_every_wrong_date_is_told() -> None:
    events, problems = events_of(dated("once", "1999", "never"))
    assert len(events) == 1
    assert [problem.where.line for problem in problems] == [2, 8]


def test_decades_hold_their_events() -> None:
    events = [an_event("a", "199X"), an_event("b", "1999-12"), an_event("c", "2000"), an_event("d", "2010/2022")]
    assert [(decade, [event.id for event in group]) for decade, group in by_decade(events)] == [
        ("1990s", ["a", "b"]),
        ("2000s", ["c"]),
        ("2010s", ["d"]),
    ]


_YEARS = st.integers(-30, 60).map(lambda year: f"{year:04}" if year >= 0 else f"-{-year:04}")
_DATES = st.one_of(
    _YEARS,
    st.integers(0, 9).map(lambda decade: f"00{decade}X"),
    st.just("00XX"),
    *[_YEARS.map(form.format) for form in ("../{}", "/{}", "{}/..", "{}/", "{}-12", "{}-24", "{}~")],
    st.tuples(_YEARS, _YEARS).map("/".join),
)


@given(st.lists(_DATES, max_size=8))
def test_each_decade_is_in_one_piece(dates: list[str]) -> None:
    """Two headings of one decade would have one id."""
    events, _ = events_of(dated(*(f'"{date}"' for date in dates)))
    decades = [decade for decade, _ in by_decade(events)]
    assert len(decades) == len(set(decades))


def test_no_events_have_no_decades() -> None:
    assert by_decade([]) == []


def test_a_section_lists_the_events_that_name_it_once_each() -> None:
    first = an_event("a", actors=["europol", "ncmec"], see=["stakeholders.md#europol", "background.md#types"])
    second = an_event("b", actors=["europol"], see=["background.md"])
    assert events_by_section([first, second]) == {
        ("stakeholders.md", "europol"): [first, second],
        ("stakeholders.md", "ncmec"): [first],
        ("background.md", "types"): [first],
        ("background.md", ""): [second],
    }
