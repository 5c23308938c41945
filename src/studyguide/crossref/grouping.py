"""Group pairs by their first part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Target = TypeVar("Target")


def grouped(pairs: Iterable[tuple[str, Target]]) -> dict[str, tuple[Target, ...]]:
    """Return the different targets of each name, in the order of the pairs."""
    groups: dict[str, dict[Target, None]] = {}
    for name, target in pairs:
        groups.setdefault(name, {})[target] = None
    return {name: tuple(targets) for name, targets in groups.items()}
