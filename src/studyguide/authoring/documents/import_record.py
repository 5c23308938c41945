"""Keep in import/record.json what an import was made from and what it wrote, so that it can be made again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from studyguide.authoring.refused import RefusedError

RECORD = "import/record.json"


@dataclass(frozen=True)
class ImportRecord:
    """An import that was made."""

    document: str
    """The document's file name, in import/."""
    sha256: str
    """The checksum of the document."""
    answers: Mapping[str, str]
    files: Mapping[str, str]
    """The checksum of each file that was written, by path relative to the guide's folder."""

    def check_same(self, path: Path) -> None:
        """Raise `RefusedError` unless the document at `path` is the one that was imported."""
        if not path.is_file() or _checksum(path) != self.sha256:
            raise RefusedError(
                f"The guide was made from another document, import/{self.document}, and an import never writes over a "
                f"guide: changes that somebody made in {path.name} are to be carried over by hand. Open it beside the "
                'chapters in docs/, and copy each change and comment; in Word, "Review", "All Markup" shows them.'
            )


def read_record(folder: Path) -> ImportRecord:
    """Read the record of the guide in a folder. Raises `RefusedError` if it was not made from a document."""
    try:
        return ImportRecord(**json.loads((folder / RECORD).read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise RefusedError(
            f"{folder} was not made from a document. Name one and a new folder: make import FILE=guide.docx "
            "DIR=../new-guide."
        ) from None
    except (ValueError, TypeError):
        raise RefusedError(f"{folder / RECORD} was changed, and cannot be read. Import the document again.") from None


def record_of(path: Path, answers: Mapping[str, str], folder: Path, written: Iterable[str]) -> str:
    """Return the text of the record of an import from the document at `path`."""
    files = {name: _checksum(folder / name) for name in sorted(written)}
    record = {"document": path.name, "sha256": _checksum(path), "answers": dict(answers), "files": files}
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def changed_files(folder: Path, record: ImportRecord) -> list[str]:
    """Return the files that were changed since the import wrote them. In a deleted one there is nothing to lose."""
    return [
        path
        for path, checksum in record.files.items()
        if (folder / path).is_file() and _checksum(folder / path) != checksum
    ]


def _checksum(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
