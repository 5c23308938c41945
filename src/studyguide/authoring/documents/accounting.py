"""Prove that nothing of a document is lost: each word stands in a file of the guide, or in a list of the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import PurePosixPath

from studyguide.authoring.documents.files.inventory import Inventory, Item, words_of
from studyguide.authoring.documents.text.blocks import Content, pictures_in, rows_in, texts
from studyguide.authoring.documents.text.markdown_text import words_only
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.refused import RefusedError

_MARKUP = re.compile(
    r"\[\^\d+\]:?|(?<!\\)\[[^\[\]]*?(?<!\w)@[^\]]*\](?!\()"  # calls of notes, citations with what leads to them
    r"|(?<!\\)\*+|</?(?:su[bp]|span|figure|figcaption)\b[^>]*>"  # looks
    r"|(?<![\\!])\[|\]\([^)\s]*\)"  # links, and addresses of pictures
    r"|\{#[\w-]+\}"
)
_BREAK = re.compile(r"<br>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SHOWN = 30
_CUT = "|"
"""Stands among letters where some were taken out."""


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


def counted(counts: Mapping[str, int]) -> str:
    """Return numbers with what they count, named in the singular: "1 chapter, 4 notes"."""
    return ", ".join(f"{count} {name}{'s' * (count != 1)}" for name, count in counts.items())


@dataclass(frozen=True)
class Account:
    """How many things of each kind a document holds, and those that were not found again in what was read."""

    held: Mapping[str, int]
    """The numbers of paragraphs, table rows, notes and pictures, by these words."""
    unread: tuple[Item, ...]

    def __str__(self) -> str:
        held = counted({name: count for name, count in self.held.items() if count})
        return f"{held or 'no text'}: {f'{len(self.unread)} not read' if self.unread else 'each of them was read'}"


def account(inventory: Inventory, content: Content, listed: Iterable[Item]) -> Account:
    """Find each thing that a document holds in what was read of it, or in what was taken out before and is `listed`.

    What is left over nobody can see in the document, such as notes of deleted text.
    """
    parts = (content.blocks, *content.notes.values())
    read = [_letters(plain(text)) for part in parts for text in texts(part)]
    rows = Counter(
        "".join(_letters(plain(text)) for cell in row for text in texts(cell))
        for part in parts
        for row in rows_in(part)
    )
    notes = Counter(_letters(words_only(texts(note))) for note in content.notes.values())
    pictures = Counter(PurePosixPath(picture.target).name for part in parts for picture in pictures_in(part))
    held = {
        "paragraph": inventory.of("paragraph"),
        "table row": inventory.of("table row"),
        "note": inventory.of("footnote", "endnote"),
        "picture": inventory.of("picture"),
    }
    unread = (
        *_unread_paragraphs(held["paragraph"], read, listed),
        *_unread_rows(held["table row"], rows, "".join(read)),
        *_beyond(notes, held["note"], _letters_of),
        *_beyond(pictures, held["picture"], lambda item: PurePosixPath(item.name).name),
    )
    return Account({name: len(items) for name, items in held.items()}, unread)


def _unread_paragraphs(paragraphs: Sequence[Item], read: Iterable[str], listed: Iterable[Item]) -> Iterator[Item]:
    """Yield the paragraphs that are not read, given the letters of those that are.

    What was joined, such as a sentence over the end of a page, or divided, as typed notes, is part of others.
    """
    whole = Counter(read)
    left = (whole - Counter(map(_letters_of, paragraphs))).elements()
    text = "".join([*left, *map(_letters_of, listed)])
    return _not_within(_beyond(whole, paragraphs, _letters_of), text)


def _unread_rows(rows: Iterable[Item], read: Counter[str], text: str) -> Iterator[Item]:
    """Yield the rows that are not read; those of a table that only places text are in the text."""
    for row in read.elements():
        text = text.replace(row, _CUT, 1)
    return _not_within(_beyond(read, rows, _letters_of), text)


def _not_within(items: Iterable[Item], text: str) -> Iterator[Item]:
    """Yield the items that a text does not have, each letter of it for one item."""
    for item in items:
        before, found, after = text.partition(_letters_of(item) or _CUT)
        text = f"{before}{_CUT}{after}"
        if not found and _letters_of(item):
            yield item


def _beyond(found: Counter[str], items: Iterable[Item], name_of: Callable[[Item], str]) -> Iterator[Item]:
    """Yield the items of which there are more than were found, by name."""
    left = Counter(found)
    for item in items:
        if left[name_of(item)]:
            left[name_of(item)] -= 1
        else:
            yield item


def _letters_of(item: Item) -> str:
    return _letters(item.text)


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    """Return the letters alone: a note's number may be typed in a paragraph."""
    return "".join(filter(str.isalpha, text.casefold()))


def check_files(kept: Iterable[Kept], files: Mapping[str, str]) -> None:
    """Raise `RefusedError` if a text that was kept is not in its file; `files` are texts by path."""
    for item in kept:
        texts = [text for path, text in files.items() if path.startswith(item.path)]
        for line in filter(None, map(str.strip, item.text.splitlines())):  # those of a note are set in
            if not any(line in text for text in texts):
                raise RefusedError(f"The import stops, since a text would be lost on its way to {item.path}: {line}")
