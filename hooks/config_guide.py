"""Load the guide that a mkdocs.yml describes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files, InclusionLevel

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


def files_to_link(config: MkDocsConfig, files: Files) -> set[str]:
    """Name the files that a chapter may link to: those below `docs/` that the site will hold."""
    left_out = {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT}
    ours = {config.docs_dir, None}  # the others are the theme's
    return {file.src_uri for file in files if file.inclusion not in left_out and file.src_dir in ours}
