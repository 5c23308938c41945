"""Merge the engine's files into a guide (three-way, by file): a file that one side alone changed is that side's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256

Fingerprint = frozenset[str]
"""The SHA-256 of a file as it is, and with Unix line endings: two files are equal if they share one."""
_ABSENT: Fingerprint = frozenset({""})


class Outcome(Enum):
    """The result of merging a file."""

    TAKEN = auto()
    """The guide gets the new engine's file, or loses one that the engine no longer has."""
    KEPT = auto()
    """The guide keeps a file that its chairs changed and the engine did not."""
    CONFLICT = auto()
    """Both changed it: the guide keeps its own, and the engine's is written beside it."""


@dataclass(frozen=True)
class Merge:
    """A file that differs between the guide and the new engine."""

    path: str
    outcome: Outcome
    is_there: bool
    """Whether the guide has the file."""
    new: bytes | None
    """The new engine's content; None if it has no such file."""


def fingerprint(content: bytes | None) -> Fingerprint:
    """Return the fingerprint of a file; line endings make no difference, since Git converts them on Windows."""
    if content is None:
        return _ABSENT
    return frozenset(sha256(form).hexdigest() for form in (content, content.replace(b"\r\n", b"\n")))


def merge_files(base: Mapping[str, Fingerprint], ours: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> list[Merge]:
    """Return the outcome for each file that differs between the guide and the new engine.

    `base` are the files of the guide's current engine, `ours` the guide's, `theirs` the new engine's, each by its path
    in the guide.
    """
    merges = []
    for path in sorted(base.keys() | theirs.keys()):
        was, our, their = base.get(path, _ABSENT), fingerprint(ours.get(path)), fingerprint(theirs.get(path))
        if our & their:
            continue
        outcome = Outcome.TAKEN if our & was else Outcome.KEPT if their & was else Outcome.CONFLICT
        merges.append(Merge(path, outcome, path in ours, theirs.get(path)))
    return merges
