"""The Python-Markdown extension that reads a chapter while it is converted.

It works on the tree that Python-Markdown makes, so that a citation in a table or an admonition is a citation, and
one in code is not. What is known only when all chapters are read (a note's text, a term's 'Mentioned in') stays a
comment in the page until then: see `filling`.
"""

from __future__ import annotations

import re
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

from studyguide.chapters.chapter import HEADINGS, Chapter
from studyguide.chapters.citations import BRACKET
from studyguide.chapters.marks import MARK, Marks, without_marks
from studyguide.chapters.mentions import Mentions
from studyguide.chapters.pages import ENTRIES, markers_in, page_markdown
from studyguide.chapters.reader import ChapterReader
from studyguide.checks.block_slips import WATCHES, Known
from studyguide.checks.safety import page_problems
from studyguide.checks.slips import slips_in_blocks, slips_in_source, slips_in_tree, tangle_in_source
from studyguide.checks.unprintable import unprintable_parts
from studyguide.data.events import events_by_section
from studyguide.data.guide import Guide
from studyguide.files import Passage
from studyguide.layout import KEY_TERMS_PAGE, TIMELINE_PAGE


class ReadingExtension(Extension):
    """Reads one chapter after another: `prepare` its text, convert it, and take the `chapter`."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.guide = guide
        self.mentions = Mentions(guide.terms)
        self.events = events_by_section(guide.events)
        self.keys = frozenset(source.key for source in guide.sources)
        self.chapter: Chapter | None = None
        """The chapter that was read last."""
        self.marks = Marks()
        self.brackets: list[str] = []
        """What stands between the brackets of each citation, in the order in which they were found."""
        self.footnotes: dict[str, str] = {}
        """The Markdown of each ordinary note, by name."""
        self.pieces: list[tuple[str, str]] = []
        """What the watches saw of the chapter: see `block_slips`."""

    def prepare(self, path: str, passage: Passage, *, is_printed: bool = True) -> str:
        """Begin the chapter at `path` below `docs/`, and give its Markdown as it is to be converted.

        `is_printed` tells whether the handout will hold it.
        """
        readable = bool(passage.file.text.strip())  # of an empty file, or one that could not be read, was told before
        slips = tuple(slips_in_source(passage))
        self.chapter = Chapter(passage, path, problems=slips, is_printed=is_printed, readable=readable)
        self.marks = Marks()
        if tangle := tangle_in_source(passage):
            self.chapter = replace(self.chapter, problems=(*self.chapter.problems, tangle), readable=False)
            return ""
        return page_markdown(passage, self.guide, self.marks)

    def finish(self, html: str) -> Chapter:
        """Give the chapter whose text was converted to `html`.

        Among its problems is what may not stand in a page, and what cannot be printed.
        """
        assert self.chapter is not None, "prepare() and the conversion come first"
        chapter = self.chapter
        files = [chapter.passage.file]
        if chapter.path in (KEY_TERMS_PAGE, TIMELINE_PAGE):
            files += self.guide.files
        if self.guide.contact and "contact" in markers_in(chapter.passage.text):
            files.append(self.guide.contact.file_alone)
        problems = page_problems(html, files, self.guide.opened_tags)
        if any(problem.kind == "broken-attributes" for problem in chapter.problems):
            problems = [problem for problem in problems if problem.where.column]  # the others are pieces of those
        if chapter.is_printed:
            problems += unprintable_parts(chapter, html, self.guide.files)
        return replace(chapter, problems=(*chapter.problems, *problems)) if problems else chapter

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the processors; where the footnotes extension is on, its own ones give way to ours."""
        self.brackets, self.footnotes, self.pieces = [], {}, []
        for name in ("footnote", "footnote-reorder", "footnote-duplicate"):
            md.treeprocessors.deregister(name, strict=False)
        md.postprocessors.deregister("footnote", strict=False)
        md.parser.blockprocessors.register(
            FootnoteBlockProcessor(_Footnotes(md, self.footnotes, self.pieces)), "footnote", 17
        )
        for name, priority in WATCHES.items():
            md.parser.blockprocessors.register(_Watch(md.parser, name, self.pieces), f"watch-{name}", priority)
        md.inlinePatterns.register(HtmlInlineProcessor(r"(<!--.*?-->)", md), "comment", 176)
        md.inlinePatterns.register(_NoteCalls(r"\[\^([^\]]+)\]", md), "footnote", 175)
        md.inlinePatterns.register(_Brackets(BRACKET, md, self.brackets), "citation", 174.5)
        md.treeprocessors.register(_UnwrapEntries(md), "unwrap-entries", 60)  # before the inline patterns run
        md.treeprocessors.register(_NotePool(md, self.footnotes), "note-pool", 50)  # before the inline patterns run
        md.treeprocessors.register(_FindSlips(md, self), "find-slips", 19.5)  # after them, while the marks are there
        md.treeprocessors.register(_TakeMarks(md), "take-marks", 19)  # before headings get ids
        md.treeprocessors.register(_NameHeadingLinks(md), "name-heading-links", 4)  # after headings got ids
        md.treeprocessors.register(_Read(md, self), "read", 3)
        md.postprocessors.register(_ClearMarks(md), "clear-marks", 0)


class _Footnotes(FootnoteExtension):
    """What Python-Markdown's reader of `[^name]:` definitions needs: a parser, and where to put them."""

    def __init__(self, md: Markdown, footnotes: dict[str, str], pieces: list[tuple[str, str]]) -> None:
        super().__init__()
        self.parser = md.parser
        self._texts = footnotes
        self._pieces = pieces

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802 (the name is Python-Markdown's)
        if id in self._texts:
            self._pieces.append(("repeated-note", without_marks(f"[^{id}]: {text}")))
        self._texts[id] = text


class _Watch(BlockProcessor):
    """Sees each block that the processor behind it is about to be given, and leaves it alone."""

    def __init__(self, parser: BlockParser, name: str, pieces: list[tuple[str, str]]) -> None:
        super().__init__(parser)
        self._name = name
        self._pieces = pieces

    def test(self, parent: Element, block: str) -> bool:
        if (
            self._name != "code" or parent is self.parser.root
        ):  # in a box or a list it takes eight spaces, not by a slip
            self._pieces.append((self._name, without_marks(block)))
        return False


class _NoteCalls(InlineProcessor):
    """`[^name]` calls an ordinary note."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return Element("sup", {"data-note": without_marks(m[1])}), m.start(), m.end()


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
            self.md.parser.parseChunk(SubElement(pool, "div", {"data-name": without_marks(name)}), text)


class _FindSlips(Treeprocessor):
    """Finds what is still text, and was meant as more."""

    def __init__(self, md: Markdown, extension: ReadingExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        it = self.extension
        assert it.chapter is not None, "prepare() comes first"
        known = Known(it.keys, self.md.references)
        in_blocks = slips_in_blocks(it.pieces, it.chapter.passage, it.guide.files, known)
        in_tree = slips_in_tree(root, it.marks, it.keys)
        it.chapter = replace(it.chapter, problems=(*it.chapter.problems, *in_blocks, *in_tree))


class _TakeMarks(Treeprocessor):
    """Takes the marks out of the text and hangs each on the element that follows it."""

    def run(self, root: Element) -> None:
        for parent in root.iter():
            children = list(parent)
            if parent.text:
                marks, parent.text = _taken(parent.text)
                if marks and parent.tag in HEADINGS:
                    parent.set("data-mark", marks[0])
                _hang(marks, children[:1])
            for place, child in enumerate(children):
                if child.tail:
                    marks, child.tail = _taken(child.tail)
                    _hang(marks, children[place + 1 : place + 2])
            in_attributes = []
            for name, value in parent.items():
                if name != "data-mark":
                    in_attributes += MARK.findall(value)
                    parent.set(name, without_marks(value))
            if in_attributes and parent.tag == "figure":
                parent.set("data-mark", in_attributes[0])


def _taken(text: str) -> tuple[list[str], str]:
    clean = without_marks(text)
    return [mark[0] for mark in MARK.finditer(text)], AtomicString(clean) if isinstance(text, AtomicString) else clean


def _hang(marks: list[str], elements: list[Element]) -> None:
    """The last mark before an element is its own; an earlier one is that of text that was a bracket and no more."""
    for element in elements:
        if marks:
            element.set("data-mark", marks[-1])


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
        it.chapter = ChapterReader(self.md, it.chapter, it.marks, it.brackets, it.mentions, it.events).read(root)


class _ClearMarks(Postprocessor):
    """Clears marks out of what never was in the tree: raw HTML and code."""

    def run(self, text: str) -> str:
        return without_marks(text)
