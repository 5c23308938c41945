"""The error overlay of `mkdocs serve`: after a save that broke the guide, show the errors over the last good pages.

MkDocs alone would answer no request until the guide builds again.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort, MkDocsException

from studyguide.data.paths import BIBLIOGRAPHY, EDITION, ENGINE, GLOSSARY, LABELS, TIMELINE
from studyguide.mkdocs.config_errors import load_config_or_faults
from studyguide.mkdocs.report_error import log
from studyguide.mkdocs.session import SESSION
from studyguide.mkdocs.settings import root_of
from studyguide.mkdocs.template_files import TemplateFiles
from studyguide.outputs.site.error_overlay import with_overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from studyguide.mkdocs.context import BuildContext

_WATCHED = (GLOSSARY, TIMELINE, BIBLIOGRAPHY, EDITION, LABELS, "hooks", "overrides", "styles")
"""The inputs of a build besides mkdocs.yml and `docs/`, which MkDocs watches itself."""
_CODE = ("**/*.py", "**/*.typ", "**/*.js", "**/*.json")


def paths_to_watch(root: Path) -> Iterator[Path]:
    """Yield the files and folders of the guide at `root` that trigger a build when they change."""
    yield from (path for name in _WATCHED if (path := root / name).exists())


def reuse_templates(env: Environment, context: BuildContext) -> None:
    """Give Jinja the bytecode cache: of the session under `serve`, else of the guide."""
    env.bytecode_cache = SESSION.templates if context.is_served else TemplateFiles(context.root)


def show_errors(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> None:
    """Watch the engine, and show errors in the overlay from the second build on; the first has just succeeded."""
    server.watch(str(ENGINE))
    preview = Preview(root_of(config), Path(config.site_dir), builder)
    SESSION.cleanup.callback(preview.last_good.cleanup)
    server.builder = preview.build
    host, port = server.server_address[:2]
    server.server_bind = partial(_bind, server.server_bind, str(host), port)  # type: ignore[method-assign]


def _bind(bind: Callable[[], None], host: str, port: int) -> None:
    """Bind the server, or say in plain words that its address is in use: mostly by the guide in another terminal."""
    try:
        bind()
    except OSError as error:
        raise Abort(
            f"The guide cannot be shown on http://{host}:{port}/: {error.strerror}. Perhaps it is shown there already: "
            f"look, or stop it with Ctrl+C where you started it. For another address: make serve PORT={port + 1}, "
            f"or without make: mkdocs serve --strict -a 127.0.0.1:{port + 1}"
        ) from error


class Preview:
    """The site that `serve` shows, rebuilt at each save."""

    def __init__(self, root: Path, site: Path, builder: Callable[[], None]) -> None:
        self.root = root
        self.site = site
        self.builder = builder
        self.is_good = True
        self.last_good = TemporaryDirectory(prefix="studyguide-")
        self.code = _code_of(root)

    def build(self) -> None:
        """Build the site, or show the errors over the last good pages."""
        if self.is_good:  # by now with the PDFs, which are rendered after the pages
            shutil.rmtree(self.last_good.name)
            shutil.copytree(self.site, self.last_good.name)
        self.is_good = False
        with _collected() as messages:
            try:
                _stop_at_faults(self.root)
                self.builder()
            except MkDocsException as error:
                shutil.copytree(self.last_good.name, self.site, dirs_exist_ok=True)
                self._show("To be mended. Below is the guide as it was before.", messages or [str(error)])
                log.error("%s", error)
                return
        self.is_good = True
        if changed := self._changed_code():
            heading = "Stop the server and start it again: the program has changed, and goes on with its old code."
            log.warning("%s (%s)", heading, ", ".join(changed))
            self._show(heading, changed)

    def _show(self, heading: str, messages: list[str]) -> None:
        for page in self.site.rglob("*.html"):
            page.write_text(with_overlay(page.read_text(encoding="utf-8"), heading, messages), encoding="utf-8")

    def _changed_code(self) -> list[str]:
        return sorted(path.name for path, text in _code_of(self.root).items() if self.code.get(path) != text)


def _stop_at_faults(root: Path) -> None:
    """Abort with the check's report on mkdocs.yml: MkDocs' own messages have no line, or show local paths."""
    faults = load_config_or_faults(root)
    if isinstance(faults, list):
        for fault in faults:
            log.error("%s", fault)
        raise Abort("Nothing can be built before mkdocs.yml is mended, as told above.")


def _code_of(root: Path) -> dict[Path, bytes]:
    """Return the code that runs in a build, the guide's hooks and the engine; a process does not import it again."""
    code = [*(root / "hooks").rglob("*.py"), *chain.from_iterable(ENGINE.glob(pattern) for pattern in _CODE)]
    return {path: path.read_bytes() for path in code}


@contextmanager
def _collected() -> Iterator[list[str]]:
    """Collect the warnings of MkDocs, its plugins and the hooks: exactly those at which a strict build stops."""
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)
