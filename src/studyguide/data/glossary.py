"""The key terms of glossary.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from studyguide.data.yaml_entries import Entry
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceSpan

_CITATION = re.compile(r"\s*(?:\[[^\[\]]*@[^\[\]]*\]|\[\^[^\]]*\])")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_EMPHASIS = re.compile(r"(?<!\w)[*_`]+|[*_`]+(?!\w)")
# Not behind an initial or an abbreviation: "the U.S. Congress", "e.g. Europol".
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\b[DM]r)(?<!\bMrs)(?<!\bSt)[.!?]['’”»\")]*(?=\s+[A-ZÀ-Þ“‘«\"'(])"
)


@dataclass(frozen=True)
class Term:
    """A key term, as glossary.yaml gives it."""

    id: str
    name: str
    definition: SourceSpan
    """Markdown, with citations and links."""
    where: Location
    aliases: tuple[SourceSpan, ...] = ()
    """Other forms that are the same term: plurals, spellings, abbreviations."""
    deprecated: tuple[SourceSpan, ...] = ()
    """Older names that no text is to use any more: see `deprecated_names`."""
    see_also: tuple[SourceSpan, ...] = ()
    """Ids of other terms."""
    sources: tuple[SourceSpan, ...] = ()
    """Citations without brackets and sign: `key`, or `key, p. 4`."""
    note: SourceSpan | None = None
    """An editor's note."""
    is_open: bool = False
    """True where something of it is still to be checked."""
    link: str = "section"
    """How often chapters link it by themselves: once a `section`, once a `page`, or `never`."""
    protect: tuple[SourceSpan, ...] = ()
    """Names that hold the term's words and do not mean it."""
    is_abbreviation: bool = False
    former_ids: tuple[SourceSpan, ...] = ()
    """Ids that it had before, so that old links still work."""

    @property
    def anchor(self) -> str:
        """The id of its place on the page of key terms."""
        return f"term-{self.id}"

    @cached_property
    def short_definition(self) -> str:
        """The first sentence of the definition as plain text, for a tooltip."""
        plain = _LINK.sub(r"\1", _CITATION.sub("", self.definition.text))
        plain = " ".join(_EMPHASIS.sub("", plain).split())
        end = _SENTENCE_END.search(plain)
        return plain[: end.end()] if end else plain

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form under which a reader may meet it."""
        return (self.name, *(alias.text for alias in self.aliases))

    @property
    def written_out(self) -> str:
        """What a text calls it that has not named it before: of an abbreviation the first alias, its long form."""
        return self.forms[1] if self.is_abbreviation and self.aliases else self.name


def terms_from(entries: Iterable[Entry]) -> tuple[Term, ...]:
    """Make terms of the valid entries of glossary.yaml, in the file's order."""
    return tuple(_term(entry) for entry in entries)


def _term(entry: Entry) -> Term:
    definition = entry.span("definition")
    assert definition is not None  # the schema requires it
    return Term(
        id=entry.text("id"),
        name=entry.text("term"),
        definition=definition,
        where=entry.where,
        aliases=entry.texts("aliases"),
        deprecated=entry.texts("deprecated"),
        see_also=entry.texts("see_also"),
        sources=entry.texts("sources"),
        note=entry.span("note"),
        is_open=entry.text("status") == "check",
        link=entry.text("link") or "section",
        protect=entry.texts("protect"),
        is_abbreviation=entry.text("abbreviation") == "true",
        former_ids=entry.texts("former_ids"),
    )


def in_alphabet(terms: Iterable[Term]) -> list[Term]:
    """Give terms in the order in which a reader looks for them."""
    return sorted(terms, key=lambda term: alphabet_key(term.name, term.id))


def alphabet_key(name: str, term_id: str) -> tuple[str, str]:
    """Give what a term is sorted by."""
    return name.casefold(), term_id


def shared_forms(terms: Iterable[Term]) -> list[Problem]:
    """Find each form that two terms claim, so that no mention could tell which is meant, and each deprecated one."""
    terms = tuple(terms)
    owners: dict[str, Term] = {}
    problems = []
    for term in terms:
        places = dict.fromkeys(term.forms, term.where) | {alias.text: alias.where for alias in term.aliases}
        for form, where in places.items():
            owner = owners.setdefault(_folded(form), term)
            if owner is not term:
                problems.append(problem(where, "shared-name", name=form, owner=owner.id))
    return [*problems, *_shared_deprecated(terms, owners)]


def _shared_deprecated(terms: Iterable[Term], owners: Mapping[str, Term]) -> Iterator[Problem]:
    """Find each deprecated name that is a form of a term, and each that two terms give; `owners` are those of forms."""
    first: dict[str, Term] = {}
    for term in terms:
        for name in term.deprecated:
            owner = first.setdefault(_folded(name.text), term)
            if named := owners.get(_folded(name.text)):
                yield problem(name.where, "shared-name", "deprecated", name=name.text, owner=named.id)
            elif owner is not term:
                yield problem(name.where, "shared-name", "deprecated-twice", name=name.text, owner=owner.id)


def _folded(form: str) -> str:
    """Give what two spellings of one form have in common."""
    return " ".join(form.replace("’", "'").casefold().split())
