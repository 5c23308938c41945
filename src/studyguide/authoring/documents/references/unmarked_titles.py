"""Guess where the title stands in a reference without italics and quotation marks, which is a doubt each time."""

from __future__ import annotations

import re
from functools import cache

from studyguide.authoring.documents.references.details import is_place, pieces, take_date
from studyguide.authoring.documents.references.marked_text import CAPITALS, CLOSE, GAP, OPEN
from studyguide.authoring.documents.references.people import People, read_people
from studyguide.authoring.documents.references.printed_dates import YEAR, date_pattern
from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.reference_words import any_of
from studyguide.authoring.documents.references.site_titles import put_site, take_site
from studyguide.authoring.documents.references.titles import clean_title, find_title

UNMARKED = "Nothing shows where the title begins and ends: it was taken for “{title}”."
_JOURNAL = re.compile(rf"(?<=[.?!])\s+(?P<name>[^.{GAP}]+?)(?=,?\s+\d+\s*\(\d+\)|,\s+vol)")
_SENTENCE_END = re.compile(r"(?<=\w\w)[.?!](?=\s|$)|$")
_SHOUTED = re.compile(
    rf"(?P<head>[{CAPITALS}]{{2,}}(?:[ -][{CAPITALS}]{{2,}})*,? [{CAPITALS}][\w.’'-]*(?: [\w.’'-]+)*), "
    r"(?P<rest>[^\W\d].*)"
)
"""A family name in capitals, and commas behind it, as is usual in French: `BONIFACE Pascal, La Géopolitique, Paris`."""
_WITH_IMPRINT = re.compile(
    rf"(?P<head>[^(),:“”\"]+), (?P<title>[{CAPITALS}][^()“”\"]*?),? (?=\([^():]+: [^()]+, {YEAR}\))"
)
_JOURNAL_BEHIND = re.compile(
    rf"[\s,.{GAP}]*(?P<name>[{CAPITALS}][^,.:;()\d{GAP}]+?)(?=,?\s+\d{{1,4}}\s*(?:\(\d{{1,5}}\)\s*[:,]|:\s*\d))"
)
_IMPRINT = re.compile(rf"(?P<place>[{CAPITALS}][^,.:;()\d{GAP}]*?)(?::\s[^,.:;()\d]+,)?,?\s{YEAR}(?!\d)")
"""`Paris 2023`, `Paris: Seuil, 2023`."""
_SHORT_NAME = re.compile(r"\(([A-Z]\w*[A-Z])\)")
"""An abbreviation behind a name, `… the Law of the Sea (UNCLOS)`, which belongs to it."""
_INVERTED = re.compile(r"[^.,:]+, [^.,:]+")


def mark_journal(draft: Draft) -> None:
    """Mark the journal in `Title. Journal, 2(1), 1-16` as if it were in italics."""
    found = None if find_title(draft.rest) else _JOURNAL.search(draft.rest)
    if found:
        draft.rest = f"{draft.rest[: found.start()]} {OPEN}{found['name']}{CLOSE}{draft.rest[found.end() :]}"
        draft.doubt(UNMARKED.format(title=clean_title(draft.rest.partition(OPEN)[0])))


def mark_first_sentence(draft: Draft) -> None:
    """Mark the first sentence behind a date as the title."""
    before_gap = draft.rest.partition(GAP)[0]
    end = next(found.end() for found in _SENTENCE_END.finditer(before_gap))
    if title := clean_title(before_gap[:end]):
        draft.doubt(UNMARKED.format(title=title))
        draft.rest = f"{OPEN}{title}{CLOSE}{GAP}{draft.rest[end:]}"


def mark_title_behind_author(draft: Draft) -> People | None:
    """Mark the title in `Keller, Thomas: Title. Place: Publisher`, and return the author; None if there is none."""
    if found := _SHOUTED.fullmatch(draft.rest.strip(f" .{GAP}")):
        return _mark_behind(draft, read_people(found["head"], are_inverted=True), *found["rest"].partition(", ")[::2])
    head, _, rest = draft.rest.partition(": ")
    if not rest or not _INVERTED.fullmatch(head):
        head, _, rest = draft.rest.partition(". ")
    people = read_people(head, are_inverted=True) if re.match(r"\w", rest) else People()
    is_body = people.names.startswith("{")
    if not people.names or people.doubts or (is_body and ("," in head or len(rest.split(". ")) == 1)):
        return None
    return _mark_behind(draft, people, *rest.partition(". ")[::2])


def mark_title_behind_colon(draft: Draft) -> People | None:
    """Mark the title in `Keller, Thomas: Water, in: Time 61 (2011)`, `UNESCO (Hrsg.): Water. A report, Paris 2023`.

    Return the author, without names where the reference says that there is none; None where it has another form.
    """
    head, _, rest = draft.rest.partition(": ")
    is_anonymous = re.fullmatch(any_of("no_author"), head.strip()) is not None
    if find_title(draft.rest) or not _is_head(head) or not re.match(r"\w", rest):
        return None
    people = People() if is_anonymous else read_people(head, are_inverted=_INVERTED.fullmatch(head) is not None)
    end = _end_of_title(rest)
    if people.doubts or not end or not (is_anonymous or people.names):
        return None
    title = clean_title(rest[:end])
    draft.is_part = _in_whole().match(rest, end) is not None
    draft.rest = f"{OPEN}{title}{CLOSE}{GAP} {rest[end:]}"
    draft.doubt(UNMARKED.format(title=title))
    return people


def _end_of_title(line: str) -> int:
    """Return where a title ends: before "in:", a town with a year, a date or an address; 0 where nothing shows it."""
    for stop in re.finditer(rf"[.,]?\s+\(?|(?={GAP})", line):
        imprint = _IMPRINT.match(line, stop.end())
        is_stop = not stop[0].isspace()
        if stop[0] == "" or (is_stop and imprint and is_place(imprint["place"])):
            return stop.start()
        if _in_whole().match(line, stop.start()) or (is_stop and date_pattern().match(line, stop.end())):
            return stop.start()
    return 0


def _is_head(line: str) -> bool:
    """Tell whether a text may name an author, also with what he did: `UNESCO (Hrsg.)`."""
    return re.fullmatch(rf"[^\d()\[\]]+(?:[(\[]\s*{any_of('editors_behind')}\s*[)\]])?", line.strip()) is not None


@cache
def _in_whole() -> re.Pattern[str]:
    return re.compile(rf"[.,]?\s+{any_of('in')}:\s")


def mark_title_before_imprint(draft: Draft) -> bool:
    """Mark the title in `Mary Kaldor, Title (Cambridge: Polity, 2012), 33`; tell whether there is one."""
    found = _WITH_IMPRINT.match(draft.rest)
    people = read_people(found["head"]) if found else People()
    if not found or not people.names:
        return False
    draft.rest = f"{found['head']}, {OPEN}{found['title']}{CLOSE}{GAP} {draft.rest[found.end() :]}"
    draft.doubt(UNMARKED.format(title=found["title"]))
    return True


def mark_journal_behind_title(draft: Draft) -> None:
    """Mark the journal in `, Journal of Peace, 4(2): 12-30` behind a title in quotation marks."""
    if OPEN not in draft.rest and (found := _JOURNAL_BEHIND.match(draft.rest)):
        draft.rest = f"{GAP} {OPEN}{found['name']}{CLOSE}{draft.rest[found.end() :]}"


def _mark_behind(draft: Draft, people: People, title: str, behind: str) -> People | None:
    """Mark the title behind an author, and return the author; None if that is none."""
    if not people.names or people.doubts or not behind:
        return None
    draft.rest = f"{OPEN}{clean_title(title)}{CLOSE}{GAP}. {behind}"
    draft.doubt(UNMARKED.format(title=clean_title(title)))
    return people


def whole_title(draft: Draft) -> str:
    """Return all the words of a reference but its date, and the site behind it, as its title."""
    printed = draft.rest.strip(f" .{GAP}")
    title = take_site(draft, printed) if GAP not in printed else printed
    if title == printed:
        take_date(draft)
        apart = draft.rest.strip(f" .,(){GAP}")
        if GAP not in apart and (named := take_site(draft, apart)) != apart:
            draft.rest = ""
            return named
        is_one = GAP not in printed and "date" not in draft.fields
        rest = _SHORT_NAME.sub("\ue003\\1\ue004", draft.rest)
        parts = pieces(rest)
        if len(parts) > 1 and is_place(parts[-1]):
            draft.put(location=parts.pop())
        elif len(parts) > 1 and put_site(draft, parts[-1]):
            parts.pop()
        joined = ", ".join(parts).translate({0xE003: "(", 0xE004: ")"})
        title = clean_title(printed) if is_one and "organization" not in draft.fields else joined
    draft.rest = ""
    return title
