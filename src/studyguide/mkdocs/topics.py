"""The topics of a committee that has several: each is a section of the navigation, with the chapters of its own."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from studyguide.diagnostics.diagnostic import Problem, did_you_mean, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from studyguide.data.settings import Settings


def topic_problems(config: MkDocsConfig, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each topic of a list that no section of the navigation is called by."""
    topics = settings.guide.texts("topic") if settings.guide else ()
    sections = [title for item in config.nav or () for title in _sections(item)]
    for topic in topics:
        if topic.text not in sections:
            fix = did_you_mean(topic.text, sections)
            yield problem(topic.where, "wrong-setting", "topic", name=topic.text, fix=fix)


def _sections(item: object) -> list[str]:
    """Return the title of an item of the navigation that is a section."""
    return [str(title) for title, below in item.items() if isinstance(below, list)] if isinstance(item, dict) else []


def topics_by_chapter(navigation: Navigation, config: MkDocsConfig) -> dict[str, str]:
    """Return the topic of each chapter that stands in the section of one, by the chapter's file."""
    topics = config.extra["guide"].get("topics", [])
    found = {page.file.src_uri: _topic_of(page, topics) for page in navigation.pages} if topics else {}
    return {path: topic for path, topic in found.items() if topic}


def _topic_of(page: Page, topics: list[str]) -> str:
    return next((section.title for section in page.ancestors if section.title in topics), "")


def with_topic(html: str, topic: str) -> str:
    """Return the content of a chapter with its topic below the title; the search knows it by its chapters."""
    line = f'<p class="guide-topic" data-search-exclude="true">{escape(topic)}</p>'
    before, end, behind = html.partition("</h1>")
    return f"{before}{end}{line}{behind}" if end else f"{line}{html}"
