"""Find the title of a source, which a style sets in quotation marks or italics."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studyguide.authoring.documents.references.marked_text import CLOSE, GAP, ITALIC, OPEN, unmarked

_END = rf"(?=\s*(?:[,.;:()\[\]{OPEN}{CLOSE}{GAP}]|$))"
QUOTED = (
    r"[“„\"](?P<double>[^“”„\"]+)[”“\"]"
    r"|«\s*(?P<angled>[^«»]+?)\s*»|»(?P<turned>[^«»]+)«|‹(?P<single_angled>[^‹›]+)›"
    rf"|(?<!\w)[‘'‚](?P<single>[^‘“”\"{OPEN}{CLOSE}]+?(?:(?<=[.,?!…])[’'‘](?!\w)|[’'‘]{_END}))"
)
_TITLE = re.compile(rf"(?P<quoted>{QUOTED})|{ITALIC}")
_QUOTATION_MARKS = re.compile('[“”„"«»]')


@dataclass(frozen=True)
class Title:
    """A title with its place in a line."""

    text: str
    start: int
    end: int
    is_quoted: bool


def find_title(line: str) -> Title | None:
    """Return the first text in quotation marks or italics."""
    found = _TITLE.search(line)
    return Title(_text(found), *found.span(), bool(found["quoted"])) if found else None


def clean_title(text: str) -> str:
    """Return a title without the punctuation of the reference around it."""
    title = unmarked(text).strip().rstrip(",;: ")
    if title.endswith(".") and not title.endswith("...") and not re.search(r"\b[A-Z]\.[A-Z]\.$", title):
        title = title.rstrip(".").rstrip()
    return re.sub(r"(?<!\.)\.(?=[’'”]$)", "", title.strip())


def has_stray_quotes(line: str) -> bool:
    """Tell whether a quotation mark is left, so that a title has begun or ended elsewhere."""
    return bool(_QUOTATION_MARKS.search(line))


def _text(found: re.Match[str]) -> str:
    names = ("double", "angled", "turned", "single_angled", "italic")
    inside = next((found[name] for name in names if found[name]), None)
    return clean_title(inside if inside is not None else found["single"][:-1])
