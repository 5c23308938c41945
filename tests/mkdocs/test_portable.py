"""The steps that make a site portable: its settings, its addresses and its search."""

from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from studyguide.mkdocs import portable
from studyguide.outputs.site.portable import INDEX_SCRIPT, WORKER_SCRIPT, adapt_site
from studyguide.outputs.site.search_files import INDEX, PACK, language_script
from studyguide.outputs.site.site_pages import SitePages
from tests.mkdocs.contexts import a_context
from tests.outputs.site.test_portable import WORKER

STEMMER = "assets/javascripts/lunr/min/lunr.stemmer.support.min.js"
SITE = {
    "index.html": "<p>",
    "404.html": "<p>",
    "sitemap.xml": "<urlset>",
    INDEX: '{"config":{"lang":["guide"]},"docs":[]}',
    WORKER: "work()",
    STEMMER: "stem()",
    language_script(PACK): "german()",
}


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    monkeypatch.setenv("PORTABLE", "true")
    for name, text in SITE.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\n", encoding="utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"), theme={"name": "mkdocs"}, site_url="https://un.org/guide/")


def files_in(config: MkDocsConfig) -> set[str]:
    site = Path(config.site_dir)
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def adapt(config: MkDocsConfig, languages: list[str]) -> None:
    """Run the last step."""
    pages = SitePages(Path(config.site_dir))
    adapt_site(pages, languages)
    pages.write()


def test_portable_site_has_its_search_in_scripts(config: MkDocsConfig) -> None:
    portable.adapt_settings(config)
    adapt(config, [PACK])
    assert files_in(config) == {"index.html", INDEX_SCRIPT, WORKER_SCRIPT}
    site = Path(config.site_dir)
    assert (site / INDEX_SCRIPT).read_text(encoding="utf-8") == f"var __index = {SITE[INDEX]}"
    assert "work()\\nstem()\\ngerman()" in (site / WORKER_SCRIPT).read_text(encoding="utf-8")
    assert config.extra["polyfills"] == [WORKER_SCRIPT]


def test_portable_site_may_have_no_search(config: MkDocsConfig) -> None:
    Path(config.site_dir, INDEX).unlink()
    adapt(config, [])
    assert files_in(config) == {"index.html", WORKER_SCRIPT}


def test_pages_say_where_they_are_online(config: MkDocsConfig) -> None:
    portable.adapt_settings(config)
    file = File("background.md", config.docs_dir, config.site_dir, use_directory_urls=config.use_directory_urls)
    page = Page("Background", file, config)
    assert page.url == "background.html"
    portable.cite_online_addresses(Files([file]), config, a_context(is_portable=True))
    assert page.canonical_url == "https://un.org/guide/background/"


def test_other_builds_stay(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTABLE")
    portable.adapt_settings(config)
    assert config.use_directory_urls
    assert "polyfills" not in config.extra
