"""Recognise a list of contents, which a guide makes anew: by its fields and styles, or by how it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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
_DIGITS = "0123456789ivxIVX"
_LEADERS = re.compile(rf"\S.*?(?:(?:\.\s?){{4,}}|(?:…\s?){{2,}})\s*[{_DIGITS}]{{1,4}}")
"""A line with dotted leaders: `History ........ 4`."""
_NUMBER = r"(?:[\dIVX]+(?:\.\d+)*[.)]?\s+)"
"""Stands before a title."""
_TABBED = re.compile(rf"{_NUMBER}?(?P<title>\S.*?)\s*\t\s*[{_DIGITS}]{{1,4}}")
"""A title, a tab, and the number of a page: "1.[tab]History[tab]4"."""
_NUMBERED = re.compile(r"\S.*\s[0-9]{1,3}")
_LEAST = 2
"""The lines that make a list, where nothing but the lines themselves tells."""


def is_contents_heading(text: str) -> bool:
    """Whether a paragraph is the heading of a list of contents."""
    return " ".join(text.casefold().strip(" :.").split()) in _HEADINGS


def is_all_link(text: str, links: Iterable[str]) -> bool:
    """Whether all words of a paragraph stand in its links, whose texts are given."""
    words = "".join("".join(links).split())
    return words != "" and words == "".join(text.split())


def contents_lines(texts: Sequence[str], are_links: Sequence[bool]) -> Iterator[int]:
    """Yield the indices of the paragraphs that are a list of contents without a field, or its heading.

    A line counts if it ends in dotted leaders and a number; below a heading, if it ends in a number at all; and if it
    is nothing but a link to a place in the document, which are the lists that Google Docs makes; or if it ends in a tab
    and a number, and what is before them stands again below.
    """
    links = {index for index, is_link in enumerate(are_links) if is_link}
    run: list[int] = []
    places = {_title(text): place for place, text in enumerate(texts)}
    for index, line in enumerate([*texts, "end"]):
        text = line.strip()
        if not text:
            continue
        tabbed = _TABBED.fullmatch(text) if "\t" in text else None
        stands_below = tabbed is not None and places.get(_title(tabbed["title"]), -1) > index
        if is_contents_heading(text):
            yield from _kept(run, texts)
            run = [index]
        elif index in links or stands_below or _is_line(text, is_below_heading=_is_below_heading(run, texts)):
            run.append(index)
        else:
            yield from _kept(run, texts)
            run = []


def _title(text: str) -> str:
    """Return a line without the number before it, to compare it with a heading."""
    return re.sub(f"^{_NUMBER}", "", " ".join(text.split())).casefold()


def _is_line(text: str, *, is_below_heading: bool) -> bool:
    is_leading = text[-1] in _DIGITS and _LEADERS.fullmatch(text) is not None
    return is_leading or (is_below_heading and _NUMBERED.fullmatch(text) is not None)


def _is_below_heading(run: Sequence[int], texts: Sequence[str]) -> bool:
    return bool(run) and is_contents_heading(texts[run[0]])


def _kept(run: list[int], texts: Sequence[str]) -> list[int]:
    lines = len(run) - (1 if _is_below_heading(run, texts) else 0)
    return run if lines >= _LEAST else []
