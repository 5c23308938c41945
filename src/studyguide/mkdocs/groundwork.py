"""Do beside the build what depends on no page: compile the theme's templates, and parse the stylesheets.

A small build has most of a second processor to spare until its pages are read. What is not done by then, or cannot be
done beside it, the build does itself when it needs it.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound

from studyguide.mkdocs.session import SESSION
from studyguide.mkdocs.template_files import TemplateFiles
from studyguide.outputs.site.bundling import STYLES
from studyguide.outputs.site.purge_css import Stylesheet, parse

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from studyguide.mkdocs.context import BuildContext

_FIRST = ("main.html", "404.html", "shared-page.html")
_REFERENCE = re.compile(r"""\{%-?\s*(?:extends|from|import|include)\s+["']([^"']+)""")


def begin(files: Files, config: MkDocsConfig, context: BuildContext) -> None:
    """Begin, unless the site is served: then templates are kept, and styles stay as they are."""
    if context.is_served:
        return
    sheets = [
        file.content_string for file in files if file.src_uri.startswith(STYLES) and file.src_uri.endswith(".css")
    ]
    context.groundwork = SESSION.elsewhere(partial(_work, config, context.root, sheets), context.jobs)


def parsed_styles(context: BuildContext) -> dict[str, Stylesheet]:
    """Return the stylesheets that have been parsed, by their text."""
    return context.groundwork.result() if context.groundwork else {}


def _work(config: MkDocsConfig, root: Path, sheets: list[str]) -> dict[str, Stylesheet]:
    env = config.theme.get_env()
    env.bytecode_cache = TemplateFiles(root)
    _compile(env)
    return {css: parse(css) for css in sheets}


def _compile(env: Environment) -> None:
    """Compile the templates that those of pages refer to by name, into the environment's cache."""
    waiting, compiled = list(_FIRST), set()
    assert env.loader
    while waiting:
        name = waiting.pop(0)
        if name not in compiled:
            compiled.add(name)
            try:
                source, _, _ = env.loader.get_source(env, name)
            except TemplateNotFound:  # it may be optional
                continue
            env.get_template(name)
            waiting += _REFERENCE.findall(source)
