"""Each small guide of tests/languages/ in turn takes the place of this repository's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.browser.server import serving
from tests.built_once import BuiltGuide, guide_in
from tests.languages.guides import GUIDES

LANGUAGES = sorted(folder.name for folder in GUIDES.iterdir() if folder.is_dir())


@pytest.fixture(scope="module", params=LANGUAGES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltGuide:
    """The guide in one language."""
    return guide_in(tmp_path_factory, request.param)


@pytest.fixture(scope="module")
def guide(built: BuiltGuide) -> Path:
    """Its folder."""
    return built.guide


@pytest.fixture(scope="module")
def terms(guide: Path) -> list[dict[str, Any]]:
    """The key terms as they stand in its glossary."""
    terms: list[dict[str, Any]] = yaml.safe_load((guide / "glossary.yaml").read_text(encoding="utf-8"))
    return terms


@pytest.fixture(scope="module")
def site(built: BuiltGuide) -> Path:
    """Its site."""
    return built.site


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(site) as served:
        yield served
