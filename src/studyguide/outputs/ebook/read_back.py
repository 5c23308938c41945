"""Read a packed e-book, to find what it lacks: by code that shares nothing with what writes it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from studyguide.crossref.completeness import CountedPage

_NAMES = {"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}
_NOTE = etree.XPath("//h:aside[@epub:type='footnote']", namespaces=_NAMES)
_REFERENCE = etree.XPath("//h:a[@epub:type='noteref']/@href", namespaces=_NAMES)
_WORDS = etree.XPath("string(.)")


def read_documents(content: bytes) -> dict[str, CountedPage]:
    """Return what each content document of an EPUB holds, by its path in the archive."""
    with ZipFile(BytesIO(content)) as archive:
        return {
            name: _count(etree.fromstring(archive.read(name))) for name in archive.namelist() if name.endswith(".xhtml")
        }


def _count(document: etree._Element) -> CountedPage:
    notes = {note.get("id", "").removeprefix("fn:"): _WORDS(note) for note in _NOTE(document)}
    return CountedPage(
        ids=frozenset(str(name) for name in document.xpath("//@id")),
        notes=frozenset(notes),
        empty=frozenset(number for number, words in notes.items() if not words.strip(f"{number}. ↩\n")),
        referenced=frozenset(str(address).rpartition("#fn:")[2] for address in _REFERENCE(document)),
        placeholder="",
    )
