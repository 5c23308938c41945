"""Find the address of a source in its reference, also one that a blank cuts or that is a file on somebody's computer.

What a browser adds for the passage that was marked (`#:~:text=`) and what follows a reader are taken off.
"""

from __future__ import annotations

import re

from studyguide.authoring.documents.references.marked_text import CLOSE, GAP, OPEN
from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.titles import find_title
from studyguide.authoring.documents.text.runs import Text
from studyguide.data.doi import doi_in
from studyguide.data.tracking import same_page, without_closing, without_tracking

_IN_URL = rf"[^\s<>\"“”„«»{OPEN}{CLOSE}{GAP}]"
_ADDRESS = re.compile(
    rf"<?(?P<url>(?:https?\s?:\s?/\s?/\s?|(?<![\w@.{OPEN}])www\.)(?=[\w-]+\.){_IN_URL}+|(?<={OPEN})www\.[^\s/{CLOSE}]+/{_IN_URL}*"
    rf"|(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{{2,15}}/{_IN_URL}+)>?",
    re.IGNORECASE,
)
_FILE = re.compile(r"<?file:/{1,3}\S+(?:\s\S+)*?\.\w{2,5}(?=[\s.,;>)]|$)>?|<?file:/\S+", re.IGNORECASE)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s*(?:https?://(?:dx\.)?doi\.org/)?)(?P<doi>10\.\d{4,9}/[^\s<>]+)",
    re.IGNORECASE,
)
_ARXIV = re.compile(r"(?:arXiv(?:\s+preprint)?,?\s+)?\barXiv:\s?(?P<id>\d{4}\.\d{4,5})(?:v\d+)?", re.IGNORECASE)
_NEXT = re.compile(rf"\s(?P<part>(?![(\[]){_IN_URL}+)")
_MOST_ADDRESSES = 8
"""How many addresses a reference may have; of more, the rest are words that nothing explains."""
_PASSAGE = "#:~:"
_ARCHIVE = re.compile(r"https?://(?:web\.archive\.org|archive\.(?:today|ph|is|li))/", re.IGNORECASE)
_ADDRESS_PART = re.compile(r"[/=&%_?#]|\w-\w+-\w|\.(?:html?|pdf|php|aspx?)\b")
_CUT = re.compile(r"[/\-_=&?%#]$")
_SLIP = re.compile(r"https?(?:\s?:\s|\s:|:/\s|://\s)", re.IGNORECASE)
JOINED = "A blank cut the address in two, and it was joined: open it, and see whether it leads to the source."
FILE = "The reference leads to a file on somebody's computer, which no reader can open: find its address on the Web."
SEVERAL = "There are several addresses: look which is that of the source."
LINK = "The address that is printed is not the one to which the link leads: look which is right."


def take_addresses(draft: Draft, text: Text) -> None:
    """Move DOI and address of a reference from its rest into its fields."""
    if found := _FILE.search(draft.rest):
        draft.cut(*found.span())
        draft.doubt(FILE)
    while found := _DOI.search(draft.rest):
        doi = without_closing(found["doi"])
        if draft.fields.get("doi", doi) != doi:
            draft.doubt(SEVERAL)
        draft.put(doi=doi)
        draft.cut(found.start(), found.start("doi") + len(doi))
    if found := _ARXIV.search(draft.rest):
        draft.put(url=f"https://arxiv.org/abs/{found['id']}", organization="arXiv")
        draft.cut(*found.span())
    for _ in range(_MOST_ADDRESSES):
        found = _next_address(draft.rest, is_first="url" not in draft.fields)
        if not found:
            break
        _take(draft, found)
    _compare_with_links(draft, [run.address for run in text if run.address])


def split_addresses(line: str) -> list[str]:
    """Return the addresses of a line that consists of nothing else; empty if it has other words."""
    parts = re.split(r"[\s;,]+(?=https?://|www\.)", line.strip(" .;"))
    return parts if len(parts) > 1 and all(_ADDRESS.fullmatch(part.strip(" .;")) for part in parts) else []


def clean_address(printed: str) -> str:
    """Return an address with its scheme, and without tracking and the mark of a passage."""
    address = re.sub(r"\s", "", printed).partition(_PASSAGE)[0]
    if not re.match(r"(?i)https?://", address):
        address = f"https://{address}"
    return without_closing(without_tracking(address))


def _next_address(line: str, *, is_first: bool) -> re.Match[str] | None:
    """Return the first address of a page; the name of a site alone only where there is no other.

    One in a title, as that of a short message has, belongs to its words, unless there is no other.
    """
    found = list(_ADDRESS.finditer(line))
    title = find_title(line) if found else None
    if title and title.is_quoted:
        outside = [each for each in found if not title.start <= each.start() < title.end]
        found = found if is_first and not outside else outside
    pages = [each for each in found if re.search(r"\w/\w|://", each["url"])]
    return next(iter(pages or (found if is_first else ())), None)


def _take(draft: Draft, found: re.Match[str]) -> None:
    start, end = found.span()
    printed = found["url"]
    if found[0].endswith(">"):
        printed, rest_of_passage = printed.rstrip(">"), False
    else:
        rest_of_passage = _PASSAGE in printed
        kept = printed if printed.endswith("...") else without_closing(printed)
        end = found.start("url") + len(kept)
        printed, end = _joined(draft, printed, end, rest_of_passage)
    if _SLIP.match(printed):
        draft.doubt(JOINED)
    _put_url(draft, clean_address(printed))
    draft.cut(start, end)


def _joined(draft: Draft, printed: str, end: int, is_passage: bool) -> tuple[str, int]:
    """Return an address with the parts behind a blank that belong to it, and its end in the rest."""
    line = draft.rest
    while (part := _NEXT.match(line, end)) and _goes_on(printed, part["part"], line[part.end() :], is_passage):
        kept = without_closing(part["part"])
        end = part.start("part") + len(kept)
        if not is_passage:
            printed = f"{printed}{kept}"
            draft.doubt(JOINED)
    return printed, end


def _goes_on(printed: str, part: str, behind: str, is_passage: bool) -> bool:
    if re.match(r"(?i)https?:|www\.", part) or _ADDRESS.match(part):
        return False
    if is_passage:
        return bool(re.search(r"%[0-9A-Fa-f]{2}", part))
    if printed.endswith((".", ",", ";")) and not _ADDRESS_PART.search(part):
        return False
    is_word = part[:1].islower() or re.fullmatch(r"\d{5,}", part.strip(".,;)"))  # four digits are a year
    is_last_word = not behind.strip(" .,;") and bool(is_word) and part.strip(".,;").isascii()
    return bool(_ADDRESS_PART.search(part)) or bool(_CUT.search(printed) and is_last_word)


def _put_url(draft: Draft, url: str) -> None:
    """Put an address into the fields; of several pages the last one counts, but for a copy in an archive."""
    if doi := doi_in(url):
        draft.put(doi=doi)
    elif "url" not in draft.fields:
        draft.put(url=url)
    elif same_page(draft.fields["url"]) != same_page(url):
        draft.doubt(SEVERAL)
        if not _ARCHIVE.match(url):
            draft.fields["url"] = url


def _compare_with_links(draft: Draft, links: list[str]) -> None:
    """Take the address of a link for one that is not printed, or only in part."""
    for link in dict.fromkeys(links):
        if not re.match(r"(?i)https?://", link):
            continue
        target, printed = clean_address(link), draft.fields.get("url", "")
        if printed and same_page(target) in draft.rest:  # of words in the title
            continue
        if doi_in(target) or not printed:
            _put_url(draft, target)
        elif same_page(target) == same_page(printed) or same_page(printed).startswith(same_page(target)):
            continue
        elif same_page(target).startswith(same_page(printed).rstrip("…")) or JOINED in draft.doubts:
            draft.fields["url"] = target
        else:
            draft.doubt(LINK)
