"""The import of documents, against pandoc's reading of them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.environments import HERE, ROOT
from benchmarks.figures import Pair
from benchmarks.inside.convert_document import seconds_of_pandoc
from benchmarks.measure import ENVIRONMENT, Command, in_pairs, run
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
    loaded: list[Pair]
    """The same in a process that has converted the document before."""
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
    conversion = in_pairs(rounds, lambda: run(convert).seconds, lambda: seconds_of_pandoc(document))
    printed = subprocess.check_output([*convert.words, str(rounds)], cwd=convert.folder, env=ENVIRONMENT)
    loaded = [(one, other) for one, other in json.loads(printed)]
    guides = [folder / f"{document.stem}-{number}" for number in range(rounds)]
    whole = [run(_command("import_document.py", document, guide, json.dumps(_ANSWERS))).seconds for guide in guides]
    return Importing(document.stem, conversion, loaded, median(whole))


def _command(script: str, *arguments: Path | str) -> Command:
    return Command((sys.executable, str(_INSIDE / script), *map(str, arguments)), HERE)
