"""The steps of 'Save for offline': the control in the pages, and the worker that the build writes last."""

from hashlib import sha256
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from studyguide.mkdocs import offline
from studyguide.outputs.site.offline import MANIFEST, SIZE, WORKER, write_offline_files
from studyguide.outputs.site.site_pages import SitePages
from tests.mkdocs.contexts import a_context
from tests.outputs.site.test_offline import guide_of

FILES = {
    "index.html": f"<p>Keeps {SIZE}</p>",
    "search/search_index.json": '{"config":{"lang":["en"]},"docs":[]}',
    "handout.pdf": "%PDF",
    "assets/javascripts/bundle.js.map": "{}",
    "_headers": "/*",
}


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    for name, text in FILES.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# A\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\n", encoding="utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"), theme={"name": "mkdocs"})


def build(config: MkDocsConfig, *, is_served: bool = False, is_portable: bool = False) -> str:
    """Run the steps, and give the home page's content."""
    context = a_context(is_served=is_served, is_portable=is_portable)
    control = "{% if guide.offline_size %}<i>{{ guide.offline_size }}</i>{% endif %}"
    offline.render_control(Environment(loader=DictLoader({"partials/guide-offline.html": control})), config, context)
    page = Page("A", File("index.md", config.docs_dir, config.site_dir, use_directory_urls=True), config)
    html = offline.add_control(page, "<h1>A</h1>", context)
    if context.variables.offline_size:
        pages = SitePages(Path(config.site_dir))
        write_offline_files(pages, context.title_page, context.guide.labels)
        pages.write()
    return html


def test_build_tells_the_size_in_the_pages_before_it_lists_them(config: MkDocsConfig) -> None:
    assert build(config) == f"<h1>A</h1><i>{SIZE}</i>"
    site = Path(config.site_dir)
    page = (site / "index.html").read_bytes()
    guide = guide_of((site / WORKER).read_text(encoding="utf-8"))
    assert guide["files"].keys() == {"index.html", "search/search_index.json", "handout.pdf", MANIFEST}
    assert guide["files"]["index.html"] == sha256(page).hexdigest()
    assert page.decode() == f"<p>Keeps {guide['size']}</p>"


def test_same_files_give_the_same_worker(config: MkDocsConfig) -> None:
    worker = Path(config.site_dir, WORKER)
    build(config)
    first = worker.read_bytes()
    build(config)
    assert worker.read_bytes() == first


def test_guide_without_search_can_be_kept(config: MkDocsConfig) -> None:
    Path(config.site_dir, "search/search_index.json").unlink()
    build(config)
    assert Path(config.site_dir, WORKER).exists()


@pytest.mark.parametrize("way", ["is_served", "is_portable"])
def test_what_is_served_while_writing_or_opened_from_a_disk_has_no_worker(config: MkDocsConfig, way: str) -> None:
    assert build(config, **{way: True}) == "<h1>A</h1>"
    assert not Path(config.site_dir, WORKER).exists()
    assert not Path(config.site_dir, MANIFEST).exists()
