"""Tests of headings: by style or by look, in a .docx as in an .odt, pandoc reads them at their levels."""

from collections.abc import Callable

import pytest

from studyguide.authoring.documents.text.blocks import Heading
from studyguide.authoring.documents.text.runs import plain
from tests.authoring.documents import building as word
from tests.authoring.documents import building_odt as writer
from tests.authoring.documents.pandoc_content import content_of, lines, normalised

TEXT = "The committee discusses how states protect children who use the internet, and what is still to be done."


def headings(content: bytes, name: str = "guide.docx") -> list[tuple[int, str]]:
    blocks = content_of(normalised(content, name)).blocks
    return [(block.level, plain(block.text)) for block in blocks if isinstance(block, Heading)]


CHAPTERS = ["Introduction", "Historical Background", "Possible Solutions", "Bibliography"]
EXPECTED = [(1, chapter) for chapter in CHAPTERS]


def with_text(look: Callable[[str], str], text: str) -> list[str]:
    """The chapters in a look, with text below each."""
    return [block for chapter in CHAPTERS for block in (look(chapter), text, text)]


LOOKS: dict[str, Callable[[str], str]] = {
    "large": lambda text: word.paragraph(word.run(text, size=18)),
    "bold": lambda text: word.paragraph(word.run(text, bold=True)),
    "centred capitals": lambda text: word.paragraph(text.upper(), centred=True),
    "one cell": lambda text: word.table([word.paragraph(word.run(text, bold=True))]),
    "outline": lambda text: word.paragraph(text, outline=0),
    "title style": lambda text: word.paragraph(text, style="Title"),
    "own style": lambda text: word.paragraph(text, style="Chapter"),
}
STYLE = (
    '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>'
)


@pytest.mark.parametrize("look", list(LOOKS))
def test_headings_are_known_by_their_look(look: str) -> None:
    body = with_text(LOOKS[look], word.paragraph(TEXT))
    found = headings(word.docx(*body, styles=STYLE))
    assert [(level, text.title()) for level, text in found] == EXPECTED


def test_headings_by_style_keep_their_levels_and_are_told_from_those_by_look() -> None:
    styled = [
        word.heading("Introduction"),
        word.paragraph(TEXT),
        word.heading("History"),
        word.heading("The Cold War", 2),
    ]
    result = normalised(word.docx(*styled, word.paragraph(TEXT)))
    expected = [(1, "Introduction"), (1, "History"), (2, "The Cold War")]
    assert [(found.level, found.text) for found in result.headings] == expected
    assert all(found.has_style for found in result.headings)
    assert headings(word.docx(*styled, word.paragraph(TEXT))) == expected
    by_look = normalised(word.docx(*with_text(LOOKS["bold"], word.paragraph(TEXT)))).headings
    assert len(by_look) == 4
    assert not any(found.has_style for found in by_look)


def test_a_document_without_styles_gets_them() -> None:
    body = with_text(LOOKS["bold"], word.paragraph(TEXT))
    none = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    assert headings(word.docx(*body, parts={"word/_rels/document.xml.rels": none})) == EXPECTED


def test_text_in_a_style_of_headings_is_text() -> None:
    chapters = [word.heading(chapter) for chapter in CHAPTERS]
    text = word.paragraph(" ".join([TEXT] * 3), style="Heading2")
    assert headings(word.docx(*chapters, text)) == EXPECTED


def test_what_one_cell_frames_is_text() -> None:
    frame = word.table([word.paragraph("A box.") + word.paragraph("Its end.")])
    assert lines(word.docx(frame)) == ["A box.", "Its end."]
    frame = writer.table([writer.paragraph("A box.") + writer.paragraph("Its end.")])
    assert lines(writer.odt(frame), "guide.odt") == ["A box.", "Its end."]


def _numbered(text: str) -> str:
    return f"<text:list><text:list-item>{writer.heading(text)}</text:list-item></text:list>"


WRITER_LOOKS: dict[str, Callable[[str], str]] = {
    "style": lambda text: writer.heading(text),
    "large": lambda text: writer.paragraph(text, style="LargeParagraph"),
    "bold": lambda text: writer.paragraph(writer.span(text, "Bold")),
    "bold paragraph": lambda text: writer.paragraph(text, style="BoldParagraph"),
    "centred capitals": lambda text: writer.paragraph(text.upper(), style="CentredParagraph"),
    "one cell": lambda text: writer.table([writer.paragraph(text, style="BoldParagraph")]),
    "numbered": _numbered,
}


@pytest.mark.parametrize("look", list(WRITER_LOOKS))
def test_headings_of_an_odt_are_known_too(look: str) -> None:
    found = headings(writer.odt(*with_text(WRITER_LOOKS[look], writer.paragraph(TEXT))), "guide.odt")
    assert [(level, text.title()) for level, text in found] == EXPECTED
