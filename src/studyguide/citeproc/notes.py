"""Render the citations and the bibliography in a CSL style, with pandoc's citeproc: in one run, or in several at once.

The input is pandoc's syntax tree as JSON, so nothing in it needs escaping. Each chapter begins with a heading of the
class `reset-citation-positions`, after which the first citation of a source is rendered in full again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from studyguide.citeproc.bibtex_input import bibtex_input
from studyguide.citeproc.citation_nodes import citation_alone, citation_span, cite_item, position_reset
from studyguide.citeproc.division import divided
from studyguide.citeproc.guide_citation import OWN_KEYS, own_works
from studyguide.citeproc.inlines import Node, node
from studyguide.citeproc.locators import LocatorEncoder, decode, with_wordings
from studyguide.citeproc.note_style import joined, note_style, without_repeated_years
from studyguide.citeproc.pandoc import DOCUMENT, PandocError, run_pandoc
from studyguide.citeproc.repetitions import Repetition, marked, repetitions, unmarked
from studyguide.citeproc.self_citation import Work
from studyguide.data.abbreviations import in_print
from studyguide.data.access_words import linked
from studyguide.data.csl_styles import locale_of, prints_titles_as_sentences
from studyguide.data.guide import Guide
from studyguide.data.issue_words import without_labels
from studyguide.data.local_dates import in_case
from studyguide.data.normalised_fields import HYPHEN
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.data.style_punctuation import punctuated
from studyguide.data.title_languages import lang_attributes
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.markdown.chapter import Chapter, Note
from studyguide.markdown.citations import CiteItem

_BIBLIOGRAPHY = "<bibliography"
_ENTRY = "entry"
"""Stands before the key of a source whose first citation is its entry, where positions do: see `repetitions`."""
_NBSP = "\u00a0"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, section 2.2
_LINE = re.compile(r"\(line (\d+), column \d+\)")


class CiteprocError(RuntimeError):
    """Pandoc failed; the message is pandoc's."""

    @property
    def problem(self) -> Problem:
        """The error as a problem for a chair, at the line that pandoc names."""
        line = _LINE.search(str(self))
        if not line:
            return problem(Location(BIBLIOGRAPHY), "bibtex-syntax", "pandoc", error=self)
        return problem(Location(BIBLIOGRAPHY, int(line[1])), "bibtex-syntax", "pandoc-line")


@dataclass(frozen=True)
class RenderedCitations:
    """The output of citeproc, as HTML fragments."""

    citations: Mapping[tuple[str, int], str]
    """The rendered citations, by path of the chapter and index in its `citations`."""
    entries: Mapping[str, str]
    """The bibliography entries by key, in the style's order."""
    own: Mapping[str, str] = field(default_factory=dict)
    """The entries of the guide itself, by those of OWN_KEYS."""
    at_positions: Mapping[Repetition, str] = field(default_factory=dict)
    """Citations as they are at each position, whatever stands before them; only where they are asked for."""


def render_citations(
    chapters: Sequence[Chapter],
    guide: Guide,
    runs: int = 1,
    cache: Path | None = None,
    work: Work | None = None,
    *,
    at_positions: bool = False,
) -> RenderedCitations:
    """Render all citations of `chapters`, and an entry for each source of `guide`. Raises CiteprocError.

    Pandoc runs at most `runs` times at once; what it answers is kept in the folder `cache`. With `work`, the guide
    itself is rendered too, and `at_positions` each citation as it is first and when it is repeated.
    """
    as_sentences = prints_titles_as_sentences(guide.style)
    files = {"bibliography.bib": bibtex_input(guide.bibliography, guide.sources, as_sentences, guide.language)}
    files |= {"guide.json": own_works(work, guide.language)} if work else {}
    style = note_style(guide.style, guide.language)
    parts = divided(chapters, guide, runs)
    keys = [*(source.key for source in guide.sources), *(OWN_KEYS if work else ())]
    documents = [_document(part, guide, [] if number else keys, at_positions) for number, part in enumerate(parts)]
    with ThreadPoolExecutor(len(documents)) as threads:
        data = tuple(files.items())
        run = partial(_run_citeproc, bibliographies=data, style=style, language=guide.language, cache=cache)
        rendered = list(threads.map(run, documents))
    citations = {place: html for each in rendered for place, html in each.citations.items()}
    entries = {key: html for key, html in rendered[0].entries.items() if key not in OWN_KEYS}
    repeated = {place: html for each in rendered for place, html in each.at_positions.items()}
    return RenderedCitations(citations, entries, {key: rendered[0].entries[key] for key in OWN_KEYS if work}, repeated)


def _document(chapters: Sequence[Chapter], guide: Guide, keys: Sequence[str], at_positions: bool) -> str:
    """Return the input of a run, with the entries of the sources with these keys."""
    own = [key for key in keys if key in OWN_KEYS]
    nodes = chain(_blocks(chapters, guide, keys), repetitions(chapters, guide, own) if at_positions else ())
    blocks = ",".join(map(json.dumps, nodes))  # the whole would take 20 MB
    meta = json.dumps(_metadata(locale_of(guide.style, guide.language), has_entries=bool(keys)))
    return f'{{"pandoc-api-version": [1, 23], "meta": {meta}, "blocks": [{blocks}]}}'


def _blocks(chapters: Sequence[Chapter], guide: Guide, keys: Sequence[str]) -> Iterator[Node]:
    encoder = LocatorEncoder(guide.style, guide.language)
    for chapter in chapters:
        yield position_reset()
        yield from (_note_block(chapter, note, encoder) for note in chapter.notes)
    if _BIBLIOGRAPHY not in guide.style:
        # A style without a bibliography has no entries: use the first citation of each source instead.
        for key in keys:
            yield from citation_alone(marked(_ENTRY, key), CiteItem(key))


def _note_block(chapter: Chapter, note: Note, encoder: LocatorEncoder) -> Node:
    """Return a citation as inline content, or those of an ordinary footnote wrapped in a note of pandoc's."""
    inlines = [_cite(chapter, number, note, encoder) for number in note.citations]
    if not note.is_citation:
        inlines = [node("Note", [node("Para", [node("Str", "note"), *inlines])])]
    return node("Para", inlines)


def _cite(chapter: Chapter, number: int, note: Note, encoder: LocatorEncoder) -> Node:
    items = [replace(item, suffix=encoder.encode(item.suffix)) for item in chapter.citations[number].cite_items]
    return citation_span(f"{chapter.path}|{number}", items, note.number)


def _metadata(language: str, *, has_entries: bool) -> Node:
    every_source = node("Cite", [[cite_item(CiteItem("*"))], []])
    return {
        "lang": node("MetaString", language),
        "link-bibliography": node("MetaBool", True),
        "nocite": node("MetaInlines", [every_source]),
        "suppress-bibliography": node("MetaBool", not has_entries),
    }


@lru_cache(maxsize=16)
def _run_citeproc(
    document: str, *, bibliographies: tuple[tuple[str, str], ...], style: str, language: str, cache: Path | None
) -> RenderedCitations:
    """Render with pandoc, cached for rebuilds under `mkdocs serve` that change no citation.

    `bibliographies` are the names and the texts of files.
    """
    files = {DOCUMENT: document, **dict(bibliographies), "style.csl": with_wordings(style)}
    options = ("--citeproc", *(f"--bibliography={name}" for name, _ in bibliographies), "--csl=style.csl")
    try:
        html = run_pandoc(files, "--from=json", "--to=html", *options, cache=cache)
    except PandocError as error:
        raise CiteprocError(str(error)) from error
    html = punctuated(linked(in_case(decode(html)), language), language)
    html = without_labels(without_repeated_years(html).replace(HYPHEN, "-"))
    return _extract(lang_attributes(in_print(html), language))


def _extract(html: str) -> RenderedCitations:
    """Extract the citations and entries from pandoc's HTML.

    It is well-formed XML except for `&nbsp;` and control characters from the input.
    """
    html = _NOT_IN_XML.sub("", html.replace("&nbsp;", _NBSP))
    root = ElementTree.fromstring(f"<body>{html}</body>")  # noqa: S314 (pandoc's output)
    notes = {str(item.get("id")): item for item in root.iter("li")}
    entries = {
        str(entry.get("id")).removeprefix("ref-"): _inner_html(entry)
        for entry in root.iter("div")
        if "csl-entry" in str(entry.get("class")).split()
    }
    citations, repeated = {}, {}
    for span in root.iter("span"):
        if span.get("class") == "guide-citation":
            identifier, html = str(span.get("id")), joined(_citation_html(span, notes))
            place = unmarked(identifier)
            if place and place.position == _ENTRY:
                entries[place.key] = html
            elif place:
                repeated[place] = html
            else:
                path, _, number = identifier.rpartition("|")
                citations[path, int(number)] = html
    return RenderedCitations(citations, entries, at_positions=repeated)


def _citation_html(span: Element, notes: Mapping[str, Element]) -> str:
    """Return the HTML of a citation: the content of its footnote in a note style, else the inline text."""
    reference = next((link for link in span.iter("a") if link.get("class") == "footnote-ref"), None)
    if reference is None:
        cite = span.find("span[@class='citation']")
        return _inner_html(span if cite is None else cite)
    paragraphs = list(notes[str(reference.get("href")).removeprefix("#")])
    for paragraph in paragraphs:
        for backlink in paragraph.findall("a[@class='footnote-back']"):
            paragraph.remove(backlink)
    return " ".join(_inner_html(paragraph) for paragraph in paragraphs)


def _inner_html(element: Element) -> str:
    inner = "".join(ElementTree.tostring(child, encoding="unicode", method="html") for child in element)
    text = ElementTree.Element("x")
    text.text = element.text
    start = ElementTree.tostring(text, encoding="unicode", method="html")[3:-4]
    return (start + inner).strip()
