"""The made-up guide in each tool's own idiom, as its manual has it: the same words for all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from benchmarks.environments import ROOT
from benchmarks.model import Chapter, Citation, Event, Guide, Mention, Paragraph, Source, Term

STYLE = ROOT / "src" / "studyguide" / "styles" / "mla-notes.csl"
SITE_NAME = "A made-up guide"
FEATURES = ["content.footnote.tooltips", "navigation.footer", "navigation.prune", "navigation.top", "toc.follow"]
"""Of Material. Only with `navigation.prune` do large sites not grow with the square."""
_BIBTEX = {"book": ("book", "publisher"), "article": ("article", "journal"), "web": ("misc", "url")}


class PlainMkDocs:
    """MkDocs with Material: notes are written by hand, and terms are words."""

    plugins: tuple[str | dict[str, Any], ...] = ("search",)
    extensions: tuple[str | dict[str, Any], ...] = ("attr_list", "footnotes", {"toc": {"permalink": True}})
    sources_page = "bibliography.md"

    def write(self, guide: Guide, folder: Path) -> None:
        """Write the guide into the new folder."""
        docs = folder / "docs"
        docs.mkdir(parents=True)
        _write(docs / "index.md", self.index_page(guide))
        for chapter in guide.chapters:
            _write(docs / f"{chapter.name}.md", self.chapter_page(chapter))
        _write(docs / "key-terms.md", f"# Key terms\n\n## All terms\n\n{self.terms(guide.terms)}")
        _write(docs / "timeline.md", f"# Timeline\n\n{self.events(guide)}")
        _write(docs / self.sources_page, f"# Bibliography\n\n{self.bibliography(guide.sources)}")
        self.write_settings(guide, folder)

    def index_page(self, guide: Guide) -> str:
        """Return the home page."""
        return f"# {SITE_NAME}\n\nIt has {len(guide.chapters)} chapters.\n"

    def chapter_page(self, chapter: Chapter) -> str:
        """Return a chapter."""
        notes: list[str] = []
        parts = [f"# {chapter.title}"]
        for section in chapter.sections:
            parts.append(self.heading(2, section.title, section.id))
            parts += [self.paragraph(paragraph, notes) for paragraph in section.paragraphs]
        return "\n\n".join([*parts, *notes]) + "\n"

    def heading(self, level: int, title: str, anchor: str) -> str:
        """Return a heading to which links lead."""
        return f"{'#' * level} {title} {{ #{anchor} }}"

    def paragraph(self, paragraph: Paragraph, notes: list[str]) -> str:
        """Return a paragraph; `notes` gets the notes that stand at the end of the page."""
        written = []
        for piece in paragraph:
            match piece:
                case Citation():
                    written.append(self.citation(piece, notes))
                case Mention():
                    written.append(self.mention(piece))
                case words:
                    written.append(words)
        return "".join(written)

    def citation(self, citation: Citation, notes: list[str]) -> str:
        """Return the call of a note."""
        page = f", p. {citation.page}" if citation.page else ""
        notes.append(f"[^{len(notes) + 1}]: {_entry(citation.source)}{page}.")
        return f"[^{len(notes)}]"

    def mention(self, mention: Mention) -> str:
        """Return a term in the text."""
        return mention.words

    def terms(self, terms: tuple[Term, ...]) -> str:
        """Return the entries of the page of key terms."""
        return "\n\n".join(f"{self.heading(3, term.name, f'term-{term.id}')}\n\n{term.definition}" for term in terms)

    def events(self, guide: Guide) -> str:
        """Return the entries of the timeline."""
        return "\n\n".join(self.event(event, guide.chapters[event.chapter]) for event in guide.events)

    def event(self, event: Event, chapter: Chapter) -> str:
        """Return an event, with links to its term and to the chapter that says more."""
        see = f"[{chapter.title}]({chapter.name}.md#{chapter.sections[0].id})"
        heading = self.heading(3, event.title, event.id)
        return f"{heading}\n\n{event.day}\n\n{event.description}\n\nTerms: {self.event_term(event.term)}\n\nSee: {see}"

    def event_term(self, term: Term) -> str:
        """Return the link of an event to its term."""
        return f"[{term.name}](key-terms.md#term-{term.id})"

    def bibliography(self, sources: tuple[Source, ...]) -> str:
        """Return the list of all sources."""
        return "\n".join(f"- {_entry(source)}." for source in sources)

    def write_settings(self, guide: Guide, folder: Path) -> None:
        """Write mkdocs.yml."""
        settings = {
            "site_name": SITE_NAME,
            "theme": {"name": "material", "font": False, "features": FEATURES},
            "plugins": self.plugins,
            "markdown_extensions": self.extensions,
            "nav": _nav(guide, self.sources_page),
        }
        _write(folder / "mkdocs.yml", json.dumps(settings, indent=1))  # JSON is YAML


class MkDocsBibtex(PlainMkDocs):
    """With mkdocs-bibtex and its built-in style, which knows no page numbers."""

    plugins = ("search", {"bibtex": {"bib_file": "bibliography.bib"}})

    def citation(self, citation: Citation, notes: list[str]) -> str:
        """Return a key in brackets."""
        return _bracket(citation)

    def bibliography(self, sources: tuple[Source, ...]) -> str:
        """Its command for all sources."""
        return "\\full_bibliography"

    def write_settings(self, guide: Guide, folder: Path) -> None:
        """Return the files, with the sources."""
        super().write_settings(guide, folder)
        _write(folder / "bibliography.bib", _bib_file(guide.sources))


class MkDocsBibtexCsl(MkDocsBibtex):
    """With mkdocs-bibtex and a CSL style for notes."""

    plugins = ("search", {"bibtex": {"bib_file": "bibliography.bib", "csl_file": STYLE.name}})

    def write_settings(self, guide: Guide, folder: Path) -> None:
        """Return the files, with the style."""
        super().write_settings(guide, folder)
        shutil.copy(STYLE, folder)


class MkDocsBibtexCslLate(MkDocsBibtexCsl):
    """The same where the list of all sources is read behind the chapters: MkDocs reads pages in the alphabet's order.

    The list is one call of pandoc. Where it comes first, the chapters find their notes in the plugin's memory; where
    it comes last, each chapter has called pandoc before.
    """

    sources_page = "sources.md"


class MkDocsEzglossary(PlainMkDocs):
    """With mkdocs-ezglossary-plugin: terms are marked by hand, and linked both ways."""

    plugins = ("search", {"ezglossary": {"tooltip": "short", "inline_refs": "list"}})
    extensions = (*PlainMkDocs.extensions, "def_list")

    def mention(self, mention: Mention) -> str:
        """Its mark, with the words that stand for the term."""
        return f"<term:{mention.term.name.lower()}|{mention.words}>"

    def terms(self, terms: tuple[Term, ...]) -> str:
        """Return a list of definitions."""
        return "\n\n".join(f"term:{term.name.lower()}\n:   {term.definition}" for term in terms)

    def event_term(self, term: Term) -> str:
        """Return a mark as in the text."""
        return f"<term:{term.name.lower()}|{term.name}>"


class StudyGuide(PlainMkDocs):
    """This project, as it is checked out."""

    def __init__(
        self,
        *,
        prints: bool = False,
        downloads: tuple[str, ...] = (),
        hook: str | None = None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.prints = prints
        """Whether it makes the handout."""
        self.downloads = downloads
        """The other files that it makes."""
        self.hook = hook
        """One that runs behind the project's own."""
        self.extra = extra or {}

    def chapter_page(self, chapter: Chapter) -> str:
        """With the description that this project asks for at the top."""
        return f"---\ndescription: {chapter.title}\n---\n\n{super().chapter_page(chapter)}"

    def citation(self, citation: Citation, notes: list[str]) -> str:
        """Return a key in brackets."""
        return _bracket(citation)

    def terms(self, terms: tuple[Term, ...]) -> str:
        """Return a marker: the entries are data."""
        return "<!-- key-terms -->"

    def events(self, guide: Guide) -> str:
        """Return a marker: the entries are data."""
        return "<!-- timeline -->"

    def bibliography(self, sources: tuple[Source, ...]) -> str:
        """Return a marker: the entries are data."""
        return "<!-- works-cited -->"

    def write_settings(self, guide: Guide, folder: Path) -> None:
        """Write the data, and a mkdocs.yml on top of the project's own."""
        _write(folder / "bibliography.bib", _bib_file(guide.sources))
        _write(folder / "glossary.yaml", _yaml_list(guide.terms, _term_fields))
        _write(folder / "timeline.yaml", _yaml_list(guide.events, _event_fields))
        self.write_config(folder, {"site_name": SITE_NAME, "nav": _nav(guide, self.sources_page)})

    def write_config(self, folder: Path, changes: dict[str, Any]) -> None:
        """Write a mkdocs.yml that takes all from the project's own but `changes`."""
        with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
            own = yaml_load(file)
        hooks = [str(ROOT / hook) for hook in own["hooks"]]
        features = [*own["theme"]["features"], "navigation.prune"]
        # Our own link leads to a section of ours.
        guide = {"header_link": "[Home](index.md)", "pdf": self.prints, "downloads": self.downloads}
        settings = {
            "INHERIT": str(ROOT / "mkdocs.yml"),
            "hooks": [*hooks, self.hook] if self.hook else hooks,
            "theme": {"features": list(dict.fromkeys(features))},
            "extra": {**self.extra, "guide": guide},
        }
        _write(folder / "mkdocs.yml", json.dumps(settings | changes, indent=1))


class SphinxMyst(PlainMkDocs):
    """Sphinx with Furo, MyST Markdown and sphinxcontrib-bibtex."""

    def index_page(self, guide: Guide) -> str:
        """With the navigation, which Sphinx keeps in the pages."""
        trees = [
            _directive("toctree", f":caption: Part {number}\n\n" + "\n".join(chapter.name for chapter in part))
            for number, part in enumerate(guide.parts, start=1)
        ]
        data = _directive("toctree", ":caption: Data\n\nkey-terms\ntimeline\nbibliography")
        return "\n\n".join([super().index_page(guide), *trees, data])

    def heading(self, level: int, title: str, anchor: str) -> str:
        """With the anchor before it, as MyST has it."""
        return f"{{#{anchor}}}\n{'#' * level} {title}"

    def citation(self, citation: Citation, notes: list[str]) -> str:
        """Return the role of sphinxcontrib-bibtex that keeps page numbers."""
        page = f"{{p. {citation.page}}}" if citation.page else ""
        return f"{{cite:p}}`{citation.source.key}{page}`"

    def mention(self, mention: Mention) -> str:
        """Sphinx's own role."""
        return f"{{term}}`{mention.words} <{mention.term.name}>`"

    def terms(self, terms: tuple[Term, ...]) -> str:
        """Sphinx's own directive."""
        return _directive("glossary", "\n\n".join(f"{term.name}\n  {term.definition}" for term in terms))

    def event_term(self, term: Term) -> str:
        """Sphinx's own role."""
        return f"{{term}}`{term.name}`"

    def bibliography(self, sources: tuple[Source, ...]) -> str:
        """Return the directive of sphinxcontrib-bibtex."""
        return _directive("bibliography", ":all:")

    def write_settings(self, guide: Guide, folder: Path) -> None:
        """Write conf.py and the sources."""
        _write(folder / "docs" / "bibliography.bib", _bib_file(guide.sources))
        settings = {
            "project": SITE_NAME,
            "extensions": ["myst_parser", "sphinxcontrib.bibtex"],
            "html_theme": "furo",
            "bibtex_bibfiles": ["bibliography.bib"],
            "myst_enable_extensions": ["attrs_block"],
        }
        _write(folder / "docs" / "conf.py", "".join(f"{name} = {value!r}\n" for name, value in settings.items()))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _nav(guide: Guide, sources_page: str) -> list[dict[str, Any]]:
    parts = [
        {f"Part {number}": [{chapter.title: f"{chapter.name}.md"} for chapter in part]}
        for number, part in enumerate(guide.parts, start=1)
    ]
    data = [{"Key terms": "key-terms.md"}, {"Timeline": "timeline.md"}, {"Bibliography": sources_page}]
    return [{"Home": "index.md"}, *parts, *data]


def _directive(name: str, content: str) -> str:
    return f"```{{{name}}}\n{content}\n```"


def _entry(source: Source) -> str:
    """Return a source as one writes it by hand."""
    return f"{source.surname}, {source.given_name}. *{source.title}*. {source.place}, {source.year}"


def _bracket(citation: Citation) -> str:
    return f"[@{citation.source.key}{f', p. {citation.page}' if citation.page else ''}]"


def _bib_file(sources: tuple[Source, ...]) -> str:
    entries = []
    for source in sources:
        kind, place = _BIBTEX[source.kind]
        entries.append(
            f"@{kind}{{{source.key},\n  author = {{{source.surname}, {source.given_name}}},\n"
            f"  title = {{{source.title}}},\n  {place} = {{{source.place}}},\n  year = {{{source.year}}},\n}}\n"
        )
    return "\n".join(entries)


def _yaml_list(items: tuple[Any, ...], fields: Callable[[Any], dict[str, Any]]) -> str:
    """Entries as a chair writes them: a line a field."""
    entries = []
    for item in items:
        lines = [f"{name}: {json.dumps(value)}" for name, value in fields(item).items()]
        entries.append("- " + "\n  ".join(lines) + "\n")
    return "\n".join(entries)


def _term_fields(term: Term) -> dict[str, Any]:
    return {"id": term.id, "term": term.name, "definition": term.definition, "aliases": [term.plural]}


def _event_fields(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "date": event.day.isoformat(),
        "title": event.title,
        "description": event.description,
        "terms": [event.term.id],
        "see": [f"chapter-{event.chapter + 1:03}.md#section-1"],
    }
