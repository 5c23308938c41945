"""Take what a title page says of the guide out of a document: it stands in mkdocs.yml, and so on the home page."""

from __future__ import annotations

import re

from studyguide.authoring.documents.document_facts import DocumentFacts
from studyguide.authoring.documents.findings import Listed
from studyguide.authoring.documents.outline.chapters import begins_chapter, topic_headings
from studyguide.authoring.documents.overrides import one_line
from studyguide.authoring.documents.text.blocks import Block, Blocks, Heading, Paragraph, Table, texts
from studyguide.authoring.documents.text.markdown_text import words_only
from studyguide.authoring.documents.text.text_parts import notes_of
from studyguide.authoring.documents.wording.document_words import bare, document_words
from studyguide.authoring.documents.wording.section_names import chapter_of
from studyguide.data.paths import SETTINGS

_LABELS = re.compile(r"(?:[^\W\d_][^:\n.!?]{0,30}:|[\W_])*")
"""What is left of a line without what it says: "Forum:", "Student Officer:"."""
_WHY = f"{SETTINGS} has it, or what you answered instead, and so has the home page."
_KIND = "It names the kind of document, which the guide is anyway."


def without_title_page(blocks: Blocks, facts: DocumentFacts) -> tuple[Blocks, tuple[Listed, ...]]:
    """Return the blocks without those before the first chapter that say but the facts, and these as a list.

    A line such as "Study guide" goes as well. One with a note stays, as a paragraph: the note belongs to its words.
    """
    values = [value for value in _values(facts) if value]
    topics = topic_headings(blocks, lambda heading: chapter_of(heading, facts.language))
    begin = (place for place, block in enumerate(blocks) if begins_chapter(block, facts.language) or block in topics)
    opening = next(begin, 0)
    kinds = {bare(kind) for kind in document_words(facts.language)["facts"]["kinds"]}
    called = [block for block in blocks[:opening] if bare(_words(block)).strip(" :") in kinds]
    said = [
        block
        for block in blocks[:opening]
        if block in called or all(_says_facts(line, values) for line in _lines(block))
    ]
    noted = [block for block in said if any(map(notes_of, texts([block])))]
    kept = (_as_paragraph(block) for block in blocks[:opening] if block not in said or block in noted)
    gone = [(block, _words(block)) for block in said if block not in noted]
    listed = tuple(Listed("title page", words, _KIND if block in called else _WHY) for block, words in gone)
    return (*kept, *blocks[opening:]), listed


def _as_paragraph(block: Block) -> Block:
    return Paragraph(block.text) if isinstance(block, Heading) and notes_of(block.text) else block


def _values(facts: DocumentFacts) -> list[str]:
    """Return the facts, the longest first; a name and an office can stand apart."""
    parts = [
        facts.topic,
        facts.committee,
        facts.conference,
        *facts.officer.split(", "),
        *re.split(r",\s|\s(?:and|&)\s", facts.officer),
    ]
    short_names = re.findall(r"\(([^()]+)\)", facts.committee)
    return sorted([*parts, facts.committee.partition(" (")[0], *short_names], key=len, reverse=True)


def _says_facts(words: str, values: list[str]) -> bool:
    left = words
    for value in values:
        left = re.sub(re.escape(one_line(value)), "", left, flags=re.IGNORECASE)
    return left != words and _LABELS.fullmatch(left) is not None


def _lines(block: Block) -> list[str]:
    """Return what a block says; of a table, each row as a label and its value, as `read_facts` reads it."""
    rows = (*block.head, *block.rows) if isinstance(block, Table) else ()
    lines = [": ".join(one_line(words_only(texts(cell))) for cell in row) for row in rows]
    return lines or [_words(block)]


def _words(block: Block) -> str:
    return one_line(words_only(texts([block])))
