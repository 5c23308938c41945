"""The chairs' manual: pages of Markdown with an entry for each rule, and what the table of rules adds to them.

An entry says why the rule is one, and shows a wrong example, what the check says of it, and the same example mended.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from studyguide.diagnostics.rule import Rule
from studyguide.diagnostics.rules import RULES

FOLDER = files("studyguide") / "manual"
_BLOCK = r"(?: in `(?P<{0}_file>[^`]+)`)?:\n\n```[a-z]+\n(?P<{0}>.*?)```\n"
_ENTRY = re.compile(
    r"^### (?P<rule>\S+)\n\n(?P<reason>.*?)\n\n"
    rf"^Wrong,{_BLOCK.format('wrong')}\n"
    r"The check says:\n\n```text\n(?P<told>.*?)```\n\n"
    rf"Mended,?{_BLOCK.format('mended')}",
    re.MULTILINE | re.DOTALL,
)
_TITLE = re.compile(r"^title: (.*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """What stands in a file of a guide."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manual says of a rule."""

    rule: str
    """Its id."""
    reason: str
    """Why it is one, in Markdown."""
    wrong: Example
    told: str
    """What the check says of the wrong example, a line each."""
    mended: Example


def read_page(name: str) -> str:
    """Return the Markdown of a page as it is written: `chapters`."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def page_title(name: str) -> str:
    """Return the title of a page."""
    found = _TITLE.search(read_page(name))
    assert found  # each page has one
    return found[1]


def entries_of(page: str) -> Iterator[Entry]:
    """Yield the entries of a page's Markdown."""
    for found in _ENTRY.finditer(page):
        yield Entry(
            found["rule"],
            found["reason"],
            Example(found["wrong_file"], found["wrong"]),
            found["told"],
            Example(found["mended_file"] or found["wrong_file"], found["mended"]),
        )


def entry_of(rule: Rule) -> Entry:
    """Return the entry of a rule."""
    return next(entry for entry in entries_of(read_page(rule.page)) if entry.rule == rule.id)


def with_messages(page: str) -> str:
    """Add to each entry of a page what else its rule can say, which one example does not show."""
    return _ENTRY.sub(lambda found: f"{found[0]}{_listed(RULES[found['rule']])}", page)


def _listed(rule: Rule) -> str:
    said = sayings(rule)
    return "\n".join(["\nAll that it can say:\n", "````text", *said, "````\n"]) if len(said) > 1 else ""


def sayings(rule: Rule) -> list[str]:
    """Return all that a rule can say, each with `…` for what differs; not what comes from elsewhere as a whole."""
    said = (f"{_spelt_out(message.text)} {_spelt_out(message.fix)}".strip() for message in rule.messages.values())
    return [each for each in said if each != "…"]


def _spelt_out(template: str) -> str:
    return template.format_map(defaultdict(lambda: "…"))
