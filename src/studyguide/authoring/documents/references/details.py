"""Read what stands behind the title of a source: container, volume, pages, edition, place, publisher, date.

Each part that its words or its form show is taken out; what is left are names that only their order tells apart.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from studyguide.authoring.documents.references.marked_text import CAPITALS, CLOSE, GAP, ITALIC, OPEN, unmarked
from studyguide.authoring.documents.references.people import People, is_organisation, read_people
from studyguide.authoring.documents.references.printed_dates import YEAR, date_pattern, dates_behind, read_date
from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.reference_words import (
    any_of,
    is_named,
    kind_named,
    kinds,
    number_of_edition,
    pattern_of,
)
from studyguide.authoring.documents.references.titles import clean_title
from studyguide.data.corporate_authors import names_in
from studyguide.data.un_symbols import UNSymbol, parse_symbol
from studyguide.markdown.locators import is_locator, parse_suffix

DATE = "The date can be taken in two ways: {printed}"
DATES = "There are several dates: {printed}"
_NUMBER = r"\d+(?:\s?[–/-]\s?\d+)?|[IVXLC]+"
_PAGES = r"[A-Za-z]?\d+(?:\s*[–—‐−-]+\s*[A-Za-z]?\d+)?(?:\s*,\s*\d+\s*[–-]\s*\d+)*"
_RANGE = r"[A-Za-z]?\d+\s*[–—‐−-]+\s*[A-Za-z]?\d+"
_PAGES_OF_ARTICLE = re.compile(rf"\s*[,:]\s*(?P<pages>{_PAGES})(?=\s*(?:[.,;)]|{GAP}|$))")
_ISSUE_BEHIND_YEAR = re.compile(r"\s*(?P<issue>\d{1,3})(?=,\s*(?:S|pp?)\.)")
"""The issue as German journals have it: `61 (2011) 25, S. 28-33`."""
_PAGE_OF_NEWSPAPER = re.compile(
    rf"(?:,\s*(?:late|early|final|national|natl\.|city|weekend)\sed\.)?:\s*(?P<value>[A-Z]\d{{1,3}}\+?)(?=\s*(?:[.,]|{GAP}|$))"
)
"""The page of an American newspaper in MLA, with the edition: `, late ed.: A4`."""
_OPENING = re.compile(r",?\s*[(\[]\s*")
_CLOSING = re.compile(r"\s*[)\]]")
_SYMBOL = re.compile(
    r"(?:(?:U\.?N\.?[\s-]+Do[ck]s?\.?|[Dd]oc(?:\.|ument[oe]?)\s+(?:de\s+(?:la\s+|l[’'])|das?\s+)?(?:ONU|NU)):?\s*)?"
    r"(?P<symbol>\b[A-Z]{1,6}(?:/[A-Za-z0-9.()-]+)+)"
)
_NAME = rf"[^,;:()\[\]{OPEN}{CLOSE}{GAP}“”\"]+"
_PLACE_AND_PUBLISHER = re.compile(rf"(?P<place>{_NAME}(?:, {_NAME})?)\s?:\s+(?P<publisher>[^;:()\[\]{GAP}]+)")
_POINTS = re.compile(r"\b([A-Z]|St|Dr|Univ|Dept|Inc|Ltd|Co|Corp|Intl|Jr|No|vs|Res|App|Doc)\.(?!\s*$)")
"""Full stops of abbreviations, behind which a name goes on."""
_BELONGING = re.compile(
    r"(?<=\bLittle),\s(?=Brown)|(?<=\bFarrar),\s(?=Straus)|(?<=Wikipedia),\s(?=The Free)"
    r"|,\s(?=(?:Inc|Ltd|LLC|LLP|PLC|D.?C|NY|MA|UK|USA|CA|GmbH)\b)"
)
"""Commas within a name."""
_ACRONYM = re.compile(r":\s[A-Z]{2,6}(?=\s*(?:[.,]|$))")
"""The abbreviation that a site repeats behind its name: "World Health Organization: WHO"."""
_REVISED = (
    r"(?:(?:rev(?:ised)?|überarb(?:eitete)?|erw(?:eiterte)?|aktual(?:isierte)?|corr|rév|augm|und|u|and|et)\.?\s+)"
)
_PAGES_OF_CHAPTER = 8
_ORDINAL = r"(?:st|nd|rd|th|\.?[ªº]|[eè]me|e|re|η)?\.?"


def take_labelled_locator(draft: Draft) -> None:
    """Take the place to which a note leads from its end: `hier S. 108`; `art. 2(4)`, but no page, which may be all."""
    here = re.search(rf",\s+{any_of('here')}:?\s+(?P<place>[^{GAP}]+?)[\s.{GAP}]*$", draft.rest)
    if here and is_locator(here["place"], draft.language):
        draft.locator = here["place"]
        draft.cut(here.start(), len(draft.rest))
        return
    numbers = rf"{any_of('issue')}|{any_of('volume')}|{any_of('pages')}|{any_of('edition')}"
    for comma in re.finditer(rf",\s+(?=[^\W\d]|§)(?!{numbers})", draft.rest, re.IGNORECASE):
        place = draft.rest[comma.end() :].strip(f" .{GAP}")
        parts = parse_suffix(place, draft.language)
        label = parts.locator[0].csl if parts.locator and parts.locator[0].label else "page"
        if not parts.rest and label not in ("page", "volume", "issue"):
            draft.locator = place
            draft.cut(comma.start(), len(draft.rest))
            return


def take_kind(draft: Draft) -> None:
    """Take what stands in brackets: `[Video]`, `[Doctoral dissertation, University of Nairobi]`."""
    for found in re.finditer(r"\[(?P<words>[^\[\]]+)\]|\((?P<round>[^()]+)\)", draft.rest):
        words = unmarked(found["words"] or found["round"])
        if kind := kind_named(words):
            name, _, place = words.partition(",")
            draft.type = draft.type or kind
            place, year = _without_year(place)
            draft.put(institution=place if kind == "thesis" else "", type=name if kind == "online" else "")
            if kind != "thesis" and (day := date_pattern().search(words)):
                put_date(draft, day[0])
            draft.put(date=year)
            draft.cut(*found.span())
            return
    degree = r"(?:\s*\([^()]*\)\s*[–—-]|,)"
    if thesis := re.search(rf"{_thesis_words()}{degree}\s*(?P<place>{_NAME})(?=,|\.|$)", draft.rest):
        draft.type = "thesis"
        draft.put(institution=thesis["place"].strip())
        draft.cut(*thesis.span())


def _without_year(place: str) -> tuple[str, str]:
    """Return the university of a thesis, and the year behind it or an empty text."""
    year = re.search(rf",?\s*\(?({YEAR})\)?$", place)
    return (place[: year.start()].strip(), year[1]) if year else (place.strip(), "")


def take_symbol(draft: Draft) -> None:
    """Take the symbol of a document of the United Nations, or that of its address."""
    if found := find_symbol(draft.rest):
        symbol, start, end = found
        draft.type = "report"
        draft.body = symbol.body
        draft.put(number=symbol.text, type=symbol.kind)
        draft.cut(start, end)


def find_symbol(line: str) -> tuple[UNSymbol, int, int] | None:
    """Return the first symbol of a document of the United Nations in a line, with where it begins and ends."""
    for found in _SYMBOL.finditer(line):
        written = found["symbol"].rstrip(".")
        while written.count(")") > written.count("("):
            written = written.removesuffix(".")[:-1]
        if symbol := parse_symbol(written):
            return symbol, found.start(), found.start("symbol") + len(written)
    return None


def take_episode(draft: Draft) -> None:
    """Take the number of an episode in parentheses, behind its title: `(No. 812)`."""
    if found := re.search(r"\s*\((?:No\.|N[º°]|Nr\.|[ÉE]pisod[eio]+|Ep\.|Folge)\s*(?P<number>\d+)\)", draft.rest, re.I):
        draft.put(number=found["number"])
        draft.cut(*found.span())


def protect_commas(draft: Draft) -> None:
    """Keep an organisation whole that publishes what it wrote, and has commas in its name."""
    for name in names_in(draft.fields.get("author", "")):
        if name.startswith("{") and "," in name:
            draft.rest = draft.rest.replace(name.strip("{}"), name.strip("{}").replace(",", "\ue002"))


def take_editors_of_whole(draft: Draft) -> None:
    """Take the editors between "In" and the book: `In P. Brown & S. Tanaka (Eds.), …`."""
    names_ahead = rf"(?P<names>[^()\[\]{OPEN}{CLOSE}{GAP}:;]+?)"
    role = rf"(?:[(\[]\s*{any_of('editors_behind')}\s*[)\]]|,\s*{any_of('editors_behind')})"
    behind_in = re.compile(rf"{any_of('in')}:?\s+{names_ahead},?\s*{role}[,.:]?", re.IGNORECASE)
    alone = re.compile(rf"[\s.{GAP}]*{names_ahead},?\s*{role}[,.:]?(?=\s*{OPEN})", re.IGNORECASE)
    if found := behind_in.search(draft.rest) or (alone.match(draft.rest) if draft.is_part else None):
        put_people(draft, replace(read_people(found["names"]), role="editor"))
        draft.rest = f"{draft.rest[: found.start()]}{GAP} in {draft.rest[found.end() :]}"


def take_editors(draft: Draft) -> None:
    """Take editors, translators and who uploaded a film, before whose names words say so."""
    end = rf"(?=\s*(?:\.(?:\s|$)|\(|[,;)]\s*(?!(?:&|{any_of('and')})\s)|{GAP}|{OPEN}|$))"
    for role, words in (("editor", "editor"), ("translator", "translator"), ("author", "uploaded")):
        pattern = re.compile(
            rf"(?P<lead>{any_of(words)})\s+(?P<names>(?-i:[{CAPITALS}])(?:[^,;()\[\]{GAP}{OPEN}.]|(?<=\b[A-Z])\.|,(?=\s*(?:&|{any_of('and')})\s))+){end}",
            re.IGNORECASE,
        )
        if found := pattern.search(draft.rest):
            draft.cut(*found.span())
            if words == "uploaded":
                draft.type = "video"
                draft.put(author=f"{{{found['names'].strip()}}}")
            else:
                put_people(draft, replace(read_people(found["names"]), role=role))


def take_container(draft: Draft) -> str:
    """Take the larger work that is in italics: journal, book, site; return its name."""
    found = re.search(
        rf"(?:(?P<in>{any_of('in')})\s*:?\s*)?{ITALIC}(?:\s+(?P<behind>{any_of('in_behind')}))?", draft.rest
    )
    if not found:
        plain = re.match(
            rf"[\s.,;{GAP}]*(?P<in>{any_of('in')})\s*:\s+(?P<name>(?:[^,.({GAP}]|\.(?=\w))+?)(?=\s*[,.({GAP}](?!(?<=\.)\w)|\s+(?:vom\s+)?\d)",
            draft.rest,
        )
        if not plain:
            return ""
        draft.is_in_work = True
        draft.rest = f"{CLOSE}{draft.rest[plain.end() :]}"
        return clean_title(plain["name"])
    if found["in"] or found["behind"]:
        draft.is_in_work = True
    draft.rest = f"{draft.rest[: found.start()]}{GAP}{CLOSE}{draft.rest[found.end() :]}"
    return clean_title(found["italic"])


def take_numbers(draft: Draft) -> None:
    """Take volume, issue, number of a report, edition and pages, and numbers of a whole and its series."""
    _take_labelled(draft, "isbn", r"ISBN[\s:]*(?P<value>[\d-]{9,16}[\dXx])")
    _take_labelled(draft, "issn", r"ISSN[\s:]*(?P<value>\d{4}-\d{3}[\dXx])")
    _take_series(draft)
    _take_journal_numbers(draft)
    _take_labelled(draft, "volume", rf"{any_of('volume')}\s*(?P<value>{_NUMBER})(?!\w)")
    _take_labelled(draft, "volume", r"(?<![\w.])(?P<value>\d{1,3})\.\s*(?:Jg|Jahrgang)\b\.?")
    if found := re.search(
        rf"(?:[(\[][^()\[\]\d]*?|\s*){any_of('report')}\s*(?P<value>[\w./-]*\d[\w./-]*)\s*[)\]]?", draft.rest
    ):
        draft.type = draft.type or "report"
        draft.put(number=found["value"].rstrip("."))
        draft.cut(*found.span())
    _take_labelled(draft, "number", rf"{any_of('issue')}\s*(?P<value>{_NUMBER})(?!\w)")
    _take_pages(draft)


def _take_journal_numbers(draft: Draft) -> None:
    """Take numbers behind a journal: `12(3), 45–67`, `118, no. 3 (2019): 512–34`, `12.3 (2019): 45`."""
    line = draft.rest
    found = next((each for each in _volume().finditer(line) if not _begins_date(line, each.end("volume"))), None)
    if not found or (re.fullmatch(YEAR, found["volume"]) and not found["issue"]):
        return
    number = _tidy(found["issue"] or found["dotted"] or found["number"] or "")
    draft.put(volume=_tidy(found["volume"]), number=number)
    date, end = _date_in_brackets(line, found.end())
    if date:
        put_date(draft, date)
        if not number and (issue := _ISSUE_BEHIND_YEAR.match(line, end)):
            draft.put(number=issue["issue"])
            end = issue.end()
    if pages := _PAGES_OF_ARTICLE.match(line, end):
        put_pages(draft, pages["pages"], is_bare=True)
        end = pages.end()
    draft.rest = f"{line[: found.start()]}{CLOSE}{GAP}{line[end:]}"


def _take_series(draft: Draft) -> None:
    """Take the series of a book in French: `coll. « U »`."""
    if found := re.search(r",?\s*coll(?:\.|ection)\s*(?:«\s*(?P<angled>[^«»]+?)\s*»|“(?P<double>[^“”]+)”)", draft.rest):
        draft.put(series=found["angled"] or found["double"])
        draft.cut(*found.span())


def _begins_date(line: str, start: int) -> bool:
    return date_pattern().match(line, len(line) - len(line[start:].lstrip())) is not None


def _date_in_brackets(line: str, start: int) -> tuple[str, int]:
    """Return the date in brackets that begins at a place, and where they end; else an empty text, and the place."""
    opening = _OPENING.match(line, start)
    date = date_pattern().match(line, opening.end()) if opening else None
    closing = _CLOSING.match(line, date.end()) if date else None
    return (date[0], closing.end()) if date and closing else ("", start)


@cache
def _volume() -> re.Pattern[str]:
    """Return a pattern of the volume behind a journal in italics, and of the issue."""
    volume = r"(?P<volume>\d{1,4}(?:[–-]\d{1,4}(?=\s*\())?)(?!\d|\.(?!\d+\s*\()|\s*[A-Za-z])"
    issue = (
        rf"\.(?P<dotted>\d{{1,3}})(?=\s*\()|\(\s*(?!{YEAR}\s*\))(?P<issue>\d{{1,5}}(?:[–/-]\d{{1,5}})?)\s*\)"
        rf"|,?\s*{any_of('issue')}\s*(?P<number>{_NUMBER})"
    )
    return re.compile(rf"{CLOSE}\s*[.,]?\s*{volume}\s*(?:{issue})?\s*", re.IGNORECASE)


def _take_labelled(draft: Draft, name: str, pattern: str) -> None:
    if found := re.search(rf"[(\[]?{pattern}[)\]]?", draft.rest, re.IGNORECASE):
        draft.put(**{name: _tidy(found["value"])})
        draft.cut(*found.span())


def take_edition(draft: Draft) -> None:
    """Take the edition: `2nd ed.`, `3. Aufl.`, `second edition`."""
    edition = rf"{_REVISED}*{any_of('edition')}\s*[)\]]?"
    number = re.search(rf"[(\[]?\s*(?P<value>\d+){_ORDINAL},?\s+{edition}", draft.rest, re.IGNORECASE)
    word = re.search(rf"[(\[]?\s*(?P<value>{any_of('first_editions')})\s+{edition}", draft.rest, re.IGNORECASE)
    if number:
        draft.put(edition=number["value"])
        draft.cut(*number.span())
    elif word:
        draft.put(edition=str(number_of_edition(word["value"])))
        draft.cut(*word.span())


def _take_pages(draft: Draft) -> None:
    following = r"(?P<behind>\s*(?:ff?\.|et suiv\.|y ss\.))?"
    labelled = rf"[(\[]?(?P<label>{any_of('pages')})\s*(?P<value>{_PAGES}){following}\s*[)\]]?"
    total = rf"(?<=[\s,])(?P<value>\d{{1,4}})\s+{any_of('total')}(?=\s*(?:[.,]|{GAP}|$))"
    if found := re.search(labelled, draft.rest, re.IGNORECASE):
        put_pages(draft, found["value"], printed=f"{found['label']} {found['value']}{found['behind'] or ''}")
        draft.cut(*found.span())
    elif found := re.search(total, draft.rest, re.IGNORECASE):
        draft.put(pagetotal=found["value"])
        draft.cut(*found.span())
    if found := _PAGE_OF_NEWSPAPER.search(draft.rest):
        put_pages(draft, found["value"])
        draft.cut(*found.span())
    bare = rf"(?:(?<=[,:{GAP}]\s)|(?<=[,:{GAP}]))(?!{YEAR}\s*[–-]\s*{YEAR})(?P<value>{_RANGE})(?=\s*(?:[.,;)]|{GAP}|$))"
    if found := re.search(bare, draft.rest):
        put_pages(draft, found["value"], is_bare=True)
        draft.cut(*found.span())


def put_pages(draft: Draft, value: str, *, printed: str = "", is_bare: bool = False) -> None:
    """Add pages: those of an article, or in a note the place to which it leads."""
    is_of_part = "volume" in draft.fields or (draft.is_part and _is_long(value))
    of_note = draft.is_note and (is_bare or not re.search(r"\d\s*[–—-]", value) or not is_of_part)
    if of_note and not draft.locator:
        draft.locator = printed or value
    else:
        draft.put(pages=re.sub(r"\s*[–—‐−-]+\s*", "--", value))


def _is_long(value: str) -> bool:
    """Tell whether pages are too many for a place to which a note leads, so that they are a whole chapter's."""
    ends = [int(number) for number in re.findall(r"\d+", value)]
    return len(ends) == 2 and ends[1] - ends[0] >= _PAGES_OF_CHAPTER


def take_date(draft: Draft) -> None:
    """Take the date; of several, the first, with a doubt."""
    updated = re.compile(rf"{any_of('updated')}\s*:?\s*", re.IGNORECASE)
    for lead, _ in reversed(list(dates_behind(updated, draft.rest))):
        draft.rest = f"{draft.rest[: lead.start()]}{GAP} {draft.rest[lead.end() :]}"
    found = list(date_pattern().finditer(draft.rest))
    printed = [each[0] for each in found]
    if not _are_one_date([read_date(each, draft.language)[0] for each in printed]) or (
        found and "date" in draft.fields and not _agrees(draft, printed)
    ):
        draft.doubt(DATES.format(printed=", ".join(printed)))
    for each in sorted(found, key=lambda date: len(date[0]), reverse=True):
        put_date(draft, each[0])
    for each in reversed(found):
        draft.cut(*each.span())


def _are_one_date(dates: list[str]) -> bool:
    """Tell whether each date says the same as the longest, or less: 2021 and 2021-05-03."""
    longest = max(dates, key=len, default="")
    return all(longest.startswith(date) for date in dates)


def _agrees(draft: Draft, printed: list[str]) -> bool:
    """Tell whether the dates are of the year that is known already; the longer one then counts."""
    year = draft.fields["date"][:4]
    dates = [read_date(each, draft.language)[0] for each in printed]
    if all(date[:4] == year for date in dates):
        draft.fields["date"] = max([*dates, draft.fields["date"]], key=len)
        return True
    return False


def put_date(draft: Draft, printed: str) -> None:
    """Add a date, with a doubt where it can be taken in two ways."""
    date, is_certain = read_date(printed, draft.language)
    if not is_certain:
        draft.doubt(DATE.format(printed=printed.strip()))
    draft.put(date=date)


def take_place_and_publisher(draft: Draft) -> None:
    """Take `New York: Basic Books`, also in parentheses."""
    for found in _PLACE_AND_PUBLISHER.finditer(draft.rest):
        before, stop, city = found["place"].rpartition(". ")
        place = unmarked(city).strip(" .,")
        publisher = re.split(r"(?<!\b[A-Z])\.(?:\s|$)", found["publisher"], maxsplit=1)[0]
        if _is_city(place) and re.match(rf"[{CAPITALS}\d]", unmarked(publisher)):
            draft.put(location=_with_point(place), publisher=unmarked(publisher).strip(" .,"))
            draft.cut(found.start() + len(before) + len(stop), found.start("publisher") + len(publisher))
            return


def _is_city(place: str) -> bool:
    return bool(re.match(f"[{CAPITALS}]", place)) and len(place.split()) <= 4 and not is_organisation(place)


def pieces(line: str) -> list[str]:
    """Return the names that are left in a line, in their order."""
    guarded = _POINTS.sub("\\1\ue000", line.replace(GAP, f" {GAP} "))
    guarded = _ACRONYM.sub("", _BELONGING.sub("\ue002 ", guarded))
    parts = re.split(rf"[,;()\[\]<>{GAP}{CLOSE}{OPEN}|]|\.(?=\s|$)|(?:^|\s)[–—-](?:\s|$)|:(?=\s|$)", guarded)
    cleaned = [part.strip(" .,;:/").replace("\ue000", ".").replace("\ue002", ",") for part in parts]
    cleaned = [re.sub(r"^X\.$", "X", part) for part in cleaned]  # the former Twitter
    return [part for part in cleaned if re.search(r"\w", part)]


def is_place(name: str) -> bool:
    """Tell whether a name is that of a town in which publishers are."""
    return all(is_named("places", town) for town in name.split("/"))


def _with_point(place: str) -> str:
    """Return a place with the full stop that belongs to it: Washington, D.C."""
    return f"{place}." if re.search(r"\b[A-Z]\.[A-Z]$", place) else place


def put_people(draft: Draft, people: People) -> None:
    """Add those who made the source, and what is not certain of them."""
    for doubt in people.doubts:
        draft.doubt(doubt)
    draft.put(**{people.role: people.names})


@cache
def _thesis_words() -> str:
    return pattern_of(word for word, kind in kinds().items() if kind == "thesis")


def _tidy(number: str) -> str:
    return re.sub(r"\s*[–—-]\s*", "-", number.strip())
