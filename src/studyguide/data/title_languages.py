"""Mark the language of sources' titles, so that screen readers pronounce each correctly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from studyguide.data.bibliography import Source
from studyguide.data.language_tags import language_tag

_FIELDS = ("title", "subtitle", "shorttitle", "titleaddon")
_SUBTITLE_SEPARATOR = ": "
_MARK = "language-"
_MARKED = re.compile(rf'\bstyle="color: {_MARK}([A-Za-z0-9-]+)"')


def with_languages(bibliography: str, sources: Sequence[Source]) -> str:
    """Return the text of a .bib file with a mark around each title that is not in English; `sources` are in its order.

    The language is that of the field `langid` (BibLaTeX manual, section 2.2.3). Pandoc uses the field for title case
    alone, and not that of each language: `norwegian` it takes for English. The mark is a colour in LaTeX, which pandoc
    carries into the HTML, where `lang_attributes` replaces it; its `\\foreignlanguage` knows neither `brazilian` nor
    `chinese`. Line numbers do not change.
    """
    languages = [_foreign_language(source) for source in sources]
    if not any(languages):
        return bibliography
    lines = bibliography.split("\n")
    bounds = [source.where.line - 1 for source in sources]
    parts = lines[: bounds[0]]
    for source, tag, (first, end) in zip(sources, languages, pairwise([*bounds, len(lines)]), strict=True):
        entry = "\n".join(lines[first:end])
        parts.append(_marked(entry, source, tag) if tag else entry)
    return "\n".join(parts)


def lang_attributes(html: str) -> str:
    """Replace the marks in HTML that pandoc rendered by `lang` attributes."""
    return _MARKED.sub(r'lang="\1"', html)


def _foreign_language(source: Source) -> str:
    """Return the tag of a source's language; empty if that is English or unknown."""
    tag = language_tag(source.fields.get("langid", ""))
    return "" if tag.partition("-")[0] == "en" else tag


def _marked(entry: str, source: Source, tag: str) -> str:
    """Return the text of an entry with its titles marked, and with the tag as its language."""
    for name in _FIELDS:
        if title := source.fields.get(name, ""):
            entry = _with_value(entry, name, title, _in_language(title, tag))
    return _with_value(entry, "langid", source.fields["langid"], tag)


def _with_value(entry: str, name: str, value: str, new: str) -> str:
    field = re.compile(rf"(?<!\w)({name}\s*=\s*[{{\"]){re.escape(value)}(?=[}}\"])", re.IGNORECASE)
    return field.sub(lambda found: f"{found[1]}{new}", entry, count=1)


def _in_language(title: str, tag: str) -> str:
    """Mark title and subtitle separately: in a later citation, a style may render the title alone."""
    parts = title.split(_SUBTITLE_SEPARATOR)
    if any(part.count("{") != part.count("}") for part in parts):
        parts = [title]
    return _SUBTITLE_SEPARATOR.join(f"\\textcolor{{{_MARK}{tag}}}{{{part}}}" for part in parts)
