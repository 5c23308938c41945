"""Convert a document to the texts of a guide, without writing them: `convert_document.py DOCUMENT BLANK_GUIDE`."""

from __future__ import annotations

import sys
from pathlib import Path

from studyguide.authoring.documents.accounting import account
from studyguide.authoring.documents.conversion import convert
from studyguide.authoring.documents.files.package import open_document
from studyguide.authoring.documents.import_document import read_document
from studyguide.mkdocs import gc_tuning


def main(document: Path, guide: Path) -> None:
    """Convert."""
    gc_tuning.raise_threshold()
    data = ("glossary.yaml", "timeline.yaml", "bibliography.bib", "mkdocs.yml", "tests/words.yaml")
    blank = [*guide.glob("docs/*.md"), *(guide / name for name in data)]
    texts = {path.relative_to(guide).as_posix(): path.read_text(encoding="utf-8") for path in blank}
    source = read_document(open_document(document))
    normalised = source.normalised
    read = account(normalised.inventory, source.content, normalised.listed)
    convert(source.content, normalised, read.unread, texts, "en", ())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
