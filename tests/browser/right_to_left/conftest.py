"""The guide in Arabic takes the place of this repository's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import build
from tests.browser.server import serving
from tests.languages.guides import lay_out_guide


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide in Arabic."""
    folder = tmp_path_factory.mktemp("arabic")
    return build(lay_out_guide(folder, "ar"), folder / "site")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the guide in Arabic is served."""
    with serving(site) as served:
        yield served
