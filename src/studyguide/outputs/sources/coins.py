"""The sources of a page as COinS, by which Zotero's connector and library software find them in it.

A COinS is an empty `span` whose title is an OpenURL 1.0 ContextObject in key/encoded-value form (ANSI/NISO Z39.88-2004,
part 3), with the keys that the format of its type has in the registry: `journal`, `book`, `dissertation`, `patent`, and
`dc` for all others. In `dc`, Zotero reads its own name of the type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
_SERIAL = {
    "container-title-short": "stitle",
    "volume": "volume",
    "issue": "issue",
    "ISSN": "issn",
    "page": "pages",
    "issued": "date",
}
_BOUND = {
    "publisher-place": "place",
    "publisher": "pub",
    "edition": "edition",
    "collection-title": "series",
    "ISBN": "isbn",
    "ISSN": "issn",
    "number-of-pages": "tpages",
    "page": "pages",
    "issued": "date",
}
_WHOLE = {"title": "btitle", **_BOUND}
_PART = {"title": "atitle", "container-title": "btitle", **_BOUND}
_KEYS = MappingProxyType(
    {
        "article": {"title": "atitle", "container-title": "jtitle", **_SERIAL},
        "journal": {"container-title": "jtitle", "title": "jtitle", **_SERIAL},
        "book": _WHOLE,
        "report": _WHOLE,
        "bookitem": _PART,
        "proceeding": _PART,
        "dissertation": {
            "title": "title",
            "publisher": "inst",
            "genre": "degree",
            "ISBN": "isbn",
            "number-of-pages": "tpages",
            "issued": "date",
        },
        "patent": {"title": "title", "number": "number", "issued": "date"},
        "dc": {
            "title": "title",
            "container-title": "source",
            "publisher": "publisher",
            "authority": "publisher",
            "issued": "date",
            "language": "language",
            "number": "identifier",
        },
    }
)
"""The keys of variables, by genre, or else by format. Those of `dc` are the elements of Dublin Core:
https://www.dublincore.org/specifications/dublin-core/dces/."""
_AUTHORS = MappingProxyType({"author": "au"})
_ROLES = MappingProxyType({"patent": {"author": "inventor"}, "dc": {"author": "creator", "editor": "contributor"}})
"""The keys of names, by format, where they are others than `_AUTHORS`."""


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
    keys += [(f"rft.{name}", text) for name, text in _described(item, kind, genre)]
    return "&".join(f"{name}={_encoded(name, text)}" for name, text in keys if text)


def _encoded(name: str, text: str) -> str:
    return quote_plus(text, safe="" if name == "rft_val_fmt" else _PLAIN)


def _identifiers(item: Item) -> list[str]:
    """Return the identifiers as URIs (info:doi is in the registry of https://www.rfc-editor.org/info/rfc4452)."""
    doi, isbn = text_of(item, "DOI"), text_of(item, "ISBN")
    found = (f"info:doi/{doi}" if doi else "", f"urn:ISBN:{isbn}" if isbn else "", text_of(item, "URL"))
    return [each for each in found if each]


def _described(item: Item, kind: str, genre: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of an item's format with their values; where two variables have one key, the first that is set."""
    if kind == "dc":
        yield "type", _DC_TYPES.get(item["type"], "document")
    values: dict[str, str] = {}
    for variable, key in _KEYS[genre or kind].items():
        values[key] = values.get(key) or _value(item, variable)
    yield from values.items()
    for role, key in _ROLES.get(kind, _AUTHORS).items():
        for name in names_of(item, role):
            yield _body(name.inverted, key) if name.is_body else (key, name.inverted)


def _value(item: Item, variable: str) -> str:
    if variable == "page":
        return "-".join(filter(None, pages_of(item)))
    if variable == "issued":  # in W3CDTF, which has no ranges: of one, the day with which it begins
        return next((day.iso for day in days_of(item, variable)), "")
    return text_of(item, variable)


def _body(name: str, key: str) -> tuple[str, str]:
    """Return a body under the key of authors that are bodies, or where there is none, with a comma at the end.

    Without it, Zotero would take the last word of the name for that of a family.
    """
    return ("aucorp", name) if key == "au" else (key, f"{name},")
