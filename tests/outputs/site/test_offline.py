"""Offline: what a reader's device keeps, the text of the worker, and where the control stands."""

import json
from hashlib import sha256
from typing import Any

import pytest

from studyguide.labels.catalogue import ENGLISH
from studyguide.outputs.site.offline import (
    MANIFEST,
    TEMPLATE,
    WORKER,
    News,
    beside_handout,
    cached_files,
    write_manifest,
    write_worker,
)
from tests.paths import THEME


def guide_of(worker: str) -> dict[str, Any]:
    """What the worker's text says of the edition."""
    start, end = worker.index("{"), worker.index(";\n")
    guide: dict[str, Any] = json.loads(worker[start:end])
    return guide


def test_reader_s_files_are_kept_and_no_others() -> None:
    needed = ["404.html", "assets/images/map.svg", "background/index.html", "handout.pdf", MANIFEST]
    others = [WORKER, "_headers", "sitemap.xml", "sitemap.xml.gz", "assets/a.js.map", "assets/images/social.png"]
    assert cached_files([*others, *needed]) == sorted(needed)


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


def test_worker_has_what_is_new_since_each_edition() -> None:
    news = News("2 of 2026-03-01", {"2 of 2026-03-01": "", "1 of 2026-01-31": "New: Poverty"}, "Older.")
    assert guide_of(write_worker({"a.html": b"one"}, "1 May 2026", "2 KB", news))["news"] == {
        "last": "2 of 2026-03-01",
        "since": {"2 of 2026-03-01": "", "1 of 2026-01-31": "New: Poverty"},
        "older": "Older.",
    }
    assert "news" not in guide_of(write_worker({"a.html": b"one"}, "1 May 2026", "2 KB"))


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
    manifest = json.loads(write_manifest("A guide – «x»", "en", ENGLISH))
    assert (manifest["name"], manifest["start_url"], manifest["scope"]) == ("A guide – «x»", "./", "./")
    for icon in manifest["icons"]:
        header = (THEME / icon["src"]).read_bytes()[:24]
        width, height = int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")
        assert icon["sizes"] == f"{width}x{height}"


@pytest.mark.parametrize(("language", "direction"), [("en", None), ("ar", "rtl"), ("fr", None)])
def test_the_manifest_has_the_direction_of_its_words(language: str, direction: str | None) -> None:
    assert json.loads(write_manifest("A", language, ENGLISH)).get("dir") == direction
