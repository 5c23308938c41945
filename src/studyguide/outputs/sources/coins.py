"""The sources of a page as COinS, by which Zotero's connector and library software find them in it.

A COinS is an empty `span` whose title is an OpenURL 1.0 ContextObject in key/encoded-value form (ANSI/NISO Z39.88-2004,
part 3), with the keys that the format of its type has in the registry: `journal`, `book`, `dissertation`, `patent`, and
`dc` for all others. In `dc`, Zotero reads its own name of the type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape, unescape
from types import MappingProxyType
from urllib.parse import quote_plus

from studyguide.citeproc.csl_items import Item
from studyguide.outputs.sources.csl_text import days_of, names_of, pages_of, text_of

_VERSION = ("ctx_ver", "Z39.88-2004")
_FORMAT = "info:ofi/fmt:kev:mtx:"
_PLAIN = "/:?@,()!*~"
"""Signs that may stand in a query as they are (RFC 3986, section 3.4): most addresses then are those of the page."""
_ENTRY = re.compile(r'<li id="ref-(?P<key>[^"]+)">.*?(?=</li>)', re.DOTALL)
_GENRES = MappingProxyType(
    {
        "article-journal": ("journal", "article"),
        "review": ("journal", "article"),
        "review-book": ("journal", "article"),
        "periodical": ("journal", "journal"),
        "book": ("book", "book"),
        "pamphlet": ("book", "book"),
        "chapter": ("book", "bookitem"),
        "entry": ("book", "bookitem"),
        "entry-dictionary": ("book", "bookitem"),
        "entry-encyclopedia": ("book", "bookitem"),
        "paper-conference": ("book", "proceeding"),
        "report": ("book", "report"),
        "thesis": ("dissertation", ""),
        "patent": ("patent", ""),
    }
)
"""The format and the genre in it, by type of CSL; others are in `dc`."""
_DC_TYPES = MappingProxyType(
    {
        "article": "preprint",
        "article-magazine": "magazineArticle",
        "article-newspaper": "newspaperArticle",
        "bill": "bill",
        "broadcast": "tvBroadcast",
        "dataset": "dataset",
        "figure": "artwork",
        "graphic": "artwork",
        "hearing": "hearing",
        "interview": "interview",
        "legal_case": "case",
        "legislation": "statute",
        "manuscript": "manuscript",
        "map": "map",
        "motion_picture": "film",
        "personal_communication": "letter",
        "post": "forumPost",
        "post-weblog": "blogPost",
        "software": "computerProgram",
        "song": "audioRecording",
        "speech": "presentation",
        "standard": "standard",
        "treaty": "statute",
        "webpage": "webpage",
    }
)
Pairs = Iterator[tuple[str, str]]


def with_coins(html: str, keys: Iterable[str], items: Mapping[str, Item]) -> str:
    """Return a page's content with the items that have these keys: each in its entry, or else behind the content.

    What repeats words near it costs the least when a page is compressed.
    """
    wanted = {key: _span(items[key]) for key in keys if key in items}
    html = _ENTRY.sub(lambda entry: entry[0] + wanted.pop(unescape(entry["key"]), ""), html)
    return html + "".join(wanted.values())


def _span(item: Item) -> str:
    """Return an item as a COinS, which nobody sees or hears."""
    return f'<span class="Z3988" title="{escape(context_object(item))}" hidden></span>'


def context_object(item: Item) -> str:
    """Return an item as a ContextObject: `ctx_ver=Z39.88-2004&rft_val_fmt=...`."""
    kind, genre = _GENRES.get(item["type"], ("dc", ""))
    keys = [_VERSION, ("rft_val_fmt", f"{_FORMAT}{kind}")]
    keys += [("rft_id", each) for each in _identifiers(item)]
    keys += [("rft.genre", genre)]
    keys += [(f"rft.{name}", text) for name, text in _DESCRIBED[kind](item, genre)]
    return "&".join(f"{name}={_encoded(name, text)}" for name, text in keys if text)


def _encoded(name: str, text: str) -> str:
    return quote_plus(text, safe="" if name == "rft_val_fmt" else _PLAIN)


def _identifiers(item: Item) -> list[str]:
    """Return the identifiers as URIs (info:doi is in the registry of https://www.rfc-editor.org/info/rfc4452)."""
    doi, isbn = text_of(item, "DOI"), text_of(item, "ISBN")
    found = (f"info:doi/{doi}" if doi else "", f"urn:ISBN:{isbn}" if isbn else "", text_of(item, "URL"))
    return [each for each in found if each]


def _journal(item: Item, genre: str) -> Pairs:
    if genre == "article":
        yield "atitle", text_of(item, "title")
    yield "jtitle", text_of(item, "container-title") or ("" if genre == "article" else text_of(item, "title"))
    yield "stitle", text_of(item, "container-title-short")
    yield "volume", text_of(item, "volume")
    yield "issue", text_of(item, "issue")
    yield "issn", text_of(item, "ISSN")
    yield from _pages(item)
    yield "date", _first_day(item)
    yield from _authors(item)


def _book(item: Item, genre: str) -> Pairs:
    is_part = genre in ("bookitem", "proceeding")
    yield "atitle" if is_part else "btitle", text_of(item, "title")
    if is_part:
        yield "btitle", text_of(item, "container-title")
    yield "place", text_of(item, "publisher-place")
    yield "pub", text_of(item, "publisher")
    yield "edition", text_of(item, "edition")
    yield "series", text_of(item, "collection-title")
    yield "isbn", text_of(item, "ISBN")
    yield "issn", text_of(item, "ISSN")
    yield "tpages", text_of(item, "number-of-pages")
    yield from _pages(item)
    yield "date", _first_day(item)
    yield from _authors(item)


def _dissertation(item: Item, genre: str) -> Pairs:
    del genre
    yield "title", text_of(item, "title")
    yield "inst", text_of(item, "publisher")
    yield "degree", text_of(item, "genre")
    yield "isbn", text_of(item, "ISBN")
    yield "tpages", text_of(item, "number-of-pages")
    yield "date", _first_day(item)
    yield from _authors(item)


def _patent(item: Item, genre: str) -> Pairs:
    del genre
    yield "title", text_of(item, "title")
    yield "number", text_of(item, "number")
    yield "date", _first_day(item)
    for name in names_of(item, "author"):
        yield "inventor", name.inverted


def _dublin_core(item: Item, genre: str) -> Pairs:
    """Yield the elements of Dublin Core: https://www.dublincore.org/specifications/dublin-core/dces/."""
    del genre
    yield "type", _DC_TYPES.get(item["type"], "document")
    yield "title", text_of(item, "title")
    yield "source", text_of(item, "container-title")
    yield "publisher", text_of(item, "publisher") or text_of(item, "authority")
    yield "date", _first_day(item)
    yield "language", text_of(item, "language")
    yield "identifier", text_of(item, "number")
    for name in names_of(item, "author"):
        # A comma at the end: Zotero would take the last word of a body's name for that of a family.
        yield "creator", f"{name.inverted}," if name.is_body else name.inverted
    for name in names_of(item, "editor"):
        yield "contributor", f"{name.inverted}," if name.is_body else name.inverted


_DESCRIBED: Mapping[str, Callable[[Item, str], Pairs]] = MappingProxyType(
    {"journal": _journal, "book": _book, "dissertation": _dissertation, "patent": _patent, "dc": _dublin_core}
)


def _authors(item: Item) -> Pairs:
    for name in names_of(item, "author"):
        yield "aucorp" if name.is_body else "au", name.inverted


def _pages(item: Item) -> Pairs:
    first, last = pages_of(item)
    yield "pages", f"{first}-{last}" if last else first


def _first_day(item: Item) -> str:
    """Return the day in W3CDTF, which has no ranges: of one, the day with which it begins."""
    return next((day.iso for day in days_of(item, "issued")), "")
