"""Pandoc's JSON becomes blocks; expected by hand from pandoc-types' definition."""

from pathlib import Path
from typing import Any

import pytest

from studyguide.authoring.documents.citations.cited import citation_address
from studyguide.authoring.documents.files.package import Document, open_document
from studyguide.authoring.documents.reading.pandoc_reader import content_of, read_with_pandoc
from studyguide.authoring.documents.text.blocks import Heading, ListBlock, Paragraph, Picture, Quotation, Table, texts
from studyguide.authoring.documents.text.merged_cells import with_filled_cells
from studyguide.authoring.documents.text.runs import CitedItem, Run, plain
from studyguide.authoring.refused import RefusedError

SAMPLES = Path(__file__).parents[1] / "samples"


def _words(words: str) -> list[dict[str, Any]]:
    return [{"t": "Str", "c": words}]


def _paragraph(*inlines: dict[str, Any]) -> dict[str, Any]:
    return {"t": "Para", "c": list(inlines)}


def test_neighbours_that_look_alike_are_one_run() -> None:
    content = content_of(
        {"blocks": [_paragraph(*_words("a"), {"t": "Space"}, {"t": "Strong", "c": _words("b")}, *_words("c"))]}
    )
    assert content.blocks == (Paragraph((Run("a "), Run("b", bold=True), Run("c"))),)


def test_looks_within_looks_add_up() -> None:
    inner = {"t": "Emph", "c": _words("x")}
    content = content_of({"blocks": [_paragraph({"t": "Strong", "c": [{"t": "Superscript", "c": [inner]}]})]})
    assert content.blocks == (Paragraph((Run("x", bold=True, italic=True, superscript=True),)),)


def test_a_link_of_google_docs_leads_to_its_page_and_is_not_underlined() -> None:
    address = "https://www.google.com/url?q=https://www.theglobalfund.org/en/malaria/&sa=D&source=editors&usg=AOv"
    underlined = {"t": "Underline", "c": _words("Fund")}
    content = content_of({"blocks": [_paragraph({"t": "Link", "c": [["", [], []], [underlined], [address, ""]]})]})
    assert content.blocks == (Paragraph((Run("Fund", address="https://www.theglobalfund.org/en/malaria/"),)),)


def test_a_note_has_its_number_by_the_place_of_its_reference() -> None:
    first = {"t": "Note", "c": [_paragraph(*_words("First."))]}
    second = {"t": "Note", "c": [_paragraph(*_words("Second."))]}
    content = content_of({"blocks": [_paragraph(*_words("A"), first), _paragraph(*_words("B"), second)]})
    assert content.blocks == (Paragraph((Run("A"), Run("", note=1))), Paragraph((Run("B"), Run("", note=2))))
    assert content.notes == {1: (Paragraph((Run("First."),)),), 2: (Paragraph((Run("Second."),)),)}


def test_a_citation_keeps_its_printed_words_and_names_its_sources() -> None:
    item = CitedItem("k1", "see", ", p. 4")
    link = {"t": "Link", "c": [["", [], []], _words("Smith 2019"), [citation_address((item,)), ""]]}
    assert content_of({"blocks": [_paragraph(link)]}).blocks == (Paragraph((Run("Smith 2019", cited=(item,)),)),)


def test_a_picture_in_a_paragraph_stands_behind_it() -> None:
    image = {"t": "Image", "c": [["", [], []], _words("A map"), ["media/image1.png", ""]]}
    content = content_of({"blocks": [_paragraph(*_words("Text"), image)]})
    assert content.blocks == (Paragraph((Run("Text"),)), Picture("media/image1.png", "A map"))


def test_a_figure_gives_its_picture_the_caption() -> None:
    image = {"t": "Image", "c": [["", [], []], [], ["media/image1.png", ""]]}
    caption = [None, [_paragraph(*_words("Map 1"))]]
    figure = {"t": "Figure", "c": [["", [], []], caption, [{"t": "Plain", "c": [image]}]]}
    assert content_of({"blocks": [figure]}).blocks == (Picture("media/image1.png", "", (Run("Map 1"),)),)


def test_lists_and_quotations_nest() -> None:
    item = [{"t": "Plain", "c": _words("One")}]
    numbered = {"t": "OrderedList", "c": [[3, {"t": "LowerAlpha"}, {"t": "OneParen"}], [item]]}
    content = content_of({"blocks": [{"t": "BlockQuote", "c": [numbered]}]})
    one = (Paragraph((Run("One"),)),)
    assert content.blocks == (Quotation((ListBlock((one,), ordered=True, start=3, style="LowerAlpha"),)),)


def test_cells_stay_in_their_columns_where_others_span_rows_and_columns() -> None:
    def cell(words: str, height: int = 1, width: int = 1) -> list[Any]:
        return [["", [], []], {"t": "AlignDefault"}, height, width, [_paragraph(*_words(words))]]

    rows = [[cell("a", 2), cell("b", 1, 2), cell("c")], [cell("d"), cell("e", 2), cell("f", 2)], [cell("g", 1, 2)]]
    body = [["", [], []], 0, [], [[["", [], []], row] for row in rows]]
    (table,) = content_of({"blocks": [{"t": "Table", "c": [[], [None, []], [], [[], []], [body], [[], []]]}]}).blocks
    assert isinstance(table, Table)
    read = [["".join(map(plain, texts(inside))) for inside in row] for row in table.rows]
    assert read == [["a", "b", "", "c"], ["", "d", "e", "f"], ["g", "", "", ""]]
    (filled,) = with_filled_cells([table])
    assert isinstance(filled, Table)
    read = [["".join(map(plain, texts(inside))) for inside in row] for row in filled.rows]
    assert read == [["a", "b", "", "c"], ["a", "d", "e", "f"], ["g", "", "e", "f"]]


@pytest.mark.parametrize("name", ["styled", "google", "zotero"])
def test_a_document_of_each_program_is_read_by_pandoc(name: str) -> None:
    content = read_with_pandoc(open_document(SAMPLES / f"{name}.docx"))
    assert len(content.notes) == 44
    assert sum(isinstance(block, Heading) for block in content.blocks) == 60
    (table,) = (block for block in content.blocks if isinstance(block, Table))
    assert len(table.rows) + len(table.head) == 14
    (picture,) = (block for block in content.blocks if isinstance(block, Picture))
    assert picture.target == "media/image1.png"
    assert "DATE" in [plain(text) for text in texts(content.blocks)]


def test_what_pandoc_cannot_read_is_refused_in_one_line() -> None:
    document = Document(Path("guide.odt"), "odt", {"content.xml": b"<x/>"})
    with pytest.raises(RefusedError, match="The text of the file cannot be read") as refused:
        read_with_pandoc(document)
    assert "\n" not in str(refused.value)
