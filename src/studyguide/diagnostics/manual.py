"""Parse the chairs' manual: Markdown pages with one entry per lint rule, extended by the messages of the rule table.

An entry gives the reason for the rule, a wrong example, the check's output for it, and the corrected example.
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
    """A file of an example guide."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A lint rule's entry in the manual."""

    rule: str
    """The id of the rule."""
    reason: str
    """The reason for the rule, in Markdown."""
    wrong: Example
    told: str
    """The check's output for the wrong example, one problem per line."""
    mended: Example


def read_page(name: str) -> str:
    """Return the Markdown source of a page, such as `chapters`."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def page_title(name: str) -> str:
    """Return the title of a page."""
    found = _TITLE.search(read_page(name))
    assert found  # each page has one
    return found[1]


def entries_of(page: str) -> Iterator[Entry]:
    """Parse the entries of a page's Markdown."""
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
    """Append to each entry of a page all messages of its rule, of which the example shows one."""
    return _ENTRY.sub(lambda found: f"{found[0]}{_listed(RULES[found['rule']])}", page)


def _listed(rule: Rule) -> str:
    said = sayings(rule)
    return "\n".join(["\nAll that it can say:\n", "````text", *said, "````\n"]) if len(said) > 1 else ""


def sayings(rule: Rule) -> list[str]:
    """Return all messages of a rule with `…` for each placeholder; leave out those that are a placeholder alone."""
    said = (f"{_spelt_out(message.text)} {_spelt_out(message.fix)}".strip() for message in rule.messages.values())
    return [each for each in said if each != "…"]


def _spelt_out(template: str) -> str:
    return template.format_map(defaultdict(lambda: "…"))
