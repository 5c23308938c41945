"""Slips: what was meant as a citation, a box or a marker, and would stand on the page as plain text, or not at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

from studyguide.chapters.citations import KEY
from studyguide.chapters.marks import BOXES, MARK, Marks, lines_of, without_marks
from studyguide.chapters.pages import MARKERS, REPEATABLE, comments_in
from studyguide.chapters.prose import without_code, without_comments
from studyguide.checks.block_slips import Known, block_slips, tabbed_lines
from studyguide.checks.front_matter import front_matter_slips
from studyguide.checks.inline_slips import Slip
from studyguide.files import Passage, SourceFile
from studyguide.problems import Location, Problem, did_you_mean

_LITERAL = frozenset({"a", "code", "kbd", "math", "pre", "samp"})
_CURLY = re.compile(r"(?:<[a-zA-Z][^<>]{0,300}?|\{[^{}\n]{0,300}?)[\w-]=(?P<quote>[“”„‟‘’«»″])")
_BLOCK = re.compile(r"\S.*(?:\n[ \t]*\S.*)*")
_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_SIGN = re.compile(r"[^\n]")
_LONE_COMMENT = re.compile(r"<!--[^<>]*-->[ \t]*$", re.MULTILINE)
_DEEPEST, _MOST = 50, 3000
_TOLD_AT_ONCE = 100
"""As many of one chapter's slips are told: each is looked for in the whole of it."""
_WIDTHS = 60, 15
"""How much of the text around a slip it is found again by: less where a marker stood in it."""
_NEAR = 0.75
"""How near a comment of a few words is to a marker that it misspells: `contacts` is, `content` is not."""
_SLIP = re.compile(
    rf"(?P<mark>{MARK.pattern})(?P<open>!?\[[^\[\]\n\x02]*?{MARK.pattern}-?@[\w{{](?:{MARK.pattern}|[^\n\x02]){{0,40}})"
    r"|(?P<meant>\x0291\x03[^\[\]\n]*|\S*(?:\w@\w|://)\S*)"  # an escaped bracket, an address
    rf"|(?P<mark_of_key>{MARK.pattern})(?P<cited>{KEY})"
    rf"|(?P<mark_of_stray>{MARK.pattern})\[[ ]?-?@[@\s]+(?P<stray>[^\W_][^\[\]\s,;]*)"
    rf"|(?P<mark_of_name>{MARK.pattern})\[(?P<name>[^\[\]\s,]+)(?=[\],])"
    rf"|(?P<mark_of_box>{MARK.pattern})!!![ ]?(?P<box>[\w-]*)"
)


def slips_in_source(passage: Passage) -> Iterator[Problem]:
    """Find what Markdown and MkDocs pass over without a word: front matter, and markers."""
    yield from front_matter_slips(passage)
    yield from _curly_quotes(passage)
    seen: set[str] = set()
    for name, offset in comments_in(passage.text):
        if name not in MARKERS:
            hint = did_you_mean(name, MARKERS, _NEAR)
            if hint:
                yield Problem(passage.locate(offset), "unknown-marker", f'There is no marker "<!-- {name} -->".', hint)
        elif name in seen:
            yield Problem(
                passage.locate(offset), "repeated-marker", "This marker stands twice on the page.", "Delete one."
            )
        elif name not in REPEATABLE:
            seen.add(name)
            if not _LONE_COMMENT.match(passage.text, passage.text.rfind("\n", 0, offset) + 1):
                message = f'What "<!-- {name} -->" stands for needs a place of its own.'
                hint = "Put the marker on a line of its own, with nothing before it, and leave an empty line around it."
                yield Problem(passage.locate(offset), "misplaced-marker", message, hint)


def _curly_quotes(passage: Passage) -> Iterator[Problem]:
    if not any(quote in passage.text for quote in "“”„‟‘’«»″"):
        return
    for found in _CURLY.finditer(without_comments(without_code(passage.text))):
        message = "An attribute stands in straight quotation marks, and these are curly ones."
        hint = 'Type " in their place.'
        yield Problem(passage.locate(found.start("quote")), "broken-attributes", message, hint)


def tangle_in_source(passage: Passage) -> Problem | None:
    """Find text on which Python-Markdown would work for minutes: it tries each open bracket with all that follows."""
    for block in _BLOCK.finditer("".join(_without_fences(passage.text))):
        depth = 0
        for bracket in _BRACKET.finditer(block[0]) if block[0].count("[") > _DEEPEST else ():
            depth = max(depth + (1 if bracket[0] == "[" else -1), 0)
            if depth > _DEEPEST:
                return _tangle(passage.locate(block.start() + bracket.start()))
        if any(block[0].count(sign) > _MOST for sign in "_*`<&("):
            return _tangle(passage.locate(block.start()))
    return None


def _tangle(where: Location) -> Problem:
    message = "Nobody can tell what so many signs in one paragraph mean."
    return Problem(where, "tangled-text", message, "Close the brackets, and put an empty line between paragraphs.")


def slips_in_tree(root: Element, marks: Marks, keys: Collection[str]) -> Iterator[Problem]:
    """Find what is still text in the converted tree, which has its marks; `keys` are those of the sources."""
    for text in _running_text(root):
        for found in _SLIP.finditer(text) if MARK.search(text) else ():  # each slip begins with a mark
            if found["open"]:
                yield _open_citation(marks.place(found["mark"]), without_marks(found["open"]).strip())
            elif found["cited"] and (found["braced"] or found["plain"]) in keys:
                hint = f"Write [{found['cited']}]."
                yield Problem(
                    marks.place(found["mark_of_key"]),
                    "citation-without-brackets",
                    "A citation needs square brackets.",
                    hint,
                )
            elif found["stray"]:
                message = "A citation has one @, and the key of its source right behind it."
                hint = f'Write [@{found["stray"]}], or "\\[" where it is no citation.'
                yield Problem(marks.place(found["mark_of_stray"]), "citation-without-sign", message, hint)
            elif found["name"] in keys:
                message, hint = "A citation needs an @ before its source.", f"Write [@{found['name']}]."
                yield Problem(marks.place(found["mark_of_name"]), "citation-without-sign", message, hint)
            elif found["mark_of_box"]:
                yield _box(marks.place(found["mark_of_box"]), found["box"])


def slips_in_blocks(
    pieces: Sequence[tuple[str, str]], passage: Passage, files: Iterable[SourceFile], known: Known
) -> Iterator[Problem]:
    """Find what is none of the boxes, lists, tables, links and notes that it was meant to be.

    `pieces` are those of `block_slips`; `files` those of the guide's data, whose texts stand among them.
    """
    texts = [Passage("".join(_without_fences(passage.text)), passage.file, passage.start)]
    texts += [Passage(file.text, file) for file in files]
    met: dict[tuple[int, str], Iterator[re.Match[str]]] = {}
    for slip in islice(block_slips(pieces, known), _TOLD_AT_ONCE):
        if where := _place(slip, texts, met):
            yield Problem(where, slip.kind, slip.message, slip.hint)
    for offset in islice(tabbed_lines(passage.text, pieces), _TOLD_AT_ONCE):
        message = "The cells of a table have | between them, and not tabs."
        hint = "Write | a | b |, with | --- | --- | below the first row."
        yield Problem(passage.locate(offset), "broken-table", message, hint)


def _place(
    slip: Slip, texts: Sequence[Passage], met: dict[tuple[int, str], Iterator[re.Match[str]]]
) -> Location | None:
    """Find a slip again by the words around it: the n-th of the chapter is the n-th of its file."""
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


def _without_fences(text: str) -> Iterator[str]:
    return (_SIGN.sub(" ", line) if is_code else line for line, is_code in lines_of(text))


def _running_text(element: Element) -> Iterator[str]:
    if element.tag in _LITERAL:
        return
    yield element.text or ""
    for child in element:
        yield from _running_text(child)
        yield child.tail or ""


def _open_citation(where: Location, words: str) -> Problem:
    message = f'"{words}" looks like a citation, but its bracket is not closed as one.'
    return Problem(where, "open-citation", message, 'Write "]" after it, or "\\[" where it is no citation.')


def _box(where: Location, kind: str) -> Problem:
    if kind and kind.lower() not in BOXES:
        hint = did_you_mean(kind, BOXES) or f"The kinds are {', '.join(BOXES)}."
        return Problem(where, "unknown-box", f'There is no kind of box "{kind}".', hint)
    example = '!!! correction "Editor\'s note"'
    hint = f"Write it as {example}, with straight quotation marks, and indent its text by four spaces."
    return Problem(where, "broken-box", "This line was meant as a box.", hint)
