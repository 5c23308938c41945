"""The handout, as MkDocs' events: print the filled pages, and put the PDFs into the site."""

from __future__ import annotations

import logging
import re
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from mkdocs.exceptions import Abort

from config_cover import edition_day, load_config_cover
from config_settings import root_of
from session import SESSION
from studyguide.checks.accounting import lost_in_print
from studyguide.checks.links import resolved
from studyguide.checks.unprintable import missing_in
from studyguide.data.terms import in_alphabet
from studyguide.files import SourceFile, read_source_file
from studyguide.handout.pdf import Handout, HandoutError, QuickReference, make_handout, make_quick_reference
from studyguide.handout.print_html import PrintedPage, label, read_questions
from studyguide.layout import HANDOUT, QUICK_REFERENCE
from studyguide.problems import Problem
from telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from studyguide.chapters.chapter import Chapter
    from studyguide.data.guide import Guide

log = logging.getLogger("mkdocs.hooks.studyguide")
MARKER = "<!-- handout -->"
QUESTIONS = ("solutions.md", "questions")
"""Where the questions of the quick reference stand: chapter and section."""
_CALL = re.compile(r'<a class="footnote-ref" href="#fn:')
_PATIENCE = 0.3
"""Seconds that `serve` waits: as long as an answer that is kept in memory takes."""
_SILENCE = 1
"""Seconds that a build waits before it says for what."""


@dataclass
class Printing:
    """What outlives a build: the one thread that prints while `serve` goes on."""

    printer: ThreadPoolExecutor | None = None
    making: Future[dict[str, Handout]] | None = None


_printing = Printing()


def on_startup(command: str, dirty: bool) -> None:
    """Have a thread."""
    _printing.printer = ThreadPoolExecutor(1)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Learn which pages the handout holds, in which order."""
    config.extra["handout_pages"] = nav.pages


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Print. A build waits for the handout; `serve` goes on, and leaves the link to it out until it is made."""
    printer = _printing.printer or ThreadPoolExecutor(1)
    build = config.extra["study_guide"]
    for page in config.extra["handout_pages"]:
        build.fill(page)
    pages = [
        PrintedPage(page.file.src_uri, page.url, page.content or "", str(page.title or ""))
        for page in config.extra["handout_pages"]
    ]
    printed = [page for page in pages if build.chapters[page.path].is_printed]
    pictures = {file.url: file for file in files}
    cover, day = load_config_cover(config), edition_day(config)
    reference = _quick_reference(build.guide, pages)  # it is no chapter's: `handout: false` takes nothing out of it
    notes = sum(len(_CALL.findall(page.html)) for page in printed)

    def read_picture(address: str) -> bytes:
        if address not in pictures:
            raise HandoutError(f'The picture "{address[:60]}" is no file in docs/. Save it there, and name that file')
        return pictures[address].content_bytes

    def make() -> dict[str, Handout]:
        handout = make_handout(printed, cover, day, read_picture, notes)
        if losses := lost_in_print(
            build.guide, build.in_reading_order(), {page.path for page in printed}, handout.labels
        ):
            raise HandoutError("\n".join(map(str, losses)))
        return {
            HANDOUT: handout,
            QUICK_REFERENCE: make_quick_reference(reference, cover, day),
        }

    _printing.making = printer.submit(make)
    if SESSION.is_served:
        wait([_printing.making], _PATIENCE)
    elif not wait([_printing.making], _SILENCE).done:
        log.info("Printing the handout")
        wait([_printing.making])
    config.extra["handouts"] = handouts = _finished(_printing.making, config)
    for page in config.extra["handout_pages"]:
        page.content = (page.content or "").replace(MARKER, _link(page.url, handouts))


def on_post_build(config: MkDocsConfig) -> None:
    """Write the PDFs, now or as soon as they are made."""
    assert _printing.making  # since on_env
    if SESSION.is_served:
        _printing.making.add_done_callback(lambda made: _write(made, config))
    else:  # what goes wrong in a callback would be logged, and the site taken for whole
        _write(_printing.making, config)


def on_shutdown() -> None:
    """Let the thread go."""
    if _printing.printer:
        _printing.printer.shutdown(wait=False, cancel_futures=True)
        _printing.printer = None


def _write(made: Future[dict[str, Handout]], config: MkDocsConfig) -> None:
    """Write what is made; `serve` may have ended before."""
    folder = Path(config.site_dir)
    if made.cancelled() or not folder.exists():
        return
    error = made.exception()
    if isinstance(error, HandoutError):  # else the build has told it, and did not come here
        _tell(error, config)
        return
    for name, handout in made.result().items():
        (folder / name).write_bytes(handout.pdf)


def _quick_reference(guide: Guide, pages: list[PrintedPage]) -> QuickReference:
    path, anchor = QUESTIONS
    html = next((page.html for page in pages if page.path == path), "")
    return QuickReference(
        terms=tuple((term.name, term.short_definition) for term in in_alphabet(guide.terms)),
        events=tuple((event.date.words, event.title) for event in guide.events),
        questions=read_questions(html, anchor),
    )


def _link(url: str, handouts: dict[str, Handout]) -> str:
    """On the screen, the way to the PDFs: it would be of no use in them."""
    if not handouts:
        return ""
    up = "../" * url.count("/")
    full, quick = handouts[HANDOUT], handouts[QUICK_REFERENCE]
    return (
        f'<p class="guide-handout screen-only"><a class="md-button" href="{up}{HANDOUT}">Download the handout</a> '
        f'PDF, {full.length}, {full.size}. <a href="{up}{QUICK_REFERENCE}">Quick reference</a>: '
        f"PDF, {quick.length}, {quick.size}.</p>"
    )


def _finished(making: Future[dict[str, Handout]], config: MkDocsConfig) -> dict[str, Handout]:
    """What is made so far; nothing where `serve` is still making it."""
    if not making.done():
        return {}
    try:
        return making.result()
    except HandoutError as error:
        _tell(error, config)
        raise Abort("The handout cannot be made. The site was not built.") from error


def _tell(error: HandoutError, config: MkDocsConfig) -> None:
    """Log what is wrong, each at its place in the guide where that can be found."""
    chapters: dict[str, Chapter] = config.extra["study_guide"].chapters
    for problem in (
        _missing_letters(error, config) or _unreadable_pictures(error, chapters.values()) or _from_here(error, chapters)
    ):
        tell(problem)


def _missing_letters(error: HandoutError, config: MkDocsConfig) -> list[Problem]:
    """Where letters stand that no font has, and that no check could find: in the words around a citation, say."""
    build = config.extra["study_guide"]
    cover = read_source_file(root_of(config), Path(str(config.config_file_path)).name)
    printed = [chapter.passage.file for chapter in build.in_reading_order() if chapter.is_printed]
    files = [*printed, *build.guide.files, *([cover] if isinstance(cover, SourceFile) else [])]
    return [problem for file in files for problem in missing_in(file, error.letters)]


def _unreadable_pictures(error: HandoutError, chapters: Iterable[Chapter]) -> list[Problem]:
    """Where a picture stands whose file begins as one does, and cannot be read all the same."""
    path = unquote(error.picture)
    message = f'The handout cannot show "{path}": the file is damaged, or of a rare kind.'
    hint = "Open it in a program for pictures, and save it anew as PNG or JPEG."
    return [
        Problem(picture.where, "wrong-picture", message, hint)
        for chapter in chapters
        for picture in chapter.pictures
        if path and picture.source and resolved(chapter.path, urldefrag(picture.source).url) == path
    ]


def _from_here(error: HandoutError, chapters: Mapping[str, Chapter]) -> list[Problem | HandoutError]:
    """What is wrong at the section, or else the chapter, where the printer stopped."""
    places = {label(path): chapter.passage.where for path, chapter in chapters.items()}
    places |= {
        label(path, section.id): section.where for path, chapter in chapters.items() for section in chapter.sections
    }
    where = places.get(error.place)
    return [Problem(where, "unprintable", f"The handout cannot be printed from here: {error}.") if where else error]
