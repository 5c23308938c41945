"""Prove that nothing of a document is lost: each word stands in a file of the guide, or in a list of the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape

from studyguide.authoring.documents.inventory import words_of
from studyguide.authoring.refused import RefusedError

_MARKUP = re.compile(
    r"\[\^\d+\]:?|\[@[^\]]*\]"  # calls of notes, citations
    r"|(?<!\\)\*+|</?(?:su[bp]|span|figure|figcaption)\b[^>]*>"  # looks
    r"|\]\([^)\s]*\)"  # addresses of links and pictures
    r"|\{#[\w-]+\}"
)
_BREAK = re.compile(r"<br>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SHOWN = 30


@dataclass(frozen=True)
class Kept:
    """Text of the document in a file of the guide."""

    path: str
    """The file, relative to the guide's folder."""
    text: str
    """Its text as the file has it."""
    words: str = ""
    """The words in it, where the file writes them in another way than Markdown does."""


def plain_markdown(text: str) -> str:
    """Return the words of Markdown that the import has written."""
    return unescape(_ESCAPE.sub(r"\1", _BREAK.sub(" ", _MARKUP.sub("", text))))


def check_words(document: Counter[str], kept: Iterable[Kept], listed: Iterable[str]) -> None:
    """Raise `RefusedError` with the words of a document that are neither kept nor listed."""
    found = words_of(item.words or plain_markdown(item.text) for item in kept) + words_of(listed)
    if missing := document - found:
        shown = ", ".join(f'"{word}"' for word in list(missing)[:_SHOWN])
        raise RefusedError(
            f"The import stops, since these words of the document would be lost: {shown}. Nothing was made. "
            "Please report it, with the document if you may show it."
        )


def check_counts(counts: Mapping[str, tuple[int, int]]) -> None:
    """Raise `RefusedError` where more of a kind, such as notes, is in the document than was kept or listed.

    `counts` has both numbers by the name of the kind.
    """
    for kind, (there, found) in counts.items():
        if found < there:
            raise RefusedError(
                f"The import stops, since {there - found} of {there} {kind} of the document would be lost. Nothing was "
                "made. Please report it, with the document if you may show it."
            )


def check_files(kept: Iterable[Kept], files: Mapping[str, str]) -> None:
    """Raise `RefusedError` if a text that was kept is not in its file."""
    for item in kept:
        if item.text not in files[item.path]:
            raise RefusedError(f"The import stops, since a text would be lost on its way to {item.path}: {item.text}")
