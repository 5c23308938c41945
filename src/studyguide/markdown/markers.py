"""Markers: the comments in a chapter in whose place something of the guide's data, or of its other chapters, stands.

A marker is a comment on a line of its own, `<!-- key-terms -->`, so that a chair sees on the Git host where the
made text will stand, and nothing else.
"""

from __future__ import annotations

import re

COMMENT = re.compile(
    r"(?P<ticks>(?<!`)`+(?!`)).*?(?<!`)(?P=ticks)(?!`)|<!--\s*(?P<name>[A-Za-z]+(?:[-_ ][A-Za-z]+)*)\s*-->"
    r"|(?P<late><!--(?=guide:))"
)
"""A comment of a few plain words, as a marker is; code, in which there is none; the start of a placeholder of ours."""
FILLED_LATER = frozenset({"works-cited", "further-reading", "corrections", "open-checks"})
"""Markers of what is known only when all chapters are read."""
MARKERS = FILLED_LATER | {"key-terms", "abbreviations", "timeline", "contact"}
REPEATABLE = frozenset({"contact"})
"""Markers that may stand on a page more than once."""
