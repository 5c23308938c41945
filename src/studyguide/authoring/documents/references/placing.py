"""Give the names behind a title their fields: the site, the journal, the book, who publishes it.

What words and forms show is taken out before; here the kind of source and the order decide.
"""

from __future__ import annotations

import re

from studyguide.authoring.documents.references.details import is_place
from studyguide.authoring.documents.references.printed_dates import YEAR, read_date
from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.reference_words import is_named, kind_named
from studyguide.data.proper_names import proper_names

LEFT = "What this is could not be told: {words}"
NAMES = "Which of these is the publisher, and which the title of the whole? {words}"
_OTHER = re.compile(
    r"^(?:vol|no|pp?|ed|eds|nr|bd|jg|s|n)\b\.?(?:\s|$)"
    r"|\b(?:ISBN|ISSN|accessed|retrieved|http)\b|\d{4}|\w\.\w{2,}/|\s\d+$"
)
"""What a name of a publisher or a site does not have: words and numbers of other fields that no rule took."""
_DOMAIN = re.compile(r"(?:www\.)?(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
UNFINDABLE = "There is neither an address nor a publisher."


def place_names(draft: Draft, container: str, left: list[str]) -> None:
    """Give the names that are left their fields, by the kind of source and by their order."""
    left = _with_month(draft, left)
    draft.is_on_web |= not draft.fields.keys().isdisjoint(("url", "urldate"))
    if left and _DOMAIN.fullmatch(container) and not draft.body:
        container = left.pop(0)  # *Www.euractiv.com*, EURACTIV
    left = _without_kind(draft, _without_databases(draft, left))
    treaties = re.fullmatch(r"United Nations,? Treaty Series|UNTS|Treaty Series", ", ".join(left))
    if treaties and "volume" in draft.fields:
        draft.type = "legal"
        draft.put(journaltitle=treaties[0])
    elif targets := _targets_of_kind(draft):
        _place(draft, [container, *(_without_town(draft, left) if draft.type == "thesis" else left)], *targets)
    elif not draft.is_part:
        _place_whole(draft, container, left)
    else:
        _place_part(draft, container, left)


def _targets_of_kind(draft: Draft) -> tuple[str, ...]:
    """Return the fields of the names behind a source whose kind is known; none for any other."""
    if draft.body:
        draft.put(author=f"{{{draft.body}}}")
        return ("institution",)
    if draft.type == "thesis":
        return ("institution", "library")
    return ("organization", "publisher") if draft.type in ("video", "audio") else ()


def _place_part(draft: Draft, container: str, left: list[str]) -> None:
    """Place the names behind the title of a part: the whole, and who publishes that."""
    if draft.type == "inreference" or (is_named("reference_works", container) and draft.is_in_work):
        draft.type = "inreference"
        draft.put(booktitle=container)
        _place(draft, left, "publisher")
    elif _is_chapter(draft, container, left):
        draft.type = draft.type or "incollection"
        draft.put(booktitle=container)
        _place_publisher(draft, left)
    elif _is_periodical(draft, container, left):
        _place_article(draft, container, left)
    else:
        _place_page(draft, container, left)


def _is_chapter(draft: Draft, container: str, left: list[str]) -> bool:
    """Tell whether a part is that of a book: behind "in", with editors, or with pages and a publisher."""
    if (
        not container
        or _is_newspaper(container)
        or _DOMAIN.fullmatch(container)
        or not draft.fields.keys().isdisjoint(("volume", "number"))
    ):
        return False
    is_in_book = "editor" in draft.fields or draft.is_in_work
    return is_in_book or ("pages" in draft.fields and bool(left) and not draft.is_on_web)


def _is_newspaper(name: str) -> bool:
    return is_named("newspapers", name)


def _is_periodical(draft: Draft, container: str, left: list[str]) -> bool:
    fields = draft.fields
    name = container or (left[0] if left else "")
    if {"volume", "number"} & fields.keys() or _is_newspaper(name):
        return bool(name)
    return bool(container) and (draft.style == "apa" or ("pages" in fields and not left))


def _place_article(draft: Draft, container: str, left: list[str]) -> None:
    name = container or left[0]
    others = left if container else left[1:]
    draft.type = "article"
    draft.put(journaltitle=name)
    if _is_newspaper(name) and "volume" not in draft.fields:
        draft.put(entrysubtype="newspaper")
    _place(
        draft,
        _without_town(draft, [each for each in others if each.casefold() != name.casefold()]),
        "publisher" if _is_newspaper(name) else "",
    )


def _without_town(draft: Draft, left: list[str]) -> list[str]:
    """Take the town of a newspaper or a university: *The Guardian* (London, 20 December 2019)."""
    town = next(filter(is_place, left), "")
    draft.put(location=town)
    return [name for name in left if name != town]


def _without_kind(draft: Draft, left: list[str]) -> list[str]:
    """Take what a source calls itself between its other parts: `, Fact Sheet, `, `. Comunicado de imprensa, `."""
    if draft.type and draft.type != "online":
        return left
    kinds = [name for name in left if kind_named(name) in ("online", "report")]
    draft.put(type=kinds[0] if kinds else "")
    return [name for name in left if name not in kinds[:1]]


def _with_month(draft: Draft, left: list[str]) -> list[str]:
    """Complete a year with the day that stands apart from it: `(2022) …, 16 May`."""
    year = draft.fields.get("date", "")
    for piece in left:
        date, is_certain = read_date(f"{piece} {year}", draft.language) if re.fullmatch(YEAR, year) else ("", False)
        if is_certain and date.startswith(f"{year}-"):
            draft.fields["date"] = date
            return [other for other in left if other is not piece]
    return left


def _place_page(draft: Draft, container: str, left: list[str]) -> None:
    """Place the names behind the title of a page on the Web: its site, then who publishes that."""
    draft.type = draft.type or "online"
    if not container and len(left) == 1 and is_place(left[0]):
        draft.put(location=left.pop())
    site = container or (left[0] if left else "")
    others = [each for each in (left if container else left[1:]) if each.casefold() != site.casefold()]
    draft.put(organization=site)
    if not container and others:
        draft.doubt(NAMES.format(words=", ".join(left)))
    _place(draft, others, "publisher")
    if draft.fields.keys().isdisjoint(("url", "doi", "urldate", "date")):
        draft.doubt(UNFINDABLE)


def _place_whole(draft: Draft, container: str, left: list[str]) -> None:
    """Place the names behind a title in italics, that of a book, a report or a page."""
    fields = draft.fields
    if container:
        draft.doubt(NAMES.format(words=", ".join([container, *left])))
    names_left = [*([container] if container else []), *left]
    if names_left and _is_newspaper(names_left[0]) and not draft.type:
        _place_article(draft, container, left)
        return
    if draft.type == "report":
        _place(draft, names_left, "institution")
    elif _is_page(draft, names_left):
        draft.type = draft.type or "online"
        _place(draft, names_left, "organization")
    else:
        is_collection = "author" not in fields and "{" not in fields.get("editor", "{")
        draft.type = draft.type or ("collection" if is_collection else "book")
        _place_publisher(draft, names_left)
        if fields.keys().isdisjoint(("publisher", "url", "doi", "location")):
            draft.doubt(UNFINDABLE)


def _is_page(draft: Draft, left: list[str]) -> bool:
    """Tell whether a title in italics is that of a page on the Web, not of a book that is there too."""
    if not draft.is_on_web or not draft.fields.keys().isdisjoint(("publisher", "doi", "edition")):
        return False
    has_day = len(draft.fields.get("date", "")) > len("2021")
    return draft.style == "apa" or has_day or not left


def _place_publisher(draft: Draft, left: list[str]) -> None:
    """Place `Paris, Seuil`: a town that is known, and a publisher."""
    if len(left) > 1 and is_place(left[0]) and (0, len(left[1])) in proper_names(left[1]):
        left = [f"{left[0]}, {left[1]}", *left[2:]]  # Paris, France
        draft.put(location=left.pop(0))
    elif len(left) == 2 and is_place(left[0]):
        draft.put(location=left.pop(0))
    elif len(left) == 2 and is_place(left[1]) and "location" not in draft.fields:
        draft.put(location=left.pop(1))
    elif len(left) == 1 and is_place(left[0]) and "publisher" not in draft.fields:
        draft.put(location=left.pop(0))
    _place(draft, left, "publisher")


def _place(draft: Draft, left: list[str], *targets: str) -> None:
    """Give each name the next field; what is left over is a doubt."""
    left = list(dict.fromkeys(name for name in left if name))
    if not all(map(_is_name, left)):
        draft.doubt(LEFT.format(words=", ".join(left)))
    for target in targets:
        if left and target and target not in draft.fields:
            draft.fields[target] = left.pop(0)
    if left:
        draft.doubt(LEFT.format(words=", ".join(left)))


def _is_name(text: str) -> bool:
    """Tell whether a text may be the name of a publisher or a site, and holds no words of other fields."""
    return re.search(r"[^\W\d_]{2}", text) is not None and (not _OTHER.search(text) or _is_newspaper(text))


def _without_databases(draft: Draft, left: list[str]) -> list[str]:
    """Take the catalogue on the Web that has the source, such as JSTOR."""
    found = [name for name in left if is_named("databases", name)]
    draft.put(library=found[0] if found else "")
    return [name for name in left if name not in found]
