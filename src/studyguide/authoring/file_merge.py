"""Merge the engine's files into a guide, file by file: what either side alone has changed is taken from that side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256

Fingerprint = frozenset[str]
"""The SHA-256 of a file as it is, and as it is with the line ends of Unix: two files are the same if they share one."""
_ABSENT: Fingerprint = frozenset({""})


class Outcome(Enum):
    """What becomes of a file."""

    TAKEN = auto()
    """The guide gets the new engine's, or loses what that no longer has."""
    KEPT = auto()
    """The guide keeps what its chairs changed and the engine did not."""
    CONFLICT = auto()
    """Both changed it: the guide keeps its own, and the engine's is written beside it."""


@dataclass(frozen=True)
class Merge:
    """A file that is not the same in the guide and in the new engine."""

    path: str
    outcome: Outcome
    is_there: bool
    """Whether the guide has the file."""
    new: bytes | None
    """The new engine's; None where it has none."""


def fingerprint(content: bytes | None) -> Fingerprint:
    """Return what tells a file from others, but not from itself with the line ends that Git gives it on Windows."""
    if content is None:
        return _ABSENT
    return frozenset(sha256(form).hexdigest() for form in (content, content.replace(b"\r\n", b"\n")))


def merge_files(base: Mapping[str, Fingerprint], ours: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> list[Merge]:
    """Return what becomes of each file in which the guide and the new engine differ.

    `base` are the files of the engine that the guide has now, `ours` the guide's, `theirs` those of the new engine,
    each by its path in the guide.
    """
    merges = []
    for path in sorted(base.keys() | theirs.keys()):
        was, our, their = base.get(path, _ABSENT), fingerprint(ours.get(path)), fingerprint(theirs.get(path))
        if our & their:
            continue
        outcome = Outcome.TAKEN if our & was else Outcome.KEPT if their & was else Outcome.CONFLICT
        merges.append(Merge(path, outcome, path in ours, theirs.get(path)))
    return merges
