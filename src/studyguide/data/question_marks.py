"""Find where a question ends, in any script.

The marks are the characters that Unicode names question marks, without those that begin a question (¿). The Greek one
looks like a semicolon, and normalised text has a semicolon in its place (Unicode, chapter 7.2).
"""

from __future__ import annotations

import re

_MARKS = "?\u037e\u061f\u1367\u1945\u203d\u2047-\u2049\u2cfa\u2cfb\u2e2e\ua60f\ua6f7\ufe16\ufe56\uff1f\U00011143"
_CLOSING = r"(?:['\"’”»›“)\]*_」』）】》〉]|\s[»›])"  # French puts a space within its quotation marks
_ARMENIAN = "\u055e[^\u0589]*\u0589?"
"""The Armenian mark stands above a word within the question, which ends with a full stop."""


def question_end(text: str, language: str = "en") -> int:
    """Return the offset behind the first question of a text, 0 if it holds none.

    Quotation marks and brackets that close behind its mark belong to it; a question within them, behind which the
    sentence goes on with a small letter, does not end it: `Who pays (and when?) for it?`
    """
    marks = f"{_MARKS};" if language.partition("-")[0] == "el" else _MARKS
    ends = list(re.finditer(rf"[{marks}][!{marks}]*(?P<closed>{_CLOSING}*)|{_ARMENIAN}", text))
    whole = (end for end in ends if not (end["closed"] and text[end.end() :].lstrip()[:1].islower()))
    end = next(whole, ends[-1] if ends else None)
    return end.end() if end else 0
