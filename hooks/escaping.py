"""Gives Material's templates the guide's settings and titles as HTML, as MkDocs' events.

MkDocs' templates do not escape: `A & B <C>` as a title, or a quotation mark in a description, would be read as markup.
What chairs write there is text, but for `copyright`.
"""

from __future__ import annotations

import copy
from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_SETTINGS = ("site_name", "site_description", "site_author")


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation until its titles are known."""
    config.extra["navigation"] = nav


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """When all else has read the titles as text."""
    _escape_titles(config.extra["navigation"].items)
    for file in files.documentation_pages():
        if file.page:
            _escape_titles([file.page])


@event_priority(-100)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Right before a page is put together."""
    context["config"] = _escaped_settings(config)
    page.meta = {name: _html(value) if isinstance(value, str) else value for name, value in page.meta.items()}


@event_priority(-100)
def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    """The same for pages that no chapter is behind."""
    context["config"] = _escaped_settings(config)


def _escape_titles(items: Iterable[StructureItem]) -> None:
    for item in items:
        if isinstance(item.title, str) and not isinstance(item.title, Markup):
            # What comes from a chapter's heading is HTML already; what the navigation or its first lines say is text.
            is_html = item.title == getattr(item, "_title_from_render", None)
            item.title = Markup(item.title) if is_html else _html(item.title)  # noqa: S704 (its text is escaped)
        _escape_titles(getattr(item, "children", None) or ())


def _html(text: str) -> Markup:
    """As HTML for a text or an attribute. A template that escapes it leaves it as it is."""
    return Markup(escape(text))  # noqa: S704


def _escaped_settings(config: MkDocsConfig) -> MkDocsConfig:
    escaped = copy.copy(config)
    for name in _SETTINGS:
        if config[name]:
            escaped[name] = _html(config[name])
    return escaped
