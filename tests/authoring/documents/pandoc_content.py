"""What tests of the import share: a document from its bytes, and what pandoc reads in it once it is normalised."""

from __future__ import annotations

import tempfile
from pathlib import Path

from studyguide.authoring.documents.files.inventory import Inventory, Kind
from studyguide.authoring.documents.files.package import Document, open_document
from studyguide.authoring.documents.normalise.normaliser import Normalised, normalise
from studyguide.authoring.documents.reading.pandoc_reader import read_with_pandoc
from studyguide.authoring.documents.text.blocks import Content, texts
from studyguide.authoring.documents.text.runs import plain


def document_of(content: bytes, name: str = "guide.docx") -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        return open_document(path)


def normalised(content: bytes, name: str = "guide.docx") -> Normalised:
    return normalise(document_of(content, name))


def content_of(result: Normalised) -> Content:
    return read_with_pandoc(result.document)


def lines(content: bytes, name: str = "guide.docx") -> list[str]:
    """The text of each paragraph, heading and cell that pandoc reads in the normalised document, in order."""
    return [plain(text) for text in texts(content_of(normalised(content, name)).blocks) if text]


def held(inventory: Inventory, kind: Kind) -> list[str]:
    """The texts of an inventory's items of a kind."""
    return [item.text for item in inventory.of(kind)]


def listed(result: Normalised, kind: Kind) -> list[str]:
    """The texts of what is left out, of a kind."""
    return [item.text for item in result.listed if item.kind == kind]
