"""Tests of markdown.bar_chart: bars from the rows of a table."""

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from studyguide.markdown.bar_chart import ChartError, draw_chart


def figure(*rows: str, label: str = "Reports by year") -> Element:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    head = "<thead><tr><th>Year</th><th>Reports</th></tr></thead>"
    return fromstring(f'<figure aria-label="{label}"><table>{head}<tbody>{cells}</tbody></table></figure>')


def bars(svg: Element) -> list[tuple[str, float, str]]:
    """Label, length and written value of each bar."""
    words = [text.text or "" for text in svg.iter("text")]
    lengths = [float(rect.get("width", "nan")) for rect in svg.iter("rect")]
    return list(zip(words[::2], lengths, words[1::2], strict=True))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["2018|18.4", "2021|36.8"], [("2018", 220, "18.4"), ("2021", 440, "36.8")]),
        (["a|1,000", "b|250"], [("a", 440, "1,000"), ("b", 110, "250")]),
        (["a|1,234,567.5", "b|0"], [("a", 368, "1,234,567.5"), ("b", 0, "0")]),  # 11 letters of 12 units and 10 before
        (["a|0", "b|3"], [("a", 0, "0"), ("b", 440, "3")]),
        (["<b>a</b>\n &amp; c| 5 |x"], [("a & c", 440, "5")]),
    ],
)
def test_the_longest_bar_fills_the_width(rows: list[str], expected: list[tuple[str, float, str]]) -> None:
    assert bars(draw_chart(figure(*rows))) == expected


def test_the_chart_takes_the_label_over() -> None:
    table = figure("a|1", "b|2")
    svg = draw_chart(table)
    assert (svg.get("role"), svg.get("aria-label"), svg.get("viewBox")) == ("img", "Reports by year", "0 0 600 104")
    assert "aria-label" not in table.attrib
    assert {words.get("fill") for words in svg.iter("text")} == {"currentColor"}


def test_bars_and_their_words_stand_side_by_side() -> None:
    svg = draw_chart(figure("a|1", "b|2"))
    assert [rect.get("y") for rect in svg.iter("rect")] == ["9.0", "61.0"]
    assert [(text.get("x"), text.get("y")) for text in svg.iter("text")] == [
        ("78", "26"),
        ("320", "26"),
        ("78", "78"),
        ("540", "78"),
    ]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["a|many"], 'cannot draw "many" in the row "a"'),
        (["a|18.4 million"], 'cannot draw "18.4 million"'),
        (["a|18,4"], 'cannot draw "18,4" in the row "a". Write a plain number, such as 18.4'),
        (["a|1234,567"], 'cannot draw "1234,567"'),
        (["a|,5"], 'cannot draw ",5"'),
        (["a|12%"], 'cannot draw "12%"'),
        (["a|"], 'cannot draw "" in the row "a"'),
        (["alone"], 'cannot draw "" in the row "alone"'),
        (["a|nan"], 'cannot draw "nan"'),
        (["a|inf", "b|1"], 'cannot draw "inf"'),
        (["a|-3", "b|1"], 'cannot draw "-3"'),
        (["a|0", "b|0"], "no number above 0"),
        ([], "has no table to draw"),
    ],
)
def test_what_cannot_be_drawn_is_refused(rows: list[str], message: str) -> None:
    table = figure(*rows)
    before = tostring(table)
    with pytest.raises(ChartError, match=message):
        draw_chart(table)
    assert tostring(table) == before


def test_a_long_label_breaks_into_lines_and_takes_room_from_the_bars() -> None:
    # The longest line has 18 letters of 11 units, and 12 before the bar: 210. The bar has 600 - 210 - 70 units.
    svg = draw_chart(figure("Sub-Saharan Africa and Central Asia|2", "Asia|1"))
    label = next(svg.iter("text"))
    assert [label.text, *(line.text for line in label)] == ["Sub-Saharan Africa", "and Central Asia"]
    assert [rect.get("x") for rect in svg.iter("rect")] == ["210", "210"]
    assert [rect.get("width") for rect in svg.iter("rect")] == ["320.0", "160.0"]
    assert svg.get("viewBox") == "0 0 600 116"  # 2 lines of 24 units and 10 around them


def test_a_chart_from_right_to_left_is_mirrored() -> None:
    svg, mirrored = draw_chart(figure("a|1", "b|2")), draw_chart(figure("a|1", "b|2"), "ar")
    assert (svg.get("direction"), mirrored.get("direction")) == (None, "rtl")
    for one, other in zip(svg.iter("text"), mirrored.iter("text"), strict=True):
        assert float(one.get("x", "")) + float(other.get("x", "")) == 600
        assert one.get("text-anchor") == other.get("text-anchor")  # which turns with the direction
    for one, other in zip(svg.iter("rect"), mirrored.iter("rect"), strict=True):
        assert float(one.get("x", "")) + float(other.get("x", "")) + float(one.get("width", "")) == 600


@pytest.mark.parametrize("language", ["de", "es", "pt", "tr", "el"])
def test_numbers_are_those_of_the_language(language: str) -> None:
    assert bars(draw_chart(figure("a|1.234", "b|617", "c|308,5"), language)) == [
        ("a", 440, "1.234"),
        ("b", 220, "617"),
        ("c", 110, "308,5"),
    ]


@pytest.mark.parametrize(
    ("language", "written", "message"),
    [
        ("de", "0.6", 'cannot draw "0.6" in the row "a". Write a plain number, such as 18,4, in'),
        ("de", "1,234", 'cannot draw "1,234" in the row "a": it can be read as 1234 or as 1,2340.'),
    ],
)
def test_numbers_of_another_language_are_refused(language: str, written: str, message: str) -> None:
    with pytest.raises(ChartError, match=message):
        draw_chart(figure(f"a|{written}", "b|440"), language)
