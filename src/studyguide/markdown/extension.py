"""The Python-Markdown extension that parses a chapter during its conversion.

It works on Python-Markdown's element tree, so that citations are found in tables and admonitions, but not in code.
Content that depends on all chapters, such as a rendered citation or a term's 'Mentioned in', is left as a placeholder
comment: see `crossref.placeholders`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteExtension
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE, STX, AtomicString

from studyguide.data.guide import Guide
from studyguide.data.paths import COUNTRIES_PAGE
from studyguide.data.timeline import events_by_section
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.chapter import HEADINGS, Chapter
from studyguide.markdown.chapter_reader import ChapterReader, SharedContent
from studyguide.markdown.citations import BRACKET
from studyguide.markdown.complexity import complexity_problem
from studyguide.markdown.country_matcher import country_matcher
from studyguide.markdown.data_pages import ENTRIES, page_markdown
from studyguide.markdown.heading_ids import KeepFormerIds
from studyguide.markdown.inflected_matcher import term_matcher
from studyguide.markdown.joined_lines import LANGUAGES as JOINED
from studyguide.markdown.joined_lines import JoinLines
from studyguide.markdown.lists import MarkedListProcessor, WriteMarks
from studyguide.markdown.literal_stars import LITERAL_STARS, LiteralStars
from studyguide.markdown.observers import BLOCK_EVENTS, BlockEvent, ChapterObserver, ParsedTree
from studyguide.markdown.positions import POSITION, Positions, without_positions
from studyguide.markdown.raw_html import without_remarks
from studyguide.markdown.source import ChapterSource

_ESCAPED_MARKUP = re.compile(rf"{STX}(?:{ord('*')}|{ord('`')}|(?<!\w{STX}){ord('_')}){ETX}")
"""An escape that is needed where the text of a citation is parsed as Markdown again."""


class ReadingExtension(Extension):
    """Parses one chapter after another: call `prepare`, convert the result, then call `finish`."""

    def __init__(self, guide: Guide, observers: Sequence[ChapterObserver] = ()) -> None:
        super().__init__()
        self.guide = guide
        self.observers = observers
        self.watching = observers
        """The observers of the current chapter."""
        self.shared = SharedContent(
            term_matcher(guide.terms, guide.language),
            events_by_section(guide.events),
            guide.labels,
            guide.language,
            guide.sets,
            guide.source_keys or frozenset(),
            country_matcher(guide.language, guide.country_changes) if guide.has_countries else None,
        )
        self.chapter: Chapter | None = None
        """The current chapter."""
        self.names_countries = True
        """Whether the current chapter is the guide's own text, whose countries count."""
        self.positions = Positions()
        self.brackets: list[str] = []
        """The text between the brackets of each citation, in conversion order."""
        self.footnotes: dict[str, str] = {}
        """The Markdown of each footnote definition, by name."""
        self.block_events: list[BlockEvent] = []

    def prepare(self, path: str, span: SourceSpan, *, is_printed: bool = True, is_checked: bool = True) -> str:
        """Start the chapter at `path` below `docs/`, and return the Markdown to convert.

        `is_printed` tells whether the handout includes the chapter, `is_checked` whether the observers look at it.
        """
        self.watching = self.observers if is_checked else ()
        readable = bool(span.file.text.strip())  # an empty or unreadable file was reported earlier
        source = ChapterSource(span)
        problems = [problem for observer in self.watching for problem in observer.check_source(source)]
        if tangle := complexity_problem(source):
            problems, readable = [*problems, tangle], False
        self.names_countries = is_checked and path != COUNTRIES_PAGE
        self.chapter = Chapter(source, path, problems=tuple(problems), is_printed=is_printed, readable=readable)
        self.positions = Positions()
        return "" if tangle else page_markdown(source, self.guide, self.positions)

    def finish(self, html: str) -> Chapter:
        """Return the chapter whose text was converted to `html`."""
        assert self.chapter is not None, "prepare() and the conversion come first"
        problems = [problem for observer in self.watching for problem in observer.check_html(html, self.chapter)]
        return _with_problems(self.chapter, problems)

    def observe_tree(self, tree: ParsedTree) -> None:
        """Let the observers check the tree of the current chapter."""
        assert self.chapter is not None, "prepare() comes first"
        problems = [problem for observer in self.watching for problem in observer.check_tree(tree, self.chapter)]
        self.chapter = _with_problems(self.chapter, problems)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the processors, which replace those of the footnotes extension where it is enabled."""
        self.brackets, self.footnotes, self.block_events = [], {}, []
        md.block_level_elements.append("caption")  # else it is set in a paragraph, which no table may hold
        for name in ("footnote", "footnote-reorder", "footnote-duplicate"):
            md.treeprocessors.deregister(name, strict=False)
        md.preprocessors.register(_WhereHtmlIs(md.preprocessors["html_block"]), "html_block", 20)
        md.postprocessors.deregister("footnote", strict=False)
        md.parser.blockprocessors.register(
            FootnoteBlockProcessor(_Footnotes(md, self.footnotes, self.block_events)), "footnote", 17
        )
        md.parser.blockprocessors.register(MarkedListProcessor(md.parser), "olist", 40)
        md.parser.blockprocessors.deregister("ulist", strict=False)
        for kind, priority in BLOCK_EVENTS.items():
            observer = _BlockObserver(md.parser, kind, self.block_events)
            md.parser.blockprocessors.register(observer, f"observe-{kind}", priority)
        md.inlinePatterns.register(HtmlInlineProcessor(r"(<!--.*?-->)", md), "comment", 176)
        md.inlinePatterns.register(_FootnoteReferences(r"\[\^([^\]]+)\]", md), "footnote", 175)
        md.inlinePatterns.register(_CitationBrackets(BRACKET, md, self.brackets), "citation", 174.5)
        md.inlinePatterns.register(LiteralStars(LITERAL_STARS, md), "literal-stars", 61)  # before emphasis
        md.treeprocessors.register(_UnwrapEntries(md), "unwrap-entries", 60)
        md.treeprocessors.register(_ParseFootnotes(md, self.footnotes), "parse-footnotes", 50)  # before inline
        md.treeprocessors.register(_ObserveTree(md, self), "observe-tree", 19.5)  # after them, with positions
        md.treeprocessors.register(_AttachPositions(md), "attach-positions", 19)  # before headings get ids
        if self.guide.language.partition("-")[0].lower() in JOINED:
            md.treeprocessors.register(JoinLines(md), "join-lines", 18)
        md.treeprocessors.register(WriteMarks(md), "write-marks", 6)  # after the inline patterns and attribute lists
        md.treeprocessors.register(KeepFormerIds(md), "keep-former-ids", 4.5)
        md.treeprocessors.register(_NameHeadingLinks(md), "name-heading-links", 4)  # after headings got ids
        md.treeprocessors.register(_ReadChapter(md, self), "read", 3)
        md.postprocessors.register(_StripRemarks(md), "strip-remarks", 25)  # after raw HTML is back in its place
        md.postprocessors.register(_StripPositions(md), "strip-positions", 0)


def _with_problems(chapter: Chapter, problems: Sequence[Problem]) -> Chapter:
    return replace(chapter, problems=(*chapter.problems, *problems)) if problems else chapter


class _WhereHtmlIs(Preprocessor):
    """Runs the preprocessor of HTML blocks on a page that may hold some: it takes long, and changes no other page."""

    def __init__(self, html_blocks: Preprocessor) -> None:
        super().__init__(html_blocks.md)
        self._html_blocks = html_blocks

    def run(self, lines: list[str]) -> list[str]:
        return self._html_blocks.run(lines) if any("<" in line or "&" in line for line in lines) else lines


class _Footnotes(FootnoteExtension):
    """Stores the `[^name]:` definitions that Python-Markdown's FootnoteBlockProcessor parses."""

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
    """Records each block offered to the next block processor, without consuming it."""

    def __init__(self, parser: BlockParser, kind: str, block_events: list[BlockEvent]) -> None:
        super().__init__(parser)
        self._kind = kind
        self._block_events = block_events

    def test(self, parent: Element, block: str) -> bool:
        # In an admonition or a list, code is indented by eight spaces, which is hardly accidental.
        if self._kind != "code" or parent is self.parser.root:
            self._block_events.append(BlockEvent(self._kind, block))
        return False


class _FootnoteReferences(InlineProcessor):
    """Parses footnote references, `[^name]`."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return Element("sup", {"data-note": without_positions(m[1])}), m.start(), m.end()


class _CitationBrackets(InlineProcessor):
    """Parses citations, `[@key]`."""

    def __init__(self, pattern: str, md: Markdown, brackets: list[str]) -> None:
        super().__init__(pattern, md)
        self.brackets = brackets
        self.unescape_backslashes = UnescapeTreeprocessor(md).unescape

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        inside = INLINE_PLACEHOLDER_RE.sub(self._written, m["inside"])
        inside = HTML_PLACEHOLDER_RE.sub("", inside)  # so early, raw HTML is a comment
        self.brackets.append(self.unescape_backslashes(_ESCAPED_MARKUP.sub(r"\\\g<0>", inside)))
        return Element("sup", {"data-citation": str(len(self.brackets) - 1)}), m.start(), m.end()

    def _written(self, placeholder: re.Match[str]) -> str:
        """Return the Markdown of a piece that an earlier pattern has parsed: of code, or of an escape."""
        parsed = self.md.treeprocessors["inline"].stashed_nodes[placeholder[1]]  # type: ignore[attr-defined]
        if isinstance(parsed, str):
            return parsed
        code = unescape("".join(parsed.itertext()))
        ticks = "``" if "`" in code else "`"
        return f"{ticks}{code}{ticks}"


class _UnwrapEntries(Treeprocessor):
    """Replaces the block around a generated list with its children."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in [child for child in parent if child.get(ENTRIES)]:
                place = list(parent).index(child)
                parent[place : place + 1] = list(child)


class _ParseFootnotes(Treeprocessor):
    """Adds the parsed footnote definitions to the tree, so that the inline patterns apply to them too."""

    def __init__(self, md: Markdown, footnotes: dict[str, str]) -> None:
        super().__init__(md)
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        container = SubElement(root, "div", {"data-footnotes": ""})
        for name, text in self.footnotes.items():
            self.md.parser.parseChunk(SubElement(container, "div", {"data-name": without_positions(name)}), text)


class _ObserveTree(Treeprocessor):
    """Passes the tree to the observers, after the inline patterns have run."""

    def __init__(self, md: Markdown, extension: ReadingExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        it = self.extension
        it.observe_tree(ParsedTree(root, it.positions, it.block_events, self.md.references))


class _AttachPositions(Treeprocessor):
    """Moves the position markers from the text to the attribute `data-position` of the next element."""

    def run(self, root: Element) -> None:
        for parent in root.iter():
            children = list(parent)
            if parent.text:
                positions, parent.text = _extracted(parent.text)
                if positions and parent.tag in HEADINGS:
                    parent.set("data-position", positions[0])
                _attach(positions, children[:1])
            for place, child in enumerate(children):
                if child.tail:
                    positions, child.tail = _extracted(child.tail)
                    _attach(positions, children[place + 1 : place + 2])
            in_attributes = []
            for name, value in parent.items():
                if name != "data-position":
                    in_attributes += POSITION.findall(value)
                    parent.set(name, without_positions(value))
            if in_attributes and parent.tag == "figure":
                parent.set("data-position", in_attributes[0])


def _extracted(text: str) -> tuple[list[str], str]:
    clean = without_positions(text)
    return [position[0] for position in POSITION.finditer(text)], AtomicString(clean) if isinstance(
        text, AtomicString
    ) else clean


def _attach(positions: list[str], elements: list[Element]) -> None:
    """Attach the last position to the element; earlier ones belong to brackets that remained text."""
    for element in elements:
        if positions:
            element.set("data-position", positions[-1])


class _NameHeadingLinks(Treeprocessor):
    """Names heading permalinks by `aria-label`: a `title` is shown to mouse users alone."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if link.get("class") == "headerlink" and "title" in link.attrib:
                link.set("aria-label", link.attrib.pop("title"))


class _ReadChapter(Treeprocessor):
    """Runs the ChapterReader on the tree."""

    def __init__(self, md: Markdown, extension: ReadingExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        it = self.extension
        assert it.chapter is not None, "prepare() comes first"
        shared = it.shared if it.names_countries else replace(it.shared, countries=None)
        it.chapter = ChapterReader(self.md, it.chapter, it.positions, it.brackets, shared).read(root)


class _StripRemarks(Postprocessor):
    """Strips the chairs' comments, which are for those who edit the file."""

    def run(self, text: str) -> str:
        return without_remarks(text)


class _StripPositions(Postprocessor):
    """Strips position markers from raw HTML and code, which are stashed outside the tree."""

    def run(self, text: str) -> str:
        return without_positions(text)
