"""Find addresses of the Web that a slip of the keyboard or of copying broke: `https: //un.org`, `http://www.un,org`.

A link to the own computer is one too: `http://127.0.0.1:8000/`, copied from the preview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.data.tracking import bare_redirectors, without_closing
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
        s?(?: // | :/ | :///+ | ;\ ?// | [.,]// | :?\\+ | : ) (?!/)
      | (?: ps? | ss | s?:?//\s?https? ) :?//
    )(?={_SITE}){_REST}""",
    re.VERBOSE,
)
_OTHER_SCHEME = re.compile(rf"://(?<!\bhttp://)(?<!\bhttps://)(?={_SITE}){_REST}")
_SCHEME_SLIP = re.compile(r"(?<![\w/])(?=[hps]*t)(?=[hts]*p)[htps]{3,7}\Z")  # any with these letters, but ssh and ftp
_HOST = re.compile(r"http(?<!\whttp)s?://(?P<host>[^\s/?#<>\"'`()\[\]{}|\\]+)")
_LOCAL = re.compile(
    r"(?:.+\.)?(?:localhost|local)|0\.0\.0\.0|(?:127|10)(?:\.\d+){3}"
    r"|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+",
    re.IGNORECASE,
)
"""Hosts of one computer, or of one network: RFC 1918, 6761 and 6762."""
_BEFORE_LINKS = ("](", "](<", "<", "]: ", "{")
"""What stands before the address of a link, and of a source."""
_TWO_ADDRESSES = re.compile(r",(?:https?:|www\.)", re.IGNORECASE)
_SOUND_HOST = re.compile(
    r"localhost|[\w-]+(?:\.[\w-]+)*\.(?:[^\W_]*[^\W\d_][^\W_]+|xn--[\w-]+|\d{1,3})\.?", re.IGNORECASE
)
_FULL_STOPS = re.compile("[\u3002\uff0e\uff61]")  # those of RFC 3490, section 3.1
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_KNOWN_END = re.compile(r"\.(?:com|edu|gov|info|int|net|org),(?=\w)", re.IGNORECASE)


def address_slips(text: str) -> Iterator[tuple[int, Finding]]:
    """Yield the offset of each broken address in a text, with what to write."""
    if "//" not in text and "http" not in text:
        return
    for found in _SPACED.finditer(text):
        yield found.start(), finding("dead-address", "space", address=re.sub(r"\s", "", found[0]).rstrip(".,;:"))
    for start, rest in _misspelt(text):
        yield start, finding("dead-address", "beginning", address=f"https://{rest.rstrip('.,;:')}")
    for start, _, page in bare_redirectors(text):
        yield start, finding("dead-address", "beginning", address=without_closing(page))
    for found in _HOST.finditer(text):
        host = found["host"].rpartition("@")[2]
        host = host.rstrip(".,;:!*" if text[found.end() : found.end() + 1] != "/" else ".;:!*").partition(":")[0]
        if text.endswith(_BEFORE_LINKS, 0, found.start()) and (message := _fault_of_link(host)):
            yield found.start(), finding("dead-address", message)
        elif re.search(r"\w", host) and not _is_sound(host) and not _is_told(host, found["host"]):
            meant = re.sub(r"[.,]+", ".", host).strip(".")
            slip = finding("dead-address", "comma", host=host, meant=meant)
            yield found.start(), slip if _is_sound(meant) else finding("doubtful-address", host=host)


def _fault_of_link(host: str) -> str:
    """Return the message on a host that no reader reaches; empty for any other. Prose may name one as an example."""
    return "local" if _LOCAL.fullmatch(host) else "" if re.search(r"\w", host) else "empty"


def _is_sound(host: str) -> bool:
    """Tell whether a host has the form of a domain name, also of an internationalised one (RFC 5890), or of a number.

    The vowel signs of Hindi or Thai are no letters to `re`.
    """
    return _SOUND_HOST.fullmatch(_NOT_ASCII.sub("a", _FULL_STOPS.sub(".", host))) is not None


def _misspelt(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of each address with a misspelt beginning, and what stands behind that."""
    yield from ((found.start(), found["rest"]) for found in _MISSPELT.finditer(text))
    for found in _OTHER_SCHEME.finditer(text):
        if scheme := _SCHEME_SLIP.search(text[max(found.start() - 8, 0) : found.start()]):
            yield found.start() - len(scheme[0]), found["rest"]


def _is_told(host: str, written: str) -> bool:
    """Tell whether a host belongs to a slip that is told, to two addresses, or to a sentence that goes on."""
    return host.lower() in ("http", "https", "www") or bool(_TWO_ADDRESSES.search(written) or _KNOWN_END.search(host))
