"""The text of bibliography.bib as pandoc gets it: each value as it is to be printed, each foreign title marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from studyguide.data.abbreviations import with_abbreviations
from studyguide.data.bibliography import Source
from studyguide.data.bibtex_delimiters import with_braces
from studyguide.data.language_tags import tag_of_source
from studyguide.data.normalised_fields import TITLES, common_words, with_names_in_titles
from studyguide.data.title_capitals import PROTECTED
from studyguide.data.title_languages import with_language

Changes = Mapping[str, Mapping[str, str]]
"""The fields that stand in place of each field: see `normalised_fields`."""

_SET = re.compile(r"^[ \t]*@set(?=\s*\{)", re.IGNORECASE | re.MULTILINE)
"""The beginning of a set, of which pandoc would make an empty entry; its members are cited one by one."""

_PART = r'(?:\{[^{}]*\}|"[^"]*"|[\w:.+-]+)'
_ABBREVIATED = rf"{_PART}(?:\s*#\s*{_PART})*(?=\s*[,}}])"
"""A value that is given, or begins, by an abbreviation of `@string`, or that is joined with `#`."""
_ALIASES = {"conference": "inproceedings", "suppbook": "inbook", "suppcollection": "incollection", "treaty": "legal"}
"""Types of which pandoc drops the title of the whole, or all that is particular, by those that print the same."""
_TYPE = re.compile(rf"@({'|'.join(_ALIASES)})(?=\s*\{{)", re.IGNORECASE)
_NUMBERED = re.compile(r"@(?:misc|online|www)(?=\s*\{)", re.IGNORECASE)


def bibtex_input(bibliography: str, sources: Sequence[Source], as_sentences: bool = False, language: str = "en") -> str:
    """Return the text of a .bib file with normalised values and marked titles; `sources` are in its order.

    With `as_sentences`, names in titles keep their capitals in a style that prints a title as a sentence. `language` is
    the guide's.

    The lines keep their numbers, by which pandoc tells where it cannot read on. The last one ends: else pandoc stops at
    a remark in it.
    """
    common = common_words([source.fields for source in sources]) if as_sentences else None
    return _with_changes(bibliography, sources, lambda source: _printed(source, common, language))


def exported_input(bibliography: str, sources: Sequence[Source], language: str = "en") -> str:
    """Return the text of a .bib file from which pandoc makes CSL-JSON: values normalised, without marks for print.

    Titles are in braces, since pandoc would set the capitals of English ones to a sentence's. Each source names its
    language: else pandoc takes that of the computer.
    """
    return _with_changes(bibliography, sources, lambda source: _exported(source, language))


def _with_changes(bibliography: str, sources: Sequence[Source], changes_of: Callable[[Source], Changes]) -> str:
    """Return the text of a .bib file in which the changes of each source stand in place of its fields."""
    bibliography = with_braces(bibliography)
    lines = (bibliography if bibliography.endswith("\n") else f"{bibliography}\n").split("\n")
    by_line = {line: list(group) for line, group in groupby(sources, lambda source: source.where.line - 1)}
    bounds = [0, *by_line, len(lines)]
    parts = ["\n".join(lines[first:end]) for first, end in pairwise(bounds) if first < end]
    starts = [first for first, end in pairwise(bounds) if first < end]
    entries = (_entries(part, by_line.get(first, ()), changes_of) for first, part in zip(starts, parts, strict=True))
    return _SET.sub("@xdata", "\n".join(entries))


def _printed(source: Source, common: Collection[str] | None, language: str) -> Changes:
    """Return the changes for print; titles are printed as sentences if `common` has the words that are no names."""
    changes = _resolved(source)
    changes = changes if common is None else with_names_in_titles(changes, source.fields, common)
    return with_language(with_abbreviations(changes, source.fields), source.fields, language)


def _exported(source: Source, language: str) -> Changes:
    changes = {name: {name: value} for name, value in source.fields.items() if name in TITLES} | {**_resolved(source)}
    whole = {
        name: {part: _in_braces(text) if part in TITLES else text for part, text in fields.items()}
        for name, fields in changes.items()
    }
    if "langid" in source.fields or "title" not in whole:
        return whole
    return {**whole, "title": {**whole["title"], "langid": tag_of_source(source.fields) or language}}


def _in_braces(text: str) -> str:
    return text if PROTECTED.fullmatch(text.strip()) or text.count("{") != text.count("}") else f"{{{text}}}"


def _resolved(source: Source) -> Changes:
    """Return the normalised fields of a source, and those that are resolved."""
    return {**{name: {name: source.fields[name]} for name in source.written}, **source.changes}


def _entries(text: str, sources: Iterable[Source], changes_of: Callable[[Source], Changes]) -> str:
    """Replace the fields of the sources that begin on the first line of a text."""
    sources = list(sources)
    most = 1 if len(sources) > 1 else 0  # of an entry alone, all assignments of a value: a field may repeat it
    for source in sources:
        if _is_document(source):
            text = _NUMBERED.sub("@report", text, count=1)
        if source.type in _ALIASES:
            text = _TYPE.sub(lambda kind: f"@{_ALIASES[kind[1].lower()]}", text, count=1)
        for name, fields in changes_of(source).items():
            text = _replaced(text, name, source.written.get(name, source.fields[name]), fields, most)
    return text


def _is_document(source: Source) -> bool:
    """Tell whether a source has the number of a document, which styles print of a report alone."""
    number = source.fields.get("number", "")
    return (source.type == "misc" and bool(number)) or (source.type in ("online", "www") and "/" in number)


def _replaced(entry: str, name: str, value: str, fields: Mapping[str, str], most: int) -> str:
    """Replace the assignment of `value` to a field, in braces, in quotation marks or bare, by those of `fields`.

    An abbreviation (`@string`) stands for its value. At `most` so many are replaced; 0 means all.
    """
    same = r"\s+".join(map(re.escape, value.split()))
    written = re.compile(
        rf'(?<!\w){name}\s*=\s*(?:\{{\s*{same}\s*\}}|"\s*{same}\s*"|{same}(?!\w))',
        re.IGNORECASE,
    )
    assigned = ", ".join(f"{field} = {{{text}}}" for field, text in fields.items())
    replaced, count = written.subn(lambda _: assigned, entry, count=most)
    abbreviated = re.compile(rf"(?<!\w){name}\s*=\s*{_ABBREVIATED}", re.IGNORECASE)
    return replaced if count else abbreviated.sub(lambda _: assigned, entry, count=1)
