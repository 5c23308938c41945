"""What a lint rule is: its id, its severity, the page of the manual that explains it, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem does to the build."""

    ERROR = "error"
    """It stops the build."""
    WARNING = "warning"
    """It stops nothing, and a chair can allow it where it stands."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a rule says, as templates of `str.format`: `{name}` is a placeholder, `{{` is a brace."""

    text: str
    """What is wrong: a plain sentence."""
    fix: str = ""
    """What to do: a plain sentence, or nothing where the text says it, or where each problem has a fix of its own."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of problem."""

    id: str
    """Its name in brackets, and its anchor on its page."""
    severity: Severity
    page: str
    """The page of the manual that explains it: `chapters`."""
    messages: Mapping[str, Message]
    """What it can say, by a name that the checks use; a rule with one message has it under the empty name."""

    @property
    def help(self) -> str:
        """Where the guide's site explains it: `chairs/chapters/#unknown-term`."""
        return f"chairs/{self.page}/#{self.id}"


def rules_of(
    page: str, severity: Severity, messages: Mapping[str, Message | Mapping[str, Message]]
) -> tuple[Rule, ...]:
    """Make the rules of a page of their messages by id, in that order."""
    return tuple(
        Rule(name, severity, page, {"": said} if isinstance(said, Message) else said) for name, said in messages.items()
    )
