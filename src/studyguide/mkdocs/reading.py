"""The Python-Markdown extension with the observers of a chapter, for a build or a check."""

from __future__ import annotations

from studyguide.data.guide import Guide
from studyguide.lint.observer import MarkupLint
from studyguide.markdown.extension import ReadingExtension
from studyguide.outputs.registry import OUTPUTS


def reading_extension(guide: Guide) -> ReadingExtension:
    """Return the extension that reads the chapters of `guide`."""
    outputs = OUTPUTS if guide.has_handout else ()
    return ReadingExtension(guide, (MarkupLint(guide), *(kind().preflight(guide) for kind in outputs)))
