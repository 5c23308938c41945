"""`edition.json`: what the guide said when its last editions were made, to compare the guide with.

The file is committed, so it is written for Git: a line for each section, term, event and source, and below them their
words, compressed. Without the words it could say that a section has changed, and not how. bzip2 is used since all its
versions give the same bytes, which zlib's successors do not: the same guide gives the same file on every machine.

Of a few editions before the last one it has what each said otherwise than the next, so that each can be restored: a
delegate may have printed any of them.
"""

from __future__ import annotations

import bz2
import json
import re
from base64 import b85decode, b85encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from studyguide.data.paths import EDITION
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceFile, find_conflict

KINDS = ("sections", "terms", "events", "sources")
"""The kinds of units, in the order in which they are listed."""
_FORMAT, _VERSION = "studyguide-edition", 1
_KEPT = 3
"""How many editions before the last one are kept."""
_LINE = 120
"""The length of a line of compressed words."""
_LONGEST = 50_000_000
"""The most bytes of words; more is no guide, but a file that was made to fill the memory."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Control characters but tab and line feed; half a character, which only JSON can hold."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A section, term, event or source, as its readers see it."""

    title: str
    words: str
    """Its text, a line for each paragraph."""

    @classmethod
    def of(cls, title: str, words: str) -> Unit:
        """Return a unit without control characters, which no reader sees."""
        return cls(_UNSEEN.sub("", title), _UNSEEN.sub("", words))

    @property
    def digest(self) -> str:
        """What is the same only for the same title and words."""
        return sha256(f"{self.title}\n{self.words}".encode()).hexdigest()[:16]


Units = Mapping[str, Mapping[str, Unit]]
"""The units of a guide: by kind, then by id. That of a section is its page and its anchor: `background.md#poverty`."""
Before = Mapping[str, Mapping[str, Unit | None]]
"""The units that an edition has otherwise than the next one: by kind, then by id. None for one that it did not have."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition that was made."""

    number: int
    day: date

    @property
    def name(self) -> str:
        """Its number and its day: the numbers begin anew where edition.json was deleted."""
        return f"{self.number} of {self.day.isoformat()}"


@dataclass(frozen=True, slots=True)
class PastEdition:
    """An edition and what it said."""

    edition: Edition
    units: Units


@dataclass(frozen=True)
class LastEdition:
    """All that edition.json says: the editions so far, the units of the last one, and how they came to be so."""

    history: tuple[Edition, ...]
    """Oldest first; never empty."""
    units: Units
    before: tuple[Before, ...] = ()
    """What the edition before the last said otherwise, then the one before that: the newest first."""

    @property
    def edition(self) -> Edition:
        """The last edition."""
        return self.history[-1]

    def past(self) -> Iterator[PastEdition]:
        """Yield the last edition and those before it that are kept, the newest first."""
        units = self.units
        yield PastEdition(self.edition, units)
        for edition, before in zip(reversed(self.history[:-1]), self.before, strict=False):
            units = {kind: _restored(units.get(kind, {}), before.get(kind, {})) for kind in KINDS}
            yield PastEdition(edition, units)

    def followed_by(self, edition: Edition, units: Units) -> LastEdition:
        """Return the same once another edition is made."""
        before = {kind: _differing(self.units.get(kind, {}), units.get(kind, {})) for kind in KINDS}
        return LastEdition((*self.history, edition), units, (before, *self.before)[:_KEPT])


def _restored(units: Mapping[str, Unit], before: Mapping[str, Unit | None]) -> dict[str, Unit]:
    return {key: unit for key, unit in {**units, **before}.items() if unit}


def _differing(old: Mapping[str, Unit], new: Mapping[str, Unit]) -> dict[str, Unit | None]:
    return {key: old.get(key) for key in sorted({**old, **new}) if old.get(key) != new.get(key)}


def edition_text(last: LastEdition) -> str:
    """Return the text of edition.json."""
    units = {kind: dict(sorted(last.units.get(kind, {}).items())) for kind in KINDS}
    before = list(_before(last))
    kept = [*(unit for each in units.values() for unit in each.values()), *(unit for *_, unit in before if unit)]
    words = json.dumps([unit.words for unit in kept], ensure_ascii=False)
    packed = b85encode(bz2.compress(words.encode())).decode()
    parts: dict[str, list[Any]] = {
        "editions": [{"number": each.number, "date": each.day.isoformat()} for each in last.history],
        **{kind: [_row(*item) for item in each.items()] for kind, each in units.items()},
        **({"before": [[number, kind, *_row(key, unit)] for number, kind, key, unit in before]} if before else {}),
        "words": [packed[start : start + _LINE] for start in range(0, len(packed), _LINE)],
    }
    blocks = [f'"format": "{_FORMAT}"', f'"version": {_VERSION}', *(_block(*part) for part in parts.items())]
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _before(last: LastEdition) -> Iterator[tuple[int, str, str, Unit | None]]:
    """Yield the number of each edition before the last with each kind, id and unit that it had otherwise."""
    for edition, before in zip(reversed(last.history[:-1]), last.before, strict=False):
        yield from ((edition.number, kind, key, unit) for kind in KINDS for key, unit in before.get(kind, {}).items())


def _row(key: str, unit: Unit | None) -> list[str]:
    return [key, unit.title, unit.digest] if unit else [key]


def _block(name: str, items: list[Any]) -> str:
    """Return a list with a line for each of its items."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f'"{name}": [\n{lines}\n]' if items else f'"{name}": []'


def read_edition(file: SourceFile) -> LastEdition | Problem:
    """Read edition.json; return a problem, with its place, where it is not as `make edition` wrote it."""
    conflict = find_conflict(file)
    if conflict:
        return problem(conflict.where, "wrong-edition", "conflict")
    try:
        content = json.loads(file.text)
    except json.JSONDecodeError as error:
        is_short = file.text[:1] in ("", "{") and "\n" not in file.text[error.pos :].rstrip()
        return problem(file.location(error.pos), "wrong-edition", "short" if is_short else "syntax")
    except (ValueError, RecursionError):  # numbers of thousands of digits, lists in lists in lists
        return problem(Location(EDITION, 1, 1), "wrong-edition", "foreign")
    try:
        return _last_edition(content)
    except _EditionError as fault:
        return problem(_place(file, fault.near), "wrong-edition", fault.message, name=fault.name)


class _EditionError(ValueError):
    """Something in the file is not as it was written: which message says so, and the text near its place."""

    def __init__(self, message: str, near: str = "", name: str = "") -> None:
        super().__init__(message)
        self.message, self.near, self.name = message, near, name


def _place(file: SourceFile, near: str) -> Location:
    return file.location(max(file.text.find(near), 0))


def _last_edition(content: Any) -> LastEdition:
    """Return what the content of the file says. Raises _EditionError."""
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise _EditionError("foreign")
    if content.get("version") != _VERSION:
        raise _EditionError("version", '"version"')
    history = tuple(_editions(content.get("editions")))
    if not history:
        raise _EditionError("part", '"editions"', "editions")
    rows = {kind: list(_rows(kind, content.get(kind))) for kind in KINDS}
    past = list(_past_rows(content.get("before", [])))
    words = iter(_words(content.get("words"), sum(map(len, rows.values())) + sum(bool(rest) for *_, rest in past)))
    units = {kind: {row[0]: _unit(*row, next(words)) for row in rows[kind]} for kind in KINDS}
    return LastEdition(history, units, _before_each(history, past, words))


def _before_each(
    history: Sequence[Edition], rows: Iterable[tuple[int, str, str, list[str]]], words: Iterator[Any]
) -> tuple[Before, ...]:
    """Return what each edition before the last said otherwise, the newest first. Raises _EditionError."""
    before: dict[int, dict[str, dict[str, Unit | None]]] = {}
    for number, kind, key, rest in rows:
        unit = _unit(key, rest[0], rest[1], next(words)) if rest else None
        before.setdefault(number, {}).setdefault(kind, {})[key] = unit
    numbers = [edition.number for edition in reversed(history[:-1])]
    if list(before) != numbers[: len(before)]:
        raise _EditionError("part", '"before"', "before")
    return tuple(before.values())


def _editions(rows: Any) -> Iterator[Edition]:
    for row in _list("editions", rows):
        match row:
            case {"number": int(number), "date": str(day)} if number > 0:
                yield Edition(number, _day(day))
            case _:
                raise _EditionError("part", '"editions"', "editions")


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise _EditionError("date", json.dumps(written, ensure_ascii=False)) from None


def _rows(kind: str, rows: Any) -> Iterator[tuple[str, str, str]]:
    for row in _list(kind, rows):
        if not isinstance(row, list) or len(row) != 3 or not all(map(_is_text, row)):
            raise _EditionError("part", f'"{kind}"', kind)
        yield row[0], row[1], row[2]


def _past_rows(rows: Any) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield the number of an edition, a kind and the id of a unit, with its title and digest if there was one."""
    for row in _list("before", rows):
        match row:
            case [int(number), str(kind), *texts] if (
                kind in KINDS and len(texts) in (1, 3) and all(map(_is_text, texts))
            ):
                yield number, kind, texts[0], texts[1:]
            case _:
                raise _EditionError("part", '"before"', "before")


def _list(name: str, rows: Any) -> list[Any]:
    if not isinstance(rows, list):
        raise _EditionError("part", f'"{name}"', name)
    return rows


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not _UNSEEN.search(value)


def _words(lines: Any, number: int) -> list[str]:
    """Unpack the words of all units, of which there are `number`. Raises _EditionError."""
    lines = _list("words", lines)
    unpacker = bz2.BZ2Decompressor()
    try:
        texts = json.loads(unpacker.decompress(b85decode("".join(lines)), _LONGEST).decode())
    except (TypeError, ValueError, OSError, EOFError, RecursionError):
        raise _EditionError("part", '"words"', "words") from None
    if not unpacker.eof or not isinstance(texts, list) or len(texts) != number:
        raise _EditionError("part", '"words"', "words")
    return texts


def _unit(key: str, title: str, digest: str, words: Any) -> Unit:
    if not _is_text(words) or Unit(title, words).digest != digest:
        raise _EditionError("unit", json.dumps([key, title, digest], ensure_ascii=False)[1:-1], title)
    return Unit(title, words)
