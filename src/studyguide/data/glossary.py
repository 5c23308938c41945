"""The key terms of glossary.yaml, and the checks that no two terms share a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from studyguide.data.collation import collation_key
from studyguide.data.sentences import first_sentence
from studyguide.data.yaml_entries import Entry
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceSpan

_CITATION = re.compile(r"\s*(?:\[[^\[\]]*@[^\[\]]*\]|\[\^[^\]]*\])")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_EMPHASIS = re.compile(r"(?<![\w\\])[*_`]+|(?<!\\)[*_`]+(?!\w)")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_COMMENT_OR_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>:@]*>", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")


@dataclass(frozen=True)
class Term:
    """An entry of glossary.yaml."""

    id: str
    name: str
    definition: SourceSpan
    """Markdown, with citations and links."""
    where: Location
    aliases: tuple[SourceSpan, ...] = ()
    """Other forms of the name: plurals, spellings, abbreviations."""
    deprecated: tuple[SourceSpan, ...] = ()
    """Former names that chapters must not use: see `deprecated_names`."""
    see_also: tuple[SourceSpan, ...] = ()
    """Ids of other terms."""
    sources: tuple[SourceSpan, ...] = ()
    """Citations without `[@` and `]`: `key`, or `key, p. 4`."""
    note: SourceSpan | None = None
    """An editor's note."""
    is_open: bool = False
    """True if the entry is still to be checked."""
    is_minor: bool = False
    """True if the note changes no meaning, as that of a misprint."""
    link: str = "section"
    """How often mentions link automatically: once per `section`, once per `page`, or `never`."""
    protect: tuple[SourceSpan, ...] = ()
    """Names that contain a form of the term but are no mention of it."""
    exact: bool = False
    """True if only the forms that are listed are mentions: see `markdown.inflection`."""
    is_abbreviation: bool = False
    former_ids: tuple[SourceSpan, ...] = ()
    """Previous ids, kept as anchors so that old links resolve."""
    language: str = "en"
    """The guide's language."""

    @property
    def anchor(self) -> str:
        """The id of the term's entry on the key-terms page."""
        return f"term-{self.id}"

    @cached_property
    def short_definition(self) -> str:
        """The first sentence of the definition as plain text, for tooltips."""
        paragraph = _PARAGRAPH_END.split(_COMMENT_OR_TAG.sub("", self.definition.text).strip())[0]
        plain = _LINK.sub(r"\1", _CITATION.sub("", paragraph))
        plain = unescape(_ESCAPE.sub(r"\1", _EMPHASIS.sub("", plain)))
        return first_sentence(" ".join(plain.split()), self.language)

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *(alias.text for alias in self.aliases))

    @property
    def written_out(self) -> str:
        """The name for a first mention: for an abbreviation its long form, the first alias."""
        return self.forms[1] if self.is_abbreviation and self.aliases else self.name


def terms_from(entries: Iterable[Entry], language: str = "en") -> tuple[Term, ...]:
    """Return the terms of the valid entries of glossary.yaml, in file order; `language` is the guide's."""
    return tuple(_term(entry, language) for entry in entries)


def _term(entry: Entry, language: str) -> Term:
    definition = entry.span("definition")
    assert definition is not None  # the schema requires it
    return Term(
        id=entry.text("id"),
        name=entry.plain_text("term"),
        definition=definition,
        where=entry.where,
        aliases=entry.texts("aliases"),
        deprecated=entry.texts("deprecated"),
        see_also=entry.texts("see_also"),
        sources=entry.texts("sources"),
        note=entry.span("note"),
        is_open=entry.text("status") == "check",
        is_minor=entry.text("status") == "minor",
        link=entry.text("link") or "section",
        protect=entry.texts("protect"),
        exact=entry.text("exact") == "true",
        is_abbreviation=entry.text("abbreviation") == "true",
        former_ids=entry.texts("former_ids"),
        language=language,
    )


def in_alphabet(terms: Iterable[Term], language: str) -> list[Term]:
    """Return terms in the alphabetical order of the guide's language."""
    return sorted(terms, key=lambda term: alphabet_key(term.name, term.id, language))


def alphabet_key(name: str, term_id: str, language: str) -> tuple[tuple[str, str], str]:
    """Return the sort key of a term in the guide's language."""
    return collation_key(name, language), term_id


def shared_forms(terms: Iterable[Term]) -> list[Problem]:
    """Find forms that are ambiguous because two terms share them, and deprecated names that are a form or shared."""
    terms = tuple(terms)
    owners: dict[str, Term] = {}
    problems = []
    for term in terms:
        locations = dict.fromkeys(term.forms, term.where) | {alias.text: alias.where for alias in term.aliases}
        for form, where in locations.items():
            owner = owners.setdefault(_normalised(form), term)
            if owner is not term:
                problems.append(problem(where, "shared-name", name=form, owner=owner.id))
    return [*problems, *_shared_deprecated(terms, owners)]


def _shared_deprecated(terms: Iterable[Term], owners: Mapping[str, Term]) -> Iterator[Problem]:
    """Find deprecated names that are a form of a term or shared by two; `owners` maps each form to its term."""
    first: dict[str, Term] = {}
    for term in terms:
        for name in term.deprecated:
            owner = first.setdefault(_normalised(name.text), term)
            if named := owners.get(_normalised(name.text)):
                yield problem(name.where, "shared-name", "deprecated", name=name.text, owner=named.id)
            elif owner is not term:
                yield problem(name.where, "shared-name", "deprecated-twice", name=name.text, owner=owner.id)


def _normalised(form: str) -> str:
    """Normalise case, apostrophes and spaces, in which spellings of one form may differ."""
    return " ".join(form.replace("’", "'").casefold().split())
