"""The Python-Markdown extension that reads a chapter while it is converted.

It works on the tree that Python-Markdown makes, so that a citation in a table or an admonition is a citation, and
one in code is not. What is known only when all chapters are read (a note's text, a term's 'Mentioned in') stays a
comment in the page until then: see `placeholders`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteExtension
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AtomicString

from studyguide.data.guide import Guide
from studyguide.data.timeline import events_by_section
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.chapter import HEADINGS, Chapter
from studyguide.markdown.chapter_reader import ChapterReader, SharedContent
from studyguide.markdown.citations import BRACKET
from studyguide.markdown.complexity import tangle_in_source
from studyguide.markdown.data_pages import ENTRIES, page_markdown
from studyguide.markdown.observers import BLOCK_EVENTS, BlockEvent, ChapterObserver, ParsedTree
from studyguide.markdown.positions import POSITION, Positions, without_positions
from studyguide.markdown.source import ChapterSource
from studyguide.markdown.term_matcher import TermMatcher


class ReadingExtension(Extension):
    """Reads one chapter after another: `prepare` its text, convert it, and take the `chapter`."""

    def __init__(self, guide: Guide, observers: Sequence[ChapterObserver] = ()) -> None:
        super().__init__()
        self.guide = guide
        self.observers = observers
        self.shared = SharedContent(TermMatcher(guide.terms), events_by_section(guide.events), guide.labels)
        self.chapter: Chapter | None = None
        """The chapter that was read last."""
        self.positions = Positions()
        self.brackets: list[str] = []
        """What stands between the brackets of each citation, in the order in which they were found."""
        self.footnotes: dict[str, str] = {}
        """The Markdown of each ordinary note, by name."""
        self.block_events: list[BlockEvent] = []

    def prepare(self, path: str, span: SourceSpan, *, is_printed: bool = True) -> str:
        """Begin the chapter at `path` below `docs/`, and give its Markdown as it is to be converted.

        `is_printed` tells whether the handout will hold it.
        """
        readable = bool(span.file.text.strip())  # of an empty file, or one that could not be read, was told before
        source = ChapterSource(span)
        problems = [problem for observer in self.observers for problem in observer.check_source(source)]
        if tangle := tangle_in_source(source):
            problems, readable = [*problems, tangle], False
        self.chapter = Chapter(source, path, problems=tuple(problems), is_printed=is_printed, readable=readable)
        self.positions = Positions()
        return "" if tangle else page_markdown(source, self.guide, self.positions)

    def finish(self, html: str) -> Chapter:
        """Return the chapter whose text was converted to `html`."""
        assert self.chapter is not None, "prepare() and the conversion come first"
        problems = [problem for observer in self.observers for problem in observer.check_html(html, self.chapter)]
        return _with_problems(self.chapter, problems)

    def observe_tree(self, tree: ParsedTree) -> None:
        """Have the observers look at the tree of the chapter that is being converted."""
        assert self.chapter is not None, "prepare() comes first"
        problems = [problem for observer in self.observers for problem in observer.check_tree(tree, self.chapter)]
        self.chapter = _with_problems(self.chapter, problems)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the processors; where the footnotes extension is on, its own ones give way to ours."""
        self.brackets, self.footnotes, self.block_events = [], {}, []
        for name in ("footnote", "footnote-reorder", "footnote-duplicate"):
            md.treeprocessors.deregister(name, strict=False)
        md.postprocessors.deregister("footnote", strict=False)
        md.parser.blockprocessors.register(
            FootnoteBlockProcessor(_Footnotes(md, self.footnotes, self.block_events)), "footnote", 17
        )
        for kind, priority in BLOCK_EVENTS.items():
            observer = _BlockObserver(md.parser, kind, self.block_events)
            md.parser.blockprocessors.register(observer, f"observe-{kind}", priority)
        md.inlinePatterns.register(HtmlInlineProcessor(r"(<!--.*?-->)", md), "comment", 176)
        md.inlinePatterns.register(_NoteCalls(r"\[\^([^\]]+)\]", md), "footnote", 175)
        md.inlinePatterns.register(_Brackets(BRACKET, md, self.brackets), "citation", 174.5)
        md.treeprocessors.register(_UnwrapEntries(md), "unwrap-entries", 60)  # before the inline patterns run
        md.treeprocessors.register(_NotePool(md, self.footnotes), "note-pool", 50)  # before the inline patterns run
        md.treeprocessors.register(_ObserveTree(md, self), "observe-tree", 19.5)  # after them, with positions
        md.treeprocessors.register(_AttachPositions(md), "attach-positions", 19)  # before headings get ids
        md.treeprocessors.register(_NameHeadingLinks(md), "name-heading-links", 4)  # after headings got ids
        md.treeprocessors.register(_Read(md, self), "read", 3)
        md.postprocessors.register(_StripPositions(md), "strip-positions", 0)


def _with_problems(chapter: Chapter, problems: Sequence[Problem]) -> Chapter:
    return replace(chapter, problems=(*chapter.problems, *problems)) if problems else chapter


class _Footnotes(FootnoteExtension):
    """What Python-Markdown's reader of `[^name]:` definitions needs: a parser, and where to put them."""

    def __init__(self, md: Markdown, footnotes: dict[str, str], block_events: list[BlockEvent]) -> None:
        super().__init__()
        self.parser = md.parser
        self._texts = footnotes
        self._block_events = block_events

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802 (the name is Python-Markdown's)
        if id in self._texts:
            self._block_events.append(BlockEvent("repeated-note", f"[^{id}]: {text}"))
        self._texts[id] = text


class _BlockObserver(BlockProcessor):
    """Sees each block that the processor behind it is about to be given, and leaves it alone."""

    def __init__(self, parser: BlockParser, kind: str, block_events: list[BlockEvent]) -> None:
        super().__init__(parser)
        self._kind = kind
        self._block_events = block_events

    def test(self, parent: Element, block: str) -> bool:
        # In an admonition or a list, code takes eight spaces, which nobody types by a slip.
        if self._kind != "code" or parent is self.parser.root:
            self._block_events.append(BlockEvent(self._kind, block))
        return False


class _NoteCalls(InlineProcessor):
    """`[^name]` calls an ordinary note."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return Element("sup", {"data-note": without_positions(m[1])}), m.start(), m.end()


class _Brackets(InlineProcessor):
    """`[@key]` is a citation."""

    def __init__(self, pattern: str, md: Markdown, brackets: list[str]) -> None:
        super().__init__(pattern, md)
        self.brackets = brackets
        self.without_backslashes = UnescapeTreeprocessor(md).unescape

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        self.brackets.append(self.without_backslashes(self.unescape(m["inside"])))
        return Element("sup", {"data-citation": str(len(self.brackets) - 1)}), m.start(), m.end()


class _UnwrapEntries(Treeprocessor):
    """Takes away what stands around the entries of a list."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in [child for child in parent if child.get(ENTRIES)]:
                place = list(parent).index(child)
                parent[place : place + 1] = list(child)


class _NotePool(Treeprocessor):
    """Hangs the ordinary notes into the tree, so that the inline patterns run over them too."""

    def __init__(self, md: Markdown, footnotes: dict[str, str]) -> None:
        super().__init__(md)
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        pool = SubElement(root, "div", {"data-pool": ""})
        for name, text in self.footnotes.items():
            self.md.parser.parseChunk(SubElement(pool, "div", {"data-name": without_positions(name)}), text)


class _ObserveTree(Treeprocessor):
    """Shows the observers the tree, in which what was meant as more is still text."""

    def __init__(self, md: Markdown, extension: ReadingExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        it = self.extension
        it.observe_tree(ParsedTree(root, it.positions, it.block_events, self.md.references))


class _AttachPositions(Treeprocessor):
    """Takes the positions out of the text and hangs each on the element that follows it."""

    def run(self, root: Element) -> None:
        for parent in root.iter():
            children = list(parent)
            if parent.text:
                positions, parent.text = _taken(parent.text)
                if positions and parent.tag in HEADINGS:
                    parent.set("data-position", positions[0])
                _hang(positions, children[:1])
            for place, child in enumerate(children):
                if child.tail:
                    positions, child.tail = _taken(child.tail)
                    _hang(positions, children[place + 1 : place + 2])
            in_attributes = []
            for name, value in parent.items():
                if name != "data-position":
                    in_attributes += POSITION.findall(value)
                    parent.set(name, without_positions(value))
            if in_attributes and parent.tag == "figure":
                parent.set("data-position", in_attributes[0])


def _taken(text: str) -> tuple[list[str], str]:
    clean = without_positions(text)
    return [position[0] for position in POSITION.finditer(text)], AtomicString(clean) if isinstance(
        text, AtomicString
    ) else clean


def _hang(positions: list[str], elements: list[Element]) -> None:
    """The last position before an element is its own; an earlier one is that of text that was a bracket and no more."""
    for element in elements:
        if positions:
            element.set("data-position", positions[-1])


class _NameHeadingLinks(Treeprocessor):
    """Gives the sign behind a heading a name that all can have: a `title` shows under a mouse alone."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if link.get("class") == "headerlink" and "title" in link.attrib:
                link.set("aria-label", link.attrib.pop("title"))


class _Read(Treeprocessor):
    """Runs the reader over the finished tree."""

    def __init__(self, md: Markdown, extension: ReadingExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        it = self.extension
        assert it.chapter is not None, "prepare() comes first"
        it.chapter = ChapterReader(self.md, it.chapter, it.positions, it.brackets, it.shared).read(root)


class _StripPositions(Postprocessor):
    """Clears positions out of what never was in the tree: raw HTML and code."""

    def run(self, text: str) -> str:
        return without_positions(text)
