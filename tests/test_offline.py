"""Offline: what a reader's device keeps, the worker that the build writes, and where the control stands."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import offline
from session import SESSION
from studyguide.website.offline import (
    MANIFEST,
    SIZE,
    TEMPLATE,
    WORKER,
    beside_handout,
    kept_files,
    write_manifest,
    write_worker,
)

FILES = {
    "index.html": f"<p>Keeps {SIZE}</p>",
    "search/search_index.json": '{"config":{"lang":["en"]},"docs":[]}',
    "handout.pdf": "%PDF",
    "assets/javascripts/bundle.js.map": "{}",
    "_headers": "/*",
}


def guide_of(worker: str) -> dict[str, Any]:
    """What the worker's text says of the edition."""
    start, end = worker.index("{"), worker.index(";\n")
    guide: dict[str, Any] = json.loads(worker[start:end])
    return guide


# The core


def test_reader_s_files_are_kept_and_no_others() -> None:
    needed = ["404.html", "assets/images/map.svg", "background/index.html", "handout.pdf", MANIFEST]
    others = [WORKER, "_headers", "sitemap.xml", "sitemap.xml.gz", "assets/a.js.map", "assets/images/social.png"]
    assert kept_files([*others, *needed]) == sorted(needed)


def test_worker_lists_each_file_with_its_hash_and_ends_with_the_template() -> None:
    worker = write_worker({"b/ä (1)#.png": b"two", "a.html": b"one"}, "1 May 2026", "2 KB")
    guide = guide_of(worker)
    assert guide["files"] == {
        "a.html": sha256(b"one").hexdigest(),
        "b/%C3%A4%20(1)%23.png": sha256(b"two").hexdigest(),  # as a browser writes the address
    }
    assert list(guide["files"]) == sorted(guide["files"])
    assert (guide["name"], guide["size"], guide["bytes"]) == ("1 May 2026", "2 KB", 6)
    assert worker.endswith(TEMPLATE.read_text(encoding="utf-8"))


def test_edition_is_named_by_what_it_holds() -> None:
    def edition(files: dict[str, bytes], name: str = "") -> str:
        return str(guide_of(write_worker(files, name, ""))["edition"])

    one = edition({"a": b"1", "b": b"2"})
    assert one == edition({"b": b"2", "a": b"1"}, "another day")
    assert len({one, edition({"a": b"1", "b": b"3"}), edition({"a": b"1"}), edition({"a": b"1", "c": b"2"})}) == 4


def test_control_stands_behind_the_handout() -> None:
    handout = '<p class="guide-handout screen-only"><a>PDF</a></p>'
    assert beside_handout(f"<h1>A</h1>{handout}<p>B</p>", "<i>") == f"<h1>A</h1>{handout}<i><p>B</p>"
    assert beside_handout("<h1>A</h1>", "<i>") == "<h1>A</h1><i>"


def test_manifest_names_icons_that_are_there() -> None:
    manifest = json.loads(write_manifest("A guide – «x»", "en"))
    assert (manifest["name"], manifest["start_url"], manifest["scope"]) == ("A guide – «x»", "./", "./")
    overrides = Path(__file__).parents[1] / "overrides"
    for icon in manifest["icons"]:
        header = (overrides / icon["src"]).read_bytes()[:24]
        width, height = int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")
        assert icon["sizes"] == f"{width}x{height}"


# The adapter


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    for name, text in FILES.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# A\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\n", encoding="utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"), theme={"name": "mkdocs"})


def build(config: MkDocsConfig) -> str:
    """Run the events, and give the home page's content."""
    offline.on_config(config)
    control = "{% if config.extra.offline %}<i>{{ config.extra.offline }}</i>{% endif %}"
    offline.on_env(Environment(loader=DictLoader({"partials/guide-offline.html": control})), config, Files([]))
    page = Page("A", File("index.md", config.docs_dir, config.site_dir, use_directory_urls=True), config)
    page.content = "<h1>A</h1>"
    offline.on_page_context({}, page, config, Navigation([], []))
    offline.on_post_build(config)
    return page.content


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


@pytest.mark.parametrize(("command", "is_portable"), [("serve", False), ("build", True)])
def test_what_is_served_while_writing_or_opened_from_a_disk_has_no_worker(
    config: MkDocsConfig, command: str, is_portable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SESSION, "command", command)
    config.extra["portable"] = is_portable
    assert build(config) == "<h1>A</h1>"
    assert not Path(config.site_dir, WORKER).exists()
    assert not Path(config.site_dir, MANIFEST).exists()
