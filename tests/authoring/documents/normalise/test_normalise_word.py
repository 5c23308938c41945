"""Tests of normalising a .docx: what pandoc reads is what is printed, and what is left out is listed."""

import pytest

from studyguide.authoring.documents.files.inventory import words_of
from studyguide.authoring.documents.text.blocks import Heading, ListBlock, Paragraph, Picture, Quotation, Table, texts
from studyguide.authoring.documents.text.runs import plain
from tests.authoring.documents import building as word
from tests.authoring.documents.pandoc_content import content_of, held, lines, listed, normalised

WATERMARK = '<w:r><w:pict><v:shape><v:textpath string="Draft"/></v:shape></w:pict></w:r>'
BOX = word.text_box(word.paragraph("In the box."), word.paragraph("Its second line."))


@pytest.mark.parametrize("with_fallback", [True, False])
def test_a_text_box_stands_behind_its_paragraph(with_fallback: bool) -> None:
    box = word.text_box(word.paragraph("In the box."), with_fallback=with_fallback)
    document = word.docx(word.paragraph("Before ", box, "and after."), word.paragraph("Next."))
    assert lines(document) == ["Before and after.", "In the box.", "Next."]
    assert held(normalised(document).inventory, "text box") == ["In the box."]


def test_boxes_of_one_paragraph_keep_their_order_also_in_a_cell() -> None:
    other = word.text_box(word.paragraph("The other box."))
    document = word.docx(word.table([word.paragraph("Cell.", BOX, other), "B"], ["C", "D"]))
    assert lines(document)[:4] == ["Cell.", "In the box.", "Its second line.", "The other box."]


def test_the_title_page_stays_in_the_text() -> None:
    styles = ("Title", "Subtitle", "Date")
    assert lines(word.docx(*(word.paragraph(style, style=style) for style in styles))) == list(styles)


def test_tabs_are_told_from_blanks_but_for_those_that_set_a_line_in() -> None:
    assert lines(word.docx(word.paragraph("\tJune 1971\tA treaty."))) == ["June 1971\tA treaty."]


@pytest.mark.parametrize(("free", "row"), [("Before", ["", "Monday", "Vote"]), ("After", ["Monday", "Vote", ""])])
@pytest.mark.parametrize("is_first", [True, False])
def test_columns_that_a_row_leaves_free_are_empty_cells(free: str, row: list[str], is_first: bool) -> None:
    full = ["Nine", "Debate", "Talk"]
    short = word.table(["Monday", "Vote"]).partition("<w:tr>")[2].partition("</w:tr>")[0]
    short = f'<w:trPr><w:grid{free} w:val="1"/></w:trPr>{short}'
    whole = word.table(full)
    if is_first:
        xml, rows = whole.replace("<w:tr>", f"<w:tr>{short}</w:tr><w:tr>"), [row, full]
    else:
        xml, rows = whole.replace("</w:tr>", f"</w:tr><w:tr>{short}</w:tr>"), [full, row]
    (table,) = content_of(normalised(word.docx(xml))).blocks
    assert isinstance(table, Table)
    assert [["".join(plain(text) for text in texts(cell)) for cell in each] for each in table.rows] == rows


def test_hidden_text_is_left_out_and_listed() -> None:
    style = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
    document = word.docx(
        word.paragraph("Shown ", word.run("secret", hidden=True), "text."),
        word.paragraph("All hidden.", style="H"),
        styles=style,
    )
    assert lines(document) == ["Shown text."]
    assert listed(normalised(document), "hidden text") == ["secret", "All hidden."]


def test_tracked_changes_are_accepted_and_listed_with_their_authors() -> None:
    document = word.docx(word.paragraph("We ", word.inserted("strongly "), word.deleted("do not "), "urge."))
    result = normalised(document)
    assert lines(document) == ["We strongly urge."]
    assert listed(result, "insertion") == ["strongly"]
    assert listed(result, "deletion") == ["do not"]
    assert {item.name for item in result.listed} == {"A. Reviewer"}
    assert {item.place for item in result.listed} == {"paragraph 1 (“We strongly urge.”)"}


def test_moved_text_is_where_it_was_moved_to() -> None:
    moved = word.run("Moved.")
    gone, come = f'<w:moveFrom w:id="1">{moved}</w:moveFrom>', f'<w:moveTo w:id="2">{moved}</w:moveTo>'
    assert lines(word.docx(word.paragraph("A.", gone), word.paragraph("B. ", come))) == ["A.", "B. Moved."]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    end = '<w:pPr><w:rPr><w:del w:id="3" w:author="A" w:date="2024-01-01T00:00:00Z"/></w:rPr></w:pPr>'
    first = word.paragraph("One ").replace("<w:p>", f"<w:p>{end}")
    assert lines(word.docx(first, word.paragraph("sentence."))) == ["One sentence."]


def test_a_deleted_row_is_left_out() -> None:
    table = word.table(["A", "B"], ["C", "D"]).replace("<w:tr><w:tc>", "<w:tr><w:trPr/><w:tc>", 1)
    row = table.replace("<w:trPr/>", '<w:trPr><w:del w:id="4" w:author="A" w:date="2024-01-01T00:00:00Z"/></w:trPr>')
    assert lines(word.docx(row)) == ["C", "D"]


def test_comments_headers_and_footers_are_listed_with_their_places() -> None:
    document = word.docx(
        word.paragraph("The ", word.commented(0, "claim"), " stands."),
        comments=["Says who?"],
        headers=["PSMUN 2024", "PSMUN 2024"],
        footers=[word.paragraph("Page", WATERMARK)],
    )
    result = normalised(document)
    assert lines(document) == ["The claim stands."]
    assert [(item.kind, item.text, item.place) for item in result.listed] == [
        ("comment", "Says who?", "paragraph 1 (“The claim stands.”)"),
        ("header", "PSMUN 2024", "at the top of pages"),
        ("footer", "Page\nDraft", "at the foot of pages"),
    ]


WRAPPED = [
    word.content_control("Text."),
    word.simple_field("PAGE", "Text."),
    word.field("REF _Ref1 \\h", "Text."),
    f"<w:smartTag>{word.run('Text.')}</w:smartTag>",
    f'<w:dir w:val="rtl">{word.run("Text.")}</w:dir>',
    f'<w:customXml w:element="x">{word.run("Text.")}</w:customXml>',
    word.link("https://example.org", "Text."),
    word.field('HYPERLINK "https://example.org"', "Text."),
    word.field("IF 1 = 1", word.field("REF x", "Text.")),
]


@pytest.mark.parametrize("inside", WRAPPED)
def test_text_is_read_whatever_stands_around_it(inside: str) -> None:
    document = word.docx(word.paragraph("Before. ", inside), footnotes=[word.paragraph(inside)])
    assert lines(document) == ["Before. Text."]


def test_controls_around_paragraphs_and_rows_are_read() -> None:
    table = word.table(["A", "B"])
    row = table.replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>").replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>")
    assert lines(word.docx(word.content_control(word.paragraph("P.")), row)) == ["P.", "A", "B"]


def test_a_run_with_a_whole_field_is_taken_apart() -> None:
    marks = ("begin", "separate", "end")
    begin, separate, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in marks)
    run = f"<w:r><w:rPr><w:b/></w:rPr>{begin}<w:instrText>SEQ Figure</w:instrText>{separate}<w:t>7</w:t>{end}</w:r>"
    assert lines(word.docx(word.paragraph("Figure ", run, ": a map."))) == ["Figure 7: a map."]


CONTENTS = ["Introduction\t3", "History\t12"]
GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'


def anchored(text: str) -> str:
    """A line of contents as Google Docs writes it."""
    return word.paragraph(f'<w:hyperlink w:anchor="_heading=h.1">{word.run(text)}</w:hyperlink>')


@pytest.mark.parametrize(
    "body",
    [
        [word.paragraph(line, style="TOC1") for line in CONTENTS],
        [word.paragraph(word.field("TOC \\o", "Introduction\t3")), word.paragraph("History\t12", style="TOC1")],
        [word.content_control(*(word.paragraph(line, style="TOC1") for line in CONTENTS))],
        [word.content_control(*map(word.paragraph, CONTENTS)).replace("<w:sdtPr/>", f"<w:sdtPr>{GALLERY}</w:sdtPr>")],
        [anchored(line) for line in CONTENTS],
        [word.paragraph(line) for line in CONTENTS],
        [word.paragraph(line.replace("\t", " ........ ")) for line in CONTENTS],
    ],
)
@pytest.mark.parametrize("heading", ["Table of Contents", "SOMMAIRE", "Índice", "Inhaltsverzeichnis:"])
def test_a_list_of_contents_is_left_out_with_its_heading(body: list[str], heading: str) -> None:
    result = normalised(word.docx(word.paragraph(heading), *body, word.paragraph("Text in 1990")))
    assert result.listed[0].text == heading
    assert words_of(listed(result, "contents list")) == words_of([heading, "Introduction History 3 12"])
    assert held(result.inventory, "paragraph")[-1] == "Text in 1990"
    assert [plain_text(block) for block in content_of(result).blocks] == ["Text in 1990"]


def plain_text(block: object) -> str:
    assert isinstance(block, Paragraph)
    return "".join(run.text for run in block.text)


def test_lines_with_the_pages_of_headings_below_are_a_list_of_contents() -> None:
    contents = [word.paragraph("1.\tHistory\t2"), word.paragraph("2.\tThe law\t3")]
    figures = [word.paragraph("Norway\t48\t90"), word.paragraph("Kenya\t1\t4")]
    headings = [word.paragraph(word.run(text, bold=True)) for text in ("1. History", "2. The law")]
    document = word.docx(*contents, headings[0], *figures, headings[1])
    assert lines(document) == ["1. History", "Norway\t48\t90", "Kenya\t1\t4", "2. The law"]
    assert listed(normalised(document), "contents list") == ["1.\tHistory\t2", "2.\tThe law\t3"]


@pytest.mark.parametrize(
    ("pages", "are_taken"),
    [
        (["Page 1", "Page 2 of 9", "page 5"], True),
        (["1 | Page", "2 | Page"], True),
        (["- 3 -", "- 4 -"], True),
        (["Página 2", "Pág. 3"], True),
        (["Page 4"], False),
        (["Page 4", "Page 2"], False),
        (["See page 4", "See page 5"], False),
    ],
)
def test_numbers_of_pages_that_were_typed_are_left_out(pages: list[str], are_taken: bool) -> None:
    document = word.docx(*(word.paragraph(each) for page in pages for each in ("Text.", page)))
    assert listed(normalised(document), "page number") == (pages if are_taken else [])
    assert lines(document) == [each for page in pages for each in ("Text.", *([] if are_taken else [page]))]


def test_a_timeline_is_no_list_of_contents() -> None:
    events = ["1945\tThe Charter.", "1990\tThe Summit of 1990", "The fund has grown since 1991"]
    assert lines(word.docx(word.heading("Timeline"), *map(word.paragraph, events))) == ["Timeline", *events]


@pytest.mark.parametrize(
    ("first", "heads"),
    [(["A", "B"], 0), ([word.paragraph(word.run("A", bold=True)), word.paragraph(word.run("B", bold=True))], 1)],
)
def test_a_first_row_is_a_head_if_it_is_marked_or_bold(first: list[str], heads: int) -> None:
    (table,) = content_of(normalised(word.docx(word.table(first, ["C", "D"])))).blocks
    assert isinstance(table, Table)
    assert len(table.head) == heads
    assert len(table.rows) == 2 - heads


def test_only_what_is_quoted_or_set_in_on_both_sides_is_a_quotation() -> None:
    both = word.paragraph("Both.").replace("<w:p>", '<w:p><w:pPr><w:ind w:left="720" w:right="720"/></w:pPr>')
    blocks = content_of(
        normalised(word.docx(word.paragraph("In.", indent=720), word.paragraph("“Quoted.”", indent=720), both))
    ).blocks
    assert [type(block) for block in blocks] == [Paragraph, Quotation]
    assert len(blocks[1].blocks if isinstance(blocks[1], Quotation) else ()) == 2


def test_an_item_in_the_second_style_of_a_list_is_below_the_first() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="L{number}"><w:name w:val="List Bullet{name}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr></w:style>'
        for number, name in ((1, ""), (2, " 2"))
    )
    items = [word.paragraph(text, style=style) for text, style in (("A", "L1"), ("B", "L2"), ("C", "L1"))]
    (block,) = content_of(normalised(word.docx(*items, styles=styles))).blocks
    assert isinstance(block, ListBlock)
    first, second = block.items
    assert [type(inner) for inner in first] == [Paragraph, ListBlock]
    assert [plain(text) for text in texts((*first, *second))] == ["A", "B", "C"]


@pytest.mark.parametrize("is_layout", [True, False])
def test_a_column_of_chapters_is_no_table(*, is_layout: bool) -> None:
    names = ["Introduction", "Key Terms"] if is_layout else ["Rivers", "Wells"]
    rows = [
        [cell] for name in names for cell in (word.heading(name), word.paragraph("Text.") + word.paragraph("More."))
    ]
    blocks = content_of(normalised(word.docx(word.table(*rows)))).blocks
    assert any(isinstance(block, Table) for block in blocks) is not is_layout
    assert sum(isinstance(block, Heading) for block in blocks) == 2 * is_layout


def test_the_inventory_counts_what_the_document_holds() -> None:
    inventory = normalised(
        word.docx(
            word.heading("Introduction"),
            word.paragraph("Text.", word.footnote_reference(1), word.endnote_reference(1)),
            word.table(["A", "B"], ["C", ""]),
            word.paragraph(word.picture("dot.png", "A dot")),
            word.paragraph(word.picture("far.png", "Far", address="https://example.org/far.png")),
            footnotes=["A note."],
            endnotes=["The end."],
            media={"dot.png": word.PIXEL},
        )
    ).inventory
    assert held(inventory, "paragraph") == ["Introduction", "Text.", "A", "B", "C"]
    assert held(inventory, "table row") == ["A\nB", "C"]
    assert held(inventory, "footnote") == ["A note."]
    assert held(inventory, "endnote") == ["The end."]
    pictures = [(item.text, item.name) for item in inventory.of("picture")]
    assert pictures == [("A dot", "word/media/dot.png"), ("Far", "https://example.org/far.png")]
    assert inventory.words() == words_of(["introduction text a b c a note the end"])


def test_art_readings_and_soft_hyphens_are_read_as_they_look() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="Crisis 2024"/></v:shape></w:pict></w:r>'
    ruby = f"<w:r><w:ruby><w:rt>{word.run('guó')}</w:rt><w:rubyBase>{word.run('国')}</w:rubyBase></w:ruby></w:r>"
    hyphen = "<w:r><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>"
    document = word.docx(word.paragraph("Before.", art), word.paragraph(ruby), word.paragraph(hyphen))
    assert lines(document) == ["Before.", "Crisis 2024", "国 (guó)", "cooperation"]


def test_a_chart_is_listed_with_its_words() -> None:
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="media:chart1.xml"/>'
    drawing = f"<w:r><w:drawing><a:graphic><a:graphicData>{chart}</a:graphicData></a:graphic></w:drawing></w:r>"
    words = '<x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Cases</a:t><a:t>per year</a:t></x>'
    result = normalised(word.docx(word.paragraph("Text.", drawing), media={"chart1.xml": words.encode()}))
    assert [(item.kind, item.text, item.place, item.name) for item in result.listed] == [
        ("object", "Cases per year", "paragraph 1 (“Text.”)", "chart")
    ]


INNER = word.table(["i1", "i2"], ["i3", "i4"])
EVERYTHING = word.docx(
    word.paragraph("Title", style="Title"),
    word.table([word.paragraph("Outer.") + INNER + word.paragraph("End."), "b"], ["c", "d"]),
    word.table([word.paragraph("i1", numbering=word.BULLETS), word.paragraph("h", style="Heading1")], ["e", "f"]),
    word.paragraph("one", numbering=word.NUMBERS),
    word.paragraph("two", numbering=word.NUMBERS, level=1),
    word.paragraph("A ", word.text_box(word.paragraph("box ", word.text_box(word.paragraph("in a box")))), " tail"),
    word.table([word.paragraph("cell", word.footnote_reference(1)), "z"], ["y", "w"]),
    word.paragraph("Both", word.footnote_reference(2), word.endnote_reference(1)),
    word.paragraph(word.picture("dot.png", "A dot")),
    word.paragraph("A caption", style="Caption"),
    word.paragraph(word.run("CAPITALS", capitals=True), " ", word.run("bonjour", language="fr-FR")),
    word.paragraph(word.run("note ", superscript=True), "no note"),
    footnotes=[word.paragraph("first") + word.table(["t1", "t2"]), word.paragraph("second", numbering=word.BULLETS)],
    endnotes=[word.paragraph("last ", word.text_box(word.paragraph("boxed")))],
    media={"dot.png": word.PIXEL},
)  # fmt: skip


def test_no_word_is_lost_between_the_document_and_pandoc() -> None:
    result = normalised(EVERYTHING)
    content = content_of(result)
    blocks = [block for note in content.notes.values() for block in note]
    assert words_of(plain(text) for text in texts([*content.blocks, *blocks])) == result.inventory.words()


def test_a_chart_that_has_a_picture_for_older_programs_is_that_picture() -> None:
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="x"/>'
    choice = f'<mc:Choice Requires="cx1"><w:drawing><a:graphic>{chart}</a:graphic></w:drawing></mc:Choice>'
    inside = word.picture("dot.png", "Cases").removeprefix("<w:r>").removesuffix("</w:r>")
    run = f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r>"
    blocks = content_of(normalised(word.docx(word.paragraph("Text.", run), media={"dot.png": word.PIXEL}))).blocks
    assert blocks[1] == Picture("media/dot.png", "Cases")


def test_a_large_first_letter_is_part_of_its_word() -> None:
    letter = word.paragraph("T").replace("<w:p>", '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>')
    result = normalised(word.docx(letter, word.paragraph("he committee.")))
    assert held(result.inventory, "paragraph") == ["The committee."]
    assert [plain_text(block) for block in content_of(result).blocks] == ["The committee."]


def test_a_sign_of_a_note_is_no_text() -> None:
    mark = word.footnote_reference(1).replace('w:id="1"/>', 'w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>')
    assert lines(word.docx(word.paragraph("A claim", mark, "."), footnotes=["A note."])) == ["A claim."]


def test_nothing_is_run_or_fetched() -> None:
    fields = (
        word.field('DDEAUTO cmd "/c calc"', "shown"),
        word.field('INCLUDEPICTURE "http://localhost:9/a.png"', " and this"),
    )
    far = word.picture("far.png", "Far away", address="http://localhost:9/far.png")
    result = normalised(word.docx(word.paragraph(*fields), word.paragraph(far)))
    assert [plain_text(block) for block in content_of(result).blocks] == ["shown and this"]
    assert [item.name for item in result.inventory.of("picture")] == ["http://localhost:9/far.png"]
