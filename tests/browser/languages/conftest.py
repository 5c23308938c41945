"""Each small guide of tests/languages/ in turn takes the place of this repository's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.browser.conftest import build
from tests.browser.server import serving
from tests.languages.guides import GUIDES, lay_out_guide

LANGUAGES = sorted(folder.name for folder in GUIDES.iterdir() if folder.is_dir())


@pytest.fixture(scope="module", params=LANGUAGES)
def guide(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the guide in one language."""
    return lay_out_guide(tmp_path_factory.mktemp("small"), request.param)


@pytest.fixture(scope="module")
def terms(guide: Path) -> list[dict[str, Any]]:
    """The key terms as they stand in its glossary."""
    terms: list[dict[str, Any]] = yaml.safe_load((guide / "glossary.yaml").read_text(encoding="utf-8"))
    return terms


@pytest.fixture(scope="module")
def site(guide: Path) -> Path:
    """The guide as built."""
    return build(guide, guide / "site")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(site) as served:
        yield served
