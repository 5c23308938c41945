"""Find the questions that the quick reference lost, because their section has another id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import pairwise

from studyguide.data.paths import QUESTIONS_ID, QUESTIONS_PAGE
from studyguide.data.question_marks import question_end
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_chapter
from studyguide.markdown.chapter import Chapter

_ITEM_START = re.compile(r"^[ \t]*(?:[-*+]|\(?\w{1,4}[.)])[ \t]+", re.MULTILINE)
_FEWEST = 3


@on_chapter
def lost_questions(chapter: Chapter, context: LintContext) -> Iterator[Problem]:
    """Find the last section whose list holds questions alone, where none has the id that the quick reference reads."""
    if chapter.path != QUESTIONS_PAGE or _has_questions(context.chapters):
        return
    file = chapter.span.file
    sections = [section for section in chapter.sections if section.id and section.where.path == file.path]
    bounds = pairwise([*(file.offset(section.where) for section in sections), len(file.text)])
    for section, (start, end) in reversed(list(zip(sections, bounds, strict=True))):
        if _lists_questions(file.text[start:end], context.guide.language):
            yield problem(section.where, "lost-questions", title=section.title, id=QUESTIONS_ID)
            return


def _has_questions(chapters: Iterable[Chapter]) -> bool:
    return any(section.id == QUESTIONS_ID for chapter in chapters for section in chapter.sections)


def _lists_questions(text: str, language: str) -> bool:
    items = [unescape(item.partition("\n\n")[0]) for item in _ITEM_START.split(text)[1:]]
    return len(items) >= _FEWEST and all(question_end(item, language) for item in items)
