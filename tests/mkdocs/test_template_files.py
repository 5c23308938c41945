"""Compiled templates are kept between builds, and what is kept is never trusted blindly."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

import studyguide
from studyguide.mkdocs.template_files import TemplateFiles


def rendered(root: Path, source: str = "Rivers: {{ 1 + 1 }}") -> tuple[str, list[str]]:
    """Return what a template renders, and the sources that were compiled for that."""
    compiled: list[str] = []

    class Watched(Environment):
        def compile(self, source: str, *given: object, **named: object) -> object:  # type: ignore[override]
            compiled.append(source)
            return super().compile(source, *given, **named)  # type: ignore[call-overload]

    env = Watched(loader=DictLoader({"page.html": source}), bytecode_cache=TemplateFiles(root), autoescape=True)
    return env.get_template("page.html").render(), compiled


def kept(root: Path) -> Path:
    (file,) = (file for file in (root / ".cache").rglob("*") if file.is_file())
    return file


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert rendered(tmp_path) == ("Rivers: 2", ["Rivers: {{ 1 + 1 }}"])
    assert rendered(tmp_path) == ("Rivers: 2", [])


def test_a_changed_template_is_compiled_anew(tmp_path: Path) -> None:
    rendered(tmp_path)
    assert rendered(tmp_path, "Lakes") == ("Lakes", ["Lakes"])


@pytest.mark.parametrize(
    "damage",
    [lambda code: code[:-5], lambda code: b"", lambda code: code[:40], lambda code: code[:-1] + bytes([code[-1] ^ 1])],
    ids=["cut", "empty", "head alone", "one bit"],
)
def test_a_damaged_file_is_passed_over(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    rendered(tmp_path)
    kept(tmp_path).write_bytes(damage(kept(tmp_path).read_bytes()))
    assert rendered(tmp_path) == ("Rivers: 2", ["Rivers: {{ 1 + 1 }}"])
    assert rendered(tmp_path) == ("Rivers: 2", [])


def test_another_version_has_files_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(tmp_path)
    monkeypatch.setattr(studyguide, "__version__", "9.9.9")
    assert rendered(tmp_path) == ("Rivers: 2", ["Rivers: {{ 1 + 1 }}"])


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file in the place of the folder", encoding="utf-8")
    assert rendered(tmp_path) == ("Rivers: 2", ["Rivers: {{ 1 + 1 }}"])
