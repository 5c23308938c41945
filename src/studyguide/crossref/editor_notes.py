"""Render the lists of editor's notes: corrections of the original, and points still to be checked."""

from __future__ import annotations

from html import escape

from studyguide.crossref.backlinks import BacklinkIndex
from studyguide.data.paths import internal_address
from studyguide.labels.catalogue import Labels

_KINDS = {"corrections": "correction", "open-checks": "check"}
"""The kind of editor's note that each marker lists."""


def render_editor_notes(index: BacklinkIndex, marker: str, labels: Labels) -> str:
    """Return the editor's notes of all chapters that a marker lists, as HTML, each with a link to its box."""
    items = ""
    for note in index.editor_notes:
        if note.kind == _KINDS[marker]:
            address = internal_address(note.section.path, note.anchor or note.section.id)
            items += f'<li><p><a href="{address}">{escape(index.label(note.section))}</a></p>{note.html}</li>'
    return f'<ul class="guide-editor-notes">{items}</ul>' if items else nothing_listed(labels)


def nothing_listed(labels: Labels) -> str:
    """Return the HTML that takes the place of an empty list."""
    # Translators: in the place of a list of corrections, checks or sources.
    nothing = labels.gettext("None.")
    return f"<p>{nothing}</p>"
