"""What `studyguide new` and `studyguide import` share: both make a guide, or tell why not, and say what comes next."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TypeVar

from studyguide.authoring.engine_wheel import WheelError
from studyguide.authoring.new_guide import GIT_INTRODUCTION
from studyguide.authoring.refused import RefusedError, StoppedError

Made = TypeVar("Made")
SERVE = "make serve          It shows the guide on http://127.0.0.1:8000/ while you write. Ctrl+C stops it."
"""A step that comes next."""
_ENDS = [signal.Signals[name] for name in ("SIGTERM", "SIGHUP") if name in signal.Signals.__members__]
"""Signals that end a command: the second, which Windows lacks, where the terminal's window is closed."""


def add_shared_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that both commands have."""
    parser.add_argument("--answers", type=Path, help="a YAML file with the answers, so that nobody is asked")
    parser.add_argument("--engine", type=Path, help="the engine: its wheel, or the folder of its sources")


def made_or_status(make: Callable[[], Made], folder: Path | None) -> Made | int:
    """Return what `make` returns; if no guide can be made, print why, and return the exit status.

    `folder` is the one that was named for the guide; None if it is the guide here.
    """
    try:
        with _stopped_by_signals():
            return make()
    except (RefusedError, WheelError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        advice = " Name another folder." if folder else ""
        print(f"{folder or Path.cwd()}: {error.strerror}. Nothing was made.{advice}", file=sys.stderr)
        return 2
    except StoppedError:
        print("Stopped. Nothing was made.", file=sys.stderr)
        return 130


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Have signals end what is under way as Ctrl+C does, so that the folders in which it was made are deleted."""

    def stop(*_: object) -> NoReturn:
        raise StoppedError

    before = {each: signal.signal(each, stop) for each in _ENDS}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def print_steps(steps: Sequence[str], to_do: str) -> None:
    """Print the next steps; the Git commands `to_do`, if any, stand behind the first, which leads into the folder."""
    who = " with your name and address, which its history shows to all" if to_do.startswith(GIT_INTRODUCTION) else ""
    keep = [f"Keep the first version{who}:\n{to_do}"] if to_do else []
    print("\nNext:")
    for number, step in enumerate((*steps[:1], *keep, *steps[1:]), 1):
        print(f"  {number}. {step.replace(chr(10), f'{chr(10)}     ')}")
