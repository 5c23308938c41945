"""Write the text of a reference on one line, with signs where italics begin and end, so that patterns can see them."""

from __future__ import annotations

import re

from studyguide.authoring.documents.text.runs import Run, Text

OPEN, CLOSE, GAP = "\U000f0010", "\U000f0011", "\U000f0012"
"""The beginning and the end of italics, and what was taken out."""
ITALIC = rf"{OPEN}(?P<italic>[^{OPEN}{CLOSE}]+){CLOSE}"
_SIGNS = re.compile(f"[{OPEN}{CLOSE}{GAP}]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_EDGES = (
    (re.compile(rf"{CLOSE}(\s*){OPEN}"), r"\1"),
    (re.compile(rf"{OPEN}([\s.,:;(\[]+)"), rf"\1{OPEN}"),
    (re.compile(rf"([\s,:;(\[]+){CLOSE}"), rf"{CLOSE}\1"),
    (re.compile(rf"(?<!\.)\.{CLOSE}"), rf"{CLOSE}."),
    (re.compile(rf"{OPEN}(\d[\d/–-]*){CLOSE}"), r"\1"),
    (re.compile(rf"{OPEN}([^{CLOSE}]+?),\s*(\d+(?:\s*\(\d+\))?){CLOSE}"), rf"{OPEN}\1{CLOSE}, \2"),
    (re.compile(rf"{OPEN}((?:[Ii]n|[Dd]ans|[Ee]n):?\s+)(?=[A-ZÀ-Ý])"), rf"\1{OPEN}"),
    (re.compile(rf"{OPEN}{CLOSE}"), ""),
)
"""What a hand that marks italics leaves or takes too much of: a full stop, `*Journal, 12*`, `*In Title*`."""


def marked(text: Text) -> str:
    """Return a text on one line with signs around italics; without any where all of it is in italics."""
    line = " ".join(_INVISIBLE.sub("", "".join(map(_marked, text))).split())
    for pattern, instead in _EDGES:
        line = pattern.sub(instead, line)
    outside = re.sub(ITALIC, "", line)
    return line if re.search(r"\w", outside) else unmarked(line)


def unmarked(line: str) -> str:
    """Return a line without the signs."""
    return " ".join(_SIGNS.sub("", line).split())


def _marked(run: Run) -> str:
    if run.note or (run.superscript and run.text.strip().isdigit()):
        return ""
    text = _SIGNS.sub("", run.text).replace("\xa0", " ").replace("\u202f", " ")
    return f"{OPEN}{text}{CLOSE}" if run.italic and text else text
