"""`studyguide upgrade --engine studyguide-2.1.0-py3-none-any.whl`: upgrade a guide to another engine.

Exits with 0, with 1 if a chair must look at a file, and with 2 if the guide cannot be upgraded.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from studyguide.authoring.engine_wheel import WheelError, fetch_wheel
from studyguide.authoring.upgrade import upgrade_guide
from studyguide.authoring.upgrade_plan import Engine, UpgradeError, unpack_engine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--engine", type=Path, required=True, help="the new engine: its wheel, or its sources' folder")
    parser.add_argument("--guide", type=Path, default=Path(), help="the folder of the guide, if it is not this one")
    # Passed by the guide's old engine: these three arguments must keep their meaning in every later version.
    parser.add_argument("--unpacked", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Run the new engine's own code to upgrade the guide, and print what was done."""
    guide: Path = options.guide.expanduser().resolve()
    try:
        if options.unpacked:
            return _upgrade(guide, options.engine)
        return _hand_over(guide, options.engine)
    except (UpgradeError, WheelError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"Nothing was changed: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed.", file=sys.stderr)
        return 130


def _hand_over(guide: Path, engine: Path) -> int:
    """Run this command of the new engine, which knows its own files and those of earlier engines."""
    with TemporaryDirectory() as folder:
        wheel = engine if engine.is_file() else fetch_wheel(engine, Path(folder, "wheel"))
        new = unpack_engine(wheel, Path(folder, "package"))
        named = Path(folder, new.wheel.name)  # a browser may have renamed the download, as with "(1)"
        shutil.copy(wheel, named)
        paths = [str(new.package.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-P", "-m", "studyguide", "upgrade", "--unpacked"]
        # Ctrl+C reaches both processes: the new engine rolls its changes back, and this process waits for it.
        before = signal.signal(signal.SIGINT, lambda *_: None)
        try:
            return subprocess.call([*command, "--guide", str(guide), "--engine", str(named)], env=env)  # noqa: S603
        finally:
            signal.signal(signal.SIGINT, before)


def _upgrade(guide: Path, wheel: Path) -> int:
    plan = upgrade_guide(guide, Engine(wheel, Path(__file__).parents[1]))
    print(*plan.told, sep="\n")
    if plan.conflicts:
        print("\nThese are for you to look at:", *plan.conflicts, sep="\n")
    print(f"\nNext{', then' if plan.conflicts else ''}: make check")
    return 1 if plan.conflicts else 0
