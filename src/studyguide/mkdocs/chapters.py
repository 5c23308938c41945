"""Read each chapter while MkDocs converts it; once all are read, check them and resolve their links and notes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from studyguide.citeproc.notes import CiteprocError, RenderedCitations
from studyguide.crossref.backlinks import build_backlink_index
from studyguide.crossref.links import LinkResolver
from studyguide.crossref.placeholders import PlaceholderResolver
from studyguide.data.glossary import in_alphabet
from studyguide.data.paths import GLOSSARY, KEY_TERMS_PAGE, TIMELINE, TIMELINE_PAGE
from studyguide.lint.html_policy import rendered_problems
from studyguide.lint.runner import check_guide
from studyguide.lint.unlinked import unlinked_problems
from studyguide.markdown.header_link import read_header_link
from studyguide.markdown.source import ChapterSource
from studyguide.mkdocs import editions, page_content, search, source_files
from studyguide.mkdocs.config import chapter_span, files_to_link, is_printed
from studyguide.mkdocs.converted_page import ConvertedPage
from studyguide.mkdocs.forking import are_known, listeners, usable_processes
from studyguide.mkdocs.kept_pages import KeptPages, place_of_pages
from studyguide.mkdocs.report_error import log, report_error
from studyguide.mkdocs.session import SESSION
from studyguide.mkdocs.theme import is_of_manual
from studyguide.mkdocs.unlinked import find_unlinked, leave_out
from studyguide.outputs.pdf.preflight import unprintable_sources
from studyguide.outputs.site.header_url import header_url

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from concurrent.futures import Future

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from studyguide.crossref.changes import Changes
    from studyguide.data.guide import Guide
    from studyguide.diagnostics.diagnostic import Problem
    from studyguide.markdown.chapter import Chapter
    from studyguide.mkdocs.context import BuildContext

_LAST_TEMPLATE = "404.html"
_READING_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content")
_DATA_PAGES = {GLOSSARY: (KEY_TERMS_PAGE, 2), TIMELINE: (TIMELINE_PAGE, 3)}
"""The pages of data, and how much longer their bytes take than a chapter's: for markup, and for pictures."""
WORTH_SHARING = 200_000
"""Bytes; below it, a second process takes longer to begin than it spares."""


def share(files: Files, config: MkDocsConfig, context: BuildContext) -> None:
    """Find the pages that are kept from an earlier build, and share the others among processes, where that pays."""
    if context.is_served or not are_known(listeners(config, _READING_EVENTS)):
        return
    costs = reading_costs(files, context.guide)
    if place := place_of_pages(context.root, context.guide, config, files):
        context.kept = KeptPages.read(place)
        kept = {path for path in costs if context.kept.find(path, files.src_uris[path].content_bytes)}
        costs = {path: cost for path, cost in costs.items() if path not in kept}
    if sum(costs.values()) > WORTH_SHARING:
        context.readers = SESSION.share(costs, usable_processes(context.jobs))


def reading_costs(files: Files, guide: Guide) -> dict[str, int]:
    """Return for each page how much there is to convert, as bytes of a chapter; data make pages of their own."""
    texts = {file.path: file.text for file in guide.files}
    data = {page: round(factor * len(texts.get(path, ""))) for path, (page, factor) in _DATA_PAGES.items()}
    return {file.src_uri: len(file.content_bytes) + data.get(file.src_uri, 0) for file in files.documentation_pages()}


def prepare(page: Page, markdown: str, context: BuildContext) -> str:
    """Return the page's Markdown with its markers expanded; none where it is kept, or another process reads it."""
    readers, path = context.readers, page.file.src_uri
    if context.kept:
        context.kept.current = path
        if found := context.kept.found.get(path):
            page.render = partial(_take_over, page, found, context)  # type: ignore[method-assign]
            return ""
    if not readers.is_own(path):
        converted = None if readers.is_copy else readers.take(path)
        if not readers.is_own(path):
            page.render = partial(_take_over, page, converted, context)  # type: ignore[method-assign]
            return ""
    printed = is_printed(page.file, page.meta, context.in_nav)
    span = chapter_span(page.file, markdown)
    prepared = context.reading.prepare(path, span, is_printed=printed, is_checked=not is_of_manual(page.file))
    if context.is_served:
        SESSION.pages.convert(page, context.reading.chapter)
    return prepared


def _take_over(
    page: Page, converted: ConvertedPage | None, context: BuildContext, config: MkDocsConfig, files: Files
) -> None:
    """Let a page be as another process has converted it."""
    page.content = ""
    if converted:
        converted.put_into(page, files)
        _store(page, converted, context)


def keep(page: Page, html: str, context: BuildContext) -> None:
    """Store the chapter that was read while the page was converted to `html`."""
    readers, path = context.readers, page.file.src_uri
    if readers.is_own(path) and path not in context.converted:
        read = partial(_read, page, html, context)
        converted = SESSION.pages.read(page, read) if context.is_served else read()
        _store(page, converted, context)
        if readers.is_copy:
            readers.give(path, converted)
    page.markdown = ""  # frees 9 MB for 400 chapters; None would also drop the page's title


def _read(page: Page, html: str, context: BuildContext) -> ConvertedPage:
    chapter = context.reading.finish(html)
    problems = () if is_of_manual(page.file) else context.text_checks.problems(chapter)
    chapter = replace(chapter, source=ChapterSource(chapter.span))  # without what was computed of the text
    return ConvertedPage.of(page, html, chapter, problems, search.early_entries(page, html, context))


def _store(page: Page, converted: ConvertedPage, context: BuildContext) -> None:
    path = page.file.src_uri
    context.pages[path], context.converted[path], context.chapters[path] = page, converted, converted.chapter
    context.checked[path] = converted.problems


def finish_reading(context: BuildContext) -> None:
    """End the reading: a page is still indexed anew if a plugin has changed its text since."""
    context.readers.finish()
    if context.kept:
        context.kept.listen_no_more()
        if len(context.kept.found) < len(context.converted):
            write = partial(context.kept.write, {**context.converted})
            if not SESSION.elsewhere(write, context.jobs):  # nobody waits for it
                write()
    for path, converted in context.converted.items():
        if context.pages[path].content == converted.html:
            context.entries[path] = converted.entries
    context.converted.clear()


def check(files: Files, config: MkDocsConfig, context: BuildContext) -> None:
    """Check all chapters, abort the build if there are errors, and leave out the files to which none leads."""
    known = files_to_link(config, files) | context.chapters.keys()
    chapters = context.in_reading_order()
    generated = {f"docs/{file.src_uri}" for file in files.documentation_pages() if file.generated_by}
    problems = check_guide(context.guide, chapters, known, context.pictures, context.checked)
    # Nobody can mend a page in this guide that a hook makes, such as the manual; `make check` does not read it.
    _stop_at_errors([each for each in problems if not (each.is_warning and each.where.path in generated)])
    unlinked = find_unlinked(config, files, context.guide, chapters)
    _stop_at_errors([*unlinked_problems(unlinked)])
    leave_out(unlinked, files)


def link(files: Files, rendering: Future[RenderedCitations], context: BuildContext) -> None:
    """Resolve the links of all chapters; placeholders are resolved once `rendering` is done."""
    chapters = context.in_reading_order()
    editions.compare((chapter for chapter in chapters if files.src_uris[chapter.path].generated_by is None), context)
    linker = link_resolver(files, context.guide, chapters, context.nav_titles, context.changes)
    page_content.link(linker, context)
    if context.guide.header_link and (header := read_header_link(context.guide.header_link)):
        context.variables.header_link = header_url(header, lambda path: files.src_uris[path].url)
    context.start_resolver = lambda: PlaceholderResolver(linker, _result(rendering, context.guide, chapters))


def link_resolver(
    files: Files,
    guide: Guide,
    chapters: Sequence[Chapter],
    titles: Mapping[str, str],
    changes: Changes | None = None,
) -> LinkResolver:
    """Return what resolves the links of the chapters, which are in reading order, to the URLs of MkDocs' `files`."""
    index, addresses = build_backlink_index(guide, chapters, titles), files.src_uris
    return LinkResolver(
        index,
        lambda here, there: addresses[there].url_relative_to(addresses[here]),
        guide.labels,
        terms=in_alphabet(guide.terms, guide.language),
        changes=changes,
    )


def wait_for_notes(template_name: str, context: BuildContext) -> None:
    """Report pandoc's errors before the first page is rendered; MkDocs would attribute them to that page."""
    if template_name == _LAST_TEMPLATE:
        context.wait_for_resolver()
        source_files.wait(context)


def _stop_at_errors(problems: list[Problem]) -> None:
    """Report every problem, and abort if one is an error; warnings are logged below the level of a strict build."""
    for problem in problems:
        if problem.is_warning:
            log.info("Warning: %s", problem)
        else:
            report_error(problem)
    if errors := sum(not problem.is_warning for problem in problems):
        raise _abort(errors)


def _result(rendering: Future[RenderedCitations], guide: Guide, chapters: Sequence[Chapter]) -> RenderedCitations:
    try:
        result = rendering.result()
    except CiteprocError as error:
        report_error(error.problem)
        raise _abort(1) from error
    _stop_at_errors(sorted([*rendered_problems(guide, result), *unprintable_sources(guide, chapters, result)]))
    return result


def _abort(errors: int) -> Abort:
    count = "1 problem" if errors == 1 else f"{errors} problems"
    return Abort(f"The guide has {count}, listed above. The site was not built.")
