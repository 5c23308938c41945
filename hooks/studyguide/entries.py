"""Read a YAML list of entries with the place of each value, and hold it against its JSON Schema.

PyYAML's own loader turns `NO` into False, `12:30` into 750 and a date into an object, and drops repeated
keys. So we stop one step before it, at the composed nodes, where each value is still the text that the chair
wrote, with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import yaml
from jsonschema import Draft202012Validator, ValidationError

from studyguide.files import Passage, SourceFile
from studyguide.problems import Location, Problem, did_you_mean

_TYPE_WORDS = {"string": "text", "array": "a list", "boolean": "true or false", "object": 'lines of "name: value"'}
_TYPE_HINTS = {"a list": 'Write "[one, two]", or one "- item" a line.', "true or false": "Write true or false."}

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Entry:
    """One valid entry: its fields by name, each with its place."""

    where: Location
    fields: Mapping[str, Passage | tuple[Passage, ...]]

    def text(self, name: str) -> str:
        """The field's text, or nothing where the entry has no such field."""
        passage = self.passage(name)
        return passage.text if passage else ""

    def passage(self, name: str) -> Passage | None:
        """The field with its place, or None."""
        value = self.fields.get(name)
        return value if isinstance(value, Passage) else None

    def texts(self, name: str) -> tuple[Passage, ...]:
        """The items of a list field, each with its place; empty where the entry has none."""
        value = self.fields.get(name, ())
        return value if isinstance(value, tuple) else ()


@dataclass(frozen=True)
class Entries:
    """What could be read of a YAML file."""

    valid: tuple[Entry, ...] = ()
    ids: frozenset[str] = frozenset()
    """Every id that the file gives, also by entries with a fault: a link to one of those is not wrong."""
    readable: bool = True
    """False where the file's syntax is broken, so that nothing is known of its ids."""


def read_entries(file: SourceFile, schema: Mapping[str, Any], noun: str) -> tuple[Entries, list[Problem]]:
    """Read `file`, a list of entries that `schema` describes; `noun` names one of them to a chair."""
    try:
        root = yaml.compose(file.text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return Entries(readable=False), [_syntax_problem(file, error)]
    except yaml.YAMLError:  # the reader's own error: a character that YAML forbids
        return Entries(readable=False), [_forbidden_character(file)]
    if root is None:
        return Entries(), []
    reader = _Reader(file)
    plain = reader.read(root, ())
    if reader.problems:
        return Entries(readable=False), reader.problems
    if not isinstance(plain, list):
        message = f'This file must be a list: each {noun} begins with "- id:".'
        return Entries(readable=False), [Problem(Location(file.path), message)]
    return _validated(plain, reader, schema, noun)


def _validated(
    plain: list[Any], reader: _Reader, schema: Mapping[str, Any], noun: str
) -> tuple[Entries, list[Problem]]:
    properties = schema["items"]["properties"]
    for entry in plain:
        _coerce_booleans(entry, properties)
    problems: list[Problem] = []
    faulty: set[int] = set()
    for error in Draft202012Validator(schema).iter_errors(plain):
        path: Path = tuple(error.absolute_path)
        faulty.add(int(path[0]))
        problems.extend(_explain(error, path, reader, noun))
    ids = [entry["id"] for entry in plain if isinstance(entry, dict) and isinstance(entry.get("id"), str)]
    seen: set[str] = set()
    for number, entry in enumerate(plain):
        if number in faulty:
            continue
        if entry["id"] in seen:
            faulty.add(number)
            message = f'The id "{entry["id"]}" is used twice.'
            problems.append(Problem(reader.places[number, "id"], message, f"Give this {noun} another one."))
        seen.add(entry["id"])
    valid = tuple(
        Entry(reader.places[number,], reader.fields(number, entry))
        for number, entry in enumerate(plain)
        if number not in faulty
    )
    return Entries(valid, frozenset(ids)), problems


class _Reader:
    """Turns composed nodes into plain lists, dicts and strings, and keeps the place of each."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.places: dict[Path, Location] = {}
        self.passages: dict[Path, Passage] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, path: Path) -> Any:
        where = self.file.location(node.start_mark.index)
        self.places[path] = where
        if id(node) in self._seen:
            self._refuse(where, "Anchors (&) and aliases (*) are not used in this file.", "Write it out.")
            return ""
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, number)) for number, item in enumerate(node.value)]
        end = node.end_mark.index
        self.passages[path] = Passage(node.value, self.file, node.start_mark.index, end)
        return node.value

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for key, value in node.value:
            where = self.file.location(key.start_mark.index)
            name = key.value
            if not isinstance(name, str):
                self._refuse(where, "A field needs a plain name.", 'Write "name: value".')
            elif name in fields:
                self._refuse(where, f'The field "{name}" stands twice in this entry.', "Keep one of them.")
            else:
                fields[name] = self.read(value, (*path, name))
                self.places[(*path, name, "key")] = where
        return fields

    def _refuse(self, where: Location, message: str, hint: str) -> None:
        self.problems.append(Problem(where, message, hint))

    def fields(self, number: int, entry: Mapping[str, Any]) -> dict[str, Passage | tuple[Passage, ...]]:
        """The fields of a valid entry as passages."""
        return {
            name: tuple(self.passages[number, name, item] for item in range(len(value)))
            if isinstance(value, list)
            else self.passages[number, name]
            for name, value in entry.items()
        }


def _coerce_booleans(entry: Any, properties: Mapping[str, Any]) -> None:
    """Turn `true` and `false` into booleans where, and only where, the schema asks for one."""
    if isinstance(entry, dict):
        for name in entry.keys() & properties.keys():
            if properties[name].get("type") == "boolean" and entry[name] in ("true", "false"):
                entry[name] = entry[name] == "true"


def _explain(error: ValidationError, path: Path, reader: _Reader, noun: str) -> Iterator[Problem]:
    """Say in a chair's words what a schema error means; its `path` points at the parent of a bad field."""
    where = reader.places[path]
    schema = cast("Mapping[str, Any]", error.schema)
    instance: Any = error.instance
    wanted: Any = error.validator_value
    name = f'"{path[1]}"' if len(path) > 1 else f"This {noun}"
    match error.validator:
        case "additionalProperties":
            known = schema["properties"]
            for field in sorted(instance.keys() - known.keys()):
                hint = did_you_mean(field, known) or f"The fields are: {', '.join(known)}."
                yield Problem(reader.places[(*path, field, "key")], f'"{field}" is no field of this {noun}.', hint)
        case "required":
            # jsonschema gives one error a missing field, and names the field in its message alone.
            field = next(field for field in wanted if error.message.startswith(f"'{field}'"))
            yield Problem(where, f'This {noun} has no "{field}".', f'Add a line "{field}: ...".')
        case "type":
            words = _TYPE_WORDS[wanted if isinstance(wanted, str) else wanted[0]]
            yield Problem(where, f"{name} must be {words}.", _TYPE_HINTS.get(words, ""))
        case "enum":
            yield Problem(where, f'{name} cannot be "{instance}".', f"It is one of: {', '.join(wanted)}.")
        case "pattern":
            yield Problem(where, f'{name} cannot be "{instance}".', schema["errorMessage"])
        case "uniqueItems":
            yield Problem(where, f"{name} names something twice.", "Keep one of them.")
        case _:  # minLength
            yield Problem(where, f"{name} is empty.", "Fill it in, or leave the line out.")


def _syntax_problem(file: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    where = file.location(mark.index) if mark else Location(file.path)
    hints = {
        "mapping values are not allowed": 'Put the text in quotation marks if it holds a colon (": ").',
        "cannot start any token": "Use spaces, never tabs, and quote text that begins with a special sign.",
        "expected <block end>": "Check that the lines of an entry are indented alike.",
        "unexpected end of stream": "A quotation mark or bracket is opened and not closed.",
        "could not find expected ':'": 'Each line of an entry is "name: value".',
    }
    problem = error.problem or "it cannot be read"
    hint = next((text for sign, text in hints.items() if sign in problem), "Look at this line and the one above it.")
    return Problem(where, f"This is not valid YAML: {problem}.", hint)


def _forbidden_character(file: SourceFile) -> Problem:
    allowed = "\t\n\x85"
    offset = next(
        (
            place
            for place, sign in enumerate(file.text)
            if not (sign.isprintable() or sign.isspace() or sign in allowed)
        ),
        0,
    )
    return Problem(file.location(offset), "A character here cannot stand in YAML.", "Delete it and type it again.")
