"""The guide in Arabic takes the place of this repository's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import serving
from tests.built_once import guide_in


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide in Arabic."""
    return guide_in(tmp_path_factory, "ar").site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the guide in Arabic is served."""
    with serving(site) as served:
        yield served
