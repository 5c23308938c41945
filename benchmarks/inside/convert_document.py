"""Convert a document to the texts of a guide, without writing them: `convert_document.py DOCUMENT BLANK_GUIDE`."""

from __future__ import annotations

import sys
from pathlib import Path

from studyguide.authoring.documents.accounting import account
from studyguide.authoring.documents.conversion import convert
from studyguide.authoring.documents.files.package import open_document
from studyguide.authoring.documents.normalise.normaliser import normalise
from studyguide.authoring.documents.reading.pandoc_reader import read_with_pandoc
from studyguide.authoring.documents.text.emphasis import without_usual_bold
from studyguide.mkdocs import gc_tuning


def main(document: Path, guide: Path) -> None:
    """Convert."""
    gc_tuning.raise_threshold()
    data = ("glossary.yaml", "timeline.yaml", "bibliography.bib", "mkdocs.yml", "tests/words.yaml")
    blank = [*guide.glob("docs/*.md"), *(guide / name for name in data)]
    texts = {path.relative_to(guide).as_posix(): path.read_text(encoding="utf-8") for path in blank}
    normalised = normalise(open_document(document))
    content = without_usual_bold(read_with_pandoc(normalised.document))
    read = account(normalised.inventory, content, normalised.listed)
    convert(content, normalised, read.unread, texts, "en", ())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
