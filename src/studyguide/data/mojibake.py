"""Recognise letters that were garbled between two encodings: `â€™` for `’`, `Ã©` for `é`.

A program read the bytes of UTF-8 as Windows-1252 or as Mac OS Roman, or those of Windows-1252 as ISO 8859-1. Only what
no language writes is taken for it: an É at the end of a word in capitals may well stand before a quotation mark.
"""

from __future__ import annotations

import unicodedata

_WINDOWS = {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)}
_WINDOWS |= {chr(code): code for code in range(0x80, 0xA0)}
"""The bytes that stand for a character in Windows-1252, in which five have none, and in ISO 8859-1."""
_NEXT = "[" + "".join(sign for sign, code in _WINDOWS.items() if code < 0xC0).replace("^", "\\^") + "]"
"""A byte of UTF-8 behind the first one."""
_CLOSING = "[”’“‘…»›–—™•\xa0]"
"""What may stand behind a word in capitals."""
GARBLED = (
    rf"(?:(?<![A-ZÀ-Þ])[ÂÃ]{_NEXT}|[ÂÃ](?!{_CLOSING}){_NEXT}|[ÂÃ]{_NEXT}(?=[A-Za-z])"
    rf"|â[€‚„†ˆ‰œ\x80\x82\x84\x86\x88\x89\x9c]{_NEXT}|ð[Ÿ\x9f]{_NEXT}{_NEXT}|ï»¿|ï¬[€‚ƒ„…†\x80-\x86])"
    r"|â€(?=[\s.,;:!?)]|\Z)"
    r"|‚Ä[^\x00-\x7f]|(?:(?<=[a-z])√|√(?=.[a-z]))[^\x00-\x7f√\s]"
    r"|(?:(?<=[a-z])|(?<!\w))Ã(?= [a-z])"
    r"|[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]"
)
"""The pattern of a garbled letter."""
GARBLED_SIGNS = "ÂÃâïð√‚\x80-\x9f"
"""The first characters of garbled letters, for a character class."""
_LOST_HALF = {"â€": "”", "Ã": "à"}
"""Letters of which a byte was lost: U+009D is nothing in Windows-1252, U+00A0 becomes a space."""


def degarbled(written: str) -> str:
    """Return what is meant by a match of `GARBLED`; the match itself where its bytes are none of UTF-8."""
    if written in _LOST_HALF:
        return _LOST_HALF[written]
    try:
        return _typed(_bytes_of(written).decode() if len(written) > 1 else written)
    except UnicodeError:
        return written


def _bytes_of(written: str) -> bytes:
    if written[0] in "‚√":
        return written.encode("mac-roman")
    return bytes(_WINDOWS[sign] for sign in written)


def _typed(text: str) -> str:
    """Return a character as it would be typed: none of ISO 8859-1's controls, no ligature, no byte order mark."""
    code = ord(text)
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252")
    return "" if text == "\ufeff" else unicodedata.normalize("NFKC", text) if 0xFB00 <= code <= 0xFB06 else text
