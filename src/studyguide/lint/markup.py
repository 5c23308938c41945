"""Slips: what was meant as a citation, a box or a marker, and would stand on the page as plain text, or not at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.lint.blocks import Known, block_slips, tabbed_lines
from studyguide.lint.front_matter import front_matter_slips
from studyguide.lint.inline import Slip
from studyguide.markdown.citations import KEY
from studyguide.markdown.markers import MARKERS, REPEATABLE
from studyguide.markdown.observers import ParsedTree
from studyguide.markdown.positions import BOXES, POSITION, Positions, without_positions
from studyguide.markdown.source import ChapterSource

_LITERAL = frozenset({"a", "code", "kbd", "math", "pre", "samp"})
_CURLY = re.compile(r"(?:<[a-zA-Z][^<>]{0,300}?|\{[^{}\n]{0,300}?)[\w-]=(?P<quote>[“”„‟‘’«»″])")
_LONE_COMMENT = re.compile(r"<!--[^<>]*-->[ \t]*$", re.MULTILINE)
_TOLD_AT_ONCE = 100
"""As many of one chapter's slips are told: each is looked for in the whole of it."""
_WIDTHS = 60, 15
"""How much of the text around a slip it is found again by: less where a marker stood in it."""
_NEAR = 0.75
"""How near a comment of a few words is to a marker that it misspells: `contacts` is, `content` is not."""
_SLIP = re.compile(
    rf"(?P<position>{POSITION.pattern})(?P<open>!?\[[^\[\]\n\x02]*?{POSITION.pattern}-?@[\w{{](?:{POSITION.pattern}|[^\n\x02]){{0,40}})"
    r"|(?P<meant>\x0291\x03[^\[\]\n]*|\S*(?:\w@\w|://)\S*)"  # an escaped bracket, an address
    rf"|(?P<position_of_key>{POSITION.pattern})(?P<cited>{KEY})"
    rf"|(?P<position_of_stray>{POSITION.pattern})\[[ ]?-?@[@\s]+(?P<stray>[^\W_][^\[\]\s,;]*)"
    rf"|(?P<position_of_name>{POSITION.pattern})\[(?P<name>[^\[\]\s,]+)(?=[\],])"
    rf"|(?P<position_of_box>{POSITION.pattern})!!![ ]?(?P<box>[\w-]*)"
)
_MAY_SLIP = re.compile(rf"{POSITION.pattern}(?:[-!]?[\[@]|!!!)")
"""What each slip begins with; of the pattern above there is much more, and it takes longer to look for."""


def slips_in_source(source: ChapterSource) -> Iterator[Problem]:
    """Find what Markdown and MkDocs pass over without a word: front matter, and markers."""
    span = source.span
    yield from front_matter_slips(source)
    yield from _curly_quotes(source)
    seen: set[str] = set()
    for name, offset in source.comments:
        if name not in MARKERS:
            if fix := did_you_mean(name, MARKERS, _NEAR):
                yield problem(span.locate(offset), "unknown-marker", name=name, fix=fix)
        elif name in seen:
            yield problem(span.locate(offset), "repeated-marker")
        elif name not in REPEATABLE:
            seen.add(name)
            if not _LONE_COMMENT.match(span.text, span.text.rfind("\n", 0, offset) + 1):
                yield problem(span.locate(offset), "misplaced-marker", "in-line", name=name)


def _curly_quotes(source: ChapterSource) -> Iterator[Problem]:
    if not any(quote in source.text for quote in "“”„‟‘’«»″"):
        return
    for found in _CURLY.finditer(source.without_code_and_comments):
        yield problem(source.span.locate(found.start("quote")), "broken-attributes", "quotes")


def slips_in_tree(root: Element, positions: Positions, keys: Collection[str]) -> Iterator[Problem]:
    """Find what is still text in the converted tree, which has its positions; `keys` are those of the sources."""
    for text in _running_text(root):
        for found in _SLIP.finditer(text) if _MAY_SLIP.search(text) else ():
            if found["open"]:
                words = without_positions(found["open"]).strip()
                yield problem(positions.place(found["position"]), "open-citation", words=words)
            elif found["cited"] and (found["braced"] or found["plain"]) in keys:
                where = positions.place(found["position_of_key"])
                yield problem(where, "citation-without-brackets", cited=found["cited"])
            elif found["stray"]:
                where = positions.place(found["position_of_stray"])
                yield problem(where, "citation-without-sign", "stray", key=found["stray"])
            elif found["name"] in keys:
                yield problem(positions.place(found["position_of_name"]), "citation-without-sign", key=found["name"])
            elif found["position_of_box"]:
                yield _box(positions.place(found["position_of_box"]), found["box"])


def slips_in_blocks(
    tree: ParsedTree, source: ChapterSource, files: Iterable[SourceFile], known: Known
) -> Iterator[Problem]:
    """Find what is none of the boxes, lists, tables, links and notes that it was meant to be.

    `files` are those of the guide's data, whose texts stand among its blocks.
    """
    span = source.span
    texts = [SourceSpan(source.without_fenced_code, span.file, span.start)]
    texts += [SourceSpan(file.text, file) for file in files]
    met: dict[tuple[int, str], Iterator[re.Match[str]]] = {}
    for event, slip in islice(block_slips(tree.block_events, known), _TOLD_AT_ONCE):
        if where := tree.positions.place_in(event.located, slip.offset) or _found_place(slip, texts, met):
            yield slip.finding.at(where)
    for offset in islice(tabbed_lines(span.text, tree.block_events), _TOLD_AT_ONCE):
        yield problem(span.locate(offset), "broken-table", "tabs")


def _found_place(
    slip: Slip, texts: Sequence[SourceSpan], met: dict[tuple[int, str], Iterator[re.Match[str]]]
) -> Location | None:
    """Find a slip again by the words around it: the n-th of the chapter is the n-th of its file.

    It is in a block that no position leads out of, since no line of it begins with a word that could not mean something
    to Markdown, and no bracket is in it: items with `1)`, braces alone, a line that begins with code or with HTML.
    """
    for width in _WIDTHS:
        before = slip.text[max(slip.offset - width, 0) : slip.offset].rpartition(ETX)[2]
        behind = slip.text[slip.offset : slip.offset + width].partition(STX)[0]
        pattern = f"{_spaced(before)}(?P<slip>{_spaced(behind)})"
        for number, text in enumerate(texts):
            found = next(met.setdefault((number, pattern), re.finditer(pattern, text.text)), None)
            if found:
                return text.file.location(text.start + found.start("slip"))
    return None


def _spaced(text: str) -> str:
    """A pattern of a text that may be indented, folded or quoted elsewhere."""
    return r"[\s>]*".join(map(re.escape, re.split(r"\s+", text)))


def _running_text(element: Element) -> Iterator[str]:
    if element.tag in _LITERAL:
        return
    yield element.text or ""
    for child in element:
        yield from _running_text(child)
        yield child.tail or ""


def _box(where: Location, kind: str) -> Problem:
    if kind and kind.lower() not in BOXES:
        return problem(where, "unknown-box", kind=kind, kinds=", ".join(BOXES), fix=did_you_mean(kind, BOXES))
    return problem(where, "broken-box", "quotes")
