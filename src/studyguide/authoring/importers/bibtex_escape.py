"""Escape text for BibTeX, so that no character of it is read as a LaTeX command."""

from __future__ import annotations

import re
import unicodedata

from studyguide.data.title_capitals import in_braces, name_spans, out_of_capitals

_COMMANDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    character: f"\\{character}" for character in "&%$#_"
}
_COMMAND = re.compile(r"[\\~^&%$#_]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")  # bidirectional controls can disguise a text
_NOT_IN_URLS = re.compile(r"[\s{}\\\"<>^`|]")
_WORD = re.compile(r"[^\W_](?:[\w.&’'/-]*[^\W_])?")


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
    title = out_of_capitals(one_line(re.sub(r"[{}]", "", title)))
    spans = [word.span() for word in _WORD.finditer(title) if word[0][1:] != word[0][1:].lower()]
    return in_braces(title, [*spans, *name_spans(title, when_unsure=True)], escaped_part)


def escaped_part(text: str) -> str:
    """Escape a part of a line for BibTeX, keeping the spaces at its ends."""
    return _COMMAND.sub(lambda character: _COMMANDS[character[0]], text)


def safe_url(address: str) -> str:
    """Percent-encode the characters that a URL may not contain (https://www.rfc-editor.org/rfc/rfc3986#section-2.1)."""
    address = one_line(address)
    return _NOT_IN_URLS.sub(lambda character: "".join(f"%{byte:02X}" for byte in character[0].encode()), address)
