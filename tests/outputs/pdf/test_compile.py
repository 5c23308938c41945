"""The PDFs, read back: what issue 4 promises of them, on a guide that is as hostile as a guide can be."""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from html import escape, unescape
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from studyguide.citeproc.pandoc import PandocError
from studyguide.outputs.book import BookPage, OutputError, TitlePage
from studyguide.outputs.pdf.compile import Pdf, QuickReference, make_handout, make_quick_reference
from tests.helpers import read

DAY = date(2026, 3, 2)
COVER = TitlePage(
    title="A hostile guide",
    conference="PSMUN",
    committee="The committee",
    officer="Anna Smith, President",
    author="Anna Smith",
    description="What a guide may hold.",
    edition="2 March 2026",
    licence="CC BY 4.0",
)
URL = "https://www.example.org/" + "long" * 69  # 300 signs
A4, LETTER = (595.276, 841.89), (612, 792)
LITERALS = (
    '#read("secret.txt")',
    "#pagebreak();",
    "@x",
    "$x$",
    "`tick`",
    r"\LaTeX",
    r"\u{2} \\",
    "*star*",
    "_under_",
    "<label>",
    "// comment",
    "/* comment */",
    '"quotes"',
    "it's",
    "wait...",
    "so-? yes",
    "-5 and 3-4",
    "a -- b --- c",
    "= head",
    "+ plus",
    "- minus",
    "/ slash: x",
    "1. one",
    "[bracket]",
    "a~b^c",
    "&amp; {x}",
)
WORDS = """
# Words of a guide

## Notes & "names" {#notes}

A called note.[^one] Another in a list:

- outer
    - inner
        - innermost[^two]
            1. deepest

!!! check "A box[^boxed]"
    Boxed words.

[^one]: First note, *slanted*.

    Its second paragraph.

[^two]: Second note.

[^boxed]: Third note.

### Names {#names}

In Hebrew שלום, in Greek Ελλάδα, in Cyrillic Україна, in Arabic محمد, in Vietnamese Nguyễn.

`code` and a block:

```
def code(x): return "#x"
```

## Long words {#long}

See <LONG> and [words](<LONG>) and `LONG` and LONG as such.

<details markdown="block"><summary>Folded</summary>

Unfolded words.

</details>

<p class="screen-only">Screen words.</p>
<p class="print-only">Print words.</p>
""".replace("LONG", URL)
TABLES = f"""
# Tables and pictures

## A long table {{#table}}

| Row head | Said |
|---|---|
{"".join(f"| row{row} | {'cell ' * 20} |" + chr(10) for row in range(100))}| last | noted[^cell] |

[^cell]: Fourth note.

| {" | ".join(f"Responsibilities{number}" for number in range(12))} |
{"|---" * 12}|
| {" | ".join(["internationalisation"] * 12)} |

## Pictures {{#pictures}}

![A wide picture.](wide.png)

<figure markdown="block">
![A tall picture.](tall.png)
<figcaption markdown="span">A caption.[^caption]</figcaption>
</figure>

[^caption]: Fifth note.

!!! note "A long box"
{"".join(f"    Boxed paragraph {number}." + chr(10) * 2 for number in range(80))}

Back to the [notes](../words/#notes); then to the [tables](#table).
"""
TERMS = """
<h1 id="terms">Key terms</h1>
<h2 id="term-names">Names</h2>
<p>What they are.</p>
<details class="guide-backlinks" data-print-list="mentioned-in"><summary>Mentioned in 3 sections</summary><ul><li>
<a href="../tables/#pictures">Pictures</a>, <a href="../words/#names">Names</a>, <a href="../words/#notes">Notes</a>
</li></ul></details>
"""


def a_png(width: int = 4, height: int = 4) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


EVERYTHING = """
# Everything

Before the rule.

---

Behind the rule **bold**, *slanted*, `code`, <del>deleted</del>, <ins>inserted</ins>, <s>struck</s>, <u>underlined</u>,
H<sub>2</sub>O, m<sup>3</sup>, <kbd>Ctrl</kbd>, <mark>marked</mark>, <abbr title="No">UN</abbr>, <small>small</small>,
<q>outer <q>inner</q></q>, <cite>cited</cite>, <dfn>defined</dfn>, <var>variable</var>, <samp>sample</samp>,
<bdi>isolated</bdi>, <time>2020</time>, long<wbr>word, <ruby>base<rp>(</rp><rt>reading</rt><rp>)</rp></ruby>,
<span lang="fr">français</span>, <i>italic</i>, <b>bolder</b>.
Line one\x20\x20
line two.

***

> Quotation.
>
> > Quotation inside.
>
> ---

<dl><dt>Term A</dt><dd>Meaning A</dd><dt>Term B</dt><dd>Meaning B1</dd><dd>Meaning B2</dd></dl>

<ol start="5" type="a"><li>fifth</li><li>sixth</li></ol>

<ul><li><input type="checkbox" disabled> open task</li><li><input type="checkbox" checked disabled> done task</li></ul>

3. third
4. fourth

    second paragraph

        indented code

    ___

| Left | Right |
|:--|--:|
| cell one | cell two |

<table><caption>Table caption</caption><thead><tr><th colspan="2">Wide head</th><th>Third head</th></tr></thead>
<tbody><tr><td rowspan="2">tall</td><td>one two</td><td>one three<hr></td></tr>
<tr><td>two two</td><td>two three</td></tr>
</tbody><tfoot><tr><td>foot one</td><td>foot two</td><td>foot three</td></tr></tfoot></table>

<details><summary>Summary</summary><p>Detail</p><hr></details>

<figure><img src="a.png" alt="Figure picture" width="50"><figcaption>Figure caption</figcaption></figure>

![Sized picture](b.png){ width="120" } ![Second picture](c.png)

<section><p>Section words</p></section><aside><p>Aside words</p></aside><nav>Nav words</nav>
<p align="center">Centred</p>

<pre>preformatted</pre>

<svg viewBox="0 0 10 10" role="img" aria-label="Drawing"><circle cx="5" cy="5" r="4"/></svg>

!!! note "Box title"
    Box words

    ---

    more of the box

## Two {#two}

<hr>

### Three

#### Four

##### Five

###### Six

End.
""".replace("\\x20", " ")
PICTURES = {"tables/wide.png": a_png(4000, 200), "tables/tall.png": a_png(200, 4000)}


def a_page(name: str, html: str) -> BookPage:
    return BookPage(f"{name}.md", f"{name}/", html)


def make(html: str, title_page: TitlePage = COVER, notes: int = 0, picture: bytes = b"") -> Pdf:
    return make_handout([a_page("x", html)], title_page, DAY, lambda address: picture, notes)


class Read:
    """A PDF, read back."""

    def __init__(self, handout: Pdf) -> None:
        self.handout = handout
        self.reader = PdfReader(BytesIO(handout.pdf))
        self.pdf = pikepdf.open(BytesIO(handout.pdf))
        self.pages = [plain(page.extract_text()) for page in self.reader.pages]
        self.text = " ".join(self.pages)

    def page_with(self, words: str, after: int = 2) -> int:
        """The number of the one page that holds the words, behind the contents."""
        [page] = [number for number, text in enumerate(self.pages, 1) if words in text and number > after]
        return page

    def headings(self) -> list[tuple[int, str, int]]:
        """The outline: level, words and page."""
        return list(self._headings(self.reader.outline, 1))

    def _headings(self, outline: Any, level: int) -> Iterator[tuple[int, str, int]]:
        for item in outline:
            if isinstance(item, Destination):
                page = self.reader.get_destination_page_number(item)
                assert page is not None
                yield level, plain(str(item.title)), page + 1
            else:
                yield from self._headings(item, level + 1)

    def alternatives(self) -> list[str]:
        """The alternative texts of the pictures, in the order of the tags."""
        return [str(tag["/Alt"]) for tag in tags(self.pdf.Root.StructTreeRoot) if "/Alt" in tag]


def plain(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


def each_of(value: Any) -> list[Any]:
    """What an array holds; anything else is one."""
    return [value[number] for number in range(len(value))] if isinstance(value, pikepdf.Array) else [value]


def tags(tag: Any) -> Iterator[Any]:
    """Walk the tags of a PDF."""
    yield tag
    children = tag.get("/K", [])
    for child in each_of(children):
        if isinstance(child, pikepdf.Dictionary):
            yield from tags(child)


def operations_of(page: pikepdf.Page) -> Iterator[tuple[str, list[Any], pikepdf.Matrix]]:
    """Each operator of a page's content with its operands, and the matrix from its coordinates to points."""
    matrix = pikepdf.Matrix()
    stack: list[pikepdf.Matrix] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, values = str(instruction.operator), list(instruction.operands)
        if operator == "q":
            stack.append(matrix)
        elif operator == "Q":
            matrix = stack.pop()
        elif operator == "cm":
            matrix = pikepdf.Matrix(*(float(value) for value in values)) @ matrix
        yield operator, values, matrix


def boxes_of_text(page: pikepdf.Page) -> Iterator[tuple[float, float, float]]:
    """Left, right and base of each run of text on a page, in points."""
    font, size, text_matrix = "", 0.0, pikepdf.Matrix()
    for operator, values, matrix in operations_of(page):
        match operator:
            case "Tf":
                font, size = str(values[0]), float(values[1])
            case "Tm":
                text_matrix = pikepdf.Matrix(*(float(value) for value in values))
            case "TJ" | "Tj":
                width = run_width(page.obj.Resources.Font[font], values[0]) * size / 1000
                whole = text_matrix @ matrix
                (left, base), (right, _) = whole.transform((0, 0)), whole.transform((width, 0))
                yield left, right, base


def heights_of_lines(page: pikepdf.Page) -> Iterator[float]:
    """The height of each point of a drawn line on a page, in points."""
    for operator, values, matrix in operations_of(page):
        if operator in ("m", "l"):
            yield matrix.transform((float(values[0]), float(values[1])))[1]


def size_of(page: pikepdf.Page) -> tuple[float, float]:
    """The width and the height of a page, in points."""
    _, _, width, height = (float(side) for side in each_of(page.mediabox))
    return width, height


def run_width(font: Any, run: Any) -> float:
    """The width of a run of text, in thousandths of its size: https://pdfa.org ISO 32000, 9.7.4.3."""
    if "/DescendantFonts" not in font:  # drawn sign by sign
        return 0
    widths: dict[int, float] = {}
    given = list(font.DescendantFonts[0].get("/W", []))
    while given:
        first, second = int(given.pop(0)), given.pop(0)
        if isinstance(second, pikepdf.Array):
            widths.update({first + step: float(width) for step, width in enumerate(each_of(second))})
        else:
            widths.update(dict.fromkeys(range(first, int(second) + 1), float(given.pop(0))))
    total = 0.0
    for part in each_of(run):
        if isinstance(part, pikepdf.String):
            signs = bytes(part)
            total += sum(widths.get(int.from_bytes(signs[at : at + 2]), 0) for at in range(0, len(signs), 2))
        else:
            total -= float(part)
    return total


@pytest.fixture(scope="module")
def hostile() -> Read:
    pages = [
        a_page("words", read(WORDS, path="words.md")[1]),
        a_page("tables", read(TABLES, path="tables.md")[1]),
        a_page("terms", TERMS),
    ]
    return Read(make_handout(pages, replace(COVER, chapters="page"), DAY, PICTURES.__getitem__, 5))


@pytest.fixture(scope="module")
def literal() -> Read:
    parts = [
        f'<h2 id="s{number}">Heading {words} end</h2><p>Text {words} end</p><p>{words} begins</p>'
        f"<ul><li>{words} item</li></ul><table><tr><th>{words} head</th><td>{words} cell</td></tr></table>"
        f'<p><img src="a.png" alt="{words}"></p>'
        for number, words in enumerate(map(escape, LITERALS))
    ]
    everything = " ".join(LITERALS)
    title_page = TitlePage(
        everything, everything, everything, everything, everything, everything, everything, everything
    )
    return Read(make(f'<h1 id="t">T</h1>{"".join(parts)}', title_page, picture=a_png()))


@pytest.fixture(scope="module")
def small() -> Read:
    """A small guide with an address, on US Letter."""
    title_page = replace(COVER, address="https://guide.example.org/", paper="us-letter", language="de", region="")
    return Read(make('<h1 id="t">Titel</h1><p>Wort.</p>', title_page))


# What a machine sees


def test_it_is_pdf_ua_with_tags_language_title_and_author(hostile: Read) -> None:
    root: Any = hostile.pdf.Root
    assert root.MarkInfo.Marked is True
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle is True
    with hostile.pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "A hostile guide"
        assert metadata["dc:creator"] == ["Anna Smith"]
        assert metadata["dc:language"] == {"en-GB"}
    kinds = {str(tag.get("/S")) for tag in tags(root.StructTreeRoot)}
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/Link"} <= kinds


def test_it_is_dated(hostile: Read) -> None:
    assert hostile.reader.metadata is not None
    created = hostile.reader.metadata.creation_date
    assert created is not None
    assert created.date() == DAY


def test_another_day_gives_another_pdf() -> None:
    page = a_page("x", '<h1 id="t">T</h1>')
    first, second = (make_handout([page], COVER, date(2026, 3, day), PICTURES.__getitem__, 0).pdf for day in (2, 3))
    assert first != second


def test_each_picture_has_its_text(hostile: Read) -> None:
    assert {"A wide picture.", "A tall picture."} <= set(hostile.alternatives())


def test_the_language_may_be_another_and_has_no_region_then(small: Read) -> None:
    assert str(small.pdf.Root.Lang) == "de"


def test_all_fonts_are_embedded(hostile: Read) -> None:
    resources: list[Any] = [page.obj.Resources for page in hostile.pdf.pages]
    fonts = [font for each in resources if "/Font" in each for _, font in each.Font.items()]
    descriptors = [part.FontDescriptor for font in fonts if "/DescendantFonts" in font for part in font.DescendantFonts]
    assert len(descriptors) > 5
    assert all("/FontFile3" in descriptor or "/FontFile2" in descriptor for descriptor in descriptors)


def test_no_text_leaves_its_page(hostile: Read) -> None:
    runs = [(run, *size_of(page)) for page in hostile.pdf.pages for run in boxes_of_text(page)]
    assert len(runs) > 1000
    outside = [run for run, wide, high in runs if not (0 < run[0] <= run[1] < wide and 0 < run[2] < high)]
    assert outside == []


@pytest.mark.parametrize(("name", "paper"), [("hostile", A4), ("small", LETTER)])
def test_the_paper_is_a4_or_letter(name: str, paper: tuple[float, float], request: pytest.FixtureRequest) -> None:
    pdf: Read = request.getfixturevalue(name)
    sizes = {tuple(sorted((float(page.mediabox.width), float(page.mediabox.height)))) for page in pdf.reader.pages}
    assert [pytest.approx(paper, abs=0.1)] == list(sizes)  # a page may be turned


# What a delegate holds


def test_each_page_but_the_first_says_which_it_is(hostile: Read) -> None:
    count = len(hostile.pages)
    assert hostile.handout.pages == count
    assert "page 1 of" not in hostile.pages[0]
    assert [
        text for number, text in enumerate(hostile.pages, 1) if number > 1 and f"page {number} of {count}" not in text
    ] == []


def test_the_title_page(small: Read) -> None:
    for words in ("PSMUN", "The committee", "A hostile guide", "Anna Smith, President", "2 March 2026", "CC BY 4.0"):
        assert words in small.pages[0]
    assert "https://guide.example.org/" in small.pages[0]
    assert small.alternatives() == ["QR code with the address of the online guide: https://guide.example.org/"]


@pytest.mark.parametrize(
    ("missing", "title_page", "quick"),
    [
        ({"officer": ""}, "PSMUN The committee T Study guide Edition", "Quick reference · PSMUN · The committee"),
        ({"conference": ""}, "The committee T Study guide Anna Edition", "Quick reference · The committee"),
        ({"conference": "", "committee": "", "officer": ""}, "T Study guide Edition", "Quick reference"),
    ],
)
def test_what_the_settings_do_not_say_leaves_no_gap(missing: dict[str, Any], title_page: str, quick: str) -> None:
    cover = replace(replace(COVER, title="T", officer="Anna"), **missing)
    made = Read(make('<h1 id="t">T</h1>', cover))
    assert made.pages[0].startswith(title_page)
    assert (
        Read(make_quick_reference(QuickReference((), (), ()), cover, DAY)).pages[0].startswith(f"T {quick} T · 2 March")
    )


def test_without_an_address_there_is_no_code_for_it(hostile: Read) -> None:
    assert not [words for words in hostile.alternatives() if "QR code" in words]
    assert "http" not in hostile.pages[0]


def test_the_outline_is_that_of_the_headings(hostile: Read) -> None:
    assert [(level, title) for level, title, _ in hostile.headings()] == [
        (1, "Words of a guide"),
        (2, 'Notes & "names"'),
        (3, "Names"),
        (2, "Long words"),
        (1, "Tables and pictures"),
        (2, "A long table"),
        (2, "Pictures"),
        (1, "Key terms"),
        (2, "Names"),
    ]


def test_the_contents_name_the_pages_of_the_headings(hostile: Read) -> None:
    expected = [f"{title} {page}" for level, title, page in hostile.headings() if level < 3]
    contents = re.sub(r"(?: \.)+ ", " ", hostile.pages[1])
    assert contents == f"Contents {' '.join(expected)} page 2 of {len(hostile.pages)}"


def test_each_chapter_begins_a_page_and_the_next_ones_bear_its_name(hostile: Read) -> None:
    chapters = [(title, page) for level, title, page in hostile.headings() if level == 1]
    assert [hostile.pages[page - 1].startswith(title) for title, page in chapters] == [True] * 3
    tables = chapters[1][1]
    assert hostile.pages[tables].startswith("The committee Tables and pictures")


@pytest.mark.parametrize(
    ("note", "call"),
    [
        ("First note, slanted.", "A called note."),
        ("Its second paragraph.", "A called note."),
        ("Second note.", "innermost"),
        ("Third note.", "A box"),
        ("Fourth note.", "noted"),
        ("Fifth note.", "A caption."),
    ],
)
def test_each_note_stands_once_on_the_page_of_its_call(note: str, call: str, hostile: Read) -> None:
    assert hostile.text.count(note) == 1
    assert hostile.page_with(note) == hostile.page_with(call)


def test_notes_of_headings_stand_once_too() -> None:
    html = read("# Title[^a]\n\n## Section[^b]\n\n" + "word " * 1500 + "\n\n[^a]: Note A.\n\n[^b]: Note B.")[1]
    made = Read(make(html, notes=2))
    assert [made.text.count(note) for note in ("1Note A.", "2Note B.")] == [1, 1]
    assert "1Note A. 2Note B." in made.pages[2]
    assert "The committee Title word" in made.pages[3]


def test_each_link_inside_lands_on_a_page(hostile: Read) -> None:
    pages = {page.objgen for page in hostile.pdf.pages}
    targets = [target for page in hostile.pdf.pages for target in inner_links(page, hostile.pdf)]
    assert len(targets) > 20
    assert {target.objgen for target in targets} <= pages


def inner_links(page: pikepdf.Page, pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The pages that a page's links lead to."""
    names: Mapping[str, Any] = {}
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        tree = pikepdf.NameTree(pdf.Root.Names.Dests)
        names = {str(name): tree[name] for name in tree}
    annotations: Any = page.obj.get("/Annots") or []
    for link in annotations:
        action: Any = link.get("/A", {})
        if action.get("/S") == "/URI":
            assert str(action.URI).startswith("https://www.example.org/")
            continue
        target = link.get("/Dest", action.get("/D"))
        place = target if isinstance(target, pikepdf.Array) else names[str(target)]
        yield (place if isinstance(place, pikepdf.Array) else place.D)[0]


def test_mentions_become_the_pages_of_the_sections(hostile: Read) -> None:
    pages = {title: page for _, title, page in reversed(hostile.headings())}
    assert [pages["Names"], pages['Notes & "names"'], pages["Pictures"]] == [3, 3, hostile.page_with("Pictures")]
    assert f"What they are. Mentioned on p. 3, {pages['Pictures']} page" in hostile.text


def test_references_name_their_page(hostile: Read) -> None:
    table = next(page for _, title, page in hostile.headings() if title == "A long table")
    assert f"Back to the notes (p. 3); then to the tables (p. {table})." in hostile.text


def test_a_long_table_repeats_its_head(hostile: Read) -> None:
    pages = [text for text in hostile.pages if re.search(r"row\d+ cell", text)]
    assert len(pages) == 3
    assert [text.count("Row head Said") for text in pages] == [1] * len(pages)
    assert [len(re.findall(rf"\brow{row} cell", hostile.text)) for row in range(100)] == [1] * 100


def test_a_box_longer_than_a_page_goes_on(hostile: Read) -> None:
    assert [hostile.text.count(f"Boxed paragraph {number}.") for number in range(80)] == [1] * 80


@pytest.mark.parametrize(
    "words",
    [
        *("שלום", "Ελλάδα", "Україна", "محمد", "Nguyễn", "deepest", "Boxed words.", "Unfolded words.", "Print words."),
        'def code(x): return "#x"',
    ],
)
def test_its_words_read_back(words: str, hostile: Read) -> None:
    assert hostile.text.count(words) + hostile.text.count(words[::-1]) == 1  # right to left, as some readers give it


def test_every_block_that_a_chapter_can_hold_is_printed() -> None:
    html = read(EVERYTHING)[1]
    made = Read(make(html, picture=a_png()))
    text = " ".join(made.pages[2:])
    words = re.findall(r"\w+", unescape(re.sub(r"<[^>]*>", " ", html)))
    assert len(words) > 100
    assert [word for word in words if word not in text] == []
    for phrase in ("H2O, m3", "longword", "base(reading)", "“outer ‘inner’”", "☐ open task", "☒ done task", "e. fifth"):
        assert phrase in text
    assert made.alternatives() == ["Figure picture", "Sized picture", "Second picture", "Drawing"]


def test_a_rule_is_drawn_and_is_nothing_to_a_screen_reader() -> None:
    without, made = (Read(make(f'<h1 id="t">T</h1><p>A</p>{rule}<p>B</p>')) for rule in ("", "<hr>"))
    kinds = [[str(tag.get("/S")) for tag in tags(each.pdf.Root.StructTreeRoot)] for each in (without, made)]
    assert kinds[0] == kinds[1]
    lines = [
        sum(str(part.operator) == "S" for part in pikepdf.parse_content_stream(each.pdf.pages[2]))
        for each in (without, made)
    ]
    assert lines[1] == lines[0] + 1


def test_what_is_for_the_screen_is_not_printed(hostile: Read) -> None:
    assert "Screen words." not in hostile.text


def test_long_addresses_are_printed_whole(hostile: Read) -> None:
    together = hostile.text.replace(" ", "")
    assert together.count(URL) == 3  # the link that is its address, the code and the plain word
    assert f"words({URL.removeprefix('https://')})" in together


@pytest.mark.parametrize("words", LITERALS)
def test_text_prints_as_written(words: str, literal: Read) -> None:
    for form in ("Heading {} end", "Text {} end", "{} begins", "{} item", "{} head", "{} cell"):
        assert form.format(words) in literal.text
    assert words in literal.alternatives()
    assert words in literal.pages[0]
    assert any(words in title for _, title, _ in literal.headings())


@pytest.mark.parametrize(
    ("html", "picture", "message", "place"),
    [
        ('<p><img src="a.png" alt="A."></p>', b"\x89PNG\r\n\x1a\nbroken", "failed to decode image", "x.md:two"),
        ('<p><img src="a.png" alt="A."></p>', b"no picture", "unknown image format", "x.md:two"),
        ('<p><img src="a.png" alt=""></p>', a_png(), "missing alt text", "x.md:two"),
        ('<h4 id="four">Four</h4>', b"", "skipped from heading level 2 to 4", "x.md:four"),
        ("<p>ረ</p>", b"", 'the text "ረ" could not be displayed', "x.md:two"),
    ],
)
def test_what_cannot_be_set_is_told_with_its_section(html: str, picture: bytes, message: str, place: str) -> None:
    with pytest.raises(OutputError, match=re.escape(message)) as caught:
        make(f'<h1 id="t">T</h1><h2 id="one">One</h2><p>A.</p><h2 id="two">Two</h2>{html}', picture=picture)
    assert caught.value.place == place
    assert "PDF/UA" not in str(caught.value)
    assert "`" not in str(caught.value)


def test_what_is_wrong_on_the_title_page_has_no_section() -> None:
    with pytest.raises(OutputError) as caught:
        make('<h1 id="t">T</h1>', replace(COVER, title="ረ"))
    assert caught.value.place in {"", "x.md:t"}


def test_an_open_check_gives_the_page_of_its_box() -> None:
    box = '<div class="admonition check" id="check:1"><p class="admonition-title">Check</p><p>Boxed.</p></div>'
    listed = '<ul class="guide-editor-notes"><li><p><a href="../x/#check:1">One</a></p><p>Boxed.</p></li></ul>'
    for before in range(30, 40):  # wherever the page ends
        lines = "".join(f"<p>Line {number}.</p>" for number in range(before))
        html = f'<h1 id="t">T</h1><h2 id="one">One</h2>{lines}{box}{lines}'
        pages = [a_page("x", html), a_page("y", f'<h1 id="y">Y</h1>{listed}')]
        made = Read(make_handout(pages, COVER, DAY, lambda address: b"", 0))
        page = next(number for number, text in enumerate(made.pages, 1) if "Check Boxed." in text)
        assert f"One (p. {page}) Boxed." in made.text


def test_a_lost_note_is_an_error() -> None:
    html = read("# T\n\nA call.[^a]\n\n[^a]: A note.")[1]
    with pytest.raises(OutputError, match="holds 1 notes, and the site calls 2: one got lost"):
        make(html, notes=2)


def test_the_notes_of_a_heading_are_no_part_of_its_words_elsewhere() -> None:
    markdown = "# T[^1][^2]\n\n## **Two[^3]** and *more*[^1]\n\nA call.[^2]\n\n[^1]: One.\n[^2]: Two.\n[^3]: Three."
    made = Read(make(read(markdown)[1], notes=5))
    assert [title for _, title, _ in made.headings()] == ["T", "Two and more"]
    assert re.sub(r"[ .]+", " ", made.pages[1]) == "Contents T 3 Two and more 3 page 2 of 3"
    assert "T1,2 Two3 and more4" in made.pages[2]


def test_what_is_wrong_before_a_chapter_s_first_heading_is_told_of_that_chapter() -> None:
    pages = [
        a_page("one", '<h1 id="t">One</h1><h2 id="last">Last</h2><p>A.</p>'),
        a_page("two", '<p><img src="a.png" alt=""></p><h1 id="t">Two</h1>'),
    ]
    with pytest.raises(OutputError, match="missing alt text") as caught:
        make_handout(pages, COVER, DAY, lambda address: a_png(), 0)
    assert caught.value.place == "two.md"


@pytest.mark.parametrize(
    ("html", "letters"),
    [("<p>In ረ and ረቘ</p>", "ረቘ"), ("<h2>ቘ &amp; x</h2>", "ቘ"), ("<p>x\u0de0</p>", "\u0de0")],
)
def test_the_letters_that_no_font_has_are_known(html: str, letters: str) -> None:
    with pytest.raises(OutputError) as caught:
        make(f'<h1 id="t">T</h1>{html}')
    assert caught.value.letters == letters
    assert caught.value.picture == ""


def test_the_picture_that_cannot_be_read_is_known() -> None:
    html = '<h1 id="t">T</h1><p><img src="a.png" alt="A."></p><p><img src="../b%20b.jpg" alt="B."></p>'
    pictures = {"x/a.png": a_png(), "b%20b.jpg": a_png()[:40]}
    with pytest.raises(OutputError) as caught:
        make_handout([a_page("x", html)], COVER, DAY, pictures.__getitem__, 0)
    assert caught.value.picture == "b%20b.jpg"
    assert caught.value.letters == ""


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.GIF", "a.webp", "a"])
def test_a_picture_is_printed_whatever_its_name_says(name: str) -> None:
    made = Read(make(f'<h1 id="t">T</h1><p><img src="{name}" alt="A."></p>', picture=a_png()))
    assert made.alternatives() == ["A."]


def test_a_drawing_is_printed_though_a_long_remark_stands_before_it() -> None:
    drawing = f'<?xml version="1.0"?><!-- {"x" * 5000} --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    made = Read(make('<h1 id="t">T</h1><p><img src="a.SVG" alt="A."></p>', picture=drawing.encode()))
    assert made.alternatives() == ["A."]


def a_call(number: int) -> str:
    reference = f'<a class="footnote-ref" href="#fn:{number}" role="doc-noteref">{number}</a>'
    return f'<sup id="fnref:{number}">{reference}</sup>'


def notes_of(count: int) -> str:
    notes = (f'<li id="fn:{number}"><p>Note {number}: <a href="#t">T</a></p></li>' for number in range(1, count + 1))
    return f'<section role="doc-endnotes"><ol>{"".join(notes)}</ol></section>'


@pytest.mark.parametrize("lines", range(35, 41))
def test_a_rule_may_stand_above_notes_at_the_foot_of_a_page(lines: int) -> None:
    text = "<p>Line</p>" * lines + f"<p>A{a_call(1)}.</p><hr><p>B{a_call(2)}.</p>" + "<p>Line</p>" * 20
    made = Read(make(f'<h1 id="t">T</h1>{text}{notes_of(2)}', notes=2))
    assert "Note 1:" in made.text
    assert "Note 2:" in made.text


@pytest.mark.parametrize(
    ("head", "first", "repeated", "notes"),
    [
        ('Go <a href="https://a.example/">there</a>.is', "Go there (a.example).is", "Go there (a.example).is", 0),
        ('<a class="guide-term" href="#x">Ozone</a>', "Ozone", "Ozone", 0),
        ('<strong>See <a href="#x">X</a></strong>', "See X (p. 3)", "See X", 0),
        (f"Said{a_call(1)}", "Said1", "Said", 1),
        (f"<p>Said{a_call(1)}</p><p>Done</p>", "Said1 Done", "Said Done", 1),
    ],
)
def test_a_head_with_a_link_or_a_note_is_repeated_without(head: str, first: str, repeated: str, notes: int) -> None:
    """A repeated head is an artifact, and none may hold links: ISO 14289-1, 7.1."""
    rows = "".join(f"<tr><td>row{number}</td><td>y</td></tr>" for number in range(60))
    table = f"<table><thead><tr><th>{head}</th><th>Other</th></tr></thead><tbody>{rows}</tbody></table>"
    made = Read(make(f'<h1 id="t">T</h1><h2 id="x">X</h2>{table}{notes_of(notes) if notes else ""}', notes=notes))
    assert f"{first} Other row0" in made.pages[2]
    assert f"{repeated} Other row" in made.pages[3]
    assert made.text.count("Note 1:") == notes


def test_a_table_s_foot_stands_at_its_end_alone() -> None:
    rows = "".join(f"<tr><td>row{number}</td></tr>" for number in range(60))
    foot = '<tfoot><tr><td><a href="https://a.example/">Sum</a></td></tr></tfoot>'
    made = Read(make(f'<h1 id="t">T</h1><table><thead><tr><th>H</th></tr></thead><tbody>{rows}</tbody>{foot}</table>'))
    assert made.text.count("Sum") == 1
    assert "row59 Sum (a.example)" in made.text


# Tables


def markdown_table(*rows: list[str]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def overlaps(page: pikepdf.Page) -> list[tuple[float, float]]:
    """The ends of runs of text that run over the next one of their line, in points."""
    runs = sorted(boxes_of_text(page), key=lambda run: (round(run[2]), run[0]))
    return [
        (first[1], second[0])
        for first, second in pairwise(runs)
        if abs(first[2] - second[2]) < 1 and first[1] > second[0] + 1  # the parts of a broken word may be kerned
    ]


LONG = ["internationalisation", "responsibilities", "implementation", "Verfassungsgericht", "123456789012345678"]


@pytest.mark.parametrize(("columns", "turned"), [(2, False), (5, False), (9, True), (14, True)])
@pytest.mark.parametrize("place", ["{}", "- item\n\n    {}", '!!! note "Box"\n    {}'])
def test_a_wide_table_is_shrunk_or_turned_and_runs_over_nothing(columns: int, turned: bool, place: str) -> None:
    rows = [[LONG[(row + column) % len(LONG)] for column in range(columns)] for row in range(4)]
    table = place.format(markdown_table(*rows).replace("\n", "\n    " if " " in place else "\n"))
    made = Read(make(read(f"# T\n\n{table}\n\nBehind it.")[1]))
    pages = list(made.pdf.pages)[2:]
    assert [overlaps(page) for page in pages] == [[]] * len(pages)
    assert any(width > height for width, height in map(size_of, pages)) is (turned and place == "{}")
    assert all(0 < run[0] <= run[1] < size_of(page)[0] for page in pages for run in boxes_of_text(page))
    together = re.sub(r"[-\s\u00ad\u2010]", "", made.text)
    assert [together.count(word) for word in LONG] == [
        sum(row.count(word) for row in rows) for word in LONG
    ] or turned  # by lines, the words of neighbours that break stand between their parts


def test_a_turned_table_goes_on_under_its_head_and_has_its_notes() -> None:
    rows = [[f"{LONG[column % 5]}{column}" for column in range(9)], *([f"row{row}"] * 9 for row in range(80))]
    rows[1][1] = "noted[^n]"
    made = Read(make(read(f"# T\n\n{markdown_table(*rows)}\n\n[^n]: Beside it.")[1], notes=1))
    assert [len(re.findall(rf"\brow{row}\b", made.text)) for row in range(1, 80)] == [9] * 79
    assert "Beside it." in made.text
    turned = [text for text, page in zip(made.pages, made.pdf.pages, strict=True) if size_of(page)[0] > 800]
    assert len(turned) > 1
    assert all("implementation2" in text.replace(" ", "") for text in turned)


@pytest.mark.parametrize("setting", ["", "page", "follow"])
def test_the_headings_above_a_turned_table_stand_on_its_page(setting: str) -> None:
    table = markdown_table(*[[LONG[column % 5] for column in range(9)]] * 3)
    html = read(f"# Tall\n\n{table}\n\nBetween.\n\n## High {{#high}}\n\n### Low {{#low}}\n\n{table}\n\n[Low](#low).")[1]
    made = Read(make(html, replace(COVER, chapters=setting)))
    assert made.headings() == [(1, "Tall", 3), (2, "High", 5), (3, "Low", 5)]
    assert [size_of(page)[0] > size_of(page)[1] for page in made.pdf.pages] == [False, False, True, False, True, False]
    assert "Low (p. 5)" in made.text


@pytest.mark.parametrize("lead", range(0, 30, 3))
def test_no_row_is_torn_so_that_its_end_stands_alone(lead: int) -> None:
    items = "".join(
        f'<li><h3 id="e{number}">Begin{number}</h3><p class="guide-date">{2000 + number}</p><p>{"word " * 100}</p>'
        f"<p>Who: one.</p><p>End{number}.</p></li>"
        for number in range(8)
    )
    rows = markdown_table(["A", "B"], *([f"Start{row} {'word ' * 90}", f"Last{row}"] for row in range(8)))
    html = f'<h2 id="d">D</h2>{"<p>Line.</p>" * lead}<ol class="guide-timeline">{items}</ol>{read(rows)[1]}'
    made = Read(make(f'<h1 id="t">T</h1>{html}'))
    for first, last in (("Begin", "End"), ("Start", "Last")):
        for number in range(8):
            assert made.page_with(f"{first}{number} word") == made.page_with(f"{last}{number}")


@pytest.mark.parametrize("lead", range(14, 42, 3))
def test_the_end_of_a_long_event_stands_alone_on_no_page(lead: int) -> None:
    texts = (f"<p>{'word ' * 370}Last1.</p>", f"<p>{'word ' * 330}</p><p>Last2 {'word ' * 60}</p>")
    items = "".join(
        f'<li><h3 id="e{number}">Begin</h3><p class="guide-date">2000</p>{text}<p>Who: one.</p><p>End{number}.</p></li>'
        for number, text in enumerate(texts, 1)
    )
    html = f'<h2 id="d">D</h2>{"<p>Line.</p>" * lead}<ol class="guide-timeline">{items}</ol>'
    made = Read(make(f'<h1 id="t">T</h1>{html}'))
    assert made.page_with("Last1") == made.page_with("End1")
    assert made.page_with("Last2") == made.page_with("End2")


def test_a_row_that_is_longer_than_a_page_is_printed_whole() -> None:
    made = Read(
        make(f'<h1 id="t">T</h1><table><tr><td>{"".join(f"<p>Part{n}.</p>" for n in range(90))}</td></tr></table>')
    )
    assert [made.text.count(f"Part{number}.") for number in range(90)] == [1] * 90


def test_a_drawing_higher_than_a_page_is_made_to_fit() -> None:
    drawing = '<svg viewBox="0 0 360 2000" aria-label="Axis"><path d="M0 0V2000" stroke="#000"/></svg>'
    made = Read(make(f'<h1 id="t">T</h1>{drawing}<p>Behind it.</p>'))
    heights = [height for page in list(made.pdf.pages)[2:] for height in heights_of_lines(page)]
    assert max(heights) - min(heights) > 600
    assert min(heights) > 60  # above the lower margin


# Chapters


def chapters(setting: str, *lines: int) -> Read:
    """Chapters A, B, … of so many paragraphs of a line."""
    pages = [
        a_page(name, f'<h1 id="t">Chapter {name}</h1>{"".join(f"<p>{name}{line}.</p>" for line in range(count))}')
        for name, count in zip("ABCDEFG", lines, strict=False)
    ]
    return Read(make_handout(pages, replace(COVER, chapters=setting), DAY, lambda address: b"", 0))


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", [3, 3, 4, 5]),  # behind 5 lines there is room; behind 5 and 20 there is not, nor behind 30
        ("page", [3, 4, 5, 6]),
        ("follow", [3, 3, 3, 4]),
    ],
)
def test_a_chapter_follows_where_half_a_page_is_empty_or_as_set(setting: str, expected: list[int]) -> None:
    made = chapters(setting, 5, 20, 30, 3)
    assert [page for _, _, page in made.headings()] == expected
    assert [made.text.count(f"{name}{line}.") for name, line in (("A", 4), ("B", 19), ("C", 29), ("D", 2))] == [1] * 4


LOOKED_UP = (
    '<div class="guide-key-term"><p>Term.</p></div>',
    '<ol class="guide-timeline"><li><p class="guide-date">1989</p><p>Event.</p></li></ol>',
    '<ul class="guide-bibliography"><li>Source.</li></ul>',
)


@pytest.mark.parametrize(
    ("setting", "long", "expected"),
    [("", True, [3, 4, 5, 6, 6]), ("follow", True, [3, 3, 3, 3, 3]), ("", False, [3, 3, 3, 3, 3])],
)
def test_what_readers_look_up_begins_a_page_of_a_long_handout(
    setting: str, long: bool, expected: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyguide.outputs.pdf.document._LONG", 50 if long else 100)
    texts = ("<p>Text.</p>", *LOOKED_UP, "<p>Text.</p>")  # with their titles 57 letters
    pages = [a_page(f"{number}", f'<h1 id="t">Title</h1>{text}') for number, text in enumerate(texts)]
    made = Read(make_handout(pages, replace(COVER, chapters=setting), DAY, lambda address: b"", 0))
    assert [page for _, _, page in made.headings()] == expected


def test_the_first_chapter_does_not_follow_the_contents() -> None:
    assert [page for _, _, page in chapters("follow", 1).headings()] == [3]


def test_the_running_head_names_the_chapter_at_the_head_of_the_page() -> None:
    made = chapters("", 50, 3)
    assert [page for _, _, page in made.headings()] == [3, 4]
    assert made.pages[2].startswith("Chapter A A0.")
    assert made.pages[3].startswith("The committee Chapter A A")


# The quick reference


REFERENCE = QuickReference(
    terms=tuple((f"Term {number}", f"Meaning {number} of #it *all*, in a line.") for number in range(60)),
    events=tuple((f"{1990 + number}", f"Event @{number} of a long title that goes on") for number in range(30)),
    questions=(("", tuple((f"({number})", f"Who pays for ${number}?") for number in range(12))),),
)


def sizes_of_text(made: Read) -> set[float]:
    """The type sizes of a PDF, in points."""
    instructions = (each for page in made.pdf.pages for each in pikepdf.parse_content_stream(page))
    return {round(float(each.operands[1]), 2) for each in instructions if str(each.operator) == "Tf"}


def feet_of_columns(page: pikepdf.Page) -> tuple[float, float]:
    """The height of the last line of the left and of the right column, above the foot of the page."""
    middle = size_of(page)[0] / 2
    runs = [run for run in boxes_of_text(page) if run[2] > 45]
    return min(run[2] for run in runs if run[0] < middle), min(run[2] for run in runs if run[0] > middle)


@pytest.mark.parametrize(
    ("terms", "words", "pages"),
    # In 9 points, a column has some 73 lines of 11 words, and half a line between two terms.
    [(1, 3, 1), (12, 5, 1), (40, 12, 1), (60, 8, 1), (40, 60, 2), (60, 50, 3), (100, 60, 5)],
)
def test_the_quick_reference_is_as_short_as_it_can_be_read_and_balanced(terms: int, words: int, pages: int) -> None:
    named = tuple((f"Term {number}", "word " * words) for number in range(terms))
    made = Read(make_quick_reference(replace(REFERENCE, terms=named, events=REFERENCE.events[:8]), COVER, DAY))
    assert len(made.pages) == pages
    assert min(sizes_of_text(made)) >= 9
    last = list(made.pdf.pages)[-1]
    left, right = feet_of_columns(last)
    item = 12 * 1.3 * (1 + words / 7) + 40  # an entry and a heading, of the largest type
    assert abs(left - right) <= item


def test_the_type_is_as_large_as_the_pages_allow() -> None:
    few = replace(REFERENCE, terms=REFERENCE.terms[:5], events=(), questions=())
    sizes = [max(sizes_of_text(Read(make_quick_reference(each, COVER, DAY)))) for each in (few, REFERENCE)]
    assert sizes[0] == pytest.approx(12 * 1.7)
    assert sizes[1] < sizes[0]


@pytest.mark.parametrize("terms", range(30, 60, 3))
def test_what_is_measured_is_what_is_printed(terms: int) -> None:
    """One column that is higher than measured would leave a page with a line or two."""
    words = " ".join(f"word{number}" for number in range(9))
    named = tuple((f"Term {number}", words) for number in range(terms))
    asked = tuple(
        (f"{number}.", f"Who {'pays for that which all of them said ' * 2}in {number}?") for number in range(1, 13)
    )
    made = Read(make_quick_reference(replace(REFERENCE, terms=named, questions=(("", asked),)), COVER, DAY))
    feet = [foot for page in made.pdf.pages for foot in feet_of_columns(page)]
    assert len(made.pages) <= 2
    assert abs(feet[-1] - feet[-2]) < 60


def test_an_empty_quick_reference_is_its_title() -> None:
    made = Read(make_quick_reference(QuickReference((), (), ()), COVER, DAY))
    assert made.pages[0].startswith("A hostile guide Quick reference")


def test_no_heading_of_the_quick_reference_stands_at_a_column_s_foot() -> None:
    for terms in range(20, 60, 13):
        named = tuple((f"Term {number}", "word " * 60) for number in range(terms))
        made = Read(make_quick_reference(replace(REFERENCE, terms=named), COVER, DAY))
        assert "Timeline 1990." in made.text
        assert re.search(r"Questions a resolution should answer (page .*?)?\(0\) Who", made.text)


def test_the_quick_reference_holds_everything() -> None:
    made = Read(make_quick_reference(REFERENCE, COVER, DAY))
    assert made.handout.pages == len(made.pages) == 1
    for words in [f"{name}. {meaning}" for name, meaning in (*REFERENCE.terms, *REFERENCE.events)]:
        assert words in made.text
    for mark, question in REFERENCE.questions[0][1]:
        assert f"{mark} {question}" in made.text
    assert [title for _, title, _ in made.headings()] == [
        "Key terms",
        "Timeline",
        "Questions a resolution should answer",
    ]


def test_without_questions_there_is_no_heading_for_them() -> None:
    made = Read(make_quick_reference(replace(REFERENCE, questions=()), COVER, DAY))
    assert [title for _, title, _ in made.headings()] == ["Key terms", "Timeline"]


def test_pandoc_s_own_words_are_told_where_it_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_arguments: object) -> str:
        raise PandocError("heap exhausted")

    monkeypatch.setattr("studyguide.outputs.pdf.typst_writer.run_pandoc", stop)
    with pytest.raises(OutputError, match="heap exhausted"):
        make("<p>A text that nobody printed before.</p>")
