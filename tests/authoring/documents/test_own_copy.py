"""The Word file of a guide comes back: it is refused, with what was written in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyguide.authoring.documents.files.package import open_document
from studyguide.authoring.documents.import_document import import_document
from studyguide.authoring.documents.own_copy import refuse_own_copy
from studyguide.authoring.refused import RefusedError
from studyguide.labels.catalogue import CATALOGUES, labels_for
from studyguide.outputs.docx.package import DOCUMENT, Package
from studyguide.outputs.docx.word_copy import WordCopy
from tests.authoring.documents import building_odt
from tests.authoring.documents.building import commented, deleted, docx, footnote_reference, inserted, paragraph
from tests.outputs.books import TITLE_PAGE, a_book

MARKED = (
    paragraph("A copy for marking up. Write comments."),
    paragraph(
        commented(0, "In 1989"),
        " the treaty was ",
        inserted("fin"),
        inserted("ally"),
        deleted("then"),
        " adopted.",
        footnote_reference(2),
        footnote_reference(1),
    ),
)


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Water\n", encoding="utf-8")
    return tmp_path


def written(folder: Path, content: bytes, name: str = "returned.docx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(RefusedError) as refused:
        refuse_own_copy(open_document(path))
    return str(refused.value)


def the_copy(language: str = "en") -> bytes:
    book = a_book({"index.md": '<h1 id="a">Water</h1><p>Rivers.</p>'}, replace(TITLE_PAGE, language=language))
    book = replace(book, guide=replace(book.guide, language=language, labels=labels_for(language)))
    return WordCopy().render(book)["guide.docx"].content


def test_the_copy_is_known_by_its_properties(guide: Path) -> None:
    told = refusal(written(guide, the_copy()))
    assert 'a copy of the guide "Water" for marking up' in told
    assert "of the edition of 1 March 2026" in told
    assert "No comments and no recorded changes are in it." in told


@pytest.mark.parametrize("language", ["en", *sorted(path.stem for path in CATALOGUES.glob("*.mo"))])
def test_the_copy_is_known_by_its_first_line_where_its_properties_were_dropped(guide: Path, language: str) -> None:
    package = Package(the_copy(language))
    package.put("docProps/custom.xml", b"<Properties/>")
    assert "a copy of the guide for marking up" in refusal(written(guide, package.packed()))


def test_the_refusal_lists_what_was_written_in_the_copy(guide: Path) -> None:
    notes = [f"<w:p>{deleted('A note.')}</w:p>", "Another note."]
    content = docx(*MARKED, footnotes=notes, comments=[paragraph("Which") + paragraph("one?")])
    lines = refusal(written(guide, content)).splitlines()
    marked = "paragraph 2 (“In 1989 the treaty was finally adopted.”)"
    assert [line.strip() for line in lines if line.startswith("  ")] == [
        f"{marked}, written in by A. Reviewer: finally",
        f"{marked}, crossed out by A. Reviewer: then",
        f"{marked}, comment by A. Reviewer: Which one?",
        "footnote 2, crossed out by A. Reviewer: A note.",
    ]


def test_an_odt_of_the_copy_is_known_as_well(guide: Path) -> None:
    content = building_odt.odt(building_odt.paragraph("A copy for marking up. Write comments."))
    assert "for marking up" in refusal(written(guide, content, "returned.odt"))


def test_the_import_into_a_new_folder_is_refused_as_well(tmp_path: Path) -> None:
    path = written(tmp_path, the_copy())
    with pytest.raises(RefusedError, match='a copy of the guide "Water" for marking up'):
        import_document(path, tmp_path / "new", {})
    assert list(tmp_path.iterdir()) == [path]


def test_another_document_is_no_copy(guide: Path) -> None:
    refuse_own_copy(open_document(written(guide, docx(paragraph("Dear delegates, a copy for marking up.")))))


def test_the_import_into_the_same_guide_is_refused(guide: Path) -> None:
    path = written(guide, the_copy())
    before = {each.name: each.read_bytes() for each in guide.iterdir()}
    with pytest.raises(RefusedError, match="for marking up"):
        import_document(path, guide, {})
    assert {each.name: each.read_bytes() for each in guide.iterdir()} == before


def test_a_copy_keeps_its_mark_when_its_text_changes(guide: Path) -> None:
    package = Package(the_copy())
    document = package.tree(DOCUMENT)
    document[0].remove(document[0][0])  # its first line
    assert '"Water"' in refusal(written(guide, package.packed()))
