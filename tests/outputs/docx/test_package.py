"""Packages: parts that are added and related, and the same bytes each time."""

from io import BytesIO
from zipfile import ZipFile

from studyguide.outputs.docx.package import DOCUMENT, Package

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def packed(*names: str) -> bytes:
    """Return a package of the parts that each has, and of further ones in this order."""
    file = BytesIO()
    with ZipFile(file, "w") as writing:
        for name in names:
            writing.writestr(name, "<a/>")
        writing.writestr("word/_rels/document.xml.rels", RELATIONS)
        writing.writestr("[Content_Types].xml", TYPES)
    return file.getvalue()


def test_the_order_of_parts_changes_no_byte() -> None:
    assert Package(packed("b.xml", "a.xml")).packed() == Package(packed("a.xml", "b.xml")).packed()


def test_content_types_stand_first() -> None:
    with ZipFile(BytesIO(Package(packed(DOCUMENT)).packed())) as written:
        assert written.namelist()[0] == "[Content_Types].xml"
        assert {each.date_time for each in written.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_changed_tree_is_a_changed_part() -> None:
    package = Package(packed(DOCUMENT))
    package.tree(DOCUMENT).set("b", "c")
    assert b'<a b="c"/>' in Package(package.packed())[DOCUMENT]


def test_a_new_part_is_found_by_its_reference() -> None:
    package = Package(packed(DOCUMENT))
    package.put("word/media/a.svg", b"<svg/>", "image/svg+xml")
    reference = package.relate(DOCUMENT, "image", "media/a.svg")
    written = Package(package.packed())
    assert written.target(DOCUMENT, reference) == "word/media/a.svg"
    assert b'PartName="/word/media/a.svg" ContentType="image/svg+xml"' in written["[Content_Types].xml"]


def test_two_references_have_different_names() -> None:
    package = Package(packed(DOCUMENT))
    names = [package.relate(DOCUMENT, "image", f"media/{name}") for name in "abc"]
    assert len(set(names)) == 3
