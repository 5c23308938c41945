"""Tests of notes that are typed as text: each reference gets the text of its number, and nothing else is a note."""

import pytest

from studyguide.authoring.documents.normalise.typed_notes import (
    Line,
    Piece,
    Place,
    TypedNote,
    find_typed_notes,
    numbers_without_notes,
)
from studyguide.authoring.documents.text.blocks import Block, Paragraph
from tests.authoring.documents import building as word
from tests.authoring.documents import building_odt as writer
from tests.authoring.documents.pandoc_content import content_of, normalised


def line(text: str, *, is_small: bool = False) -> Line:
    """A paragraph, of which what stands between stars is superscript: `A claim.*1* More.`."""
    pieces = (Piece(piece, is_superscript=number % 2 == 1) for number, piece in enumerate(text.split("*")))
    return Line(tuple(piece for piece in pieces if piece.text), is_small)


def pairs(*lines: Line) -> list[tuple[int, int, int]]:
    """The number of each note, with the lines of its reference and of its text."""
    return [(note.text.number, note.reference.line, note.text.line) for note in find_typed_notes(lines)]


def test_a_number_that_begins_a_line_is_the_text_of_the_same_number_above() -> None:
    lines = [line("A.*1* B.*2*"), line("*1* First."), line("*2* Second."), line("C.*3*"), line("*3* Third.")]
    assert pairs(*lines) == [(1, 0, 1), (2, 0, 2), (3, 3, 4)]


def test_numbers_may_begin_anew_on_each_page_or_stand_all_at_the_end() -> None:
    assert pairs(line("A.*1*"), line("*1* First."), line("B.*1*"), line("*1* Other.")) == [(1, 0, 1), (1, 2, 3)]
    assert pairs(line("A.*1*"), line("B.*2*"), line("Notes"), line("*1* First."), line("*2* Second.")) == [
        (1, 0, 3),
        (2, 1, 4),
    ]


def test_one_line_may_hold_several_notes_and_one_number_several_references() -> None:
    notes = find_typed_notes([line("A.*1,2*"), line("*1* First. *2* Second.")])
    assert [(note.reference, note.text) for note in notes] == [
        (Place(0, 1, 1), Place(1, 0, 1)),
        (Place(0, 1, 2), Place(1, 2, 2)),
    ]


def test_small_letters_tell_a_plain_number_and_the_rest_of_a_note() -> None:
    lines = [line("A.*1*"), line("1 First,", is_small=True), line("p. 4.", is_small=True), line("B.")]
    assert find_typed_notes(lines) == [TypedNote(Place(0, 1, 1), Place(1, 0, 1), (2,))]
    assert pairs(line("A.*1*"), line("1 First.")) == []


@pytest.mark.parametrize(
    "lines",
    [
        [line("An area of 5 km*2* and more."), line("*2* Second.")],
        [line("The 20*th* century."), line("*th* century")],
        [line("A.*1*"), line("*1*")],
        [line("A claim."), line("*1* without a reference")],
        [line("A.*2*"), line("*1* First.")],
    ],
)
def test_other_numbers_are_no_notes(lines: list[Line]) -> None:
    assert pairs(*lines) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A claim.*7*", [7]),
        ("Claims.*7, 8* The first note again.*1*", [7, 8, 1]),
        ("*4* A text of no reference.", [4]),
        ("A claim.⁷ An area of 5 km².", [7]),
        ("In 2015*9* 10*6* m*3* stood at x*2*.", [9]),
        ("The 20*th* century.", []),
    ],
)
def test_a_raised_number_without_a_note_is_found(text: str, numbers: list[int]) -> None:
    lines = [line("A first claim.*1*"), line("*1* Its note."), line(text)]
    found = numbers_without_notes(lines, find_typed_notes(lines))
    assert [(place.line, place.number) for place in found] == [(2, number) for number in numbers]


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """Paragraphs as text, with the numbers of their notes in brackets."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    return ["".join(f"[{run.note}]" if run.note else run.text for run in block.text).strip() for block in paragraphs]


def raised(number: str) -> str:
    return word.run(number, superscript=True)


def test_typed_notes_of_a_word_document_become_real_ones() -> None:
    document = word.docx(
        word.paragraph("A claim.", raised("1"), " Another.", raised("2, 3")),
        word.paragraph(raised("1"), word.run(" Smith, "), word.link("https://example.org/a", "a page"), word.run(".")),
        word.paragraph(raised("2"), " Doe.", raised("3"), word.run(" Roe, ", italic=True)),
        word.paragraph("More text."),
    )
    result = normalised(document)
    content = content_of(result)
    assert texts(content.blocks) == ["A claim.[1] Another.[2][3]", "More text."]
    assert [texts(note) for note in content.notes.values()] == [["Smith, a page."], ["Doe."], ["Roe,"]]
    (first,) = content.notes[1]
    assert isinstance(first, Paragraph)
    assert [run.address for run in first.text if run.address] == ["https://example.org/a"]
    assert [item.text for item in result.listed] == ["1 1", "2 2", "3 3"]


def test_raised_digits_of_unicode_and_small_letters_are_notes_beside_real_ones() -> None:
    document = word.docx(
        word.paragraph("A claim.¹ Another.", word.footnote_reference(1), " A third.", raised("2")),
        word.paragraph("¹ Smith."),
        word.paragraph(word.run("2 Doe,", size=8)),
        word.paragraph(word.run("p. 4.", size=8)),
        word.paragraph("Long text in the usual size."),
        footnotes=["Real."],
    )
    content = content_of(normalised(document))
    assert texts(content.blocks) == ["A claim.[1] Another.[2] A third.[3]", "Long text in the usual size."]
    assert [texts(note) for note in content.notes.values()] == [["Smith."], ["Real."], ["Doe,", "p. 4."]]


def test_typed_notes_of_an_odt_become_real_ones() -> None:
    def up(number: str) -> str:
        return writer.span(number, "Superscript")

    document = writer.odt(
        writer.paragraph("A claim.", up("1"), " Another.", up("2,3"), " Its end."),
        writer.paragraph(up("1"), " Smith, ", writer.link("https://example.org/a", "a page"), "."),
        writer.paragraph(up("2"), " Doe.", up("3"), " Roe, ", writer.span("The law", "Italic"), "."),
        writer.paragraph("More text."),
    )
    result = normalised(document, "guide.odt")
    content = content_of(result)
    assert texts(content.blocks) == ["A claim.[1] Another.[2][3] Its end.", "More text."]
    assert [texts(note) for note in content.notes.values()] == [["Smith, a page."], ["Doe."], ["Roe, The law."]]
    assert [item.text for item in result.listed] == ["1 1", "2 2", "3 3"]


def test_a_tab_may_stand_behind_a_plain_number() -> None:
    small = (
        '<style:style style:name="Small" style:family="text"><style:text-properties fo:font-size="8pt"/></style:style>'
    )
    documents = {
        "guide.docx": word.docx(
            word.paragraph("A claim in the usual size.", raised("1")), word.paragraph(word.run("1\tSmith.", size=8))
        ),
        "guide.odt": writer.odt(
            writer.paragraph("A claim in the usual size.", writer.span("1", "Superscript")),
            writer.paragraph(writer.span("1\tSmith.", "Small")),
            styles=small,
        ),
    }
    for name, document in documents.items():
        content = content_of(normalised(document, name))
        assert texts(content.blocks) == ["A claim in the usual size.[1]"]
        assert [texts(note) for note in content.notes.values()] == [["Smith."]]


def test_a_sentence_goes_on_over_the_notes_at_the_end_of_a_page() -> None:
    document = word.docx(
        word.paragraph("States met.", raised("1"), " They agreed that the"),
        word.paragraph(raised("1"), " Smith."),
        word.paragraph("committee goes on."),
        word.paragraph("A new one", raised("2")),
        word.paragraph(raised("2"), " Doe."),
        word.paragraph("Another one."),
    )
    content = content_of(normalised(document))
    assert texts(content.blocks) == [
        "States met.[1] They agreed that the committee goes on.",
        "A new one[2]",
        "Another one.",
    ]


@pytest.mark.parametrize("name", ["guide.docx", "guide.odt"])
def test_a_raised_number_without_a_note_stays_and_is_told_with_its_place(name: str) -> None:
    document = (
        word.docx(word.paragraph("A claim of 2015", raised("9"), " stays."))
        if name.endswith("docx")
        else writer.odt(writer.paragraph("A claim of 2015", writer.span("9", "Superscript"), " stays."))
    )
    result = normalised(document, name)
    assert texts(content_of(result).blocks) == ["A claim of 20159 stays."]
    ((kind, number, place),) = [(item.kind, item.text, item.place) for item in result.listed]
    assert (kind, number) == ("raised number", "9")
    assert place.startswith("paragraph 1 (")
