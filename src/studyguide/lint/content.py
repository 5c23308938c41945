"""Warnings: what a careful reader would ask about. The guide can be built all the same.

Each can be allowed where it stands, with a reason: see `suppressions`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from studyguide.data.bibliography import Source
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY, GLOSSARY, TIMELINE
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.lint.deprecated_names import OlderNames
from studyguide.markdown.chapter import Chapter, Section
from studyguide.markdown.source import Block, blocks_of, without_code

_LONG = 600
"""As many words a section may have without a source."""
_FIGURE = re.compile(
    r"""
    (?<![\w.,/-])
    (?: [£€$]\s?\d[\d.,]*                                                       # £16.5
      | \d{1,3}(?:,\d{3})+                                                      # 29,397,681
      | \d+(?:\.\d+)?\s?(?: % | (?:per\s?cent|hundred|thousand|million|billion)\b )
      | (?i:one|two|three|four|five|six|seven|eight|nine|\d+)\s(?:in|out\sof)\s(?:every\s)?
        (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b(?!\s(?:day|week|month|year)s)
      | (?<!rticle\s)(?<!rticles\s)(?<!aged\s)(?<!under\s)
        (?:[1-9]\d{1,2}|\d{5,})\s                                               # 190 countries, but 18 years
        (?!(?:second|minute|hour|day|week|month|year)s) (?:[a-z-]+s|people|children|men|women)\b
    )""",
    re.VERBOSE,
)
_FURTHER_READING = re.compile(r"(?:^|[,;])\s*further[\s_-]*reading\s*(?:$|[,;])", re.IGNORECASE)
_EMAIL_END = re.compile(r"@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_EMAIL_START = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}\Z")


def advise(guide: Guide, chapters: Sequence[Chapter]) -> Iterator[Problem]:
    """Give every warning about a guide and its chapters."""
    faulty = {problem.where.path for problem in guide.problems if not problem.is_warning}
    has_all_chapters = not any(problem.kind == "unknown-chapter" for problem in guide.problems)
    if has_all_chapters and all(chapter.readable for chapter in chapters) and faulty.isdisjoint((GLOSSARY, TIMELINE)):
        yield from _unused_terms(guide, chapters)  # else what could not be read may use it
        yield from _uncited_sources(guide, chapters)
    yield from _undated_pages(guide.sources)
    older_names = OlderNames(guide)
    knows_titles = BIBLIOGRAPHY not in faulty  # else a text may quote one that could not be read
    for chapter in chapters:
        blocks = list(blocks_of(chapter.span.text))
        yield from _unwritten_sections(chapter, blocks)
        blocks = [block for block in blocks if block.box != "todo"]
        yield from _unsourced_figures(chapter.span, blocks)
        yield from _unsourced_sections(chapter, blocks)
        yield from older_names.warnings(chapter.span, blocks) if knows_titles else ()
        yield from _email_addresses(chapter.span.file, without_code(chapter.span.file.text))
    for span, sources in _spans(guide):
        blocks = list(blocks_of(span.text))
        yield from older_names.warnings(span, blocks) if knows_titles else ()
        yield from _unsourced_figures(span, blocks) if not sources else ()
    for file in guide.files:
        yield from _email_addresses(file, file.text)


def _spans(guide: Guide) -> Iterator[tuple[SourceSpan, Collection[SourceSpan]]]:
    """The texts of terms and events, each with the sources that its entry names behind it."""
    yield from ((term.definition, term.sources) for term in guide.terms)
    yield from ((event.description, event.sources) for event in guide.events if event.description)


def _unused_terms(guide: Guide, chapters: Sequence[Chapter]) -> Iterator[Problem]:
    used = {term_id for chapter in chapters for term_id, _ in chapter.mentions}
    used |= {term.text for event in guide.events for term in event.terms}
    for term in guide.terms:
        if term.id not in used and term.link != "never":  # of those nobody counts the mentions
            message = f'Nothing in the guide uses the term "{term.id}".'
            hint = "Add the words that the chapters use to its aliases, or take it out."
            yield Problem(term.where, "unused-term", message, hint)


def _uncited_sources(guide: Guide, chapters: Sequence[Chapter]) -> Iterator[Problem]:
    cited = {key for chapter in chapters for citation in chapter.citations for key in citation.keys}
    cited |= {link.target.removeprefix("source:") for chapter in chapters for link in chapter.links}
    for source in guide.sources:
        if source.has_good_key and source.key not in cited and not source.is_further_reading:
            hint = "Cite it, or mark it with keywords = {further-reading}."
            if _FURTHER_READING.search(source.fields.get("keywords", "")):
                hint = "Cite it, or write keywords = {further-reading}, with a hyphen and small letters."
            yield Problem(source.where, "uncited-source", f'Nothing cites the source "{source.key}".', hint)


def _undated_pages(sources: Iterable[Source]) -> Iterator[Problem]:
    for source in sources:
        if source.is_web_page and "urldate" not in source.fields:
            message = f'The web page "{source.key}" has no day on which somebody read it.'
            hint = "Open it, and add urldate = {2026-01-31} with the day on which you did."
            yield Problem(source.where, "missing-access-date", message, hint)


def _unwritten_sections(chapter: Chapter, blocks: Iterable[Block]) -> Iterator[Problem]:
    file = chapter.span.file
    sections = [section for section in chapter.sections if section.where.path == file.path]  # others come from data
    for block in blocks:
        if block.box == "todo" and block.opens_box:
            where = chapter.span.locate(block.start)
            above = [section for section in sections if section.where.line <= where.line]
            title = max(above, key=lambda section: section.where.line).title if above else chapter.title
            hint = "Write it, and delete the box that says what belongs there."
            yield Problem(where, "still-to-write", f'"{title}" is still to be written.', hint)


def _unsourced_figures(span: SourceSpan, blocks: Iterable[Block]) -> Iterator[Problem]:
    """One problem a block; an editor's note tells of figures that nobody vouches for."""
    for block in blocks:
        figure = None if block.has_note or block.is_editor_note else _FIGURE.search(block.text)
        if figure:
            message = f'This paragraph states a figure ("{" ".join(figure[0].split())}") and has no note.'
            where = span.locate(block.start + figure.start())
            yield Problem(where, "figure-without-note", message, "Cite behind it where it comes from: [@key].")


def _unsourced_sections(chapter: Chapter, blocks: Iterable[Block]) -> Iterator[Problem]:
    """A section counts with the smaller ones in it; a chapter's title, which is no section, with none."""
    file = chapter.span.file
    sections = [section for section in chapter.sections if section.where.path == file.path]  # others come from data
    lines = [section.where.line for section in sections]
    parts: list[list[Block]] = [[] for _ in sections]
    outer = _outer_sections(sections)
    for block in blocks:
        innermost = bisect_right(lines, file.location(chapter.span.start + block.start).line) - 1
        for number in outer[innermost] if innermost >= 0 else ():
            parts[number].append(block)
    for section, part in zip(sections, parts, strict=True):
        if any(block.has_note for block in part):
            continue
        length = sum(block.length for block in part)
        if length > _LONG:
            message = f'The section "{section.title}" has {length} words and names no source.'
            hint = "Cite where it comes from: [@key]."
            yield Problem(section.where, "section-without-source", message, hint)


def _outer_sections(sections: Sequence[Section]) -> list[list[int]]:
    """For each section the numbers of those that it is a part of, itself among them."""
    outer: list[list[int]] = []
    for number, section in enumerate(sections):
        before = outer[-1] if outer else []
        outer.append([other for other in before if 1 < sections[other].level < section.level] + [number])
    return outer


def _email_addresses(file: SourceFile, text: str) -> Iterator[Problem]:
    for end in _EMAIL_END.finditer(text):  # of the two parts that with the rare sign first
        found = _EMAIL_START.search(text, max(0, end.start() - 65), end.start())
        if not found:
            continue
        message = "This is an e-mail address, and everyone in the world can read and collect it."
        hint = "Take it out: who answers questions is said in mkdocs.yml, under contact."
        yield Problem(file.location(found.start()), "email-address", message, hint)
