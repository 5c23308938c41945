"""Run the markup rules and the HTML policy while a chapter is parsed."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.data.guide import Guide
from studyguide.data.paths import KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.diagnostics.diagnostic import Problem
from studyguide.lint import markup
from studyguide.lint.blocks import Known
from studyguide.lint.html_policy import left_out, open_comments, page_problems
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.observers import ChapterObserver, ParsedTree
from studyguide.markdown.source import ChapterSource


class MarkupLint(ChapterObserver):
    """The rules on one chapter's markup."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._keys = frozenset(source.key for source in guide.sources)

    def check_source(self, source: ChapterSource) -> Iterator[Problem]:
        """Check front matter, attribute lists and markers."""
        return markup.check_source(source, self._guide.facts)

    def check_tree(self, tree: ParsedTree, chapter: Chapter) -> Iterator[Problem]:
        """Find markup that Python-Markdown did not recognise."""
        known = Known(self._keys, tree.references)
        yield from markup.check_blocks(tree, chapter.source, self._guide.files, known)
        yield from markup.check_tree(tree.root, tree.positions, self._keys)

    def check_html(self, html: str, chapter: Chapter) -> Iterator[Problem]:
        """Apply the HTML policy."""
        files = [chapter.source.file_without_code]
        if chapter.path in (KEY_TERMS_PAGE, TIMELINE_PAGE):
            files += self._guide.files
        if self._guide.contact and "contact" in chapter.source.markers:
            files.append(self._guide.contact.file_alone)
        yield from open_comments(html, files)
        yield from left_out(html, files)
        broken = {problem.where.line for problem in chapter.problems if problem.rule == "broken-attributes"}
        for problem in page_problems(html, files, self._guide.opened_tags):
            is_fragment = problem.where.line in broken or not problem.where.column  # of those attributes
            if not (broken and is_fragment):
                yield problem
