"""Detect the format of a record that Zotero, a library or a publisher exported, and parse it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from studyguide.authoring.importers.bibtex import bibtex_records
from studyguide.authoring.importers.csl_json import record_of
from studyguide.authoring.importers.marc import is_marc, is_marc_xml, marc_items, marc_xml_items
from studyguide.authoring.importers.record import Record, RecordError
from studyguide.authoring.importers.tagged import endnote_xml_items, enw_items, is_nbib, is_ris, nbib_items, ris_items
from studyguide.authoring.importers.tidied import tidied
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile, clean_text

_Items = Callable[[str, str], Iterator[tuple[Location, Any]]]
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MAX_BYTES = 2_000_000
"""The size limit of a file of records, in bytes; Zotero writes about 2,000 for each source."""
_EXPORT = "Export it as RIS, BibLaTeX or CSL JSON."
_OTHER_FILES = {
    rb"%PDF": "a PDF",
    rb"PK\x03\x04": "a document of Word, or a packed file",
    rb"\xd0\xcf\x11\xe0": "a document of Word",
    rb"\{\\rtf": "a document of a word processor",
    rb"\s*(?:<\?xml[^>]*>\s*)?<(?i:!doctype html|html)": "a web page",
}
"""Files that are mistaken for a record, by a pattern of their first bytes."""


def read_records(path: Path, shown: str) -> list[Record]:
    """Parse the records in the file at `path`, which messages call `shown`. Raises `RecordError` if that fails."""
    content = _content(path, shown)
    records = list(_parsed(content, shown))
    return [tidied(record) for record in records]


def _parsed(content: bytes, shown: str) -> Iterator[Record]:
    if is_marc(content):
        items = marc_items(content, shown)
    else:
        text = _text(content, shown)
        if _is_bibtex(text):
            yield from bibtex_records(text, shown)
            return
        items = _reader(text, shown)(text, shown)
    yield from (record_of(item, where) for where, item in items)


def _content(path: Path, shown: str) -> bytes:
    where = Location(shown)
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        raise RecordError(where, "There is no such file. Look at how its name is spelt.") from None
    except OSError as error:
        raise RecordError(where, f"This file cannot be read: {error.strerror}.") from None
    _refuse_other_file(content, where)
    if len(content) > _MAX_BYTES:
        raise RecordError(where, "This file is too large to be the record of a source.")
    return content


def _text(content: bytes, shown: str) -> str:
    where = Location(shown)
    try:
        text = clean_text(content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig"))
    except UnicodeDecodeError as error:
        position = Location(shown, error.object.count(b"\n", 0, error.start) + 1)
        hint = "Open it in a text editor, and save it again with the encoding UTF-8."
        raise RecordError(position, f"This file is not saved as UTF-8 text. {hint}") from None
    if not text.strip():
        raise RecordError(where, "This file is empty. Export the record again.")
    return text


def _refuse_other_file(content: bytes, where: Location) -> None:
    for beginning, what in _OTHER_FILES.items():
        if re.match(beginning, content):
            hint = f"Look in the program or on the page where you found the source: {_EXPORT[0].lower()}{_EXPORT[1:]}"
            raise RecordError(where, f"This is {what}, and no record of a source. {hint}")


def _is_bibtex(text: str) -> bool:
    return bool(re.search(r"^\s*@\s*\w+\s*[{(]", text, re.MULTILINE)) and not text.lstrip().startswith(("[", "{", "<"))


def _reader(text: str, shown: str) -> _Items:
    start = text.lstrip()
    if is_ris(text) and not re.match(r"[\[{<%]", start):
        return ris_items
    if is_nbib(start):
        return nbib_items
    if start.startswith("<") and is_marc_xml(start):
        return marc_xml_items
    for form, reader in (
        (r"[\[{]", _json_items),
        (r"(?:---\s*\n)?\s*(?:references:|- \w+:)", _yaml_items),
        (r"%0 ", enw_items),
        (r"<(?:\?xml|xml|records)\b", endnote_xml_items),
    ):
        if re.match(form, start):
            return reader
    raise RecordError(
        Location(shown, 1, 1), f"This is no record of a source in a form that can be read here. {_EXPORT}"
    )


def _json_items(text: str, path: str) -> Iterator[tuple[Location, Any]]:
    """Parse CSL-JSON, a list of items or a single one: yield each item with its location."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(Location(path, error.lineno, error.colno), f"This is not valid JSON. {_EXPORT}") from None
    except (RecursionError, ValueError):  # nested too deeply, numbers of thousands of digits
        raise RecordError(Location(path), f"This is no CSL-JSON. {_EXPORT}") from None
    items = found if isinstance(found, list) else [found]
    starts = _item_starts(text, found)
    for item, offset in zip(items, starts, strict=True):
        where = SourceFile(path, text).location(offset)
        if not isinstance(item, dict) or not item:
            raise RecordError(where, f"This is no CSL-JSON. {_EXPORT}")
        yield where, item


def _yaml_items(text: str, path: str) -> Iterator[tuple[Location, Any]]:
    """Parse CSL-YAML, a list of items or one under `references`, as pandoc and Zotero write it.

    https://pandoc.org/MANUAL.html#specifying-bibliographic-data
    """
    file = SourceFile(path, text)
    try:
        root = yaml.compose(re.split(r"(?m)^(?:---|\.\.\.)\s*$", text.removeprefix("---"))[0], Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RecordError(file.on_line(line), f"This is not valid YAML. {_EXPORT}") from None
    except (RecursionError, yaml.YAMLError):
        raise RecordError(Location(path), f"This is no CSL-YAML. {_EXPORT}") from None
    if isinstance(root, yaml.MappingNode):
        root = next((value for name, value in root.value if name.value == "references"), root)
    if not isinstance(root, yaml.SequenceNode):
        raise RecordError(Location(path, 1, 1), f"This is no CSL-YAML. {_EXPORT}")
    for node in root.value:
        mark = node.start_mark
        item = yaml.constructor.BaseConstructor().construct_document(node) if node.id == "mapping" else None
        if not item:
            raise RecordError(Location(path, mark.line + 1, mark.column + 1), f"This is no CSL-YAML. {_EXPORT}")
        yield Location(path, mark.line + 1, mark.column + 1), item


def _item_starts(text: str, found: Any) -> list[int]:
    """Return the offset of each item in a valid JSON text."""
    offset = len(text) - len(text.lstrip())
    if not isinstance(found, list):
        return [offset]
    starts = []
    decoder = json.JSONDecoder()
    for _ in found:
        item = re.compile(r"[\[,]?\s*").match(text, offset)
        assert item is not None  # the pattern matches an empty string
        starts.append(item.end())
        _, end = decoder.raw_decode(text, item.end())
        offset = end + len(text[end:]) - len(text[end:].lstrip())
    return starts
