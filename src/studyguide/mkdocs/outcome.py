"""End a build: a complete site replaces the last one; after an error the last one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from studyguide.crossref.completeness import lost_from_pages
from studyguide.mkdocs.own_hooks import hook_fault
from studyguide.mkdocs.report_error import log, report_error
from studyguide.mkdocs.session import SESSION

if TYPE_CHECKING:
    from studyguide.mkdocs.context import BuildContext


def stop_at_missing(context: BuildContext) -> None:
    """Abort the build if the completeness check finds that something is on no page."""
    losses = lost_from_pages(context.guide, context.in_reading_order(), context.counted)
    for loss in losses:
        log.error("%s", loss)
    if losses:
        raise Abort("Something of the guide would be lost, as told above. The site was not built.")


def mark_complete() -> None:
    """Mark the new site as complete, so that it replaces the last one, and cache its pages for `serve`."""
    SESSION.pages.finish()
    if SESSION.staging:
        SESSION.staging.is_whole = True


def keep_last_site(error: Exception) -> None:
    """Mark the new site as incomplete, and report an error of a guide's own hook, or an `OSError`, in plain words."""
    if SESSION.staging:
        SESSION.staging.is_whole = False
    if fault := hook_fault(error):
        report_error(fault)
        raise Abort("The site was not built.") from error
    if isinstance(error, OSError):  # such as a full disk, or a folder without write permission
        what = f"{error.strerror or error}{f' ({error.filename})' if error.filename else ''}"
        raise Abort(f"This computer could not do what the build needs: {what}. The site was not built.") from error
