"""The search in a language other than English, which has scripts of its own, served and opened from a disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.server import serving
from tests.browser.test_accessibility import search
from tests.built_once import build
from tests.example_guide import lay_out_example


def find_flyway(page: Page) -> None:
    search(page, "Flyway")
    expect(page.locator(".md-search-result__link[href$='#term-flyway']").first).to_be_visible()


@pytest.mark.parametrize("language", ["de", "ru"])
def test_search_works(visit: Visit, faults: list[str], tmp_path: Path, language: str) -> None:
    with serving(build(lay_out_example(tmp_path, language), tmp_path / "site").site) as served:
        page = visit(f"{served}timeline/")
        find_flyway(page)
    strangers = [fault for fault in faults if not fault.startswith(f"request to {served}")]
    assert strangers == []
    faults.clear()


@pytest.mark.parametrize("language", ["de", "ru"])
def test_search_works_from_a_disk(visit: Visit, faults: list[str], tmp_path: Path, language: str) -> None:
    site = build(lay_out_example(tmp_path, language), tmp_path / "site", PORTABLE="true").site
    page = visit(f"{site.as_uri()}/timeline.html")
    find_flyway(page)
    assert all(fault.startswith(f"request to {site.as_uri()}") for fault in faults), faults
    faults.clear()
