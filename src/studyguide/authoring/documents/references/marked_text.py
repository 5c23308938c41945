"""Write the text of a reference on one line, with signs where italics begin and end, so that patterns can see them.

A style that sets titles in bold, as that of Brazil does (ABNT NBR 6023), has its bold taken for italics.
"""

from __future__ import annotations

import re
from dataclasses import replace

from studyguide.authoring.documents.text.runs import Run, Text

OPEN, CLOSE, GAP = "\U000f0010", "\U000f0011", "\U000f0012"
"""The beginning and the end of italics, and what was taken out."""
CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(filter(str.isupper, map(chr, range(0x100, 0x180)))) + "ΆΈ-ΏΑ-ΫЀ-Яء-ي"
"""The letters with which names begin, for a class in a pattern: capitals, and those of Arabic, which has none."""
ITALIC = rf"{OPEN}(?P<italic>[^{OPEN}{CLOSE}]+){CLOSE}"
_SUBTITLE = re.compile(rf"{CLOSE}(?P<subtitle>: (?![A-ZÀ-Þ\W\d])[^.{OPEN}{CLOSE}]+)")
"""What stands behind a title in bold, which is not bold itself, and begins with a small letter."""
_SHOUTED = re.compile(rf"[{CAPITALS}]{{2,}}(?:[ ,][^{OPEN}]*)?\.\s*{OPEN}")
"""The beginning of a reference whose author is in capitals, as in Brazil, where subtitles are not in italics either."""
_SIGNS = re.compile(f"[{OPEN}{CLOSE}{GAP}]")
_COMMAS = str.maketrans("،؛", ",;")
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
    has_bold_title = _has_bold_title(text)
    runs = _with_bold_as_italics(text) if has_bold_title else text
    line = " ".join(_INVISIBLE.sub("", "".join(map(_marked, runs))).split())
    line = _SUBTITLE.sub(rf"\g<subtitle>{CLOSE}", line) if has_bold_title or _SHOUTED.match(line) else line
    if OPEN not in line:
        return line
    for pattern, instead in _EDGES:
        line = pattern.sub(instead, line)
    outside = re.sub(ITALIC, "", line)
    return line if re.search(r"\w", outside) else unmarked(line)


def _has_bold_title(text: Text) -> bool:
    """Tell whether a reference without italics has words in bold behind its beginning, which would be a label."""
    written = [run for run in text if run.text.strip()]
    return any(run.bold for run in written) and not (written[0].bold or any(run.italic for run in written))


def _with_bold_as_italics(text: Text) -> Text:
    return tuple(replace(run, italic=run.bold) for run in text)


def unmarked(line: str) -> str:
    """Return a line without the signs."""
    return " ".join(_SIGNS.sub("", line).split())


def _marked(run: Run) -> str:
    if run.note or (run.superscript and run.text.strip().isdigit()):
        return ""
    text = _SIGNS.sub("", run.text).replace("\xa0", " ").replace("\u202f", " ").translate(_COMMAS)
    return f"{OPEN}{text}{CLOSE}" if run.italic and text else text
