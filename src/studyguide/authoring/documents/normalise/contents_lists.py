"""Recognise a list of contents, which a guide makes anew: by its fields and styles, or by how it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_HEADINGS = frozenset(
    """
    contents
    table of contents
    index
    sommaire
    table des matières
    contenido
    contenidos
    índice
    tabla de contenido
    tabla de contenidos
    tabla de materias
    inhalt
    inhaltsverzeichnis
    indice
    содержание
    оглавление
    المحتويات
    目录
    目錄
    目次
    """.strip()
    .replace("    ", "")
    .splitlines()
)
"""Headings of a list of contents, in lower case, in the languages of the United Nations and some more."""
_LEADERS = re.compile(r"\S.*?(?:(?:\.\s?){4,}|(?:…\s?){2,})\s*[0-9ivxIVX]{1,4}")
"""A line with dotted leaders: `History ........ 4`."""
_NUMBERED = re.compile(r"\S.*\s[0-9]{1,3}")
_LEAST = 2
"""The lines that make a list, where nothing but the lines themselves tells."""


def is_contents_heading(text: str) -> bool:
    """Whether a paragraph is the heading of a list of contents."""
    return " ".join(text.casefold().strip(" :.").split()) in _HEADINGS


def contents_lines(texts: Sequence[str]) -> Iterator[int]:
    """Yield the indices of the paragraphs that are a typed list of contents, or its heading.

    A line counts if it ends in dotted leaders and a number; below a heading, if it ends in a number at all.
    """
    run: list[int] = []
    for index in range(len(texts) + 1):
        text = texts[index].strip() if index < len(texts) else "end"
        if not text:
            continue
        if is_contents_heading(text):
            yield from _kept(run, texts)
            run = [index]
        elif _LEADERS.fullmatch(text) or (_is_below_heading(run, texts) and _NUMBERED.fullmatch(text)):
            run.append(index)
        else:
            yield from _kept(run, texts)
            run = []


def _is_below_heading(run: Sequence[int], texts: Sequence[str]) -> bool:
    return bool(run) and is_contents_heading(texts[run[0]])


def _kept(run: list[int], texts: Sequence[str]) -> list[int]:
    lines = len(run) - (1 if _is_below_heading(run, texts) else 0)
    return run if lines >= _LEAST else []
