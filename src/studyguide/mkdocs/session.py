"""State that outlives one build: how MkDocs was started, and the caches of `serve`."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from studyguide.mkdocs.elsewhere import Elsewhere, Made, elsewhere
from studyguide.mkdocs.forking import uninterrupted
from studyguide.mkdocs.serve_cache import PageCache, TemplateCache
from studyguide.mkdocs.workers import Workers, share

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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

    workers: Workers[Any] = field(default_factory=Workers)
    """The processes that share pages now."""

    @property
    def is_served(self) -> bool:
        """Whether the site is served, and rebuilt at each change."""
        return self.command == "serve"

    def begin(self, command: str) -> None:
        """Begin a run."""
        self.command, self.staging = command, None
        self.printer = ThreadPoolExecutor(1)

    def share(self, costs: Mapping[str, int], processes: int) -> Workers[Any]:
        """Share pages among processes: see `workers.share`; the end of the run ends them."""
        self.workers = Workers()
        if processes > 1:
            with uninterrupted():
                self.workers = share(costs, processes)
        return self.workers

    def elsewhere(self, work: Callable[[], Made], jobs: int) -> Elsewhere[Made] | None:
        """Begin some work in a copy of the build: see `elsewhere.elsewhere`; the end of the run ends it."""
        doing = elsewhere(work, jobs)
        if doing:
            self.cleanup.callback(doing.end)
        return doing

    def stop_copy(self) -> None:
        """End this process at an error if it is a copy of the build, which goes on without it."""
        if self.workers.is_copy:
            self.workers.fail()

    def end(self, *, is_interrupted: bool) -> None:
        """Replace the last site, or keep it if an error or Ctrl+C ended the build, and clean up."""
        self.workers.end()
        if self.printer:
            self.printer.shutdown(wait=False, cancel_futures=True)
        if self.staging:
            self.staging.is_whole = self.staging.is_whole and not is_interrupted
            self.staging.finish()
        self.cleanup.close()
        self.printer = self.staging = None


SESSION = Session()
