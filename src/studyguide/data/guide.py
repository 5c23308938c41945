"""Load the guide's data files and its CSL style, once per build and before the chapters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

from studyguide.data.bibliography import Source, read_sources
from studyguide.data.csl_styles import style_location, style_problems
from studyguide.data.edition import LastEdition, read_edition
from studyguide.data.glossary import Term, terms_from
from studyguide.data.pasted_text import without_pasted_characters
from studyguide.data.paths import BIBLIOGRAPHY, EDITION, GLOSSARY, LABELS, TIMELINE
from studyguide.data.style_amendments import amended_style
from studyguide.data.timeline import Event, events_from
from studyguide.data.yaml_entries import Entries, read_entries
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan, find_conflict, leads_out, read_source_file
from studyguide.labels.catalogue import ENGLISH, Labels, labels_for
from studyguide.labels.fallbacks import fallbacks
from studyguide.labels.own_catalogue import own_labels


@dataclass(frozen=True)
class Guide:
    """The terms, events and sources of a guide, and the settings that its pages need."""

    terms: tuple[Term, ...] = ()
    events: tuple[Event, ...] = ()
    """In date order."""
    sources: tuple[Source, ...] = ()
    term_ids: frozenset[str] | None = frozenset()
    """Every id in glossary.yaml, including those of invalid entries; None if it has none, or cannot be parsed."""
    event_ids: frozenset[str] | None = frozenset()
    """Every id in timeline.yaml, likewise."""
    source_keys: frozenset[str] | None = frozenset()
    """Every key in bibliography.bib; None if it has none, or cannot be read."""
    bibliography: str = field(default="", repr=False)
    """The text of bibliography.bib."""
    style: str = field(default="", repr=False)
    """The text of the CSL style."""
    contact: SourceSpan | None = None
    """The contact for questions, in Markdown; None if the guide names nobody."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """The topic, committee, conference and officer as plain text, by their markers (see `markdown.markers`)."""
    header_link: SourceSpan | None = None
    """The link in each page's header, in Markdown; None if there is none. See `markdown.header_link`."""
    language: str = "en-GB"
    labels: Labels = ENGLISH
    """The engine's messages to readers in that language, with those that the guide words itself."""
    own_labels: str = field(default="", repr=False)
    """The text of the guide's own catalogue of them."""
    has_handout: bool = True
    """Whether its PDFs are made."""
    has_countries: bool = False
    """Whether a page lists the states that the guide names, and the chapters mark them."""
    country_changes: tuple[tuple[str, str], ...] = ()
    """Names of states that the chairs have added or switched off: see `markdown.country_matcher`."""
    downloads: frozenset[str] = frozenset()
    """Which of `epub` and `docx` are made beside them."""
    position_paper: tuple[str, ...] = ()
    """The headings of the conference's position papers; empty for those of the engine."""
    opened_tags: frozenset[str] = frozenset()
    """HTML tags that the guide allows in addition to the default policy: see `lint.html_policy`."""
    files: tuple[SourceFile, ...] = field(default=(), repr=False)
    """The data files that could be read."""
    last_edition: LastEdition | None = field(default=None, repr=False)
    """What the guide said when its last edition was made; None without one."""
    settings: SourceFile | None = field(default=None, repr=False)
    """mkdocs.yml; None if the guide was loaded without it."""
    problems: tuple[Problem, ...] = ()
    """The problems found while loading."""

    @cached_property
    def sources_by_key(self) -> Mapping[str, Source]:
        """The sources, by key."""
        return {source.key: source for source in self.sources}

    @cached_property
    def sets(self) -> Mapping[str, list[str]]:
        """The keys of the sources in each `@set`, in their order."""
        members = sorted((place, key, source.key) for source in self.sources for key, place in source.sets)
        return {each: [source for _, key, source in members if key == each] for each in {key for _, key, _ in members}}


def load_guide(
    root: Path,
    style: str,
    *,
    contact: SourceSpan | None = None,
    language: str = "en-GB",
    opened_tags: Iterable[str] = (),
) -> Guide:
    """Load glossary.yaml, timeline.yaml, bibliography.bib and, if given, the CSL style `style`.

    The files are below `root`; the style is a path there, or the name of one that comes with the engine.

    Invalid content raises nothing: it is reported in the guide's `problems`.
    """
    problems: list[Problem] = []
    labels, own_catalogue = read_labels(root, language, problems)
    files = {path: _read_text(root, path, problems) for path in (GLOSSARY, TIMELINE, BIBLIOGRAPHY)}
    glossary = _read_entries(files[GLOSSARY], "term", problems)
    timeline = _read_entries(files[TIMELINE], "event", problems)
    events, wrong_dates = events_from(timeline.valid, labels, language)
    problems += wrong_dates
    bibliography = files[BIBLIOGRAPHY]
    if bibliography:
        bibliography = replace(bibliography, text=without_pasted_characters(bibliography.text))
    sources, wrong_sources = read_sources(bibliography) if bibliography else ((), [])
    problems += wrong_sources
    style_file = _read_text(*style_location(root, style), problems) if style else None
    problems += style_problems(style_file) if style_file else []
    return Guide(
        terms=terms_from(glossary.valid, language),
        events=events,
        sources=sources,
        term_ids=glossary.ids or None,
        event_ids=timeline.ids or None,
        source_keys=frozenset(source.key for source in sources) or None,
        bibliography=bibliography.text if bibliography else "",
        style=amended_style(style, style_file.text, language) if style_file else "",
        contact=contact,
        language=language,
        labels=labels,
        own_labels=own_catalogue.text if own_catalogue else "",
        opened_tags=frozenset(tag.lower() for tag in opened_tags),
        files=tuple(filter(None, files.values())),
        last_edition=_last_edition(root, problems),
        problems=tuple(problems),
    )


def read_labels(root: Path, language: str, problems: list[Problem]) -> tuple[Labels, SourceFile | None]:
    """Return the words of a guide's language, and the catalogue below `root` that has some of its own; add problems."""
    labels, own_catalogue = labels_for(language), _own_catalogue(root, language, problems)
    if own_catalogue:
        labels, wrong_labels = own_labels(own_catalogue, labels)
        problems += wrong_labels
    return labels.in_region(language), own_catalogue


def _own_catalogue(root: Path, language: str, problems: list[Problem]) -> SourceFile | None:
    """Read the guide's own catalogue of its language, if it has one."""
    paths, names = sorted((root / LABELS).glob("*.po")), fallbacks(language)
    for path in paths:
        if path.stem not in names:
            where = Location(f"{LABELS}/{path.name}")
            problems.append(
                problem(where, "wrong-label", "language", language=language, name=f"{LABELS}/{names[0]}.po")
            )
    found = [name for name in names if name in {path.stem for path in paths}]
    return _read_text(root, f"{LABELS}/{found[0]}.po", problems) if found else None


def _read_text(root: Path, path: str, problems: list[Problem]) -> SourceFile | None:
    file = _opened(root, path)
    problem = file if isinstance(file, Problem) else find_conflict(file)
    if problem:
        problems.append(problem)
    return file if isinstance(file, SourceFile) and not problem else None


def _opened(root: Path, path: str) -> SourceFile | Problem:
    leaves = (root / path).is_symlink() and not (root / path).resolve().is_relative_to(root.resolve())
    return leads_out(path) if leaves else read_source_file(root, path)


def _last_edition(root: Path, problems: list[Problem]) -> LastEdition | None:
    """Read edition.json, if there is one."""
    if not (root / EDITION).exists():
        return None
    file = _opened(root, EDITION)
    last = file if isinstance(file, Problem) else read_edition(file)
    if isinstance(last, Problem):
        problems.append(last)
    return last if isinstance(last, LastEdition) else None


def _read_entries(file: SourceFile | None, noun: str, problems: list[Problem]) -> Entries:
    if not file:
        return Entries(readable=False)
    entries, wrong = read_entries(file, schema_of(file.path), noun)
    problems += wrong
    return entries


def schema_of(path: str) -> Mapping[str, Any]:
    """Return the JSON Schema of a data file or of mkdocs.yml, which editors use too."""
    file = package_files("studyguide.data") / "schemas" / f"{Path(path).stem}.schema.json"
    schema: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema
