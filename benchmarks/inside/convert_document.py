"""Convert a document to the texts of a guide, without writing them: `convert_document.py DOCUMENT BLANK_GUIDE`.

With a number behind, it does so as often again, by turns with pandoc reading the same file, and prints the seconds
of both: `[[0.7, 0.3]]`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pypandoc

from studyguide.authoring.documents.accounting import account
from studyguide.authoring.documents.conversion import convert
from studyguide.authoring.documents.files.package import open_document
from studyguide.authoring.documents.import_document import read_document
from studyguide.mkdocs import gc_tuning


def main(document: Path, guide: Path, rounds: int) -> None:
    """Convert once, and measure further rounds."""
    gc_tuning.raise_threshold()
    _convert(document, guide)
    print(json.dumps([(_convert(document, guide), seconds_of_pandoc(document)) for _ in range(rounds)]))


def seconds_of_pandoc(document: Path) -> float:
    """Let pandoc read the document, and return the seconds that it took."""
    start = time.perf_counter()
    subprocess.run(
        [pypandoc.get_pandoc_path(), "--from=docx+citations", "--to=json", "--output=/dev/null", document], check=True
    )
    return time.perf_counter() - start


def _convert(document: Path, guide: Path) -> float:
    """Convert, and return the seconds that it took."""
    data = ("glossary.yaml", "timeline.yaml", "bibliography.bib", "mkdocs.yml", "tests/words.yaml")
    blank = [*guide.glob("docs/*.md"), *(guide / name for name in data)]
    texts = {path.relative_to(guide).as_posix(): path.read_text(encoding="utf-8") for path in blank}
    start = time.perf_counter()
    source = read_document(open_document(document))
    normalised = source.normalised
    read = account(normalised.inventory, source.content, normalised.listed)
    convert(source.content, normalised, read.unread, texts, "en", ())
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
