"""Begin a build: load the guide's data, and check its files before any is converted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from studyguide.data.look import parse_look
from studyguide.mkdocs.config import (
    blank_unreadable_pages,
    config_problems,
    load_config_guide,
    pages_in_nav,
    silence_hidden_pages,
)
from studyguide.mkdocs.context import BuildContext, attach_context, context_of
from studyguide.mkdocs.kept_pages import place_of_pages
from studyguide.mkdocs.portable import is_portable
from studyguide.mkdocs.reading import reading_extension
from studyguide.mkdocs.serve import paths_to_watch
from studyguide.mkdocs.session import SESSION
from studyguide.mkdocs.settings import jobs_of, root_of, set_logo
from studyguide.mkdocs.title_page import edition_day, read_title_page, title_page_problems
from studyguide.mkdocs.topics import topics_by_chapter
from studyguide.outputs.site.staging import Staging

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


def begin_build(config: MkDocsConfig) -> None:
    """Load the data before any plugin reads a file of the guide, and attach the build's context to the config."""
    silence_hidden_pages()
    guide = load_config_guide(config)
    if SESSION.is_served:
        guide = replace(guide, downloads=frozenset())  # a preview has no use for them
    set_logo(config)
    reading = reading_extension(guide)
    config.markdown_extensions.append(cast("str", reading))  # Python-Markdown accepts instances too
    config.watch.extend(map(str, paths_to_watch(root_of(config))))
    context = BuildContext(
        root=root_of(config),
        guide=guide,
        reading=reading,
        title_page=read_title_page(config, guide.labels),
        day=edition_day(config),
        look=parse_look(config.extra["guide"]),
        is_served=SESSION.is_served,
        is_portable=is_portable(),
        jobs=jobs_of(config),
    )
    attach_context(config, context)
    if SESSION.command == "build":  # `serve` has a folder of its own
        SESSION.staging = Staging(Path(config.site_dir))
        config.site_dir = str(SESSION.staging.new)


def check_files(files: Files, config: MkDocsConfig) -> None:
    """Check the files before any is converted, and prepare the cache of `serve`."""
    context = context_of(config)
    faults = [*blank_unreadable_pages(config, files), *config_problems(config, files), *title_page_problems(config)]
    context.guide = replace(context.guide, problems=(*context.guide.problems, *faults))
    context.in_nav = pages_in_nav(config, files)
    if context.is_served:
        SESSION.pages.begin(place_of_pages(context.root, context.guide, config, files))


def learn_reading_order(nav: Navigation, config: MkDocsConfig, context: BuildContext) -> None:
    """Store the navigation, its titles of chapters, in reading order, and their topics."""
    context.navigation = nav
    context.variables.topics = topics_by_chapter(nav, config)
    context.nav_titles = {page.file.src_uri: str(page.title) for page in nav.pages if page.title}
