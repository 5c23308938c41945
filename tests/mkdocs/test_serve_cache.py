"""Tests of serve_cache: what `serve` keeps between its builds spares work, and never shows."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mkdocs.test_build import change, files_below
from tests.paths import MANUAL, STYLES, THEME
from tests.test_reproducible import copy_guide

SERVE = """
import shutil, sys
from pathlib import Path
from mkdocs.commands.serve import serve
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page

converted, render = [], Page.render

def count(page, config, files):
    converted.append(page.file.src_uri)
    render(page, config, files)

def stand_in(server, **_):
    for path, old, new in changes:
        converted.clear()
        text = Path(path).read_text(encoding="utf-8") if Path(path).exists() else ""
        assert old in text, (path, old)
        Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")
        server.builder()
        print(" ".join(sorted(converted)), flush=True)
    shutil.copytree(server.root, sys.argv[1])

Page.render, LiveReloadServer.serve = count, stand_in
changes = eval(sys.argv[2])
serve(strict=True, dev_addr="127.0.0.1:8000")
"""
"""Serves without a network: makes the changes one after the other, builds behind each, and copies the last site."""
Change = tuple[str, str, str]


def served(guide: Path, site: Path, *changes: Change) -> list[set[str]]:
    """Serve the guide while it is changed; give the chapters that each change had converted."""
    command = [sys.executable, "-c", SERVE, str(site), repr(changes)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1772409600"}
    done = subprocess.run(command, cwd=guide, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [set(line.split()) for line in done.stdout.splitlines()]


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """This guide with a style and a template of its own, and without PDFs, which `serve` makes beside its builds."""
    guide = copy_guide(tmp_path / "guide")
    shutil.copytree(STYLES, guide / "styles")
    (guide / "overrides").mkdir()
    shutil.copy(THEME / "main.html", guide / "overrides")
    change(guide / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    change(guide / "mkdocs.yml", "\n  guide:\n", "\n  guide:\n    pdf: false\n")
    return guide


TITLE = ("docs/background.md", "\n# Background", "\n# Changed background")
TERM = ("glossary.yaml", "- id: ", "- id: new-term\n  term: Internet\n  definition: Where it all is.\n\n- id: ")
ASIDE = ("docs/background.md", "---\n", "---\nhandout: false\n")
NAV = ("mkdocs.yml", "- Stakeholders: ", "- Who is who: ")
FILE = ("docs/map.txt", "", "What a chapter may link to.")
STYLE = ("styles/mla-notes.csl", '<layout suffix=".">', '<layout suffix=" (changed).">')
SNIPPETS = ("mkdocs.yml", "  - tables\n", "  - tables\n  - pymdownx.snippets\n")
CHANGED = '{% extends "studyguide.html" %}{% block content %}<p>Changed.</p>{{ super() }}{% endblock %}'
TEMPLATE = ("overrides/main.html", '{% extends "studyguide.html" %}', CHANGED)


def test_a_site_that_was_kept_in_parts_is_the_one_that_is_built_anew(guide: Path, tmp_path: Path) -> None:
    every = {file.relative_to(guide / "docs").as_posix() for file in (guide / "docs").rglob("*.md")}
    every |= {f"chairs/{file.name}" for file in MANUAL.glob("*.md")}
    converted = served(guide, tmp_path / "kept", TITLE, TERM, ASIDE, NAV, FILE, STYLE, TEMPLATE)
    assert converted == [{"background.md"}, every, {"background.md"}, every, every, set(), set()]
    served(guide, tmp_path / "anew", ("docs/background.md", "#", "#"))
    kept, anew = files_below(tmp_path / "kept"), files_below(tmp_path / "anew")
    assert kept.keys() == anew.keys()
    assert [name for name in kept if kept[name] != anew[name]] == []
    assert b"<p>Changed.</p>" in kept["background/index.html"]
    assert b" (changed)." in kept["bibliography/index.html"]


def test_nothing_is_kept_where_an_extension_may_read_other_files(guide: Path, tmp_path: Path) -> None:
    first, second = served(guide, tmp_path / "site", SNIPPETS, TITLE)
    assert len(second) == len(first) > 1
