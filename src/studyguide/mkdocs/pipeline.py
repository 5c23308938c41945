"""The build pipeline: each MkDocs event, and the engine's steps in it.

MkDocs runs the handlers of an event by priority, and plugins before hooks of the same priority. So an event with steps
before and after the plugins combines two handlers.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import CombinedEvent, event_priority

from studyguide.citeproc.background import in_background
from studyguide.citeproc.notes import render_citations
from studyguide.labels.direction import text_direction
from studyguide.mkdocs import (
    bibtex_plugin,
    chapters,
    editions,
    escaping,
    fingerprints,
    gc_tuning,
    groundwork,
    load,
    notes,
    offline,
    outcome,
    outputs,
    own_hooks,
    page_content,
    page_metadata,
    pictures,
    portable,
    position_paper,
    rendering,
    search,
    serve,
    site_nav,
    source_files,
    theme,
)
from studyguide.mkdocs.context import context_of
from studyguide.mkdocs.forking import usable_processes
from studyguide.mkdocs.session import SESSION
from studyguide.outputs.bidi import right_to_left
from studyguide.outputs.site.bundling import bundle
from studyguide.outputs.site.csp import with_policy, with_private_links
from studyguide.outputs.site.licences import write_licences
from studyguide.outputs.site.offline import write_offline_files
from studyguide.outputs.site.portable import adapt_site
from studyguide.outputs.site.site_pages import SitePages

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from studyguide.mkdocs.context import BuildContext

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_page_context",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_serve",
    "on_shutdown",
    "on_startup",
    "on_template_context",
]
BEFORE_PLUGINS, BEHIND_PLUGINS, LAST = 100, -100, -200

gc_tuning.raise_threshold()
own_hooks.tell_uncaught()


def on_startup(command: str, dirty: bool) -> None:
    """Begin a run of MkDocs, which may build many times."""
    SESSION.begin(command)


@event_priority(BEFORE_PLUGINS)
def _load(config: MkDocsConfig) -> None:
    own_hooks.watch_results(config)
    bibtex_plugin.silence(config)
    portable.adapt_settings(config)
    theme.add_theme(config)
    load.begin_build(config)


on_config = CombinedEvent(_load)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the manual, check the files before any is converted, fit pictures, and fingerprint styles and scripts."""
    theme.add_manual(files, config)
    if not context_of(config).guide.has_countries:
        theme.leave_out_countries(files, config)
    notes.add_notes(files, config, context_of(config))
    theme.translate_scripts(files, config, context_of(config).guide.labels)
    theme.add_look(files, context_of(config))
    load.check_files(files, config)
    context_of(config).pictures = pictures.fit_pictures(files, config)
    fingerprints.rename(files, config)
    groundwork.begin(files, config, context_of(config))


def _learn(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Store the reading order, and set the canonical URLs of a portable site."""
    load.learn_reading_order(nav, config, context_of(config))
    portable.cite_online_addresses(files, config, context_of(config))


@event_priority(LAST)
def _share_reading(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    search.begin(files, config, context_of(config))
    chapters.share(files, config, context_of(config))


on_nav = CombinedEvent(_learn, _share_reading)


@event_priority(BEFORE_PLUGINS)
def _expand_markers(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return chapters.prepare(page, markdown, context_of(config))


on_page_markdown = CombinedEvent(_expand_markers)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Store the chapter that was read while Python-Markdown converted the page."""
    chapters.keep(page, html, context_of(config))


@event_priority(BEFORE_PLUGINS)
def _check_and_link(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Check, link and index the chapters, now that all are read, while pandoc renders their notes in a thread."""
    context = context_of(config)
    chapters.finish_reading(context)
    theme.translate_templates(env, context.guide.labels)
    serve.reuse_templates(env, context)
    runs, work = usable_processes(context.jobs), page_metadata.work_to_cite(context)
    read, drafts = context.in_reading_order(), bool(context.variables.notes_page)
    rendering = in_background(
        lambda: render_citations(read, context.guide, runs, context.kept_answers, work, at_positions=drafts),
        context.guide,
    )
    source_files.begin(context)
    chapters.check(files, config, context)
    chapters.link(files, rendering, context)
    site_nav.share(env, context)
    search.read_pages(config, context)
    page_metadata.gather(config, context)


def _print(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Begin to render the outputs; from here on the notes are needed."""
    context = context_of(config)
    outputs.render_outputs(files, config, context)
    offline.render_control(env, config, context)


@event_priority(BEHIND_PLUGINS)
def _escape(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Escape the titles, which everything else has read as text."""
    escaping.escape_titles(files, context_of(config))


@event_priority(LAST)
def _share_rendering(env: Environment, config: MkDocsConfig, files: Files) -> None:
    rendering.prepare(config, context_of(config))


on_env = CombinedEvent(_check_and_link, _print, _escape, _share_rendering)


@event_priority(BEHIND_PLUGINS)
def _add_variables(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    context["config"] = escaping.escaped_settings(config)
    context["guide"] = context_of(config).variables


on_template_context = CombinedEvent(_add_variables)


@event_priority(BEFORE_PLUGINS)
def _wait_for_notes(output_content: str, template_name: str, config: MkDocsConfig) -> None:
    chapters.wait_for_notes(template_name, context_of(config))


@event_priority(BEHIND_PLUGINS)
def _finish_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if not template_name.endswith(".html"):
        return output_content  # a sitemap is no page
    return _protected(output_content, context_of(config))


on_post_template = CombinedEvent(_wait_for_notes, _finish_template)


@event_priority(BEFORE_PLUGINS)
def _finish_content(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Finish the page's content right before the page is rendered, unless another process renders it."""
    build = context_of(config)
    if rendering.begin(page, context, build):
        html = page_content.finish(page, build)
        html = page_metadata.add_actions(page, html, build)
        html = editions.mark_headings(page, html, build)
        html = outputs.link_pdfs(page, html, build)
        html = offline.add_control(page, html, build)
        html = source_files.add_coins(page, html, build)
        page_content.replace(page, html)


@event_priority(BEHIND_PLUGINS)
def _describe(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    build = context_of(config)
    if not rendering.is_own(page, build):
        return
    context["guide"] = build.variables
    context["guide_page"] = page_metadata.describe(page, build)
    context["config"] = escaping.escaped_settings(config)
    escaping.escape_front_matter(page)


on_page_context = CombinedEvent(_finish_content, _describe)


@event_priority(BEHIND_PLUGINS)
def _finish_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return _protected(output, context_of(config), page.content or "")


@event_priority(LAST)
def _let_go(output: str, page: Page, config: MkDocsConfig) -> None:
    """Free the content of the page, which nothing reads after rendering."""
    rendering.finish(page, context_of(config))
    page_content.free_content(page)


def _protected(html: str, context: BuildContext, content: str = "") -> str:
    """Add the privacy attributes of external links, the page's Content-Security-Policy and its direction.

    No CSP under `serve` (it blocks the live-reload script) or in the portable site (file:// has no origin).
    """
    html = with_private_links(html)
    html = html if context.is_served or context.is_portable else with_policy(html, content)
    return right_to_left(html) if text_direction(context.guide.language) == "rtl" else html


on_post_page = CombinedEvent(_finish_page, _let_go)


@event_priority(BEFORE_PLUGINS)
def _end_rendering(config: MkDocsConfig) -> None:
    rendering.end(context_of(config))


def _write_files(config: MkDocsConfig) -> None:
    """Write the outputs, and amend the search index after Material's plugin wrote it, before other plugins copy it."""
    context = context_of(config)
    outputs.write(config, context)
    source_files.write(config, context)
    position_paper.write(config, context)
    search.amend_index(config, context)


@event_priority(LAST)
def _finish_site(config: MkDocsConfig) -> None:
    """Check and post-process the site after all plugins; an error before the last step keeps the old site."""
    context = context_of(config)
    outcome.stop_at_missing(context)
    pages = SitePages(Path(config.site_dir))
    title_page, labels = context.title_page, context.guide.labels
    outputs.fill_links(pages, context)
    notes.write_passages(pages, context)
    if not context.is_served:  # local pages need not be small
        bundle(pages, map(str, config.extra_javascript), groundwork.parsed_styles(context))
    write_licences(pages, labels, outputs.typefaces(context), prints_code=outputs.prints_code(pages, context))
    if context.variables.offline_size:
        write_offline_files(pages, title_page, labels, editions.news(context))
    if context.is_portable:
        adapt_site(pages, context.search_languages)
    pages.write()
    outcome.mark_complete()


on_post_build = CombinedEvent(_end_rendering, _write_files, _finish_site)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> None:
    """Show the errors of a save in an overlay over the last good pages."""
    serve.show_errors(server, config, builder)


def on_build_error(error: Exception) -> None:
    """Keep the last good site; an error after the last page invalidates the new one too."""
    SESSION.stop_copy()
    outcome.keep_last_site(error)


def on_shutdown() -> None:
    """Replace the last site, or keep it. MkDocs calls this while the exception that ended a build propagates."""
    SESSION.stop_copy()
    SESSION.end(is_interrupted=sys.exc_info()[0] is not None)
