"""What the guide says of itself on its title page; a site without a handout needs it too, and none of the printer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cover:
    """What the title page and the running heads say."""

    title: str
    conference: str
    committee: str
    officer: str
    author: str
    description: str
    edition: str
    """The day of the edition and its revision: '24 November 2026, 1a2b3c4'."""
    licence: str
    address: str = ""
    """The address of the online guide; nothing where it has none."""
    language: str = "en"
    region: str = "gb"
    paper: str = "a4"
    """A paper of Typst: `a4` or `us-letter`."""
    keywords: tuple[str, ...] = ("Model United Nations", "study guide")
