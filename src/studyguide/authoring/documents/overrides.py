"""Read import/overrides.yaml, by which a chair corrects what the import made of the document.

Each entry names words as the document prints them. One whose words the document no longer has stops the import, so that
no correction is lost without being told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

import yaml

from studyguide.authoring.refused import RefusedError
from studyguide.data.edtf import DateError, parse_date
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.data.yaml_entries import compose_yaml
from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean
from studyguide.diagnostics.source_text import SourceFile, read_source_file

OVERRIDES = "import/overrides.yaml"
_KEY = re.compile(r"@\{?([\w:.#$%&+?<>~/-]*\w)")
_SHOWN = 60
Names = tuple[str, ...]
"""What an override can call a thing of the document; the first name is its own, the others it can share."""
_BEGINNING = 20
"""From how many letters on, the beginning of a text is enough to name it."""


class Kind(StrEnum):
    """What an override corrects; the name of its first line."""

    HEADING = "heading"
    DROP = "drop"
    CHAPTER = "chapter"
    DATE = "date"
    SOURCE = "source"
    NOTE = "note"


_FIELDS = {
    Kind.HEADING: {"level"},
    Kind.DROP: set(),
    Kind.CHAPTER: {"page"},
    Kind.DATE: {"is"},
    Kind.SOURCE: {"type", "fields"},
    Kind.NOTE: {"cites"},
}
"""What each kind says besides the words of the document."""
_OPTIONAL = {Kind.SOURCE: {"type"}}
_ONE_EACH = {
    Kind.DATE: ("events", "Put behind the date how the one begins that you mean"),
    Kind.NOTE: ("notes", "Give the number of the one that you mean"),
}
"""The kinds that correct one thing, though several can have the same words, as "2007" and "ibid."."""
_LEVELS = ("0", "1", "2", "3", "4", "5", "6")


@dataclass(frozen=True)
class Override:
    """A correction."""

    where: Location
    kind: Kind
    printed: str
    """The words of the document, or at least the first of them."""
    value: str = ""
    """The level, the page, the date, or the citation."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """The fields of a source; its type under `type`."""
    value_at: Location | None = None
    """Where the value stands in the file."""

    def names(self, text: str) -> bool:
        """Tell whether it is about this text of the document: the same words, or such as begin with them."""
        compared = _words if self.kind is Kind.DATE else one_line
        text, printed = compared(text), compared(self.printed)
        return text == printed or (len(printed) >= _BEGINNING and text.startswith(printed))


def override_for(overrides: Iterable[Override], kind: Kind, text: str) -> Override | None:
    """Return the override of a kind that is about a text; None if there is none."""
    return next((override for override in overrides if override.kind is kind and override.names(text)), None)


def _words(text: str) -> str:
    """Return a text without the signs between its words, such as a colon behind a date."""
    return " ".join(re.findall(r"\w+", text))


def one_line(text: str) -> str:
    """Return a text with single blanks, as an override writes it."""
    return " ".join(text.split())


def read_overrides(root: Path) -> tuple[Override, ...]:
    """Read the overrides of the guide at `root`; none if there is no such file. Raises `RefusedError`."""
    if not (root / OVERRIDES).is_file():
        return ()
    file = read_source_file(root, OVERRIDES)
    node = file if isinstance(file, Problem) else compose_yaml(file)
    if isinstance(node, Problem):
        raise RefusedError(f"{node.where}: {node.words}")
    assert isinstance(file, SourceFile)  # else `node` were its problem
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise _refused(file, node, 'Each correction begins with "- ", as in - heading: "UNICEF".')
    return tuple(_override(file, entry) for entry in node.value)


def check_all_used(overrides: Iterable[Override], known: Mapping[Kind, Sequence[Names]]) -> None:
    """Raise `RefusedError` with each override that is about nothing in the document, or about more than it can be.

    `known` has, by kind, the names of each thing about which an override can be.
    """
    faults = [fault for override in overrides if (fault := _fault(override, known[override.kind]))]
    if faults:
        raise RefusedError("\n".join(faults))


def _fault(override: Override, known: Sequence[Names]) -> str | None:
    named = [names for names in known if any(map(override.names, names))]
    if not named:
        return _stale(override, [name for names in known for name in names])
    is_one = override.kind not in _ONE_EACH or sum(override.names(names[0]) for names in named) == 1
    return None if is_one or len(named) == 1 else _ambiguous(override, [names[0] for names in named])


def _ambiguous(override: Override, names: Sequence[str]) -> str:
    """Return how to name the one that is meant, given the full names of several with the same words."""
    things, advice = _ONE_EACH[override.kind]
    beginnings = ", ".join(f'"{_beginning(name, names)}"' for name in names)
    return f'{override.where}: {len(names)} {things} have "{override.printed}". {advice}: {beginnings}.'


def _beginning(name: str, names: Iterable[str]) -> str:
    """Return the first words of a name, as many as tell it from all others."""
    others = [other for other in names if other != name]
    ends = (match.start() for match in re.finditer(r"(?!^) |$", name))
    starts = (name[:end] for end in ends if end >= _BEGINNING)
    return next((start for start in starts if not any(other.startswith(start) for other in others)), name)


def check_keys(overrides: Iterable[Override], keys: Collection[str]) -> None:
    """Raise `RefusedError` with each key that an override of a note cites and that no source has."""
    unknown = [
        f'{override.value_at or override.where}: No source has the key "{key}". {_hint_of_key(key, keys)}'
        for override in overrides
        if override.kind is Kind.NOTE
        for key in cited_keys(override.value)
        if key not in keys
    ]
    if unknown:
        raise RefusedError("\n".join(unknown))


def cited_keys(text: str) -> list[str]:
    """Return the keys that a text cites."""
    return _KEY.findall(text)


def _hint_of_key(key: str, keys: Collection[str]) -> str:
    return did_you_mean(key, keys) or f"Copy it from {BIBLIOGRAPHY}."


def _stale(override: Override, known: Collection[str]) -> str:
    shown = override.printed if len(override.printed) <= _SHOWN else f"{override.printed[:_SHOWN]}…"
    hint = did_you_mean(override.printed, map(one_line, known)) or "Copy its words again from the document."
    return f'{override.where}: The document has no {override.kind} "{shown}". {hint}'


def _override(file: SourceFile, node: yaml.Node) -> Override:
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise _refused(file, node, 'A correction names the words of the document, as in - heading: "UNICEF".')
    values = {name.value: value for name, value in node.value}
    first = node.value[0][0].value
    if first not in list(Kind):
        raise _refused(file, node, f'Nothing can be done to a "{first}". A correction begins with {_list(Kind)}.')
    kind = Kind(first)
    _check_fields(file, node, kind, set(values) - {first})
    printed = one_line(_text(file, values.pop(first)))
    if not printed:
        raise _refused(file, node, f"Write the words of the {kind} as the document prints them.")
    return _filled(file, Override(_where(file, node), kind, printed), values)


def _check_fields(file: SourceFile, node: yaml.Node, kind: Kind, names: set[str]) -> None:
    expected = _FIELDS[kind]
    missing = expected - names - _OPTIONAL.get(kind, set())
    for name in sorted(names - expected) or sorted(missing):
        said = "needs a line" if name in missing else "has no line"
        hint = f"It has {_list(sorted(expected))}." if expected else "It is a line by itself."
        raise _refused(file, node, f'A correction of a {kind} {said} "{name}". {hint}')


def _filled(file: SourceFile, override: Override, values: Mapping[str, yaml.Node]) -> Override:
    texts = {name: _text(file, node) for name, node in values.items() if name != "fields"}
    if override.kind is Kind.HEADING and texts["level"] not in _LEVELS:
        raise _refused(file, values["level"], "A level is 1 for a chapter, 2 to 6 for what is below, 0 for no heading.")
    if override.kind is Kind.DATE:
        _check_date(file, values["is"], texts["is"])
    fields = dict(_fields(file, values["fields"])) if "fields" in values else {}
    if "type" in texts:
        fields["type"] = texts.pop("type")
    at = next((_where(file, values[name]) for name in texts), None)
    return replace(override, value=next(iter(texts.values()), ""), fields=fields, value_at=at)


def _check_date(file: SourceFile, node: yaml.Node, date: str) -> None:
    try:
        parse_date(date)
    except DateError as error:
        raise _refused(file, node, str(error)) from error


def _fields(file: SourceFile, node: yaml.Node) -> Iterator[tuple[str, str]]:
    if not isinstance(node, yaml.MappingNode):
        raise _refused(file, node, "Write the fields of the source below, one a line, as in title: About us.")
    yield from ((name.value, _text(file, value)) for name, value in node.value)


def _text(file: SourceFile, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _refused(file, node, "A text is expected here.")
    return str(node.value)


def _list(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _where(file: SourceFile, node: yaml.Node) -> Location:
    return Location(file.path, node.start_mark.line + 1, node.start_mark.column + 1)


def _refused(file: SourceFile, node: yaml.Node, words: str) -> RefusedError:
    return RefusedError(f"{_where(file, node)}: {words}")
