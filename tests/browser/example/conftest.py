"""The made-up guide takes the place of this repository's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import build
from tests.browser.server import serving
from tests.example_guide import lay_out_example


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up guide."""
    folder = tmp_path_factory.mktemp("example")
    return build(lay_out_example(folder), folder / "site")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the made-up guide is served."""
    with serving(site) as served:
        yield served
