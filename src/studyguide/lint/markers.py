"""Find data without a marker that renders it on a page, and markers where nothing takes their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, COUNTRIES_PAGE, KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_guide
from studyguide.markdown.markers import COMMENT, COUNTRIES_MARKER, MARKERS


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


@on_guide
def unread_markers(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find markers in entries and in front matter, where nothing takes their place."""
    for span in _texts_without_markers(guide, context):
        for found in COMMENT.finditer(span.text) if "<!--" in span.text else ():
            if found["name"] in MARKERS:
                yield problem(span.locate(found.start()), "misplaced-marker", "elsewhere", name=found["name"])


@on_guide
def countries_elsewhere(_guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find the marker of the list of countries on another page than that to which all links to a country lead."""
    for chapter in context.chapters:
        for name, offset in chapter.source.comments if chapter.path != COUNTRIES_PAGE else ():
            if name == COUNTRIES_MARKER:
                where = chapter.source.span.locate(offset)
                yield problem(where, "misplaced-marker", "other-page", name=name, page=COUNTRIES_PAGE)


def _texts_without_markers(guide: Guide, context: LintContext) -> Iterator[SourceSpan]:
    for chapter in context.chapters:
        yield SourceSpan(chapter.span.file.text[: chapter.span.start], chapter.span.file)
    for term in guide.terms:
        yield from filter(None, (term.definition, term.note))
    for event in guide.events:
        yield from filter(None, (event.description, event.note))
