"""Tests of data.official_series: treaties and acts of the European Union as their publishers name them.

The forms are those of the United Nations Treaty Collection, the Treaty Office of the Council of Europe and EUR-Lex.
"""

import pytest

from studyguide.data.legal_fields import legal_fields
from studyguide.data.official_series import UNPRINTED, series_fields
from tests.citeproc.test_notes import text_of
from tests.citeproc.test_public_styles import rendered


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"number": "18232", "volume": "1155", "pages": "331"}, {"number": "No. 18232"}),
        ({"number": "205", "series": "CETS"}, {"number": "CETS No. 205", UNPRINTED: "CETS"}),
        ({"number": "5", "journaltitle": "ETS"}, {"number": "ETS No. 5", UNPRINTED: "ETS"}),
        ({"number": "205", "journaltitle": "ILM", "volume": "38"}, {"number": "No. 205"}),
        ({"number": "ETS No. 5"}, {}),
        ({"number": "I-18232", "volume": "1155"}, {}),
    ],
)
def test_the_number_of_a_treaty(fields: dict[str, str], printed: dict[str, str]) -> None:
    changes = series_fields("legal", fields)
    assert {name: value for each in changes.values() for name, value in each.items()} == printed
    assert series_fields("report", fields) == {}


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("32011L0092", "CELEX 32011L0092"),
        ("CELEX:32016r0679", "CELEX 32016R0679"),
        ("Celex No. 62018CJ0261", "CELEX 62018CJ0261"),
        ("32016R0679R(02)", None),
        ("2024/1689", None),
        ("32011", None),
    ],
)
def test_a_celex_number_is_named(written: str, printed: str | None) -> None:
    expected = {"number": {"number": printed}} if printed else {}
    assert series_fields("legislation", {"number": written}) == expected


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"journaltitle": "OJ L", "volume": "327"}, {"journaltitle": "OJ", "volume": "L 327", UNPRINTED: "327"}),
        ({"journal": "OJ", "series": "L", "issue": "192"}, {"journaltitle": "OJ", "volume": "L 192", UNPRINTED: "192"}),
        (
            {"journaltitle": "OJ L 327, 22.12.2000, p. 1–73"},
            {"journaltitle": "OJ", "volume": "L 327", "pages": "1–73"},
        ),
        (
            {"journaltitle": "Official Journal of the European Union (C 83)"},
            {},
        ),
        (
            {"journaltitle": "Official Journal of the European Union, C 83"},
            {"journaltitle": "Official Journal of the European Union", "volume": "C 83"},
        ),
        ({"journaltitle": "Official Journal of the European Union", "volume": "L 327"}, {}),
        ({"journaltitle": "OJ", "volume": "L"}, {}),
        ({"journaltitle": "BGBl", "series": "L", "volume": "3"}, {}),
    ],
)
def test_the_official_journal(fields: dict[str, str], printed: dict[str, str]) -> None:
    changes = series_fields("legislation", fields)
    assert {name: value for each in changes.values() for name, value in each.items()} == printed
    assert series_fields("report", fields) == {}


ACTS = """
@legislation{eli, title = {Directive 2011/92/EU of 13 December 2011 on the Effects of Projects}, date = {2011-12-13},
  number = {32011L0092}, url = {http://data.europa.eu/eli/dir/2011/92/oj}}
@legislation{eurlex, title = {Directive 2000/60/EC on Water}, date = {2000-10-23},
  journaltitle = {OJ L 327, 22.12.2000, p. 1–73}}
@legislation{new, title = {Regulation (EU) 2024/1689}, journaltitle = {OJ}, volume = {L}, number = {2024/1689},
  date = {2024-06-13}}
@legislation{statute, title = {Water Act of 2018}, number = {115-270}, journaltitle = {Stat.}, volume = {132},
  pages = {3765}, date = {2018-10-23}}
@legal{council, title = {Convention on Rivers}, series = {CETS}, number = {205}, date = {2009-06-18}}
"""
PRINTED = {
    "oscola": {
        "eli": "Directive 2011/92/EU of 13 December 2011 on the Effects of Projects",
        "eurlex": "Directive 2000/60/EC on Water [2000] OJ L 327/1",
        "new": "Regulation (EU) 2024/1689 [2024] OJ L, 2024/1689",
        "statute": "Water Act of 2018 Pub. L. No. 115-270, 132 Stat 3765",
        "council": "Convention on Rivers (adopted 18 June 2009) CETS No. 205",
    },
    "apa": {
        "eurlex": "Directive 2000/60/EC on Water, 2000 OJ (L 327) 1.",
        "statute": "Water Act of 2018, Pub. L. No. 115-270, 132 Stat. 3765 (2018).",
        "council": "Convention on Rivers, June 18, 2009, CETS No. 205.",
    },
    "un-notes": {
        "eurlex": "Directive 2000/60/EC on Water, 23 October 2000, OJ, L 327, pp. 1–73.",
        "council": "Convention on Rivers, 18 June 2009, CETS No. 205.",
    },
    "ieee": {
        "eurlex": "Directive 2000/60/EC on Water, OJ, L 327. 2000, pp. 1–73.",
    },
}


@pytest.mark.parametrize(("style", "key"), [(style, key) for style, entries in PRINTED.items() for key in entries])
def test_an_act_or_a_treaty_in_print(style: str, key: str) -> None:
    assert text_of(rendered(style, ACTS).entries[key]) == PRINTED[style][key]


def test_a_law_has_both_its_series_and_its_year() -> None:
    fields = {"series": "L", "issue": "192", "journaltitle": "OJ", "date": "2002", "origdate": "2002-06-27"}
    changes = legal_fields("legislation", fields)
    assert changes["journaltitle"] == {"journaltitle": "OJ", "volume": "L 192"}
    assert changes["origdate"] == {UNPRINTED: "2002-06-27"}
