"""Find citations in running text: `(Okafor 45)`, `(Adeyemi, 2019, p. 4; UNICEF, 2021)`, `Adeyemi (2019)`, `[3, p. 5]`.

Also raised numbers, where the sources are numbered.

Precision first: a name alone in parentheses is more often an abbreviation than a source, and what fits no source of the
document stays as it is, with a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from studyguide.authoring.documents.references.known_sources import KnownSource, twin_among, words_of
from studyguide.authoring.documents.references.marked_text import CAPITALS, marked, unmarked
from studyguide.authoring.documents.references.printed_dates import YEAR
from studyguide.authoring.documents.references.read_notes import prefix_of
from studyguide.authoring.documents.references.read_reference import read_reference
from studyguide.authoring.documents.references.reference_words import any_of
from studyguide.authoring.documents.references.short_forms import NoteCitation, read_numbers, read_short_form
from studyguide.authoring.documents.text.raised_numbers import POWER
from studyguide.authoring.documents.text.runs import CitedItem, Run, Text, plain
from studyguide.authoring.documents.text.text_parts import part
from studyguide.markdown.locators import is_locator

PAGE_ALONE = "A number alone was taken for a page of the source whose author its sentence names."
UNKNOWN = "This seems to cite a source that the document does not list, or several that fit."
_PARENTHESIS = re.compile(r"\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_NUMBERS = re.compile(r"\[\d{1,3}(?:(?:\s*[,;–-]|\spp?\.)[^\[\]]*)?\](?:[\s,–-]*\[\d[^\[\]]*\])*")
_RAISED_PLACE = r"\((?P<label>pp?)\.?\s?(?P<place>\d[\d–-]*)\)"
_RAISED = re.compile(rf"\s*\d{{1,3}}(?:\s*[,–-]\s*\d{{1,3}})*(?:{_RAISED_PLACE})?\s*")
"""The numbers of sources in a list, where they are superscript, with a page as the AMA has it: `4(p12)`."""
_NAMES_BEFORE = 80
"""The letters before a parenthesis among which the names of authors are sought."""
_PAGE = re.compile(r"\d{1,4}(?:\s?[–-]\s?\d{1,4})?")
_END_OF_SENTENCE = re.compile(r"[.!?](?=\s)")
_END_OF_CLAUSE = re.compile(r"[.,;:?!]|$")
_DATED = re.compile(rf"(?P<name>[^,;:\d]+?),?\s(?P<year>{YEAR})[a-h]?(?:[,:]\s(?P<place>[^;]*))?")
_NO_AUTHOR = (
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|since|until|from|born|in)\w*\s"
)
"""What stands before a year in parentheses and is no author: `(March 2019)`."""


@dataclass(frozen=True)
class InTextCitation:
    """A citation in a paragraph."""

    start: int
    end: int
    """Where it begins and ends in the paragraph's letters."""
    citations: tuple[NoteCitation, ...] = ()
    """None where a doubt says that it could not be read."""
    doubt: str = ""


def find_citations(
    text: Text, known: Sequence[KnownSource], language: str, before: tuple[NoteCitation, ...] = ()
) -> tuple[InTextCitation, ...]:
    """Return the citations of a paragraph in order, and what looks like one; `before` was cited last above it."""
    taken = list(_taken(text))
    found: list[InTextCitation] = []
    for candidate in sorted(_candidates(text), key=lambda match: match.start()):
        start, end = candidate.span()
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        earlier = [*([before] if before else []), *(each.citations for each in found if each.citations)]
        if citations := _citations(text, candidate, known, earlier, language):
            found.append(InTextCitation(start, end, citations, next((c.doubt for c in citations if c.doubt), "")))
        elif _looks_like_one(candidate, known):
            found.append(InTextCitation(start, end, doubt=UNKNOWN))
    return tuple(found)


def with_citations(text: Text, found: Iterable[InTextCitation]) -> Text:
    """Return a paragraph in which each citation is a run that names its sources by their keys.

    It has no letters, as a note has none, and stands right behind the word before it.
    """
    runs: list[Run] = []
    place = 0
    for each in found:
        if each.citations:
            before = len(plain(text)[: each.start].rstrip())
            runs += [*part(text, place, max(before, place)), Run("", cited=tuple(map(_item, each.citations)))]
            place = each.end
    return (*runs, *part(text, place, len(plain(text)) + 1)) if place else text


def _item(citation: NoteCitation) -> CitedItem:
    behind = f", {citation.locator}" if citation.locator else ""
    return CitedItem(citation.source.key, citation.prefix, behind + citation.suffix)


def _candidates(text: Text) -> Iterator[re.Match[str]]:
    line = plain(text)
    yield from _PARENTHESIS.finditer(line)
    yield from _NUMBERS.finditer(line)
    start = 0
    for is_raised, runs in groupby(text, key=lambda run: run.superscript):
        end = start + len(plain(tuple(runs)))
        if is_raised and (numbers := _RAISED.fullmatch(line, start, end)) and not POWER.search(line[:start]):
            yield numbers
        start = end


def _taken(text: Text) -> Iterator[tuple[int, int]]:
    """Yield where citations of reference managers and notes stand."""
    start = 0
    for run in text:
        if run.cited or run.note:
            yield start, start + len(run.text)
        start += len(run.text)


def _citations(
    text: Text,
    candidate: re.Match[str],
    known: Sequence[KnownSource],
    earlier: list[tuple[NoteCitation, ...]],
    language: str,
) -> tuple[NoteCitation, ...]:
    if candidate.re is _RAISED:
        numbers = [number.strip() for number in re.sub(_RAISED_PLACE, "", candidate[0]).split(",")]
        place = f", {candidate['label']}. {candidate['place']}" if candidate["place"] else ""
        return read_numbers("".join(f"[{number}]" for number in numbers)[:-1] + f"{place}]", known, language)
    if candidate.re is _NUMBERS:
        return read_numbers(candidate[0], known, language)
    runs = part(text, candidate.start("inside"), candidate.end("inside"))
    inside = marked(runs)
    if found := _in_turn(_divided(inside), known, earlier, language):
        return found
    whole = _short_form(inside, known, earlier, language) or _by_link(runs, known, language)
    if whole := whole or _by_address(inside, known, language) or _by_site(inside, known, language):
        return (whole,)
    before = plain(text)[: candidate.start()]
    named = _named_before(before, known)
    years = [_behind_names(named, each, earlier, language) for each in _divided(inside)]
    if not all(years):
        years = [_behind_title(before, inside, known, language)]
    if not all(years) and _END_OF_CLAUSE.match(plain(text), candidate.end()):
        years = [_behind_sentence(before, inside, known)]
    return tuple(citation for citation in years if citation)


def _in_turn(
    parts: Sequence[str], known: Sequence[KnownSource], earlier: list[tuple[NoteCitation, ...]], language: str
) -> tuple[NoteCitation, ...]:
    """Read the parts of a parenthesis, of which each may lead back to that before; nothing unless all are read."""
    found: list[NoteCitation] = []
    for part_of in parts:
        cited = _short_form(part_of, known, [*earlier, (found[-1],)] if found else earlier, language)
        if not cited:
            return ()
        found.append(cited)
    return tuple(found)


def _divided(inside: str) -> list[str]:
    """Return the citations in parentheses, also of several years: `Salman, 2013a, 2013b` has two."""
    return [part for each in re.split(r"[;·\u0387]\s+", inside) for part in _by_year(each)]


def _by_year(printed: str) -> list[str]:
    years = re.fullmatch(rf"(?P<names>.*?)(?P<years>{YEAR}[a-h]?(?:,\s*(?:{YEAR}[a-h]?|[b-h]))+)", printed)
    if not years:
        return [printed]
    found = re.split(r",\s*", years["years"])
    return [years["names"] + (each if each[0].isdigit() else found[0][:4] + each) for each in found]


def _by_address(inside: str, known: Sequence[KnownSource], language: str) -> NoteCitation | None:
    """Read `(https://www.iucn.org/resources)`: the address of a source."""
    if not re.fullmatch(r"(?:https?://|www\.)\S+", inside):
        return None
    twin = twin_among(read_reference((Run(inside),), language), known)
    return NoteCitation(twin) if twin else None


def _by_link(inside: Text, known: Sequence[KnownSource], language: str) -> NoteCitation | None:
    """Read `(ILO, 2022)` where all of it is a link to the address of a source."""
    addresses = {run.address for run in inside if re.search(r"\w", run.text)}
    return _by_address(addresses.pop(), known, language) if len(addresses) == 1 else None


def _by_site(inside: str, known: Sequence[KnownSource], language: str) -> NoteCitation | None:
    """Read `(BBC News, 2018)`, which names the site and the year of a source without an author."""
    dated = _DATED.fullmatch(unmarked(inside))
    if not dated or (dated["place"] and not is_locator(dated["place"], language)):
        return None
    same_year = [source for source in known if source.year == dated["year"]]
    named = {source.key: source for source in same_year if dated["name"] in source.site_names}
    return NoteCitation(next(iter(named.values())), locator=dated["place"] or "") if len(named) == 1 else None


def _behind_sentence(before: str, inside: str, known: Sequence[KnownSource]) -> NoteCitation | None:
    """Read `As Okafor writes, the wells are dry (45).`: a page behind a sentence that names one author, as in MLA.

    A number right behind a name is an age or a rank.
    """
    if not _PAGE.fullmatch(inside) or re.fullmatch(YEAR, inside) or _named_before(before, known):
        return None
    sentence = _END_OF_SENTENCE.split(before)[-1]
    words = [sentence[word.start() :] for word in re.finditer(r"(?<!\w)[^\W\d_]", sentence)]
    named = {source.key: source for source in known if source.is_by_people and any(map(source.names_at_start, words))}
    return NoteCitation(next(iter(named.values())), locator=inside, doubt=PAGE_ALONE) if len(named) == 1 else None


def _behind_title(before: str, inside: str, known: Sequence[KnownSource], language: str) -> NoteCitation | None:
    """Read `(2008)` behind the title of a source without an author."""
    if not re.match(rf"{YEAR}(?!\d)", inside):
        return None
    end = words_of(before[-_NAMES_BEFORE * 2 :])
    titles = [source for source in known if not source.makers and len(source.title_words) > 1]
    titled = [source for source in titles if end[-len(source.title_words) :] == source.title_words]
    named = [source for source in titled if source.year == inside[:4]]
    title = named[0].reference.fields["title"] if named else ""
    return read_short_form(f"“{title}” ({inside})", named, [], language) if title else None


def _short_form(
    printed: str, known: Sequence[KnownSource], earlier: list[tuple[NoteCitation, ...]], language: str
) -> NoteCitation | None:
    """Return what a part in parentheses cites, if it says more than a name, or names people, as in MLA."""
    prefix, rest = prefix_of(printed)
    found = read_short_form(rest, known, earlier, language)
    says_more = re.search(rf"\d|[“”\"«»‘]|{any_of('ibid')}|{any_of('no_date')}", rest) is not None
    if not found or found.suffix or not (says_more or _are_its_authors(rest, found.source)):
        return None
    return NoteCitation(found.source, prefix, found.locator, doubt=found.doubt)


def _are_its_authors(printed: str, source: KnownSource) -> bool:
    """Tell whether a text names the people who made a source and nothing else."""
    names = unmarked(printed).strip(" .")
    return source.is_by_people and source.names_at_start(names) == names and names != names.lower()


def _named_before(line: str, known: Sequence[KnownSource]) -> list[tuple[KnownSource, str]]:
    """Return the sources whose authors stand at the end of a line, with their names: `as Adeyemi argues` has none."""
    end = line[-_NAMES_BEFORE:].rstrip()
    endings = [end[word.start() :] for word in re.finditer(r"(?<!\w)[^\W\d_]", end)]
    found = [(source, names) for names in endings for source in known if source.names_at_start(names) == names]
    longest = max((len(names) for _, names in found), default=0)
    return [(source, names) for source, names in found if len(names) == longest]


def _behind_names(
    named: Sequence[tuple[KnownSource, str]], inside: str, earlier: list[tuple[NoteCitation, ...]], language: str
) -> NoteCitation | None:
    """Read `(2019, p. 4)` behind the names of authors."""
    if not named or not re.match(rf"\s*(?:{YEAR}|{any_of('no_date')})", inside):
        return None
    sources = [source for source, _ in named]
    found = read_short_form(f"{named[0][1]} ({inside})", sources, earlier, language)
    return found if found and not found.suffix else None


def _looks_like_one(candidate: re.Match[str], known: Sequence[KnownSource]) -> bool:
    if candidate.re is _RAISED:
        return False  # it is told as a raised number without a note
    if candidate.re is _NUMBERS:
        return any(source.number for source in known)
    name = rf"[{CAPITALS}][\w.’'-]+"
    names = rf"{name}(?:,?\s(?:{any_of('and')}\s|&\s)?{name}){{0,3}}(?:\s{any_of('others')})?"
    one = rf"(?:{any_of('see')}\s)?{names},?\s{YEAR}[a-h]?(?:[,:]\s[^;]*)?"
    is_dated = re.fullmatch(rf"{one}(?:;\s{one})*", candidate["inside"].strip()) is not None
    is_likely = is_dated or _shares_name(candidate["inside"], known)
    return bool(known) and is_likely and not re.match(_NO_AUTHOR, candidate["inside"])


def _shares_name(inside: str, known: Sequence[KnownSource]) -> bool:
    """Tell whether a name before a year begins as the maker of a source of that year: `(Council of the EU, 2021)`."""
    dated = _DATED.fullmatch(inside.strip())
    if not dated:
        return False
    first, same_year = words_of(dated["name"])[:1], [source for source in known if source.year == dated["year"]]
    return any(words_of(maker)[:1] == first for source in same_year for maker in source.makers)
