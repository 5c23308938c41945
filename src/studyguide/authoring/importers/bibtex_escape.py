"""Escape text for BibTeX, so that no character of it is read as a LaTeX command."""

from __future__ import annotations

import re
import unicodedata

_COMMANDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    character: f"\\{character}" for character in "&%$#_"
}
_COMMAND = re.compile(r"[\\~^&%$#_]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")  # bidirectional controls can disguise a text
_NOT_IN_URLS = re.compile(r"[\s{}\\\"<>^`|]")
_WORD = re.compile(r"[^\W_](?:[\w.&’'/-]*[^\W_])?")
_SENTENCE_START = re.compile(r"(?:^|[:.?!–—]\s+)[^\w]*$")
_LONG = 4
"""The minimum length of the words by which a title is recognised as Written With Capitals."""


def one_line(text: str) -> str:
    """Return text on one line in NFC, without control, private-use and bidirectional characters."""
    text = unicodedata.normalize("NFC", _BIDI.sub("", text))
    return " ".join(
        "".join(
            character if unicodedata.category(character) not in ("Cc", "Co", "Cs") else " " for character in text
        ).split()
    )


def escaped(text: str) -> str:
    """Escape plain text for BibTeX; braces are removed, since they would group."""
    return _COMMAND.sub(lambda character: _COMMANDS[character[0]], one_line(re.sub(r"[{}]", "", text)))


def escaped_around_braces(text: str) -> str:
    """Escape text but keep its braces, which protect capitals or corporate names; remove them if unbalanced."""
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            break
    if depth:
        return escaped(text)
    line = one_line(re.sub(r"\{\s*\}", "", text))
    return _COMMAND.sub(lambda character: _COMMANDS[character[0]], line)


def escaped_title(title: str) -> str:
    """Escape a plain English title, with braces around capitals that every style keeps: `{UNICEF}`, `{Portugal}`.

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
    """Escape a part of a line for BibTeX, keeping the spaces at its ends."""
    return _COMMAND.sub(lambda character: _COMMANDS[character[0]], text)


def safe_url(address: str) -> str:
    """Percent-encode the characters that a URL may not contain (https://www.rfc-editor.org/rfc/rfc3986#section-2.1)."""
    address = one_line(address)
    return _NOT_IN_URLS.sub(lambda character: "".join(f"%{byte:02X}" for byte in character[0].encode()), address)
