"""Read pandoc's inline elements, as its JSON has them, as runs of text.

https://hackage.haskell.org/package/pandoc-types/docs/Text-Pandoc-Definition.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from studyguide.authoring.documents.citations.cited import cited_at
from studyguide.authoring.documents.normalise.foreign_words import language_at
from studyguide.authoring.documents.normalise.picture_texts import picture_text
from studyguide.authoring.documents.text.blocks import Picture
from studyguide.authoring.documents.text.runs import TAB, CitedItem, Run, Text, plain
from studyguide.data.redirectors import page_behind

Inline = Mapping[str, Any]
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "Emph": {"italic": True},
    "Strong": {"bold": True},
    "Underline": {"italic": True},  # Markdown has no underline, and both emphasise
    "Superscript": {"superscript": True},
    "Subscript": {"subscript": True},
    "SmallCaps": {"small_capitals": True},
    "Strikeout": {},
}
_BLANKS = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_WORDS = frozenset(("Str", *_BLANKS))
_PLAIN = Run("")


@dataclass(frozen=True)
class InlineReader:
    """Reads the text of one document."""

    number_of_note: Callable[[list[Any]], int]
    """Keeps the blocks of a note, and returns its number."""

    def text(self, inlines: Iterable[Inline]) -> Text:
        """Return inlines as text, each run as long as it looks alike; pictures are left out."""
        return merged(self._runs(inlines, _PLAIN))

    def _runs(self, inlines: Iterable[Inline], look: Run) -> Iterator[Run]:
        """Yield the runs of inlines; words with the blanks between them are one, since a run a word takes long."""
        for is_words, group in groupby(inlines, key=lambda inline: inline["t"] in _WORDS):
            if is_words:
                yield replace(look, text="".join(map(_letters, group)))
            else:
                for inline in group:
                    yield from self._run(inline["t"], inline.get("c"), look)

    def _run(self, kind: str, content: Any, look: Run) -> Iterator[Run]:
        match kind:
            case "Code" | "Math" | "RawInline":
                yield replace(look, text=content[1])
            case "Quoted":
                opening, closing = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
                yield replace(look, text=opening)
                yield from self._runs(content[1], look)
                yield replace(look, text=closing)
            case "Note":
                yield replace(_PLAIN, note=self.number_of_note(content))
            case "Link" if cited := cited_at(content[2][0]):
                yield from _citation(tuple(self._runs(content[1], look)), cited, look)
            case "Link" if language := language_at(content[2][0]):
                yield from self._runs(content[1], replace(look, language=language))
            case "Link":
                address = page_behind(content[2][0]) or content[2][0]  # Google Docs leads through a page of its own
                yield from self._runs(content[1], replace(look, address=address))
            case "Span":
                attributes = dict(content[0][2])
                yield from self._runs(content[1], replace(look, language=attributes.get("lang", look.language)))
            case "Underline" if look.address:  # it shows that this is a link
                yield from self._runs(content, look)
            case _ if kind in _LOOKS:
                yield from self._runs(content, replace(look, **_LOOKS[kind]))


def _letters(inline: Inline) -> str:
    return _BLANKS.get(inline["t"]) or str(inline["c"]).replace(TAB, "\t")


def _citation(printed: Text, cited: tuple[CitedItem, ...], look: Run) -> Iterator[Run]:
    """Yield what is printed as one run that names its sources, so that none is lost and none counts twice."""
    yield replace(look, text=plain(printed), cited=cited)
    yield from (run for run in printed if run.note)


def merged(runs: Iterable[Run]) -> Text:
    """Join neighbours that look alike, and leave empty runs out."""
    parts: list[Run] = []
    for look, group in groupby(runs, key=lambda run: replace(run, text="")):
        alike = list(group)
        parts += alike if look.note or look.cited else [replace(look, text="".join(run.text for run in alike))]
    return tuple(run for run in parts if run.text or run.note or run.cited)


def pictures(inlines: Iterable[Inline]) -> Iterator[Picture]:
    """Yield the pictures within inlines, at whatever depth."""
    for inline in inlines:
        content = inline.get("c")
        if not isinstance(content, list) or inline["t"] == "Note":
            continue
        if inline["t"] == "Image":
            description = plain(InlineReader(lambda _: 0).text(content[1]))
            yield Picture(content[2][0], description or picture_text(content[2][1]))
        else:
            nested = content[1] if inline["t"] in ("Link", "Span", "Quoted") else content
            yield from pictures(item for item in nested if isinstance(item, dict))
