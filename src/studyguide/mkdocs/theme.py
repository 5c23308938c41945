"""Add the engine's templates, styles, scripts and manual to a guide's site without naming them in mkdocs.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from studyguide.data.paths import ENGINE
from studyguide.diagnostics.manual import with_messages
from studyguide.outputs.site.look_styles import look_styles
from studyguide.outputs.site.script_labels import SCRIPT, catalogue_script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from studyguide.labels.catalogue import Labels
    from studyguide.mkdocs.context import BuildContext

THEME, MANUAL = ENGINE / "theme", ENGINE / "manual"
MANUAL_FOLDER = "chairs"
"""The folder of the chairs' manual below `docs/`."""
STYLES = ("guide", "page", "filters", "cards", "offline", "country", "access")
SCRIPTS = (
    "labels",
    "site",
    "elements",
    "tips",
    "menu-buttons",
    "single-keys",
    "leave-page",
    "search-results",
    "copy-link",
    "cite",
    "timeline-filter",
    "term-filter",
    "cards",
    "offline",
)
"""The engine's stylesheets and scripts in load order; a guide's own come after them."""
COUNTRY_SCRIPTS = ("country", "country-choice")
"""Those of a guide with a page of countries."""


def add_theme(config: MkDocsConfig) -> None:
    """Put the engine's templates between the guide's `overrides/` and Material's, and its assets before the guide's."""
    own = [config.theme.custom_dir] if config.theme.custom_dir else []
    config.theme.dirs[len(own) : len(own)] = [str(THEME)]
    config.extra_css[:0] = [f"assets/stylesheets/{name}.css" for name in STYLES]
    config.extra_javascript[:0] = [f"assets/javascripts/{name}.js" for name in (*SCRIPTS, *COUNTRY_SCRIPTS)]


def add_manual(files: Files, config: MkDocsConfig) -> None:
    """Add the chairs' manual of this version, outside the navigation; a page of the guide's own takes precedence."""
    for page in sorted(MANUAL.glob("*.md")):
        path = f"{MANUAL_FOLDER}/{page.name}"
        if files.get_file_from_path(path) is None:
            content = with_messages(page.read_text(encoding="utf-8"))
            files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))


def is_of_manual(file: File) -> bool:
    """Return whether a page is the engine's, which its own tests check, and which nobody can mend in a guide."""
    return file.generated_by is not None and file.src_uri.startswith(f"{MANUAL_FOLDER}/")


def leave_out_countries(files: Files, config: MkDocsConfig) -> None:
    """Take the scripts of a page of countries out of a guide without one; the build purges their styles."""
    paths = [f"assets/javascripts/{name}.js" for name in COUNTRY_SCRIPTS]
    for path in paths:
        config.extra_javascript.remove(path)
    remove_files(paths, files)


def remove_files(paths: Iterable[str], files: Files) -> None:
    """Remove those of the theme's files that this guide does not need."""
    for path in paths:
        if file := files.get_file_from_path(path):
            files.remove(file)


def translate_scripts(files: Files, config: MkDocsConfig, labels: Labels) -> None:
    """Give the scripts that each page loads their messages in the language of the guide."""
    own = [path for script in config.extra_javascript if (path := THEME / str(script)).is_file()]
    texts = [path.read_text(encoding="utf-8") for path in own]
    catalogue, file = catalogue_script(labels, texts), files.get_file_from_path(SCRIPT)
    if catalogue and file:
        file.content_string = f"{catalogue}{file.content_string}"


def add_look(files: Files, context: BuildContext) -> None:
    """Give the pages the conference's colours, behind those of the engine."""
    styles = look_styles(context.look, has_logo=bool(context.title_page.logo))
    file = files.get_file_from_path("assets/stylesheets/guide.css")
    if styles and file:
        file.content_string = f"{file.content_string}{styles}"


def translate_templates(env: Environment, labels: Labels) -> None:
    """Give the templates the functions by which they name their messages."""
    env.globals["gettext"] = labels.gettext
