"""Write the headings of a page, each with an id that no other has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from studyguide.authoring.documents.text.blocks import Heading
from studyguide.authoring.documents.text.markdown_text import TextWriter
from studyguide.authoring.documents.text.runs import Run, Text, plain
from studyguide.authoring.documents.wording.document_words import ENGLISH, document_words
from studyguide.authoring.format.ids import plain_words
from studyguide.data.title_capitals import out_of_capitals

_MAX_ID = 60
_LONGEST_SMALL = 4
"""Letters of an article or a preposition; what carries no meaning in names of chapters, but is longer, is a noun."""


class HeadingWriter:
    """Writes the headings of one page."""

    def __init__(self, text: TextWriter, taken: Iterable[str] = (), language: str = ENGLISH) -> None:
        self._text = text
        self._language = language
        self._taken = set(taken)

    def write(self, heading: Heading) -> str:
        """Return a heading with its signs and its id: `## Online grooming {#online-grooming}`."""
        words = self._text.line(without_shouting(heading.text, self._language))
        return f"{'#' * heading.level} {words} {{#{self._new_id(plain(heading.text))}}}"

    def _new_id(self, title: str) -> str:
        stem = "-".join(plain_words(title))[:_MAX_ID].strip("-") or "section"
        wanted, number = stem, 2
        while wanted in self._taken:
            wanted, number = f"{stem}-{number}", number + 1
        self._taken.add(wanted)
        return wanted


def without_shouting(text: Text, language: str = ENGLISH) -> Text:
    """Return the text of a heading without bold type, without italics that all of it has, and not all in capitals."""
    is_italic = all(run.italic for run in text if run.text.strip())
    calm = tuple(replace(run, bold=False, small_capitals=False, italic=run.italic and not is_italic) for run in text)
    words = plain(calm)
    title = calm_title(" ".join(words.split()), language)
    if title == words or len([run for run in calm if run.text.strip()]) != 1:
        return calm
    return tuple(run for run in (Run(title), *calm) if not run.text.strip() or run.text == title)


def calm_title(title: str, language: str) -> str:
    """Return a title that is all in capitals with small letters, in another language than English by its own words."""
    if language.partition("-")[0] == ENGLISH:
        return out_of_capitals(title)
    names = document_words(language)["chapters"]
    return out_of_capitals(
        title, {word for word in (*names["nothing"], *names["joints"]) if len(word) <= _LONGEST_SMALL}
    )
