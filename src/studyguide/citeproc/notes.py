"""Have pandoc's citeproc write the notes and the bibliography in a CSL style: one call for the whole guide.

The document goes to pandoc as its own syntax tree (JSON), so that nothing in it can be taken for markup. A heading
with the class `reset-citation-positions` begins each chapter: there a source is cited in full again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from studyguide.citeproc.pandoc import DOCUMENT, PandocError, run_pandoc
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.data.title_languages import with_languages
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.markdown.chapter import Chapter, Note
from studyguide.markdown.citations import CiteItem

_Node = dict[str, Any]
_BIBLIOGRAPHY = "<bibliography"
_ENTRY = "|entry|"
_NBSP = "\u00a0"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, section 2.2
_LINE = re.compile(r"\(line (\d+), column \d+\)")
_EMPHASIS = re.compile(r"(?<!\w)(?P<signs>\*\*?|__?)(?P<words>[^\s*_](?:[^*_]*[^\s*_])?)(?P=signs)(?!\w)")


class CiteprocError(RuntimeError):
    """Pandoc could not read the bibliography; its words are pandoc's."""

    @property
    def problem(self) -> Problem:
        """The same in a chair's words, at the line where pandoc gave up."""
        line = _LINE.search(str(self))
        if not line:
            return problem(Location(BIBLIOGRAPHY), "bibtex-syntax", "pandoc", error=self)
        return problem(Location(BIBLIOGRAPHY, int(line[1])), "bibtex-syntax", "pandoc-line")


@dataclass(frozen=True)
class RenderedCitations:
    """What citeproc wrote, as HTML."""

    citations: Mapping[tuple[str, int], str]
    """The text of each citation, by its chapter and its number there."""
    entries: Mapping[str, str]
    """The entry of each source in the bibliography, by key, in the style's order."""


def start_rendering(chapters: Sequence[Chapter], guide: Guide) -> Future[RenderedCitations]:
    """Begin to write, and give what will hold the result, or the CiteprocError.

    Where the files have errors, those are told first, and pandoc is not begun: sources that refer to one another in a
    circle take it minutes, and whoever started this could not end before.
    """
    if any(not problem.is_warning for problem in guide.problems):
        refused: Future[RenderedCitations] = Future()
        refused.set_exception(CiteprocError("the guide's files are to be mended first"))
        return refused
    thread = ThreadPoolExecutor(1)
    writing = thread.submit(render_citations, chapters, guide)
    thread.shutdown(wait=False)
    return writing


def render_citations(chapters: Sequence[Chapter], guide: Guide) -> RenderedCitations:
    """Write every citation of `chapters`, and an entry for every source of `guide`. Raises CiteprocError."""
    blocks = ",".join(map(json.dumps, _blocks(chapters, guide)))  # one by one: their tree would take 20 MB
    meta = json.dumps(_metadata(guide.language))
    document = f'{{"pandoc-api-version": [1, 23], "meta": {meta}, "blocks": [{blocks}]}}'
    bibliography = with_languages(guide.bibliography, guide.sources)
    return _write(document, bibliography, guide.style)


def _blocks(chapters: Sequence[Chapter], guide: Guide) -> Iterator[_Node]:
    for chapter in chapters:
        yield _restart()
        yield from (_note_block(chapter, note) for note in chapter.notes)
    if _BIBLIOGRAPHY not in guide.style:
        # A style for notes alone has no entries: one is what the style writes where a source is cited first.
        for source in guide.sources:
            yield _restart()
            yield _node("Para", [_span(_ENTRY + source.key, (CiteItem(source.key),))])


def _restart() -> _Node:
    return _node("Header", [1, ["", ["reset-citation-positions"], []], []])


def _note_block(chapter: Chapter, note: Note) -> _Node:
    """A citation stands in the text; an ordinary note is a note, so that pandoc writes into it."""
    inlines = [_cite(chapter, number, note) for number in note.citations]
    if not note.is_citation:
        inlines = [_node("Note", [_node("Para", [_node("Str", "note"), *inlines])])]
    return _node("Para", inlines)


def _cite(chapter: Chapter, number: int, note: Note) -> _Node:
    return _span(f"{chapter.path}|{number}", chapter.citations[number].cite_items, note.number)


def _span(identifier: str, works: Sequence[CiteItem], note_number: int = 0) -> _Node:
    cite = _node("Cite", [[_cited(work, note_number) for work in works], [_node("Str", "?")]])
    return _node("Span", [[identifier, ["guide-citation"], []], [cite]])


def _cited(work: CiteItem, note_number: int = 0) -> _Node:
    """The note's number is the chapter's own, which the reader sees: a style may say 'see note 3'."""
    return {
        "citationId": work.key,
        "citationPrefix": _inlines(work.prefix),
        "citationSuffix": _inlines(work.suffix),
        "citationMode": _node("SuppressAuthor" if work.hides_author else "NormalCitation"),
        "citationNoteNum": note_number,
        "citationHash": 0,
    }


def _inlines(text: str) -> list[_Node]:
    """Words and spaces; `*words*` and `**words**` are emphasised, as in the Markdown that they come from."""
    inlines: list[_Node] = []
    end = 0
    for emphasis in _EMPHASIS.finditer(text):
        kind = "Strong" if len(emphasis["signs"]) > 1 else "Emph"
        inlines += [*_words(text[end : emphasis.start()]), _node(kind, _words(emphasis["words"]))]
        end = emphasis.end()
    return inlines + _words(text[end:])


def _words(text: str) -> list[_Node]:
    return [_node("Space") if part.isspace() else _node("Str", part) for part in re.split(r"(\s+)", text) if part]


def _node(kind: str, content: Any = None) -> _Node:
    return {"t": kind} if content is None else {"t": kind, "c": content}


def _metadata(language: str) -> _Node:
    every_source = _node("Cite", [[_cited(CiteItem("*"))], []])
    return {
        "lang": _node("MetaString", language),
        "link-bibliography": _node("MetaBool", True),
        "nocite": _node("MetaInlines", [every_source]),
    }


@lru_cache(maxsize=4)
def _write(document: str, bibliography: str, style: str) -> RenderedCitations:
    """Write; under `mkdocs serve` a build that changed no citation finds the last answer here."""
    files = {DOCUMENT: document, "bibliography.bib": bibliography, "style.csl": style}
    options = ("--citeproc", "--bibliography=bibliography.bib", "--csl=style.csl")
    try:
        html = run_pandoc(files, "--from=json", "--to=html", *options)
    except PandocError as error:
        raise CiteprocError(str(error)) from error
    return _take_apart(html)


def _take_apart(html: str) -> RenderedCitations:
    """Find the pieces in pandoc's HTML, which is XML but for a named entity and pasted control characters."""
    html = _NOT_IN_XML.sub("", html.replace("&nbsp;", _NBSP))
    root = ElementTree.fromstring(f"<body>{html}</body>")  # noqa: S314 (pandoc wrote it)
    notes = {str(item.get("id")): item for item in root.iter("li")}
    entries = {
        str(entry.get("id")).removeprefix("ref-"): _inner_html(entry)
        for entry in root.iter("div")
        if "csl-entry" in str(entry.get("class")).split()
    }
    citations = {}
    for span in root.iter("span"):
        if span.get("class") == "guide-citation":
            identifier, html = str(span.get("id")), _citation_html(span, notes)
            if identifier.startswith(_ENTRY):
                entries[identifier.removeprefix(_ENTRY)] = html
            else:
                path, _, number = identifier.rpartition("|")
                citations[path, int(number)] = html
    return RenderedCitations(citations, entries)


def _citation_html(span: Element, notes: Mapping[str, Element]) -> str:
    """A note style has written a note of its own; an in-text style has written into the text."""
    call = next((link for link in span.iter("a") if link.get("class") == "footnote-ref"), None)
    if call is None:
        cite = span.find("span[@class='citation']")
        return _inner_html(span if cite is None else cite)
    paragraphs = list(notes[str(call.get("href")).removeprefix("#")])
    for paragraph in paragraphs:
        for back in paragraph.findall("a[@class='footnote-back']"):
            paragraph.remove(back)
    return " ".join(_inner_html(paragraph) for paragraph in paragraphs)


def _inner_html(element: Element) -> str:
    inner = "".join(ElementTree.tostring(child, encoding="unicode", method="html") for child in element)
    text = ElementTree.Element("x")
    text.text = element.text
    start = ElementTree.tostring(text, encoding="unicode", method="html")[3:-4]
    return (start + inner).strip()
