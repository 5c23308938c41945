"""The portable site, which opens without a server: built with `PORTABLE=true`, as by `make zip`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from studyguide.outputs.site.portable import WORKER_SCRIPT, online_address

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from studyguide.mkdocs.context import BuildContext


def is_portable() -> bool:
    """Return whether the environment asks for a portable site."""
    return bool(os.environ.get("PORTABLE"))


def adapt_settings(config: MkDocsConfig) -> None:
    """Name each page's file in its URL, since file:// opens no index.html, and load the search worker as a script."""
    if is_portable():
        config.use_directory_urls = False
        config.extra["polyfills"] = [WORKER_SCRIPT]


def cite_online_addresses(files: Files, config: MkDocsConfig, context: BuildContext) -> None:
    """Set the canonical URLs, which citations use, to those of the online site."""
    if context.is_portable and config.site_url:
        for page in files.documentation_pages():
            assert page.page
            page.page.canonical_url = config.site_url + online_address(page.url)
