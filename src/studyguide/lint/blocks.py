"""Find malformed block markup: admonitions, lists, tables and headings that Python-Markdown parses as plain text.

Whether a line belongs to a list depends on the lines around it, so each check gets the blocks that Python-Markdown
offers to the block processor of the same kind: see `BLOCK_EVENTS`. Code, comments and raw HTML are no such blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile

from studyguide.diagnostics.diagnostic import did_you_mean, finding
from studyguide.lint.counted_lines import counted_line
from studyguide.lint.front_matter import FIELDS
from studyguide.lint.inline import MarkupFinding, inline_findings, may_hold_markup
from studyguide.markdown.list_marks import CERTAIN, SEQUENCED, kind_of, sequenced_lines
from studyguide.markdown.observers import BlockEvent
from studyguide.markdown.positions import ADMONITIONS
from studyguide.markdown.source import ChapterSource, SourceLine

_OWN_BOXES = frozenset({"correction", "check", "todo"})
_KIND = "|".join(ADMONITIONS)
_BOX = re.compile(
    rf"^!!! ?(?P<kind>(?i:{_KIND}))(?P<classes>(?: +[\w-]+)*)(?P<title> +\".*?\")? *(?:\n|\Z)", re.MULTILINE
)
_NEARLY_BOX = re.compile(
    rf"^ {{0,3}}(?:!!|\?\?\?\+?) ?(?i:{_KIND})\b(?=$| *\"| *[“„])"
    rf"|^ {{0,3}}\?\?\?\+? ?(?i:{_KIND})\b|^!! ?(?i:{_KIND})\b(?=[^\n]*\n {{4}})"
    rf"|^ {{1,3}}{_BOX.pattern[1:]}",
    re.MULTILINE,
)
_LOOKS = ("end", "inline", "minor", "no-terms")
_CLASS = re.compile(rf"{'|'.join(_LOOKS)}|[a-z]+(?:-[a-z]+)+")
"""A word behind the kind of a box that gives it a look; a title there has no quotation marks."""
_ITEM = re.compile(rf"(?P<indent> {{0,3}})(?P<mark>{CERTAIN}|{SEQUENCED}) +\S")
_TIGHT_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,2}\.) +\S")
_TIGHT_MARK = re.compile(r" {0,3}(?P<mark>[-•]|\*(?=[^*]*$)|\d{1,2}[.)])(?=[^\W\d_])")
_BULLETS = re.compile(r" {0,3}[●○•▪■□◦‣·➢✓] *\S")
_NUMBERS = re.compile(r" {0,3}\(?\d{1,2}\) +\S")
_DASHES = re.compile(r" {0,3}[–—] +.*[^\s.?!…”\"’»] ?$")  # a sentence after a dash may be speech
_RULE = re.compile(r"[ |]*:?-+:? *(?:\| *:?-+:? *)*\|? *")
_ROW = re.compile(r" {0,3}(?:\| .*\||\|.* \||\|(?:[^|\w]*\w[^|]*\|){2,}) *")
_OPEN_ROW = re.compile(r"[^|]*[^|\s] \| [^|\s][^|]*(?:\| [^|]*)*|[^|]+(?:\|[^|]+){2,}")
_PIPE = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_HEADING = re.compile(r"^#{1,6}(?P<words>.*)$", re.MULTILINE)
_OPEN_BRACE = re.compile(r"(?<!\\)\{:? *[#.][^\W\d][^{}]*$")
_SPACED_ID = re.compile(r"\{:? *#(?P<id>[\w-]+(?: +[\w-]+(?![\w=-]))+) *(?: [.#][^{}]*|[\w-]+=[^{}]*)?\}\s*$")
_BARE_ID = re.compile(r"(?<=\s)#(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)\s*$")
_LONE_BRACES = re.compile(r"\s*\{:? *(?:[.#][A-Za-z_][\w-]*|[\w-]+=[^{}\n]*)(?: +[^{},\n]+)? *\}\s*")
_FIRST_BRACES = re.compile(r" {0,3}\{:? ?[.#][A-Za-z][\w-]*(?: +[^{}\n]*)?\} +\S")
_WORD_BRACES = re.compile(r"(?:\w|[\w.,;:!?*_)\]] )(?=\{:? ?[.#][A-Za-z][\w-]*(?: +[^{}\n]*)?\})")
_IN_CODE = re.compile(r"\[[^\[\]@]{0,80}-?@\{?(?P<key>\w(?:[\w:.#$%&+?~/-]*\w)?)|\[[^\[\]]+\]\((?:term|event|source):")
_CODE_SIGN = re.compile(r"[{}<>\\|=`$]|^ *(?:#|//|--|- \w+:)|\w\(|[;{]$|^ *[\w-]+: |\w_\w|::|!!!", re.MULTILINE)
_PLAIN_WORD = re.compile(r"[\"'“”‘’«»(\[]*[^\W_]+(?:['’.,/–-][^\W_]+)*[\"'“”‘’«»)\].,;:!?…%]*|[–—-]|[●•▪*]")
_FEWEST_WORDS = 6
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…", "”", '"', "’", ")")
_BULLET_SIGNS = frozenset("-*●•▪–")
_TASK = re.compile(r"^ {0,3}(?:[-*+]|\d+\.) +(?=\[[ xX]\] \S)", re.MULTILINE)
_UNDERLINED = re.compile(r"(?P<words>\S.*)\n(?P<line>-+)[ ]*(?:\n|\Z)")
_LONGEST_TITLE = 60
_IN_LINE = re.compile(rf"(?:>|(?:{CERTAIN})[ ])")
"""The beginning of a quotation or of an item, which no heading has."""
_OUTSIDE = re.compile(r" {2,3}(?![ \t]|[-*+>#|:<`~!]|\d{1,3}[.)]|\([a-zA-Z\d]|[a-z][.)] )(?=\S)")
_LIST_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)]) +\S")
_COMMENT_END = re.compile(r"-->|<!--")
_TABBED = re.compile(r"(?! {0,3}(?:[-*+>#|●○•▪·]|\w{1,3}[.)])\s)\s*\S.*?\S?\t\s*\S")


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a chapter can refer to."""

    keys: Collection[str]
    """The citation keys of the sources."""
    labels: Collection[str] = ()
    """The labels of link reference definitions, `[label]: URL`."""


def block_findings(block_events: Sequence[BlockEvent], known: Known) -> Iterator[tuple[BlockEvent, MarkupFinding]]:
    """Find malformed markup in a chapter's blocks; yield each finding with its block."""
    yield from _empty_admonitions([event for event in block_events if event.kind == "box"])
    is_told = False
    for number, event in enumerate(block_events):
        found = list(check(event.text, known)) if (check := _CHECKS.get(event.kind)) else []
        if found and any(each.finding.rule == "open-comment" for each in found):
            found = [_with_empty_line(each, block_events[number + 1 :]) for each in found]
        is_prose = bool(found) and any(each.finding.rule == "indented-text" for each in found)
        if not (is_prose and is_told):
            yield from ((event, each) for each in found)
        if event.kind != "box":  # every block is offered as one
            is_told = event.kind == "code" and (is_told or is_prose)  # one box of code is told once


def _with_empty_line(found: MarkupFinding, later: Sequence[BlockEvent]) -> MarkupFinding:
    """Return the finding of an open comment, which an empty line divides where a later block closes it."""
    ends = (end for event in later if (end := _COMMENT_END.search(event.text)))
    is_divided = found.finding.rule == "open-comment" and next((end[0] == "-->" for end in ends), False)
    return replace(found, finding=finding("open-comment", "empty-line")) if is_divided else found


def outside_items(source: ChapterSource) -> Iterator[int]:
    """Find paragraphs indented for the item above, though by less than four spaces: yield the offset of each."""
    is_in_list = is_below_blank = False
    for line in source.lines:
        is_blank = not line.text.strip()
        if not is_blank and is_below_blank:
            if is_in_list and not line.is_code and (found := _OUTSIDE.match(line.text)):
                yield line.start + found.end()
            is_in_list = is_in_list and line.text.startswith("  ")
        if _LIST_ITEM.match(line.text) and not line.is_code:
            is_in_list = True
        is_below_blank = is_blank


def tabbed_lines(text: str, block_events: Sequence[BlockEvent]) -> Iterator[int]:
    """Find tables pasted with tabs: yield the offset of the first of two or more tabbed lines in a paragraph."""
    if "\t" not in text:
        return
    paragraphs = (event.text for event in block_events if event.kind == "paragraph")
    printed = {_plain(line) for paragraph in paragraphs for line in paragraph.split("\n")}
    offset = before = run = 0
    for line in text.split("\n"):
        run = run + 1 if _TABBED.match(line) and not line.endswith("  ") and _plain(line) in printed else 0
        if run == 2:
            yield before
        before = offset
        offset += len(line) + 1


def _plain(line: str) -> str:
    return " ".join(line.split())


def _empty_admonitions(events: Sequence[BlockEvent]) -> Iterator[tuple[BlockEvent, MarkupFinding]]:
    """Find admonitions without content, because the text below is not indented."""
    blocks = [event.text for event in events]
    for number, block in enumerate(blocks):
        head = _BOX.search(block) if "!!!" in block else None
        if not head:
            continue
        rest = block[head.end() :]
        if not rest.strip() and head["kind"].lower() in _OWN_BOXES:
            rest = next((other for other in blocks[number + 1 :] if other.strip()), "text")
        if rest.strip() and not rest.lstrip("\n").startswith(("    ", "!!!")):
            yield events[number], MarkupFinding(finding("broken-box", "indent"), block, head.start())


def _box(block: str, known: Known) -> Iterator[MarkupFinding]:
    """Find titles without quotation marks, and other words that Python-Markdown reads as classes."""
    for head in _BOX.finditer(block) if "!!!" in block else ():
        words = [word for word in re.finditer(r"[\w-]+", head["classes"]) if not _CLASS.fullmatch(word[0])]
        if words and not head["title"]:
            title = " ".join(head["classes"].split())
            yield MarkupFinding(finding("broken-box", "title", kind=head["kind"], title=title), block, head.start())
        elif words:
            fix = did_you_mean(words[0][0], _LOOKS)
            place = head.start("classes") + words[0].start()
            yield MarkupFinding(finding("broken-box", "look", word=words[0][0], fix=fix), block, place)


def _code(block: str, known: Known) -> Iterator[MarkupFinding]:
    found = _IN_CODE.search(block) if block.startswith("    ") else None
    if found and (not found["key"] or found["key"] in known.keys):
        yield MarkupFinding(finding("lost-citation", "code"), block, found.start())
    elif block.startswith("    ") and _is_prose(_indented_part(block)):
        yield MarkupFinding(finding("indented-text"), block, _first_character(block, 0))


def _is_prose(text: str) -> bool:
    """Tell whether indented text is rather prose from a word processor than code: whole words, and few signs."""
    words = text.split()
    if not words or _CODE_SIGN.search(text):
        return False
    plain = sum(bool(_PLAIN_WORD.fullmatch(word)) for word in words)
    is_sentence = text.rstrip().endswith(_SENTENCE_ENDS) or len(words) > 2 * _FEWEST_WORDS or words[0] in _BULLET_SIGNS
    return is_sentence and plain >= _FEWEST_WORDS and plain >= 0.9 * len(words)


def _table(block: str, known: Known) -> Iterator[MarkupFinding]:
    rows = block.split("\n")
    if len(rows) < 2 or "|" not in rows[1] or not _RULE.fullmatch(rows[1]):
        return
    head = rows[0].strip()
    count = len(_cells(head, head))
    if len(_cells(rows[1], head)) != count:
        return  # not a table: `_lines` reports it
    yield from inline_findings(block, known.keys, known.labels)
    offset = len(rows[0]) + len(rows[1]) + 2
    is_told = False
    for row in rows[2:]:
        cells = _cells(row, head)
        if row.rfind("<!--") > row.rfind("-->"):
            yield MarkupFinding(finding("broken-table", "comment"), block, offset + row.rfind("<!--"))
            return  # what follows is no row
        if count > 1 and "|" not in row and row.strip() and not is_told:
            is_told = True
            yield MarkupFinding(finding("broken-table", "row"), block, offset + len(row) - len(row.lstrip()))
        if any(cell.strip() for cell in cells[count:]):
            yield MarkupFinding(finding("broken-table", "long-row"), block, offset + len(row) - len(row.lstrip()))
        offset += len(row) + 1


def _cells(row: str, head: str) -> list[str]:
    """Split a row into cells as Python-Markdown does: an outer pipe is a border only where the header row has it."""
    row = _without_code(row.strip())
    if head.startswith("|"):
        row = row.removeprefix("|")
    if head.endswith("|"):
        row = row.removesuffix("|")
    return _PIPE.split(row)


def _without_code(line: str, sign: str = "x") -> str:
    return _CODE.sub(lambda code: sign * len(code[0]), line) if "`" in line else line


def _indented_part(block: str) -> str:
    """Return the lines of a block up to the first that is not indented, which are its code."""
    return "\n".join(line[4:] for line in takewhile(lambda line: line.startswith("    "), block.split("\n")))


def _underlined(block: str) -> Iterator[MarkupFinding]:
    """Find a paragraph that a line of dashes makes a heading; one with a line of its own length is meant as such."""
    found = _UNDERLINED.match(block)
    if not found:
        return
    words = found["words"].strip()
    if words.partition(":")[0] in FIELDS:
        return  # front matter in the wrong place, which `front_matter` reports
    if (
        len(found["line"]) <= len("---")
        or len(words) > _LONGEST_TITLE
        or words.endswith((".", ":", ";", ",", "]", "…"))
    ):
        message = "line" if _IN_LINE.match(words) else "underline"
        yield MarkupFinding(finding("unmeant-heading", message, words=words), block, 0)


def _heading(block: str, known: Known) -> Iterator[MarkupFinding]:
    heading = _HEADING.search(block) if "#" in block else None
    if not heading:
        yield from _underlined(block) if "\n-" in block else ()
        return
    words, start = _without_code(heading["words"]), heading.start("words")
    for each in inline_findings(words, known.keys, known.labels):
        yield MarkupFinding(each.finding, block, start + each.offset)
    if found := _OPEN_BRACE.search(words):
        yield MarkupFinding(finding("broken-attributes", "open"), block, start + found.start())
    elif found := _SPACED_ID.search(words):
        right = "-".join(found["id"].split())
        yield MarkupFinding(finding("broken-attributes", "space", id=right), block, start + found.start())
    elif found := _BARE_ID.search(words):
        title = set(re.findall(r"(?<![#a-z0-9])[a-z0-9]+", words[: found.start()].lower()))
        if title.issuperset(found["id"].split("-")):  # else it may be a hashtag
            yield MarkupFinding(finding("broken-attributes", "no-braces", id=found["id"]), block, start + found.start())


def _list(block: str, known: Known) -> Iterator[MarkupFinding]:
    """Find nested lists indented by two or three spaces, which Python-Markdown flattens."""
    indents: dict[str, int] = {}
    offset = 0
    for line in block.split("\n"):
        item = _ITEM.match(line)
        if not item and not indents:
            return
        if item and len(item["indent"]) > indents.setdefault(kind_of(item["mark"]), len(item["indent"])) + 1:
            yield MarkupFinding(finding("broken-list", "indent"), block, offset + len(item["indent"]))
            return
        if not item and (tight := _TIGHT_MARK.match(line)) and kind_of(tight["mark"]) in indents:
            yield MarkupFinding(
                finding("broken-list", "space", mark=tight["mark"]), block, offset + tight.start("mark")
            )
            return
        offset += len(line) + 1


def _tasks(block: str) -> Iterator[MarkupFinding]:
    """Find items with a box to tick, in the list that begins with the block."""
    for item in _TASK.finditer(block) if _ITEM.match(block) else ():
        yield MarkupFinding(finding("unread-markup", "task"), block, item.end())


def _paragraph(block: str, known: Known) -> Iterator[MarkupFinding]:
    if may_hold_markup(block):
        yield from _marks(block, known)
    if "\n" in block:
        yield from _lines(block)


def _marks(block: str, known: Known) -> Iterator[MarkupFinding]:
    """Find malformed markup within the lines of a paragraph."""
    inline = list(inline_findings(block, known.keys, known.labels))
    yield from inline
    if found := _NEARLY_BOX.search(block):
        yield MarkupFinding(finding("broken-box", "signs"), block, _first_character(block, found.start()))
    if _LONE_BRACES.fullmatch(block) or _FIRST_BRACES.match(block):
        yield MarkupFinding(finding("broken-attributes", "alone"), block, block.index("{"))
    elif not inline and (found := _WORD_BRACES.search(_without_code(block, " "))):
        yield MarkupFinding(finding("broken-attributes", "alone"), block, found.end())


def _lines(block: str) -> Iterator[MarkupFinding]:
    """Find lists and tables that Python-Markdown parsed as a paragraph of several lines."""
    lines = block.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for pattern in (_BULLETS, _NUMBERS, _DASHES, _TIGHT_MARK, _TIGHT_ITEM):
        if (number := _run(lines, pattern)) is not None:
            message = "no-empty-line" if pattern is _TIGHT_ITEM else "one-paragraph"
            yield MarkupFinding(finding("broken-list", message), block, _first_character(block, starts[number]))
            break
    else:
        if (number := _marked_lines(block, lines)) is not None:
            yield MarkupFinding(finding("broken-list", "no-empty-line"), block, _first_character(block, starts[number]))
        elif (number := counted_line(lines)) is not None:
            yield MarkupFinding(finding("broken-list", "lines"), block, _first_character(block, starts[number]))
    rule = next((number for number, line in enumerate(lines) if "|" in line and _RULE.fullmatch(line)), None)
    if rule is not None:
        above = max(rule - 1, 0)
        is_below_text = rule > 1 and not _ROW.fullmatch(lines[rule - 2])
        message = "no-empty-line" if is_below_text else "dashes-elsewhere"
        yield MarkupFinding(finding("broken-table", message), block, _first_character(block, starts[above]))
    elif (number := _run(lines, _ROW, whole=True)) is not None or (number := _open_rows(lines)) is not None:
        dashes = " --- |" * len(_cells(lines[number], "||"))
        yield MarkupFinding(
            finding("broken-table", "no-dashes", dashes=dashes), block, _first_character(block, starts[number])
        )


def _run(lines: Sequence[str], pattern: re.Pattern[str], *, whole: bool = False) -> int | None:
    """Return the index of the first of two adjacent matching lines, or of a list item right after a colon.

    A line that ends with a hard line break does not count.
    """
    match = pattern.fullmatch if whole else pattern.match
    for number, line in enumerate(lines[1:], 1):
        above = lines[number - 1]
        if above.endswith("  ") or not match(line):
            continue
        if match(above):
            return number - 1
        if pattern in (_TIGHT_ITEM, _BULLETS) and above.rstrip().endswith(":"):
            return number
    return None


def _open_rows(lines: Sequence[str]) -> int | None:
    """Return the index of the first of two rows `a | b` without outer signs and with as many cells."""
    counts = [len(_PIPE.findall(_without_code(line))) if _is_open_row(line) else 0 for line in lines]
    return next((number for number in range(len(lines) - 1) if 0 < counts[number] == counts[number + 1]), None)


def _is_open_row(line: str) -> bool:
    return bool(_OPEN_ROW.fullmatch(line)) and all(
        cell.count("(") == cell.count(")") for cell in line.split("|")
    )  # else it is a formula: P(a | b)


def _marked_lines(block: str, lines: Sequence[str]) -> int | None:
    """Return the index of the first of two lines that begin with marks in sequence, `(a)` and `(b)`."""
    marked = sorted(sequenced_lines(block, (SourceLine(line, number, False) for number, line in enumerate(lines))))
    return marked[0] if len(marked) > 1 else None


def _first_character(block: str, start: int) -> int:
    return start + len(block[start:]) - len(block[start:].lstrip())


def _repeated_note(block: str, known: Known) -> Iterator[MarkupFinding]:
    yield MarkupFinding(finding("repeated-note", call=block[: block.index("]") + 1]), block, 0)


_CHECKS: Mapping[str, Callable[[str, Known], Iterator[MarkupFinding]]] = {
    "box": _box,
    "code": _code,
    "table": _table,
    "heading": _heading,
    "list": lambda block, known: chain(_list(block, known), _tasks(block)),
    "paragraph": _paragraph,
    "repeated-note": _repeated_note,
}
