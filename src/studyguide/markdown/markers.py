"""Markers: comments in a chapter that are replaced with content generated from data or from other chapters.

A marker is a comment, such as `<!-- key-terms -->`, and is therefore invisible in the Git host's rendering of the
chapter. One that stands for a list is on a line of its own; one that stands for a few words may be within a sentence.
"""

from __future__ import annotations

import re

COMMENT = re.compile(
    r"(?P<ticks>(?<!`)`+(?!`)).*?(?<!`)(?P=ticks)(?!`)|<!--\s*(?P<name>[A-Za-z]+(?:[-_ ][A-Za-z]+)*)\s*-->"
    r"|(?P<placeholder><!--(?=guide:))"
)
"""A code span, in which nothing is a marker; a comment of plain words, such as a marker; the start of a placeholder."""
CHANGES_MARKER = "what-changed"
"""Stands for the list of what changed since the last edition."""
COUNTRIES_MARKER = "countries"
"""Stands for the list of all states that the guide names, and of those that it does not."""
NOTES_MARKER = "my-notes"
"""Stands for the list of the reader's own notes, which a script fills."""
SOURCE_FILES_MARKER = "source-files"
"""Stands for the links to the files of all sources."""
PLACEHOLDER_MARKERS = frozenset(
    {"works-cited", "further-reading", "corrections", "open-checks", "cards"}
    | {CHANGES_MARKER, COUNTRIES_MARKER, SOURCE_FILES_MARKER}
)
"""Markers whose content depends on all chapters, which are filled by placeholder resolution."""
HANDOUT_MARKER = "<!-- handout -->"
"""Replaced with the links to the PDFs, which are made last, once the pages are otherwise finished."""
FACTS = frozenset({"topic", "committee", "conference", "officer"})
"""Markers that stand for the words of the setting of the same name in mkdocs.yml."""
INLINE_MARKERS = FACTS | {"contact"}
"""Markers that stand for a few words, and are allowed more than once on a page."""
MARKERS = PLACEHOLDER_MARKERS | INLINE_MARKERS | {"key-terms", "abbreviations", "timeline", NOTES_MARKER}
