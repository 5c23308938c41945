"""Read a note that names a source in short: `Smith, 12`, `ibid.`, `Smith (n 4) 12`, `op. cit.`, `[3, p. 5]`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache

from studyguide.authoring.documents.references.known_sources import KnownSource, title_matches, words_of
from studyguide.authoring.documents.references.marked_text import CLOSE, OPEN, unmarked
from studyguide.authoring.documents.references.printed_dates import YEAR
from studyguide.authoring.documents.references.reference import FreeReference
from studyguide.authoring.documents.references.reference_words import LANGUAGES, any_of
from studyguide.authoring.documents.references.titles import find_title
from studyguide.markdown.locators import parse_suffix

SEVERAL_BEFORE = "“{printed}” follows a note with several sources: it was taken for the last of them."
FEWER_AUTHORS = "The authors are named otherwise than in the source: {printed}"
_ADDRESS = re.compile(r"://|www\.|(?<!\d)\.[a-z]{2,}/")
_REPORT = re.compile(rf"(?P<title>.+?),\s(?P<year>{YEAR})\sI\.?C\.?J\.?(?:\sRep\.)?,?\sat\s(?P<place>[¶\d].*)")


@dataclass(frozen=True)
class NoteCitation:
    """A source that a note cites."""

    source: KnownSource
    prefix: str = ""
    """What stands before it: "see"."""
    locator: str = ""
    """The place in it, as it is printed: `p. 4`."""
    suffix: str = ""
    """What stands behind the place: ", who dates it earlier"."""
    doubt: str = ""
    is_new: bool = False
    """Whether the note has its full reference, which no list has."""
    again: FreeReference | None = None
    """The full reference of a source that is known already, as the note has it."""


Earlier = Sequence[Sequence[NoteCitation]]
"""What each note before cites, from the first."""


def read_short_form(line: str, known: Sequence[KnownSource], earlier: Earlier, language: str) -> NoteCitation | None:
    """Return what a part of a note cites in short; None if it names no known source for certain."""
    line = line.strip(" .;")
    return (
        _ibid(line, earlier, language)
        or _same_place(line, earlier)
        or _by_note(line, known, earlier, language)
        or _by_names(line, known, language)
        or _by_title(line, known, language)
        or _by_plain_title(line, known, language)
        or _by_report(line, known)
    )


def read_numbers(line: str, known: Sequence[KnownSource], language: str) -> tuple[NoteCitation, ...]:
    """Return the sources of `[1, p. 50]` or `[1], [3]–[5]`, by their numbers in a list; none if one is unknown."""
    if not re.fullmatch(r"(?:\[\d[^\[\]]*\][\s,;–-]*)+", line.strip(" .")):
        return ()
    by_number = {source.number: source for source in known if source.number}
    found: list[NoteCitation] = []
    for inside in re.findall(r"\[([^\[\]]*)\]", re.sub(r"\]\s*[–-]\s*\[", "–", line)):
        numbers, place = _numbers(inside, by_number)
        if not numbers or not all(number in by_number for number in numbers):
            return ()
        found += [NoteCitation(by_number[number], locator=place) for number in numbers]
    return tuple(found)


def _numbers(inside: str, known: Collection[int]) -> tuple[list[int], str]:
    """Return the numbers in brackets, and the place in the source behind them: pages where no sources are so called."""
    numbers: list[int] = []
    while found := re.match(r"\s*(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?\s*(?:[,;]|$|(?=\spp?\.))", inside):
        first, last = int(found[1]), int(found[2] or found[1])
        if numbers and found[2] and last not in known:
            break
        numbers += range(first, last + 1)
        inside = inside[found.end() :]
    return numbers, inside.strip(" ,")


def _ibid(line: str, earlier: Earlier, language: str) -> NoteCitation | None:
    found = re.match(rf"{OPEN}?(?P<word>{any_of('ibid')})\.?{CLOSE}?\.?(?P<rest>.*)", line)
    before = earlier[-1] if earlier else ()
    if not found or not before:
        return None
    place = _place(re.sub(rf"^\s*,?\s*{any_of('at')}\s+(?=\d)", ", ", found["rest"]), language)
    if place is None:
        return None
    locator = place[0] or (before[-1].locator if not place[1] else "")
    doubt = SEVERAL_BEFORE.format(printed=unmarked(line)) if len(before) > 1 else ""
    return NoteCitation(before[-1].source, "", locator, place[1], doubt)


def _same_place(line: str, earlier: Earlier) -> NoteCitation | None:
    if not earlier or not earlier[-1] or not re.fullmatch(rf"{any_of('same_place')}\.?", unmarked(line)):
        return None
    before = earlier[-1]
    doubt = SEVERAL_BEFORE.format(printed=unmarked(line)) if len(before) > 1 else ""
    return NoteCitation(before[-1].source, locator=before[-1].locator, doubt=doubt)


def _by_note(line: str, known: Sequence[KnownSource], earlier: Earlier, language: str) -> NoteCitation | None:
    """Read `Shaw (n 1) 50–52`, `Oduya & Klein, supra note 5, at 520`."""
    found = _above().fullmatch(unmarked(line))
    if not found or not 0 < int(found["note"]) <= len(earlier):
        return None
    cited = {each.source.key: each.source for each in earlier[int(found["note"]) - 1]}
    names = unmarked(found["names"]).strip(" ,")
    named = [source for source in cited.values() if _is_named(names, source)]
    place = _place(found["rest"], language)
    if place is None or len(named) != 1:
        return None
    return NoteCitation(named[0], "", *place)


@cache
def _above() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<names>.*?),?\s*\(?\s*(?:{any_of('above')})\s*(?P<note>\d+)\s*\)?\s*,?\s*(?:{any_of('at')}\s+)?(?P<rest>.*)"
    )


def _is_named(names: str, source: KnownSource) -> bool:
    """Tell whether a source is named by its makers or by words of its title: "Genocide Convention"."""
    short = source.reference.fields.get("shorttitle", "")
    is_called = source.names_at_start(names) == names or set(words_of(names)) <= set(source.title_words)
    return not names or is_called or words_of(names) == words_of(short)


def _by_names(line: str, known: Sequence[KnownSource], language: str) -> NoteCitation | None:
    """Read `Okafor 45`, `Adeyemi & O’Brien (2020)`, `Power, *A Problem from Hell*, 312`, `Hazan, op. cit., p. 12`."""
    found = [(source, names) for source in known if (names := source.names_at_start(line))]
    read = [
        replace(citation, doubt=_doubt_of_names(names, source))
        for source, names in found
        if (citation := _citation(source, line[len(names) :], language))
    ]
    if len({citation.source.key for citation in read}) == 1:
        return read[0]
    return None


def begins_short(line: str, known: Sequence[KnownSource]) -> bool:
    """Tell whether a text begins with the authors of a known source and what stands behind them in a short form."""
    rests = [line[len(names) :] for source in known if (names := source.names_at_start(line))]
    return any(re.match(r"[\s,(:]*(?:\d|[“\"«„]|(?:pp?|S|págs?)\.)", rest) for rest in rests)


def _doubt_of_names(names: str, source: KnownSource) -> str:
    """Return a doubt where "et al." stands for one author, whom styles name."""
    is_short = re.search(rf"{any_of('others')}\W*$", names) is not None
    return FEWER_AUTHORS.format(printed=names) if is_short and len(source.makers) == 2 else ""


def _citation(source: KnownSource, rest: str, language: str) -> NoteCitation | None:
    """Read year, title and place behind the names; None if one of them is another's, or words are left."""
    year = re.match(rf"\s*[,(]*\s*(?:[\[(]{YEAR}[\])]\s)?(?P<year>{YEAR})(?P<letter>[a-h](?!\w))?\)?", rest)
    if year and (year["year"] == source.year or not source.year or "(" in year[0] or "," in year[0]):
        if year["year"] != source.year or (year["letter"] and source.letter not in ("", year["letter"])):
            return None
        rest = rest[year.end() :]
    undated = re.match(rf"\s*[,(\[]*\s*{any_of('no_date')}[)\]]?", rest)
    if undated and source.year:
        return None
    rest = rest[undated.end() :] if undated else rest
    rest, is_titled = _without_title(rest, source)
    rest = _without_year(rest, source) if is_titled else rest
    above = re.match(rf"[\s,.]*{OPEN}?{any_of('cited_above')}\.?{CLOSE}?", rest)
    rest = rest[above.end() :] if above else rest
    place = _place(rest, language)
    is_marked = bool(year or undated or is_titled or above or (place and place[0]))
    if place is None or (place[1] and not is_marked) or (find_title(rest) is not None):
        return None
    return NoteCitation(source, "", *place)


def _without_year(rest: str, source: KnownSource) -> str:
    """Return what stands behind the year of a source, where that comes first."""
    year = re.match(rf"\s*,?\s*\(?(?P<year>{YEAR})\)?(?=\s*(?:,|$))", rest)
    return rest[year.end() :] if year and year["year"] == source.year else rest


def _without_title(rest: str, source: KnownSource) -> tuple[str, bool]:
    """Return what stands behind the title of a source, also a short one, and whether there is one."""
    title = find_title(rest)
    if title and not re.search(r"\w", rest[: title.start]) and title_matches(title.text, source):
        return rest[title.end :], True
    words = source.reference.fields.get("title", "")
    plain = re.match(rf"\s*[,:.]\s*{re.escape(words)}(?!\w)", rest, re.IGNORECASE) if words else None
    short = plain or re.match(r"\s*,\s*(?P<short>[^\W\d][^,]*?)(?=\s*(?:,|$))", rest)
    if not short or not (plain or title_matches(short["short"], source)):
        return rest, False
    return rest[short.end() :], True


def _by_title(line: str, known: Sequence[KnownSource], language: str) -> NoteCitation | None:
    """Read `“Who We Are,” 4`: a title alone that only one source has, as a whole or else in part."""
    title = find_title(line)
    if not title or re.search(r"\w", line[: title.start]):
        return None
    named = {source.key: source for source in known if title_matches(title.text, source)}
    whole = [source for source in named.values() if source.title_words == words_of(title.text)]
    if len(whole or named) != 1:
        return None
    source = next(iter(whole or named.values()))
    place = _place(_without_year(line[title.end :], source), language)
    return NoteCitation(source, "", *place) if place and not place[1] else None


def _by_plain_title(line: str, known: Sequence[KnownSource], language: str) -> NoteCitation | None:
    """Read `UNCLOS, art. 82`, `Decreto 216 de 2021, art. 3`: the first words of a title without an author."""
    for end in (len(line), *sorted((comma.start() for comma in re.finditer(",", line)), reverse=True)):
        printed = line[:end]
        named = {source.key: source for source in known if not source.makers and _begins_title(printed, source)}
        if len(named) != 1:
            continue
        source = next(iter(named.values()))
        rest = _without_year(line[end:], source)
        place = None if re.match(rf"\W*{YEAR}(?!\d)", rest) else _place(rest, language)
        if place and not place[1]:
            return NoteCitation(source, "", *place)
    return None


def _begins_title(printed: str, source: KnownSource) -> bool:
    """Tell whether words are the first of a title, at least two, or its abbreviation: `… (UNCLOS)`."""
    words = words_of(printed)
    if len(words) > 1:
        return source.title_words[: len(words)] == words
    is_abbreviation = re.fullmatch(r"[A-Z]\w*[A-Z]", printed) is not None
    return is_abbreviation and f"({printed})" in source.reference.fields.get("title", "")


def _by_report(line: str, known: Sequence[KnownSource]) -> NoteCitation | None:
    """Read `Nicaragua, 1986 I.C.J. at ¶ 191`: a short title, and the report in which the case stands."""
    found = _REPORT.fullmatch(unmarked(line))
    if not found:
        return None
    same = [source for source in known if source.year == found["year"] and title_matches(found["title"], source)]
    return NoteCitation(same[0], "", found["place"]) if len({source.key for source in same}) == 1 else None


def _place(rest: str, language: str) -> tuple[str, str] | None:
    """Return the place in a source and the words behind it; None if what follows is neither."""
    rest = unmarked(rest).strip(" .")
    rest = re.sub(r"^[\s,.:)]+", "", rest).strip()
    rest = re.sub(r"(\d\s?)(ff?|ss|sqq?|et suiv|y ss)$", r"\1\2.", rest)
    if not rest:
        return "", ""
    rest = rest.removesuffix(")") if rest.count(")") > rest.count("(") else rest
    # The words of each language are slow to compile: not for what is a whole reference, with its address.
    tags = (language,) if _ADDRESS.search(rest) else (language, *LANGUAGES)
    parsed = next((each for tag in tags if (each := parse_suffix(f", {rest}", tag)).locator), None)
    behind = parsed.rest.rstrip() if parsed else rest
    if not parsed or (behind and not behind.lstrip().startswith((",", "("))):
        return None
    return f", {rest}".removesuffix(parsed.rest).strip(" ,"), behind
