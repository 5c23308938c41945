"""Errors in a guide's own hooks, those beside `hooks/guide.py`: told at their line, in place of a traceback."""

from __future__ import annotations

import inspect
import sys
import traceback
from functools import wraps
from typing import TYPE_CHECKING, Any, Self

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import EVENTS

from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType

    from mkdocs.config.defaults import MkDocsConfig

_ENDING = ".py"
"""How the name of a module ends that MkDocs loads as a hook: it is the path in mkdocs.yml."""


class WrongResultError(TypeError):
    """What a hook returns is of another type than what it was given, which MkDocs notices in a later step."""

    def __init__(self, method: Callable[..., Any], given: object, result: object) -> None:
        super().__init__(f"it returns {type(result).__name__} in place of {type(given).__name__}")
        self.where = Location(method.__module__, method.__code__.co_firstlineno)


def watch_results(config: MkDocsConfig) -> None:
    """Have the handlers of a guide's own hooks raise WrongResultError when they return something of another type."""
    for methods in config.plugins.events.values():
        methods[:] = [_watched(method) if _is_own(method) else method for method in methods]


def _is_own(method: object) -> bool:
    return inspect.isfunction(method) and method.__module__.endswith(_ENDING)


def _watched(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def watched(*given: Any, **others: Any) -> Any:
        result = method(*given, **others)
        if (
            given
            and result is not None
            and not (isinstance(result, type(given[0])) or isinstance(given[0], type(result)))
        ):
            raise WrongResultError(method, given[0], result)
        return result

    return watched


def hook_fault(error: BaseException) -> Problem | None:
    """Return the problem of an error that a hook of the guide raised; None for another error.

    Also for an error that only speaks of a hook: one that cannot be parsed, lacks an argument, or handles no event.
    """
    if isinstance(error, MkDocsException):  # such as PluginError, whose words are for whoever builds
        return None
    if isinstance(error, WrongResultError):
        return problem(error.where, "wrong-hook", words=str(error))
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
    return Location(method.__module__, inspect.unwrap(method).__code__.co_firstlineno), event


def tell_uncaught() -> None:
    """Have Python print an error of a hook that MkDocs does not catch in one line, as while it loads mkdocs.yml."""
    print_traceback = sys.excepthook

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if fault := hook_fault(error):
            print(f"ERROR   -  {fault}", file=sys.stderr)
        else:
            print_traceback(kind, error, trace)

    sys.excepthook = tell
