"""'Save for offline': the control in the pages, which the theme has a template for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyguide.outputs.site.offline import SIZE, beside_handout

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from studyguide.mkdocs.context import BuildContext


def render_control(env: Environment, config: MkDocsConfig, context: BuildContext) -> None:
    """Render the control, which is the same on each page; what `serve` shows changes all the time, and has none."""
    variables = context.variables
    variables.offline_size = "" if context.is_served or context.is_portable else SIZE
    template = env.get_template("partials/guide-offline.html")
    variables.offline_control = template.render(config=config, guide=variables)


def add_control(page: Page, html: str, context: BuildContext) -> str:
    """Put the control beside the handout on the home page; neither search nor reading time counts it as text."""
    return beside_handout(html, context.variables.offline_control) if page.is_homepage else html
