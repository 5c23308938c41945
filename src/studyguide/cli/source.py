"""`studyguide source record.ris`: add a source to bibliography.bib from a record that another program exported.

`--symbol` adds a United Nations document instead, with what its symbol tells.

Reads RIS, CSL-JSON, CSL-YAML, BibTeX, MARC, and EndNote's, PubMed's and ERIC's exports. `--date` is the day on which a
web page was read, `--record` the number of the record to add from a file with several, or `all`. Exits with 1 if
nothing was added.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from studyguide.authoring.importers.add_source import Added, add_record
from studyguide.authoring.importers.detect import read_records
from studyguide.authoring.importers.record import DuplicateError, Record, RecordError
from studyguide.authoring.importers.un_document import record_of, time_of
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.diagnostics.atomic_write import read_exactly, rewrite
from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import find_conflict, read_source_file

_USAGE = (
    "Say which file holds the record: make source FILE=record.ris, or the symbol of a United Nations document: "
    'make source SYMBOL="A/RES/64/292"'
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "file", nargs="?", default="", help="a record: RIS, CSL-JSON or -YAML, BibTeX, MARC, .enw, .nbib, EndNote's XML"
    )
    parser.add_argument("--date", default="", help="the day on which you read the web page, as 2026-01-31")
    parser.add_argument("--symbol", default="", help="of a United Nations document, such as A/RES/64/292")
    parser.add_argument("--record", default="", help="of a file with several: the number of one, or all")


def run(options: argparse.Namespace, root: Path = Path()) -> int:
    """Add the record in the file that the options name, or the document of a symbol, to the guide at `root`."""
    if not options.file and not options.symbol:
        print(_USAGE)
        return 2
    if options.date and not _is_day(options.date):
        print(f'DATE: "{options.date}" is no date, or one still to come. Write it as 2026-01-31.')
        return 2
    try:
        if options.symbol:
            return _add([record_of(options.symbol)], root, options.date)
        records = _chosen(read_records(root / options.file, options.file), options.file, options.record)
        return _add(records, root, options.date)
    except RecordError as error:
        print(error)
        return 1


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text and text <= date.today().isoformat()
    except ValueError:
        return False


def _chosen(records: list[Record], path: str, number: str) -> list[Record]:
    """Return the records to add: the only one, or those of `number`. Raises `RecordError` if there is none."""
    if not records:
        raise RecordError(Location(path), "There is no record in this file. Export it again.")
    if number == "all" or (not number and len(records) == 1):
        return records
    if number.isdecimal() and 1 <= int(number) <= len(records):
        return [records[int(number) - 1]]
    hint = f"Say which one: make source FILE={path} RECORD=1, or RECORD=all."
    raise RecordError(records[min(1, len(records) - 1)].where, f"This file holds {_count(len(records))}. {hint}")


def _count(number: int) -> str:
    return "1 record" if number == 1 else f"{number} records"


def _add(records: list[Record], root: Path, day: str) -> int:
    """Add all records, or none if one of them cannot be added; of several, those that are there already are told."""
    file = read_source_file(root, BIBLIOGRAPHY)
    problem = file if isinstance(file, Problem) else find_conflict(file)
    if problem:
        print(problem)
        return 1
    text = read_exactly(root / BIBLIOGRAPHY)
    done = []
    for record in records:
        try:
            added = add_record(record, text, day)
        except DuplicateError as error:
            print(error)
            continue
        text = added.text
        done.append(added)
    if not done:
        return 1
    rewrite(root / BIBLIOGRAPHY, text)
    for added in done:
        _tell(added)
    return 0


def _tell(added: Added) -> None:
    source = added.source
    name = source.title or source.fields.get("number", "") or source.key
    print(f'{source.where}: Added "{name}". Cite it as [@{source.key}].')
    if added.left_out:
        print(f"Left out, because a source of ours has no place for it: {', '.join(added.left_out)}.")
    for advice in added.advice:
        print(advice)
    time = "" if source.title or source.fields.get("date") else time_of(source.fields.get("number", ""))
    if time:
        print(f"{time}: add date = {{...}} with the day of the document.")
    if added.lacks_day:
        print("Nothing says when you read this page: add urldate = {YYYY-MM-DD}, the year, month and day when you did.")
