"""The handout, as MkDocs' events: print the filled pages, and put the PDF into the site."""

from __future__ import annotations

import logging
import re
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from config_cover import edition_day, load_config_cover
from studyguide.handout import Handout, HandoutError, make_handout
from studyguide.print_html import PrintedPage, label
from studyguide.problems import Problem

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.hooks.studyguide")
FILE = "handout.pdf"
_CALL = re.compile(r'<a class="footnote-ref" href="#fn:')
_PATIENCE = 0.3
"""Seconds that `serve` waits: as long as an answer that is kept in memory takes."""


@dataclass
class Session:
    """How MkDocs was started, and the one thread that prints while `serve` goes on."""

    is_served: bool = False
    printer: ThreadPoolExecutor | None = None
    handout: Future[Handout] | None = None


_session = Session()


def on_startup(command: str, dirty: bool) -> None:
    """Remember how MkDocs was started."""
    _session.is_served = command == "serve"
    _session.printer = ThreadPoolExecutor(1)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Learn which pages the handout holds, in which order."""
    config.extra["handout_pages"] = nav.pages


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Print. A build waits for the handout; `serve` goes on, and leaves the link to it out until it is made."""
    printer = _session.printer or ThreadPoolExecutor(1)
    pages = [page for page in config.extra["handout_pages"] if page.meta.get("handout") is not False]
    printed = [PrintedPage(page.file.src_uri, page.url, page.content or "") for page in pages]
    pictures = {file.url: file for file in files}
    _session.handout = printer.submit(
        make_handout,
        printed,
        load_config_cover(config),
        edition_day(config),
        lambda address: pictures[address].content_bytes,
        sum(len(_CALL.findall(page.html)) for page in printed),
    )
    wait([_session.handout], _PATIENCE if _session.is_served else None)
    config.extra["handout"] = _finished(_session.handout, config)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the PDF, now or as soon as it is made."""
    if _session.handout:
        target = Path(config.site_dir) / FILE
        _session.handout.add_done_callback(lambda made: made.exception() or target.write_bytes(made.result().pdf))


def on_shutdown() -> None:
    """Let the thread go."""
    if _session.printer:
        _session.printer.shutdown(wait=False, cancel_futures=True)


def _finished(making: Future[Handout], config: MkDocsConfig) -> Handout | None:
    if not making.done():
        return None
    try:
        return making.result()
    except HandoutError as error:
        log.error("%s", _problem(error, config))  # noqa: TRY400 (a chair is told what to mend, without a traceback)
        raise Abort("The handout cannot be made. The site was not built.") from error


def _problem(error: HandoutError, config: MkDocsConfig) -> Problem | HandoutError:
    """The error at the section of the guide where it stopped."""
    sections = [section for chapter in config.extra["study_guide"].chapters.values() for section in chapter.sections]
    where = next((section.where for section in sections if label(section.path, section.id) == error.place), None)
    return Problem(where, f"The handout cannot be printed from here: {error}.") if where else error
