"""The typefaces of a guide: chosen by its language and letters, named in fonts.lock, and renewed with the engine."""

from pathlib import Path

import pytest

from studyguide import cli
from studyguide.authoring.fonts import FONTS_LOCK, fonts_lock, locked_typefaces, needed_typefaces
from studyguide.authoring.upgrade import upgrade_guide
from studyguide.data.typefaces import ARABIC, SIMPLIFIED, TRADITIONAL, Typeface
from tests.authoring.wheels import fill_guide, make_engine
from tests.paths import ENGINE


def a_guide(folder: Path, language: str, chapter: str) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(f"site_name: Ours\ntheme:\n  name: material\n  language: {language}\n")
    (folder / "docs" / "index.md").write_text(chapter, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("language", "chapter", "faces"),
    [
        ("en", "# Ours\n\nΕλλάδα, Україна, Türkiye\n", ()),
        ("fr", "# Le nôtre\n\nحماية\n", (ARABIC,)),
        ("ar", "# Ours\n", (ARABIC,)),
        ("zh", "# Ours\n", (SIMPLIFIED,)),
        ("zh-Hant", "# Ours\n\nحماية\n", (TRADITIONAL, ARABIC)),
    ],
)
def test_the_language_and_the_letters_decide(
    language: str, chapter: str, faces: tuple[Typeface, ...], tmp_path: Path
) -> None:
    assert needed_typefaces(a_guide(tmp_path / "guide", language, chapter)) == faces


def test_a_lock_names_its_typefaces_with_hashes() -> None:
    lock = fonts_lock(ENGINE, (ARABIC, TRADITIONAL))
    assert locked_typefaces(lock) == (ARABIC, TRADITIONAL)
    packages = [line.partition("==")[0] for line in lock.splitlines() if "==" in line]
    assert packages == ["fontpkg", "fontpkg-amiri", "pylopdf-fonts-zh-tw"]  # the first is what the second needs
    assert lock.count("--hash=sha256:") >= len(packages)
    assert fonts_lock(ENGINE, ()) == ""


def test_the_command_writes_the_lock_and_takes_it_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(a_guide(tmp_path / "guide", "zh", "# Ours\n"))
    assert cli.main(["fonts"]) == 0
    assert Path(FONTS_LOCK).read_text(encoding="utf-8") == fonts_lock(ENGINE, (SIMPLIFIED,))
    assert "Noto Serif SC for Chinese. The next command of make installs them." in capsys.readouterr().out
    Path("mkdocs.yml").write_text("site_name: Ours\n")
    assert cli.main(["fonts"]) == 0
    assert not Path(FONTS_LOCK).exists()
    assert "needs no typeface" in capsys.readouterr().out


def test_a_folder_without_a_guide_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["fonts"]) == 2
    assert capsys.readouterr().err == "This folder is no guide: it has no mkdocs.yml.\n"


def test_an_upgrade_renews_the_typefaces_that_the_guide_has(tmp_path: Path) -> None:
    lock = "authoring/font_locks/arabic.lock"
    old = make_engine(tmp_path / "old", "2.0.0")
    new = make_engine(tmp_path / "new", "2.1.0", {lock: "# Newer\nfontpkg-amiri==1.3 \\\n    --hash=sha256:aa\n"})
    guide = tmp_path / "guide"
    fill_guide(guide, old)
    (guide / FONTS_LOCK).write_text(fonts_lock(old.package, (ARABIC,)), encoding="utf-8")
    plan = upgrade_guide(guide, new)
    assert "fonts.lock: brought to engine 2.1.0." in plan.told
    assert "fontpkg-amiri==1.3" in (guide / FONTS_LOCK).read_text(encoding="utf-8")
