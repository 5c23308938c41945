"""Prove that nothing of a document is lost: each word stands in a file of the guide, or in a list of the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath

from studyguide.authoring.documents.blocks import Content, pictures_in, texts
from studyguide.authoring.documents.inventory import Inventory, Item, words_of
from studyguide.authoring.documents.markdown_text import words_only
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
    """The file, or the folder of the file, relative to the guide's."""
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


def unread(inventory: Inventory, content: Content) -> list[Item]:
    """Return the notes and pictures that a document holds and nobody can see in it, such as those of deleted text."""
    notes = Counter(_letters(words_only(texts(note))) for note in content.notes.values())
    blocks = (content.blocks, *content.notes.values())
    pictures = Counter(PurePosixPath(picture.target).name for part in blocks for picture in pictures_in(part))
    return [
        *_beyond(notes, inventory.of("footnote", "endnote"), lambda item: _letters(item.text)),
        *_beyond(pictures, inventory.of("picture"), lambda item: PurePosixPath(item.name).name),
    ]


def _beyond(found: Counter[str], items: Iterable[Item], name_of: Callable[[Item], str]) -> Iterator[Item]:
    """Yield the items of which there are more than were found, by name."""
    left = Counter(found)
    for item in items:
        if left[name_of(item)]:
            left[name_of(item)] -= 1
        else:
            yield item


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def check_files(kept: Iterable[Kept], files: Mapping[str, str]) -> None:
    """Raise `RefusedError` if a text that was kept is not in its file; `files` are texts by path."""
    for item in kept:
        texts = [text for path, text in files.items() if path.startswith(item.path)]
        for line in filter(None, map(str.strip, item.text.splitlines())):  # those of a note are set in
            if not any(line in text for text in texts):
                raise RefusedError(f"The import stops, since a text would be lost on its way to {item.path}: {line}")
