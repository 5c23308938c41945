"""Run the markup rules and the HTML policy over a chapter while it is read."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.data.guide import Guide
from studyguide.data.paths import KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.diagnostics.diagnostic import Problem
from studyguide.lint.blocks import Known
from studyguide.lint.html_policy import page_problems
from studyguide.lint.markup import slips_in_blocks, slips_in_source, slips_in_tree
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.observers import ChapterObserver, ParsedTree
from studyguide.markdown.source import ChapterSource


class MarkupLint(ChapterObserver):
    """The rules on one chapter's markup."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._keys = frozenset(source.key for source in guide.sources)

    def check_source(self, source: ChapterSource) -> Iterator[Problem]:
        """Find what Markdown and MkDocs pass over without a word."""
        return slips_in_source(source)

    def check_tree(self, tree: ParsedTree, chapter: Chapter) -> Iterator[Problem]:
        """Find what is still text, and was meant as more."""
        known = Known(self._keys, tree.references)
        yield from slips_in_blocks(tree, chapter.source, self._guide.files, known)
        yield from slips_in_tree(tree.root, tree.positions, self._keys)

    def check_html(self, html: str, chapter: Chapter) -> Iterator[Problem]:
        """Find what may not stand in a page."""
        files = [chapter.span.file]
        if chapter.path in (KEY_TERMS_PAGE, TIMELINE_PAGE):
            files += self._guide.files
        if self._guide.contact and "contact" in chapter.source.markers:
            files.append(self._guide.contact.file_alone)
        has_broken_attributes = any(problem.rule == "broken-attributes" for problem in chapter.problems)
        for problem in page_problems(html, files, self._guide.opened_tags):
            if problem.where.column or not has_broken_attributes:  # the others are pieces of those attributes
                yield problem
