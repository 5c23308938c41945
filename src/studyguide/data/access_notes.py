"""Read an address, and the day on which it was accessed, from the fields in which BibTeX has them.

BibTeX knows neither `url` nor `urldate`, so that programs write howpublished = {\\url{...}} and
note = {[Online; accessed 19-July-2020]}; styles would print that in the publisher's place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from studyguide.data.edtf_hints import suggested_forms
from studyguide.data.official_series import UNPRINTED

_FIELDS = ("howpublished", "note", "addendum")
_DAY = (
    r"(?:last\s+)?(?:accessed|retrieved|viewed|visited)(?:\s+on)?:?\s+(?:on\s+)?(?P<day>[\w\s,./-]*?[0-9]{4}[\w./-]*?)"
)
_ONLINE = r"(?:\[?online\]?[.:;,]?\s*)?"
_LEADING = r"(?:(?:also\s+)?(?:available|retrieved|see|url|website)(?:\s+(?:at|from|online|via))*\s*:?\s*)?"
_URL = r"(?:\\(?:url|href)\{(?P<command>[^{}\s]+)\}(?:\{[^{}]*\})?|<?(?P<bare>https?://[^\s<>{}]+?)>?)"
_ADDRESS = re.compile(rf"{_ONLINE}{_LEADING}{_URL}[.,;]?(?:\s*[(\[]?{_DAY}[)\]]?)?\.?", re.IGNORECASE)
_ACCESSED = re.compile(rf"[(\[]?{_ONLINE}{_DAY}[)\]]?\.?", re.IGNORECASE)
_LAST = re.compile(rf"(?P<before>[^{{}}\\]+?)[\s,.;:(]+{_URL}[).]*", re.IGNORECASE)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def access_fields(fields: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return `url` and `urldate` in the place of each field that holds nothing else.

    A field that repeats the source's own falls away, and in `howpublished` other words may stand before an address.
    """
    changes: dict[str, dict[str, str]] = {}
    own = {name: fields[name] for name in ("url", "urldate") if name in fields}
    for name in _FIELDS:
        written = fields.get(name, "").strip()
        found = _ADDRESS.fullmatch(written) or _ACCESSED.fullmatch(written)
        last = _LAST.fullmatch(written) if name == "howpublished" and not found else None
        read = _read(found) if found else {}
        if last and "url" not in own:
            changes[name] = {name: last["before"], "url": last["command"] or last["bare"]}
        elif read and read.items() <= own.items():
            changes[name] = {UNPRINTED: written}
        elif read and own.keys().isdisjoint(read):
            changes[name] = read
        own |= {part: text for part, text in changes.get(name, {}).items() if part in ("url", "urldate")}
    return changes


def _read(found: re.Match[str]) -> dict[str, str]:
    """Return what a field says; nothing if its day cannot be read."""
    parts = found.groupdict()
    url, day = parts.get("command") or parts.get("bare"), parts["day"]
    dates = [day] if not day or _ISO.fullmatch(day) else suggested_forms(day)
    if len(dates) != 1 or (day and not _ISO.fullmatch(str(dates[0]))):
        return {}
    return {name: value for name, value in (("url", url), ("urldate", dates[0])) if value}
