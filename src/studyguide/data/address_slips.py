"""Find addresses of the Web that a slip of the keyboard or of copying broke: `https: //un.org`, `http://www.un,org`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.diagnostics.diagnostic import Finding, finding

_SITE = r"(?:[\w-]+\.)+[^\W\d_]{2,}"
_REST = r"(?P<rest>[^\s<>\"`{}\[\]()|]*)"
_GAP = r"[ \t\xa0]"
_SPACED = re.compile(
    rf"\bhttps?(?=\S?\S?\S?{_GAP}){_GAP}?:{_GAP}?/{_GAP}?/{_GAP}?(?={_SITE}){_REST}"
    rf"|\bhttps?://www\.{_GAP}(?=[\w-]+\.[^\W\d_]{{2,}}){_REST.replace('rest', 'site')}",
    re.IGNORECASE,
)
_MISSPELT = re.compile(
    rf"""(?<![\w/])(?:
        https?(?: // | :/ | :///+ | ; ?// | [.,]// | :?\\\\+ ) (?!/)
      | (?: hhttps? | hppts? | htps? | htpps? | htts | htttps? | httpss | https?:?//\s?https? | ttps? ) :?//
    )(?={_SITE}){_REST}""",
    re.VERBOSE | re.IGNORECASE,
)
_HOST = re.compile(r"\bhttps?://(?P<host>[^\s/?#<>\"'`()\[\]{}|\\]+)", re.IGNORECASE)
_TWO_ADDRESSES = re.compile(r",(?:https?:|www\.)", re.IGNORECASE)
_SOUND_HOST = re.compile(r"localhost|[\w-]+(?:\.[\w-]+)*\.(?:[^\W_]*[^\W\d_][^\W_]+|\d{1,3})\.?", re.IGNORECASE)


def address_slips(text: str) -> Iterator[tuple[int, Finding]]:
    """Yield the offset of each broken address in a text, with what to write."""
    if "http" not in text.lower() and "//" not in text:
        return
    for found in _SPACED.finditer(text):
        yield found.start(), finding("dead-address", "space", address=re.sub(r"\s", "", found[0]).rstrip(".,;:"))
    for found in _MISSPELT.finditer(text):
        yield found.start(), finding("dead-address", "beginning", address=f"https://{found['rest'].rstrip('.,;:')}")
    for found in _HOST.finditer(text):
        host = found["host"].rpartition("@")[2].rstrip(".,;:!*").partition(":")[0]
        if re.search(r"\w", host) and not _SOUND_HOST.fullmatch(host) and not _is_told(host, found["host"]):
            meant = re.sub(r"[.,]+", ".", host).strip(".")
            is_clear = _SOUND_HOST.fullmatch(meant) is not None
            yield found.start(), finding("dead-address", "comma" if is_clear else "host", host=host, meant=meant)


def _is_told(host: str, written: str) -> bool:
    """Tell whether a host belongs to a slip that is told, or to two addresses with a comma between them."""
    return host.lower() in ("http", "https", "www") or _TWO_ADDRESSES.search(written) is not None
