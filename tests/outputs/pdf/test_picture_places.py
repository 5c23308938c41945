"""Pictures in print, wherever a chapter puts them."""

import pikepdf
import pytest

from tests.helpers import read
from tests.outputs.pdf.test_compile import Read, a_png, boxes_of_text, make, markdown_table, operations_of, size_of

PICTURE = "![A lake.](lake.png)"
TERM = '<dl markdown="1"><dt markdown="span">{}</dt><dd markdown="span">What it means.</dd></dl>'
PLACES = [
    f"## A heading {PICTURE} with words",
    f"## [{PICTURE}](https://www.example.org/) words",
    TERM.format(f"Term {PICTURE}"),
    TERM.format(f"{PICTURE} term"),
    TERM.format(f"A *term {PICTURE}*"),
    TERM.format(PICTURE),
    f"- item\n\n    {TERM.format(f'Term {PICTURE}')}",
    f'<dl markdown="1"><dt markdown="span">Term</dt><dd markdown="block">\n\nText.\n\n{PICTURE}\n\n</dd></dl>',
    f"| a {PICTURE} | b |\n|---|---|\n| c | d |",
    f"| a | b |\n|---|---|\n| c {PICTURE} | d |",
    f'<table markdown="1"><caption markdown="span">A {PICTURE}</caption><tr><td>a</td></tr></table>',
    f'!!! note "Title {PICTURE}"\n    Text.',
    f'!!! note "Title"\n    Text {PICTURE}',
    f"> Quotation {PICTURE}",
    f"- item {PICTURE}\n- {PICTURE}",
    f"Text.\n\n5. a {PICTURE}\n6. b",
    f"[{PICTURE}](https://www.example.org/)",
    f"**bold {PICTURE}** and *slanted {PICTURE}*",
    f'<figure markdown="span">\n{PICTURE}\n<figcaption>Caption {PICTURE}</figcaption>\n</figure>',
    f'<details markdown="block"><summary markdown="span">Summary {PICTURE}</summary>\n\n{PICTURE}\n\n</details>',
]


def printed(markdown: str, width: int = 600, height: int = 400) -> Read:
    return Read(make(read(f"# T\n\n{markdown}")[1], picture=a_png(width, height)))


def pictures(page: pikepdf.Page) -> list[tuple[float, float, float]]:
    """Left, width and base of each picture on a page, in points."""
    return [(m.e, m.a, min(m.f, m.f + m.d)) for operator, _, m in operations_of(page) if operator == "Do"]


def pages_of(made: Read) -> list[pikepdf.Page]:
    """The pages behind the contents."""
    return list(made.pdf.pages)[2:]


@pytest.mark.parametrize("markdown", PLACES)
def test_a_picture_is_printed_in_every_place(markdown: str) -> None:
    made = printed(markdown)
    assert made.alternatives() == ["A lake."] * markdown.count(PICTURE)
    assert len([picture for page in pages_of(made) for picture in pictures(page)]) == markdown.count(PICTURE)


def test_the_contents_and_the_running_head_leave_out_the_picture_of_a_heading() -> None:
    markdown = f"# Title {PICTURE}\n\n" + "Line.\n\n" * 80
    made = Read(make(read(markdown)[1], picture=a_png(60, 40)))
    assert [len(pictures(page)) for page in made.pdf.pages] == [0, 0, 1, 0]


def test_a_small_picture_stays_in_its_line_as_wide_as_on_the_page() -> None:
    made = printed(f"Before {PICTURE} behind.", 20, 20)
    [page] = pages_of(made)
    [(left, width, base)] = pictures(page)
    assert width == pytest.approx(15)  # 20 pixels of 96 to the inch
    [before, behind] = [run for run in boxes_of_text(page) if abs(run[2] - base) < 2]
    assert before[1] <= left
    assert left + width <= behind[0]


def test_a_large_picture_parts_its_paragraph() -> None:
    made = printed(f"Before {PICTURE} behind.")
    [page] = pages_of(made)
    [(_, _, base)] = pictures(page)
    assert not [run for run in boxes_of_text(page) if base - 2 < run[2] < base + 200]


@pytest.mark.parametrize(
    ("attribute", "width"), [("width=80", 60), ("width=50%", 0.5), ("width=3000", 1), ("width=120px", 90)]
)
def test_a_picture_has_the_width_that_is_set(attribute: str, width: float) -> None:
    made = printed(f"![A lake.](lake.png){{ {attribute} }}")
    [page] = pages_of(made)
    [(_, found, _)] = pictures(page)
    text = size_of(page)[0] - 44 / 25.4 * 72
    assert found == pytest.approx(width if width > 1 else text * width, rel=1e-3)


def test_a_table_of_pictures_is_neither_turned_nor_wider_than_its_page() -> None:
    made = printed(markdown_table(["A", "B"], [f"a {PICTURE}", PICTURE], [PICTURE, "b"]))
    for page in pages_of(made):
        assert size_of(page)[0] < size_of(page)[1]
        assert all(left + width < size_of(page)[0] - 50 for left, width, _ in pictures(page))


def test_a_high_picture_in_a_turned_table_ends_above_the_foot_of_its_page() -> None:
    row = ["internationalisation"] * 9
    made = printed(markdown_table(row, [PICTURE, *row[1:]]), 100, 2000)
    [(page, base)] = [(page, base) for page in pages_of(made) for _, _, base in pictures(page)]
    assert size_of(page)[0] > size_of(page)[1]
    assert base > 60
