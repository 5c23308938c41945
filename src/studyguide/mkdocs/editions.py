"""What a build shows of the changes since the last editions: its name, marks at headings, news for who saved one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyguide.crossref.changes import find_changes
from studyguide.outputs.site.change_marks import with_marks
from studyguide.outputs.site.offline import News

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.pages import Page

    from studyguide.crossref.changes import Change, Changes
    from studyguide.data.edition import Edition
    from studyguide.labels.catalogue import Labels
    from studyguide.markdown.chapter import Chapter
    from studyguide.mkdocs.context import BuildContext

_MOST_TITLES = 5
"""How many titles a reader is told who is offered a new edition; the page lists all."""


def compare(chapters: Iterable[Chapter], context: BuildContext) -> None:
    """Compare the chapters, which are read and not linked, with the last edition, and name that on the title page."""
    pages = {path: page.content or "" for path, page in context.pages.items()}
    context.changes = find_changes(context.guide, list(chapters), pages)
    if context.changes:
        title_page, labels = context.title_page, context.guide.labels
        named = labels.enumeration([title_page.edition, _named(context.changes, labels)])
        context.title_page = replace(title_page, edition=named)


def _named(changes: Changes, labels: Labels) -> str:
    """Return which edition the guide is, or which it came after."""
    number = changes.last.edition.number
    if changes.changes:
        # Translators: stands behind the day of a guide that has changed since that edition.
        return labels.gettext("after edition {number}", number=number)
    # Translators: stands behind the day of a guide that is as it was in that edition.
    return labels.gettext("edition {number}", number=number)


def mark_headings(page: Page, html: str, context: BuildContext) -> str:
    """Return the page's content with a mark at each heading that has changed; without the list of changes, none."""
    changes = context.changes
    if not changes or changes.page not in context.pages:
        return html
    address = context.pages[changes.page].file.url_relative_to(page.file)
    return with_marks(html, changes.of_page(page.file.src_uri), address, context.guide.labels)


def news(context: BuildContext) -> News | None:
    """Return what those are told who are offered a new edition; None in a guide that does not list its changes."""
    changes, labels = context.changes, context.guide.labels
    if not changes or not changes.page:
        return None
    since = {changes.last.edition: changes.changes} | {each.edition: each.since for each in changes.earlier}
    lines = {edition.name: _news_since(edition, each, labels) for edition, each in since.items()}
    *_, oldest = since
    # Translators: told to those whose copy of the guide is older than the oldest edition that it is compared with.
    unlisted = labels.gettext("What changed before edition {number} is not listed.", number=oldest.number)
    return News(changes.last.edition.name, lines, f"{unlisted} {lines[oldest.name]}".rstrip())


def _news_since(edition: Edition, changes: Iterable[Change], labels: Labels) -> str:
    """Return what is new, changed or gone since an edition, in a line; empty for nothing."""
    titles = [unit.title for change in changes if (unit := change.after or change.before)]
    if not titles:
        return ""
    shown = labels.enumeration([*titles[:_MOST_TITLES], *(["…"] if len(titles) > _MOST_TITLES else [])])
    # Translators: told to those who saved the guide on their device, before they get the new edition.
    return labels.gettext("New, changed or gone since edition {number}: {titles}", number=edition.number, titles=shown)
