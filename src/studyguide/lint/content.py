"""The content lint: warnings about missing sources, unused entries, unwritten sections and deprecated names.

Warnings do not stop the build, and a comment can suppress each: see `suppressions`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from studyguide.data.guide import Guide
from studyguide.data.source_twins import source_twins
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.context import LintContext, Prose
from studyguide.lint.figures import find_figure
from studyguide.lint.registry import on_file, on_guide, on_prose
from studyguide.markdown.chapter import Chapter, Section
from studyguide.markdown.source import Block

_LONG = 600
"""The length in words from which a section needs a source."""
_KEY = re.compile(r"@\{?(\w(?:[\w:.#$%&+?~/-]*\w)?)")
_FURTHER_READING = re.compile(r"(?:^|[,;])\s*further[\s_-]*reading\s*(?:$|[,;])", re.IGNORECASE)
_EMAIL_END = re.compile(r"@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_EMAIL_START = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}\Z")


@on_guide
def unused_terms(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find the terms that neither a chapter nor an event uses."""
    if not context.knows_all_uses:
        return
    used = {term_id for chapter in context.chapters for term_id, _ in chapter.mentions}
    used |= {term.text for event in guide.events for term in event.terms}
    for term in guide.terms:
        if term.id not in used and term.link != "never":  # mentions of such terms are not collected
            yield problem(term.where, "unused-term", id=term.id)


@on_guide
def uncited_sources(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find the sources that are neither cited nor further reading."""
    if not context.knows_all_uses:
        return
    cited = {key for chapter in context.chapters for citation in chapter.citations for key in citation.keys}
    cited |= {link.target.removeprefix("source:") for chapter in context.chapters for link in chapter.links}
    texts = (chapter.source.without_code_and_comments for chapter in context.chapters)
    cited |= {key for text in texts for key in _KEY.findall(text)}  # a citation with a fault is told by itself
    for source in guide.sources:
        if source.has_good_key and source.key not in cited and not source.is_further_reading:
            is_meant = _FURTHER_READING.search(source.fields.get("keywords", ""))
            yield problem(source.where, "uncited-source", "keyword" if is_meant else "", key=source.key)


@on_guide
def undated_pages(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find the web pages without an access date."""
    for source in guide.sources:
        if source.is_web_page and "urldate" not in source.fields:
            yield problem(source.where, "missing-access-date", key=source.key)


@on_guide
def twin_sources(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find the documents that have two keys, so that they would stand in the bibliography twice."""
    return source_twins(guide.sources)


@on_prose
def unwritten_sections(prose: Prose, context: LintContext) -> Iterator[Problem]:
    """Find the `todo` admonitions, placeholders for sections still to be written."""
    chapter = prose.chapter
    if not chapter:
        return
    sections = _own_sections(chapter)
    for block in prose.all_blocks:
        if block.box == "todo" and block.opens_box:
            where = prose.span.locate(block.start)
            above = [section for section in sections if section.where.line <= where.line]
            title = max(above, key=lambda section: section.where.line).title if above else chapter.title
            yield problem(where, "still-to-write", title=title)


def _own_sections(chapter: Chapter) -> list[Section]:
    """Return the sections of the chapter's file, without those rendered from data."""
    return [section for section in chapter.sections if section.where.path == chapter.span.file.path]


@on_prose
def unsourced_figures(prose: Prose, context: LintContext) -> Iterator[Problem]:
    """Find figures without a source, at most one per block; skip editor's notes, which quote wrong figures."""
    blocks = prose.blocks if not prose.sources else ()
    for block, behind in zip_longest(blocks, blocks[1:]):
        has_note = block.has_note or (behind and behind.has_note and _is_chart(block, prose))
        figure = None if has_note or block.is_editor_note else find_figure(block.text, context.guide.language)
        if figure:
            where = prose.span.locate(block.start + figure.start())
            yield problem(where, "figure-without-note", figure=" ".join(figure[0].split()))


def _is_chart(block: Block, prose: Prose) -> bool:
    """Tell whether a block is a figure, whose source may stand in the paragraph behind it."""
    return prose.span.text.startswith("<figure", block.start)


@on_prose
def unsourced_sections(prose: Prose, context: LintContext) -> Iterator[Problem]:
    """Find the long sections of a chapter without a source.

    Text counts for its section and for all sections around it, of which the outermost alone is told; text under the
    chapter's title alone does not count.
    """
    if not prose.chapter:
        return
    file, sections = prose.span.file, _own_sections(prose.chapter)
    lines = [section.where.line for section in sections]
    parts: list[list[Block]] = [[] for _ in sections]
    outer = _outer_sections(sections)
    for block in prose.blocks:
        innermost = bisect_right(lines, file.location(prose.span.start + block.start).line) - 1
        for number in outer[innermost] if innermost >= 0 else ():
            parts[number].append(block)
    told: set[int] = set()
    for number, (section, part) in enumerate(zip(sections, parts, strict=True)):
        if not told.isdisjoint(outer[number]) or any(block.has_note for block in part):
            continue
        length = sum(block.length for block in part)
        if length > _LONG:
            told.add(number)
            yield problem(section.where, "section-without-source", title=section.title, words=length)


def _outer_sections(sections: Sequence[Section]) -> list[list[int]]:
    """Return for each section the indices of the sections that contain it, itself included."""
    outer: list[list[int]] = []
    for number, section in enumerate(sections):
        before = outer[-1] if outer else []
        outer.append([other for other in before if 1 < sections[other].level < section.level] + [number])
    return outer


@on_prose
def deprecated_names(prose: Prose, context: LintContext) -> Iterator[Problem]:
    """Find the names that glossary.yaml deprecates."""
    return context.deprecated_names.warnings(prose.span, prose.blocks) if context.knows_titles else iter(())


@on_file
def email_addresses(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find e-mail addresses, except in mkdocs.yml, whose contact is intended."""
    if file is context.guide.settings:
        return
    before = ("", 0)
    for end in _EMAIL_END.finditer(file.text):  # the half with the rare character first, for speed
        if found := _EMAIL_START.search(file.text, max(0, end.start() - 65), end.start()):
            address, where = found[0] + end[0], file.location(found.start())
            if (address, where.line) != before:  # a link has it twice, in its words and behind mailto:
                yield problem(where, "email-address")
            before = (address, where.line)
