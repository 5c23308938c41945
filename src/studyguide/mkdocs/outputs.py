"""The outputs beside the site: render each from the book beside the pages, and write its files into the site."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from mkdocs.exceptions import Abort

from studyguide.data.paths import HANDOUT, QUICK_REFERENCE
from studyguide.data.typefaces import typefaces_of
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.lint.links import resolved
from studyguide.markdown.country_marks import without_country_marks
from studyguide.markdown.markers import HANDOUT_MARKER
from studyguide.mkdocs import page_content
from studyguide.mkdocs.config import is_printed
from studyguide.mkdocs.elsewhere import InThread
from studyguide.mkdocs.report_error import log, report_error
from studyguide.mkdocs.session import SESSION
from studyguide.mkdocs.settings import settings_file
from studyguide.outputs.book import Book, BookPage, Output, OutputError, OutputFile
from studyguide.outputs.downloads import downloads_of
from studyguide.outputs.page_trees import label
from studyguide.outputs.pdf.preflight import missing_in
from studyguide.outputs.registry import outputs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Future

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from studyguide.data.typefaces import Typeface
    from studyguide.labels.catalogue import Labels
    from studyguide.markdown.chapter import Chapter
    from studyguide.mkdocs.context import BuildContext
    from studyguide.outputs.site.site_pages import SitePages

_SERVE_PATIENCE = 0.3
"""Seconds that `serve` waits for the outputs: enough if they come from the cache."""
_QUIET = 1
"""Seconds that a build waits silently for the outputs."""
_LINKS = "{links to the handout}"
"""Stands in a page until the outputs are rendered."""


def render_outputs(files: Files, config: MkDocsConfig, context: BuildContext) -> None:
    """Begin to render every output; a build needs them at its end, `serve` shows them when they are made."""
    kinds = outputs_of(context.guide)
    if not kinds:
        return
    work = partial(_render, _book(files, context), kinds)
    doing = None if context.is_served else SESSION.elsewhere(work, context.jobs)
    context.typesetting = doing or InThread(work, SESSION.printer)
    if context.is_served and context.typesetting.is_done(_SERVE_PATIENCE):
        context.outputs = _finished(config, context)
    context.variables.has_pdf = context.guide.has_handout and (bool(context.outputs) or not context.is_served)
    context.variables.downloads = downloads_of(context.guide)


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
            BookPage(
                page.file.src_uri,
                page.url,
                without_country_marks(page_content.fill(page, context)),
                str(page.title or ""),
                context.variables.topics.get(page.file.src_uri, ""),
            )
            for page in context.navigation.pages
        ),
        title_page=context.title_page,
        day=context.day,
        read_picture=read_picture,
    )


def _render(book: Book, kinds: Iterable[type[Output]]) -> dict[str, OutputFile]:
    """Render the outputs one after the other. Raises OutputError, also where something would be lost in one."""
    files: dict[str, OutputFile] = {}
    for output in (kind() for kind in kinds):
        files |= output.render(book)
        if losses := list(output.missing(book)):
            raise OutputError("\n".join(map(str, losses)))
    return files


def link_pdfs(page: Page, html: str, context: BuildContext) -> str:
    """Return a page of the navigation with the way to the PDFs in the place of its marker, or with what stands for it.

    A build still renders them; `serve` does without the links until they are made.
    """
    is_shown = context.navigation is not None and page in context.navigation.pages
    if not is_shown or HANDOUT_MARKER not in html:
        return html
    links = _links(page.url, context) if context.is_served or not context.typesetting else _LINKS
    return html.replace(HANDOUT_MARKER, f'<p class="guide-handout screen-only">{links}</p>' if links else "")


def write(config: MkDocsConfig, context: BuildContext) -> None:
    """Write the files, now or as soon as they are rendered. Raises Abort."""
    if not context.typesetting:  # the settings ask for none
        return
    if isinstance(context.typesetting, InThread) and context.is_served:
        context.typesetting.future.add_done_callback(lambda made: _write_served(made, config, context))
        return
    if not context.typesetting.is_done(_QUIET):
        log.info("Printing the handout")
    context.outputs = _finished(config, context)
    _write(context.outputs, config)


def typefaces(context: BuildContext) -> list[Typeface]:
    """Return the typefaces of the PDFs beside Typst's own, for the guide's language and the letters of its files."""
    if not context.guide.has_handout:
        return []
    files = [*context.guide.files, *filter(None, [context.guide.settings])]
    chapters = [context.chapters[file.src_uri] for file in _printed(context) if file.src_uri in context.chapters]
    texts = [chapter.span.text for chapter in chapters] + [file.text for file in files]
    return [face for face in typefaces_of(context.guide.language, "".join(texts)) if face.folder]


def prints_code(pages: SitePages, context: BuildContext) -> bool:
    """Return whether code stands in a PDF, where it has a typeface of its own."""
    return context.guide.has_handout and any(b"<code" in pages.read(file.dest_uri) for file in _printed(context))


def _printed(context: BuildContext) -> Iterator[File]:
    """Yield the files of the chapters in the handout: the manual for chairs is none of these."""
    return (page.file for page in context.pages.values() if is_printed(page.file, page.meta, context.in_nav))


def fill_links(pages: SitePages, context: BuildContext) -> None:
    """Put the way to the PDFs, which are rendered, into the pages."""
    for name, html in pages.html.items():
        if _LINKS in html:
            pages.html[name] = html.replace(_LINKS, _links(name, context))


def _write_served(made: Future[dict[str, OutputFile]], config: MkDocsConfig, context: BuildContext) -> None:
    """Write the rendered files, unless `serve` has ended meanwhile."""
    if made.cancelled() or not Path(config.site_dir).exists():
        return
    error = made.exception()
    if isinstance(error, OutputError):
        _report(error, config, context)
        return
    _write(made.result(), config)


def _write(files: Mapping[str, OutputFile], config: MkDocsConfig) -> None:
    for name, file in files.items():
        Path(config.site_dir, name).write_bytes(file.content)


def _links(url: str, context: BuildContext) -> str:
    """Return the links of the rendered files, which print omits."""
    up, labels, files = "../" * url.count("/"), context.guide.labels, context.outputs
    links = [_pdf_links(up, files[HANDOUT], files[QUICK_REFERENCE], labels)] if HANDOUT in files else []
    for each in downloads_of(context.guide):
        size = files[each.file].size(labels)
        # Translators: the format of a file and its size, such as: EPUB, 180 KB.
        kind = labels.gettext("{format}, {size}.", format=each.format, size=size)
        links.append(labels.labelled(f'<a href="{up}{each.file}">{each.title}</a>', kind))
    return " ".join(links)


def _pdf_links(up: str, full: OutputFile, quick: OutputFile, labels: Labels) -> str:
    # Translators: a button; behind it stands the size of the file.
    download = labels.gettext("Download the handout")
    handout = f'<a class="md-button" href="{up}{HANDOUT}">{download}</a> {_size(full, labels)}'
    title = labels.gettext("Quick reference")
    reference = labels.labelled(f'<a href="{up}{QUICK_REFERENCE}">{title}</a>', _size(quick, labels))
    return f"{handout} {reference}"


def _size(pdf: OutputFile, labels: Labels) -> str:
    # Translators: a PDF's length and size, such as: PDF, 44 pages, 580 KB.
    return labels.gettext("PDF, {pages}, {size}.", pages=pdf.length(labels), size=pdf.size(labels))


def _finished(config: MkDocsConfig, context: BuildContext) -> dict[str, OutputFile]:
    """Return the rendered files, and wait for them. Raises Abort."""
    assert context.typesetting is not None  # else the settings ask for none
    try:
        return context.typesetting.result()
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
    printed = [chapter.span.file for chapter in context.in_reading_order() if chapter.is_printed]
    files = [*printed, *context.guide.files, settings_file(config)]
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
