"""How a build ends: a whole site takes the place of the last one, or an error keeps the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from studyguide.crossref.completeness import lost_from_pages
from studyguide.mkdocs.report_error import log
from studyguide.mkdocs.session import SESSION

if TYPE_CHECKING:
    from studyguide.mkdocs.context import BuildContext


def stop_at_losses(context: BuildContext) -> None:
    """End the build where something that was read stands on no page."""
    losses = lost_from_pages(context.guide, context.in_reading_order(), context.counted)
    for loss in losses:
        log.error("%s", loss)
    if losses:
        raise Abort("Something of the guide would be lost, as told above. The site was not built.")


def declare_whole() -> None:
    """Let the new site take the place of the last one, and `serve` keep its pages."""
    SESSION.pages.finish()
    if SESSION.staging:
        SESSION.staging.is_whole = True


def keep_last_site(error: Exception) -> None:
    """Take back that the new site is whole, and say in plain words what this computer could not do."""
    if SESSION.staging:
        SESSION.staging.is_whole = False
    if isinstance(error, OSError):  # a full disk, a folder that is not ours to write
        what = f"{error.strerror or error}{f' ({error.filename})' if error.filename else ''}"
        raise Abort(f"This computer could not do what the build needs: {what}. The site was not built.") from error
