"""Portable: a site that opens from a disk, and the zip that it is packed into."""

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import pack as packing
import portable
from studyguide.website.portable import (
    FOLDER,
    INDEX_SCRIPT,
    START,
    WORKER_SCRIPT,
    WORKERS,
    online_address,
    pack,
    portable_files,
    write_worker_script,
)
from studyguide.website.search_files import INDEX

MOMENT = datetime(2026, 3, 2, 13, 30, 58, tzinfo=UTC)
WORKER = f"{WORKERS}search.1.min.js"
GERMAN = "assets/javascripts/lunr/min/lunr.de.min.js"
STEMMER = "assets/javascripts/lunr/min/lunr.stemmer.support.min.js"
SITE = {
    "index.html": "<p>",
    "404.html": "<p>",
    "sitemap.xml": "<urlset>",
    INDEX: '{"config":{"lang":["de"]},"docs":[]}',
    WORKER: "work()",
    STEMMER: "stem()",
    GERMAN: "german()",
}


@pytest.mark.parametrize(
    ("file", "online"),
    [
        ("index.html", ""),
        ("background.html", "background/"),
        ("chairs/index.html", "chairs/"),
        ("chairs/files.html", "chairs/files/"),
        ("theindex.html", "theindex/"),
    ],
)
def test_address_online(file: str, online: str) -> None:
    assert online_address(file) == online


def test_what_needs_a_server_is_left_out() -> None:
    needed = ["index.html", INDEX_SCRIPT, WORKER_SCRIPT, "handout.pdf", "chairs/index.html"]
    assert portable_files([*needed, "404.html", INDEX, WORKER, GERMAN, "assets/images/icon-192.png"]) == needed


def test_worker_is_a_script_with_what_it_would_have_loaded() -> None:
    source = write_worker_script('say("</script>\\n")', ["german()"]).splitlines()[0]
    text = json.loads(source.removeprefix("const SEARCH_WORKER = ").removesuffix(";"))
    assert text.splitlines() == ['say("</script>\\n")', "german()", "self.importScripts = () => {};"]
    assert "importScripts" not in write_worker_script("work()", [])


# The zip


def test_zip_is_sorted_dated_and_one_folder() -> None:
    with ZipFile(BytesIO(pack({"b.html": b"B", "a/ä.html": b"A"}, MOMENT))) as archive:
        assert archive.testzip() is None
        names = [entry.filename for entry in archive.infolist()]
        assert names == [FOLDER + START, f"{FOLDER}guide/a/ä.html", f"{FOLDER}guide/b.html"]
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 2, 13, 30, 58)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
        assert archive.read(f"{FOLDER}guide/b.html") == b"B"
        assert b'href="guide/index.html"' in archive.read(FOLDER + START)


def test_same_files_give_the_same_zip() -> None:
    assert pack({"a": b"A", "b": b"B"}, MOMENT) == pack({"b": b"B", "a": b"A"}, MOMENT)


@pytest.mark.parametrize(("epoch", "year"), [("1772458258", 2026), (None, 1980)])
def test_folder_is_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str | None, year: int) -> None:
    (tmp_path / "site" / "a").mkdir(parents=True)
    (tmp_path / "site" / "a" / "b.html").write_bytes(b"B")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    packing.main([str(tmp_path / "site"), str(tmp_path / "site.zip")])
    with ZipFile(tmp_path / "site.zip") as archive:
        assert archive.read(f"{FOLDER}guide/a/b.html") == b"B"
        assert archive.infolist()[0].date_time[0] == year
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.zip"}


# The adapter


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


def test_portable_site_has_its_search_in_scripts(config: MkDocsConfig) -> None:
    portable.on_config(config)
    config.extra["search_languages"] = ["de"]
    portable.on_post_build(config)
    assert files_in(config) == {"index.html", INDEX_SCRIPT, WORKER_SCRIPT}
    site = Path(config.site_dir)
    assert (site / INDEX_SCRIPT).read_text(encoding="utf-8") == f"var __index = {SITE[INDEX]}"
    assert "work()\\nstem()\\ngerman()" in (site / WORKER_SCRIPT).read_text(encoding="utf-8")
    assert config.extra["polyfills"] == [WORKER_SCRIPT]


def test_portable_site_may_have_no_search(config: MkDocsConfig) -> None:
    Path(config.site_dir, INDEX).unlink()
    portable.on_config(config)
    config.extra["search_languages"] = []
    portable.on_post_build(config)
    assert files_in(config) == {"index.html", WORKER_SCRIPT}


def test_pages_say_where_they_are_online(config: MkDocsConfig) -> None:
    portable.on_config(config)
    file = File("background.md", config.docs_dir, config.site_dir, use_directory_urls=config.use_directory_urls)
    page = Page("Background", file, config)
    assert page.url == "background.html"
    portable.on_nav(Navigation([], []), config, Files([file]))
    assert page.canonical_url == "https://un.org/guide/background/"


def test_other_builds_stay(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTABLE")
    before = files_in(config)
    portable.on_config(config)
    portable.on_nav(Navigation([], []), config, Files([]))
    portable.on_post_build(config)
    assert files_in(config) == before
    assert config.use_directory_urls
    assert "polyfills" not in config.extra
