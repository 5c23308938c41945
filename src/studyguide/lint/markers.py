"""Find data without a marker that renders it on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_guide


@on_guide
def missing_markers(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find missing markers, without which readers do not see the data."""
    needs = {
        (KEY_TERMS_PAGE, "key-terms"): any(not term.is_abbreviation for term in guide.terms),
        (KEY_TERMS_PAGE, "abbreviations"): any(term.is_abbreviation for term in guide.terms),
        (TIMELINE_PAGE, "timeline"): bool(guide.events),
        (BIBLIOGRAPHY_PAGE, "works-cited"): bool(guide.sources),
        (BIBLIOGRAPHY_PAGE, "further-reading"): any(source.is_further_reading for source in guide.sources),
    }
    pages = context.pages
    counts = Counter((path, marker) for path, page in pages.items() for marker in page.source.markers)
    for (path, marker), needed in needs.items():
        is_told = path in context.lost_chapters or (path in pages and not pages[path].readable)
        if needed and not counts[path, marker] and not is_told:
            yield problem(Location(f"docs/{path}"), "missing-marker", name=marker)
