"""Turn what citeproc rendered into pieces of text with marks, which a script needs no HTML to show."""

from __future__ import annotations

import re
from html.parser import HTMLParser

Piece = dict[str, str]
"""`text`, and what is not plain: `marks`, `lang`, the address of a `link`; or a `slot` for a script to fill."""
_MARKS = {"strong": "b", "b": "b", "em": "i", "i": "i", "sup": "u", "sub": "d"}
_SMALL_CAPITALS = "smallcaps"
_SPACES = re.compile(r"[ \t\r\n]+")
_BLOCKS = frozenset({"div", "p", "br", "li"})


def text_pieces(html: str) -> list[Piece]:
    """Return the pieces of a rendered citation, in order; neighbours differ in their marks or languages.

    In a 'Cite' line (see `guide_citation`) without title and address these are slots.
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.pieces


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._open: list[tuple[str, str, str, str]] = []
        """The elements around the text, each as its name, mark, language and address."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS and self.pieces:
            self._add({"text": " "})
        if tag != "br":
            self._open.append((tag, _mark(tag, values), values.get("lang", ""), values.get("href", "")))
        if "data-cite-title" in values:
            self._add({"slot": "title"})
        if "data-cite-address" in values:
            before, after = values["data-cite-address"] or ", ", values.get("data-cite-after", "")
            self._add({"slot": "address", "before": before, "after": after})

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, *_ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._add({"text": _SPACES.sub(" ", data)})

    def _add(self, piece: Piece) -> None:
        marks = "".join(dict.fromkeys(mark for _, mark, _, _ in self._open))
        language = next((lang for _, _, lang, _ in reversed(self._open) if lang), "")
        link = next((address for *_, address in self._open if address), "")
        facts = {"marks": marks, "lang": language, "link": link}
        piece |= {name: fact for name, fact in facts.items() if fact}
        before = self.pieces[-1] if self.pieces else None
        if before and "text" in piece and "text" in before and _looks(piece) == _looks(before):
            before["text"] = _SPACES.sub(" ", before["text"] + piece["text"])
        else:
            self.pieces.append(piece)


def _mark(tag: str, values: dict[str, str]) -> str:
    if _SMALL_CAPITALS in values.get("class", "").split():
        return "c"
    return _MARKS.get(tag, "")


def _looks(piece: Piece) -> tuple[str, str, str]:
    return piece.get("marks", ""), piece.get("lang", ""), piece.get("link", "")
