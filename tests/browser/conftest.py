"""The guide as built, in a real Chromium. In any test, no page may fail or ask another server for anything."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

from tests.browser.chromium import launch
from tests.browser.server import serving
from tests.built_once import this_guide
from tests.paths import MANUAL, ROOT

PHONE, DESKTOP = 360, 1280
"""Widths in CSS pixels."""
PATIENCE = 30_000
"""How many milliseconds a test waits for what does not come."""
_CHAPTERS = [path.relative_to(ROOT / "docs").with_suffix("").as_posix() for path in (ROOT / "docs").rglob("*.md")]
_SOURCES = sorted([*_CHAPTERS, *(f"chairs/{path.stem}" for path in MANUAL.glob("*.md"))])
EVERY_PAGE = [*(f"{source}/".removesuffix("index/") for source in _SOURCES), "404.html"]
"""The address of each page, also of those that chairs read and of the one for unknown addresses."""
SEARCH = ".md-header [for=__search], .md-search__input"
"""What opens the search, on a phone and elsewhere; its name is in the language of the guide."""
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own guide."""
    return this_guide(tmp_path_factory).site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built guide is served."""
    with serving(site) as served:
        yield served


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium with nothing in it."""
    started = launch(playwright.chromium)
    yield started
    started.close()


@pytest.fixture
def faults() -> list[str]:
    """What the pages of a test did wrong so far. A test that provokes one on purpose takes it out again."""
    return []


@pytest.fixture
def visit(browser: Browser, address: str, faults: list[str]) -> Iterator[Visit]:
    """`visit("background/", width=360, dark=True)` opens a page of the guide as a new reader."""
    contexts = []

    def open_page(path: str = "", *, width: int = DESKTOP, dark: bool = False, **options: Any) -> Page:
        scheme = "dark" if dark else "light"
        size = {"width": width, "height": 800}
        context = browser.new_context(
            **{"base_url": address, "viewport": size, "color_scheme": scheme, "has_touch": width == PHONE, **options}
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: _note_stranger(request, address, faults))
        context.on("console", lambda message: _note_complaint(message, faults))
        context.on("weberror", lambda error: faults.append(f"script error: {error.error}"))
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def _note_stranger(request: Request, address: str, faults: list[str]) -> None:
    if not request.url.startswith((address, "data:", "blob:")):
        faults.append(f"request to {request.url}")


def _note_complaint(message: ConsoleMessage, faults: list[str]) -> None:
    if message.type in ("error", "warning"):
        where = message.page.url if message.page else "a worker"
        faults.append(f"{message.type} on {where}: {message.text} ({message.location['url']})")


@pytest.fixture(scope="session")
def pictures() -> Path | None:
    """Where the test run leaves screenshots, if the environment names a folder for them."""
    if "PICTURES" not in os.environ:
        return None
    folder = Path(os.environ["PICTURES"]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    return folder
