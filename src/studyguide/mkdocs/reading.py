"""The Python-Markdown extension with the observers of a chapter, for a build or a check."""

from __future__ import annotations

from studyguide.data.guide import Guide
from studyguide.lint.observer import MarkupLint
from studyguide.markdown.extension import ReadingExtension
from studyguide.outputs.registry import outputs_of


def reading_extension(guide: Guide) -> ReadingExtension:
    """Return the extension that reads the chapters of `guide`."""
    return ReadingExtension(guide, (MarkupLint(guide), *(kind().preflight(guide) for kind in outputs_of(guide))))
