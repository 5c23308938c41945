"""Tests of data.edtf: the cases of golden/dates.yaml, and properties of every text and every day."""

import datetime
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import is_valid_edtf
from hypothesis import given
from hypothesis import strategies as st

import studyguide
from studyguide.data import edtf_hints
from studyguide.data.edtf import FORMS, DateError, EventDate, parse_date
from tests import paths
from tests.paths import ROOT

GOLDEN: dict[str, Any] = yaml.safe_load((paths.GOLDEN / "dates.yaml").read_text(encoding="utf-8"))
READABLE = GOLDEN["level_0"] + GOLDEN["level_1"] + GOLDEN["more"]
# Texts near the grammar, which random text hardly ever meets.
NEARLY_EDTF = st.text("0123456789-/.XY?~%", max_size=24) | st.from_regex(
    r"-?[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?(/(\.\.|-?[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?)?)?", fullmatch=True
)


def read_or_refuse(text: str) -> EventDate | None:
    """Any exception but DateError fails the test."""
    try:
        return parse_date(text)
    except DateError:
        return None


@pytest.mark.parametrize(("text", "words", "machine", "decade", "first", "last"), READABLE)
def test_reads(text: str, words: str, machine: str | None, decade: str, first: int, last: int) -> None:
    date = parse_date(text)
    assert (date.text, date.words, date.machine) == (text.strip(), words, machine)
    assert (date.decade, date.start_year, date.end_year) == (decade, first, last)


@pytest.mark.parametrize(("text", "fragment"), list(GOLDEN["errors"].items()))
def test_refuses(text: str, fragment: str) -> None:
    with pytest.raises(DateError, match=re.escape(fragment)):
        parse_date(text)


def test_a_date_has_a_longest_length() -> None:
    longest = "2006".rjust(64)
    assert parse_date(longest + " ").words == "2006"
    with pytest.raises(DateError, match=r"^The date that starts '20062006200620062006' is longer than 64 characters\."):
        parse_date("2006" * 17)


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(GOLDEN["order"])))
def test_order(earlier: str, later: str) -> None:
    assert parse_date(earlier).sort_key < parse_date(later).sort_key


@pytest.mark.parametrize("texts", GOLDEN["equal"])
def test_equal_order(texts: list[str]) -> None:
    assert len({parse_date(text).sort_key for text in texts}) == 1


def test_every_form_advised_can_be_read() -> None:
    forms = re.findall(r"([^\s,]+) \(", FORMS)
    assert len(forms) == 6
    assert all(parse_date(form) for form in forms)
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [form for form in forms if f"`{form}`" not in contributing] == []


def test_plain_dates_do_without_edtf() -> None:
    code = "import sys, studyguide.data.edtf as d; d.parse_date('2007-01/2009'); print('edtf' in sys.modules)"
    env = os.environ | {"PYTHONPATH": str(Path(studyguide.__file__).parents[1])}
    run = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True)
    assert run.stdout == "False\n"


@given(st.dates())
def test_every_day_round_trips(day: datetime.date) -> None:
    text = day.isoformat()
    for part, precision in ((text, "day"), (text[:7], "month"), (text[:4], "year")):
        date = parse_date(part)
        assert (date.text, date.machine, date.start_year) == (part, part, day.year), precision


@given(st.dates(), st.dates())
def test_days_sort_as_in_the_calendar(one: datetime.date, other: datetime.date) -> None:
    keys = [parse_date(day.isoformat()).sort_key for day in (one, other)]
    assert (keys[0] < keys[1], keys[0] == keys[1]) == (one < other, one == other)


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_only_days_of_the_calendar_are_read(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        # datetime has no year 0; 2000 has the same days.
        datetime.date(year or 2000, month, day)
    except ValueError:
        assert read_or_refuse(text) is None
    else:
        assert parse_date(text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


@given(NEARLY_EDTF)
def test_whatever_is_read_is_edtf(text: str) -> None:
    if read_or_refuse(text):
        assert is_valid_edtf(text.strip())


@given(st.data())
def test_advice_never_fails(data: st.DataObject) -> None:
    pattern, _ = data.draw(st.sampled_from(edtf_hints._REWRITES))
    read_or_refuse(data.draw(st.from_regex(pattern, fullmatch=True)))
