"""Make a guide from a document: the steps in order, from the file to the report."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from studyguide.authoring.documents.accounting import Account, account, check_files, check_words, counted
from studyguide.authoring.documents.conversion import Conversion, convert
from studyguide.authoring.documents.document_facts import DocumentFacts, read_facts
from studyguide.authoring.documents.files.package import Document, open_document
from studyguide.authoring.documents.import_record import RECORD, ImportRecord, changed_files, read_record, record_of
from studyguide.authoring.documents.normalise.normaliser import Normalised, normalise
from studyguide.authoring.documents.overrides import OVERRIDES, Override, read_overrides
from studyguide.authoring.documents.own_copy import refuse_own_copy
from studyguide.authoring.documents.reading.pandoc_reader import read_with_pandoc
from studyguide.authoring.documents.references.read_notes import compile_patterns
from studyguide.authoring.documents.report import as_printed, report
from studyguide.authoring.documents.text.blocks import Content
from studyguide.authoring.documents.text.emphasis import without_usual_bold
from studyguide.authoring.documents.title_page import without_title_page
from studyguide.authoring.documents.unwanted_words import WORDS
from studyguide.authoring.documents.wording.document_words import ENGLISH
from studyguide.authoring.new_guide import make_guide
from studyguide.authoring.refused import RefusedError
from studyguide.data.paths import BIBLIOGRAPHY, GLOSSARY, SETTINGS, TIMELINE

IMPORT = "import"
"""The folder of the original, of the report and of the overrides."""
_DATA = (GLOSSARY, TIMELINE, BIBLIOGRAPHY, SETTINGS, WORDS)


@dataclass(frozen=True)
class Imported:
    """A guide that was made from a document."""

    folder: Path
    summary: str
    """What it has: "10 chapters, 14 terms"."""
    is_again: bool = False
    """Whether the guide was there already, and was made anew with its overrides."""
    corrections: int = 0
    """How many overrides there were; an import uses each of them, or is refused."""
    unasked: tuple[str, ...] = ()
    """The answers that nobody gave at the terminal, each with where it was taken from."""


def import_document(
    path: Path, folder: Path, answers: dict[str, str] | None = None, engine: Path | None = None
) -> Imported:
    """Make a guide in a new folder from the document at `path`; without `answers`, ask for them at the terminal.

    What the document says of itself is offered there, and stands for what `answers` leave out. A folder that holds the
    guide of the same document is made anew, as `import_again` does. Raises `RefusedError` if the document, the folder
    or an answer cannot be used, or if anything would be lost, and `WheelError` if there is no engine; nothing is left
    behind then.
    """
    document = open_document(path)
    refuse_own_copy(document)
    if (folder / IMPORT).is_dir():
        read_record(folder).check_same(path)
        return import_again(folder, engine)
    source = read_document(document)
    found = source.facts.answers
    is_asked = answers is None and sys.stdin.isatty()
    made: list[Imported] = []

    def fill(guide: Path, given: Mapping[str, str]) -> None:
        unasked = () if is_asked else tuple(_with_origins(given, answers or {}, found))
        made.append(Imported(folder, _fill(guide, path, source, given, ()), unasked=unasked))

    make_guide(folder, None if is_asked else found | (answers or {}), engine, found, fill)
    return made[0]


def _with_origins(given: Mapping[str, str], written: Collection[str], found: Collection[str]) -> Iterator[str]:
    """Yield each answer with where it is from: a file of answers, the document, or the guide in this folder."""
    for name, answer in given.items():
        origin = (
            "your answers" if name in written else "the document" if name in found else f"{SETTINGS} in this folder"
        )
        if answer:
            yield f"{name}: {answer} (from {origin})"


def import_again(folder: Path, engine: Path | None = None) -> Imported:
    """Make the guide in `folder` anew from its document, with its overrides. Raises as `import_document` does.

    It is refused if a file that the import wrote was changed since, whose changes would be lost. A deleted one returns.
    """
    record = read_record(folder)
    if changed := changed_files(folder, record):
        raise RefusedError(
            f"These files were changed since the import, which would lose your changes: {', '.join(changed)}. Go on by "
            "hand; `git diff` shows the changes. To throw them away, delete these files, and type `make import` again."
        )
    path, overrides = folder / IMPORT / record.document, read_overrides(folder)
    source = read_document(open_document(path))
    summaries: list[str] = []
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as made:
        guide = Path(made, folder.name)
        make_guide(
            guide,
            dict(record.answers),
            engine,
            fill=lambda guide, given: summaries.append(_fill(guide, path, source, given, overrides)),
        )
        if (folder / OVERRIDES).is_file():
            shutil.copy(folder / OVERRIDES, guide / OVERRIDES)
        _replace(folder, guide, record)
    return Imported(folder, summaries[0], is_again=True, corrections=len(overrides))


@dataclass(frozen=True)
class ReadDocument:
    """A document that was read."""

    normalised: Normalised
    content: Content
    facts: DocumentFacts


def read_document(document: Document) -> ReadDocument:
    """Read a document with pandoc. Raises `RefusedError`."""
    normalised = normalise(document)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read_with_pandoc, normalised.document)
        compile_patterns()  # it takes as long as pandoc
        content = without_usual_bold(reading.result())
    return ReadDocument(normalised, content, read_facts(content.blocks))


def _fill(
    guide: Path, path: Path, source: ReadDocument, answers: Mapping[str, str], overrides: Iterable[Override]
) -> str:
    """Write what the document says over the blank guide, and return a summary. Raises `RefusedError`."""
    blocks, title_page = without_title_page(source.content.blocks, source.facts)
    content, language = replace(source.content, blocks=blocks), answers.get("language") or ENGLISH
    normalised = source.normalised
    read = account(normalised.inventory, source.content, normalised.listed)
    conversion = convert(content, normalised, read.unread, _blank(guide), language, tuple(overrides))
    conversion = replace(conversion, listed=(*title_page, *conversion.listed))
    check_words(normalised.inventory.words(), conversion.kept, (item.text for item in conversion.listed))
    check_files(conversion.kept, {path: _readable(path, text) for path, text in conversion.texts.items()})
    _write(guide, conversion)
    _write_import(guide, path, conversion, read)
    written = [*conversion.texts, *conversion.pictures]
    (guide / RECORD).write_text(record_of(path, answers, guide, written), encoding="utf-8")
    return f"{counted(conversion.counts)}."


def _readable(path: str, text: str) -> str:
    """Return a file's text as the import gave it: that of YAML without its folds and quotes."""
    if path not in (GLOSSARY, TIMELINE):
        return text
    return "\n".join(str(value) for entry in yaml.load(text, yaml.CSafeLoader) or () for value in entry.values())


def _blank(guide: Path) -> dict[str, str]:
    pages = [f"docs/{page.name}" for page in sorted((guide / "docs").glob("*.md"))]
    return {path: (guide / path).read_text(encoding="utf-8") for path in (*pages, *_DATA)}


def _write(guide: Path, conversion: Conversion) -> None:
    for path, text in conversion.texts.items():
        (guide / path).write_text(text, encoding="utf-8", newline="\n")
    for path, content in conversion.pictures.items():
        (guide / path).parent.mkdir(exist_ok=True)
        (guide / path).write_bytes(content)


def _write_import(guide: Path, path: Path, conversion: Conversion, read: Account) -> None:
    folder = guide / IMPORT
    folder.mkdir()
    shutil.copyfile(path, folder / path.name)
    written = report(path.name, conversion.counts, read, conversion.findings, conversion.texts)
    (folder / "report.md").write_text(written, encoding="utf-8", newline="\n")
    listed = as_printed(path.name, conversion.listed)
    (folder / "as-printed.md").write_text(listed, encoding="utf-8", newline="\n")
    (guide / OVERRIDES).write_text(_NO_OVERRIDES, encoding="utf-8", newline="\n")


def _replace(folder: Path, made: Path, before: ImportRecord) -> None:
    """Put the files of a guide that was made anew in place of those that the import wrote before."""
    after = read_record(made)
    for path in set(before.files) - set(after.files):
        (folder / path).unlink(missing_ok=True)
    for path in (*after.files, *(f"{IMPORT}/{name.name}" for name in (made / IMPORT).iterdir())):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made / path, folder / path)


_NO_OVERRIDES = """\
# Corrections of the import. Take the # away, write your own, and type "make import" in the guide's folder: it makes the
# guide anew from the document, the same but for them. Each names words as the document prints them; for a long text its
# beginning is enough.
#
# - heading: "UNICEF"                  # level: 1 a chapter, 2 to 6 what is below, 0 no heading
#   level: 2
# - chapter: "Bloc positions"          # the page where it goes, as the files in docs/ are called, without .md
#   page: stakeholders
# - drop: "Page 3 of 12"               # left out
# - date: "6 and 9 August 1945"        # how timeline.yaml writes it; of several: "2007 The network is made"
#   is: 1945-08-06/1945-08-09
# - note: "ibid., 12"                  # what it cites; of several: the number, "14"
#   cites: "[@un1945charter, p. 12]"
# - source: "“About Us.” National Center"
#   type: online                       # may be left out
#   fields:                            # those that are left out stay; one that is empty, "", goes
#     title: About us
#     author: "{La Moncloa}"           # an organisation in braces, a person as Family, Given
"""
