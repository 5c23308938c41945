"""Write the script that makes a draft of a position paper in the browser, with what it needs to know of the guide.

It is loaded when a reader asks for a draft. The sources, and the guide itself, are cited as citeproc has rendered them.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from studyguide.citeproc.guide_citation import OWN_KEYS, GuideCitation
from studyguide.citeproc.notes import RenderedCitations
from studyguide.citeproc.repetitions import FIRST, FIRST_NOTE, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Repetition
from studyguide.citeproc.self_citation import Citations
from studyguide.data.collation import collation_key
from studyguide.labels.catalogue import Labels
from studyguide.labels.direction import text_direction
from studyguide.markdown.chapter import Chapter, Note
from studyguide.outputs.book import TitlePage
from studyguide.outputs.site.portable import online_address
from studyguide.outputs.site.text_pieces import Piece, text_pieces

SCRIPT = "assets/position-paper.js"
"""Its path in the site."""
_SCRIPTS = Path(__file__).with_name("paper")
_ORDER = ("direction", "zip", "docx", "markdown", "preview", "draft", "api")
"""Each script before those that use it."""
_GUIDE = ""
"""The guide itself among the works cited."""
_REPEATED = {SUBSEQUENT: FIRST, IBID: SUBSEQUENT, IBID_WITH_LOCATOR: SUBSEQUENT}
"""The forms of repeated citations, each with the one that a draft takes where a style has none."""
_NUMBER = re.compile(r'<div class="csl-left-margin">\W*\d+\W*</div>')


@dataclass(frozen=True)
class CitedPage:
    """A page that can be quoted."""

    chapter: Chapter
    url: str
    """Its URL, relative to the site's root."""
    address: str = ""
    """The URL by which it is cited; empty where the guide has none."""


@dataclass(frozen=True)
class PaperData:
    """What a draft needs to know of a guide."""

    pages: Sequence[CitedPage]
    rendered: RenderedCitations
    citations: Citations
    """What cites the guide."""
    title_page: TitlePage
    labels: Labels
    package: Mapping[str, str]
    """The parts of the Word file that are the same for each draft, by name."""
    section: str
    """The settings of its section, as XML."""

    def script(self) -> str:
        """Return the script, which sets `studyguidePaper`."""
        data = json.dumps(self._data(), ensure_ascii=False, separators=(",", ":"))
        scripts = [(_SCRIPTS / f"{name}.js").read_text(encoding="utf-8") for name in _ORDER]
        return "\n".join(["(function () {", f"const PAPER = {data};", *scripts, "})();", ""])

    def _data(self) -> dict[str, Any]:
        return {
            "isRight": text_direction(self.title_page.language) == "rtl",
            "labels": _words(self.labels),
            "facts": _facts(self.title_page, self.labels),
            "pages": {_name(page): self._page(page) for page in self.pages},
            "whole": dict(self._of_guide(is_part=False)),
            "part": dict(self._of_guide(is_part=True)),
            "sources": {key: self._source(key) for key in self.rendered.entries},
            "works": self._works(),
            "package": {"parts": dict(self.package), "section": self.section},
        }

    def _page(self, page: CitedPage) -> dict[str, Any]:
        chapter, titled = page.chapter, self.citations.titled
        return {
            "url": page.url,
            "address": page.address,
            "title": chapter.title,
            "cited": titled(chapter.title),
            "sections": {each.id: titled(each.title) for each in chapter.sections if each.level > 1},
            "notes": {note.number: self._cited(chapter, note) for note in chapter.notes if note.citations},
        }

    def _cited(self, chapter: Chapter, note: Note) -> list[tuple[str, int]]:
        """Return the sources of a note, each with which of its places is the same."""
        items = chain.from_iterable(chapter.citations[number].cite_items for number in note.citations)
        return [(item.key, self._suffixes[item.key].index(item.suffix)) for item in items]

    @cached_property
    def _suffixes(self) -> dict[str, list[str]]:
        """Return the suffixes with which each source is cited, the empty one first."""
        found: dict[str, list[str]] = defaultdict(list)
        for position, key, suffix in self.rendered.at_positions:
            if position == FIRST:
                found[key].append(suffix)
        return {key: sorted(suffixes, key=bool) for key, suffixes in found.items()}

    def _source(self, key: str) -> dict[str, Any]:
        entry = text_pieces(_NUMBER.sub("", self.rendered.entries[key]))
        places = [dict(self._at_positions(key, suffix, entry)) for suffix in self._suffixes.get(key, ())]
        return {"entry": entry, "notes": places or [{FIRST: entry}]}

    def _at_positions(self, key: str, suffix: str, entry: list[Piece]) -> Iterator[tuple[str, list[Piece]]]:
        """Yield the forms of a citation, without those that read as the one that is taken in their place."""
        yield FIRST, text_pieces(self.rendered.at_positions[Repetition(FIRST, key, suffix)]) or entry
        for position, other in _REPEATED.items():
            html = self.rendered.at_positions.get(Repetition(position, key, suffix))
            if html and html != self.rendered.at_positions.get(Repetition(other, key, suffix)):
                yield position, _with_number(text_pieces(html))

    def _of_guide(self, *, is_part: bool) -> Iterator[tuple[str, list[Piece]]]:
        """Yield the forms of a citation of the guide, or of a part of it."""
        lines = [(FIRST, self.citations), *_repeated_citations(self.rendered.at_positions)]
        for position, cite in lines:
            pieces = text_pieces(cite.of_part("") if is_part else cite.of_guide())
            yield position, [_with_sign(piece, cite.sign) for piece in _with_number(pieces)]

    def _works(self) -> list[str]:
        """Return the keys of the sources in the style's order, and the guide in its place by the alphabet.

        It comes last where the style numbers the sources in another order.
        """
        entries, own = self.rendered.entries, self._sorted_as(self.citations.of_guide())
        behind = (at for at, html in enumerate(entries.values()) if self._sorted_as(html) > own)
        is_numbered = any(map(_NUMBER.search, entries.values()))
        place = len(entries) if is_numbered else next(behind, len(entries))
        keys = list(entries)
        return [*keys[:place], _GUIDE, *keys[place:]]

    def _sorted_as(self, html: str) -> tuple[str, str]:
        text = "".join(piece.get("text", "") for piece in text_pieces(html))
        return collation_key(text, self.title_page.language)


def _repeated_citations(rendered: Mapping[Repetition, str]) -> Iterator[tuple[str, Citations]]:
    for position in _REPEATED:
        own = {key: rendered[place] for key in OWN_KEYS if (place := Repetition(position, key)) in rendered}
        if own:
            yield position, GuideCitation(partial(dict, own))


def _with_sign(piece: Piece, sign: str) -> Piece:
    return {**piece, "sign": sign} if piece.get("slot") == "title" else piece


def _with_number(pieces: list[Piece]) -> list[Piece]:
    """Return pieces with a slot in place of the number of the note that has the citation in full."""
    cut = ((piece, re.split(f"({FIRST_NOTE})", piece.get("text", ""))) for piece in pieces)
    return [
        {**piece, "slot": "number"} if text == str(FIRST_NOTE) else {**piece, "text": text} if text else piece
        for piece, texts in cut
        for text in texts
        if text or "slot" in piece
    ]


def _name(page: CitedPage) -> str:
    """Return the name by which notes know a page, also where its URL is that of a file: see `online_address`."""
    return online_address(page.url).removeprefix("./")


def _words(labels: Labels) -> dict[str, str]:
    gettext = labels.gettext
    return {
        # Translators: what a delegate writes before the conference, on the policy of a country.
        "title": gettext("Position paper"),
        "country": labels.labelled(gettext("Country")),
        # Translators: who represents a country at the conference, such as a school.
        "delegation": labels.labelled(gettext("Delegation")),
        # Translators: before words of the guide, in a draft that a delegate makes of own notes.
        "quotation": labels.labelled(gettext("Quotation from the guide")),
        "check": labels.labelled(gettext("Check before you quote")),
        # Translators: the heading of a list of sources, of those that are cited alone.
        "works": gettext("Works cited"),
        # Translators: the heading of notes that stand under no heading yet.
        "unsorted": gettext("Not sorted yet"),
        "through": gettext("Cited in: {places}", places=""),
        "place": gettext("{chapter}, {section}", chapter="{chapter}", section="{section}"),
    }


def _facts(title_page: TitlePage, labels: Labels) -> list[tuple[str, str]]:
    """Return what stands above the draft, each as its label and its text."""
    facts = ((labels.gettext("Committee"), title_page.committee), (labels.gettext("Topic"), title_page.title))
    return [(labels.labelled(label), text) for label, text in facts if text]
