"""Tests of authoring.documents.sources.source_reading: references to one source, and what a chair corrects of it."""

import pytest

from studyguide.authoring.documents.findings import Risk
from studyguide.authoring.documents.overrides import Kind, Override
from studyguide.authoring.documents.sources.source_book import BookSource
from studyguide.authoring.documents.sources.source_reading import SourceReader
from studyguide.authoring.documents.text.blocks import Heading, Paragraph
from studyguide.authoring.documents.text.runs import Run
from studyguide.diagnostics.diagnostic import Location
from tests.authoring.documents.references.writing import text_of

POOR = "Early warning 2021 - Sahel Alliance. www.sahel.example/early-warning-21/."
FULL = "Okafor, Ada, et al. “Early warning 2021.” Sahel Alliance, 4 Sept. 2022, www.sahel.example/early-warning-21/."


def read(*notes: str, overrides: tuple[Override, ...] = ()) -> SourceReader:
    sources = SourceReader({}, "guide.docx", "en", overrides)
    sources.read_notes({number: text_of(note) for number, note in enumerate(notes, 1)})
    sources.write_free()
    return sources


def only(sources: SourceReader) -> BookSource:
    (source,) = sources.book
    return source


def correction(printed: str, **fields: str) -> tuple[Override, ...]:
    return (Override(Location("import/overrides.yaml", 4, 3), Kind.SOURCE, printed, fields=fields),)


def test_the_fuller_of_two_references_stays_wherever_it_stands() -> None:
    expected = {
        "author": "Okafor, Ada and others",
        "title": "Early warning 2021",
        "organization": "Sahel Alliance",
        "date": "2022-09-04",
        "url": "https://www.sahel.example/early-warning-21/",
    }
    assert only(read(POOR, FULL)).source.fields == expected
    assert only(read(FULL, POOR)).source.fields == expected


def test_both_wordings_stand_above_the_entry_and_are_told() -> None:
    longer = f"“Early warning 2021 in the Sahel.” {POOR.partition(' - ')[2]}"
    sources = read(longer, FULL)
    entry = only(sources).entry(is_cited=True)
    assert entry.startswith(f"% As printed: {FULL}\n% As printed: {longer}\n@online{{")
    (finding,) = sources.findings
    assert finding.risk is Risk.WRONG_FIELD
    assert "They differ in title." in finding.words


def test_a_gap_is_filled_by_the_poorer_reference() -> None:
    sources = read(
        "Okafor, Ada. “Early warning in the Sahel.” Sahel Alliance, 2022.",
        "“Early warning in the Sahel.” Sahel Alliance, www.sahel.example/early.",
    )
    fields = only(sources).source.fields
    assert (fields["author"], fields["date"]) == ("Okafor, Ada", "2022")
    assert fields["url"] == "https://www.sahel.example/early"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("https://www.icrc.org/en/document/landmines_now/", r"{icrc.org/en/document/landmines\_now}"),
        ("https://doi.org/10.1000/182", "{10.1000/182}"),
    ],
)
def test_a_source_without_a_name_is_called_by_its_address(printed: str, title: str) -> None:
    sources = read(printed)
    assert only(sources).source.fields["title"] == title
    (finding,) = sources.findings
    assert finding.words.startswith("There is an address alone")


def test_an_address_alone_adds_nothing() -> None:
    sources = read("https://www.sahel.example/early-warning-21/", FULL)
    assert only(sources).printed == (FULL,)
    assert [(finding.risk, finding.words) for finding in sources.findings] == [(Risk.READ_BY_RULES, "")]


def test_the_same_words_twice_are_no_doubt() -> None:
    sources = read(FULL, FULL)
    assert only(sources).printed == (FULL,)
    assert [finding.risk for finding in sources.findings] == [Risk.READ_BY_RULES]


def test_a_short_form_names_the_author_of_the_fuller_reference() -> None:
    sources = SourceReader({}, "guide.docx", "en")
    notes = {number: text_of(text) for number, text in enumerate((POOR, FULL, "Okafor et al., 12."), 1)}
    markdown = [note.markdown for note in sources.read_notes(notes).values()]
    assert markdown[2] == f"{markdown[0][:-1]}, 12]"


def test_a_correction_may_name_any_wording_of_a_source() -> None:
    for printed in (POOR, FULL):
        sources = read(POOR, FULL, overrides=correction(printed, title="Early warning"))
        assert only(sources).source.fields["title"] == "Early warning"
        assert only(sources).source.fields["date"] == "2022-09-04"
        assert printed in sources.printed


def test_a_corrected_source_is_neither_told_nor_marked() -> None:
    sources = read(POOR, FULL, overrides=correction(POOR, title="Early warning"))
    assert only(sources).printed == ()
    assert sources.findings == []


def test_what_a_correction_leaves_out_keeps_its_value_and_an_empty_one_goes() -> None:
    sources = SourceReader({}, "guide.docx", "en", correction(FULL, type="report", author="{La Moncloa}", date=""))
    assert sources.read_bibliography((Paragraph(text_of(FULL)),)) == ()
    sources.write_free()
    source = only(sources).source
    assert source.type == "report"
    assert source.fields == {
        "author": "{La Moncloa}",
        "title": "Early warning 2021",
        "organization": "Sahel Alliance",
        "url": "https://www.sahel.example/early-warning-21/",
    }
    assert [item.text for item in sources.listed] == [FULL]


def test_a_line_that_the_bibliography_prints_twice_is_listed_once() -> None:
    sources = SourceReader({}, "guide.docx", "en")
    assert sources.read_bibliography((Paragraph(text_of(FULL)), Paragraph(text_of(FULL)))) == ()
    sources.write_free()
    assert only(sources).printed == (FULL,)
    assert [item.text for item in sources.listed] == [FULL]


def test_a_line_with_a_note_of_its_own_stays_on_the_page_as_well() -> None:
    sources = SourceReader({}, "guide.docx", "en")
    noted = (*text_of(FULL), Run("", note=1))
    heading, page = (*text_of("In print"), Run("", note=2)), Paragraph((*text_of(POOR), Run("\n"), *noted))
    alone = Paragraph((Run("", note=3),))
    kept = (Paragraph(heading), Paragraph(noted), alone)
    assert sources.read_bibliography((Heading(2, heading), page, alone)) == kept
    sources.write_free()
    assert len(only(sources).printed) == 2


@pytest.mark.parametrize("dashes", ["———.", "---.", "_____.", "—."])
def test_dashes_stand_for_the_author_of_the_reference_before(dashes: str) -> None:
    sources = SourceReader({}, "guide.docx", "en")
    lines = ("Brady, Ann. *A Rise*. Cambridge: Polity, 2010.", f"{dashes} *A Power*. Cambridge: Polity, 2017.")
    sources.read_bibliography(tuple(Paragraph(text_of(line)) for line in lines))
    assert [source.source.fields["author"] for source in sources.book] == ["Brady, Ann", "Brady, Ann"]
