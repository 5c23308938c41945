"""What keeps a visit to the site itself, as MkDocs' events: a policy for each page, and links that tell nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from session import SESSION
from studyguide.website.privacy import with_policy, with_private_links

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Every page, when nothing else changes it any more."""
    return _finish(output, config, page.content or "")


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The page for addresses that do not exist; a sitemap is no page."""
    return _finish(output_content, config) if template_name.endswith(".html") else output_content


def _finish(html: str, config: MkDocsConfig, content: str = "") -> str:
    """A policy is about hosts, and would stop a page on a disk, and the script by which `serve` reloads one."""
    html = with_private_links(html)
    return html if SESSION.is_served or config.extra.get("portable") else with_policy(html, content)
