"""The adapter to mkdocs-bibtex: disable the plugin, and use the .bib file and the CSL style of its mkdocs.yml entry.

The plugin replaces citations even in code, and loses page numbers, so that the engine renders them instead.
"""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING

from studyguide.data.paths import BIBLIOGRAPHY

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

DEFAULT_STYLE = "styles/mla-notes.csl"
_NAMED = "named_bib_file"


def silence(config: MkDocsConfig) -> None:
    """Keep the plugin from reading files and changing pages. Must run before the plugin's own `on_config`."""
    plugin = config.plugins.get("bibtex")
    if plugin:
        logging.getLogger("mkdocs.plugins.mkdocs-bibtex").setLevel(logging.WARNING)  # its log would be misleading
        config.plugins.events["page_markdown"].remove(plugin.on_page_markdown)
        plugin.last_configured = math.inf  # it reads only newer files again
        plugin.config[_NAMED] = plugin.config.bib_file  # kept for `bib_file_of`
        plugin.config.bib_file = str(config.config_file_path)  # any file that exists


def bib_file_of(config: MkDocsConfig) -> str:
    """Return the .bib file that the plugin's entry in mkdocs.yml names."""
    plugin = config.plugins.get("bibtex")
    return str(plugin.config.get(_NAMED, plugin.config.bib_file)) if plugin else BIBLIOGRAPHY


def style_of(config: MkDocsConfig) -> str:
    """Return the CSL style that the plugin's entry in mkdocs.yml names, as a path below the guide's folder."""
    plugin = config.plugins.get("bibtex")
    return str(plugin.config.csl_file or DEFAULT_STYLE) if plugin else DEFAULT_STYLE
