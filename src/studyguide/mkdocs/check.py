"""Check a guide without building it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.utils.meta import get_data

from studyguide.citeproc.background import in_background
from studyguide.citeproc.notes import CiteprocError, render_citations
from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import clean_text
from studyguide.lint.html_policy import rendered_problems
from studyguide.lint.runner import TextChecks, check_guide
from studyguide.lint.unlinked import unlinked_problems
from studyguide.markdown.chapter import Chapter
from studyguide.mkdocs.chapters import WORTH_SHARING, reading_costs
from studyguide.mkdocs.config import (
    blank_unreadable_pages,
    chapter_span,
    config_problems,
    files_to_link,
    is_printed,
    load_config_guide,
    pages_in_nav,
    silence_hidden_pages,
)
from studyguide.mkdocs.forking import usable_processes
from studyguide.mkdocs.pictures import pictures_of
from studyguide.mkdocs.reading import reading_extension
from studyguide.mkdocs.settings import jobs_of
from studyguide.mkdocs.title_page import title_page_problems
from studyguide.mkdocs.unlinked import find_unlinked
from studyguide.mkdocs.workers import shared_work
from studyguide.outputs.pdf.preflight import unprintable_sources


def find_problems(config: MkDocsConfig) -> list[Problem]:
    """Return every problem of the guide that a config describes, sorted.

    Pandoc renders the bibliography while the chapters are read: its entries do not depend on the citations.
    """
    guide = load_config_guide(config)
    silence_hidden_pages()
    files = get_files(config)
    set_exclusions(files, config)
    faults = [*blank_unreadable_pages(config, files), *config_problems(config, files), *title_page_problems(config)]
    reading_chapters = _read_chapters(config, guide, files)
    rendering = in_background(lambda: render_citations((), guide), guide)
    guide = replace(guide, problems=(*guide.problems, *faults))
    read = list(reading_chapters)
    chapters, checked = [chapter for chapter, _ in read], {chapter.path: found for chapter, found in read}
    problems = check_guide(guide, chapters, files_to_link(config, files), pictures_of(config), checked)
    is_sound = all(problem.is_warning for problem in problems)
    if is_sound:
        problems += unlinked_problems(find_unlinked(config, files, guide, chapters))  # a link may be misspelt
    try:
        problems += rendered_problems(guide, rendering.result())
        problems += unprintable_sources(guide, chapters, rendering.result())
    except CiteprocError as error:
        if is_sound:  # pandoc would repeat errors in its own words
            problems.append(error.problem)
    return sorted(set(problems))


def _read_chapters(config: MkDocsConfig, guide: Guide, files: Files) -> Iterator[tuple[Chapter, tuple[Problem, ...]]]:
    """Begin to read the chapters, in several processes where that pays; return each with the problems of its text."""
    reading, in_nav = reading_extension(guide), pages_in_nav(config, files)
    extensions: list[str | Extension] = [*config.markdown_extensions, reading]
    pages = {page.src_uri: page for page in files.documentation_pages()}

    text_checks = TextChecks(guide)

    def read(path: str) -> tuple[Chapter, tuple[Problem, ...]]:
        """Convert a chapter as in a build, with the config's own Markdown extensions."""
        markdown, meta = get_data(clean_text(pages[path].content_string))
        span, printed = chapter_span(pages[path], markdown), is_printed(pages[path], meta, in_nav)
        md = Markdown(extensions=extensions, extension_configs=config.mdx_configs)
        chapter = reading.finish(md.convert(reading.prepare(path, span, is_printed=printed)))
        return chapter, text_checks.problems(chapter)

    costs = reading_costs(files, guide)
    processes = usable_processes(jobs_of(config)) if sum(costs.values()) > WORTH_SHARING else 1
    return shared_work(costs, read, processes)
