"""Tests of `studyguide edition`: what it writes, and what a build then says of the changes since."""

import json
import re
from pathlib import Path

import pytest

from studyguide.cli import main as studyguide
from tests.crawler import Site
from tests.mkdocs.test_build import build_here, change, lay_out

PAGE = "# What changed\n\n<!-- what-changed -->\n"


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good guide with a page for the changes, as the current folder."""
    guide = lay_out(tmp_path)
    (guide / "docs" / "what-changed.md").write_text(PAGE, encoding="utf-8")
    change(guide / "mkdocs.yml", "corrections.md\n", "corrections.md\n  - What changed: what-changed.md\n")
    monkeypatch.chdir(guide)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769817600")  # 31 January 2026, 00:00 UTC
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    return guide


def made(guide: Path) -> bytes:
    """Make an edition, and return what was written."""
    assert studyguide(["edition"]) == 0
    return (guide / "edition.json").read_bytes()


def add(guide: Path, text: str) -> None:
    """Add a paragraph to the end of a chapter."""
    chapter = guide / "docs" / "background.md"
    chapter.write_text(f"{chapter.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def test_an_edition_is_made_once(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = made(guide)
    assert "edition.json is edition 1 of 2026-01-31, with" in capsys.readouterr().out
    assert made(guide) == first
    assert "Nothing has changed since edition 1 of 2026-01-31" in capsys.readouterr().out
    add(guide, "More.")
    second = made(guide)
    assert b'{"number": 2, "date": "2026-01-31"}' in second
    assert b'[1, "sections", "background.md#' in second


def test_a_guide_with_mistakes_gets_none(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(guide, "[Lost](nowhere.md).")
    assert studyguide(["edition"]) == 1
    assert "No edition was made: mend this first." in capsys.readouterr().err
    assert not (guide / "edition.json").exists()


def test_a_damaged_edition_is_left_as_it_is(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = made(guide)[:-40]
    (guide / "edition.json").write_bytes(damaged)
    assert studyguide(["edition"]) == 1
    assert "This file ends too early" in capsys.readouterr().err
    assert (guide / "edition.json").read_bytes() == damaged


def test_a_build_tells_what_changed_since(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also since the edition before the last, which is what a reader may have printed or saved."""
    made(guide)
    add(guide, "Something else.")
    made(guide)
    add(guide, "The last word.")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    build_here(guide)
    page = (guide / "site" / "background" / "index.html").read_text(encoding="utf-8")
    (mark,) = [line for line in page.splitlines() if 'class="guide-changed' in line]
    assert "Changed since the last edition" in mark
    page = (guide / "site" / "what-changed" / "index.html").read_text(encoding="utf-8")
    since, _, step = page.partition("Changes from edition 1 to edition 2</h2>")
    assert [re.findall(r"Added: </span>([^<]*)", part) for part in (since, step)] == [
        ["The last word."],
        ["Something else."],
    ]
    worker = (guide / "site" / "offline-worker.js").read_text(encoding="utf-8")
    news = json.loads(worker[worker.index("{") : worker.index(";\n")])["news"]
    assert news["last"] == "2 of 2026-01-31"
    first, second = news["since"]["1 of 2026-01-31"], news["since"]["2 of 2026-01-31"]
    assert first == second.replace("since edition 2: ", "since edition 1: ")
    assert first.startswith("New, changed or gone since edition 1: ")
    assert news["older"] == f"What changed before edition 1 is not listed. {first}"
    assert Site(guide / "site").dead_links() == []
