"""Read what a document says of itself before its first chapter: topic, committee, conference, officer, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import takewhile
from typing import Any

from studyguide.authoring.documents.outline.chapters import begins_chapter
from studyguide.authoring.documents.text.blocks import Block, Blocks, Heading, Paragraph, Table, texts
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.documents.text.sections import cell_text
from studyguide.authoring.documents.wording.document_language import language_of
from studyguide.authoring.documents.wording.document_words import ENGLISH, bare, document_words

_LABELS = ("topic", "committee", "conference", "officer", "position", "office")
_MOST_WORDS = 25
"""Of a line on a title page; what is longer is text."""
_SHORT_NAME = re.compile(r"\b[A-Z][A-Za-z]*MUN\b")
"""PSMUN, SpringMUN."""
_HAN = re.compile("[\u4e00-\u9fff]{4}")
"""As many letters as two words of Chinese, which has no blanks between words."""
_BY = (" by", " par", " por", " von")
"""The ends of labels that need no colon: "Written by Anna Smith"."""


@dataclass(frozen=True)
class DocumentFacts:
    """What a document says of itself; empty where it says nothing."""

    topic: str = ""
    committee: str = ""
    conference: str = ""
    officer: str = ""
    """As in "Anna Smith, President"."""
    language: str = ENGLISH

    @property
    def answers(self) -> dict[str, str]:
        """The answers to the questions of a new guide that the document gives; none for English, the usual language."""
        said = {field.name: " ".join(getattr(self, field.name).split()) for field in fields(self)}
        return {name: value for name, value in said.items() if value and (name, value) != ("language", ENGLISH)}


def read_facts(blocks: Blocks) -> DocumentFacts:
    """Return the facts of a document, from what stands before its first chapter; nothing in it is certain."""
    language = language_of(plain(text) for text in texts(blocks))
    words = document_words(language)["facts"]
    opening = takewhile(lambda block: not begins_chapter(block, language), blocks)
    lines = [line for block in opening for line in _lines(block)]
    labelled, others = _labelled(lines, words)
    by_look = _by_look(others, words)
    return _facts(labelled, {"conference": _named_conference(blocks)} | by_look, language)


def _named_conference(blocks: Blocks) -> str:
    """Return the short name of the only conference of which the document speaks, as in "this year's PSMUN"."""
    names = {name for text in texts(blocks) for name in _SHORT_NAME.findall(plain(text))}
    return names.pop() if len(names) == 1 else ""


def _lines(block: Block) -> Iterator[str]:
    """Yield the lines of a block; a row of a table of two columns is a label and its value."""
    match block:
        case Paragraph(text) | Heading(_, text):
            yield from plain(text).split("\n")
        case Table():
            for row in (*block.head, *block.rows):
                cells = [" ".join(plain(cell_text(cell)).split()) for cell in row]
                yield ": ".join(cell.rstrip(" :") for cell in cells if cell)


def _labelled(lines: Iterable[str], words: dict[str, Any]) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Return the labels with their kinds and values, and the lines without a label."""
    kinds = {bare(word): kind for kind in _LABELS for word in words[kind]}
    names = "|".join(re.escape(name) for name in sorted(kinds, key=len, reverse=True))
    bylines = "|".join(re.escape(name) for name in kinds if name.endswith(_BY))
    label = re.compile(rf"(?:^|(?<=\s))({names})\s*[:：]\s*" + (rf"|^({bylines})\s+" if bylines else ""))
    found: list[tuple[str, str, str]] = []
    others: list[str] = []
    for line in lines:
        marks = list(label.finditer(bare(line))) if len(bare(line)) == len(line) else []
        if not marks or marks[0].start():
            others.append(line.strip())
            continue
        ends = [*(mark.start() for mark in marks[1:]), len(line)]
        for mark, end in zip(marks, ends, strict=True):
            value = line[mark.end() : end].strip()
            group = mark.lastindex or 1
            found.append((kinds[mark[group]], line[mark.start(group) : mark.end(group)], value))
    return found, others


def _by_look(lines: Iterable[str], words: dict[str, Any]) -> dict[str, str]:
    """Return what the lines of a title page are: the conference and the committee by their words, else the topic."""
    found: dict[str, str] = {}
    for line in lines:
        kind = _kind_of(line, words)
        if kind == "text":
            break
        if kind:
            found.setdefault(kind, line)
    return found


def _kind_of(line: str, words: dict[str, Any]) -> str:
    """Return `conference`, `committee`, `topic`, `text` for what follows a title page, or nothing."""
    said = bare(line)
    if len(line.split()) > _MOST_WORDS or any(said.startswith(f"{bare(word)} ") for word in words["greetings"]):
        return "text"
    if not said or said.strip(" :") in map(bare, words["kinds"]):
        return ""
    if _SHORT_NAME.search(line) or _holds(said, words["conferences"]):
        return "conference"
    if _holds(said, words["bodies"]):
        return "committee"
    return "topic" if len(said.split()) > 1 or _HAN.search(said) else ""


def _holds(said: str, names: Iterable[str]) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(bare(name))}(?!\w)", said) or (_HAN.search(name) and name in said)
        for name in names
    )


def _facts(labelled: list[tuple[str, str, str]], by_look: dict[str, str], language: str) -> DocumentFacts:
    values = {kind: value for kind, _, value in reversed(labelled)}
    found = {name: values.get(name) or by_look.get(name, "") for name in ("topic", "committee", "conference")}
    offices = [(value, name) for kind, name, value in labelled if kind == "office" and value]
    officer = ", and ".join(f"{person}, {office}" for person, office in offices) or ", ".join(
        filter(None, (values.get("officer", ""), values.get("position", "")))
    )
    return DocumentFacts(**found, officer=officer, language=language)
