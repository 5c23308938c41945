"""Read each chapter while MkDocs converts it; once all are read, check them and resolve their links and notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from studyguide.citeproc.notes import CiteprocError, RenderedCitations
from studyguide.crossref.backlinks import build_backlink_index
from studyguide.crossref.links import LinkResolver
from studyguide.crossref.placeholders import PlaceholderResolver
from studyguide.lint.html_policy import rendered_problems
from studyguide.lint.runner import check_guide
from studyguide.lint.unlinked import unlinked_problems
from studyguide.markdown.header_link import read_header_link
from studyguide.mkdocs import page_content
from studyguide.mkdocs.config import chapter_span, files_to_link, is_printed
from studyguide.mkdocs.report_error import log, report_error
from studyguide.mkdocs.session import SESSION
from studyguide.mkdocs.unlinked import find_unlinked, leave_out
from studyguide.outputs.pdf.preflight import unprintable_sources
from studyguide.outputs.site.header_url import header_url

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from concurrent.futures import Future

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from studyguide.data.guide import Guide
    from studyguide.diagnostics.diagnostic import Problem
    from studyguide.markdown.chapter import Chapter
    from studyguide.mkdocs.context import BuildContext

_LAST_TEMPLATE = "404.html"


def prepare(page: Page, markdown: str, context: BuildContext) -> str:
    """Return the page's Markdown with its markers expanded."""
    printed = is_printed(page.file, page.meta, context.in_nav)
    span = chapter_span(page.file, markdown)
    prepared = context.reading.prepare(page.file.src_uri, span, is_printed=printed)
    if context.is_served:
        SESSION.pages.convert(page, context.reading.chapter)
    return prepared


def keep(page: Page, html: str, context: BuildContext) -> None:
    """Store the chapter that was read while the page was converted to `html`."""
    read = partial(context.reading.finish, html)
    context.chapters[page.file.src_uri] = SESSION.pages.read(page, read) if context.is_served else read()
    context.pages[page.file.src_uri] = page
    page.markdown = ""  # frees 9 MB for 400 chapters; None would also drop the page's title


def check(files: Files, config: MkDocsConfig, context: BuildContext) -> None:
    """Check all chapters, abort the build if there are errors, and leave out the files to which none leads."""
    known = files_to_link(config, files) | context.chapters.keys()
    chapters = context.in_reading_order()
    generated = {f"docs/{file.src_uri}" for file in files.documentation_pages() if file.generated_by}
    problems = check_guide(context.guide, chapters, known, context.pictures)
    # Nobody can mend a page in this guide that a hook makes, such as the manual; `make check` does not read it.
    _stop_at_errors([each for each in problems if not (each.is_warning and each.where.path in generated)])
    unlinked = find_unlinked(config, files, context.guide, chapters)
    _stop_at_errors([*unlinked_problems(unlinked)])
    leave_out(unlinked, files)


def link(files: Files, rendering: Future[RenderedCitations], context: BuildContext) -> None:
    """Resolve the links of all chapters; placeholders are resolved once `rendering` is done."""
    chapters = context.in_reading_order()
    linker = link_resolver(files, context.guide, chapters, context.nav_titles)
    page_content.link(linker, context)
    if context.guide.header_link and (header := read_header_link(context.guide.header_link)):
        context.variables.header_link = header_url(header, lambda path: files.src_uris[path].url)
    context.start_resolver = lambda: PlaceholderResolver(linker, _result(rendering, context.guide, chapters))


def link_resolver(files: Files, guide: Guide, chapters: Sequence[Chapter], titles: Mapping[str, str]) -> LinkResolver:
    """Return what resolves the links of the chapters, which are in reading order, to the URLs of MkDocs' `files`."""
    index, addresses = build_backlink_index(guide, chapters, titles), files.src_uris
    return LinkResolver(index, lambda here, there: addresses[there].url_relative_to(addresses[here]), guide.labels)


def wait_for_notes(template_name: str, context: BuildContext) -> None:
    """Report pandoc's errors before the first page is rendered; MkDocs would attribute them to that page."""
    if template_name == _LAST_TEMPLATE:
        context.wait_for_resolver()


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
