"""Tests of data.date_names: the advice for a date in the words of each language."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import studyguide
from studyguide.data.edtf import DateError, parse_date
from tests import paths

GOLDEN: dict[str, Any] = yaml.safe_load((paths.GOLDEN / "date_names.yaml").read_text(encoding="utf-8"))
DATES = [(language, *row) for language, rows in GOLDEN.items() if language != "refused" for row in rows]


def advice(text: str, language: str) -> str:
    with pytest.raises(DateError) as raised:
        parse_date(text, language=language)
    return str(raised.value)


@pytest.mark.parametrize(("language", "written", "edtf"), DATES)
def test_a_date_in_words_is_advised_in_edtf(language: str, written: str, edtf: str) -> None:
    assert re.search(rf"Write {re.escape(repr(edtf))}[.,]", advice(written, language))


@pytest.mark.parametrize("language", [*sorted(GOLDEN.keys() - {"refused"}), "xx"])
def test_english_is_known_in_each_language(language: str) -> None:
    assert all(advice(written, language).endswith(f"Write {edtf!r}.") for written, edtf in GOLDEN["en"])


@pytest.mark.parametrize(("language", "written"), GOLDEN["refused"])
def test_other_words_get_no_date(language: str, written: str) -> None:
    assert "Write '" not in advice(written, language)


def test_a_day_without_a_year_is_explained() -> None:
    assert "begins with its year" in advice("20 ноября", "ru")


def test_dates_that_are_read_do_without_babel() -> None:
    code = (
        "import sys, studyguide.data.edtf as d; d.parse_date('2007-01', language='ru'); print('babel' in sys.modules)"
    )
    env = os.environ | {"PYTHONPATH": str(Path(studyguide.__file__).parents[1])}
    run = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True)
    assert run.stdout == "False\n"
