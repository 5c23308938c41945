"""The import of documents, against pandoc's reading of them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pypandoc

from benchmarks.environments import HERE, ROOT
from benchmarks.figures import Pair
from benchmarks.measure import Command, in_pairs, run
from studyguide.authoring.new_guide import make_guide

_SAMPLES = ROOT / "tests" / "authoring" / "documents" / "samples"
_INSIDE = HERE / "inside"
_ANSWERS = {
    "topic": "Rivers",
    "committee": "UNEP",
    "conference": "A conference",
    "language": "en",
    "style": "mla-notes",
}


@dataclass(frozen=True)
class Importing:
    """The import of one document."""

    document: str
    conversion: list[Pair]
    """Seconds of the conversion to the guide's texts, from the start of Python, and of pandoc reading the same file."""
    whole: float
    """Seconds of the import without the check that ends it."""


def import_documents(rounds: int) -> Iterator[Importing]:
    """Import each sample."""
    with tempfile.TemporaryDirectory() as folder:
        make_guide(Path(folder, "blank"), _ANSWERS, ROOT)
        for document in sorted(_SAMPLES.glob("*.docx")):
            yield _import(document, Path(folder), rounds)


def _import(document: Path, folder: Path, rounds: int) -> Importing:
    convert = _command("convert_document.py", document, folder / "blank")
    conversion = in_pairs(rounds, lambda: run(convert).seconds, lambda: _read(document))
    guides = [folder / f"{document.stem}-{number}" for number in range(rounds)]
    whole = [run(_command("import_document.py", document, guide, json.dumps(_ANSWERS))).seconds for guide in guides]
    return Importing(document.stem, conversion, median(whole))


def _command(script: str, *arguments: Path | str) -> Command:
    return Command((sys.executable, str(_INSIDE / script), *map(str, arguments)), HERE)


def _read(document: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        [pypandoc.get_pandoc_path(), "--from=docx+citations", "--to=json", "--output=/dev/null", document], check=True
    )
    return time.perf_counter() - start
