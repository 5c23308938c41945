"""What all tests share: how many cases a property is tried on, and that no test leaves a started MkDocs behind.

`--hypothesis-profile=thorough` tries many cases. A commit tries the same ones each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from studyguide.mkdocs.session import SESSION, Session

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

settings.register_profile("quick", deadline=None, derandomize=True)  # a slow machine is no failure
settings.register_profile("thorough", deadline=None, derandomize=True, max_examples=400)
settings.load_profile("quick")


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that starts `serve` is alone in it, and what it builds is not what a pull request is about."""
    for name, value in vars(Session()).items():
        monkeypatch.setattr(SESSION, name, value)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The one driver of all browsers: a process cannot start two."""
    from playwright.sync_api import sync_playwright  # the tests with the lowest versions have none

    with sync_playwright() as driver:
        yield driver
