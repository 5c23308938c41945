"""Write text from anywhere as text of BibTeX, so that no sign of it can be taken for a command."""

from __future__ import annotations

import re
import unicodedata

_COMMANDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "&%$#_"
}
_COMMAND = re.compile(r"[\\~^&%$#_]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they make text look like another
_NOT_IN_ADDRESSES = re.compile(r"[\s{}\\\"<>^`|]")
_WORD = re.compile(r"[^\W_](?:[\w.&’'/-]*[^\W_])?")
_SENTENCE_START = re.compile(r"(?:^|[:.?!–—]\s+)[^\w]*$")
_LONG = 4
"""As many letters a word has that shows whether a title is written With Capitals."""


def one_line(text: str) -> str:
    """Give text on one line, without the characters that show nothing or turn its direction."""
    text = unicodedata.normalize("NFC", _TURNS.sub("", text))
    return " ".join(
        "".join(sign if unicodedata.category(sign) not in ("Cc", "Co", "Cs") else " " for sign in text).split()
    )


def escaped(text: str) -> str:
    """Give plain text as BibTeX has it; braces, which would be its own, are left out."""
    return _COMMAND.sub(lambda sign: _COMMANDS[sign[0]], one_line(re.sub(r"[{}]", "", text)))


def escaped_around_braces(text: str) -> str:
    """Give text whose braces keep capitals or an organisation's name together; where one lacks its partner, without."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            break
    if depth:
        return escaped(text)
    line = one_line(re.sub(r"\{\s*\}", "", text))
    return _COMMAND.sub(lambda sign: _COMMANDS[sign[0]], line)


def escaped_title(title: str) -> str:
    """Give a plain English title with braces around what keeps its capitals in every style: `{UNICEF}`, `{Portugal}`.

    In a title Written With Capitals a name looks like any other word, so that only words such as `UNICEF` get braces.
    """
    title = one_line(re.sub(r"[{}]", "", title))
    words = list(_WORD.finditer(title))
    inner = [word for word in words if not _SENTENCE_START.search(title[: word.start()])]
    long = [word for word in inner if len(word[0]) >= _LONG]
    has_capitals = len(long) > 1 and sum(word[0][0].isupper() for word in long) > len(long) / 2
    spans: list[list[int]] = []
    for word in words:
        keeps = word[0][1:] != word[0][1:].lower() or (word in inner and word[0][0].isupper() and not has_capitals)
        if keeps and spans and title[spans[-1][1] : word.start()] == " ":
            spans[-1][1] = word.end()
        elif keeps:
            spans.append([*word.span()])
    parts, end = [], 0
    for start, stop in spans:
        parts += [escaped_part(title[end:start]), "{", escaped_part(title[start:stop]), "}"]
        end = stop
    return "".join([*parts, escaped_part(title[end:])])


def escaped_part(text: str) -> str:
    """Give a part of a line as BibTeX has it, with the spaces at its ends."""
    return _COMMAND.sub(lambda sign: _COMMANDS[sign[0]], text)


def safe_address(address: str) -> str:
    """Give an address with the signs that no address may hold written as their numbers."""
    address = one_line(address)
    return _NOT_IN_ADDRESSES.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), address)
