"""Tests of data.doubtful_dates: a date that likely means another is told with what to write, once, and no other is."""

from datetime import date as calendar_date

import pytest

from studyguide.data.bibliography import read_sources
from studyguide.data.doubtful_dates import doubtful_event_date, doubtful_source_date
from studyguide.data.edtf import parse_date
from studyguide.data.guide import schema_of
from studyguide.data.timeline import events_from
from studyguide.data.yaml_entries import read_entries
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile

WHERE = Location("timeline.yaml", 2, 9)
TODAY = calendar_date(2026, 11, 28)


def told_of_event(date: str, texts: str = "") -> list[str]:
    return [problem.words for problem in doubtful_event_date(parse_date(date), texts, WHERE, TODAY)]


def told_of_source(field: str, date: str) -> list[str]:
    return [problem.words for problem in doubtful_source_date(field, parse_date(date), WHERE, TODAY)]


@pytest.mark.parametrize(
    ("date", "mends"),
    [
        ("2020-21", ["2020/2021", "2020-03/2020-05", "2020-09/2020-11"]),
        ("2015-22", ["2015/2022", "2015-06/2015-08", "2015-12/2016-02"]),
        ("1918-21", ["1918/1921", "1918-03/1918-05", "1918-09/1918-11"]),
        ("1999-23", ["1999-09/1999-11", "1999-03/1999-05"]),
        ("1999-24", ["1999-12/2000-02", "1999-06/1999-08"]),
        ("2001-21/2003", ["2001/2021", "2001-03/2001-05", "2001-09/2001-11"]),
        ("-2500", ["-2499"]),
        ("-2500~", ["-2499~"]),
        ("-2500/-2400", ["-2499/-2399"]),
        ("-0500/0100", ["-0499/0100"]),
        ("-0001", []),
        ("Y-12000", ["Y-11999"]),
        ("Y-10000", ["-9999"]),
    ],
)
def test_the_mend_is_a_date_that_is_not_told_again(date: str, mends: list[str]) -> None:
    told = told_of_event(date)
    assert [mend in "".join(told) for mend in mends] == [True] * len(mends)
    assert len(told) == bool(mends)
    assert not [again for mend in mends for again in told_of_event(mend)]


@pytest.mark.parametrize("date", ["-0430", "-2499", "2012-12", "2010-11", "2030", "2100", "0079", "199X", "2007/.."])
def test_other_dates_are_as_meant(date: str) -> None:
    assert told_of_event(date) == []


@pytest.mark.parametrize(
    ("texts", "is_told"),
    [
        ("The canal of 2501 BC", False),
        ("The canal of 2,501 B.C.", False),
        ("From 2501 to 2400 BCE", False),
        ("The canal of 2500 BC", True),
        ("The canal of 12501 BC", True),
    ],
)
def test_the_title_may_name_the_year(texts: str, is_told: bool) -> None:
    assert bool(told_of_event("-2500", texts)) == is_told


def test_a_year_of_which_the_title_names_another_is_told() -> None:
    (told,) = told_of_event("-0431", "The war of 431 BC")
    assert told.startswith('"-0431" is read as 432 BC: the year 0000 is 1 BC. Write "-0430"')


@pytest.mark.parametrize("date", ["2202", "2007/2202", "2202-05-01", "220X"])
def test_a_year_far_ahead_is_told(date: str) -> None:
    (told,) = told_of_event(date)
    assert told.endswith("years ahead. Check the year.")


@pytest.mark.parametrize(
    ("field", "date", "is_told"),
    [
        ("urldate", "2026-11-28", False),
        ("urldate", "2026-11-29", False),  # on the other side of the earth
        ("urldate", "2026-11-30", True),
        ("urldate", "2026-11", False),
        ("urldate", "2026-12", True),
        ("urldate", "2027", True),
        ("date", "2026", False),
        ("date", "2027-03", False),
        ("date", "2028", True),
        ("date", "2202", True),
        ("year", "2202", True),
        ("date", "2019/2202", True),
        ("date", "202X", False),  # of the current decade
        ("date", "2020/2029", False),  # as it is printed
        ("year", "20XX", False),
        ("date", "203X", True),
        ("date", "21XX", True),
        ("date", "2021/2030", True),
        ("origdate", "2027", True),
        ("eventdate", "2030", False),
        ("date", "2020-21", True),
        ("date", "2020-22", False),  # the summer issue of a journal
    ],
)
def test_a_source_is_there_already(field: str, date: str, is_told: bool) -> None:
    assert len(told_of_source(field, date)) == is_told


def test_an_event_is_told_at_its_date() -> None:
    text = '- id: a\n  title: Canal\n  date: "-2500"\n'
    entries, _ = read_entries(SourceFile("timeline.yaml", text), schema_of("timeline.yaml"), "event")
    events, problems = events_from(entries.valid)
    assert [event.date.words for event in events] == ["2501 BC"]
    assert [(str(each.where), each.rule) for each in problems] == [("timeline.yaml:3:9", "doubtful-date")]


@pytest.mark.parametrize("field", ["date = {2202}", "year = {2202}", "urldate = {2202-01-31}"])
def test_a_source_is_told_at_its_field(field: str) -> None:
    text = f"@online{{a,\n  title = {{T}},\n  url = {{https://x.org}},\n  {field},\n}}\n"
    _, problems = read_sources(SourceFile("bibliography.bib", text))
    assert [(str(each.where), each.rule) for each in problems] == [("bibliography.bib:4:3", "doubtful-date")]
