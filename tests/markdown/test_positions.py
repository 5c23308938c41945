"""Tests of markdown.positions: what a position stands for, and that positions never change what a page shows."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.extensions.footnotes import FootnoteExtension

from studyguide.diagnostics.diagnostic import Location
from studyguide.markdown.positions import POSITION, Positions, without_positions
from tests.helpers import markdown_with, source, span


def places(text: str) -> list[int]:
    """The offsets that positions are put for."""
    positions = Positions()
    located = [positions.place(position) for position in POSITION.findall(positions.put(source(text)))]
    starts = [line.start for line in source(text).lines]
    return [starts[place.line - 1] + place.column - 1 for place in located]


def with_carets(text: str) -> str:
    """The text with ^ at each position."""
    return POSITION.sub("^", Positions().put(source(text)))


@pytest.mark.parametrize(
    ("text", "located"),
    [
        ("# Title", "# ^Title"),
        ("##Title", "##^Title"),
        ("- # Title", "- # ^Title"),
        ("Title\n===\n\nOther\n---", "^Title\n===\n\n^Other\n---"),
        ("text\ntext\n---", "^text\n^text\n---"),
        ("[a](b) ![c](d)", "^[a](b) ^![c](d)"),
        ("[@a; -@b] @c", "^[^@a; ^-@b] ^@c"),
        ("me@example.org /@x \\@y \\[z]", "^me@example.org /@x \\@y \\[z]"),
        ("- [ ] to do\n- [x] done", "- [ ] to do\n- [x] done"),
        ("[a][b] [c][] [d] [b]\n\n[b]: e.md", "^[a][b] ^[c][] ^[d] [b]\n\n[b]: e.md"),
        ("[a][b]\n\n    [b]: e.md", "^[a][b]\n\n    [b]: e.md"),
        ("[a][c]\n\n[b]: e.md", "^[a]^[c]\n\n[b]: e.md"),
        ("x[^1] [b]\n\n[b]: e.md", "^x^[^1] ^[b]\n\n[b]: e.md"),
        ("[Note]: these are words", "^[Note]: these are words"),
        ("[^1]: [a](b)", "[^1]: ^[a](b)"),
        ("    [^1]: @a", "    [^1]: ^@a"),
        ("```\n[a]\n```\n[b]", "```\n[a]\n```\n^[b]"),
        ("~~~~\n```\n[a]\n~~~\n~~~~\n[b]", "~~~~\n```\n[a]\n~~~\n~~~~\n^[b]"),
        ("```\n[a]", "```\n^[a]"),
        ("> ```\n> [a]\n> ```\n> [b]", "> ```\n> [a]\n> ```\n> ^[b]"),
        ("> - one\n> 1. two\n> iv. 3", "> - ^one\n> 1. ^two\n> ^iv. 3"),
        ("iv. *three*\nv. *four*", "iv. ^*three*\nv. ^*four*"),
        ("1. *one*\n(2) two", "1. *one*\n(2) ^two"),
        ("a) b\n12) c\n● d", "a) ^b\n12) ^c\n^● d"),
        ("| a | b |\n| --- | --- |\n|c|\nd | e", "| ^a | b |\n| --- | --- |\n|^c|\n^d | e"),
        ('!!! note "A"\n    b\n!!! check inline "C"', '!!! note "^A"\n    ^b\n!!! check inline "^C"'),
        ('<div\nmarkdown="1"\nid="a">', '<div\nmarkdown="1"\nid="a">'),
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
        ("a [b](c)\n\n  ![d](e)", [0, 2, 12]),
        ("[^n]: see [@a]", [6, 10, 11]),
        ('x <img alt="y">', [0, 2]),
        ("Title\n---", [0]),
    ],
)
def test_what_marks_stand_for(text: str, offsets: list[int]) -> None:
    assert places(text) == offsets


def test_a_mark_gives_its_place_back() -> None:
    positions = Positions()
    text = span("a\n" * 12, "a.md")
    made = [positions.put_one(text, offset) for offset in range(0, 24, 2)]
    assert [positions.place(position) for position in made] == [Location("a.md", line, 1) for line in range(1, 13)]
    assert without_positions(f"a{made[0]}b{made[11]}") == "ab"


@pytest.mark.parametrize(
    ("block", "start", "offset", "place"),
    [
        ("^one two\nthree", 2, 4, "docs/background.md:1:7"),
        ("^one two\nthree", 2, 8, "docs/background.md:2:3"),
        ("one ^two\nthree", 6, 0, "docs/background.md:1:3"),
        ("one  two\n    ^three", 12, 5, "docs/background.md:1:7"),
        ("one two\nthree", 2, 0, "None"),
        ("one six\n^three", 12, 0, "None"),  # something else stands in the block
        ("^one two, three", 2, 9, "None"),
    ],
)
def test_a_position_leads_to_what_stands_near_it_in_its_block(block: str, start: int, offset: int, place: str) -> None:
    positions = Positions()
    position = positions.put_one(source("> one two\n> three").span, start)
    assert str(positions.place_in(block.replace("^", position), offset)) == place


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
    located = Positions().put(source(text))
    assert without_positions(located) == text
    html = markdown_with(FootnoteExtension()).convert(text)
    assert without_positions(markdown_with(FootnoteExtension()).convert(located)) == html
