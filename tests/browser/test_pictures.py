"""Each page at a phone's and a desktop's width: what no page may do, and pictures, light and dark, for eyes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.drawings import expect_labels_to_fit
from tests.paths import ROOT

PAGES = sorted(f"{path.stem}/" if path.stem != "index" else "" for path in (ROOT / "docs").glob("*.md"))


def take_pictures(page: Page, name: Path) -> None:
    """Keep the whole page as it is by day and by night."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=f"{name}-{scheme}.png", full_page=True)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.rstrip("/") or "home")
def test_page_fits_its_width(visit: Visit, pictures: Path | None, path: str, width: int) -> None:
    page = visit(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    if pictures:
        take_pictures(page, pictures / f"{path.rstrip('/') or 'home'}-{width}")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", ["timeline/", "introduction/"])
def test_labels_stay_in_their_picture(visit: Visit, path: str, width: int) -> None:
    expect_labels_to_fit(visit(path, width=width))
