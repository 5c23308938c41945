"""Converted pages are kept between builds: what is kept spares work, never shows, and is never trusted blindly."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from studyguide.data.kept_file import keep
from studyguide.mkdocs.kept_pages import KeptPages
from tests.mkdocs.test_build import change, files_below, lay_out
from tests.paths import MANUAL

BUILD = """
import logging, sys
from mkdocs.__main__ import cli
from mkdocs.structure.pages import Page
from studyguide.citeproc import pandoc
render, run = Page.render, pandoc.convert
def told(page, *given):
    print(page.file.src_uri)
    if page.file.src_uri in sys.argv:
        logging.getLogger("mkdocs.structure.pages").info("A link of this page may be wrong.")
    render(page, *given)
Page.render = told
pandoc.convert = lambda *given: (print("pandoc"), run(*given))[1]
cli(["build", "--strict"])
"""
PAGES = {
    "bibliography.md",
    "background.md",
    "corrections.md",
    "index.md",
    "key-terms.md",
    "stakeholders.md",
    "timeline.md",
}
PAGES |= {f"chairs/{page.name}" for page in MANUAL.glob("*.md")}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    guide = lay_out(tmp_path)
    change(guide / "mkdocs.yml", "    pdf: false", "    jobs: 1\n    pdf: false")
    return guide


def build(guide: Path, *told: str) -> tuple[set[str], dict[str, bytes]]:
    """Build; return what was converted, and the site. MkDocs tells something of some pages while it converts them."""
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1772409600"}
    command = [sys.executable, "-c", BUILD, *told]
    done = subprocess.run(command, cwd=guide, env=env, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split()), files_below(guide / "site")


def kept_in(guide: Path) -> Path:
    (file,) = (guide / ".cache" / "pages").iterdir()
    return file


def test_a_build_converts_what_has_changed(guide: Path) -> None:
    converted, site = build(guide)
    assert converted == {*PAGES, "pandoc"}
    assert build(guide) == (set(), site)
    change(guide / "docs" / "background.md", "# Background\n", "# Background\n\nOne sentence more.\n")
    converted, changed = build(guide)
    assert converted == {"background.md"}
    (guide / ".cache").rename(guide / "elsewhere")
    assert build(guide) == ({*PAGES, "pandoc"}, changed)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("glossary.yaml", "- id: hotline", "- id: new-term\n  term: Water\n  definition: It flows.\n\n- id: hotline"),
        ("mkdocs.yml", "  - tables", "  - tables\n  - nl2br"),
        ("labels/en.po", "", 'msgid "Notes"\nmsgstr "Footnotes"\n'),
        ("docs/new.md", "", "# New\n\nWords.\n"),
    ],
)
def test_what_pages_share_converts_all_of_them(guide: Path, file: str, old: str, new: str) -> None:
    build(guide)
    (guide / file).parent.mkdir(exist_ok=True)
    (guide / file).touch()
    change(guide / file, old, new)
    if file.endswith("new.md"):
        change(guide / "mkdocs.yml", "nav:\n", "nav:\n  - New: new.md\n")
    assert build(guide)[0] >= PAGES


def test_pages_that_a_hook_may_change_are_not_kept(guide: Path) -> None:
    (guide / "hooks").mkdir()
    (guide / "hooks" / "own.py").write_text("def on_page_content(html, **_):\n    return html\n", encoding="utf-8")
    change(guide / "mkdocs.yml", "guide.py]", "guide.py, hooks/own.py]")
    build(guide)
    assert not (guide / ".cache" / "pages").exists()


@pytest.mark.parametrize(
    "damage",
    [lambda kept: kept[:-5], lambda kept: b"", lambda kept: kept[:-1] + bytes([kept[-1] ^ 1])],
    ids=["cut", "empty", "one bit"],
)
def test_a_damaged_file_is_passed_over(guide: Path, damage: Callable[[bytes], bytes]) -> None:
    _, site = build(guide)
    kept_in(guide).write_bytes(damage(kept_in(guide).read_bytes()))
    assert build(guide) == (PAGES, site)
    assert build(guide) == (set(), site)


def test_a_page_of_which_something_is_told_is_converted_each_time(guide: Path) -> None:
    build(guide, "background.md")
    assert build(guide)[0] == {"background.md"}
    assert build(guide)[0] == set()


def test_nothing_but_known_classes_is_made_of_a_file(tmp_path: Path) -> None:
    class Other:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "made"),)

    pages = KeptPages(tmp_path / "kept", {})
    pages.find("a.md", b"Text")
    pages.pages = {pages.checksums["a.md"]: pickle.dumps(Other())}
    assert not pages.find("a.md", b"Text")
    for content in (pickle.dumps(Other()), pickle.dumps(("a", 1)), b"no pickle"):
        keep(tmp_path / "kept", [content])
        read = KeptPages.read(tmp_path / "kept")
        read.listen_no_more()
        assert read.pages == {}
    assert not (tmp_path / "made").exists()
