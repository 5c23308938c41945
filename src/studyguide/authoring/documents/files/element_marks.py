"""Mark elements of a document while it is read: paragraphs with their numbers, hidden text, equations.

The marks are attributes in no namespace, at which no reader of .docx or .odt looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

_NUMBER = "paragraph-number"
_HIDDEN = "is-hidden"
_EQUATION = "equation"
_FIRST_WORDS = 8


def number_paragraphs(paragraphs: Iterable[etree._Element]) -> None:
    """Give paragraphs numbers from 1, so that each keeps its place while others come and go."""
    for number, paragraph in enumerate(paragraphs, 1):
        paragraph.set(_NUMBER, str(number))


def numbered_place(element: etree._Element, text_of: Callable[[etree._Element], str]) -> str:
    """Return where an element stands, for a reader, by its numbered paragraph: `paragraph 14 (“The Committee …”)`."""
    paragraph = next((each for each in (element, *element.iterancestors()) if each.get(_NUMBER)), None)
    if paragraph is None:
        return ""
    words = text_of(paragraph).split()
    shown = " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")
    return f"paragraph {paragraph.get(_NUMBER)}" + (f" (“{shown}”)" if shown else "")


def mark_hidden(element: etree._Element) -> None:
    """Mark an element as one that the program does not show."""
    element.set(_HIDDEN, "1")


def is_hidden(element: etree._Element) -> bool:
    """Whether an element is one that the program does not show."""
    return element.get(_HIDDEN) is not None


def mark_equation(element: etree._Element, text: str) -> None:
    """Mark the first run of an equation that was laid out on the page, with the line that it became."""
    element.set(_EQUATION, text)


def equation_of(element: etree._Element) -> str:
    """Return the line that an equation became; empty for another element."""
    return element.get(_EQUATION, "")
