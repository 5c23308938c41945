"""Amend the search index that Material builds from the pages' sections with names and ranks from the guide's data.

Material's worker (lunr) matches prefixes of words, and sums the scores of an entry's fields: the inverse document
frequency times the boosts of field and entry. It has no aliases, and indexes footnotes and backlinks as text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from typing import Any

from lxml import html as lxml_html

from studyguide.data.bibliography import Source
from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from studyguide.data.paths import KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.data.timeline import Event
from studyguide.data.title_languages import title_in_language
from studyguide.outputs.site.search_stop_words import indexed_spellings, named_stop_words

SEPARATOR = r"""[\s\-–—()\[\],;:"“‘]+|&(?:amp|lt|gt|quot);"""
"""The word separator, a JavaScript pattern. Words match by prefix, so only characters before a word matter."""
FIELDS = {
    "title": {"boost": 100.0},
    "names": {"boost": 75.0},  # alternative names of one word
    "parts": {"boost": 70.0},  # the words of longer names: a name in full is found before titles with most of its words
    "endings": {"boost": 5.0},  # words that extend a word of a term, or "of": "abuse" does not mean the abuser
    "text": {"boost": 1.0},
    "spellings": {"boost": 1.0},  # alternative spellings of words in the text
    "author": {"boost": 20000.0},
}
"""The fields of an entry. Title and text are shown; the others are only searched."""
_PAGE = 0.25  # Material's client multiplies the score of pages
_TERM = 1.5
_EVENT = 0.8
_PERSON = 0.006  # times the author's boost: above a title
_CORPORATE_AUTHOR = 0.003  # below a title: a search for Europol means the text about it
_CORRECTION = 0.02
_SHORT = 0.1  # divided by the number of words: a word counts more in a shorter title
"""Boosts of whole entries; a section has 1. A word in the title of a source counts less than one in a chapter."""

_ASIDE_CLASSES = (
    "footnote",
    "guide-axis",
    "guide-backlinks",
    "guide-bibliography",
    "guide-chart",
    "guide-in-timeline",
    "screen-only",
    "admonition correction",
    "admonition check",
)
_ASIDE = re.compile(
    rf"""<(?:\w+(?=[^>]*\sclass="(?:[^"]*\s)?(?:{"|".join(_ASIDE_CLASSES)})[\s"])"""
    r"""|sup(?=[^>]*><a class="footnote-ref"))"""
)
_BLOCK_OF_TERM = '<div class="guide-key-term">'
_NAMED_HEADING = re.compile(r"<h[1-6](?=[^>]*\sid=\"(?P<id>[^\"]+)\")[^>]*\sdata-search-names=\"(?P<names>[^\"]+)\"")
_INNER_ATTRIBUTE = re.compile(r"\s?data-(?:search|print)-\w+=\"[^\"]*\"")
_GATHERED = 'class="guide-editor-notes"'
_LATER = re.compile(r'<!--guide:(?:corrections|open-checks|countries)|href="guide:[^"]*"[^>]*></a>')
"""Text of other pages: the editor's notes and countries of all, and the title of what a link without words leads to."""
_DATE = re.compile(r"^\s*<p>([^<]*)</p>\s*<p>")
_LIST_TAG = re.compile(r"</?(?:ul|li)>")
_TAG = re.compile(r"<[^>]+>")
_URL = re.compile(r"[,.]?\s+<?https?://\S*[^\s.>]>?")
_MARKS = "".join(sign for sign in map(chr, range(0x300, 0x10A0)) if unicodedata.category(sign) in ("Mn", "Mc"))
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
"""Also a vowel sign, as in Arabic and Hindi, where Python ends a word."""
_WORD = re.compile(rf"{_LETTER}+(?:[-'’.&/]{_LETTER}+)*")
_LITTLE_WORDS = frozenset({"and", "for", "of", "the"})
_POSSESSIVE = re.compile(r"['’]s$")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")

Entry = dict[str, Any]


@dataclass(frozen=True)
class SearchedPage:
    """A page to index."""

    path: str
    """The path of its file below `docs/`."""
    url: str
    """Its URL, relative to the site's root."""
    title: str
    """Its title in the navigation."""
    html: str
    """Its content, with links and the bibliography resolved."""


def mark_asides(html: str) -> str:
    """Exclude footnotes, backlinks and other asides from the index, by Material's `data-search-exclude`.

    Editor's notes are excluded too, as the page of corrections is indexed. The start tags of blocks around terms are
    removed: at each end tag, Material's parser would search all headings before it; it ignores the stray end tags.
    """
    return _ASIDE.sub(lambda aside: f'{aside[0]} data-search-exclude="true"', html.replace(_BLOCK_OF_TERM, ""))


def without_inner_attributes(html: str) -> str:
    """Remove the attributes for search and print, such as the alternative names of a heading."""
    return _INNER_ATTRIBUTE.sub("", html) if "data-search-" in html or "data-print-" in html else html


def is_complete(html: str) -> bool:
    """Return whether a page has all of its text already, though its links are not resolved."""
    return not _LATER.search(html)


@dataclass(frozen=True)
class Amender:
    """Adds the names and boosts from a guide's data to Material's entries."""

    names: Mapping[str, Sequence[str]]
    """The other names of terms and events, by location."""
    boosts: Mapping[str, float]
    """Their boosts, by location."""
    bases: Collection[str]
    """The words of all terms."""
    is_folded: bool = False
    """Whether the search itself knows a word without its accents."""
    stop_words: frozenset[str] = frozenset()
    """The words of terms that the search would leave out."""

    @classmethod
    def of(cls, guide: Guide, urls: Mapping[str, str], *, is_folded: bool = False) -> Amender:
        """Return the amender of a guide; `urls` are those of its pages of data, by file."""
        boosts = {_location(term, urls): _TERM for term in guide.terms}
        boosts |= {_location(event, urls): _EVENT for event in guide.events}
        bases = _LITTLE_WORDS | {word for term in guide.terms for word in _words(term.name) if len(word) > 3}
        names = (name for term in guide.terms for name in (term.name, *(alias.text for alias in term.aliases)))
        stop_words = frozenset() if is_folded else named_stop_words(names)
        return cls(_names(guide, urls), boosts, bases, is_folded, stop_words)

    def amend(self, entries: Iterable[Entry], page: SearchedPage) -> list[Entry]:
        """Amend the entries of a page."""
        if _GATHERED in page.html:
            return [_gathered(entry) if "#" in entry["location"] else self._amended(entry, page) for entry in entries]
        own = {f"{page.url}#{heading['id']}": [unescape(heading["names"])] for heading in _headings(page.html)}
        return [self._amended(entry, page, own) for entry in entries]

    def _amended(self, entry: Entry, page: SearchedPage, own: Mapping[str, Sequence[str]] | None = None) -> Entry:
        location = entry["location"]
        if location == page.url:
            return self._with_fields(entry, [page.title], _PAGE)
        names = self.names[location] if location in self.names else (own or {}).get(location, ())
        return self._with_fields(entry, names, self.boosts.get(location, 1.0))

    def _with_fields(self, entry: Entry, names: Iterable[str], boost: float) -> Entry:
        """Add the boost and the fields that are only searched to an entry."""
        location, title, text = entry["location"], entry["title"], " ".join(entry["text"].split())
        if "#event-" in location:
            text = _DATE.sub(r"<p>\1: ", text)
        amended = {
            **entry,
            "text": text.replace("> <", "><").strip(),
            **self._name_fields(title, names),
            "spellings": _joined(self._spellings(text), but=_words(title)),
            "boost": round(boost * (1 + _SHORT / max(len(_words(title)), 1)), 3),
        }
        return {name: value for name, value in amended.items() if name in entry or value not in ("", 1.0)}

    def _name_fields(self, title: str, names: Iterable[str]) -> dict[str, str]:
        """Return the name fields of an entry."""
        called = _words(title)
        found: dict[str, list[str]] = {"names": [], "parts": self._spellings(title), "endings": []}
        for name in names:
            words = _words(name)
            for word in (*words, *self._spellings(name)):
                is_own = len(words) == 1 and word.startswith(tuple(called))
                lengthens = any(word[:end] in self.bases for end in range(1, len(word)))
                found["endings" if lengthens and not is_own else "names" if len(words) == 1 else "parts"].append(word)
        return {field: _joined(_longest(words), but=called) for field, words in found.items()}

    def _spellings(self, text: str) -> list[str]:
        return _spellings(text, without_accents=not self.is_folded, stop_words=self.stop_words)


def finished_index(
    index: Mapping[str, Any],
    sources: Iterable[Source],
    bibliography: SearchedPage | None,
    notes: Iterable[Entry] = (),
    language: str = "en",
) -> dict[str, Any]:
    """Add the engine's fields, the notes and the sources on the bibliography page to Material's parsed index."""
    config = {**index["config"], "separator": SEPARATOR, "fields": {**index["config"]["fields"], **FIELDS}}
    listed = _source_entries(sources, bibliography, language) if bibliography else ()
    return {"config": config, "docs": [*index["docs"], *notes, *listed]}


def _headings(html: str) -> Iterator[re.Match[str]]:
    """Find the headings that have other names."""
    return _NAMED_HEADING.finditer(html) if "data-search-names" in html else iter(())


def _names(guide: Guide, urls: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the other names of terms and events, by location."""
    names: dict[str, list[str]] = {}
    for term in guide.terms:
        former = [former.text.replace("-", " ") for former in term.former_ids]
        text = " ".join(term.definition.text.casefold().split())  # words of the text would count twice
        deprecated = [name.text for name in term.deprecated if name.text.casefold() not in text]
        names[_location(term, urls)] = [*(alias.text for alias in term.aliases), *deprecated, *former]
    for event in guide.events:
        former = [former.text.replace("-", " ") for former in event.former_ids]
        names[_location(event, urls)] = [event.date.words, *former]
    return names


def _location(entry: Term | Event, urls: Mapping[str, str]) -> str:
    page = KEY_TERMS_PAGE if isinstance(entry, Term) else TIMELINE_PAGE
    return f"{urls.get(page, page)}#{entry.anchor}"


def _gathered(entry: Entry) -> Entry:
    """Rank an entry of the collected editor's notes last, and make each note a separate block."""
    return {**entry, "text": _LIST_TAG.sub("", " ".join(entry["text"].split())), "boost": _CORRECTION}


def _longest(words: Sequence[str]) -> list[str]:
    """Remove words that are prefixes of others: a search for the prefix finds the longer word, and would count both."""
    return [
        word for word in words if len(word) < 3 or not any(other != word and other.startswith(word) for other in words)
    ]


def _source_entries(sources: Iterable[Source], page: SearchedPage, language: str) -> Iterator[Entry]:
    """Yield an entry for each source on the bibliography page."""
    written = _written_sources(page.html)
    for source in sources:
        if source.anchor in written:
            authors = (source.fields.get("author") or source.fields.get("editor", "")).split(" and ")
            names = ", ".join(author if "{" in author else _surname(author) for author in authors)
            yield {
                "location": f"{page.url}#{source.anchor}",
                "title": title_in_language(escape(source.title, quote=False), source.fields, language),
                "text": f"<p>{escape(written[source.anchor], quote=False)}</p>",
                "author": _joined([*_words(names), *_spellings(names)]),
                "boost": _CORPORATE_AUTHOR if "{" in names else _PERSON,
            }


def _surname(author: str) -> str:
    """Return `Winters` for `Winters, Georgia M.`; with first names, "and" would find Andrea."""
    surname, _, given = author.partition(",")
    return surname if given else author.split()[-1] if author.split() else ""


def _written_sources(html: str) -> dict[str, str]:
    """Return the text of each source on the bibliography page, by id, without URLs and backlinks."""
    root = lxml_html.fragment_fromstring(html, create_parent=True)
    written = {}
    for item in root.iter("li"):
        if item.get("id", "").startswith("ref-"):
            for links in item.find_class("guide-backlinks"):
                links.drop_tree()
            text = " ".join(_URL.sub("", item.text_content()).split())
            written[item.get("id", "")] = f"{text.rstrip('.')}."
    return written


def _words(text: str) -> list[str]:
    """Split a text into case-folded words, with `children's` as `children`."""
    found = (word.casefold() for word in _WORD.findall(unescape(_TAG.sub(" ", text))))
    return [_POSSESSIVE.sub("", word) for word in found]


def _spellings(text: str, *, without_accents: bool = True, stop_words: frozenset[str] = frozenset()) -> list[str]:
    """Return alternative spellings of words: `e safety` for eSafety, `covid19` for COVID-19, `campos` for Câmpos."""
    different = dict.fromkeys(unescape(_TAG.sub(" ", text)).split())
    return [spelling for words in different for spelling in _other_spellings(words, without_accents, stop_words)]


@lru_cache(maxsize=1 << 15)
def _other_spellings(words: str, without_accents: bool, stop_words: frozenset[str]) -> tuple[str, ...]:
    """Return the alternative spellings in a part of a text without spaces."""
    if _is_usual(words) and not stop_words:
        return ()
    spellings = []
    for word in _WORD.findall(words):
        spellings += indexed_spellings(word, stop_words)
        if _is_usual(word):
            continue
        plain = "".join(each for each in unicodedata.normalize("NFKD", word) if not unicodedata.combining(each))
        if "-" in word:
            spellings.append(plain.replace("-", ""))
        elif without_accents and plain != word:
            spellings.append(plain)
        parts = _HUMP.split(plain)
        spellings += parts if len(parts) > 1 else []
    return tuple(spelling.casefold() for spelling in spellings)


def _is_usual(word: str) -> bool:
    """Return whether a word has no alternative spelling: a fast path for most words, also with punctuation."""
    return word.isascii() and word[1:].islower() and "-" not in word


def _joined(words: Iterable[str], *, but: Iterable[str] = ()) -> str:
    """Join the distinct words, without those in `but`: repeated words would outweigh a title."""
    known = set(but)
    return " ".join(dict.fromkeys(word for word in words if word not in known))
