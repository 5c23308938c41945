"""Find headings that were hardly meant: a second title in a chapter, and headings within an entry of the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_chapter, on_guide
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.source import ChapterSource

_HEADING = re.compile(r"^#{1,6}(?=[^#\n]).*$|^(?=\S).*\n(?:=+|-+)[ ]*$", re.MULTILINE)  # a space behind # is not needed


@on_chapter
def second_titles(chapter: Chapter, context: LintContext) -> Iterator[Problem]:
    """Find further headings of level 1, each of which the handout prints as a chapter of its own."""
    titles = [section for section in chapter.sections if section.level == 1]
    for section in titles[1:]:
        if section.where.path == chapter.span.file.path:
            yield problem(section.where, "unmeant-heading", "second", title=section.title)


@on_guide
def headings_in_entries(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find headings in the texts of terms and events, which would be headings of the list that shows them."""
    texts = [text for term in guide.terms for text in (term.definition, term.note)]
    texts += [text for event in guide.events for text in (event.description, event.note)]
    for source in (ChapterSource(text) for text in texts if text):
        for found in _HEADING.finditer(source.without_code_and_comments):
            yield problem(source.span.locate(found.start()), "unmeant-heading", "in-entry")
