"""Mark the language of sources' titles, so that screen readers pronounce each correctly."""

from __future__ import annotations

import re
from collections.abc import Mapping

from studyguide.data.language_tags import are_one_language, tag_of_source
from studyguide.labels.direction import text_direction

_FIELDS = ("title", "subtitle", "shorttitle", "titleaddon")
_SUBTITLE_SEPARATOR = ": "
_MARK = "language-"
_MARKED = re.compile(rf'\bstyle="color: {_MARK}([A-Za-z0-9-]+)"')


def with_language(
    changes: Mapping[str, Mapping[str, str]], fields: Mapping[str, str], guide_language: str
) -> Mapping[str, Mapping[str, str]]:
    """Return the changes to a source's fields (see `normalised_fields`) with a mark around each title.

    There is none if the source is in the language of the guide. The language is that of the field `langid` (BibLaTeX
    manual, section 2.2.3), or of `language`. Pandoc uses the field for title case alone, and not that of each language:
    `norwegian` it takes for English.
    The mark is a colour in LaTeX, which pandoc carries into the HTML, where `lang_attributes` replaces it; its
    `\\foreignlanguage` knows neither `brazilian` nor `chinese`.
    """
    tag = tag_of_source(fields)
    if not tag or are_one_language(tag, guide_language):
        return changes
    titles = {name: {name: fields[name]} for name in _FIELDS if fields.get(name)}
    marked = {
        name: {field: _in_language(text, tag) if field in _FIELDS else text for field, text in changed.items()}
        for name, changed in {**titles, **changes}.items()
    }
    return {**marked, "langid": {"langid": tag}} if "langid" in fields else marked


def lang_attributes(html: str, guide_language: str) -> str:
    """Replace the marks in HTML that pandoc rendered by `lang`, and `dir` where the guide runs in another direction."""
    return _MARKED.sub(lambda mark: _attributes(mark[1], guide_language), html)


def title_in_language(title: str, fields: Mapping[str, str], guide_language: str) -> str:
    """Return the HTML of a source's title in a `span` that names its language, where that is not the guide's."""
    tag = tag_of_source(fields)
    if not tag or are_one_language(tag, guide_language):
        return title
    return f"<span {_attributes(tag, guide_language)}>{title}</span>"


def _attributes(tag: str, guide_language: str) -> str:
    direction = text_direction(tag)
    return f'lang="{tag}"' + (f' dir="{direction}"' if direction != text_direction(guide_language) else "")


def _in_language(title: str, tag: str) -> str:
    """Mark title and subtitle separately: in a later citation, a style may render the title alone."""
    parts = title.split(_SUBTITLE_SEPARATOR)
    if any(part.count("{") != part.count("}") for part in parts):
        parts = [title]
    return _SUBTITLE_SEPARATOR.join(f"\\textcolor{{{_MARK}{tag}}}{{{part}}}" for part in parts)
