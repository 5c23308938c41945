"""The drawings that the build makes, for outputs that have no stylesheet of the site."""

from __future__ import annotations

import re

_ACCENTED = "<style>.guide-bar, .guide-axis-event circle, .guide-axis-event rect {{ fill: {} }}</style>"
_TEXT = re.compile(r"<text\b(?![^>]*text-anchor)")
_ANCHOR = re.compile(r'text-anchor="(start|end)"')
_DRAWN_WORDS = re.compile(r"(<t(?:ext|span)\b[^>]*>)([^<]+)")


def for_print(svg: str, accent: str) -> str:
    """Return a drawing as Typst and Word read it, with its bars and events in the colour `accent`, if there is one."""
    svg = _mirrored(svg) if 'direction="rtl"' in svg else svg
    return svg.replace(">", f">{_ACCENTED.format(accent) if accent else ''}", 1)


def _mirrored(svg: str) -> str:
    """Return a picture that runs from right to left for Typst, which takes `start` for the left in any case.

    It does not know `direction` either: isolates say from where the words run.
    """
    svg = _TEXT.sub('<text text-anchor="start"', svg)
    svg = _ANCHOR.sub(lambda anchor: f'text-anchor="{"start" if anchor[1] == "end" else "end"}"', svg)
    return _DRAWN_WORDS.sub("\\1\u2067\\2\u2069", svg)
