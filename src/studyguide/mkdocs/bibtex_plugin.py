"""The one place that knows mkdocs-bibtex: its entry in mkdocs.yml names our files, and it leaves the pages alone.

The plugin replaces citations by text, also in code, and loses page numbers. So it is kept from reading any file and any
page; the `.bib` file and the CSL style that its entry names are read by ours.
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
    """Keep the plugin from reading its files and from changing pages. Comes before the plugin's own `on_config`."""
    plugin = config.plugins.get("bibtex")
    if plugin:
        logging.getLogger("mkdocs.plugins.mkdocs-bibtex").setLevel(logging.WARNING)  # it would tell what it did not do
        config.plugins.events["page_markdown"].remove(plugin.on_page_markdown)
        plugin.last_configured = math.inf  # it reads again only what is newer
        plugin.config[_NAMED] = plugin.config.bib_file  # what mkdocs.yml says, for the check
        plugin.config.bib_file = str(config.config_file_path)  # a file that is there, and old enough


def bib_file_of(config: MkDocsConfig) -> str:
    """The .bib file that the plugin's entry in mkdocs.yml names."""
    plugin = config.plugins.get("bibtex")
    return str(plugin.config.get(_NAMED, plugin.config.bib_file)) if plugin else BIBLIOGRAPHY


def style_of(config: MkDocsConfig) -> str:
    """The CSL style that the plugin's entry in mkdocs.yml names, as a path below the guide's folder."""
    plugin = config.plugins.get("bibtex")
    return str(plugin.config.csl_file or DEFAULT_STYLE) if plugin else DEFAULT_STYLE
