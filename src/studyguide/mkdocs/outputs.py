"""The outputs beside the site: render each from the book in a thread, and write its files into the site."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from mkdocs.exceptions import Abort

from studyguide.data.paths import HANDOUT, QUICK_REFERENCE
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import SourceFile, read_source_file
from studyguide.lint.links import resolved
from studyguide.markdown.markers import HANDOUT_MARKER
from studyguide.mkdocs import page_content
from studyguide.mkdocs.report_error import log, report_error
from studyguide.mkdocs.session import SESSION
from studyguide.outputs.book import Book, BookPage, OutputError, OutputFile
from studyguide.outputs.pdf.document import label
from studyguide.outputs.pdf.preflight import missing_in
from studyguide.outputs.registry import OUTPUTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from studyguide.labels.catalogue import Labels
    from studyguide.markdown.chapter import Chapter
    from studyguide.mkdocs.context import BuildContext

_SERVE_PATIENCE = 0.3
"""Seconds that `serve` waits for the outputs: enough if they come from the cache."""
_QUIET = 1
"""Seconds that a build waits silently for the outputs."""


def render_outputs(files: Files, config: MkDocsConfig, context: BuildContext) -> None:
    """Render every output. A build waits for them; `serve` goes on, and links to them when they are made."""
    if not context.has_pdf:
        return
    book = _book(files, context)
    context.typesetting = (SESSION.printer or ThreadPoolExecutor(1)).submit(_render, book)
    if context.is_served:
        wait([context.typesetting], _SERVE_PATIENCE)
    elif not wait([context.typesetting], _QUIET).done:
        log.info("Printing the handout")
        wait([context.typesetting])
    context.outputs = _finished(context.typesetting, config, context)
    context.variables.has_pdf = bool(context.outputs)


def _book(files: Files, context: BuildContext) -> Book:
    assert context.navigation  # since on_nav
    pictures = {file.url: file for file in files}

    def read_picture(address: str) -> bytes:
        if address not in pictures:
            raise OutputError(f'The picture "{address[:60]}" is no file in docs/. Save it there, and name that file')
        return pictures[address].content_bytes

    return Book(
        guide=context.guide,
        chapters=tuple(context.in_reading_order()),
        pages=tuple(
            BookPage(page.file.src_uri, page.url, page_content.fill(page, context), str(page.title or ""))
            for page in context.navigation.pages
        ),
        title_page=context.title_page,
        day=context.day,
        read_picture=read_picture,
    )


def _render(book: Book) -> dict[str, OutputFile]:
    """Render the outputs one after the other. Raises OutputError, also where something would be lost in one."""
    files: dict[str, OutputFile] = {}
    for output in (kind() for kind in OUTPUTS):
        files |= output.render(book)
        if losses := list(output.missing(book)):
            raise OutputError("\n".join(map(str, losses)))
    return files


def link_pdfs(page: Page, html: str, context: BuildContext) -> str:
    """Return a page of the navigation with the way to the PDFs in the place of its marker."""
    is_shown = context.navigation is not None and page in context.navigation.pages
    return html.replace(HANDOUT_MARKER, _link(page.url, context.outputs, context.guide.labels)) if is_shown else html


def write(config: MkDocsConfig, context: BuildContext) -> None:
    """Write the files, now or as soon as they are rendered."""
    if not context.typesetting:  # the settings ask for none
        return
    if context.is_served:
        context.typesetting.add_done_callback(lambda made: _write(made, config, context))
    else:  # what goes wrong in a callback would be logged, and the site taken for whole
        _write(context.typesetting, config, context)


def _write(made: Future[dict[str, OutputFile]], config: MkDocsConfig, context: BuildContext) -> None:
    """Write the rendered files, unless `serve` has ended meanwhile."""
    folder = Path(config.site_dir)
    if made.cancelled() or not folder.exists():
        return
    error = made.exception()
    if isinstance(error, OutputError):  # else the build has told it, and did not come here
        _report(error, config, context)
        return
    for name, handout in made.result().items():
        (folder / name).write_bytes(handout.content)


def _link(url: str, pdfs: Mapping[str, OutputFile], labels: Labels) -> str:
    """Return the download links of the PDFs, which print omits."""
    if not pdfs:
        return ""
    up = "../" * url.count("/")
    full, quick = pdfs[HANDOUT], pdfs[QUICK_REFERENCE]
    # Translators: a button; behind it stands the size of the file.
    download = labels.gettext("Download the handout")
    handout = f'<a class="md-button" href="{up}{HANDOUT}">{download}</a> {_size(full, labels)}'
    title = labels.gettext("Quick reference")
    reference = f'<a href="{up}{QUICK_REFERENCE}">{title}</a>: {_size(quick, labels)}'
    return f'<p class="guide-handout screen-only">{handout} {reference}</p>'


def _size(pdf: OutputFile, labels: Labels) -> str:
    # Translators: a PDF's length and size, such as: PDF, 44 pages, 580 KB.
    return labels.gettext("PDF, {pages}, {size}.", pages=pdf.length(labels), size=pdf.size(labels))


def _finished(
    making: Future[dict[str, OutputFile]], config: MkDocsConfig, context: BuildContext
) -> dict[str, OutputFile]:
    """Return the rendered files; none while `serve` is still rendering them. Raises Abort."""
    if not making.done():
        return {}
    try:
        return making.result()
    except OutputError as error:
        _report(error, config, context)
        raise Abort("The handout cannot be made. The site was not built.") from error


def _report(error: OutputError, config: MkDocsConfig, context: BuildContext) -> None:
    """Report an output's error at its location in the guide, if that can be found."""
    chapters = context.chapters
    for fault in (
        _missing_glyphs(error, config, context)
        or _unreadable_pictures(error, chapters.values())
        or _from_here(error, chapters)
    ):
        report_error(fault)


def _missing_glyphs(error: OutputError, config: MkDocsConfig, context: BuildContext) -> list[Problem]:
    """Return where letters without a glyph stand that preflight cannot see, as in a citation's prefix."""
    title_page = read_source_file(context.root, Path(str(config.config_file_path)).name)
    printed = [chapter.span.file for chapter in context.in_reading_order() if chapter.is_printed]
    files = [*printed, *context.guide.files, *([title_page] if isinstance(title_page, SourceFile) else [])]
    return [fault for file in files for fault in missing_in(file, error.letters)]


def _unreadable_pictures(error: OutputError, chapters: Iterable[Chapter]) -> list[Problem]:
    """Return where the picture stands whose file has the right header and cannot be decoded."""
    path = unquote(error.picture)
    return [
        problem(picture.where, "wrong-picture", "damaged", name=path)
        for chapter in chapters
        for picture in chapter.pictures
        if path and picture.source and resolved(chapter.path, urldefrag(picture.source).url) == path
    ]


def _from_here(error: OutputError, chapters: Mapping[str, Chapter]) -> list[Problem | OutputError]:
    """Return the error at the section, or else the chapter, where typesetting stopped."""
    places = {label(path): chapter.span.where for path, chapter in chapters.items()}
    places |= {
        label(path, section.id): section.where for path, chapter in chapters.items() for section in chapter.sections
    }
    where = places.get(error.place)
    return [problem(where, "unprintable", "stopped", error=error) if where else error]
