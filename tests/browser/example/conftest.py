"""The made-up guide takes the place of this repository's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import serving
from tests.built_once import build_once
from tests.example_guide import lay_out_example


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up guide."""
    return build_once(tmp_path_factory, "example", lay_out_example).site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the made-up guide is served."""
    with serving(site) as served:
        yield served
