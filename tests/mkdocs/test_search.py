"""The steps of the search: they read each page in the place of Material's plugin, and amend its index."""

import json
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from studyguide.crossref.completeness import count_page
from studyguide.data.guide import Guide
from studyguide.mkdocs import search
from studyguide.mkdocs.context import BuildContext
from studyguide.mkdocs.rendering import RenderedPage
from studyguide.outputs.site.search_files import INDEX, LANGUAGES
from tests.helpers import a_source, a_term
from tests.mkdocs.contexts import a_context


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\n", encoding="utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"), theme={"name": "material"}, plugins=["search"])


@pytest.fixture
def context() -> BuildContext:
    return a_context(Guide(terms=(a_term("child", aliases=["minors"]),), sources=(a_source("a"),)))


def a_page(config: MkDocsConfig, context: BuildContext, path: str, html: str, title: str) -> Page:
    page = Page(title, File(path, config.docs_dir, config.site_dir, use_directory_urls=True), config)
    page.content, page.toc = html, TableOfContents([])
    context.pages[path] = page
    return page


def test_plugin_reads_the_pages_own_text_once_and_the_data_amend_it(
    config: MkDocsConfig, context: BuildContext
) -> None:
    html = '<p>Text <details class="guide-backlinks">links</details><!--guide:citation 0-->end</p>'
    heading = '<h3 id="term-child" data-search-names="x">Child</h3>'
    page = a_page(config, context, "key-terms.md", html + heading, "Terms & <names>")
    plugin: Any = config.plugins["material/search"]
    plugin.on_config(config)
    search.begin(Files([page.file]), config, context)
    search.read_pages(config, context)
    assert page.content == html + heading
    config.plugins.run_event("page_context", {}, page=page, config=config, nav=Navigation([], []))
    assert search.notes_of(page, html + heading, context) == []
    top, term = plugin.search_index.entries
    assert (top["title"], top["text"]) == ("Terms &amp; &lt;names&gt;", "<p>Text end</p>")
    assert (term["location"], term["names"]) == ("key-terms/#term-child", "minors")


def test_sources_are_added_to_the_index_that_the_plugin_has_written(
    config: MkDocsConfig, context: BuildContext
) -> None:
    html = '<ul><li id="ref-a">“Title”.</li></ul>'
    page = a_page(config, context, "bibliography.md", html, "Bibliography")
    bibliography = search.searched_bibliography(page, html)
    context.rendering.pages[page.file.src_uri] = RenderedPage(count_page(html), [], bibliography)
    index = Path(config.site_dir, INDEX)
    index.parent.mkdir(parents=True)
    index.write_text(json.dumps({"config": {"fields": {}, "lang": ["en"]}, "docs": []}), encoding="utf-8")
    search.amend_index(config, context)
    assert '"location":"bibliography/#ref-a","title":"A title","text":"<p>“Title”.</p>"' in index.read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("languages", "left"), [(["en"], []), (["en", "de"], ["lunr.guide", "lunr.stemmer.support"]), (None, [])]
)
def test_scripts_for_languages_that_the_search_does_not_know_are_left_out(
    languages: list[str] | None, left: list[str], config: MkDocsConfig, context: BuildContext
) -> None:
    folder = Path(config.site_dir, LANGUAGES)
    (folder / "min").mkdir(parents=True)
    for name in ("tinyseg.js", *(f"min/lunr.{name}.min.js" for name in ("de", "fr", "multi", "stemmer.support"))):
        (folder / name).touch()
    index = Path(config.site_dir, INDEX)
    index.parent.mkdir()
    if languages:
        index.write_text(json.dumps({"config": {"fields": {}, "lang": languages}, "docs": []}), encoding="utf-8")
    search.amend_index(config, context)
    assert sorted(path.name.removesuffix(".min.js") for path in folder.rglob("*.js")) == left
    assert folder.exists() == bool(left)


def test_guide_without_search_needs_no_index(config: MkDocsConfig, context: BuildContext) -> None:
    search.amend_index(config, context)
    assert not Path(config.site_dir, INDEX).exists()


def test_a_page_without_all_of_its_text_is_not_indexed_before_all_are_read(
    config: MkDocsConfig, context: BuildContext
) -> None:
    whole = '<h1 id="rivers">Rivers</h1><p>The <a href="guide:background.md#x">Nile</a>.</p><!--guide:mentioned-in x-->'
    page = a_page(config, context, "rivers.md", whole, "Rivers")
    config.plugins["material/search"].on_config(config)
    search.begin(Files([page.file]), config, context)
    (entry,) = search.early_entries(page, whole, context) or []
    assert (entry["location"], entry["text"]) == ("rivers/", "<p>The Nile.</p>")
    assert search.early_entries(page, '<p><a href="guide:background.md#x"></a></p>', context) is None
    assert search.early_entries(page, "<!--guide:corrections-->", context) is None
    context.entries["rivers.md"] = [entry]
    search.read_pages(config, context)
    assert context.indexer
    assert context.indexer.index.entries == [entry]
