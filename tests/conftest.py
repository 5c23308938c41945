"""What all tests share: how many cases a property is tried on, and that no test leaves a started MkDocs behind.

`--hypothesis-profile=thorough` tries many cases. A commit tries the same ones each time.
"""

import pytest
from hypothesis import settings

from studyguide.mkdocs.session import SESSION, Session

settings.register_profile("quick", deadline=None, derandomize=True)  # a slow machine is no failure
settings.register_profile("thorough", deadline=None, derandomize=True, max_examples=400)
settings.load_profile("quick")


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that starts `serve` is alone in it, and what it builds is not what a pull request is about."""
    for name, value in vars(Session()).items():
        monkeypatch.setattr(SESSION, name, value)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
