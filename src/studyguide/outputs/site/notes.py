"""The reader's own notes: the script and the texts of the pages that are loaded where notes are written or listed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256

from selectolax.lexbor import LexborHTMLParser, LexborNode

from studyguide.data.guide import Guide

PASSAGES = "assets/notes-passages.js"
"""The path of the pages' texts in the site."""
_LEFT_OUT = ", ".join(
    (
        ".screen-only",
        ".headerlink",
        ".footnote-backref",
        ".guide-tip",
        ".guide-cite-section",
        ".guide-entries",
        ".guide-backlinks",
        ".guide-changes",
        "button",
        "script",
        "style",
        "svg",
        "template",
    )
)
"""What is no text of a page, beside the calls of notes: as in the theme's `notes/passages.js`."""
_INLINE = frozenset("a abbr b bdi cite code em i ins kbd mark q s small span strong sub sup time u".split())  # noqa: SIM905
_CALL = "a.footnote-ref"
_CALLED = re.compile(r"#fn:(\d+)")
"""The address of a note of the same page: what an entry repeats of another page calls the notes there."""
_LONGEST_KEY = 250
"""The most characters of a heading's key: as in the theme's `notes/records.js`, which counts some of them twice."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True)
class PaperHeading:
    """A heading of a position paper; its key stays in a reader's notes when the title is translated."""

    key: str
    title: str


def paper_headings(guide: Guide) -> list[PaperHeading]:
    """Return the headings of the conference's position papers, or else the usual three."""
    if guide.position_paper:
        return [PaperHeading(_key(title), title) for title in guide.position_paper]
    gettext = guide.labels.gettext
    return [
        # Translators: the first part of a delegate's position paper.
        PaperHeading("topic", gettext("The topic and our country")),
        # Translators: the second part of a delegate's position paper.
        PaperHeading("done", gettext("What has been done")),
        # Translators: the third part of a delegate's position paper.
        PaperHeading("proposals", gettext("What we propose")),
    ]


def _key(title: str) -> str:
    """Return the title, or a digest of one that is longer than a file of notes may name a heading."""
    return title if len(title) <= _LONGEST_KEY else sha256(title.encode()).hexdigest()


def later_script(parts: Iterable[str], headings: Sequence[PaperHeading], style: str) -> str:
    """Join the parts of the script that is loaded on first use, with its settings; `style` is its stylesheet's path."""
    titles = json.dumps([asdict(heading) for heading in headings], ensure_ascii=False)
    settings = f"{{ headings: {titles}, style: {json.dumps(style)} }}"
    return "\n".join([*parts, f"Object.assign(window.guideNotes, {settings});\n"])


@dataclass
class PageText:
    """The text of a page, and where in it each section begins."""

    url: str
    title: str
    text: str = ""
    sections: list[dict[str, str | int]] = field(default_factory=list)
    """The footnotes are of the page's first, wherever they happen to stand."""
    calls: list[dict[str, int]] = field(default_factory=list)
    """The references to footnotes: the number of each, and its place in the text."""


def page_text(url: str, title: str, html: str) -> PageText:
    """Return the text of a page's article, without what is no part of it, in which a note finds its passage."""
    page, text = PageText(url, title), _Text()
    article = LexborHTMLParser(html).css_first("article")
    for element in article.css(_LEFT_OUT) if article else ():
        element.decompose()
    for call in article.css(_CALL) if article else ():
        call.inner_html = ""  # its number is no text
    for node in article.traverse(include_text=True) if article else ():
        if node.tag == "-text":
            text.add(node.text(deep=False))
        elif called := _CALLED.fullmatch(node.attributes.get("href") or ""):
            page.calls.append({"at": text.length, "number": int(called[1])})
        elif node.tag not in _INLINE:
            text.break_line()
            if node.tag in _HEADINGS and node.id:
                page.sections.append({"id": node.id, "title": _title(node), "at": text.length})
            if "footnote" in (node.attributes.get("class") or "").split():
                page.sections += [{**first, "at": text.length} for first in page.sections[:1]]
    page.text = text.joined()
    return page


def _title(heading: LexborNode) -> str:
    return " ".join(heading.text().split())


class _Text:
    """Text that grows, its white space collapsed as a browser does it; a line for each block."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._end = "\n"

    def add(self, text: str) -> None:
        words = " ".join(text.split())
        if (not words or text[0].isspace()) and self._end not in " \n":
            self._append(" ")
        if words:
            self._append(words)
            if text[-1].isspace():
                self._append(" ")

    def break_line(self) -> None:
        if self._end == " ":  # a break takes the place of a space
            self.length -= len(self._parts.pop())
        if self._end != "\n":
            self._append("\n")

    def joined(self) -> str:
        return "".join(self._parts)

    def _append(self, part: str) -> None:
        self._parts.append(part)
        self._end = part[-1]
        self.length += len(part)


def passages_script(pages: Iterable[PageText]) -> str:
    """Return the script that sets `guideNotesPages` to the texts of these pages."""
    return f"window.guideNotesPages = {json.dumps([asdict(page) for page in pages], ensure_ascii=False)};\n"
