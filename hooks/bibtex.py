"""The one place that knows mkdocs-bibtex: its entry in mkdocs.yml names our files, and it leaves the pages alone.

The plugin replaces citations by text, also in code, and loses page numbers. So a registry that changes nothing stands
in for its own, before it has read a file; the `.bib` file and the CSL style that its entry names are read by ours.
"""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING

from mkdocs_bibtex.registry import ReferenceRegistry
from pybtex.database import BibliographyData

from studyguide.layout import BIBLIOGRAPHY

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference

DEFAULT_STYLE = "styles/mla-notes.csl"
_NAMED = "named_bib_file"
_NEVER = "\ue100"
"""A command that no page holds, so that `\\bibliography` stays what it is: text."""


class _QuietRegistry(ReferenceRegistry):  # type: ignore[misc]  # mkdocs-bibtex has no types
    """Knows no reference, and gives each citation back as it stands."""

    def __init__(self) -> None:
        self.bib_data = BibliographyData()
        self.footnote_format = "{key}"

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Leave them to our checks."""

    def validate_inline_references(self, _references: list[InlineReference]) -> set[InlineReference]:
        """An `@name` in the text is no reference."""
        return set()

    def inline_text(self, citation_block: CitationBlock) -> str:
        """Give the citation as it stands."""
        return str(citation_block)

    def reference_text(self, _citation: Citation | InlineReference) -> str:
        """Nothing: the notes are ours."""
        return ""


def silence(config: MkDocsConfig) -> None:
    """Keep the plugin from reading its files and from changing pages. Comes before the plugin's own `on_config`."""
    plugin = config.plugins.get("bibtex")
    if plugin:
        logging.getLogger("mkdocs.plugins.mkdocs-bibtex").setLevel(logging.WARNING)  # it would tell what it did not do
        plugin.registry = _QuietRegistry()
        plugin.last_configured = math.inf  # it reads again only what is newer
        plugin.config[_NAMED] = plugin.config.bib_file  # what mkdocs.yml says, for the check
        plugin.config.bib_file = str(config.config_file_path)  # a file that is there, and old enough
        plugin.csl_file = None
        plugin.config.bib_by_default = False
        plugin.config.bib_command = plugin.config.full_bib_command = _NEVER


def bib_file_of(config: MkDocsConfig) -> str:
    """The .bib file that the plugin's entry in mkdocs.yml names."""
    plugin = config.plugins.get("bibtex")
    return str(plugin.config.get(_NAMED, plugin.config.bib_file)) if plugin else BIBLIOGRAPHY


def style_of(config: MkDocsConfig) -> str:
    """The CSL style that the plugin's entry in mkdocs.yml names, as a path below the guide's folder."""
    plugin = config.plugins.get("bibtex")
    return str(plugin.config.csl_file or DEFAULT_STYLE) if plugin else DEFAULT_STYLE
