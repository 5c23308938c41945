"""What each page says of itself, as MkDocs' events: how long and how fresh it is, how it is cited and mended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

from config_cover import edition_day, load_config_cover
from config_settings import root_of
from studyguide.layout import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.website.edit_links import EditLinks, edit_links
from studyguide.website.last_change import days_of_commits, files_shown, last_change
from studyguide.website.metadata import GuideMetadata, PageMetadata, licence_address, open_graph, structured_data
from studyguide.website.page_tools import CitedSection, EditLink, PageTools
from studyguide.website.reading_time import minutes_to_read
from studyguide.website.self_citation import SelfCitation

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from studyguide.chapters.chapter import Chapter
    from studyguide.data.guide import Guide


@dataclass(frozen=True)
class GuideFacts:
    """What the pages of one build share."""

    metadata: GuideMetadata
    citation: SelfCitation
    days: dict[str, date]
    """The day on which each file last changed."""
    minutes: dict[str, int]
    """How long each page takes to read, by its file. Its notes, which pandoc may still be writing, do not count."""
    edits: dict[str, dict[str, EditLink]]
    """Where terms, events and sources are edited: by page, then by anchor."""


@event_priority(50)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """All is read: gather what the pages share."""
    cover, day = load_config_cover(config), edition_day(config)
    links, build = edit_links(config.edit_uri), config.extra["study_guide"]
    config.extra["edition"] = cover.edition
    config.extra["page_facts"] = GuideFacts(
        metadata=GuideMetadata(
            name=cover.title,
            description=cover.description,
            author=cover.author,
            conference=cover.conference,
            licence=licence_address(config.copyright or ""),
            language=str(config.theme.get("language", "en")),
            region=cover.region,
            address=cover.address,
            day=day,
        ),
        citation=SelfCitation(cover.author, cover.title, cover.conference, day, is_english=cover.language == "en"),
        days=days_of_commits(root_of(config)),
        minutes={path: minutes_to_read(page.content or "") for path, page in build.pages.items()},
        edits=_edits(build.guide, links) if links else {},
    )


@event_priority(-50)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Behind the search, which may still read the page: what is added here is no text of it."""
    facts: GuideFacts = config.extra["page_facts"]
    chapters: dict[str, Chapter] = config.extra["study_guide"].chapters
    cite = facts.citation
    chapter, content = chapters[page.file.src_uri], page.content or ""
    changed = last_change(files_shown(chapter, chapters.values()), facts.days)
    tools = PageTools(
        minutes=facts.minutes[page.file.src_uri],
        changed=changed,
        edit_address=page.edit_url or "",
        edit_links=facts.edits.get(chapter.path, {}),
        sections={section.id: CitedSection(section.title, cite.cased(section.title)) for section in chapter.sections},
    )
    page.content = tools.put_into(content)
    address = (page.canonical_url or "") if facts.metadata.address else ""
    described = PageMetadata(
        title=chapter.title,
        description=page.meta.get("description", ""),
        address=address,
        minutes=tools.minutes,
        changed=changed,
        is_home=page.is_homepage,
    )
    context["guide_page"] = {
        "open_graph": open_graph(described, facts.metadata),
        "structured_data": structured_data(described, facts.metadata),
        "citation": cite.of_guide(address) if page.is_homepage else cite.of_part(chapter.title, address),
        "section_citation": cite.of_part(""),
        "address": address,
    }


def _edits(guide: Guide, links: EditLinks) -> dict[str, dict[str, EditLink]]:
    def to(what: str, entry: Any, name: str) -> tuple[str, EditLink]:
        return entry.anchor, EditLink(links.to(entry.where), f"this {what}: {name}")

    return {
        KEY_TERMS_PAGE: dict(to("term", term, term.name) for term in guide.terms),
        TIMELINE_PAGE: dict(to("event", event, event.title) for event in guide.events),
        BIBLIOGRAPHY_PAGE: dict(to("source", source, source.title) for source in guide.sources),
    }
