"""The files that a guide offers beside its PDFs: made in a build alone, and reached from each page."""

import json
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from studyguide.mkdocs.check import find_problems
from studyguide.outputs.book import Book
from studyguide.outputs.ebook import epub
from tests.mkdocs.test_build import build_here, change, lay_out

PDF = "    pdf: false # most tests do not look at it\n"


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good guide with an e-book and no PDFs."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772409600")
    folder = lay_out(tmp_path)
    change(folder / "docs" / "index.md", "\nQuestions", "\n<!-- handout -->\n\nQuestions")
    change(folder / "mkdocs.yml", PDF, f"{PDF}    downloads: [epub]\n")
    return folder


def not_made(book: Book) -> bytes:
    raise AssertionError(book.title_page.title)


def test_each_page_leads_to_the_ebook_and_the_home_page_says_how_large_it_is(guide: Path) -> None:
    build_here(guide)
    home = (guide / "site" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<p class="guide-handout[^>]*><a href="guide.epub">E-book</a>: EPUB, \d+ KB.</p>', home)
    link = '<a href="../guide.epub" aria-label="Download the e-book (EPUB)">'
    assert link in (guide / "site" / "background" / "index.html").read_text(encoding="utf-8")
    assert not (guide / "site" / "handout.pdf").exists()


def test_it_is_kept_offline_with_the_rest(guide: Path) -> None:
    build_here(guide)
    worker = (guide / "site" / "offline-worker.js").read_text(encoding="utf-8")
    kept = json.loads(worker.removeprefix("const GUIDE = ").partition(";\n")[0])
    assert "guide.epub" in kept["files"]


def test_it_is_in_the_site_without_a_server(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTABLE", "true")
    build_here(guide)
    assert (guide / "site" / "guide.epub").read_bytes().startswith(b"PK")
    assert 'href="guide.epub"' in (guide / "site" / "background.html").read_text(encoding="utf-8")


def test_serve_and_the_check_make_none(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "write_publication", not_made)
    config = load_config(str(guide / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
    config.plugins.on_shutdown()
    assert "guide.epub" not in (guide / "site" / "index.html").read_text(encoding="utf-8")
    assert find_problems(load_config(str(guide / "mkdocs.yml"))) == []


def test_a_guide_that_asks_for_none_has_none(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "write_publication", not_made)
    change(guide / "mkdocs.yml", "    downloads: [epub]\n", "")
    build_here(guide)
    assert "guide.epub" not in (guide / "site" / "index.html").read_text(encoding="utf-8")
