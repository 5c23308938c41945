"""Tests of what the report says of a document's structure."""

from studyguide.authoring.documents.findings import Risk
from studyguide.authoring.documents.pages.chapter_pages import Pages
from studyguide.authoring.documents.pages.structure_findings import structure_findings
from tests.authoring.documents import building as word
from tests.authoring.documents.pandoc_content import normalised

NO_PAGES = Pages({}, (), ())


def test_a_text_box_is_told_with_its_place() -> None:
    box = word.text_box(word.paragraph("In the box."))
    document = normalised(word.docx(word.paragraph("Before ", box, "and after."), word.paragraph("Next.")))
    (finding,) = structure_findings(document, NO_PAGES)
    assert (finding.risk, finding.printed) == (Risk.STRUCTURE, "In the box.")
    assert "Before and after." in finding.words


def test_an_empty_text_box_is_not_told() -> None:
    document = normalised(word.docx(word.paragraph("Before.", word.text_box(word.paragraph("")))))
    assert list(structure_findings(document, NO_PAGES)) == []
