"""Give an event a title: its first sentence, or the first whole clause of a long one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.authoring.documents.text.blocks import Blocks, Paragraph
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.documents.text.text_parts import cut
from studyguide.authoring.documents.wording.document_words import bare, document_words
from studyguide.data.sentences import first_sentence

_MOST_WORDS = 25
"""Of a title that needs nobody's look."""
_OF_A_CLAUSE = range(4, 31)
"""How many words a clause may have that stands for its sentence."""
_DASH = re.compile(r"\s[-–—]\s|—")
_BREAK = re.compile(rf"(?P<sign>[;:,])\s+|{_DASH.pattern}")
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"))
_QUOTES = '“”„"'


@dataclass(frozen=True)
class TitledEvent:
    """What happened, with a title."""

    title: str
    text: Blocks
    """What is left to say, with the title's notes; may be empty."""
    is_long: bool = False
    """Whether somebody is to say in fewer words what the title says."""


def with_title(text: Blocks, language: str) -> TitledEvent:
    """Give an event a title.

    If that is but a clause, its sentence stands whole in the text. A long sentence of one clause is the title.
    """
    first = text[0]
    letters = plain(first.text) if isinstance(first, Paragraph) else ""
    if not isinstance(first, Paragraph) or not letters.strip():
        return TitledEvent("…", text)
    sentence = first_sentence(letters, language)
    is_long = len(sentence.split()) > _MOST_WORDS
    if clause := _clause(sentence, language) if is_long else "":
        return TitledEvent(_with_capital(" ".join(clause.split())), text, is_long)
    rest = cut(first.text, len(sentence))
    title = re.sub("[.。]$", "", " ".join(sentence.split()))
    return TitledEvent(_with_capital(title), ((Paragraph(rest),) if rest else ()) + text[1:], is_long)


def _with_capital(title: str) -> str:
    """Begin a title with a capital, which stood behind its date; a name such as eSafety stays."""
    first = title.split(" ", 1)[0]
    return title[0].upper() + title[1:] if first.islower() else title


def _clause(sentence: str, language: str) -> str:
    """Return the longest beginning of a sentence that is a whole clause; empty if there is none."""
    clauses = [clause for clause in _clauses(sentence, language) if len(clause.split()) in _OF_A_CLAUSE]
    return clauses[-1] if clauses else ""


def _clauses(sentence: str, language: str) -> Iterator[str]:
    """Yield the beginnings of a sentence behind which nothing is wanting.

    Between two commas or dashes stands a remark: "the convention, which is old, enters into force".
    """
    for found in _BREAK.finditer(sentence):
        before, after = sentence[: found.start()], sentence[found.end() :]
        if _is_closed(before) and _is_whole(found["sign"] or "", before, after, language):
            yield before


def _is_whole(sign: str, before: str, after: str, language: str) -> bool:
    """Tell whether the clause before a sign is whole; the sign is empty for a dash."""
    if sign == ",":
        return "," not in after and _begins_a_clause(after, language)
    return bool(sign) or not _DASH.search(f"{before} {after}")


def _begins_a_clause(text: str, language: str) -> bool:
    """Tell whether a text begins with a word such as "which", before which a clause is whole."""
    words = "|".join(map(re.escape, document_words(language)["events"]["adding"]))
    return re.match(rf"(?:{words})\b", bare(text)) is not None


def _is_closed(text: str) -> bool:
    """Tell whether each quotation and each bracket that a text opens ends in it."""
    are_closed = all(text.count(opening) == text.count(closing) for opening, closing in _BRACKETS)
    return are_closed and sum(map(text.count, _QUOTES)) % 2 == 0
