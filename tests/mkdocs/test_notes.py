"""Tests of whether a guide gets the scripts of the reader's own notes: only where a page of it lists them."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from studyguide.mkdocs.context import BuildContext
from studyguide.mkdocs.notes import LATER_STYLE, PARTS, SCRIPT, STYLE, add_notes
from studyguide.mkdocs.theme import SCRIPTS
from tests.mkdocs.contexts import a_context

THEIRS = [SCRIPT, STYLE, LATER_STYLE, *(f"assets/javascripts/notes/{name}.js" for name in PARTS)]


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"), theme={"name": "mkdocs"})
    config.plugins._current_plugin = "guide"  # MkDocs sets it when it runs the hooks
    config.extra_javascript = [*(f"assets/javascripts/{name}.js" for name in SCRIPTS), "own.js"]
    return config


def add(config: MkDocsConfig, chapter: str) -> tuple[list[str], BuildContext]:
    """Return the files of a guide with this chapter, and the state of its build."""
    context = a_context()
    chapters = [File.generated(config, "my-notes.md", content=chapter)]
    files = Files(chapters + [File.generated(config, path, content="") for path in THEIRS])
    add_notes(files, config, context)
    return [file.src_uri for file in files], context


@pytest.mark.parametrize("chapter", ["# Notes", "`<!-- my-notes -->`", "```\n<!-- my-notes -->\n```"])
def test_guide_without_the_page_has_none_of_it(config: MkDocsConfig, chapter: str) -> None:
    files, context = add(config, chapter)
    assert files == ["my-notes.md"]
    assert context.variables.notes_page == ""
    assert SCRIPT not in config.extra_javascript
    assert STYLE not in config.extra_css


def test_guide_with_the_page_loads_little_at_once(config: MkDocsConfig) -> None:
    files, context = add(config, "# Notes\n\n<!-- my-notes -->\n")
    later = [path for path in files if path not in ("my-notes.md", SCRIPT, STYLE)]
    assert context.variables.notes_page == "my-notes/"
    assert context.variables.notes_script in later
    assert [path.rpartition(".")[2] for path in sorted(later)] == ["js", "css"]
    assert config.extra_javascript[-2:] == [SCRIPT, "own.js"]  # a guide's own scripts come last
