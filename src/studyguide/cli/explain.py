"""`studyguide explain unknown-term`: explain a rule by its id, which a report gives in brackets.

Without an id it lists all rules. Exits with 2 if there is no such rule.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from collections.abc import Iterator

from studyguide.diagnostics.diagnostic import did_you_mean
from studyguide.diagnostics.manual import Example, entries_of, entry_of, page_title, read_page, sayings
from studyguide.diagnostics.rule import Rule
from studyguide.diagnostics.rules import RULES

_WIDTH = 100
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("rule", nargs="?", default="", help="a name in brackets; left out: all of them, a line each")


def run(options: argparse.Namespace) -> int:
    """Print the manual's entry on the rule that the options name, or a list of all rules."""
    if not options.rule:
        print("\n".join(_list()))
        return 0
    name = options.rule.strip("[]")
    if name not in RULES:
        hint = did_you_mean(name, RULES) or "Without a name, this command lists all rules."
        print(f'There is no rule "{name}". {hint}', file=sys.stderr)
        return 2
    print("\n\n".join(_explain(RULES[name])))
    return 0


def _list() -> Iterator[str]:
    width = max(map(len, RULES))
    for page in dict.fromkeys(rule.page for rule in RULES.values()):
        yield f"{page_title(page)}\n"
        for entry in entries_of(read_page(page)):
            yield f"  {entry.rule:{width}}  {_SENTENCE_END.split(_plain(entry.reason), maxsplit=1)[0]}"
        yield ""
    yield "studyguide explain NAME says what to do, with an example."


def _explain(rule: Rule) -> Iterator[str]:
    """Yield the paragraphs that explain a rule."""
    entry = entry_of(rule)
    yield f"{rule.id} ({rule.severity}): {rule.help} in the guide's site"
    for paragraph in entry.reason.split("\n\n"):
        yield textwrap.fill(_plain(paragraph), _WIDTH)
    yield from _shown("It says" if len(rule.messages) == 1 else "It can say", "\n".join(sayings(rule)))
    yield from _shown(f"Wrong, in {entry.wrong.path}", entry.wrong.text)
    yield from _shown("The check says", entry.told)
    yield from _shown(f"Mended{_where(entry.mended, entry.wrong)}", entry.mended.text)


def _where(mended: Example, wrong: Example) -> str:
    return f", in {mended.path}" if mended.path != wrong.path else ""


def _shown(title: str, text: str) -> Iterator[str]:
    if text:
        yield f"{title}:"
        yield textwrap.indent(text.rstrip(), "    ")


def _plain(markdown: str) -> str:
    """Return Markdown without the targets of its links, on one line."""
    return " ".join(_LINK.sub(r"\1", markdown).split())
