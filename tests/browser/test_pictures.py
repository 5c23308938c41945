"""Each page as a picture, at a phone's and a desktop's width, light and dark: for eyes, and for what no page may do."""

from pathlib import Path

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.drawings import expect_labels_to_fit
from tests.paths import ROOT

PAGES = sorted(f"{path.stem}/" if path.stem != "index" else "" for path in (ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.rstrip("/") or "home")
def test_page_fits_its_width(visit: Visit, pictures: Path, path: str, width: int, dark: bool) -> None:
    page = visit(path, width=width, dark=dark)
    name = f"{path.rstrip('/') or 'home'}-{width}-{'dark' if dark else 'light'}.png"
    page.screenshot(path=pictures / name, full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", ["timeline/", "introduction/"])
def test_labels_stay_in_their_picture(visit: Visit, path: str, width: int) -> None:
    expect_labels_to_fit(visit(path, width=width))
