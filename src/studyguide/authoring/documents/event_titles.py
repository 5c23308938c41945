"""Give an event a title: its first sentence, or its first words if that is long."""

from __future__ import annotations

from studyguide.authoring.documents.blocks import Blocks, Paragraph
from studyguide.authoring.documents.text import plain
from studyguide.authoring.documents.text_parts import cut
from studyguide.data.sentences import first_sentence

_MOST_WORDS = 25
_WORDS_OF_LONG = 12


def title_and_text(text: Blocks, language: str) -> tuple[str, Blocks]:
    """Return the title of an event and what is left to say; that has the title's notes, and may be empty.

    A sentence that is too long for a title stands whole in the text, and its beginning is the title.
    """
    first = text[0]
    if not isinstance(first, Paragraph):
        return "…", text
    letters = plain(first.text)
    sentence = first_sentence(letters, language) if letters.strip() else ""
    if not 0 < len(sentence.split()) <= _MOST_WORDS or not letters.startswith(sentence):
        return _beginning(letters), text
    rest = cut(first.text, len(sentence))
    return " ".join(sentence.split()).removesuffix("."), ((Paragraph(rest),) if rest else ()) + text[1:]


def _beginning(letters: str) -> str:
    words = letters.split()[:_WORDS_OF_LONG]
    return f"{' '.join(words).rstrip('.,;:')}…"
