"""Find addresses of the Web that a slip of the keyboard or of copying broke: `https: //un.org`, `http://www.un,org`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.diagnostics.diagnostic import Finding, finding

_SITE = r"(?:[\w-]+\.)+[^\W\d_]{2,}"
_REST = r"(?P<rest>[^\s<>\"`{}\[\]()|]*)"
_GAP = r"[ \t\xa0]"
_SPACED = re.compile(  # each pattern starts with a literal, which lets re scan quickly
    rf"http(?<!\whttp)s?(?=\S?\S?\S?{_GAP}){_GAP}?:{_GAP}?/{_GAP}?/{_GAP}?(?={_SITE}){_REST}"
    rf"|http(?<!\whttp)s?://www\.{_GAP}(?=[\w-]+\.[^\W\d_]{{2,}}){_REST.replace('rest', 'site')}"
)
_MISSPELT = re.compile(
    rf"""http(?<![\w/]http)(?:
        s?(?: // | :/ | :///+ | ;\ ?// | [.,]// | :?\\+ ) (?!/)
      | (?: ps? | ss | s?:?//\s?https? ) :?//
    )(?={_SITE}){_REST}""",
    re.VERBOSE,
)
_OTHER_SCHEME = re.compile(rf"://(?<!\bhttp://)(?<!\bhttps://)(?={_SITE}){_REST}")
_SCHEME_SLIP = re.compile(r"(?<![\w/])(?:hhttps?|hppts?|htps?|htpps?|htts|htttps?|ttps?)\Z")
_HOST = re.compile(r"http(?<!\whttp)s?://(?P<host>[^\s/?#<>\"'`()\[\]{}|\\]+)")
_TWO_ADDRESSES = re.compile(r",(?:https?:|www\.)", re.IGNORECASE)
_SOUND_HOST = re.compile(r"localhost|[\w-]+(?:\.[\w-]+)*\.(?:[^\W_]*[^\W\d_][^\W_]+|\d{1,3})\.?", re.IGNORECASE)


def address_slips(text: str) -> Iterator[tuple[int, Finding]]:
    """Yield the offset of each broken address in a text, with what to write."""
    if "//" not in text and "http" not in text:
        return
    for found in _SPACED.finditer(text):
        yield found.start(), finding("dead-address", "space", address=re.sub(r"\s", "", found[0]).rstrip(".,;:"))
    for start, rest in _misspelt(text):
        yield start, finding("dead-address", "beginning", address=f"https://{rest.rstrip('.,;:')}")
    for found in _HOST.finditer(text):
        host = found["host"].rpartition("@")[2].rstrip(".,;:!*").partition(":")[0]
        if re.search(r"\w", host) and not _SOUND_HOST.fullmatch(host) and not _is_told(host, found["host"]):
            meant = re.sub(r"[.,]+", ".", host).strip(".")
            is_clear = _SOUND_HOST.fullmatch(meant) is not None
            yield found.start(), finding("dead-address", "comma" if is_clear else "host", host=host, meant=meant)


def _misspelt(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of each address with a misspelt beginning, and what stands behind that."""
    yield from ((found.start(), found["rest"]) for found in _MISSPELT.finditer(text))
    for found in _OTHER_SCHEME.finditer(text):
        if scheme := _SCHEME_SLIP.search(text[max(found.start() - 8, 0) : found.start()]):
            yield found.start() - len(scheme[0]), found["rest"]


def _is_told(host: str, written: str) -> bool:
    """Tell whether a host belongs to a slip that is told, or to two addresses with a comma between them."""
    return host.lower() in ("http", "https", "www") or _TWO_ADDRESSES.search(written) is not None
