"""State that outlives one build: how MkDocs was started, and the caches of `serve`."""

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
    """One run of MkDocs; there is one per process, since modules are imported once."""

    command: str = ""
    """The MkDocs command, `build` or `serve`; empty if MkDocs is used as a library."""
    staging: Staging | None = None
    """Where `build` writes the site until it is complete; None under `serve`, which has a folder of its own."""
    printer: ThreadPoolExecutor | None = None
    """The thread that typesets PDFs in the background."""
    cleanup: ExitStack = field(default_factory=ExitStack)
    """Callbacks for the end of the run."""
    pages: PageCache = field(default_factory=PageCache)
    templates: TemplateCache = field(default_factory=TemplateCache)

    @property
    def is_served(self) -> bool:
        """Whether the site is served, and rebuilt at each change."""
        return self.command == "serve"

    def begin(self, command: str) -> None:
        """Begin a run."""
        self.command, self.staging = command, None
        self.printer = ThreadPoolExecutor(1)

    def end(self, *, is_interrupted: bool) -> None:
        """Replace the last site, or keep it if an error or Ctrl+C ended the build, and clean up."""
        if self.printer:
            self.printer.shutdown(wait=False, cancel_futures=True)
        if self.staging:
            self.staging.is_whole = self.staging.is_whole and not is_interrupted
            self.staging.finish()
        self.cleanup.close()
        self.printer = self.staging = None


SESSION = Session()
