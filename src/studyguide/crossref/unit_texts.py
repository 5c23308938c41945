"""Take from the converted pages what a reader sees of each section, term and event, as plain text.

The text is of the page before its links, backlinks and notes are resolved, so that a change elsewhere is none here. In
the place of a note's number stands what it cites, `[@key, p. 4]`; an ordinary note stands behind its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import html as lxml_html
from lxml.etree import _Element

from studyguide.data.bibtex_fields import PRINTED, plain_value
from studyguide.data.edition import Unit, Units
from studyguide.data.guide import Guide
from studyguide.data.paths import KEY_TERMS_PAGE, SCHEME, TIMELINE_PAGE
from studyguide.markdown.chapter import HEADINGS, Chapter, Note
from studyguide.markdown.markers import CHANGES_MARKER

_BLOCKS = HEADINGS | frozenset(
    """
    address article aside blockquote br dd details div dl dt figcaption figure hr li nav ol p pre section summary table
    tbody tfoot thead tr ul
    """.split()  # noqa: SIM905
)
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"script", "style", "svg", "template"})
_ASIDES = frozenset({"footnote", "guide-backlinks", "guide-in-timeline", "headerlink", "screen-only"})
"""The classes of what is not the section's own text."""
_LISTED = "data-search-exclude"
"""The attribute of lines that only name other entries, such as 'See also'."""
_NOT_COMPARED = frozenset({"urldate", "title"})
"""Fields of a source: that someone looked at it again is no change, and its title stands before its words."""


@dataclass
class _Texts:
    """The paragraphs of a page, by the id of their section."""

    notes: Sequence[Note]
    cited: Sequence[str]
    """The text of each note's citations, by the note's number less one; empty for an ordinary note."""
    bodies: Mapping[int, str]
    """The words of each ordinary note, by number."""
    names: Mapping[str, str]
    """The titles of what a link without words of its own may lead to."""
    section: str = ""
    found: dict[str, list[str]] = field(default_factory=lambda: {"": [""]})
    later: list[int] = field(default_factory=list)
    """The ordinary notes of the current section, whose words follow it."""

    def open(self, section: str) -> None:
        """Begin the section under a heading; one that has the id of another goes on with it."""
        self.close()
        self.section = section
        self.found.setdefault(section, []).append("")

    def close(self) -> None:
        """Add the words of the notes to the section."""
        self.found[self.section] += [self.bodies[number] for number in self.later if number in self.bodies]
        self.later.clear()

    def add(self, text: str | None) -> None:
        """Add text to the current paragraph."""
        self.found[self.section][-1] += text or ""

    def end_paragraph(self) -> None:
        """Begin a new paragraph."""
        self.found[self.section].append("")

    def refer(self, number: int) -> None:
        """Add the reference to a note."""
        if 0 < number <= len(self.notes):
            self.add(f" {self.cited[number - 1]}" if self.cited[number - 1] else "")
            if not self.notes[number - 1].is_citation and number not in self.later:
                self.later.append(number)


def units_of(guide: Guide, chapters: Sequence[Chapter], pages: Mapping[str, str]) -> Units:
    """Return the units of a guide; `pages` has the HTML of its chapters by their files, with placeholders and all."""
    compared = [chapter for chapter in chapters if CHANGES_MARKER not in chapter.source.markers]
    names = {f"{SCHEME}{it.path}#{it.id}": it.title for chapter in chapters for it in chapter.sections}
    texts = {chapter.path: _section_texts(chapter, pages[chapter.path], names) for chapter in compared}
    terms, events = texts.get(KEY_TERMS_PAGE, {}), texts.get(TIMELINE_PAGE, {})
    return {
        "sections": _sections(guide, compared, texts),
        "terms": {term.id: Unit.of(term.name, terms.get(term.anchor, "")) for term in guide.terms},
        "events": {event.id: Unit.of(event.title, events.get(event.anchor, "")) for event in guide.events},
        "sources": {it.key: Unit.of(it.title or it.key, _fields(it.fields)) for it in guide.sources},
    }


def _sections(guide: Guide, chapters: Iterable[Chapter], texts: Mapping[str, Mapping[str, str]]) -> dict[str, Unit]:
    """Return the chapters' own sections, which are no entries of the data and no decades of the timeline."""
    entries = {(KEY_TERMS_PAGE, term.anchor) for term in guide.terms}
    entries |= {(TIMELINE_PAGE, event.anchor) for event in guide.events}
    sections: dict[str, Unit] = {}
    for chapter in chapters:
        titles = {section.id: section.title for section in chapter.sections}
        for section, text in texts[chapter.path].items():
            is_decade = chapter.path == TIMELINE_PAGE and section.startswith("decade-")
            if (chapter.path, section) not in entries and (text or section in titles) and not is_decade:
                sections[f"{chapter.path}#{section}"] = Unit.of(titles.get(section) or chapter.title, text)
    return sections


def _fields(fields: Mapping[str, str]) -> str:
    """Return what is printed of a source, in the order of the names of its fields, so that their order is no change."""
    names = sorted(name for name in fields if name in PRINTED and name not in _NOT_COMPARED)
    return "\n".join(" ".join(plain_value(fields[name]).split()) for name in names)


def _section_texts(chapter: Chapter, html: str, names: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each section of a chapter, a line a paragraph, by the id of its heading."""
    if not html.strip():
        return {}
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    cited = ["".join(_citations(note, chapter)) if note.is_citation else "" for note in chapter.notes]
    texts = _Texts(chapter.notes, cited, dict(_note_bodies(root, chapter)), names)
    _walk(root, texts)
    texts.close()
    lines = {section: [" ".join(each.split()) for each in parts] for section, parts in texts.found.items()}
    return {section: "\n".join(filter(None, each)) for section, each in lines.items()}


def _citations(note: Note, chapter: Chapter) -> Iterator[str]:
    """Yield the citations of a note as they are written."""
    for number in note.citations:
        items = (f"{item.prefix} @{item.key}{item.suffix}".strip() for item in chapter.citations[number].cite_items)
        yield f"[{'; '.join(items)}]"


def _note_bodies(root: _Element, chapter: Chapter) -> Iterator[tuple[int, str]]:
    """Yield the number and the words of each ordinary note, with its citations behind them."""
    for note in chapter.notes:
        items = [] if note.is_citation else root.xpath("//li[@id=$id]", id=f"fn:{note.number}")
        for item in items:
            for link in item.xpath(".//a[@class='footnote-backref']"):
                link.text = ""
            words = f"{item.text_content()} {''.join(_citations(note, chapter))}"
            yield note.number, words


def _walk(element: _Element, texts: _Texts) -> None:
    """Add the text of an element and of all in it."""
    texts.add(element.text)
    for child in element:
        if isinstance(child.tag, str) and not _is_aside(child):
            _visit(child, texts)
        texts.add(child.tail)


def _visit(element: _Element, texts: _Texts) -> None:
    """Add an element: a heading begins a section, a block a paragraph."""
    number = re.fullmatch(r"fnref\d*:(\d+)", element.get("id") or "")
    if number and element.tag == "sup":
        texts.refer(int(number[1]))
    elif element.tag in HEADINGS and element.get("id"):
        texts.open(element.get("id") or "")
    elif element.tag == "a" and not element.text and not len(element):
        texts.add(texts.names.get(element.get("href") or ""))
    elif element.tag in _BLOCKS:
        texts.end_paragraph()
        _walk(element, texts)
        texts.end_paragraph()
    else:
        _walk(element, texts)
        if element.tag in _CELLS:
            texts.add(" | ")


def _is_aside(element: _Element) -> bool:
    return (
        element.tag in _UNSEEN
        or element.get(_LISTED) is not None
        or not _ASIDES.isdisjoint((element.get("class") or "").split())
    )
