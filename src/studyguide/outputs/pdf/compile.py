"""Typeset the PDFs with Typst.

The pages' finished HTML goes through pandoc to Typst. Notes become footnotes, and links show page numbers. The PDFs
conform to PDF/UA-1 (ISO 14289-1) and are reproducible: the same guide gives the same bytes.

What only typesetting needs is imported there: a check, which reads the chapters alone, would wait for it.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import typst

from studyguide.citeproc.pandoc import PandocError
from studyguide.images.fitting import printable
from studyguide.labels.catalogue import ENGLISH, Labels
from studyguide.labels.direction import text_direction
from studyguide.outputs.book import BookPage, OutputError, TitlePage
from studyguide.outputs.fonts import fonts_for
from studyguide.outputs.pdf.document import Printable, make_printable
from studyguide.outputs.pdf.printed_labels import page_lists, printed_keywords, printed_labels
from studyguide.outputs.pdf.typst_writer import write_typst

TEMPLATES = Path(__file__).parent
_LINE = re.compile(r"main\.typ:(\d+):")
_LABEL_LINE = re.compile(r"(?:// )?<([A-Za-z0-9.:_-]+)>$")
_LABEL = re.compile(r"(?<![\n(\\])(?<!, )(?<!// )<([A-Za-z0-9.:_-]+)>")
"""A label that an inline element sets: not a heading's, which begins a line, nor a reference, as in `link(<label>)`."""
_PICTURE = re.compile(r'image\("([^"]+)"')
_UNSHOWN = re.compile(r'the text `"(.+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACES = """query(selector.or(heading, metadata)).filter(it => it.has("label")).map(
  it => (str(it.label), it.location().page())
)"""
"""An expression of Typst: the label and the page of each place in a document."""
ADDRESS_PICTURE = "address.svg"


@dataclass(frozen=True)
class Pdf:
    """A PDF and its counts."""

    pdf: bytes = field(repr=False)
    pages: int
    notes: int = 0
    """The number of note elements in its structure tree."""
    labels: frozenset[str] = field(default=frozenset(), repr=False)
    """Its anchors: named destinations for headings, the labels of the source for the rest."""


def make_handout(
    pages: Sequence[BookPage],
    title_page: TitlePage,
    day: date,
    read_picture: Callable[[str], bytes],
    notes: int,
    labels: Labels = ENGLISH,
) -> Pdf:
    """Typeset `pages`, which are in reading order, as a PDF dated `day`.

    `read_picture` returns the picture at a URL of the site; `notes` is the number of notes on the pages. Raises
    OutputError if a note is missing in the PDF or Typst fails.
    """
    document = _document(pages, title_page, labels)
    try:
        source, printed_notes = _handout(document, title_page, labels, read_picture)
        handout = _compile(source, day)
    except OutputError as error:
        error.picture = document.pictures.get(error.picture, "")
        raise
    if not handout.notes == printed_notes == notes:
        held = min(handout.notes, printed_notes)
        raise OutputError(f"The handout holds {held} notes, and the site calls {notes}: one got lost.")
    return handout


def handout_places(
    pages: Sequence[BookPage],
    title_page: TitlePage,
    read_picture: Callable[[str], bytes],
    labels: Labels = ENGLISH,
) -> list[tuple[str, int]]:
    """Return the labels of the handout of these pages with their page numbers, in reading order.

    Typst keeps the layout of a handout that it has just set. Raises OutputError.
    """
    source, _ = _handout(_document(pages, title_page, labels), title_page, labels, read_picture)
    with _laid_out(source) as compiler:
        return [(str(name), int(number)) for name, number in json.loads(compiler.eval(_PLACES))]


def _document(pages: Sequence[BookPage], title_page: TitlePage, labels: Labels) -> Printable:
    direction = text_direction(title_page.language)
    return make_printable(pages, title_page.address, labels, title_page.accent, direction)


def _handout(
    document: Printable, title_page: TitlePage, labels: Labels, read_picture: Callable[[str], bytes]
) -> tuple[_Source, int]:
    """Return the source of the handout and the number of its footnotes. Raises OutputError."""
    try:
        body, notes = write_typst(document.pages)
    except PandocError as error:
        raise OutputError(f"Pandoc, which prepares the print, stopped: {error}") from error
    files = {name: svg.encode() for name, svg in document.drawn.items()}
    files |= {name: printable(read_picture(address)) for name, address in document.pictures.items()}
    files |= _facts(title_page, labels, read_picture)
    return _source(("handout.typ", "title-page.typ"), body, files, title_page), notes


Questions = tuple[tuple[str, str], ...]
"""The mark and the words of each question."""


@dataclass(frozen=True)
class QuickReference:
    """The content of the quick reference."""

    terms: tuple[tuple[str, str], ...]
    """Each term with its short definition."""
    events: tuple[tuple[str, str], ...]
    """Each event's date and title, in date order."""
    questions: tuple[tuple[str, Questions], ...]
    """What a resolution should answer, by topic in a guide with several; an empty topic for the questions of all."""


def make_quick_reference(
    reference: QuickReference,
    title_page: TitlePage,
    day: date,
    labels: Labels = ENGLISH,
    read_picture: Callable[[str], bytes] | None = None,
) -> Pdf:
    """Typeset `reference` on one page, or on two; the template chooses the type size.

    Without `read_picture`, it has no logo.
    """
    files = {"data.json": _data(asdict(reference)), **_facts(title_page, labels, read_picture)}
    return _compile(_source(("quick-reference.typ",), "", files, title_page), day)


@dataclass(frozen=True)
class _Source:
    """What Typst compiles."""

    templates: tuple[str, ...]
    body: str
    files: tuple[tuple[str, bytes], ...]
    """Data and pictures, by name."""
    fonts: tuple[str, ...]
    """The folders of the fonts that the texts need."""


def _source(templates: tuple[str, ...], body: str, files: Mapping[str, bytes], title_page: TitlePage) -> _Source:
    texts = [content.decode(errors="replace") for name, content in files.items() if name.endswith((".json", ".svg"))]
    fonts = fonts_for(f"{title_page.language}-{title_page.region}", [body, *texts])
    return _Source(templates, body, (*files.items(), ("fonts.json", _data(asdict(fonts)))), fonts.folders)


@contextmanager
def _laid_out(source: _Source) -> Iterator[typst.Compiler]:
    """Write the source into a folder, for its compiler. Raises OutputError for what that reports."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, content in source.files:
            (root / name).write_bytes(content)
        main = root / "main.typ"
        parts = [*((TEMPLATES / name).read_text(encoding="utf-8") for name in source.templates), source.body]
        main.write_text("\n".join(parts), encoding="utf-8")
        try:
            yield typst.Compiler(str(main), root=str(root), font_paths=list(source.fonts), ignore_system_fonts=True)
        except typst.TypstError as error:
            message = error.message.removeprefix("PDF/UA-1 error: ").replace("`", "")
            raise OutputError(
                message, _place_of(error, main), picture=_picture_of(error), letters=_letters_of(error)
            ) from error


@lru_cache(maxsize=4)
def _compile(source: _Source, day: date) -> Pdf:
    """Compile the source. Raises OutputError.

    It is cached for builds of `mkdocs serve` that change no text.
    """
    midnight = int((day - date(1970, 1, 1)).total_seconds())
    with _laid_out(source) as compiler:
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=midnight)
    assert isinstance(pdf, bytes)
    return _compressed(pdf, frozenset(_LABEL.findall(source.body)))


def _place_of(error: typst.TypstError, main: Path) -> str:
    """Return the label of the last heading up to the line of Typst's error; empty if there is none."""
    line = _LINE.search(error.diagnostic)
    before = main.read_text(encoding="utf-8").splitlines()[: int(line[1]) + 1] if line else []
    return next((found[1] for text in reversed(before) if (found := _LABEL_LINE.match(text))), "")


def _picture_of(error: typst.TypstError) -> str:
    """Return the name of the picture that Typst could not decode; empty for another error."""
    picture = _PICTURE.search(error.diagnostic) if "image" in error.message else None
    return picture[1] if picture else ""


def _letters_of(error: typst.TypstError) -> str:
    """Return the letters without a glyph; Typst also lists the ASCII letters beside them."""
    shown = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), "".join(_UNSHOWN.findall(error.diagnostic)))
    return "".join(dict.fromkeys(letter for letter in shown if not letter.isascii()))


def _facts(title_page: TitlePage, labels: Labels, read_picture: Callable[[str], bytes] | None) -> dict[str, bytes]:
    """Return the data files of the templates: facts and labels, as JSON, which needs no escaping; QR code and logo."""
    words = {"labels": printed_labels(title_page, labels), "page_lists": page_lists(labels)}
    files = {}
    if title_page.logo and read_picture:  # an SVG is named: see `document`
        name = "logo.svg" if title_page.logo.lower().endswith(".svg") else "logo"
        files[name] = read_picture(title_page.logo)
    logo = {"logo": next(iter(files), ""), "logo_words": title_page.conference or title_page.title}
    files["facts.json"] = _data(title_page.facts | words | logo | {"keywords": printed_keywords(labels)})
    if title_page.address:
        import segno

        code = BytesIO()
        segno.make(title_page.address, error="m").save(code, kind="svg", border=0)
        files[ADDRESS_PICTURE] = code.getvalue()
    return files


def _data(values: dict[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode()


def _compressed(pdf: bytes, labels: frozenset[str]) -> Pdf:
    """Compress the small objects of a tagged PDF into object streams, to a third of their size, and count its notes.

    To `labels` it adds those of headings, which Typst writes as named destinations (ISO 32000-1, 12.3.2.3; notes are
    structure elements, 14.8.4).
    """
    import pikepdf

    packed = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        parts = (each for each in document.objects if isinstance(each, pikepdf.Dictionary))
        notes = sum(part.get("/S") == "/Note" and "/P" in part for part in parts)
        named = document.Root.get("/Names")
        destinations = named.get("/Dests") if named is not None else None
        tree = pikepdf.NameTree(destinations) if destinations is not None else ()  # the iterator needs a live tree
        return Pdf(packed.getvalue(), len(document.pages), notes, labels.union(map(str, tree)))
