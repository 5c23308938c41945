"""The language of sources' titles, so that a screen reader speaks each in its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from studyguide.data.bibliography import Source

_ENGLISH = frozenset(
    {"american", "australian", "british", "canadian", "english", "newzealand", "ukenglish", "usenglish"}
)
_NAME = re.compile(r"[A-Za-z-]+")
_AROUND_SUBTITLE = ": "


def with_languages(bibliography: str, sources: Iterable[Source]) -> str:
    """Give a .bib file's text with the titles marked that are in another language than English.

    Which one it is, `langid = {french}` says (BibLaTeX's manual, section 2.2.3). Pandoc reads that field for its rules
    on capitals alone, but writes `lang="fr"` for the LaTeX command that is put in here. Lines stay where they are.
    """
    for source in sources:
        language, title = source.fields.get("langid", "").strip().lower(), source.fields.get("title", "")
        if title and _NAME.fullmatch(language) and language not in _ENGLISH:
            bibliography = bibliography.replace(f"{{{title}}}", f"{{{_in_language(title, language)}}}")
    return bibliography


def _in_language(title: str, language: str) -> str:
    """Title and subtitle each for itself: a style may name the source again by its title alone."""
    parts = title.split(_AROUND_SUBTITLE)
    if any(part.count("{") != part.count("}") for part in parts):
        parts = [title]
    return _AROUND_SUBTITLE.join(f"\\foreignlanguage{{{language}}}{{{part}}}" for part in parts)
