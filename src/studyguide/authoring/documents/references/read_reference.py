"""Read a reference in free text: who made it, what it is called, and where it stands.

Styles differ in order and punctuation, so that none has a reader of its own: the title is what stands in quotation
marks or italics, the author what is before it, and each part behind it shows by its words what it is. What no rule
explains is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.authoring.documents.references.access import take_access
from studyguide.authoring.documents.references.addresses import take_addresses
from studyguide.authoring.documents.references.bluebook import read_bluebook
from studyguide.authoring.documents.references.chinese import read_chinese
from studyguide.authoring.documents.references.details import (
    pieces,
    protect_commas,
    put_date,
    put_people,
    take_container,
    take_date,
    take_edition,
    take_editors,
    take_editors_of_whole,
    take_episode,
    take_kind,
    take_labelled_locator,
    take_numbers,
    take_place_and_publisher,
    take_symbol,
)
from studyguide.authoring.documents.references.gost import read_gost
from studyguide.authoring.documents.references.legal import read_legal
from studyguide.authoring.documents.references.linked_titles import with_linked_title
from studyguide.authoring.documents.references.marked_text import CAPITALS, CLOSE, GAP, OPEN, marked, unmarked
from studyguide.authoring.documents.references.people import read_people
from studyguide.authoring.documents.references.placing import LEFT, place_names
from studyguide.authoring.documents.references.printed_dates import YEAR, date_pattern, is_undated, read_date
from studyguide.authoring.documents.references.reference import Draft, FreeReference
from studyguide.authoring.documents.references.reference_words import any_of, is_named
from studyguide.authoring.documents.references.site_titles import take_site
from studyguide.authoring.documents.references.titles import Title, clean_title, find_title, has_stray_quotes
from studyguide.authoring.documents.references.unmarked_titles import (
    UNMARKED,
    mark_first_sentence,
    mark_journal,
    mark_journal_behind_title,
    mark_title_before_imprint,
    mark_title_behind_author,
    mark_title_behind_colon,
    whole_title,
)
from studyguide.authoring.documents.references.vancouver import read_vancouver
from studyguide.authoring.documents.text.runs import Text, plain
from studyguide.data.bibtex_fields import PEOPLE
from studyguide.markdown.locators import is_locator

ADDRESS = "There is an address alone: add the title, who made it, and the date."
NOTHING = "The reference could not be read."
QUOTES = "A quotation mark stands where none is expected: look where the title begins and ends."
_NUMBER = re.compile(r"^\s*(?:\[\d{1,3}\]|\d{1,3}\.(?=\s))\s*")
_AUTHOR_DATE = re.compile(
    rf"(?P<head>[^{OPEN}“”„«»\"]{{2,300}}?),?\s*\((?P<date>(?:{YEAR}|\d{{1,2}}[ ./]|[^\W\d_])[^()]*)\)\s*[.,:]*\s*"
)
_REPRINTED = re.compile(rf"(?P<head>[^()]{{2,200}}?)[.,]\s+[(\[]{YEAR}[)\]]\s+(?P<date>{YEAR}[a-h]?)[.,:]\s+(?=\S)")
"""`Connell, John. (1990) 2003. Title`."""
_DATE_FIRST = re.compile(rf"\s*(?P<head>)(?P<date>{YEAR}[a-h]?)[.,:]\s+(?=\S)")
"""What stands behind dashes for the author of the reference before."""
_UNDATED = r"\[?(?:no date|n\.\s?d\.|o\.\s?J\.|s\.\s?f\.|s\.\s?d\.)\]?"
_PLAIN_DATE = re.compile(
    rf"(?P<head>(?:[^{OPEN}“”„«»\"()]|\([^()\d]*\)){{2,200}}?)[.,]\s+(?P<date>{YEAR}[a-h]?|{_UNDATED})[.,:]\s+(?=\S)"
)
_UNMARKED_ARTICLE = re.compile(
    rf"(?P<author>[^.,;:]+, [^.,;:]+[.:]|[{CAPITALS}. ]*[{CAPITALS}]{{2,}}\.)\s+"
    rf"(?P<title>[^\W\d]\S*(?: \S+){{2,}}?[.?!])\s*(?P<whole>{any_of('in')}:\s[^{OPEN}]*)?"
)
"""`Keller, Thomas. Water in the Sahel.` or `FAO. Water in the Sahel.` before the name of a journal, or `In:` a book."""
_HANDLE = re.compile(r"\s*[(\[]@\w+[)\]]")
LONGEST = 1500
"""The letters of the longest reference; a longer text is none."""
_LONGEST_TITLE = 300
_WORDS = re.compile(r"\w")
_WORDS_OF_ARABIC = re.compile("[ء-ي]")


def read_reference(text: Text, language: str, *, is_note: bool = False) -> FreeReference:
    """Read a reference; in a note, numbers behind it are the place to which it leads."""
    words = with_linked_title(text)
    line = marked(words)
    draft = Draft(_HANDLE.sub("", _NUMBER.sub("", line)), language, is_note)
    is_numbered = draft.rest != line
    if words != text:
        draft.doubt(UNMARKED.format(title=clean_title("".join(run.text for run in words if run.italic))))
    if len(draft.rest) > LONGEST:
        return FreeReference("misc", {}, "other", plain(text).strip(), (NOTHING,))
    take_addresses(draft, text)
    take_access(draft)
    if not _WORDS.search(unmarked(draft.rest)):
        _read_address(draft)
    elif not (
        _read_by_form(draft, plain(text))
        or _read_behind_colon(draft)
        or _read_author_date(draft)
        or _read_titled(draft)
    ):
        _read_unmarked(draft)
    _finish(draft)
    if is_numbered and draft.style != "address":
        draft.style = "other"
    if "،" in plain(text):
        draft.fields = {name: _with_arabic_commas(name, value) for name, value in draft.fields.items()}
    return FreeReference(
        draft.type, draft.fields, draft.style, plain(text).strip(), tuple(draft.doubts), draft.locator.strip()
    )


def _with_arabic_commas(name: str, value: str) -> str:
    return value if name in PEOPLE or not _WORDS_OF_ARABIC.search(value) else value.replace(",", "،")


def _read_by_form(draft: Draft, printed: str) -> bool:
    """Read a reference whose form as a whole none other has."""
    of_script = read_chinese(draft) or read_gost(draft)
    return of_script or read_vancouver(draft, printed) or read_bluebook(draft) or read_legal(draft)


def _read_address(draft: Draft) -> None:
    draft.style, draft.type = "address", "article" if "doi" in draft.fields else "online"
    draft.doubt(ADDRESS)


def _read_behind_colon(draft: Draft) -> bool:
    """Read `Author: Title, in: Journal …`, as is usual in German."""
    people = mark_title_behind_colon(draft)
    title = find_title(draft.rest)
    if people is None or title is None:
        return False
    if people.names:
        put_people(draft, people)
    is_part = draft.is_part
    _put_title(draft, title)
    draft.is_part = is_part
    draft.style = "other"
    return _read_details(draft)


def _read_author_date(draft: Draft) -> bool:
    """Read `Author (date) title …`, as APA and Harvard have it."""
    found = next((each for each in _heads(draft.rest) if _is_dated(draft, each["date"])), None)
    if not found or find_title(found["head"]):
        return False
    behind = unmarked(draft.rest[found.end() :]).strip(" .")
    is_sentence = behind[:1].islower() or is_locator(behind, draft.language)
    if not _WORDS.search(behind) or (draft.is_note and is_sentence):
        return False
    draft.style = "apa"
    rest = draft.rest[found.end() :]
    if entry := _entry_of_work(draft, found["head"], rest):
        draft.rest = entry
    else:
        head = re.sub(rf"(?<=[\s.][{CAPITALS}])$", ".", found["head"])  # Maslin, M. 2014.
        if head:
            _put_makers(draft, head, are_inverted=True)
        draft.rest = rest
    if not is_undated(found["date"]):
        put_date(draft, found["date"])
    return _read_title_behind_date(draft) and _read_details(draft)


def _heads(line: str) -> Iterator[re.Match[str]]:
    """Yield the beginning of a line up to each of its parentheses; then that up to a year between full stops."""
    for pattern in (_REPRINTED, _DATE_FIRST):
        if found := pattern.match(line):
            yield found
    for opening in re.finditer(r"\(", line):
        if found := _AUTHOR_DATE.fullmatch(line, 0, _end_of_date(line, opening.start())):
            yield found
    if found := _PLAIN_DATE.match(line):
        yield found


def _end_of_date(line: str, opening: int) -> int:
    """Return where the text begins behind a date in parentheses."""
    behind = re.compile(r"\([^()]*\)\s*[.,:]*\s*").match(line, opening)
    return behind.end() if behind else opening


def _is_dated(draft: Draft, printed: str) -> bool:
    return is_undated(printed) or (
        date_pattern().fullmatch(printed.strip()) is not None and read_date(printed, draft.language)[0] != ""
    )


def _entry_of_work(draft: Draft, head: str, rest: str) -> str:
    """Return what stands behind a title without an author: `Nuclear energy. (2018). In *Britannica*`."""
    in_work = re.match(rf"[Ii]n:?\s+{OPEN}", rest)
    is_article = rest.startswith(OPEN) and not read_people(head, are_inverted=True).names
    if not in_work and not is_article:
        return ""
    draft.put(title=clean_title(head))
    draft.is_part = True
    if in_work:
        draft.type = "inreference"
    else:
        draft.doubt(UNMARKED.format(title=clean_title(head)))
    return f"{GAP}{rest}"


def _read_title_behind_date(draft: Draft) -> bool:
    if "title" in draft.fields:
        return True
    if "[" in draft.rest:
        take_kind(draft)
        take_episode(draft)
    mark_journal(draft)
    title = find_title(draft.rest)
    if title and not _WORDS.search(draft.rest[: title.start]):
        _put_title(draft, title)
    elif title and not title.is_quoted:
        _read_plain_title(draft, title)
    else:
        mark_first_sentence(draft)
        title = find_title(draft.rest)
        if title:
            _put_title(draft, title)
            draft.is_part |= re.match(rf"[\s.{GAP}]*{any_of('in')}:\s", draft.rest) is not None
    return "title" in draft.fields


def _read_plain_title(draft: Draft, container: Title) -> None:
    """Read the title of an article, which APA does not mark, before the journal in italics."""
    before = draft.rest[: container.start]
    role = rf"[(\[]\s*{any_of('editors_behind')}\s*[)\]]"
    in_book = re.search(rf"[.?!]\s+(?=(?:{any_of('in')}:?\s|(?:[{CAPITALS}]\.\s?)+[^.()]+{role}))", before)
    start = in_book.end() if in_book else len(before)
    draft.put(title=clean_title(before[:start]))
    draft.rest = f"{GAP} {draft.rest[start:]}"
    draft.is_part = True


def _read_titled(draft: Draft) -> bool:
    """Read `Author. “Title.” …`, as MLA, Chicago, OSCOLA and IEEE have it."""
    title = find_title(draft.rest)
    if not title:
        return False
    head = draft.rest[: title.start]
    if not title.is_quoted and (found := _UNMARKED_ARTICLE.fullmatch(head)) and _is_maker(found["author"]):
        _put_makers(draft, found["author"].rstrip(".:"), are_inverted=True)
        start = found.start("whole") if found["whole"] else title.start
        _read_article_of(draft, clean_title(found["title"]), start)
        return _read_details(draft)
    if _WORDS.search(unmarked(head)):
        is_inverted = head.rstrip().endswith((".", ":"))
        _put_makers(draft, re.sub(r"\.[\s.]+$", ".", unmarked(head).rstrip(" ,:")), are_inverted=is_inverted)
        draft.style = "mla" if head.rstrip().endswith(".") else "chicago"
    else:
        inside = draft.rest[title.start : title.end + 1]
        draft.style = "mla" if re.search(rf"[.?!][”“\"’'»{CLOSE}][\s,]?$|[”“\"’'»{CLOSE}]\.$", inside) else "chicago"
    _put_title(draft, title)
    return _read_details(draft)


def _is_maker(head: str) -> bool:
    """Tell whether a text is a person's name with a comma, or that of a body in capitals."""
    people = read_people(head.rstrip(".:"), are_inverted=True)
    return bool(people.names) and (head.isupper() or (not people.doubts and "{" not in people.names))


def _read_article_of(draft: Draft, title: str, whole: int) -> None:
    """Take the unmarked title of an article before the journal in italics, which begins at `whole`."""
    draft.style, draft.is_part = "mla", True
    draft.put(title=title)
    draft.doubt(UNMARKED.format(title=title))
    draft.rest = f"{GAP} {draft.rest[whole:]}"


def _put_title(draft: Draft, title: Title) -> None:
    draft.put(title=title.text)
    draft.rest = f"{GAP}{draft.rest[title.end :]}"
    draft.is_part = title.is_quoted


def _read_details(draft: Draft) -> bool:
    if draft.is_note:
        take_labelled_locator(draft)
    take_kind(draft)
    take_symbol(draft)
    take_editors_of_whole(draft)
    _read_oscola_article(draft)
    if draft.type == "jurisdiction":
        return True
    if draft.is_part:
        mark_journal_behind_title(draft)
    container = take_container(draft)
    take_edition(draft)
    take_editors(draft)
    take_numbers(draft)
    take_date(draft)
    take_place_and_publisher(draft)
    protect_commas(draft)
    left = pieces(draft.rest)
    if draft.is_note:
        left = _without_locator(draft, left)
    draft.rest = ""
    place_names(draft, container, left)
    return True


def _read_oscola_article(draft: Draft) -> None:
    """Read `(2016) 27 European Journal of International Law 1005, 1010`."""
    found = re.fullmatch(
        rf"{GAP}?\s*[(\[](?P<year>{YEAR})[)\]]\s*(?P<volume>\d+)?(?:\((?P<number>\d+)\))?\s*(?P<journal>[A-Z][^\d{GAP}]+?)\s+"
        rf"(?P<pages>\d+)(?:,\s*(?P<locator>\d+(?:[–-]\d+)?))?[\s.,<>{GAP}]*",
        re.sub(f"[{OPEN}{CLOSE}]", "", draft.rest),
    )
    if found:
        draft.put(date=found["year"], volume=found["volume"] or "", number=found["number"] or "", pages=found["pages"])
        draft.locator = draft.locator or found["locator"] or ""
        draft.style = "other"
        journal = found["journal"].strip(" ,")
        if not draft.is_part:  # in italics stands a case, in quotation marks an article
            draft.type, draft.rest = "jurisdiction", ""
            draft.put(journaltitle=journal)
        else:
            draft.rest = f"{GAP}{OPEN}{journal}{CLOSE}"


def _without_locator(draft: Draft, left: list[str]) -> list[str]:
    """Take the place to which a note leads from the end of what is left: `45`, `art 19`."""
    place = next((piece for piece in reversed(left) if not is_named("databases", piece)), "")
    if draft.locator or not (is_locator(place, draft.language) or re.fullmatch(r"\d+(?:[–-]\d+)?", place)):
        return left
    draft.locator = place
    return [piece for piece in left if piece != place]


def _put_makers(draft: Draft, head: str, *, are_inverted: bool) -> None:
    """Read the text before a title or a date, which may say that nobody knows who made the source."""
    if not re.fullmatch(any_of("no_author"), head.strip(" ,;:")):
        put_people(draft, read_people(head, are_inverted=are_inverted))


def _read_unmarked(draft: Draft) -> None:
    """Read a reference without any sign of where its title is, as far as that goes."""
    if mark_title_before_imprint(draft) and _read_titled(draft):
        return
    if people := mark_title_behind_author(draft):
        put_people(draft, people)
        _read_titled(draft)
        return
    title = whole_title(draft)
    draft.type = draft.type or ("online" if "url" in draft.fields else "misc")
    draft.put(title=title)
    draft.doubt(UNMARKED.format(title=title) if title else NOTHING)


def _finish(draft: Draft) -> None:
    draft.rest = unmarked(draft.rest).strip(" .,;:")
    if draft.is_note and draft.rest and not draft.locator and is_locator(draft.rest, draft.language):
        draft.locator, draft.rest = draft.rest, ""
    draft.rest = draft.rest.strip(" .,;:()[]")
    if _WORDS.search(draft.rest):
        draft.doubt(LEFT.format(words=draft.rest))
    if "title" in draft.fields:
        draft.fields["title"] = take_site(draft, draft.fields["title"])
    if len(draft.fields.get("title", "")) > _LONGEST_TITLE:
        draft.doubt(UNMARKED.format(title=draft.fields["title"]))
    if any(has_stray_quotes(value) for name, value in draft.fields.items() if name not in ("title", "url")):
        draft.doubt(QUOTES)
