"""Walk a chapter's element tree once: collect its content, number its footnotes and insert internal links."""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import chain
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from studyguide.data.glossary import Term
from studyguide.data.paths import OWN_LINKS, SCHEME, TIMELINE_PAGE
from studyguide.data.timeline import Event
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.labels.catalogue import Labels
from studyguide.markdown.bar_chart import ChartError, draw_chart
from studyguide.markdown.box_titles import name_box
from studyguide.markdown.chapter import HEADINGS, MINOR, Chapter, EditorNote, Link, Picture, Section
from studyguide.markdown.country_marks import CountryMarker
from studyguide.markdown.country_matcher import CountryMatcher
from studyguide.markdown.data_pages import ENTRIES
from studyguide.markdown.footnotes import FootnoteList, TouchingReferences
from studyguide.markdown.markers import INLINE_MARKERS
from studyguide.markdown.positions import POSITION, Positions
from studyguide.markdown.raw_html import Tag, tags_in
from studyguide.markdown.term_links import TermLinker, may_hold_terms
from studyguide.markdown.term_matcher import TermMatcher
from studyguide.markdown.urls import SAFE_SCHEMES, scheme_of

_EDITOR_NOTES = ("correction", "check")
NO_TERM = "term:none"
"""The target of `[child](term:none)`, which opts a mention out of linking."""
_WORDLESS = r"\s*(?:<img\b[^<>]*>\s*)?</"
"""The rest of a heading in HTML that has no words."""
_LONE_ID = re.compile(r"\{:? *#[^{}]*\}")
"""An id without a title, which Python-Markdown leaves in the text."""
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class SharedContent:
    """The guide's data from which links are inserted into every chapter."""

    terms: TermMatcher[Term]
    events: Mapping[tuple[str, str], Sequence[Event]]
    """The events that name a section, by chapter and id."""
    labels: Labels
    language: str
    """The guide's language, also where `labels` has no catalogue for it."""
    sets: Mapping[str, Sequence[str]]
    """The sources that are cited by the key of their set."""
    keys: Collection[str]
    """The keys of the sources; none if these cannot be read."""
    countries: CountryMatcher | None = None
    """What finds the states that are to be marked; None where none are."""


class ChapterReader:
    """Reads one chapter from its element tree."""

    def __init__(
        self,
        md: Markdown,
        chapter: Chapter,
        positions: Positions,
        brackets: list[str],
        shared: SharedContent,
    ) -> None:
        self.md = md
        self.chapter = chapter
        self.positions = positions
        self.brackets = brackets
        self.terms = TermLinker(md, shared.terms)
        self.events = shared.events
        self.labels, self.language = shared.labels, shared.language
        self.sets, self.keys = shared.sets, shared.keys
        self.country_matcher = shared.countries
        self.preface = self.section = Section(chapter.path, "", "", 0, chapter.span.where)
        self.sections: list[Section] = []
        self.section_ids: set[str] = set()
        self.headings: list[Element] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.editor_notes: list[tuple[str, Section, Element]] = []
        self.problems: list[Problem] = []
        self.is_in_note = False
        self.references = TouchingReferences(md.htmlStash)
        self.unescape = UnescapeTreeprocessor(md).unescape

    def read(self, root: Element) -> Chapter:
        """Walk the tree, insert links and the list of footnotes, and return the parsed chapter."""
        container = next(child for child in root if child.get("data-footnotes") is not None)
        root.remove(container)
        definitions = {str(definition.get("data-name")): definition for definition in container}
        self.notes = FootnoteList(self.positions, self.brackets, definitions, self.labels, self.sets, self.keys)
        self._visit(root, linkable=True)
        notes = self.notes.element()
        self._report_unreferenced_notes()
        tags = list(tags_in(self.md.htmlStash.rawHtmlBlocks))
        self._read_raw_html(tags)
        self._report_markers_in_raw_html()
        countries = self._mark_countries(root, notes) if self.country_matcher else ()
        self._add_event_lists(root)
        editor_notes = tuple(self._editor_note(*found) for found in self.editor_notes)
        for kind, _, box in self.editor_notes:
            if kind == "correction":
                _fold_if_minor(box)
        if self.notes.notes:
            root.append(notes)
        for element in root.iter():
            element.attrib.pop("data-position", None)
        problems = (*self.chapter.problems, *self.problems, *self.notes.problems)
        return replace(
            self.chapter,
            sections=tuple(self.sections),
            citations=self.notes.citations,
            notes=tuple(self.notes.notes),
            links=tuple(self.links),
            pictures=tuple(self.pictures),
            mentions=self.terms.mentions,
            countries=countries,
            editor_notes=editor_notes,
            code=tuple(unescape("".join(code.itertext())) for code in root.iter("code")),
            ids=frozenset(_ids(root, tags)),
            problems=problems,
            readable=self.chapter.readable and not any(each.rule == "misplaced-marker" for each in problems),
        )

    def _visit(self, element: Element, *, linkable: bool) -> None:
        classes = str(element.get("class", "")).split()
        if element.get("data-citation") is not None:
            self.notes.add_citation(element, self.section, self._place(element))
            self.references.add(element)
            return
        if element.get("data-note") is not None:
            self._read_reference(element)
            return
        if element.tag in HEADINGS:
            self._open_section(element)
        elif element.tag == "a":
            linkable = False
            if "headerlink" not in classes:
                self._read_link(element)
        elif element.tag == "img":
            source = self._address(element, "src")
            words = HTML_PLACEHOLDER_RE.sub("", str(element.get("alt", "")))  # without comments
            self.pictures.append(Picture(words, self._place(element), source))
            if scheme_of(source) not in ("", "http", "https"):
                element.set("src", "")  # reported by lint.links
        elif element.tag == "figure" and "chart" in classes:
            self._draw_chart(element)
        linkable = linkable and may_hold_terms(element.tag, classes)
        self.references.pass_tag(element.tag)
        self._visit_text(element, linkable)
        self.references.pass_tag(element.tag)
        if "admonition" in classes:
            name_box(element, classes, self.labels)
            self._keep_editor_note(element, classes)

    def _keep_editor_note(self, element: Element, classes: Sequence[str]) -> None:
        """Keep a box for the page of corrections, which leads to it by an id that no author can have given."""
        for kind in _EDITOR_NOTES:
            if kind in classes:
                element.attrib.setdefault("id", f"{kind}:{len(self.editor_notes) + 1}")
                self.editor_notes.append((kind, self.section, element))

    def _visit_text(self, element: Element, linkable: bool) -> None:
        """Visit the text and the children in document order."""
        children = list(element)
        hidden: list[str] = []
        self.references.pass_text(element.text)
        if linkable:
            element.text, links = self.terms.link(element.text, self.section, hidden)
            element[0:0] = links
        for child in children:
            self._visit(child, linkable=linkable and not hidden)
            self.references.pass_text(child.tail)
            if linkable:
                child.tail, links = self.terms.link(child.tail, self.section, hidden)
                if links:
                    place = list(element).index(child) + 1
                    element[place:place] = links

    def _read_reference(self, element: Element) -> None:
        place = self._place(element)
        is_lost = self.is_in_note and self.chapter.is_printed
        definition = self.notes.add_reference(element, self.section, place, is_lost=is_lost)
        if element.text:  # of no note: it stays as it was written
            self.references.pass_text(element.text)
            return
        self.references.add(element)
        if definition is not None:
            self.is_in_note, was_in_note = True, self.is_in_note
            self._visit(definition, linkable=False)
            self.is_in_note = was_in_note
            self.references.resume(element)

    def _open_section(self, heading: Element) -> None:
        title = unescape(_TAG.sub("", self._postprocess(self.unescape("".join(_own_text(heading))))))
        where = self._place(heading)
        self.section = Section(
            self.chapter.path, str(heading.get("id", "")), " ".join(title.split()), int(heading.tag[1]), where
        )
        if not self.section.title or (heading.text and _LONE_ID.fullmatch(self.section.title)):
            message = "picture" if heading.find(".//img") is not None else ""
            self.problems.append(problem(where, "empty-heading", message))
        elif self.section.id in self.section_ids:
            self.problems.append(problem(where, "repeated-section", id=self.section.id))
        self.sections.append(self.section)
        self.section_ids.add(self.section.id)
        self.headings.append(heading)

    def _address(self, element: Element, attribute: str) -> str:
        """Return an address without the placeholders of Python-Markdown, which stand for `&` and `\\_`."""
        return unescape(self.unescape(str(element.get(attribute, "")).replace(AMP_SUBSTITUTE, "&")))

    def _read_link(self, link: Element) -> None:
        target = self._address(link, "href")
        if target == NO_TERM:
            link.tag = "span"
            link.attrib.clear()
        elif (target and not target.startswith(SCHEME)) or link.get("data-position"):  # written by an author
            self.links.append(Link(target, self._place(link), self.section))
            if not is_url(target) or scheme_of(target) not in (*SAFE_SCHEMES, *OWN_LINKS):
                link.set("href", "")  # reported by lint.links; MkDocs fails on such a URL, and on no href
                return
            kind, _, name = target.partition(":")
            if kind == "term":
                self.terms.lead(link, name, self.section)
            elif kind in OWN_LINKS:
                link.set("href", f"{SCHEME}{OWN_LINKS[kind]}{name}")
                link.set("class", f"guide-{kind}")

    def _draw_chart(self, figure: Element) -> None:
        self.pictures.append(Picture(str(figure.get("aria-label", "")), self._place(figure), None))
        try:
            figure.insert(0, draw_chart(figure, self.language))
        except ChartError as error:
            self.problems.append(error.finding.at(self._place(figure)))

    def _mark_countries(self, root: Element, notes: Element) -> tuple[tuple[str, Section, int], ...]:
        """Mark the states that the text and its footnotes name; return where each is named."""
        assert self.country_matcher is not None
        sections = {id(heading): section for heading, section in zip(self.headings, self.sections, strict=True)}
        marker = CountryMarker(self.md, self.country_matcher, sections, self.preface)
        marker.mark(root)
        for note, item in zip(self.notes.notes, notes.iterfind("ol/li"), strict=True):
            if not note.is_citation:
                marker.mark_note(item, note.section, note.number)
        return marker.named

    def _add_event_lists(self, root: Element) -> None:
        """Append to each section the list of the events that name it."""
        parents = {child: parent for parent in root.iter() for child in parent}
        for section, heading in zip(self.sections, self.headings, strict=True):
            events = self.events.get((self.chapter.path, section.id), ())
            if events and heading in parents:
                siblings = list(parents[heading])
                later = siblings[siblings.index(heading) + 1 :]
                end = next((other for other in later if other.tag in HEADINGS), None)
                place = siblings.index(end) if end is not None else len(siblings)
                parents[heading].insert(place, _event_list(events, self.labels))

    def _editor_note(self, kind: str, section: Section, element: Element) -> EditorNote:
        """Copy an editor's note for the page of corrections: without title and ids, with page-independent links."""
        note, box = copy.deepcopy(element), str(element.get("id"))
        for title in [child for child in note if child.get("class") == "admonition-title"]:
            note.remove(title)
        for inner in note.iter():
            inner.attrib.pop("id", None)
            inner.attrib.pop("data-position", None)
            url = str(inner.get("href", ""))
            if url.startswith("#"):
                inner.set("href", f"{SCHEME}{self.chapter.path}{url}")
            elif url and ":" not in url:
                path, hash_sign, anchor = url.partition("#")
                path = posixpath.normpath(posixpath.join(posixpath.dirname(self.chapter.path), path))
                inner.set("href", f"{SCHEME}{path}{hash_sign}{anchor}")
        html = self._postprocess("".join(self.md.serializer(child) for child in note))
        return EditorNote(kind, section, self.unescape(html).strip(), box)

    def _postprocess(self, html: str) -> str:
        """Run Python-Markdown's postprocessors on a fragment of the page."""
        for postprocessor in self.md.postprocessors:
            html = postprocessor.run(html)
        return html

    def _report_unreferenced_notes(self) -> None:
        for name in self.notes.unreferenced:
            where = self._find_in_source(rf"^[ \t>]*(\[\^{re.escape(name)}\]:)")
            self.problems.append(problem(where, "uncalled-note", name=name))

    def _read_raw_html(self, tags: Sequence[Tag]) -> None:
        """Collect images and links in raw HTML, and report those that need Markdown syntax.

        MkDocs does not rewrite URLs in raw HTML, so a relative image path works in an `index.md` alone, whose page
        has the same directory as its source.
        """
        for tag in tags:
            marker = tag.attributes.get(ENTRIES)
            if marker and not any(each.rule == "misplaced-marker" for each in self.chapter.problems):
                where = self._find_in_source(rf"<!--\s*{marker}\s*-->")
                self.problems.append(problem(where, "misplaced-marker", "in-html", name=marker))
            if tag.name in HEADINGS and (
                empty := re.search(re.escape(tag.written) + _WORDLESS, self.chapter.span.text)
            ):
                self.problems.append(problem(self.chapter.span.locate(empty.start()), "empty-heading"))
            is_chart = tag.name == "figure" and "chart" in tag.attributes.get("class", "").split()
            if tag.name not in ("a", "img") and not is_chart:
                continue
            where = self.positions.place(tag.position) if tag.position else self._find_text(tag.written)
            if is_chart:
                self.problems.append(problem(where, "wrong-chart", "html"))
            elif tag.name == "a":
                target = tag.attributes.get("href", "")
                if target.startswith(("#", SCHEME)):
                    self.links.append(Link(target, where, self.section))
                elif _needs_markdown(target):
                    self.problems.append(problem(where, "html-link", address=target))
            else:
                source = tag.attributes.get("src", "")
                self.pictures.append(Picture(tag.attributes.get("alt", ""), where, source))
                if _needs_markdown(source) and posixpath.basename(self.chapter.path) != "index.md":
                    self.problems.append(problem(where, "html-picture", address=source))

    def _report_markers_in_raw_html(self) -> None:
        """Report the markers whose words are in raw HTML, where their Markdown is not read."""
        comments = self.chapter.source.comments
        places = {self.chapter.span.locate(it.start): it.name for it in comments if it.name in INLINE_MARKERS}
        for block in self.md.htmlStash.rawHtmlBlocks if places else ():
            for position in POSITION.findall(str(block)):
                where = self.positions.place(position)
                if where in places:
                    self.problems.append(problem(where, "misplaced-marker", "words-in-html", name=places[where]))

    def _place(self, element: Element) -> Location:
        position = element.get("data-position")
        return self.positions.place(position) if position else self.section.where

    def _find_text(self, text: str) -> Location:
        """Return the first location of a text in the chapter's Markdown, or else the chapter's."""
        span = self.chapter.span
        return span.locate(max(span.text.find(text), 0))

    def _find_in_source(self, pattern: str) -> Location:
        """Return the location of the first match of a pattern, or of its last group, in the chapter's Markdown."""
        span = self.chapter.span
        found = re.search(pattern, span.text, re.MULTILINE)
        return span.locate(found.start(found.lastindex or 0) if found else 0)


def is_url(text: str) -> bool:
    """Tell whether `text` can be parsed as a URL."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def _ids(root: Element, tags: Iterable[Tag]) -> Iterator[str]:
    for attributes in chain((element.attrib for element in root.iter()), (tag.attributes for tag in tags)):
        yield from (attributes[name] for name in ("id", "name") if attributes.get(name))


def _needs_markdown(url: str) -> bool:
    """Tell whether a URL needs resolving: it is an internal link or relative."""
    return url.startswith(tuple(f"{kind}:" for kind in OWN_LINKS)) or (
        is_url(url) and bool(urlsplit(url).path) and not any(urlsplit(url)[:2])
    )


def _own_text(heading: Element) -> Iterator[str]:
    """Yield the text of a heading without footnote numbers and the permalink symbol."""
    yield _escaped(heading.text)
    for child in heading:
        if child.tag != "sup" and child.get("class") != "headerlink":
            yield from _own_text(child)
        yield _escaped(child.tail)


def _escaped(text: str | None) -> str:
    """Escape < and > in a text node, in which entities are still unresolved."""
    return (text or "").replace("<", "&lt;").replace(">", "&gt;")


def _event_list(events: Sequence[Event], labels: Labels) -> Element:
    block = Element("div", {"class": "guide-in-timeline"})
    SubElement(block, "p").text = labels.gettext("In the timeline")
    items = SubElement(block, "ul")
    for event in events:
        item = SubElement(items, "li")
        item.text = labels.labelled(event.date.words)
        SubElement(item, "a", {"href": f"{SCHEME}{TIMELINE_PAGE}#{event.anchor}"}).text = event.title
    return block


def _fold_if_minor(box: Element) -> None:
    """Turn the box of a minor correction into one that its reader opens, so that the chapter reads through."""
    if MINOR in str(box.get("class")).split() and len(box) > 1:
        box.tag, box[0].tag = "details", "summary"
