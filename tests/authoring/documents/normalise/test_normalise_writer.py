"""Tests of normalising an .odt: what pandoc reads is what is printed, and what is left out is listed."""

import json
from html import escape

import pytest

from studyguide.authoring.documents.files.inventory import words_of
from studyguide.authoring.documents.text.blocks import Paragraph, Picture, texts
from studyguide.authoring.documents.text.runs import CitedItem, Run, plain
from tests.authoring.documents import building as word
from tests.authoring.documents import building_odt as writer
from tests.authoring.documents.pandoc_content import content_of, held, lines, listed, normalised

ODT = "guide.odt"
SHAPE = f"<draw:custom-shape>{writer.paragraph('In the box.')}<draw:enhanced-geometry/></draw:custom-shape>"
BOX = writer.text_box(writer.paragraph("In the box."))


@pytest.mark.parametrize("box", [BOX, SHAPE])
def test_a_text_box_stands_behind_its_paragraph(box: str) -> None:
    document = writer.odt(writer.paragraph("Before ", box, "and after."), writer.paragraph("Next."))
    assert lines(document, ODT) == ["Before and after.", "In the box.", "Next."]
    assert held(normalised(document, ODT).inventory, "text box") == ["In the box."]


def test_a_box_that_hangs_on_the_page_is_read_in_its_place() -> None:
    assert lines(writer.odt(BOX, writer.paragraph("Next.")), ODT) == ["In the box.", "Next."]


def test_a_picture_in_a_box_keeps_its_caption_and_its_text() -> None:
    box = writer.text_box(writer.paragraph(writer.picture("dot.png", "A Dot of UNICEF"), "Figure 1: a dot"))
    result = normalised(writer.odt(writer.paragraph(box), media={"dot.png": word.PIXEL}), ODT)
    picture = Picture("Pictures/dot.png", "A Dot of UNICEF")
    assert content_of(result).blocks == (Paragraph((Run("Figure 1: a dot"),)), picture)
    assert [(item.text, item.name) for item in result.inventory.of("picture")] == [
        ("A Dot of UNICEF", "Pictures/dot.png")
    ]


def test_the_title_page_and_tabs_stay() -> None:
    body = [writer.paragraph("My topic", style="TitleParagraph"), writer.paragraph("\tJune 1971\tA treaty.")]
    assert lines(writer.odt(*body), ODT) == ["My topic", "June 1971\tA treaty."]


def test_a_tab_in_a_span_sets_a_line_in_if_no_text_is_before_it() -> None:
    set_in = writer.paragraph(writer.span("\t", "Bold"), "Set in.")
    within = writer.paragraph(writer.span("June", "Bold"), writer.span("\t", "Italic"), "A treaty.")
    assert lines(writer.odt(set_in, within), ODT) == ["Set in.", "June\tA treaty."]


def test_hidden_text_is_left_out_and_listed() -> None:
    section = '<text:section text:name="S" text:display="none"><text:p>A section.</text:p></text:section>'
    document = writer.odt(
        writer.paragraph("Shown ", writer.span("secret ", "Hidden"), writer.hidden("field"), "text."), section
    )
    assert lines(document, ODT) == ["Shown text."]
    assert listed(normalised(document, ODT), "hidden text") == ["secret", "A section.", "field"]


def test_tracked_changes_are_accepted_and_listed_with_their_authors() -> None:
    document = writer.odt(
        writer.paragraph("We ", writer.inserted("strongly "), writer.deleted(), "urge."),
        changes=[writer.change(1, "insertion"), writer.change(2, "deletion", "do not")],
    )
    result = normalised(document, ODT)
    assert lines(document, ODT) == ["We strongly urge."]
    assert [(item.kind, item.text, item.place, item.name) for item in result.listed] == [
        ("insertion", "strongly", "paragraph 1 (“We strongly urge.”)", "A. Reviewer"),
        ("deletion", "do not", "paragraph 1 (“We strongly urge.”)", "A. Reviewer"),
    ]


def test_comments_headers_and_footers_are_listed() -> None:
    document = writer.odt(
        writer.paragraph("A claim", writer.comment("Says who?"), "."), headers=["PSMUN"], footers=["Page"]
    )
    result = normalised(document, ODT)
    assert lines(document, ODT) == ["A claim."]
    assert [(item.kind, item.text) for item in result.listed] == [
        ("comment", "Says who?"),
        ("header", "PSMUN"),
        ("footer", "Page"),
    ]


INLINE = "reference-mark date page-number placeholder user-defined meta title ruby sequence text-input note-ref"


@pytest.mark.parametrize("element", INLINE.split())
def test_what_fields_print_is_read(element: str) -> None:
    field = f"<text:{element}>Text</text:{element}>"
    assert lines(writer.odt(writer.paragraph("Before. ", field, " after.")), ODT) == ["Before. Text after."]


def test_a_reading_above_a_word_stands_behind_it_in_brackets() -> None:
    ruby = "<text:ruby><text:ruby-base>国</text:ruby-base><text:ruby-text>guó</text:ruby-text></text:ruby>"
    assert lines(writer.odt(writer.paragraph("Before ", ruby, " after.")), ODT) == ["Before 国 (guó) after."]


INNER = writer.table(["A", "B"])
LIST = writer.bullets("A", "B")
ROWS = "".join(
    f"<table:table-row><table:table-cell>{writer.paragraph(text)}</table:table-cell></table:table-row>" for text in "AB"
)
BLOCKS = {
    "numbered": '<text:numbered-paragraph><text:p>A</text:p></text:numbered-paragraph><text:p>B</text:p>',
    "section": writer.section(writer.paragraph("A"), writer.paragraph("B")),
    "rows": f"<table:table><table:table-column/><table:table-rows>{ROWS}</table:table-rows></table:table>",
    "nested": writer.table([INNER]),
    "list": LIST,
}  # fmt: skip


@pytest.mark.parametrize("block", list(BLOCKS))
def test_blocks_are_read_wherever_they_stand(block: str) -> None:
    assert lines(writer.odt(BLOCKS[block]), ODT) == ["A", "B"]


@pytest.mark.parametrize("inside", [INNER, LIST])
def test_lists_and_tables_in_notes_are_read(inside: str) -> None:
    note = writer.note(1, writer.paragraph("First.") + inside)
    result = normalised(writer.odt(writer.paragraph("Text.", note)), ODT)
    blocks = content_of(result).notes[1]
    assert [block.text[0].text for block in blocks if isinstance(block, Paragraph)] == ["First.", "A", "B"]
    assert held(result.inventory, "footnote") == ["First.\nA\nB"]


def test_a_list_of_contents_is_left_out() -> None:
    made = writer.contents("History\t3", "Solutions\t12")
    typed = [writer.paragraph(line) for line in ("Inhaltsverzeichnis", "Geschichte ........ 3", "Lösungen ........ 12")]
    result = normalised(writer.odt(writer.paragraph("Contents"), made, *typed, writer.paragraph("Text.")), ODT)
    assert [block.text[0].text for block in content_of(result).blocks if isinstance(block, Paragraph)] == ["Text."]
    expected = words_of(["Contents History 3 Solutions 12 Inhaltsverzeichnis Geschichte 3 Lösungen 12"])
    assert words_of(listed(result, "contents list")) == expected


ITEM = {"citationItems": [{"id": 1, "uris": ["u"], "itemData": {"title": "The law", "type": "book"}, "locator": "4"}]}
NAME = escape(f"ZOTERO_ITEM CSL_CITATION {json.dumps(ITEM)} RNDa1b2c3", quote=True)
FIELD = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"
CODE = escape(f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(ITEM)}", quote=True)
MARKS = [
    f'<text:reference-mark-start text:name="{NAME}"/>(Doe, <text:span>p. 4</text:span>)'
    f'<text:reference-mark-end text:name="{NAME}"/>',
    f'<f:fieldmark-start xmlns:f="{FIELD}"><f:param f:value="{CODE}"/></f:fieldmark-start>'
    f'(Doe, p. 4)<f:fieldmark-end xmlns:f="{FIELD}"/>',
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_citation_of_zotero_names_its_source(mark: str) -> None:
    result = normalised(writer.odt(writer.paragraph("See ", mark, ".")), ODT)
    (block,) = content_of(result).blocks
    citation = Run("(Doe, p. 4)", cited=(CitedItem("source-1", "", ", p. 4"),))
    assert block == Paragraph((Run("See "), citation, Run(".")))
    assert [source.record.fields["title"] for source in result.sources.values()] == ["The law"]


def test_a_mark_of_writers_own_bibliography_holds_its_source() -> None:
    fields = 'text:identifier="Doe19" text:author="Doe, Jane" text:title="The law" text:year="2019" text:url="https://example.org"'
    mark = f'<text:bibliography-mark text:bibliography-type="www" {fields}>[Doe19]</text:bibliography-mark>'
    entry = writer.paragraph("Doe19: Doe, Jane, The law, 2019")
    title = f"<text:index-title>{writer.paragraph('Sources')}</text:index-title>"
    index = f"<text:bibliography><text:index-body>{title}{entry}</text:index-body></text:bibliography>"
    result = normalised(writer.odt(writer.paragraph("See ", mark), index), ODT)
    (block,) = content_of(result).blocks
    assert block == Paragraph((Run("See "), Run("[Doe19]", cited=(CitedItem("source-1"),))))
    (source,) = result.sources.values()
    fields_read = [source.record.fields[name] for name in ("author", "date")]
    assert (source.record.type, *fields_read) == ("online", "Doe, Jane", "2019")
    assert listed(result, "list of sources") == ["Sources", "Doe19: Doe, Jane, The law, 2019"]


NESTED = writer.paragraph("outer box ", writer.text_box(writer.paragraph("inner box"))) + writer.table(["bt1", "bt2"])
EVERYTHING = writer.odt(
    writer.paragraph("Title", style="TitleParagraph"),
    writer.table([writer.paragraph("Outer.") + writer.table(["i1", "i2"]) + writer.paragraph("End."), "b"], ["c", "d"]),
    writer.table([writer.bullets("i1", "i2"), writer.heading("h")], ["e", "f"], head=True),
    writer.paragraph("A ", writer.text_box(NESTED), " tail"),
    writer.paragraph("Multi", writer.note(1, writer.paragraph("first") + writer.bullets("l1", "l2")), " end"),
    f"<text:p><draw:g>{SHAPE}<draw:rect>{writer.paragraph('rect')}</draw:rect></draw:g>beside</text:p>",
    '<text:p>a<text:s text:c="3"/>b <text:bookmark-start text:name="q"/>mark<text:bookmark-end/></text:p>',
    f'<text:p><text:span text:style-name="Bold">bold {writer.span("both", "Italic")}</text:span>tail</text:p>',
)  # fmt: skip


def test_no_word_is_lost_between_the_document_and_pandoc() -> None:
    result = normalised(EVERYTHING, ODT)
    content = content_of(result)
    blocks = [block for note in content.notes.values() for block in note]
    assert words_of(plain(text) for text in texts([*content.blocks, *blocks])) == result.inventory.words()


def test_a_table_without_rows_is_no_table() -> None:
    assert lines(writer.odt("<table:table><table:table-column/></table:table>", writer.paragraph("Text.")), ODT) == [
        "Text."
    ]
