"""Load the guide that a mkdocs.yml describes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import bibtex
from studyguide.guide import Guide, load_guide

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def load_config_guide(config: MkDocsConfig) -> Guide:
    """Load the data beside the config's file, with the settings under `extra: guide:`."""
    settings = config.extra.get("guide") or {}
    language = config.theme.get("language", "en")
    root = Path(str(config.config_file_path)).parent
    return load_guide(root, bibtex.style_of(config), contact=settings.get("contact") or "", language=str(language))
