"""What one build knows, in one typed object that hangs on MkDocs' config for as long as the build takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import date
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from studyguide.citeproc.self_citation import SelfCitation
    from studyguide.crossref.completeness import CountedPage
    from studyguide.crossref.placeholders import PlaceholderResolver
    from studyguide.data.guide import Guide
    from studyguide.markdown.chapter import Chapter
    from studyguide.markdown.extension import ReadingExtension
    from studyguide.outputs.book import OutputFile, TitlePage
    from studyguide.outputs.site.header_address import HeaderAddress
    from studyguide.outputs.site.page_actions import EditLink
    from studyguide.outputs.site.search_index import SearchedPage
    from studyguide.outputs.site.seo import GuideMetadata

_KEY = "study_guide"


@dataclass
class TemplateVariables:
    """What the theme's templates read, under the name `guide`."""

    edition: str = ""
    """The edition's day and revision."""
    has_pdf: bool = False
    """Whether the PDFs are made: `serve` makes them beside its builds."""
    licences: str = ""
    """The file of licences, below the site's root."""
    header_link: HeaderAddress | None = None
    """The link at the top of each page, where the guide names one."""
    offline_size: str = ""
    """Stands for the size of what 'Save for offline' keeps; nothing where the site offers none."""
    offline_control: str = ""
    """The control 'Save for offline', as HTML; the same on each page."""


@dataclass(frozen=True)
class SharedMetadata:
    """What the pages of one build have in common."""

    metadata: GuideMetadata
    citation: SelfCitation
    days: dict[str, date]
    """The day on which each file last changed."""
    minutes: dict[str, int]
    """How long each page takes to read, by its file. Its notes, which pandoc may still be rendering, do not count."""
    edits: dict[str, dict[str, EditLink]]
    """Where terms, events and sources are edited: by page, then by anchor."""


@dataclass
class BuildContext:
    """What one build knows. MkDocs makes a config for each build, and with it this."""

    root: Path
    """The guide's folder."""
    guide: Guide
    reading: ReadingExtension
    title_page: TitlePage
    day: date
    """The edition's day."""
    is_served: bool = False
    is_portable: bool = False
    """True for a site that opens from a disk, without a server."""
    has_pdf: bool = True
    """Whether the settings ask for the PDFs."""
    in_nav: set[str] = field(default_factory=set)
    """The chapters that the navigation holds, by file."""
    navigation: Navigation | None = None
    """Since on_nav."""
    nav_titles: dict[str, str] = field(default_factory=dict)
    """The titles of the chapters in the navigation, by file, in reading order."""
    chapters: dict[str, Chapter] = field(default_factory=dict)
    """By their file below `docs/`, since on_page_content."""
    pages: dict[str, Page] = field(default_factory=dict)
    """Where each chapter will stand, by file, as MkDocs orders them."""
    start_resolver: Callable[[], PlaceholderResolver] | None = None
    """Since on_env: gives what fills the placeholders, as soon as pandoc has rendered the notes."""
    resolver: PlaceholderResolver | None = None
    counted: dict[str, CountedPage] = field(default_factory=dict)
    """What stands on each page whose placeholders are filled, for the completeness check."""
    rendering: Future[dict[str, OutputFile]] | None = None
    """The outputs' files, which are rendered in a thread of their own."""
    outputs: dict[str, OutputFile] = field(default_factory=dict)
    """Those that are made, by their name in the site."""
    metadata: SharedMetadata | None = None
    """Since on_env: what the pages' metadata have in common."""
    searched_bibliography: SearchedPage | None = None
    search_languages: list[str] = field(default_factory=list)
    """The languages that the search index names, once it is written."""
    variables: TemplateVariables = field(default_factory=TemplateVariables)

    def in_reading_order(self) -> list[Chapter]:
        """Return the chapters as the navigation lists them, then those that it leaves out."""
        paths = dict.fromkeys([*self.nav_titles, *sorted(self.chapters)])
        return [self.chapters[path] for path in paths if path in self.chapters]  # nav may name a draft

    def wait_for_resolver(self) -> PlaceholderResolver:
        """Return what fills the placeholders; pandoc may still be rendering the notes."""
        if self.resolver is None:
            assert self.start_resolver is not None
            self.resolver = self.start_resolver()
        return self.resolver


def attach_context(config: MkDocsConfig, context: BuildContext) -> None:
    """Hang a build's context on its config."""
    config.extra[_KEY] = context


def context_of(config: MkDocsConfig) -> BuildContext:
    """Return the context of the build that a config belongs to."""
    return cast("BuildContext", config.extra[_KEY])
