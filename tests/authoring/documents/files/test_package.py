"""Tests of opening a document: each file that is none is refused in one line that says what to do."""

import io
import zipfile
from pathlib import Path

import pytest

from studyguide.authoring.documents.files.package import Document, open_document, packed
from studyguide.authoring.refused import RefusedError
from tests.authoring.documents import building as word
from tests.authoring.documents import building_odt as writer

DOCX = word.docx(word.paragraph("Text.", word.footnote_reference(1)), footnotes=["A note."])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document/>'


def opened(folder: Path, name: str, content: bytes) -> Document:
    path = folder / name
    path.write_bytes(content)
    return open_document(path)


def parts_of(content: bytes) -> dict[str, bytes]:
    package = zipfile.ZipFile(io.BytesIO(content))
    return {name: package.read(name) for name in package.namelist()}


def with_false_size(content: bytes, name: str, size: int) -> bytes:
    """The zip file, whose list of contents says that a part has this size."""
    start = content.rindex(b"PK\x01\x02", 0, content.rindex(name.encode()))
    return content[: start + 24] + size.to_bytes(4, "little") + content[start + 28 :]


def test_the_parts_are_read_in_their_order(tmp_path: Path) -> None:
    document = opened(tmp_path, "guide.docx", DOCX)
    assert document.format == "docx"
    assert dict(document.parts) == parts_of(DOCX)
    assert parts_of(packed(document)) == parts_of(DOCX)
    assert opened(tmp_path, "guide.odt", writer.odt(writer.paragraph("Text."))).format == "odt"


def test_the_text_is_found_by_its_relationship_under_any_name(tmp_path: Path) -> None:
    parts = parts_of(DOCX)
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/word/document2.xml")
    assert opened(tmp_path, "guide.docx", word.zipped(parts)).format == "docx"


def test_the_strict_form_becomes_the_usual_one(tmp_path: Path) -> None:
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = {
        name: part.replace(old, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, part in parts_of(DOCX).items()
    }
    assert dict(opened(tmp_path, "guide.docx", word.zipped(strict)).parts) == parts_of(DOCX)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("guide.doc", OLE, "a document of an old Word (.doc). Open it in Word"),
        ("guide.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        ("guide.pdf", b"%PDF-1.7\n", "a PDF, which has lost"),
        ("guide.docx", b"%PDF-1.7\n", "a PDF, which has lost"),
        ("guide.rtf", rb"{\rtf1\ansi", "Rich Text Format"),
        ("guide.html", b"<!DOCTYPE html><html>", "a web page"),
        ("guide.gdoc", b'{"url": "https://docs.google.com/open?id=1"}', "a link to a document, not the document"),
        ("guide.url", b"[InternetShortcut]\r\nURL=https://docs.google.com/", "a link to a document"),
        ("guide.docx", b"", "The file is empty"),
        ("guide.txt", b"A study guide", "no document of Word or LibreOffice"),
        ("guide.docx", DOCX[: len(DOCX) // 2], "damaged, or not whole"),
        ("guide.docx", DOCX.replace(b"PK\x01\x02", b"PK\x07\x02"), "damaged, or not whole"),
        ("guide.docx", with_false_size(DOCX, "word/document.xml", 7), "damaged, or not whole"),
        ("guide.docx", word.zipped({"[Content_Types].xml": "<Types/>"}), "no text in this file"),
        ("guide.docm", word.docx(parts={"word/vbaProject.bin": b"x"}), "holds macros"),
        ("guide.docx", word.docx(parts={"word/vbaProject.bin": b"x"}), "holds macros"),
        ("guide.odt", writer.odt(parts={"Basic/Standard/Module1.xml": "<m/>"}), "holds macros"),
        ("guide.odt", writer.odt(parts={"Scripts/python/run.py": "x"}), "holds macros"),
        ("guide.odt", writer.odt(parts={"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "with a password"),
        ("guide.odt", writer.odt(parts={"content.xml": "<office:"}), "content.xml in it is damaged"),
        ("guide.docx", word.docx(parts={"word/document.xml": LAUGHS}), "document.xml in it declares entities"),
        ("guide.docx", word.docx(parts={"word/document.xml": LAUGHS.encode("utf-16")}), "declares entities"),
        ("guide.docx", word.docx(parts={"word/styles.xml": "<a>" * 999 + "</a>" * 999}), "styles.xml in it"),
        ("guide.docx", word.docx(parts={"word/document.xml": b" " * 40_000_001}), "too large for a study guide"),
        ("guide.docx", with_false_size(DOCX, "word/document.xml", 2**31), "too large for a study guide"),
        ("guide.pages", word.zipped({"Index/Document.iwa": b"x"}), "a document of Pages"),
        ("guide.xlsx", word.zipped({"xl/workbook.xml": "<w/>"}), "a table of Excel"),
        ("guide.pptx", word.zipped({"ppt/presentation.xml": "<p/>"}), "slides of PowerPoint"),
        ("guide.epub", word.zipped({"mimetype": "application/epub+zip"}), "an e-book"),
        ("guide.ods", writer.odt(parts={"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "no text."),
        ("guides.zip", word.zipped({"a.docx": b"x"}), "a packed folder with documents in it"),
    ],
)  # fmt: skip
def test_other_files_are_refused_in_one_line(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        opened(tmp_path, name, content)
    told = str(refused.value)
    assert told.startswith(f"{tmp_path / name}: ")
    assert words in told
    assert "\n" not in told


def test_a_part_with_a_password_is_refused(tmp_path: Path) -> None:
    start = DOCX.index(b"PK\x01\x02")
    with pytest.raises(RefusedError, match="locked with a password"):
        opened(tmp_path, "guide.docx", DOCX[: start + 8] + b"\x01" + DOCX[start + 9 :])


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "none.docx", "There is no such file"),
        (tmp_path, "This is a folder"),
        (Path("https://docs.google.com/document/d/1/edit"), "an address, not a file"),
    ):
        with pytest.raises(RefusedError, match=words):
            open_document(path)
