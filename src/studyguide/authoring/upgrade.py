"""Upgrade a guide to another engine: plan the merge of each file that the engine owns, then change all or none.

The new engine's code runs this, since it knows its own files; `studyguide.cli.upgrade` hands over to it.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from studyguide.authoring.engine_wheel import WheelError
from studyguide.authoring.legacy import is_legacy, plan_legacy_upgrade, read_manifest
from studyguide.authoring.transaction import change_files
from studyguide.authoring.upgrade_plan import LOCK, Engine, Plan, UpgradeError, plan_upgrade, unpack_engine
from studyguide.data.paths import SETTINGS


def upgrade_guide(guide: Path, engine: Engine) -> Plan:
    """Upgrade a guide to an engine, and return the plan that was carried out.

    Raises `UpgradeError` if the guide cannot be upgraded, `OSError` if a file cannot be read or written, and
    `KeyboardInterrupt` on Ctrl+C. The guide is then unchanged.
    """
    if not (guide / SETTINGS).is_file():
        raise UpgradeError(f"{guide} is no guide: it has no {SETTINGS}.")
    old = _wheel_of(guide)
    plan = _plan_by_wheel(guide, engine, old) if old else plan_legacy_upgrade(guide, engine, read_manifest())
    change_files(guide, plan.changes)
    return plan


def _plan_by_wheel(guide: Path, engine: Engine, old_wheel: Path) -> Plan:
    with TemporaryDirectory() as folder:
        try:
            old = Engine(old_wheel, unpack_engine(old_wheel, Path(folder)).package)
        except WheelError as error:
            raise UpgradeError(f"{old_wheel} is damaged. Restore it first, such as from Git.") from error
        return plan_upgrade(guide, engine, old)


def _wheel_of(guide: Path) -> Path | None:
    """Return the wheel of a guide's engine; None if the guide holds a copy of the engine instead."""
    wheels = sorted((guide / "engine").glob("studyguide-*.whl"))
    if not wheels and is_legacy(guide):
        return None
    lock = (guide / LOCK).read_text(encoding="utf-8") if (guide / LOCK).is_file() else ""
    used = [wheel for wheel in wheels if f"./engine/{wheel.name} " in lock] or wheels
    if len(used) != 1:
        raise UpgradeError(
            f"{guide} has {'more than one' if used else 'no'} engine: one file engine/studyguide-....whl is needed, "
            "the one that its site was made with last."
        )
    return used[0]
