"""Tests of markdown.positions: what a position stands for, and that positions never change what a page shows."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.extensions.footnotes import FootnoteExtension

from studyguide.diagnostics.diagnostic import Location
from studyguide.markdown.positions import POSITION, Positions, lines_of, without_positions
from tests.helpers import markdown_with


def places(text: str) -> list[int]:
    """The offsets that positions are put for."""
    found: list[int] = []

    def locate(offset: int) -> Location:
        found.append(offset)
        return Location("x.md")

    Positions().put(text, locate)
    return found


def with_carets(text: str) -> str:
    """The text with ^ at each position."""
    return POSITION.sub("^", Positions().put(text, lambda _: Location("x.md")))


@pytest.mark.parametrize(
    ("text", "located"),
    [
        ("# Title", "# ^Title"),
        ("##Title", "##^Title"),
        ("- # Title", "- # ^Title"),
        ("Title\n===\n\nOther\n---", "^Title\n===\n\n^Other\n---"),
        ("text\ntext\n---", "text\ntext\n---"),
        ("[a](b) ![c](d)", "^[a](b) ^![c](d)"),
        ("[@a; -@b] @c", "^[^@a; ^-@b] ^@c"),
        ("me@example.org /@x \\@y \\[z]", "me@example.org /@x \\@y \\[z]"),
        ("- [ ] to do\n- [x] done", "- [ ] to do\n- [x] done"),
        ("[a][b] [c][] [d] [b]\n\n[b]: e.md", "^[a][b] ^[c][] ^[d] [b]\n\n[b]: e.md"),
        ("[a][b]\n\n    [b]: e.md", "^[a][b]\n\n    [b]: e.md"),
        ("[a][c]\n\n[b]: e.md", "^[a]^[c]\n\n[b]: e.md"),
        ("x[^1] [b]\n\n[b]: e.md", "x^[^1] ^[b]\n\n[b]: e.md"),
        ("[Note]: these are words", "^[Note]: these are words"),
        ("[^1]: [a](b)", "[^1]: ^[a](b)"),
        ("    [^1]: @a", "    [^1]: ^@a"),
        ("```\n[a]\n```\n[b]", "```\n[a]\n```\n^[b]"),
        ("~~~~\n```\n[a]\n~~~\n~~~~\n[b]", "~~~~\n```\n[a]\n~~~\n~~~~\n^[b]"),
        ("```\n[a]", "```\n^[a]"),
        ("> ```\n> [a]\n> ```\n> [b]", "> ```\n> [a]\n> ```\n> ^[b]"),
        ('<img src="a.png">', '<img src="^a.png">'),
        ('<figure markdown="block" class="chart">', '<figure markdown="block" class="^chart">'),
        ("<figure markdown='block'>", "<figure markdown='block'>"),
    ],
)
def test_where_marks_stand(text: str, located: str) -> None:
    assert with_carets(text) == located


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("# Title", [2]),
        ("a [b](c)\n\n  ![d](e)", [2, 12]),
        ("[^n]: see [@a]", [10, 11]),
        ('x <img alt="y">', [2]),
        ("Title\n---", [0]),
    ],
)
def test_what_marks_stand_for(text: str, offsets: list[int]) -> None:
    assert places(text) == offsets


def test_a_mark_gives_its_place_back() -> None:
    positions = Positions()
    wanted = [Location("a.md", line, 3) for line in range(1, 13)]
    made = [positions.put_one(place) for place in wanted]
    assert [positions.place(position) for position in made] == wanted
    assert without_positions(f"a{made[0]}b{made[11]}") == "ab"


def test_lines_know_whether_they_are_code() -> None:
    text = "a\n```py\nb\n```\nc\n~~~\nd"
    assert list(lines_of(text)) == [
        ("a\n", False),
        ("```py\n", True),
        ("b\n", True),
        ("```\n", True),
        ("c\n", False),
        ("~~~\n", False),
        ("d", False),
    ]


# Pieces from which most of Markdown is put together, well or badly.
SIGNS = r"""
    [ ] ( ) @ # ! ` ~ ~~~ ``` > - | : { } \ ^ / = --- === a child x1 @key [@key] [^1] [x]
    ![alt](p.png) [text](a.md) ,[text][ref], ,[ref][], ,[ref],
    {#id} {:.c} !!! "Title" <b> </b> <!-- --> <a@b.org> <https://b.org/@c> &
    + 1. &amp; https://b.org/@c a@b.org </figure> </div> <pre> </pre> |---|---|
"""
TAGS = [
    '<img src="p.png">',
    '<figure class="chart" markdown="block">\n\n',
    "<figure markdown='span'>\n",
    '<div markdown="1">\n\n',
]
SPACES = [" ", " *a* ", " **b** ", " _c_ ", "\n", "\n\n", "\n    ", "\n> ", "\n- ", "\n## ", "\n- [x] "]
BLOCKS = [
    "\n\n[^1]: a [b](c.md) @d\n\n",
    "\n\n[ref]: a.md '[t] @u'\n\n",
    "\n\n> [ref]: a.md\n\n",
    "\n\nTitle [a]\n---\n\n",
]
MARKDOWN = st.lists(st.sampled_from([*SIGNS.split(), *TAGS, *BLOCKS, *SPACES]), max_size=24).map("".join)


UNKNOWN_BOX = re.compile(r"!!! ?(?!note\b)[\w-]")


@given(MARKDOWN.filter(lambda text: not UNKNOWN_BOX.search(text)))  # such a box is a fault, and becomes text
@example("See [text][ref] and [ref] and [ref][].\n\n[ref]: a.md")
@example("[long\ntext]\n[ref]\n\n> [ref]: a.md")
@example("!!! note\n    call[^1]\n\n    [^1]: text [x]\n")
@example('<figure markdown="block" class="chart">\n\n[a](b)\n\n</figure>')
def test_marks_do_not_change_the_page(text: str) -> None:
    located = Positions().put(text, lambda _: Location("x.md"))
    assert without_positions(located) == text
    html = markdown_with(FootnoteExtension()).convert(text)
    assert without_positions(markdown_with(FootnoteExtension()).convert(located)) == html
