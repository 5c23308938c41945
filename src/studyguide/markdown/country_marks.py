"""Mark the states that a chapter names, `<span data-country="GE">Georgia</span>`, and keep where they are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import AtomicString

from studyguide.markdown.chapter import Section
from studyguide.markdown.country_matcher import CountryMatcher, CountryMention
from studyguide.markdown.term_links import with_hidden_masked

_INLINE = frozenset(
    """a abbr b bdi bdo big cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u
    var""".split()  # noqa: SIM905
)
_SILENT = frozenset({"cite", "code", "kbd", "math", "pre", "samp", "sup", "svg", "script", "style"})
_SILENT_CLASSES = frozenset({"admonition-title", "headerlink", "screen-only", "footnote"})
_TITLES = frozenset({"em", "i"})
_MARK = re.compile(r'<span data-country="[^"]*">([^<]*)</span>')
_COUNTRIES = re.compile(r' data-countries="[^"]*"')


@dataclass(slots=True)
class _Piece:
    """A part of a paragraph's text: that of an element, or what follows it; or a quotation mark that is not shown."""

    text: str
    element: Element | None = None
    parent: Element | None = None
    """The element's parent, for the text behind it."""


class CountryMarker:
    """Marks the states in one chapter, and records where each is named."""

    def __init__(
        self, md: Markdown, matcher: CountryMatcher, sections: Mapping[int, Section], preface: Section
    ) -> None:
        self._md = md
        self._matcher = matcher
        self._sections = sections
        """The section of each heading, by the identity of its element."""
        self._section = preface
        self._note = 0
        self._named: dict[tuple[str, Section, int], None] = {}

    @property
    def named(self) -> tuple[tuple[str, Section, int], ...]:
        """Unique triples of a state's code, a section that names it, and the number of the note there or 0."""
        return tuple(self._named)

    def mark(self, root: Element) -> None:
        """Mark the states below an element, section by section."""
        self._walk(root)

    def mark_note(self, item: Element, section: Section, number: int) -> None:
        """Mark the states in a footnote."""
        self._section, self._note = section, number
        self._walk(item)

    def _walk(self, element: Element) -> None:
        """Walk the paragraphs below an element: each run of text and inline elements is one."""
        self._section = self._sections.get(id(element), self._section)
        run = [_Piece(element.text or "", element)]
        for child in list(element):
            if child.tag in _INLINE:
                run += _pieces(child, element)
                continue
            self._finish(run)
            if isinstance(child.tag, str) and not _is_silent(child):
                self._walk(child)
            run = [_Piece(child.tail or "", child, element)]
        self._finish(run)

    def _finish(self, run: list[_Piece]) -> None:
        hidden: list[str] = []
        text = "".join(with_hidden_masked(piece.text, hidden, self._md) for piece in run)
        mentions = self._matcher.find(text) if text and not text.isspace() else []
        for mention in mentions:
            for code in mention.codes:
                self._named.setdefault((code, self._section, self._note))
        marked = [mention for mention in mentions if mention.is_shown]
        if marked:
            start = 0
            for piece in run:
                _mark_piece(piece, start, marked)
                start += len(piece.text)


def _is_silent(element: Element) -> bool:
    return element.tag in _SILENT or not _SILENT_CLASSES.isdisjoint(str(element.get("class", "")).split())


def _pieces(element: Element, parent: Element) -> Iterator[_Piece]:
    """Yield the pieces of an inline element and of what follows it; a title in italics is as one in quotation marks."""
    if not _is_silent(element):
        is_title = element.tag in _TITLES
        if is_title:
            yield _Piece("“")
        yield _Piece(element.text or "", element)
        for child in list(element):
            if isinstance(child.tag, str):
                yield from _pieces(child, element)
            else:
                yield _Piece(child.tail or "", child, element)
        if is_title:
            yield _Piece("”")
    yield _Piece(element.tail or "", element, parent)


def _mark_piece(piece: _Piece, start: int, mentions: Iterable[CountryMention]) -> None:
    """Cut a piece at the mentions, or the parts of mentions, that it holds; `start` is its offset in the paragraph."""
    end = start + len(piece.text)
    inside = [each for each in mentions if each.start < end and each.end > start]
    if not inside or piece.element is None:
        return
    bounds = [(max(each.start - start, 0), min(each.end, end) - start, each.codes) for each in inside]
    spans = []
    for place, (first, last, codes) in enumerate(bounds):
        span = Element("span", {"data-country": " ".join(codes)})
        span.text = AtomicString(piece.text[first:last])
        following = bounds[place + 1][0] if place + 1 < len(bounds) else len(piece.text)
        span.tail = piece.text[last:following]
        spans.append(span)
    before = piece.text[: bounds[0][0]]
    if piece.parent is None:
        piece.element.text = before
        piece.element[0:0] = spans
    else:
        piece.element.tail = before
        place = list(piece.parent).index(piece.element) + 1
        piece.parent[place:place] = spans


def without_country_marks(html: str) -> str:
    """Return a page's content without the marks, which only the site's pages need."""
    if "data-countr" not in html:
        return html
    return _COUNTRIES.sub("", _MARK.sub(r"\1", html))
