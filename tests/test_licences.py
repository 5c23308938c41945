"""Tests of website.licences, and of the file that a build makes."""

import json
from pathlib import Path

import pytest
from test_build import build_here, change, lay_out

import licences
from studyguide.website.licences import BUNDLED, Licensed, bundled_packages, licences_text


def test_packages_are_named_once_each() -> None:
    first = json.dumps({"sources": ["../node_modules/rxjs/a.ts", "x.ts", "node_modules/rxjs/b.ts"]})
    second = json.dumps({"sources": ["node_modules/@scope/name/c.scss"]})
    assert bundled_packages([first, second]) == ["@scope/name", "rxjs"]


def test_text_has_every_part() -> None:
    text = licences_text([Licensed("A 1.2", "Its styles.", "Do as you like.\n")], ["lunr", "newcomer"])
    for line in ("A 1.2", "Its styles.", "Do as you like.", "lunr: MIT, https://www.npmjs.com/package/lunr"):
        assert line in text.splitlines()
    assert "newcomer: its licence stands on that page" in text


def test_each_package_in_the_theme_has_its_licence() -> None:
    """A new version of the theme may bring others."""
    maps = [path.read_text(encoding="utf-8") for path in (licences.TEMPLATES / "assets").rglob("*.map")]
    assert {*bundled_packages(maps), "lunr-languages"} == BUNDLED.keys()


@pytest.mark.parametrize("icon", ["", "<svg viewBox='0 0 1 1'><!--! Font Awesome Free --><path d='M0 0h1'/></svg>"])
def test_a_build_writes_them(icon: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    guide = lay_out(tmp_path)
    hooks = Path(licences.__file__).parent.as_posix()
    change(guide / "mkdocs.yml", f"hooks: [{hooks}/build.py]", f"hooks: [{hooks}/build.py, {hooks}/licences.py]")
    if icon:
        change(guide / "docs" / "background.md", "Reports rose.", f"Reports rose. {icon}")
    build_here(guide)
    text = (guide / "site" / "licences.txt").read_text(encoding="utf-8")
    assert "Copyright (c) 2016-2025 Martin Donath" in text
    assert "Pictogrammers Free License" in text
    assert ("Font Awesome Free License" in text) == bool(icon)
