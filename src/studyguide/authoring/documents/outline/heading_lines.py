"""Tell which paragraphs can be headings at all: short lines that are no caption, list item, greeting or sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from studyguide.authoring.documents.files.looks import Look
from studyguide.authoring.documents.wording.document_words import bare, document_words

_MOST_WORDS = 15
_MOST_STYLED_WORDS = 30
_LEADER = re.compile(r"(?:\.{3,}|…|\.\s\.\s\.)[\s.…]*\d*\s*$|[\t\ue000-\uf8ff]\s*\d{1,3}\s*$")
"""Dots or a tab, and the number of a page. A tab may have become a private character."""
_TELLING = re.compile(r"[^\W\d_]|(?<!\d)\d{4}(?!\d)")
"""A letter or a year, rather than the number of a page."""
_END = re.compile(r"[.,;…。，；]$")
_SHORTEST_CONTENTS = 3


def can_be_styled_heading(look: Look) -> bool:
    """Tell whether a paragraph with a heading's style is one: the style stands on long and on empty paragraphs too."""
    return 0 < look.words <= _MOST_STYLED_WORDS and not look.is_in_table


def can_be_heading(look: Look, language: str) -> bool:
    """Tell whether a paragraph may be a heading by its look."""
    text = look.text.strip()
    is_line = 0 < look.words <= _MOST_WORDS and _TELLING.search(text) is not None and not text[:1].islower()
    is_row = text.count("\t") > 1
    is_other = is_row or look.is_in_table or look.is_list_item or _END.search(text) or _LEADER.search(text)
    return is_line and not is_other and not is_caption(text, language)


def contents_entries(looks: Sequence[Look]) -> frozenset[int]:
    """Return the places of the entries of a contents list: short lines in a row, each of which stands again below."""
    last = {bare(look.text).strip(): number for number, look in enumerate(looks)}
    entries: set[int] = set()
    row: list[int] = []
    for number, look in enumerate([*looks, Look("")]):
        if 0 < look.words <= _MOST_WORDS and not look.is_in_table and last.get(bare(look.text).strip(), 0) > number:
            row.append(number)
        else:
            entries |= set(row) if len(row) >= _SHORTEST_CONTENTS else set()
            row = []
    return frozenset(entries)


def is_caption(text: str, language: str) -> bool:
    """Tell whether a line is the caption of a picture or a table: "Figure 1. London", "Source: UNHCR"."""
    return _is_captioned(text, document_words(language)["chapters"]["captions"])


def is_caption_of_table(text: str, language: str) -> bool:
    """Tell whether a line is the caption of a table: "Table 1. Members"."""
    return _is_captioned(text, document_words(language)["chapters"]["table_captions"])


def _is_captioned(text: str, names: Sequence[str]) -> bool:
    return re.match(rf"(?:{'|'.join(names)})\b\.?\s*(?:\d+|[ivx]+\b|:)", bare(text)) is not None
