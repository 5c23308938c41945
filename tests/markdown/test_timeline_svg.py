"""Tests of markdown.timeline_svg: events on an axis, as an SVG."""

from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from studyguide.labels.catalogue import ENGLISH
from studyguide.markdown.timeline_svg import draw_timeline
from tests.helpers import an_event


def drawn(*dates: str, title: str = "It was") -> Element:
    tree: Element = fromstring(
        draw_timeline([an_event(f"e{place}", date, title) for place, date in enumerate(dates)], ENGLISH)
    )
    return tree


def years(tree: Element) -> list[str]:
    return [text.text or "" for text in tree.iter("text") if text.get("class") == "guide-axis-year"]


def words(tree: Element) -> list[str]:
    """Each label, its lines joined."""
    labels = [link.find("text") for link in tree.iter("a")]
    return [" ".join(line.text or "" for line in label) for label in labels if label is not None]


def test_no_events_make_no_picture() -> None:
    assert draw_timeline([], ENGLISH) == ""


def test_each_event_is_a_link_with_its_date() -> None:
    tree = drawn("199X", "2007-05", "2012~")
    assert [link.get("href") for link in tree.iter("a")] == ["#event-e0", "#event-e1", "#event-e2"]
    assert words(tree) == ["1990s: It was", "May 2007: It was", "about 2012: It was"]


def test_the_picture_says_what_it_shows() -> None:
    svg = drawn("199X", "2007-05").find("svg")
    assert svg is not None
    assert svg.get("role") == "group"
    assert svg.get("aria-label") == "The 2 events of this page on an axis of years, from 1990s to May 2007."


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2007"], ["2000", "2005", "2010"]),
        (["2010"], ["2010", "2015"]),
        (["1999", "2004"], ["1990", "1995", "2000", "2005"]),
        (
            ["1900", "2019"],
            ["1900", "1910", "1920", "1930", "1940", "1950", "1960", "1970", "1980", "1990", "2000", "2010", "2020"],
        ),
        (
            ["1789", "2020"],
            ["1780", "1800", "1820", "1840", "1860", "1880", "1900", "1920", "1940", "1960", "1980", "2000", "2020"],
        ),
    ],
)
def test_the_axis_has_round_years_around_the_events(dates: list[str], expected: list[str]) -> None:
    assert years(drawn(*dates)) == expected


def test_an_event_stands_at_its_year() -> None:
    # 2 labels of a line each: 2 * (15 + 9) = 48 units from 16 to 64, for the 15 years from 2000 to 2015.
    tree = drawn("2000", "2012")
    assert [circle.get("cy") for circle in tree.iter("circle")] == ["17.6", "56.0"]
    assert next(path.get("d") for path in tree.iter("path")) == "M62 16.0V64.0"


@pytest.mark.parametrize(
    ("date", "spot"),
    [
        # 24 units from 16 to 40 for the 5 years from 2000 to 2005: 4.8 a year, 0.4 a month.
        ("2001", 23.2),
        ("2001-01", 21.0),
        ("2001-12", 25.4),
        ("2001-01-01", 20.8),
        ("2001-12-31", 25.6),
        ("2001-07-01", 23.2),
        ("2001-10-XX", 24.6),
        ("2001-03/..", 21.8),
        ("../2001-03", 21.8),
        ("2001-03/2001-06", 22.4),
        ("2001-23", 23.2),
    ],
)
def test_an_event_stands_at_its_month_or_day(date: str, spot: float) -> None:
    (circle,) = drawn(date, title="").iter("circle")
    assert float(circle.get("cy") or "nan") == spot


def test_a_bar_begins_and_ends_at_its_months() -> None:
    # 4.8 units a year: from March 2000, 2 months after 16, to the end of June 2003, 3 and a half years after it.
    (bar,) = drawn("2000-03/2003-06").iter("rect")
    assert (bar.get("y"), bar.get("height")) == ("16.8", "16.0")


def test_a_longer_time_is_a_bar() -> None:
    # 24 units for the 5 years from 2000 to 2005, of which it takes 4.
    tree = drawn("2000/2003")
    (bar,) = tree.iter("rect")
    assert (bar.get("y"), bar.get("height")) == ("16.0", "19.2")
    assert not list(tree.iter("circle"))


def test_long_titles_wrap() -> None:
    title = "UN adopts the Optional Protocol on the sale of children"
    (link,) = drawn("2000", title=title).iter("a")
    lines = [line.text or "" for line in link.iter("tspan")]
    assert lines == ["2000: UN adopts the Optional Protocol", "on the sale of children"]
    assert [line.get("y") for line in link.iter("tspan")] == ["27.2", "42.2"]


def test_the_whole_row_of_a_label_belongs_to_its_link() -> None:
    # From the end of its line, at 98, to the picture's edge at 360; 2 lines of 15 units from 16 on, 9 units of air.
    tree = drawn("2000", "2012", title="UN adopts the Optional Protocol on the sale of children")
    rows = [path.get("d") for path in tree.iter("path") if path.get("class") == "guide-axis-row"]
    assert rows == ["M98 16.0H360v30H98z", "M98 55.0H360v30H98z"]


def spots(tree: Element) -> list[float]:
    return [float(circle.get("cy") or "nan") for circle in tree.iter("circle")]


def test_an_axis_that_would_be_empty_for_the_most_part_is_broken() -> None:
    recent = ["1990", "1999", "2007", "2015", "2020"]
    tree, alone = drawn("-2499", *recent), drawn(*recent)
    assert years(tree)[:2] == ["2500 BC", "2495 BC"]
    assert years(tree)[-1] == "2020"
    assert sum("guide-axis-break" in (path.get("class") or "") for path in tree.iter("path")) == 1
    between = [after - before for before, after in pairwise(spots(tree)[1:])]
    assert between == pytest.approx([after - before for before, after in pairwise(spots(alone))], abs=0.2)


@pytest.mark.parametrize(
    "dates", [["-2499", "2020"], ["1789", "2020"], ["0500", "1000", "1500", "2000"], ["-2499/2020", "2019", "2020"]]
)
def test_an_axis_without_a_gap_or_without_a_use_for_it_is_whole(dates: list[str]) -> None:
    assert "guide-axis-break" not in draw_timeline([an_event(date, date) for date in dates], ENGLISH)


@pytest.mark.parametrize(
    ("dates", "breaks"),
    [
        (["-2499", *map(str, range(1989, 2000))], 1),  # adjacent years
        (["-2499", "-0299", "1215", "1648", *map(str, range(1965, 2021))], 3),
        (["-2499", "1500", "1990", "1991", "1992", "1993"], 2),
        (["1900", "1990", "1991", "1992"], 0),
    ],
)
def test_events_of_adjacent_years_can_be_told_apart(dates: list[str], breaks: int) -> None:
    drawing = draw_timeline([an_event(f"e{number}", date) for number, date in enumerate(dates)], ENGLISH)
    assert drawing.count("guide-axis-break") == breaks


def test_two_eras_each_have_their_stretch() -> None:
    tree = drawn("-0499", "-0489", "1815", "1919", "1945")
    assert [year for year in years(tree) if year.endswith("BC")]
    assert {"1900", "1950"} <= set(years(tree))
    gaps = [after - before for before, after in pairwise(spots(tree))]
    assert min(gaps) > 4


def test_there_is_no_year_0() -> None:
    named = years(drawn("-0199", "0200"))
    assert "0" not in named
    assert [named[0], named[-1]] == ["200 BC", "AD 200"]
    assert "AD 1" in named


def test_a_long_year_has_room() -> None:
    tree = drawn("Y-120000")
    texts = [text for text in tree.iter("text") if text.get("class") == "guide-axis-year"]
    assert all(len(text.text or "") * 6.5 <= float(text.get("x") or 0) + 4 for text in texts)


@pytest.mark.parametrize("number", [30, 60])
def test_many_events_have_a_line_each_in_one_picture(number: int) -> None:
    title = "States agree on the wetlands of the river in long talks"
    tree = drawn(*(f"{1960 + place}" for place in range(number)), title=title)
    (svg,) = tree.iter("svg")
    assert float((svg.get("viewBox") or "").split()[3]) <= max(780, number * 15) + 28
    assert [len(list(link.iter("tspan"))) for link in tree.iter("a")] == [1] * number
    assert words(tree)[0] == "1960: States agree on the wetlands of…"
    assert next(tree.iter("a")).get("aria-label") == f"1960: {title}"
    assert spots(tree) == sorted(spots(tree))


def test_more_events_than_a_page_holds_have_more_pictures() -> None:
    tree = drawn(*(f"{1900 + place}" for place in range(100)))
    assert [svg.get("aria-label", "")[:13] for svg in tree.iter("svg")] == ["The 50 events"] * 2
    assert [link.get("href") for link in tree.iter("a")] == [f"#event-e{place}" for place in range(100)]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_any_title_is_shown_letter_for_letter(title: str) -> None:
    tree = drawn("2000", title=title)
    assert "".join(words(tree)).split() == "".join(" ".join(words(tree))).split()
    assert "".join("".join(words(tree)).split()) == "".join(f"2000: {title}".split())
    assert "\n" not in draw_timeline([an_event("e", title=title)], ENGLISH)


@given(st.lists(st.integers(1, 9999).map("{:04}".format), min_size=1, max_size=12))
def test_all_events_stand_within_the_picture_in_order(dates: list[str]) -> None:
    tree = drawn(*sorted(dates))
    svg = tree.find("svg")
    assert svg is not None
    height = float((svg.get("viewBox") or "").split()[3])
    assert len(spots(tree)) == len(dates)
    assert spots(tree) == sorted(spots(tree))
    assert all(0 <= spot <= height for spot in spots(tree))
    assert 2 <= len(years(tree)) <= 15


def test_from_right_to_left_the_picture_is_mirrored() -> None:
    events = [an_event("e", "2000"), an_event("f", "2003/2012")]
    plain, mirrored = (
        fromstring(draw_timeline(events, ENGLISH, direction)).find("svg") for direction in ("ltr", "rtl")
    )
    assert plain is not None
    assert mirrored is not None
    assert (plain.get("direction"), mirrored.get("direction")) == (None, "rtl")
    for name, both in (("text", "x"), ("tspan", "x"), ("circle", "cx")):
        for one, other in zip(plain.iter(name), mirrored.iter(name), strict=True):
            assert one.get("text-anchor") == other.get("text-anchor")  # which turns with the direction
            if both in one.attrib:
                assert int(one.attrib[both]) + int(other.attrib[both]) == 360
    for one, other in zip(plain.iter("rect"), mirrored.iter("rect"), strict=True):
        assert int(one.attrib["x"]) + int(other.attrib["x"]) + 6 == 360


def test_from_right_to_left_each_line_is_a_text_of_its_own() -> None:
    """WebKit puts the words of a whole text into their order, over all its lines."""
    drawing = fromstring(draw_timeline([an_event("e", "2000", title="words " * 12)], ENGLISH, "rtl"))
    lines = [len(list(text)) for link in drawing.iter("a") for text in link.iter("text")]
    assert lines == [1, 1, 1]


def test_chinese_breaks_within_the_picture() -> None:
    # 38 digits of room hold 21 characters of 1.75.
    (link,) = drawn("2000", title="联合国大会通过关于在儿童权利方面开展国际合作的决议并要求会员国提交报告").iter("a")
    assert all(len(line.text or "") <= 24 for line in link.iter("tspan"))
    assert len(list(link.iter("tspan"))) == 2
