"""The build of the site, as MkDocs' events: load the data, read each chapter, check, resolve, fill the pages."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

import bibtex
import garbage  # noqa: F401
from config_cover import cover_problems
from config_guide import (
    blank_unreadable_pages,
    chapter_passage,
    config_problems,
    file_reader,
    files_to_link,
    is_printed,
    load_config_guide,
    pages_in_nav,
    silence_hidden_pages,
)
from config_settings import root_of
from kept import KeptPages, KeptTemplates
from session import SESSION
from studyguide.chapters.chapter import Chapter
from studyguide.chapters.header_link import read_header_link
from studyguide.checks.accounting import CountedPage, count_page, lost_from_pages
from studyguide.checks.all_checks import check_guide
from studyguide.checks.safety import written_problems
from studyguide.checks.unprintable import unprintable_sources
from studyguide.data.guide import Guide
from studyguide.extension import ReadingExtension
from studyguide.layout import BIBLIOGRAPHY, GLOSSARY, SCHEMAS, TIMELINE
from studyguide.problems import Problem
from studyguide.resolving.citeproc import CiteprocError, Written, start_writing
from studyguide.resolving.filling import Filler
from studyguide.resolving.index import build_index
from studyguide.resolving.linking import Linker
from studyguide.website.header_address import header_address
from studyguide.website.staging import Staging
from telling import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

WATCHED = (GLOSSARY, TIMELINE, BIBLIOGRAPHY, SCHEMAS, "styles", "overrides")
_LAST_TEMPLATE = "404.html"
log = logging.getLogger("mkdocs.hooks.studyguide")


@dataclass
class Build:
    """What one build knows. It lives on the config, which MkDocs makes anew for each build."""

    guide: Guide
    reading: ReadingExtension
    chapters: dict[str, Chapter] = field(default_factory=dict)
    """By their file below `docs/`."""
    pages: dict[str, Page] = field(default_factory=dict)
    """Where each chapter will stand, by file, as MkDocs orders them; linked since on_env."""
    in_nav: set[str] = field(default_factory=set)
    """The chapters that the navigation holds, by file."""
    nav: dict[str, str] = field(default_factory=dict)
    """The titles of the chapters in the navigation, by file, in reading order."""
    make_filler: Callable[[], Filler] | None = None
    """Since on_env: gives what fills the pages, as soon as pandoc has written their notes."""
    filler: Filler | None = None
    filled: dict[str, CountedPage] = field(default_factory=dict)
    """What stands on the pages that are filled."""

    def in_reading_order(self) -> list[Chapter]:
        """The chapters as the navigation lists them, then those that it leaves out."""
        paths = dict.fromkeys([*self.nav, *sorted(self.chapters)])
        return [self.chapters[path] for path in paths if path in self.chapters]  # nav may name a draft

    def wait_for_filler(self) -> Filler:
        """Give what fills the pages; pandoc may still be writing their notes."""
        if self.filler is None:
            assert self.make_filler is not None
            self.filler = self.make_filler()
        return self.filler

    def fill(self, page: Page) -> None:
        """Fill a page for whoever needs it first; a second time there is nothing left to fill."""
        path = page.file.src_uri
        if path not in self.filled:
            page.content = self.wait_for_filler().fill(self.chapters[path], page.content or "")
            self.filled[path] = count_page(page.content)


@dataclass
class Site:
    """What outlives a build: where the site is being built, and what `serve` keeps of it."""

    staging: Staging | None = None
    pages: KeptPages = field(default_factory=KeptPages)
    templates: KeptTemplates = field(default_factory=KeptTemplates)


_site = Site()


def on_startup(command: str, dirty: bool) -> None:
    """Remember how MkDocs was started."""
    SESSION.command, _site.staging = command, None


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Load the data, before any plugin reads a file of ours."""
    bibtex.silence(config)
    silence_hidden_pages()
    guide = load_config_guide(config)
    reading = ReadingExtension(guide)
    config.markdown_extensions.append(cast("str", reading))  # Markdown takes instances too
    config.extra["study_guide"] = Build(guide, reading)
    config.watch.extend(str(path) for name in WATCHED if (path := root_of(config) / name).exists())
    if SESSION.command == "build":  # `serve` has a folder of its own
        _site.staging = Staging(Path(config.site_dir))
        config.site_dir = str(_site.staging.new)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Look at the files before any is read."""
    build = _build(config)
    faults = [*blank_unreadable_pages(config, files), *config_problems(config, files), *cover_problems(config)]
    build.guide = replace(build.guide, problems=(*build.guide.problems, *faults))
    build.in_nav = pages_in_nav(config, files)
    if SESSION.is_served:
        _site.pages.begin(build.guide, config, files)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Learn the reading order."""
    _build(config).nav = {page.file.src_uri: str(page.title) for page in nav.pages if page.title}


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Expand the page's markers, before any plugin changes its text."""
    build = _build(config)
    printed = is_printed(page.file, page.meta, build.in_nav)
    prepared = build.reading.prepare(page.file.src_uri, chapter_passage(page.file, markdown), is_printed=printed)
    if SESSION.is_served:
        _site.pages.convert(page, build.reading.chapter)
    return prepared


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Keep the chapter that was read while the page was converted."""
    build = _build(config)
    read = partial(build.reading.finish, html)
    build.chapters[page.file.src_uri] = _site.pages.read(page, read) if SESSION.is_served else read()
    build.pages[page.file.src_uri] = page
    page.markdown = ""  # nobody has more use for it, and that of 400 chapters is 9 MB; None would take its title


@event_priority(100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """All chapters are read: have pandoc write their notes, and meanwhile check and link them."""
    if SESSION.is_served:
        env.bytecode_cache = _site.templates
    build = _build(config)
    chapters = build.in_reading_order()
    written = start_writing(chapters, build.guide)
    known = files_to_link(config, files) | build.chapters.keys()
    _stop_at_errors(check_guide(build.guide, chapters, known, file_reader(files)))
    addresses = {file.src_uri: file for file in files}
    linker = Linker(
        build_index(build.guide, chapters, build.nav),
        lambda here, there: addresses[there].url_relative_to(addresses[here]),
    )
    for path, page in build.pages.items():
        page.content = linker.link(path, page.content or "")
    if build.guide.header_link and (header := read_header_link(build.guide.header_link)):
        config.extra["header_link"] = header_address(header, lambda path: addresses[path].url)
    build.make_filler = lambda: Filler(linker, _result(written, build.guide, chapters))


@event_priority(100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> None:
    """The theme's own pages are made, and the chapters' come next.

    An error that pandoc found is told here, since from then on MkDocs would say that it is one of some page.
    """
    if template_name == _LAST_TEMPLATE:
        _build(config).wait_for_filler()


@event_priority(100)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """The page is about to be written: fill it before anybody reads it."""
    _build(config).fill(page)


@event_priority(-200)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """The page is made, and nobody reads its text any more."""
    page.content = None


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Everything is written, also by the other hooks: what ends the build before that leaves the old site."""
    _stop_at_losses(_build(config))
    _site.pages.finish()
    if _site.staging:
        _site.staging.is_whole = True


def on_build_error(error: Exception) -> None:
    """Also what comes after the last page, such as a strict build that counted warnings, spoils the site."""
    if _site.staging:
        _site.staging.is_whole = False
    if isinstance(error, OSError):  # a full disk, a folder that is not ours to write
        what = f"{error.strerror or error}{f' ({error.filename})' if error.filename else ''}"
        raise Abort(f"This computer could not do what the build needs: {what}. The site was not built.") from error


def on_shutdown() -> None:
    """Swap the sites, or keep the old one."""
    if _site.staging:
        _site.staging.finish()
        _site.staging = None


def _build(config: MkDocsConfig) -> Build:
    return cast("Build", config.extra["study_guide"])


def _stop_at_errors(problems: list[Problem]) -> None:
    """Tell every problem; a warning is told below the level at which a strict build stops."""
    for problem in problems:
        if problem.is_warning:
            log.info("Warning: %s", problem)
        else:
            tell(problem)
    if errors := sum(not problem.is_warning for problem in problems):
        raise _abort(errors)


def _result(written: Future[Written], guide: Guide, chapters: Sequence[Chapter]) -> Written:
    try:
        result = written.result()
    except CiteprocError as error:
        tell(error.problem)
        raise _abort(1) from error
    _stop_at_errors(sorted([*written_problems(guide, result), *unprintable_sources(guide, chapters, result)]))
    return result


def _stop_at_losses(build: Build) -> None:
    losses = lost_from_pages(build.guide, build.in_reading_order(), build.filled)
    for loss in losses:
        log.error("%s", loss)
    if losses:
        raise Abort("Something of the guide would be lost, as told above. The site was not built.")


def _abort(errors: int) -> Abort:
    count = "1 problem" if errors == 1 else f"{errors} problems"
    return Abort(f"The guide has {count}, listed above. The site was not built.")
