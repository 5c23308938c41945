"""Check a translation against its message: markup characters and placeholders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from studyguide.labels.catalogue import FORBIDDEN_SIGNS

_PLACEHOLDER = re.compile(r"\{\w*\}")
_CASES = {"{genitive}", "{accusative}"}
"""The date in another case, in place of `{date}`."""
_NUMBER = "{number}"


def forms_of(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the one form of a message, or its plurals."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def placeholders_of(text: str) -> set[str]:
    """Return the placeholders of a text, with their braces."""
    return set(_PLACEHOLDER.findall(text))


def forbidden_signs(text: str) -> list[str]:
    """Return the markup characters in a text, and the braces that enclose no placeholder."""
    return sorted(FORBIDDEN_SIGNS.union("{}").intersection(_PLACEHOLDER.sub("", text)))


def wrong_placeholders(message: Sequence[str], text: str) -> list[str]:
    """Return the placeholders that a translation lacks, and those that its message lacks.

    `message` is the English text, or its singular and plural, whose forms may leave the number out: "one page".
    """
    wanted, found = placeholders_of(message[-1]), placeholders_of(text)
    if "{date}" in wanted and "{date}" not in found and found & _CASES:
        found = found - _CASES | {"{date}"}
    return sorted((wanted ^ found) - ({_NUMBER} if len(message) > 1 else set()))
