"""The adapter of the search: it reads each page before Material's plugin, and amends the index that was written."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from helpers import a_source, a_term
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

import search
from studyguide.data.guide import Guide
from studyguide.website.search_files import INDEX, LANGUAGES


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"), theme={"name": "material"}, plugins=["search"])
    guide = Guide(terms=(a_term("child", aliases=["minors"]),), sources=(a_source("a"),))
    config.extra["study_guide"] = SimpleNamespace(guide=guide, pages={})
    search.on_config(config)
    return config


def a_page(config: MkDocsConfig, path: str, html: str, title: str) -> Page:
    page = Page(title, File(path, config.docs_dir, config.site_dir, use_directory_urls=True), config)
    page.content, page.toc = html, TableOfContents([])
    config.extra["study_guide"].pages[path] = page
    return page


def test_plugin_reads_the_pages_own_text_once_and_the_data_amend_it(config: MkDocsConfig) -> None:
    html = '<p>Text <details class="guide-backlinks">links</details><!--guide:citation 0-->end</p>'
    page = a_page(
        config, "key-terms.md", f'{html}<h3 id="term-child" data-search-names="x">Child</h3>', "Terms & <names>"
    )
    plugin: Any = config.plugins["material/search"]
    plugin.on_config(config)
    search.on_env(config.theme.get_env(), config, Files([]))
    assert str(page.content).startswith(html)
    config.plugins.run_event("page_context", {}, page=page, config=config, nav=Navigation([], []))
    search.on_page_context({}, page, config, Navigation([], []))
    assert page.content == f'{html}<h3 id="term-child">Child</h3>'
    top, term = plugin.search_index.entries
    assert (top["title"], top["text"]) == ("Terms &amp; &lt;names&gt;", "<p>Text end</p>")
    assert (term["location"], term["names"]) == ("key-terms/#term-child", "minors")


def test_sources_are_added_to_the_index_that_the_plugin_has_written(config: MkDocsConfig) -> None:
    page = a_page(config, "bibliography.md", '<ul><li id="ref-a">“Title”.</li></ul>', "Bibliography")
    search.on_page_context({}, page, config, Navigation([], []))
    index = Path(config.site_dir, INDEX)
    index.parent.mkdir(parents=True)
    index.write_text(json.dumps({"config": {"fields": {}, "lang": ["en"]}, "docs": []}), encoding="utf-8")
    search.on_post_build(config)
    assert '"location":"bibliography/#ref-a","title":"A title","text":"<p>“Title”.</p>"' in index.read_text(
        encoding="utf-8"
    )


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
