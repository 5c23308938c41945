"""Find markup that was not recognised: citations, admonitions and markers rendered as plain text or not at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX, AtomicString

from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.lint.blocks import Known, block_findings, outside_items, tabbed_lines
from studyguide.lint.front_matter import front_matter_problems
from studyguide.lint.inline import MarkupFinding
from studyguide.markdown.citations import KEY
from studyguide.markdown.markers import FACTS, INLINE_MARKERS, MARKERS
from studyguide.markdown.observers import ParsedTree
from studyguide.markdown.positions import ADMONITIONS, POSITION, Positions, without_positions
from studyguide.markdown.source import ChapterSource

_LITERAL = frozenset({"a", "code", "kbd", "math", "pre", "samp"})
_CURLY = re.compile(r"(?:<[a-zA-Z][^<>]{0,300}?|\{[^{}\n]{0,300}?)[\w-]=(?P<quote>[“”„‟‘’«»″])")
_LONE_COMMENT = re.compile(r"<!--[^<>]*-->[ \t]*$", re.MULTILINE)
_MOST_FINDINGS = 100
"""The maximum of reported findings per chapter: each is searched for in the whole text."""
_WIDTHS = 60, 15
"""The numbers of characters around a finding by which it is located; the smaller where a marker was among them."""
_NEAR = 0.75
"""The closeness of a misspelt marker, as `contacts` is of `contact`; `content` is not."""
_PLACE = r"(?:,[^()\[\]\n\x02]{0,60}(?=[\])]))?"
_UNPARSED = re.compile(  # `lint.inline` tells the word in braces behind a citation, and `meant` is no slip
    rf"(?P<braced_word>{POSITION.pattern}\[[^\[\]\n\x02]*?{POSITION.pattern}-?@[^\[\]\n]{{0,80}}\]\{{(?=\w))"
    rf"|(?P<position>{POSITION.pattern})(?P<open>!?\[[^\[\]\n\x02]*?{POSITION.pattern}-?@[\w{{](?:{POSITION.pattern}|[^\n\x02]){{0,40}})"
    r"|(?P<meant>\x0291\x03[^\[\]\n]*|\S*(?:\w@\w|://)\S*)"  # an escaped bracket, a URL
    rf"|(?P<position_of_key>{POSITION.pattern})(?P<cited>{KEY}{_PLACE})"
    rf"|(?P<position_of_stray>{POSITION.pattern})\[[ ]?-?(?:@[@\s]+(?P<stray>[^\W_][^\[\]\s,;]*)"
    rf"|(?:[#&$*+=!][ ]?|@[\"'“‘«]|\uff20)(?P<slip>[^\W_][\w:./-]*)[\"'”’»]?(?=[\],;]))(?P<place>{_PLACE})"
    rf"|(?P<position_of_name>{POSITION.pattern})\[(?P<name>[^\[\]\s,]+)(?=[\],])(?P<place_of_name>{_PLACE})"
    rf"|(?P<position_of_box>{POSITION.pattern})!!![ ]?(?P<box>[\w-]*)"
)
_BOX_HEAD = re.compile(r"!!! ?(?P<kind>\w[\w -]*?) *[\"'“”„«‘「『]\s*(?P<title>\w.*?)\s*[\"'“”»’」』]*\s*$")
"""The kind and the title of a box that was not read, in whatever quotation marks."""
_MAY_BE_UNPARSED = re.compile(rf"{POSITION.pattern}(?:[-!]?[\[@]|!!!)")
"""The beginnings of the matches to report, as a cheap test before the slow pattern above."""


def check_source(source: ChapterSource, facts: Mapping[str, str]) -> Iterator[Problem]:
    """Find mistakes in front matter, attribute lists and markers, which Python-Markdown and MkDocs ignore silently.

    `facts` are the words for the markers `FACTS`.
    """
    yield from front_matter_problems(source)
    yield from _curly_quotes(source)
    yield from _markers(source, facts)


def _markers(source: ChapterSource, facts: Mapping[str, str]) -> Iterator[Problem]:
    span = source.span
    seen: set[str] = set()
    for name, offset in source.comments:
        if name not in MARKERS:
            if fix := did_you_mean(name, MARKERS, _NEAR):
                yield problem(span.locate(offset), "unknown-marker", name=name, fix=fix)
        elif name in INLINE_MARKERS:
            if name in FACTS - seen and not facts.get(name, "").strip():
                yield problem(span.locate(offset), "empty-marker", name=name)
            seen.add(name)
        elif name in seen:
            yield problem(span.locate(offset), "repeated-marker")
        else:
            seen.add(name)
            if not _LONE_COMMENT.match(span.text, span.text.rfind("\n", 0, offset) + 1):
                yield problem(span.locate(offset), "misplaced-marker", "in-line", name=name)


def _curly_quotes(source: ChapterSource) -> Iterator[Problem]:
    if not any(quote in source.text for quote in "“”„‟‘’«»″"):
        return
    for found in _CURLY.finditer(source.without_code_and_comments):
        yield problem(source.span.locate(found.start("quote")), "broken-attributes", "quotes")


def check_tree(root: Element, positions: Positions, keys: Collection[str]) -> Iterator[Problem]:
    """Find markup that is still text in the converted tree, by its position markers.

    `keys` are the citation keys of the sources.
    """
    for text in _running_text(root):
        for found in _UNPARSED.finditer(text) if _MAY_BE_UNPARSED.search(text) else ():
            if found["open"]:
                words = without_positions(found["open"]).strip()
                yield problem(positions.place(found["position"]), "open-citation", words=words)
            elif found["cited"] and (found["braced"] or found["plain"]) in keys:
                where = positions.place(found["position_of_key"])
                yield problem(where, "citation-without-brackets", cited=found["cited"])
            elif found["stray"]:
                where = positions.place(found["position_of_stray"])
                yield problem(where, "citation-without-sign", "stray", key=f"{found['stray']}{found['place']}")
            elif found["slip"] in keys:
                where = positions.place(found["position_of_stray"])
                yield problem(where, "citation-without-sign", "stray", key=f"{found['slip']}{found['place']}")
            elif found["name"] in keys:
                where, key = positions.place(found["position_of_name"]), f"{found['name']}{found['place_of_name']}"
                yield problem(where, "citation-without-sign", key=key)
            elif found["position_of_box"]:
                line = text[found.start("position_of_box") :].partition("\n")[0]
                yield _box(positions.place(found["position_of_box"]), found["box"], without_positions(line))


def check_blocks(
    tree: ParsedTree, source: ChapterSource, files: Iterable[SourceFile], known: Known
) -> Iterator[Problem]:
    """Find admonitions, lists, tables, links and notes that Python-Markdown did not recognise.

    `files` are the guide's data files, whose texts are among the blocks of a chapter that renders them.
    """
    span = source.span
    texts = [SourceSpan(source.without_fenced_code, span.file, span.start)]
    texts += [SourceSpan(file.text, file) for file in files]
    matches: dict[tuple[int, str], Iterator[re.Match[str]]] = {}
    for event, found in islice(block_findings(tree.block_events, known), _MOST_FINDINGS):
        if where := tree.positions.place_in(event.located, found.offset) or _locate(found, texts, matches):
            yield found.finding.at(where)
    for offset in islice(outside_items(source), _MOST_FINDINGS):
        yield problem(span.locate(offset), "broken-list", "paragraph")
    for offset in islice(tabbed_lines(span.text, tree.block_events), _MOST_FINDINGS):
        yield problem(span.locate(offset), "broken-table", "tabs")


def _locate(
    finding: MarkupFinding, texts: Sequence[SourceSpan], matches: dict[tuple[int, str], Iterator[re.Match[str]]]
) -> Location | None:
    """Locate a finding by the words around it: the n-th such finding of the chapter is the n-th match in its file.

    Needed for blocks without a position marker, which have neither brackets nor a word at the start of a line: items
    with `1)`, braces alone, lines that begin with code or HTML. `matches` keeps the iterators between calls.
    """
    for width in _WIDTHS:
        before = finding.text[max(finding.offset - width, 0) : finding.offset].rpartition(ETX)[2]
        after = finding.text[finding.offset : finding.offset + width].partition(STX)[0]
        pattern = f"{_spaced(before)}(?P<finding>{_spaced(after)})"
        for number, text in enumerate(texts):
            found = next(matches.setdefault((number, pattern), re.finditer(pattern, text.text)), None)
            if found:
                return text.file.location(text.start + found.start("finding"))
    return None


def _spaced(text: str) -> str:
    """Return a pattern for a text that may be indented, folded or quoted in its file."""
    return r"[\s>]*".join(map(re.escape, re.split(r"\s+", text)))


def _running_text(element: Element) -> Iterator[str]:
    if element.tag in _LITERAL:
        return
    if not isinstance(element.text, AtomicString):  # which is HTML that is not read as Markdown
        yield element.text or ""
    for child in element:
        yield from _running_text(child)
        yield child.tail or ""


def _box(where: Location, kind: str, line: str) -> Problem:
    if kind and kind.lower() not in ADMONITIONS:
        return problem(
            where, "unknown-box", kind=kind, kinds=", ".join(ADMONITIONS), fix=did_you_mean(kind, ADMONITIONS)
        )
    head = _BOX_HEAD.search(line)
    meant, title = head.groups() if head else ("correction", "Editor's note")
    return problem(where, "broken-box", "quotes", kind=meant, title=title)
