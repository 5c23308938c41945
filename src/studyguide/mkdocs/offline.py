"""'Save for offline': render its control, and put it into the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyguide.outputs.site.offline import SIZE, beside_handout

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from studyguide.mkdocs.context import BuildContext


def render_control(env: Environment, config: MkDocsConfig, context: BuildContext) -> None:
    """Render the control once for all pages; it is disabled under `serve`, whose pages change all the time."""
    variables = context.variables
    variables.offline_size = "" if context.is_served or context.is_portable else SIZE
    template = env.get_template("partials/guide-offline.html")
    variables.offline_control = template.render(config=config, guide=variables)


def add_control(page: Page, html: str, context: BuildContext) -> str:
    """Return the home page with the control beside the handout, after search and reading time have read the text."""
    return beside_handout(html, context.variables.offline_control) if page.is_homepage else html
