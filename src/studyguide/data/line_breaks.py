"""Join the lines of a text in Chinese or Japanese: a line break between two of its characters is no space.

After CSS Text Level 3, section 4.1.3 (https://www.w3.org/TR/css-text-3/#line-break-transform), which browsers do not
follow yet, and pandoc's `east_asian_line_breaks`, by which the handout is set. Korean, which has spaces, is left alone.
"""

from __future__ import annotations

import re
from functools import cache

_WIDE = (
    r"\u2e80-\u2fdf\u3000-\u303f\u3041-\u3096\u3099-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    r"\uff01-\uff60\U00020000-\U000323af"
)
"""Han characters, kana, and their signs."""
_QUOTES = r"“”‘’…—"
"""Signs that are shared with other scripts, which count beside one of those."""
_FIRST = "\u2e80"
"""The first of those characters."""


@cache  # compiled for the languages that need it
def _break(end: str) -> re.Pattern[str]:
    """Return a pattern of the ends of lines between those characters, with the spaces around each."""
    space = rf"[ \t{end}]*{end}[ \t{end}]*"
    return re.compile(rf"(?<=[{_WIDE}]){space}(?=[{_WIDE}{_QUOTES}])|(?<=[{_QUOTES}]){space}(?=[{_WIDE}])")


def join_lines(text: str, before: str = "", after: str = "") -> str:
    """Return a text without its line breaks between Chinese characters; `before` and `after` stand beside it."""
    whole = _break("\n").sub("", f"{before}{text}{after}")
    return whole[len(before) : len(whole) - len(after)]


def join_folded(text: str) -> str:
    """Return a text whose line breaks YAML has made spaces, without those between Chinese characters."""
    return _break(" ").sub("", text) if max(text, default="") >= _FIRST else text
