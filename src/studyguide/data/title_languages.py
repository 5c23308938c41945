"""Mark the language of sources' titles, so that screen readers pronounce each correctly."""

from __future__ import annotations

import re
from collections.abc import Iterable

from studyguide.data.bibliography import Source

_ENGLISH = frozenset(
    {"american", "australian", "british", "canadian", "english", "newzealand", "ukenglish", "usenglish"}
)
_NAME = re.compile(r"[A-Za-z-]+")
_SUBTITLE_SEPARATOR = ": "


def with_languages(bibliography: str, sources: Iterable[Source]) -> str:
    """Return the text of a .bib file with `\\foreignlanguage` around each title that is not in English.

    The language is that of the field `langid` (BibLaTeX manual, section 2.2.3). Pandoc uses the field for title case
    alone, but renders the LaTeX command as an HTML `lang` attribute. Line numbers do not change.
    """
    for source in sources:
        language, title = source.fields.get("langid", "").strip().lower(), source.fields.get("title", "")
        if title and _NAME.fullmatch(language) and language not in _ENGLISH:
            bibliography = bibliography.replace(f"{{{title}}}", f"{{{_in_language(title, language)}}}")
    return bibliography


def _in_language(title: str, language: str) -> str:
    """Mark title and subtitle separately: in a later citation, a style may render the title alone."""
    parts = title.split(_SUBTITLE_SEPARATOR)
    if any(part.count("{") != part.count("}") for part in parts):
        parts = [title]
    return _SUBTITLE_SEPARATOR.join(f"\\foreignlanguage{{{language}}}{{{part}}}" for part in parts)
