"""Escape the guide's settings and titles for Material's templates.

MkDocs' templates do not escape: `A & B <C>` as a title, or a quotation mark in a description, would be read as markup.
The settings are plain text, except `copyright`.
"""

from __future__ import annotations

import copy
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from studyguide.mkdocs.context import BuildContext

_SETTINGS = ("site_name", "site_description", "site_author")


def escape_titles(files: Files, context: BuildContext) -> None:
    """Escape the titles of pages and navigation sections, after everything else has read them as text."""
    _escape_titles(context.navigation.items if context.navigation else ())
    for file in files.documentation_pages():
        if file.page:
            _escape_titles([file.page])


def escape_front_matter(page: Page) -> None:
    """Escape the values of a page's front matter, right before the page is rendered."""
    page.meta = {name: _html(value) if isinstance(value, str) else value for name, value in page.meta.items()}


def escaped_settings(config: MkDocsConfig) -> MkDocsConfig:
    """Return a copy of the config for templates, with its texts escaped."""
    escaped = copy.copy(config)
    for name in _SETTINGS:
        if config[name]:
            escaped[name] = _html(config[name])
    return escaped


def _escape_titles(items: Iterable[StructureItem]) -> None:
    for item in items:
        if isinstance(item.title, str) and not isinstance(item.title, Markup):
            # A title from a chapter's heading is HTML already; one from the navigation or the front matter is text.
            is_html = item.title == getattr(item, "_title_from_render", None)
            item.title = Markup(item.title) if is_html else _html(item.title)  # noqa: S704 (its text is escaped)
        _escape_titles(getattr(item, "children", None) or ())


def _html(text: str) -> Markup:
    """Escape a text for HTML content or an attribute, as `Markup`, which Jinja does not escape again."""
    return Markup(escape(text))  # noqa: S704
