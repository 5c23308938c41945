"""How MkDocs was started. MkDocs loads each hook once a process, so this outlives the builds of `serve`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Session:
    """One run of MkDocs."""

    command: str = ""
    """The command that was given: `build` or `serve`; nothing where MkDocs' parts are used by themselves."""

    @property
    def is_served(self) -> bool:
        """Whether the site is shown while it is written, and made anew with each change."""
        return self.command == "serve"


SESSION = Session()
