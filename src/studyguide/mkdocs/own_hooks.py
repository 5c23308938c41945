"""Errors in a guide's own hooks, those beside `hooks/guide.py`: told at their line, in place of a traceback."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING, Any, Self

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import EVENTS

from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem

if TYPE_CHECKING:
    from types import FrameType, TracebackType

_ENDING = ".py"
"""How the name of a module ends that MkDocs loads as a hook: it is the path in mkdocs.yml."""


def hook_fault(error: BaseException) -> Problem | None:
    """Return the problem of an error that a hook of the guide raised; None for another error.

    Also for an error that only speaks of a hook: one that cannot be parsed, lacks an argument, or handles no event.
    """
    if isinstance(error, MkDocsException):  # such as PluginError, whose words are for whoever builds
        return None
    places = [_place(frame, line, error) for frame, line in traceback.walk_tb(error.__traceback__)]
    where, event = next(filter(None, reversed(places)), (None, ""))
    if not where:
        return None
    if event:
        fix = did_you_mean(event, [f"on_{name}" for name in EVENTS])
        return problem(where, "wrong-hook", "event", name=event, fix=fix)
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    words = ": ".join(filter(None, [type(error).__name__, " ".join(said.split())]))
    return problem(where, "wrong-hook", words=words)


class HookFault:
    """A context that ends an error of a guide's hook, of whatever type, and keeps its `problem`; others pass."""

    problem: Problem | None = None

    def __enter__(self) -> Self:
        """Begin to watch."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Keep the problem of an error that a hook raised."""
        self.problem = hook_fault(error) if isinstance(error, Exception) else None
        return self.problem is not None


def _place(frame: FrameType, line: int, error: BaseException) -> tuple[Location, str] | None:
    """Return the place in a hook of which a frame tells, and the event without which MkDocs could not register it."""
    names, function = frame.f_locals, frame.f_code.co_name
    if str(frame.f_globals.get("__name__")).endswith(_ENDING):
        return Location(frame.f_globals["__name__"], line), ""
    if function == "_load_hook":  # of MkDocs, as the others below
        if isinstance(error, SyntaxError) and error.filename == names["path"]:
            return Location(names["name"], error.lineno or 1, error.offset or 0), ""
        return Location(names["name"]), ""
    method: Any = names.get("method") if function in ("run_event", "_register_event") else None
    if not str(getattr(method, "__module__", "")).endswith(_ENDING):
        return None
    event = f"on_{names['event_name']}" if function == "_register_event" else ""
    return Location(method.__module__, method.__code__.co_firstlineno), event


def tell_uncaught() -> None:
    """Have Python print an error of a hook that MkDocs does not catch in one line, as while it loads mkdocs.yml."""
    print_traceback = sys.excepthook

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if fault := hook_fault(error):
            print(f"ERROR   -  {fault}", file=sys.stderr)
        else:
            print_traceback(kind, error, trace)

    sys.excepthook = tell
