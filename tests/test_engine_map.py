"""ENGINE.md: each folder, module and call that it names is there."""

import ast
import importlib
import re
from functools import reduce
from pathlib import Path

import pytest

from tests.paths import ENGINE, ROOT

_TEXT = (ROOT / "ENGINE.md").read_text(encoding="utf-8")
_ROWS: dict[str, str] = dict(re.findall(r"^\| `(\w+)/`(.*)\|$", _TEXT, re.MULTILINE))
_FILE = re.compile(r"`([a-z_-]+(?:/|\.\w+)?)`")
_CALL = re.compile(r"\d+\. (?:`(?P<caller>[\w.]+)` )?→ `(?P<callee>[\w.]+)`")


def _path(module: str) -> Path:
    return ENGINE.joinpath(*module.split(".")).with_suffix(".py")


def _module_of(function: str) -> str:
    parts = function.split(".")
    while not _path(".".join(parts)).is_file():
        parts.pop()
    return ".".join(parts)


def _walk(name: str) -> list[tuple[str, str]]:
    """Each call of a walk: the module that calls, and the function or method that it calls."""
    steps = _TEXT.partition(f"**A {name}**")[2].split("\n\n")[1]
    calls: list[tuple[str, str]] = []
    for line in steps.splitlines():
        call = _CALL.match(line)
        assert call, line
        calls.append((call["caller"] or _module_of(calls[-1][1]), call["callee"]))
    return calls


def _names_called_in(module: str) -> set[str]:
    called = [node.func for node in ast.walk(ast.parse(_path(module).read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {name for it in called for name in (getattr(it, "attr", ""), getattr(it, "id", "")) if name}


def test_the_map_has_every_folder() -> None:
    folders = {path.name for path in ENGINE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {*_ROWS, "theme", "styles", "manual"} == folders


@pytest.mark.parametrize("folder", _ROWS)
def test_the_map_names_files_of_the_folder(folder: str) -> None:
    files = {path.name for path in (ENGINE / folder).rglob("*")}
    named = {name if "." in name else name.strip("/") for name in _FILE.findall(_ROWS[folder])}
    assert named
    assert {name for name in named if name not in files and f"{name}.py" not in files} == set()


@pytest.mark.parametrize("walk", ["citation", "term"])
def test_each_stop_of_a_walk_is_a_call_across_a_border(walk: str) -> None:
    for caller, callee in _walk(walk):
        module = _module_of(callee)
        names = callee.removeprefix(f"{module}.").split(".")
        assert callable(reduce(getattr, names, importlib.import_module(f"studyguide.{module}")))
        assert names[-1] in _names_called_in(caller), f"{caller} does not call {callee}"
        assert caller != module


@pytest.mark.parametrize("walk", ["citation", "term"])
def test_a_walk_is_short(walk: str) -> None:
    assert 10 < len(_walk(walk)) <= 14
