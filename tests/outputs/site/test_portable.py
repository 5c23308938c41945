"""Portable: a site that opens from a disk, and the zip that it is packed into."""

import json
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from studyguide.labels.catalogue import ENGLISH, labels_for
from studyguide.outputs.site.portable import (
    FOLDER,
    INDEX_SCRIPT,
    WORKER_SCRIPT,
    WORKERS,
    language_of,
    online_address,
    pack,
    portable_files,
    write_worker_script,
)
from studyguide.outputs.site.search_files import INDEX

MOMENT = datetime(2026, 3, 2, 13, 30, 58, tzinfo=UTC)
WORKER = f"{WORKERS}search.1.min.js"
GERMAN = "assets/javascripts/lunr/min/lunr.de.min.js"


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
    with ZipFile(BytesIO(pack({"b.html": b"B", "a/ä.html": b"A"}, MOMENT, ENGLISH))) as archive:
        assert archive.testzip() is None
        names = [entry.filename for entry in archive.infolist()]
        assert names == [f"{FOLDER}Open me.html", f"{FOLDER}guide/a/ä.html", f"{FOLDER}guide/b.html"]
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 2, 13, 30, 58)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
        assert archive.read(f"{FOLDER}guide/b.html") == b"B"
        assert b'href="guide/index.html"' in archive.read(f"{FOLDER}Open me.html")


def test_same_files_give_the_same_zip() -> None:
    assert pack({"a": b"A", "b": b"B"}, MOMENT, ENGLISH) == pack({"b": b"B", "a": b"A"}, MOMENT, ENGLISH)


def test_the_first_page_has_its_direction() -> None:
    packed = pack({"index.html": b"Home"}, MOMENT, labels_for("ar"))
    with ZipFile(BytesIO(packed)) as archive:
        (first,) = (name for name in archive.namelist() if name.count("/") == 1)
        assert '<html lang="ar" dir="rtl">' in archive.read(first).decode()


@pytest.mark.parametrize(
    ("page", "language"), [(b'<!doctype html><html lang="pt-BR" class="no-js">', "pt-BR"), (b"Home", "en")]
)
def test_a_page_says_its_language(page: bytes, language: str) -> None:
    assert language_of(page) == language
