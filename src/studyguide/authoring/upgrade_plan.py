"""Plan what an upgrade does with each of the engine's files in a guide, and describe it in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from os.path import lexists
from pathlib import Path

from studyguide.authoring.engine_wheel import WheelError, unpack_wheel
from studyguide.authoring.file_merge import Fingerprint, Merge, Outcome, fingerprint, merge_files
from studyguide.authoring.fonts import FONTS_LOCK, fonts_lock, locked_typefaces
from studyguide.authoring.managed import managed_files
from studyguide.data.typefaces import Typeface

LOCK = "requirements.lock"


class UpgradeError(Exception):
    """The guide cannot be upgraded; the message says why."""


@dataclass(frozen=True)
class Engine:
    """An engine: its wheel, and its unpacked package."""

    wheel: Path
    """Named as pip expects."""
    package: Path

    @property
    def version(self) -> str:
        """The version, such as 2.1.0."""
        return self.wheel.name.split("-")[1]


@dataclass(frozen=True)
class Plan:
    """The changes of an upgrade, and the report on them."""

    changes: Mapping[str, bytes | None]
    """The new content of each file that changes, by its path in the guide; None removes it."""
    told: tuple[str, ...]
    """A sentence on each change, and on each file that keeps the chairs' version."""
    conflicts: tuple[str, ...]
    """A sentence on each file that a chair must look at."""


def unpack_engine(wheel: Path, into: Path) -> Engine:
    """Unpack a wheel into a folder. Raises `WheelError` if it is damaged, or not an engine that can upgrade a guide."""
    package = unpack_wheel(wheel, into)
    records = [record.stem for record in into.glob("studyguide-*.dist-info")]
    if len(records) != 1 or not (package / "cli" / "upgrade.py").is_file():
        raise WheelError(f"{wheel} is not the engine, or one from before version 2. Name another: ENGINE=path.")
    return Engine(wheel.with_name(f"{records[0]}-py3-none-any.whl"), package)


def plan_upgrade(guide: Path, engine: Engine, old: Engine) -> Plan:
    """Plan the upgrade of a guide that holds its engine as a wheel."""
    fonts = guide / FONTS_LOCK
    faces = locked_typefaces(fonts.read_text(encoding="utf-8")) if fonts.is_file() else ()
    base = {path: fingerprint(content) for path, content in engine_files(old, faces).items()}
    merges = merge_guide(guide, base, engine_files(engine, faces))
    wheel = f"engine/{old.wheel.name}"
    keeps_lock = any(merge.path == LOCK and merge.outcome is Outcome.CONFLICT for merge in merges)
    if keeps_lock:  # it names the old wheel, without which nothing can be installed
        merges = [merge for merge in merges if merge.path != wheel]
    changes = changes_of(guide, merges)
    told = [f"The guide has engine {engine.version} now, in place of {old.version}{_how_old(engine, old)}."]
    if not changes:
        told = [f"The guide has this engine, {engine.version}, already."]
    waiting = {
        merge.path for merge in merges if merge.outcome is Outcome.KEPT and (guide / f"{merge.path}.new").exists()
    }
    told += [
        describe(merge, engine)
        for merge in merges
        if merge.outcome is not Outcome.CONFLICT and merge.path not in waiting
    ]
    conflicts = [describe(merge, engine) for merge in merges if merge.outcome is Outcome.CONFLICT]
    conflicts += [
        f"{path}.new: it still waits from an earlier upgrade. Take over what {path} needs of it, and delete it."
        for path in sorted(waiting)
    ]
    if keeps_lock:
        conflicts.append(f"{wheel}: kept, because your {LOCK} names it. Delete it once that no longer does.")
    return Plan(changes, tuple(told), tuple(conflicts))


def merge_guide(guide: Path, base: Mapping[str, Fingerprint], theirs: Mapping[str, bytes]) -> list[Merge]:
    """Merge the new engine's files, `theirs`, into the guide; `base` are the files of the guide's current engine."""
    paths = base.keys() | theirs.keys()
    ours = {path: (guide / path).read_bytes() for path in paths if lexists(guide / path)}
    return merge_files(base, ours, theirs)


def changes_of(guide: Path, merges: Iterable[Merge]) -> dict[str, bytes | None]:
    """Return the new content of each file that changes; None removes it.

    Raises `UpgradeError` if a `.new` file of an earlier upgrade is still there.
    """
    changes = {merge.path: merge.new for merge in merges if merge.outcome is Outcome.TAKEN}
    for merge in merges:
        if merge.outcome is Outcome.CONFLICT and merge.new is not None:
            beside = f"{merge.path}.new"
            if not (guide / beside).exists():
                changes[beside] = merge.new
            elif not fingerprint((guide / beside).read_bytes()) & fingerprint(merge.new):
                raise UpgradeError(
                    f"{beside} is left from another upgrade. Take over what you need of it, and delete it."
                )
    return changes


def describe(merge: Merge, engine: Engine) -> str:
    """Return a sentence on a file's merge, which for a conflict says what to do."""
    path, version = merge.path, engine.version
    if merge.outcome is Outcome.CONFLICT:
        return _describe_conflict(merge, version)
    if merge.outcome is Outcome.KEPT:
        if merge.is_there:
            return f"{path}: kept, you changed it and the engine did not."
        return f"{path}: still not there, you deleted it and the engine did not change it."
    if merge.new is None:
        return f"{path}: removed, engine {version} does not need it."
    return f"{path}: {'brought to' if merge.is_there else 'new in'} engine {version}."


def _describe_conflict(merge: Merge, version: str) -> str:
    path = merge.path
    if merge.new is None:
        return f"{path}: kept, you changed it; but engine {version} does not need it. Delete it unless you do."
    if merge.is_there:
        return (
            f"{path}: kept, you changed it; but engine {version} changed it too. "
            f"Write your changes into {path}.new, and put that in its place."
        )
    return f"{path}: you deleted it; but engine {version} changed it. Delete {path}.new, or name it {path} again."


def engine_files(engine: Engine, faces: Iterable[Typeface] = ()) -> dict[str, bytes]:
    """Return the files that an engine owns in a guide with these typefaces, including its wheel, by path."""
    wheel = engine.wheel.read_bytes()
    files = managed_files(engine.package, engine.wheel.name, sha256(wheel).hexdigest())
    if fonts := fonts_lock(engine.package, faces):
        files[FONTS_LOCK] = fonts.encode()
    return {**files, f"engine/{engine.wheel.name}": wheel}


def _how_old(new: Engine, old: Engine) -> str:
    return ", and is older" if _release(new.version) < _release(old.version) else ""


def _release(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]
