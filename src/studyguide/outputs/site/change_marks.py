"""Mark the headings of what has changed since the last edition, on screen alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from studyguide.crossref.changes import Change, Status
from studyguide.labels.catalogue import N_, Labels

_HEADING = re.compile(
    r'<h(?P<level>[1-6])\b[^>]*\sid="(?P<id>[^"]+)"[^>]*>.*?</h(?P=level)>'
    r'(?:\n<(?P<tag>p|div) class="guide-(?:facts|tools)\b[^>]*>.*?</(?P=tag)>)?',
    re.DOTALL,
)
"""A heading, with what `page_actions` puts behind it."""
_WORDS = {
    Status.NEW: N_("New since the last edition"),
    Status.CHANGED: N_("Changed since the last edition"),
    Status.CORRECTED: N_("Small change since the last edition"),
    Status.MOVED: N_("Moved or renamed since the last edition"),
}


def with_marks(html: str, changes: Mapping[str, Change], page: str, labels: Labels) -> str:
    """Put a mark behind each heading whose id is in `changes`; it leads to the entry at the URL `page`."""

    def marked(heading: re.Match[str]) -> str:
        change = changes.get(unescape(heading["id"]))
        return heading[0] + _mark(change, page, labels) if change else heading[0]

    return _HEADING.sub(marked, html) if changes else html


def _mark(change: Change, page: str, labels: Labels) -> str:
    words = labels.gettext(_WORDS[change.status])
    return f'\n<p class="guide-changed screen-only"><a href="{escape(page)}#{change.fragment}">{words}</a></p>'
