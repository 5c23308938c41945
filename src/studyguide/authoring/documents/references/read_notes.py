"""Read the notes of a document: a remark, or one or several citations, each with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from studyguide.authoring.documents.references.addresses import split_addresses
from studyguide.authoring.documents.references.known_sources import KnownSource, twin_among
from studyguide.authoring.documents.references.marked_text import CAPITALS, CLOSE, OPEN, marked, unmarked
from studyguide.authoring.documents.references.printed_dates import YEAR
from studyguide.authoring.documents.references.read_reference import LONGEST, read_reference
from studyguide.authoring.documents.references.reference import FreeReference, by_same_makers
from studyguide.authoring.documents.references.reference_words import LANGUAGES, any_of
from studyguide.authoring.documents.references.short_forms import (
    Earlier,
    NoteCitation,
    begins_short,
    read_numbers,
    read_short_form,
)
from studyguide.authoring.documents.text.markdown_citations import CitedPart, citation
from studyguide.authoring.documents.text.runs import Run, Text, plain
from studyguide.authoring.format.citation_keys import new_key
from studyguide.markdown.locators import parse_suffix

UNKNOWN = "This seems to name a source in short, but none of the document’s fits it for certain."
REMARK = "This leads to a source, which was not told apart from the words around it: it stays a note in words."
UNREAD = "This seems to be a source, which could not be read: it stays a note in words."
_USUAL_NOTE = "Jane Doe, “A Title,” A Journal 1, no. 2 (3 May 2021): 4, https://example.org/a, accessed 5 May 2021."
_SOURCE = re.compile(
    rf":\s[^:,;()]+,\s{YEAR}(?!\w)|(?<!\w){YEAR}\W{{1,4}}(?:pp?|S|s|С|с|σ|σσ|págs?|pag|art)\.\s?\d|第\s?\d+\s?[页頁]"
)
"""Town, publisher and year, or a year and a page: what remarks seldom have."""


@dataclass(frozen=True)
class NoteReading:
    """What a note says."""

    citations: tuple[NoteCitation, ...] = ()
    """None where it is a remark, or could not be read."""
    doubts: tuple[str, ...] = ()


def compile_patterns() -> None:
    """Compile the patterns that a usual note needs, and the first one would wait for."""
    read_note((Run(_USUAL_NOTE),), (), (), LANGUAGES[0])


def read_note(text: Text, known: Sequence[KnownSource], earlier: Earlier, language: str) -> NoteReading:
    """Read a note; `known` are the sources so far, and `earlier` what the notes before cite."""
    line = _without_parentheses(marked(text))
    if len(line) > LONGEST:
        return NoteReading()
    if numbered := read_numbers(line, known, language):
        return NoteReading(numbered)
    for parts in _divisions(line):
        if citations := _citations(parts, text, known, earlier, language):
            return _reading(citations)
    if _names_source(line, known, earlier, language):
        return NoteReading(doubts=(REMARK,))
    if _seems_short(line) or begins_short(line, known):
        return NoteReading(doubts=(UNKNOWN,))
    return NoteReading(doubts=(UNREAD,) if _SOURCE.search(unmarked(line)) else ())


def _citations(
    parts: Sequence[str], text: Text, known: Sequence[KnownSource], earlier: Earlier, language: str
) -> list[NoteCitation]:
    """Return what all the parts cite; nothing if one of them cites nothing."""
    found: list[NoteCitation] = []
    for part in parts:
        sources = [*known, *(each.source for each in found if each.is_new)]
        whole = text if len(parts) == 1 else _text_of(part, text)
        cited = _citation(part, whole, sources, [*earlier, found] if found else earlier, language)
        if cited is None:
            return []
        found.append(cited)
    return found


def _citation(
    part: str, text: Text, known: Sequence[KnownSource], earlier: Earlier, language: str
) -> NoteCitation | None:
    prefix, rest = prefix_of(part)
    if short := read_short_form(rest, known, earlier, language):
        return replace(short, prefix=prefix)
    before = earlier[-1][-1].source.reference if earlier and earlier[-1] else None
    same = re.match(rf"{OPEN}?{any_of('same_author')}\.?{CLOSE}?[,:]\s+", rest) if before else None
    reference = read_reference(_text_of(rest[same.end() :] if same else rest, text), language, is_note=True)
    if same and before:
        reference = by_same_makers(replace(reference, printed=plain(_text_of(rest, text))), before)
    if not _is_full(reference):
        return None
    if twin := twin_among(reference, known):
        whole = re.sub(r"\s*[–-]+\s*", "--", re.sub(r"^\D+", "", reference.locator))
        is_place = whole != twin.reference.fields.get("pages")
        return NoteCitation(twin, prefix, reference.locator if is_place else "", again=replace(reference, locator=""))
    source = KnownSource(_key(reference, known), replace(reference, locator=""))
    return NoteCitation(source, prefix, reference.locator, is_new=True)


def _is_full(reference: FreeReference) -> bool:
    """Tell whether a note has a reference, and is no remark: it has an address, or a marked title with more."""
    fields = reference.fields
    if not fields.keys().isdisjoint(("url", "doi")):
        return True
    if reference.type == "misc" or "title" not in fields:
        return False
    if reference.type in ("legal", "legislation", "jurisdiction"):
        return True
    return not fields.keys().isdisjoint(("author", "date", "publisher", "organization", "journaltitle", "number"))


def _key(reference: FreeReference, known: Sequence[KnownSource]) -> str:
    return new_key(KnownSource("", reference).source, [other.source for other in known])


def _divisions(line: str) -> Iterator[list[str]]:
    """Yield the ways in which a note may be divided into citations: not at all, at addresses, at semicolons."""
    if addresses := split_addresses(line):
        yield addresses
        return
    stops = rf"[;·\u0387]\s+(?![^()]*\))|(?<=[\w)”\"»{CLOSE}])\.\s+(?=[{CAPITALS}])(?={any_of('see')}[\s,])"
    parts = [part for part in re.split(stops, line) if re.search(r"\w", part)]
    if len(parts) > 1:
        yield parts
    yield [line]
    behind = [part for part in re.split(rf"(?<=\w[/\w])[.;,]?\s+(?=[“\"«„{CAPITALS}" + OPEN + r"])", line) if part]
    with_address = _joined_to_address(behind)
    if len(with_address) > 1:
        yield with_address


def _joined_to_address(parts: Sequence[str]) -> list[str]:
    """Join the stretches of a line so that each ends in an address."""
    joined: list[str] = []
    for part in parts:
        if joined and not re.search(r"(?:https?://|www\.)\S+$", joined[-1]):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


def prefix_of(part: str) -> tuple[str, str]:
    """Return the words that lead to a source, "see also", with a small letter, and what follows."""
    found = re.match(rf"\s*{OPEN}?(?P<words>{any_of('see')})[\s{CLOSE},:]+(?=\S)", part)
    if not found and (other := _cited_in().match(part)):
        return unmarked(other["other"]), part[other.end() :]
    if not found:
        return "", part.strip()
    words = " ".join(unmarked(found["words"]).split())
    return words[0].lower() + words[1:], part[found.end() :]


@cache
def _cited_in() -> re.Pattern[str]:
    """Return a pattern of another source, which is known by the one that follows: `Yasbek, 2004 apud`."""
    return re.compile(rf"\s*(?P<other>[^“”\"«»{OPEN}{CLOSE};]+?,?\s{any_of('cited_in')}):?\s+(?=\S)")


def _without_parentheses(line: str) -> str:
    inside = re.fullmatch(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)\.?", line.strip())
    return inside[1] if inside else line.strip()


def _seems_short(line: str) -> bool:
    """Tell whether a note that nothing could read looks like a short form: a name and a number, "ibid."."""
    line = unmarked(line).strip(" .")
    begins = rf"(?:{any_of('ibid')}|{any_of('same_place')}|{any_of('cited_above')})"
    is_short = len(line.split()) <= 6 and re.match(rf"[{CAPITALS}\[]", line) and re.search(r"\d", line)
    return bool(re.match(begins, line) or is_short or re.fullmatch(r"\[\d[^\]]*\]", line))


def _names_source(line: str, known: Sequence[KnownSource], earlier: Earlier, language: str) -> bool:
    """Tell whether words that are no citation lead to a source: `The estimates leave out barter; see Pape, 95.`"""
    parts = re.split(r"[;.]\s+", line.rstrip(" ."))
    led = list(map(prefix_of, parts))
    if not led[0][0] and not (led[-1][0] and len(parts) > 1):
        return False
    return any(read_short_form(rest, known, earlier, language) for prefix, rest in led if prefix or led[0][0])


def _reading(citations: Sequence[NoteCitation]) -> NoteReading:
    doubts = tuple(dict.fromkeys(each.doubt for each in citations if each.doubt))
    return NoteReading(tuple(citations), doubts=doubts)


def _text_of(part: str, text: Text) -> Text:
    """Return a part of a marked line as runs, with the links of the whole text that it prints."""
    links = [run.address for run in text if run.address]
    runs = [
        Run(piece, italic=bool(number % 2)) for number, piece in enumerate(re.split(f"[{OPEN}{CLOSE}]", part)) if piece
    ]
    return tuple(runs) if len(links) != 1 else tuple(replace(run, address=links[0]) for run in runs)


def as_markdown(citations: Sequence[NoteCitation], language: str) -> str:
    """Return citations in pandoc's syntax, as chapters have them: `[see @key, p. 4; @other]`."""
    return citation(_part(each, language) for each in citations)


def _part(cited: NoteCitation, language: str) -> CitedPart:
    if cited.locator and parse_suffix(f", {cited.locator}", language).rest:
        return CitedPart(cited.source.key, cited.prefix, cited.suffix, cited.locator)
    return CitedPart(cited.source.key, cited.prefix, cited.locator + cited.suffix)
