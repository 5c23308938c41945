"""Tests of labels.calendars: the dates of ten languages, as the charts of CLDR 47 have their parts."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from studyguide.labels.calendars import calendar_for, day_in_words
from studyguide.labels.catalogue import ENGLISH

DATES = yaml.safe_load(Path(__file__).with_name("dates.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", DATES)
def test_dates_are_those_of_the_language(language: str) -> None:
    calendar = calendar_for(language)
    assert DATES[language] == {
        "day": calendar.day(2014, 12, "11"),
        "month": calendar.month(2014, 5),
        "genitive": calendar.month(2014, 5, "genitive"),
        "day_bc": calendar.day(-43, 3, "15"),
        "year_ad": calendar.year(79),
        "long_year": calendar.year(-11_999),
        "decimal": calendar.decimal(2.5),
    }


def test_first_of_a_month_is_an_ordinal_in_french() -> None:
    french = calendar_for("fr-CA")
    assert (french.day(1989, 5, "1"), french.day(1989, 5, "21")) == ("1er mai 1989", "21 mai 1989")


@pytest.mark.parametrize(
    ("month", "name"), [(1, "Ιανουάριο 2014"), (5, "Μάιο 2014"), (8, "Αύγουστο 2014"), (12, "Δεκέμβριο 2014")]
)
def test_greek_month_has_an_accusative(month: int, name: str) -> None:
    assert calendar_for("el").month(2014, month, "accusative") == name


def test_era_stands_once_where_each_year_has_it() -> None:
    assert calendar_for("th").day(2014, 12, "11") == "11 ธันวาคม ค.ศ. 2014"


def test_day_in_words() -> None:
    assert day_in_words(date(2026, 11, 24), ENGLISH) == "24 November 2026"
    assert day_in_words(date(2026, 11, 24), ENGLISH.in_region("en-US")) == "November 24, 2026"


@pytest.mark.parametrize(
    ("language", "day", "number"),
    [
        ("de-AT", "1. Jänner 2014", "12.345"),
        ("de-CH", "1. Januar 2014", "12’345"),
        ("en-GB", "1 January 2014", "12,345"),
        ("en-US", "January 1, 2014", "12,345"),
        ("es-MX", "1 de enero de 2014", "12,345"),
        ("es-HN", "01 de enero de 2014", "12,345"),
        ("fr-CA", "1er janvier 2014", "12\u00a0345"),
        ("pt-BR", "1 de janeiro de 2014", "12.345"),
        ("zh-TW", "2014年1月1日", "12,345"),
    ],
)
def test_dates_and_numbers_are_those_of_the_region(language: str, day: str, number: str) -> None:
    calendar = calendar_for(language)
    assert (calendar.day(2014, 1, "1"), calendar.number(12_345)) == (day, number)


def test_months_are_those_of_the_language_behind_traditional_chinese() -> None:
    """Babel gives its list to some that are read later: findings/babel-months-of-the-locale-read-before.sh."""
    languages = [language for language in DATES if not language.startswith("zh")]
    code = (
        "import sys; from studyguide.labels.calendars import calendar_for; calendar_for('zh-Hant').month(2014, 5); "
        "[print(calendar_for(language).month(2014, 5)) for language in sys.argv[1:]]"
    )
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *languages], check=True, capture_output=True, encoding="utf-8"
    )
    assert run.stdout.splitlines() == [DATES[language]["month"] for language in languages]


def test_english_needs_no_babel() -> None:
    code = (
        "import sys; from studyguide.labels.calendars import calendar_for; calendar_for('en-GB').day(2014, 12, '1'); "
    )
    assert (
        subprocess.run([sys.executable, "-c", f"{code}sys.exit('babel' in sys.modules)"], check=False).returncode == 0
    )
