"""Tests of authoring.documents.sources.chapter_sources: an essay in APA style, whose citations stand in its text."""

from studyguide.authoring.documents.outline.chapters import Chapter
from studyguide.authoring.documents.sources.chapter_sources import with_citations_in_text
from studyguide.authoring.documents.sources.source_reading import SourceReader
from studyguide.authoring.documents.text.blocks import Blocks, Heading, ListBlock, Paragraph, Quotation, Table
from studyguide.authoring.documents.text.runs import Run, plain
from tests.authoring.documents.references.writing import text_of

LISTED = (
    Paragraph(text_of("Adeyemi, T. (2019). Climate migration. *Journal of Refugee Studies*, *32*(3), 401–420.")),
    Paragraph(text_of("World Bank. (2021). *Fragility*. https://www.worldbank.org/en/topic/fragility")),
)


def reader() -> SourceReader:
    sources = SourceReader({}, "essay.docx", "en")
    assert sources.read_bibliography(LISTED) == ()
    return sources


def cited(sources: SourceReader, *blocks: Blocks) -> Chapter:
    (chapter,) = with_citations_in_text([Chapter(None, None, sum(blocks, ()))], sources)
    return chapter


def test_a_citation_in_a_paragraph_names_its_source() -> None:
    sources = reader()
    (block,) = cited(sources, (Paragraph((Run("Rains fail (Adeyemi, 2019, p. 405)."),)),)).blocks
    assert isinstance(block, Paragraph)
    assert [run.text for run in block.text] == ["Rains fail", "", "."]
    assert sources.cited(block.text[1]) == "[@adeyemi2019climate, p. 405]"
    assert [item.text for item in sources.listed] == ["(Adeyemi, 2019, p. 405)"]


def test_lists_tables_and_quotations_are_looked_at_too() -> None:
    line = Paragraph(text_of("It is so (World Bank, 2021)."))
    table = Table((), (((line,), ()),))
    blocks = cited(reader(), (ListBlock(((line,),)), table, Quotation((line,)))).blocks
    assert all("cited=(CitedItem(id='worldbank2021fragility'" in repr(block) for block in blocks)


def test_the_row_that_a_program_calls_the_head_of_a_table_is_looked_at_too() -> None:
    cell = (Paragraph(text_of("It is so (World Bank, 2021).")),)
    (table,) = cited(reader(), (Table(((cell, cell),), ((cell, cell),)),)).blocks
    assert isinstance(table, Table)
    assert table.head == table.rows != ((cell, cell),)


def test_headings_stay() -> None:
    heading = Heading(2, text_of("What the report says (World Bank, 2021)"))
    assert cited(reader(), (heading,)).blocks == (heading,)


def test_what_fits_no_source_is_told() -> None:
    sources = reader()
    paragraph = Paragraph(text_of("Nobody knows (Smith, 2004)."))
    assert cited(sources, (paragraph,)).blocks == (paragraph,)
    told = [finding for finding in sources.findings if "does not list" in finding.words]
    assert [finding.printed for finding in told] == ["(Smith, 2004)"]


def test_a_short_note_that_fits_no_source_is_told() -> None:
    sources = reader()
    notes = {1: text_of("Smith 12."), 2: text_of("Adeyemi 12."), 3: text_of("A remark on the weather.")}
    assert {number: note.markdown for number, note in sources.read_notes(notes).items()} == {
        2: "[@adeyemi2019climate, 12]"
    }
    assert [finding.printed for finding in sources.findings if finding.printed == plain(notes[1])] == ["Smith 12."]


def test_numbers_lead_to_the_items_of_a_numbered_list() -> None:
    sources = SourceReader({}, "essay.docx", "en")
    assert sources.read_bibliography((ListBlock(tuple((item,) for item in LISTED), ordered=True),)) == ()
    (block,) = cited(sources, (Paragraph(text_of("It is so [2, p. 4].")),)).blocks
    assert isinstance(block, Paragraph)
    assert sources.cited(block.text[1]) == "[@worldbank2021fragility, p. 4]"


def test_a_raised_number_is_listed_with_the_word_before_it() -> None:
    sources = SourceReader({}, "essay.docx", "en")
    sources.read_bibliography((ListBlock(tuple((item,) for item in LISTED), ordered=True),))
    cited(sources, (Paragraph((Run("The treaty"), Run("2", superscript=True), Run(" says so."))),))
    assert [item.text for item in sources.listed if item.kind == "citation in the text"] == ["treaty2"]
