"""What several test modules share: a chapter read from Markdown without MkDocs, and small terms and events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from markdown import Markdown
from markdown.extensions import Extension

from studyguide.data.bibliography import Source
from studyguide.data.edtf import parse_date
from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from studyguide.data.timeline import Event
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile, SourceSpan, clean_text
from studyguide.labels.catalogue import ENGLISH, Labels
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.source import ChapterSource
from studyguide.mkdocs.reading import reading_extension

_BACKGROUND = "# Background\n\n## Poverty {#poverty}\n\nText.\n\n## Über uns\n\n<a id='raw'></a>Text.\n"
_STAKEHOLDERS = "# Stakeholders\n\n## Europol {#europol}\n\nText.\n"
# Those that MkDocs always adds, then those of mkdocs.yml.
EXTENSIONS: tuple[str, ...] = ("toc", "tables", "fenced_code", "admonition", "attr_list", "md_in_html")
EXTENSION_CONFIGS = {"toc": {"permalink": True, "permalink_title": "Link to this section"}}


def markdown_with(*more: Extension) -> Markdown:
    """Python-Markdown as the site runs it."""
    return Markdown(extensions=[*EXTENSIONS, *more], extension_configs=EXTENSION_CONFIGS)


def read(
    markdown: str,
    terms: Iterable[Term] = (),
    events: Iterable[Event] = (),
    path: str = "background.md",
    *,
    before: str = "",
    contact: str = "",
    facts: Mapping[str, str] | None = None,
    is_printed: bool = True,
    sources: Iterable[Source] = (),
    language: str = "en-GB",
    has_countries: bool = False,
    labels: Labels = ENGLISH,
) -> tuple[Chapter, str]:
    """Read a chapter's Markdown as the build does; `before` is its file's front matter, which MkDocs takes away."""
    who = span(contact, "mkdocs.yml") if contact else None
    data = {"terms": tuple(terms), "events": tuple(events), "sources": tuple(sources)}
    guide = Guide(**data, contact=who, facts=facts or {}, language=language, labels=labels)  # type: ignore[arg-type]
    reading = reading_extension(replace(guide, has_countries=has_countries))
    md = markdown_with(reading)
    text, before = clean_text(markdown), clean_text(before)
    file = SourceFile(f"docs/{path}", before + text)
    html = md.convert(reading.prepare(path, SourceSpan(text, file, len(before)), is_printed=is_printed))
    return reading.finish(html), html


def span(text: str, path: str = "glossary.yaml") -> SourceSpan:
    """A text that is its whole file."""
    return SourceSpan(text, SourceFile(path, text))


def source(text: str, path: str = "docs/background.md") -> ChapterSource:
    """A chapter's Markdown that is its whole file."""
    return ChapterSource(span(text, path))


def a_term(
    id: str,
    name: str = "",
    definition: str = "What it means.",
    *,
    aliases: Sequence[str] = (),
    deprecated: Sequence[str] = (),
    protect: Sequence[str] = (),
    link: str = "section",
    see_also: Sequence[str] = (),
    sources: Sequence[str] = (),
    note: str = "",
    is_open: bool = False,
    is_minor: bool = False,
    exact: bool = False,
    is_abbreviation: bool = False,
    former_ids: Sequence[str] = (),
) -> Term:
    """A key term; without a name it is called by its id, hyphens as spaces."""
    return Term(
        id=id,
        name=name or id.replace("-", " ").capitalize(),
        definition=span(definition),
        where=Location("glossary.yaml", 1, 3),
        aliases=_spans(aliases),
        deprecated=_spans(deprecated),
        see_also=_spans(see_also),
        sources=_spans(sources),
        note=span(note) if note else None,
        is_open=is_open,
        is_minor=is_minor,
        link=link,
        protect=_spans(protect),
        exact=exact,
        is_abbreviation=is_abbreviation,
        former_ids=_spans(former_ids),
    )


def an_event(
    id: str,
    date: str = "2007",
    title: str = "",
    *,
    description: str = "",
    actors: Sequence[str] = (),
    terms: Sequence[str] = (),
    see: Sequence[str] = (),
    sources: Sequence[str] = (),
    note: str = "",
    is_open: bool = False,
    is_minor: bool = False,
    former_ids: Sequence[str] = (),
) -> Event:
    """An event; without a title it is called by its id, hyphens as spaces."""
    return Event(
        id=id,
        date=parse_date(date),
        title=title or id.replace("-", " ").capitalize(),
        where=Location("timeline.yaml", 1, 3),
        description=span(description, "timeline.yaml") if description else None,
        actors=_spans(actors, "timeline.yaml"),
        terms=_spans(terms, "timeline.yaml"),
        see=_spans(see, "timeline.yaml"),
        sources=_spans(sources, "timeline.yaml"),
        note=span(note, "timeline.yaml") if note else None,
        is_open=is_open,
        is_minor=is_minor,
        former_ids=_spans(former_ids, "timeline.yaml"),
    )


def a_source(key: str, **fields: str) -> Source:
    """A source with a title."""
    return Source(key, {"title": "A title", **fields}, Location("bibliography.bib", 4))


def a_guide(
    terms: Iterable[Term] = (), events: Iterable[Event] = (), sources: Iterable[Source] = (), **more: object
) -> Guide:
    """A guide that knows its ids and keys, unless `more` says otherwise."""
    terms, events, sources = tuple(terms), tuple(events), tuple(sources)
    ids = {
        "term_ids": frozenset(term.id for term in terms),
        "event_ids": frozenset(event.id for event in events),
        "source_keys": frozenset(source.key for source in sources),
    }
    return Guide(terms=terms, events=events, sources=sources, **(ids | more))  # type: ignore[arg-type]


def chapters_with(text: str, path: str = "index.md") -> list[Chapter]:
    """A chapter of this text, and those that links lead to."""
    texts = {"background.md": _BACKGROUND, "stakeholders.md": _STAKEHOLDERS, "chairs/start.md": "# Start\n", path: text}
    return [read(text, path=path)[0] for path, text in texts.items()]


def _spans(texts: Sequence[str], path: str = "glossary.yaml") -> tuple[SourceSpan, ...]:
    return tuple(span(text, path) for text in texts)
