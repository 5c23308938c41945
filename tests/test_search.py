"""The adapter of the search: it reads each page before Material's plugin, and amends the index that was written."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from helpers import a_term
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import search
from studyguide.guide import Guide
from studyguide.search_files import INDEX, LANGUAGES


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"), theme={"name": "mkdocs"})
    config.extra["study_guide"] = SimpleNamespace(guide=Guide(terms=(a_term("child", aliases=["minors"]),)))
    search.on_config(config)
    return config


def read_page(config: MkDocsConfig, html: str) -> Page:
    file = File("key-terms.md", config.docs_dir, config.site_dir, use_directory_urls=True)
    page = Page("Key terms", file, config)
    page.content = html
    search.on_page_context({}, page, config, Navigation([], []))
    return page


def test_index_is_amended_from_the_pages_and_the_data(config: MkDocsConfig) -> None:
    page = read_page(config, '<h3 id="term-child">Child</h3><details class="guide-backlinks">')
    assert page.content == '<h3 id="term-child">Child</h3><details data-search-exclude="true" class="guide-backlinks">'
    index = Path(config.site_dir, INDEX)
    index.parent.mkdir(parents=True)
    entry = {"location": "key-terms/#term-child", "title": "Child", "text": "“Anyone”"}
    index.write_text(json.dumps({"config": {"fields": {}, "lang": ["en"]}, "docs": [entry]}), encoding="utf-8")
    search.on_post_build(config)
    assert '"text":"“Anyone”","names":"minors"' in index.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("languages", "left"), [(["en"], []), (["en", "de"], ["lunr.de", "lunr.multi", "lunr.stemmer.support"]), (None, [])]
)
def test_scripts_for_languages_that_the_search_does_not_know_are_left_out(
    languages: list[str] | None, left: list[str], config: MkDocsConfig
) -> None:
    folder = Path(config.site_dir, LANGUAGES)
    (folder / "min").mkdir(parents=True)
    for name in ("tinyseg.js", *(f"min/lunr.{name}.min.js" for name in ("de", "fr", "multi", "stemmer.support"))):
        (folder / name).touch()
    index = Path(config.site_dir, INDEX)
    index.parent.mkdir()
    if languages:
        index.write_text(json.dumps({"config": {"fields": {}, "lang": languages}, "docs": []}), encoding="utf-8")
    search.on_post_build(config)
    assert sorted(path.name.removesuffix(".min.js") for path in folder.rglob("*.js")) == left
    assert folder.exists() == bool(left)


def test_guide_without_search_needs_no_index(config: MkDocsConfig) -> None:
    search.on_post_build(config)
    assert not Path(config.site_dir, INDEX).exists()
