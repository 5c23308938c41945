"""Lint rules: id, severity, manual page and message templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """The effect of a problem on the build."""

    ERROR = "error"
    """Stops the build."""
    WARNING = "warning"
    """Does not stop the build; a comment can suppress it."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a rule, as `str.format` templates: `{name}` is a placeholder, `{{` an escaped brace."""

    text: str
    """What is wrong: a plain sentence."""
    fix: str = ""
    """What to do: a plain sentence; empty where the text says it or each problem has its own fix."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A lint rule."""

    id: str
    """The name in brackets behind a message, and the anchor on the manual page."""
    severity: Severity
    page: str
    """The manual page with its entry: `chapters`."""
    messages: Mapping[str, Message]
    """Its messages by name, as the checks use them; the only message of a rule has the empty name."""

    @property
    def help(self) -> str:
        """The URL of its manual entry, relative to the site's root: `chairs/chapters/#unknown-term`."""
        return f"chairs/{self.page}/#{self.id}"


def rules_of(
    page: str, severity: Severity, messages: Mapping[str, Message | Mapping[str, Message]]
) -> tuple[Rule, ...]:
    """Return the rules of a manual page from their messages by rule id, in the same order."""
    return tuple(
        Rule(name, severity, page, {"": said} if isinstance(said, Message) else said) for name, said in messages.items()
    )
