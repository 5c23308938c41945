"""Tell of a list that has lost its entries once, in the place of each link, citation and event that names one."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY, GLOSSARY, TIMELINE
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_guide
from studyguide.markdown.header_link import read_header_link

_LISTS = {"term": GLOSSARY, "event": TIMELINE, "source": BIBLIOGRAPHY}
"""The data files, by what an entry of each is; internal links have the same schemes."""


@on_guide
def empty_lists(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find data files without any entry: an error if the guide names entries of them, else a warning."""
    for noun, path in _LISTS.items():
        uses = sorted(set(_uses(noun, context))) if path in context.empty_files else []
        if uses:
            named = f"one, at {uses[0]}" if len(uses) == 1 else f"{len(uses)}, the first at {uses[0]}"
            yield problem(Location(path), "unreadable-file", "emptied", noun=noun, uses=named)
        elif path in context.empty_lists:
            yield problem(Location(path), "empty-list", noun=noun, page=f"docs/{context.empty_lists[path]}")


def _uses(noun: str, context: LintContext) -> Iterator[Location]:
    """Yield where the guide names an entry of the data file whose entries are called `noun`."""
    guide = context.guide
    header = read_header_link(guide.header_link) if guide.header_link else None
    links = [link for chapter in context.chapters for link in chapter.links] + ([header.link] if header else [])
    yield from (link.where for link in links if link.target.startswith(f"{noun}:"))
    if noun == "term":
        yield from (term.where for event in guide.events for term in event.terms)
    elif noun == "source":
        yield from (citation.where for chapter in context.chapters for citation in chapter.citations)
