"""Tests of data.source_dates against BibLaTeX's manual, section 2.3.8, and the years that libraries write."""

import json
import re

import pypandoc
import pytest

from studyguide.data.field_values import is_date
from studyguide.data.source_dates import date_for_pandoc, years_for_pandoc

DATES = [
    ("1988/..", "1988/"),
    ("../1988", "/1988"),
    ("1988-05/..", "1988-05/"),
    ("199X", "1990/1999"),
    ("19XX", "1900/1999"),
    ("1999-XX", "1999"),
    ("1999-XX-XX", "1999"),
    ("2004-07-XX", "2004-07"),
    ("1850%", "1850~"),
    ("Y-10000", "y-10000"),
    ("2004-07-12", "2004-07-12"),
    ("-0333", "-0333"),
    ("2001-21", "2001-21"),
]


@pytest.mark.parametrize(("written", "read"), DATES)
def test_a_date_of_the_manual(written: str, read: str) -> None:
    assert date_for_pandoc(written) == read
    assert is_date(read)


@pytest.mark.parametrize("read", [read for _, read in DATES])
def test_pandoc_reads_it(read: str) -> None:
    (source,) = json.loads(pypandoc.convert_text(f"@misc{{a, date = {{{read}}}}}", "csljson", format="biblatex"))
    years = [part[0] for part in source["issued"]["date-parts"]]
    first = re.match("/?(y?-?[0-9]+)", read)
    assert first
    number = int(first[1].lstrip("y"))
    assert (number - 1 if number < 0 else number) in years  # CSL has no year 0


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1984-1985", {"date": "1984/1985"}),
        ("1998--1999", {"date": "1998/1999"}),
        ("1998–99", {"date": "1998/1999"}),
        ("2019/20", {"date": "2019/2020"}),
        ("2001-02", {"year": "2001-02"}),  # it may be a month
        ("1999-1985", {"year": "1999-1985"}),
        ("forthcoming", {"year": "forthcoming"}),
        ("2001", {"year": "2001"}),
        ("c. 50", {"year": "circa 50"}),
        ("ca 1850", {"year": "circa 1850"}),
        ("C. 1850–1860", {"year": "circa 1850–1860"}),
        ("circa 1850", {"year": "circa 1850"}),
    ],
)
def test_two_years(written: str, read: dict[str, str]) -> None:
    assert years_for_pandoc(written) == read
