"""Find unknown and ambiguous references: ids of terms, events and sections, names of terms, and citation keys."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from studyguide.data.glossary import shared_forms
from studyguide.data.guide import Guide
from studyguide.data.paths import STAKEHOLDERS_PAGE
from studyguide.diagnostics.diagnostic import ALIKE, NEAR, Location, Problem, did_you_mean, problem
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_guide
from studyguide.markdown.citations import key_cut_short, parse_citation
from studyguide.markdown.locators import is_locator

_REST = re.compile(r"[^\W\d_]+(?:\. ?| )[\divxlc]|pp?\d|\d[\d\s–-]*$")
"""What looks like a locator after a citation key, whether it is one or not: `art. 1`, `pp. iv`, `atr. 3`, `12-14`."""


def unknown(
    where: Location, rule: str, message: str, name: str, known: Collection[str] | None, **values: str
) -> Iterator[Problem]:
    """Yield a problem where `name` is not in `known`; nothing where `known` is None because a file is unreadable."""
    if known is not None and name not in known:
        closeness = ALIKE if rule == "unknown-file" else NEAR
        yield problem(where, rule, message, name=name, **values, fix=did_you_mean(name, known, closeness))


@on_guide
def unknown_terms(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find references of terms and events to unknown terms."""
    named = [other for term in guide.terms for other in term.see_also]
    named += [term for event in guide.events for term in event.terms]
    for term in named:
        yield from unknown(term.where, "unknown-term", "", term.text, guide.term_ids)


@on_guide
def unknown_actors(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find actors of events without a section on the stakeholders page."""
    page = context.pages.get(STAKEHOLDERS_PAGE)
    if STAKEHOLDERS_PAGE in context.lost_chapters or (page and not page.readable):
        return
    known = {section.id for section in page.sections if section.level > 1} if page else set()
    for event in guide.events:
        for actor in event.actors:
            yield from unknown(actor.where, "unknown-section", "section", actor.text, known, path=STAKEHOLDERS_PAGE)


@on_guide
def unknown_sections(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find unknown chapters and sections under `see` of events."""
    for event in guide.events:
        for see in event.see:
            path, _, anchor = see.text.partition("#")
            if path in context.lost_chapters:
                continue
            if path not in context.pages:
                yield from unknown(see.where, "unknown-file", "chapter", path, context.pages)
            elif anchor and context.pages[path].readable:
                known = {section.id for section in context.pages[path].sections}
                yield from unknown(see.where, "unknown-section", "section", anchor, known, path=path)


@on_guide
def former_ids_in_use(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find former ids that are current ids too."""
    term_ids, event_ids = guide.term_ids or frozenset(), guide.event_ids or frozenset()
    former = [(former, "term", term_ids) for term in guide.terms for former in term.former_ids]
    former += [(former, "event", event_ids) for event in guide.events for former in event.former_ids]
    for span, noun, ids in former:
        if span.text in ids:
            yield problem(span.where, "former-id-in-use", id=span.text, noun=noun)


@on_guide
def shared_names(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find names shared by two terms."""
    yield from shared_forms(guide.terms)


@on_guide
def unknown_sources(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find citations of unknown sources."""
    wholes = dict(_split_citations(guide))
    for chapter in context.chapters:
        for citation in chapter.citations:
            for work in citation.cite_items:
                where = work.where or citation.where
                if where in wholes:
                    yield problem(where, "unknown-source", "comma", whole=wholes[where])
                elif whole := key_cut_short(work, guide.source_keys or ()):
                    yield problem(where, "unknown-source", "braces", key=whole)
                else:
                    yield from unknown(where, "unknown-source", "", work.key, guide.source_keys)


def _split_citations(guide: Guide) -> Iterator[tuple[Location, str]]:
    """Yield each item of `sources` that continues the item before, with both joined.

    YAML parses `[crc, art. 1]` as two items.
    """
    for items in (*(term.sources for term in guide.terms), *(event.sources for event in guide.events)):
        whole = ""
        for item in items:
            works = parse_citation(f"@{item.text}")
            is_key = all(work.key in (guide.source_keys or ()) for work in works)
            if not whole or is_key or not (_REST.match(item.text) or is_locator(item.text, guide.language)):
                whole = item.text
            else:
                whole += f", {item.text}"
                yield item.where, whole
