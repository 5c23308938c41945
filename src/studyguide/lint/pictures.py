"""Find pictures that are too small to be seen well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.lint.context import LintContext
from studyguide.lint.links import resolved
from studyguide.lint.registry import on_chapter
from studyguide.markdown.chapter import Chapter

_SMALL = 480
"""The larger side in pixels below which a picture fills neither a phone's screen nor half a printed line sharply."""
_ALONE = re.compile(r"[ \t]*!\[[^\]\n]*\]\([^)\n]*\)(?:\{(?![^}]*width)[^}\n]*\})?[ \t]*$", re.MULTILINE)
"""A line with a picture, whose width nobody has set: not a sign within a line or a table."""


@on_chapter
def small_pictures(chapter: Chapter, context: LintContext) -> Iterator[Problem]:
    """Find pictures of few pixels, such as previews that were saved in the place of the picture."""
    if not (chapter.pictures and context.pictures):
        return
    file = chapter.span.file
    for picture in chapter.pictures:
        is_here = picture.where.path == file.path  # and not in a definition, which the page of key terms shows
        if is_here and picture.source and _ALONE.match(file.text, file.offset(replace(picture.where, column=1))):
            path = resolved(chapter.path, picture.source)
            size = context.pictures.measures(path)
            if size and not size.is_icon and max(size.width, size.height) < _SMALL:
                yield problem(picture.where, "small-picture", name=path, width=size.width, height=size.height)
