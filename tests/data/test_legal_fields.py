"""Tests of data.legal_fields: what the packages for law name otherwise is printed."""

import pytest

from studyguide.data.legal_fields import legal_fields


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("ICJ Reports 1997", "ICJ Reports"),
        ("ICJ Reports, 1997", "ICJ Reports"),
        ("[1997] ICJ Rep", "ICJ Rep"),
        ("ICJ Reports 1998", "ICJ Reports 1998"),
        ("1997", "1997"),
    ],
)
def test_the_reporter_of_a_case_leaves_the_year_to_the_style(written: str, printed: str) -> None:
    fields = {"journaltitle": written, "date": "1997-09-25"}
    assert legal_fields("jurisdiction", fields)["journaltitle"] == {"journaltitle": printed}


def test_a_reporter_with_volumes_keeps_its_year() -> None:
    fields = {"journal": "Reports 1997", "year": "1997"}
    assert legal_fields("jurisdiction", fields | {"volume": "3"}) == {"journal": {"journal": "Reports 1997"}}
    assert legal_fields("article", fields) == {}


def test_an_american_law_is_named_as_such() -> None:
    assert legal_fields("legislation", {"number": "111-2"}) == {"number": {"number": "Pub. L. No. 111-2"}}
    assert legal_fields("legislation", {"number": "111-2", "type": "Public Law"}) == {}
    assert legal_fields("report", {"number": "111-2"}) == {}
    assert legal_fields("legislation", {"number": "2003 c. 37"}) == {}


@pytest.mark.parametrize(
    ("fields", "name", "printed"),
    [
        ({"court": "ECtHR"}, "court", {"institution": "ECtHR"}),
        ({"reporter": "A.C.", "volume": "1"}, "reporter", {"journaltitle": "A.C."}),
        ({"citation": "347 U.S. 483"}, "citation", {"volume": "347", "journaltitle": "U.S.", "pages": "483"}),
        ({"citation": "2 F. Supp. 2d 53"}, "citation", {"volume": "2", "journaltitle": "F. Supp. 2d", "pages": "53"}),
        (
            {"citation": "563 F.Supp. 332 and aff'd and 727 F.2d 888"},
            "citation",
            {"volume": "563", "journaltitle": "F.Supp.", "pages": "332", "note": "aff'd, 727 F.2d 888"},
        ),
        ({"citation": "[2006] UKHL 44"}, "citation", {"journaltitle": "[2006] UKHL 44"}),
        ({"location": "42 U.S.C. 12101"}, "location", {"journaltitle": "42 U.S.C. 12101"}),
    ],
)
def test_a_field_of_law_stands_where_it_is_printed(fields: dict[str, str], name: str, printed: dict[str, str]) -> None:
    assert legal_fields("jurisdiction", fields) == {name: printed}


def test_a_court_and_a_place_stay() -> None:
    assert legal_fields("jurisdiction", {"court": "X", "institution": "Y"}) == {}
    assert legal_fields("legislation", {"location": "London"}) == {}
    assert legal_fields("report", {"location": "Room 5", "court": "X"}) == {}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("347 U.S. 483", {"volume": "347", "journaltitle": "U.S.", "pages": "483"}),
        ("1997 ICJ Reports 7", {"journaltitle": "ICJ Reports", "pages": "7"}),
        (r"576 U.S. \_\_\_", {"volume": "576", "journaltitle": "U.S.", "pages": r"\_\_\_"}),
    ],
)
def test_a_reporter_with_volume_and_page_in_one_line(written: str, read: dict[str, str]) -> None:
    assert legal_fields("jurisdiction", {"journaltitle": written, "date": "1997"}) == {"journaltitle": read}


def test_what_another_field_says_is_printed_once() -> None:
    fields = {"type": "primary", "origdate": "2002-06-27", "date": "2002"}
    assert legal_fields("legislation", fields) == {"type": {"verba": "primary"}, "origdate": {"verba": "2002-06-27"}}
    assert legal_fields("legislation", {"origdate": "1971", "date": "2002"}) == {}
    assert legal_fields("report", fields) == {}
