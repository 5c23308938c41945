"""State that outlives one build: how MkDocs was started, and what `serve` keeps between its builds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studyguide.mkdocs.serve_cache import PageCache, TemplateCache

if TYPE_CHECKING:
    from studyguide.outputs.site.staging import Staging


@dataclass
class Session:
    """One run of MkDocs. The engine's modules are imported once a process, so there is one of it."""

    command: str = ""
    """The command that was given: `build` or `serve`; nothing where MkDocs' parts are used by themselves."""
    staging: Staging | None = None
    """Where `build` writes the site until it is whole; `serve` has a folder of its own."""
    printer: ThreadPoolExecutor | None = None
    """The one thread that typesets PDFs while `serve` goes on."""
    cleanup: ExitStack = field(default_factory=ExitStack)
    """What is to be called when the run ends."""
    pages: PageCache = field(default_factory=PageCache)
    templates: TemplateCache = field(default_factory=TemplateCache)

    @property
    def is_served(self) -> bool:
        """Whether the site is shown while it is written, and rebuilt with each change."""
        return self.command == "serve"

    def begin(self, command: str) -> None:
        """Begin a run."""
        self.command, self.staging = command, None
        self.printer = ThreadPoolExecutor(1)

    def end(self, *, is_interrupted: bool) -> None:
        """Swap the sites, or keep the old one where an error or Ctrl+C ended the build, and leave nothing behind."""
        if self.printer:
            self.printer.shutdown(wait=False, cancel_futures=True)
        if self.staging:
            self.staging.is_whole = self.staging.is_whole and not is_interrupted
            self.staging.finish()
        self.cleanup.close()
        self.printer = self.staging = None


SESSION = Session()
