"""The state of one build: a typed object that is attached to MkDocs' config."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from studyguide.data.kept_file import CACHE
from studyguide.lint.runner import TextChecks
from studyguide.mkdocs.elsewhere import Elsewhere, InThread
from studyguide.mkdocs.rendering import Rendering
from studyguide.mkdocs.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import date
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from studyguide.citeproc.csl_items import Item
    from studyguide.citeproc.self_citation import Citations
    from studyguide.crossref.changes import Changes
    from studyguide.crossref.completeness import CountedPage
    from studyguide.crossref.placeholders import PlaceholderResolver
    from studyguide.data.guide import Guide
    from studyguide.data.look import Look
    from studyguide.diagnostics.diagnostic import Problem
    from studyguide.images.files import PictureFiles
    from studyguide.markdown.chapter import Chapter
    from studyguide.markdown.extension import ReadingExtension
    from studyguide.mkdocs.converted_page import ConvertedPage
    from studyguide.mkdocs.kept_pages import KeptPages
    from studyguide.mkdocs.search import PageIndexer
    from studyguide.mkdocs.site_nav import SiteNav
    from studyguide.outputs.book import OutputFile, TitlePage
    from studyguide.outputs.downloads import Download
    from studyguide.outputs.site.header_url import HeaderUrl
    from studyguide.outputs.site.page_actions import EditLink
    from studyguide.outputs.site.purge_css import Stylesheet
    from studyguide.outputs.site.search_index import Entry
    from studyguide.outputs.site.seo import GuideMetadata

_KEY = "study_guide"


@dataclass
class TemplateVariables:
    """The variables of the theme's templates, under the name `guide`."""

    edition: str = ""
    """The edition's day and revision."""
    has_pdf: bool = False
    """Whether the PDFs exist; `serve` renders them in the background."""
    downloads: list[Download] = field(default_factory=list)
    """The files beside them."""
    licences: str = ""
    """The path of the licences file below the site's root."""
    notes_page: str = ""
    """The URL of the page of the reader's own notes; empty without one."""
    notes_script: str = ""
    """The path of the script that is loaded when notes are written or shown."""
    header_link: HeaderUrl | None = None
    """The link at the top of each page, if the guide sets one."""
    topics: dict[str, str] = field(default_factory=dict)
    """The topic of each chapter, by its file, in a guide with several."""
    site_nav: SiteNav | None = None
    """Set in on_env."""
    source_script: str = ""
    """The path below the site's root of the script that makes files of sources; empty if no page offers them."""
    offline_size: str = ""
    """The placeholder for the download size of 'Save for offline'; empty if the site has no such control."""
    offline_control: str = ""
    """The HTML of the control 'Save for offline', the same on each page."""


@dataclass(frozen=True)
class SharedMetadata:
    """The metadata that the pages of one build share."""

    metadata: GuideMetadata
    citation: Citations
    days: dict[str, date]
    """The day on which each file last changed."""
    edits: dict[str, dict[str, EditLink]]
    """The edit links of terms, events and sources: by page, then by anchor."""
    minutes: dict[str, int] = field(default_factory=dict)
    """The reading time of each page that is being rendered, by file."""


@dataclass
class BuildContext:
    """The state of one build, for which MkDocs also creates a config of its own."""

    root: Path
    """The guide's folder."""
    guide: Guide
    reading: ReadingExtension
    title_page: TitlePage
    day: date
    """The edition's day."""
    look: Look | None = None
    """The conference's colours, if the settings name any."""
    is_served: bool = False
    is_portable: bool = False
    """True for a site that opens from a disk, without a server."""
    pictures: PictureFiles | None = None
    """Set in on_files."""
    jobs: int = 0
    """How many processes share the pages; 0 for as many as there are processors."""
    readers: Workers[ConvertedPage] = field(default_factory=Workers)
    """The processes that read the chapters."""
    rendering: Rendering = field(default_factory=Rendering)
    """The pages while they are put into their templates, and what is known of them then."""
    in_nav: set[str] = field(default_factory=set)
    """The files of the chapters in the navigation."""
    navigation: Navigation | None = None
    """Set in on_nav."""
    nav_titles: dict[str, str] = field(default_factory=dict)
    """The titles of the chapters in the navigation, by file, in reading order."""
    chapters: dict[str, Chapter] = field(default_factory=dict)
    """The chapters by file below `docs/`, added in on_page_content."""
    pages: dict[str, Page] = field(default_factory=dict)
    """The page of each chapter, by file, in MkDocs' order."""
    kept: KeptPages | None = None
    """The pages that an earlier build has kept; None where pages may depend on more than is known."""
    converted: dict[str, ConvertedPage] = field(default_factory=dict)
    """What the conversion of each page made, by file, until all are read."""
    checked: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """The problems of each chapter's own text, by file."""
    indexer: PageIndexer | None = None
    """What indexes the pages for the search; None without Material's plugin."""
    entries: dict[str, list[Entry] | None] = field(default_factory=dict)
    """The entries of pages that were indexed when they were read, by file."""
    changes: Changes | None = None
    """What changed since the last edition; None without one. Set in on_env."""
    start_resolver: Callable[[], PlaceholderResolver] | None = None
    """Set in on_env: waits for pandoc to render the notes, and returns the placeholder resolver."""
    resolver: PlaceholderResolver | None = None
    counted: dict[str, CountedPage] = field(default_factory=dict)
    """The counts of each page whose placeholders are resolved, for the completeness check."""
    groundwork: Elsewhere[dict[str, Stylesheet]] | None = None
    """What is done beside the build, from on_files on; None where nothing can be."""
    items: Future[dict[str, Item]] | None = None
    """The sources for reference managers, by key; None if no page offers them. Set in on_env."""
    typesetting: Elsewhere[dict[str, OutputFile]] | InThread[dict[str, OutputFile]] | None = None
    """The rendering of the outputs' files, beside the build; None if the settings ask for none."""
    outputs: dict[str, OutputFile] = field(default_factory=dict)
    """The rendered files by their name in the site."""
    metadata: SharedMetadata | None = None
    """Set in on_env."""
    search_languages: list[str] = field(default_factory=list)
    """The languages of the search index, once it is written."""
    variables: TemplateVariables = field(default_factory=TemplateVariables)

    @cached_property
    def text_checks(self) -> TextChecks:
        """Return the checks of chapters while they are read."""
        return TextChecks(self.guide)

    def in_reading_order(self) -> list[Chapter]:
        """Return the chapters in the navigation's order, then those outside the navigation."""
        paths = dict.fromkeys([*self.nav_titles, *sorted(self.chapters)])
        return [self.chapters[path] for path in paths if path in self.chapters]  # nav may name a draft

    @property
    def kept_answers(self) -> Path:
        """The folder in which pandoc's answers are kept."""
        return self.root / CACHE / "citations"

    def wait_for_resolver(self) -> PlaceholderResolver:
        """Return the placeholder resolver, waiting for pandoc to render the notes."""
        if self.resolver is None:
            assert self.start_resolver is not None
            self.resolver = self.start_resolver()
        return self.resolver


def attach_context(config: MkDocsConfig, context: BuildContext) -> None:
    """Attach a build's context to its config."""
    config.extra[_KEY] = context


def context_of(config: MkDocsConfig) -> BuildContext:
    """Return the context of the build that a config belongs to."""
    return cast("BuildContext", config.extra[_KEY])
