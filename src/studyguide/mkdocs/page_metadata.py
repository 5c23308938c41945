"""Page metadata and page actions: reading time, last change, citations and edit links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studyguide.citeproc.guide_citation import GuideCitation
from studyguide.citeproc.self_citation import Citations, SelfCitation, Work
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.mkdocs.context import BuildContext, SharedMetadata
from studyguide.outputs.site.edit_links import EditLinks, edit_links
from studyguide.outputs.site.last_change import days_of_commits, files_shown, last_change
from studyguide.outputs.site.licences import FILE as LICENCES_FILE
from studyguide.outputs.site.page_actions import CitedSection, EditLink, PageActions
from studyguide.outputs.site.reading_time import minutes_to_read
from studyguide.outputs.site.seo import GuideMetadata, PageMetadata, licence_url, open_graph, structured_data

_MLA = "<id>urn:study-guide:mla-notes"

if TYPE_CHECKING:
    from datetime import date

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from studyguide.data.guide import Guide
    from studyguide.markdown.chapter import Chapter


def gather(config: MkDocsConfig, context: BuildContext) -> None:
    """Gather the metadata that the pages share, once all pages are read."""
    title_page, day = context.title_page, context.day
    links = edit_links(config.edit_uri)
    context.variables.edition = title_page.edition
    context.variables.licences = LICENCES_FILE
    context.metadata = SharedMetadata(
        metadata=GuideMetadata(
            name=title_page.title,
            description=title_page.description,
            author=title_page.author,
            conference=title_page.conference,
            licence=licence_url(config.copyright or ""),
            language=str(config.theme.get("language", "en")),
            region=title_page.region,
            address=title_page.address,
            day=day,
        ),
        citation=_citations(context),
        days=days_of_commits(context.root),
        edits=_edits(context.guide, links) if links else {},
    )


def work_to_cite(context: BuildContext) -> Work | None:
    """Return the guide as a work for citeproc; None where its lines need none, and no draft repeats them."""
    if _is_english_mla(context) and not context.variables.notes_page:
        return None
    return _work(context)


def _is_english_mla(context: BuildContext) -> bool:
    return context.title_page.language == "en" and _MLA in context.guide.style


def _work(context: BuildContext) -> Work:
    title_page = context.title_page
    return Work(title_page.author, title_page.title, title_page.conference, context.day)


def _citations(context: BuildContext) -> Citations:
    if not _is_english_mla(context):
        return GuideCitation(lambda: context.wait_for_resolver().rendered.own)
    work = _work(context)
    return SelfCitation(work.author, work.title, work.conference, work.day)


def add_actions(page: Page, html: str, context: BuildContext) -> str:
    """Return the page's content with its page actions: reading time, last change, citations, edit links."""
    shared = shared_metadata(context)
    chapter, cite = context.chapters[page.file.src_uri], shared.citation
    shared.minutes[page.file.src_uri] = minutes_to_read(html)
    actions = PageActions(
        minutes=shared.minutes[page.file.src_uri],
        changed=_last_change(chapter, context),
        edit_url=page.edit_url or "",
        edit_links=shared.edits.get(chapter.path, {}),
        sections={section.id: CitedSection(section.title, cite.cased(section.title)) for section in chapter.sections},
        labels=context.guide.labels,
    )
    return actions.put_into(html)


def describe(page: Page, context: BuildContext) -> dict[str, Any]:
    """Return the template variables of a page: Open Graph and structured data, citations, canonical URL."""
    shared = shared_metadata(context)
    chapter, cite = context.chapters[page.file.src_uri], shared.citation
    address = (page.canonical_url or "") if shared.metadata.address else ""
    described = PageMetadata(
        title=chapter.title,
        description=page.meta.get("description", ""),
        address=address,
        minutes=shared.minutes[page.file.src_uri],
        changed=_last_change(chapter, context),
        is_home=page.is_homepage,
    )
    labels = context.guide.labels
    return {
        "open_graph": open_graph(described, shared.metadata, labels),
        "structured_data": structured_data(described, shared.metadata, labels),
        "citation": cite.of_guide(address) if page.is_homepage else cite.of_part(chapter.title, address),
        "section_citation": cite.of_part(""),
        "address": address,
    }


def shared_metadata(context: BuildContext) -> SharedMetadata:
    """Return the metadata that the pages share, which `gather` has gathered."""
    assert context.metadata is not None  # set in on_env
    return context.metadata


def _last_change(chapter: Chapter, context: BuildContext) -> date | None:
    return last_change(files_shown(chapter, context.chapters.values()), shared_metadata(context).days)


def _edits(guide: Guide, links: EditLinks) -> dict[str, dict[str, EditLink]]:
    gettext = guide.labels.gettext

    def to(entry: Any, label: str) -> tuple[str, EditLink]:
        return entry.anchor, EditLink(links.to(entry.where), label)

    return {
        KEY_TERMS_PAGE: dict(to(term, gettext("Edit this term: {name}", name=term.name)) for term in guide.terms),
        TIMELINE_PAGE: dict(to(event, gettext("Edit this event: {name}", name=event.title)) for event in guide.events),
        BIBLIOGRAPHY_PAGE: dict(to(it, gettext("Edit this source: {name}", name=it.title)) for it in guide.sources),
    }
