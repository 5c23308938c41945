"""The licences of what a site ships, in the file that a build writes."""

from pathlib import Path

import pytest

from tests.mkdocs.test_build import build_here, change, lay_out


@pytest.mark.parametrize("icon", ["", "<svg viewBox='0 0 1 1'><!--! Font Awesome Free --><path d='M0 0h1'/></svg>"])
def test_a_build_writes_them(icon: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    guide = lay_out(tmp_path)
    if icon:
        change(guide / "docs" / "background.md", "Reports rose.", f"Reports rose. {icon}")
    build_here(guide)
    text = (guide / "site" / "licences.txt").read_text(encoding="utf-8")
    assert "Copyright (c) 2016-2025 Martin Donath" in text
    assert "Pictogrammers Free License" in text
    assert ("Font Awesome Free License" in text) == bool(icon)


@pytest.mark.parametrize("text", ["Reports rose.", "Reports `rose`."])
def test_typeface_of_code_is_named_where_the_handout_has_code(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    guide = lay_out(tmp_path)
    change(guide / "mkdocs.yml", "pdf: false", "pdf: true")
    change(guide / "docs" / "background.md", "Reports rose.", text)
    build_here(guide)
    licences = (guide / "site" / "licences.txt").read_text(encoding="utf-8")
    assert ("DejaVu Sans Mono" in licences) == ("`" in text)


@pytest.mark.parametrize("handout", ["true", "false"])
def test_a_typeface_is_named_where_the_handout_has_its_letters(
    handout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    guide = lay_out(tmp_path)
    change(guide / "mkdocs.yml", "pdf: false", "pdf: true")
    chapter = guide / "docs" / "background.md"
    change(chapter, "Reports rose.", "Reports rose: \u0643\u062a\u0628.")
    change(chapter, "description: Why it happens.", f"description: Why it happens.\nhandout: {handout}")
    build_here(guide)
    licences = (guide / "site" / "licences.txt").read_text(encoding="utf-8")
    assert ("Amiri" in licences) == (handout == "true")
