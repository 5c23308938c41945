"""Read a YAML list of entries with the place of each value, and hold it against its JSON Schema.

PyYAML's own loader turns `NO` into False, `12:30` into 750 and a date into an object, and drops repeated
keys. So we stop one step before it, at the composed nodes, where each value is still the text that the chair
wrote, with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import yaml
from jsonschema import Draft202012Validator, ValidationError

from studyguide.data.yaml_depth import nesting_problem
from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan

_FORBIDDEN = re.compile(  # https://yaml.org/spec/1.2.2/#51-character-set
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")
"""What no text can hold: control characters, and those of the markers of places (see `positions`)."""
_FREE_TEXT = {"type": "string"}
_REMARK = re.compile(r":?[ \t]+(#.*)")
_NUMBERED = re.compile(r":?[ \t]+(#\w.*)")
"""The same where remarks behind a value are common, and only `PSMUN #3` can be meant as text."""
_NULL = "tag:yaml.org,2002:null"
_TIGHT_DASH = re.compile(r"^-([a-z_]+):(?:[ \t]|$)", re.MULTILINE)
_SYNTAX_ERRORS = (
    ("mapping values are not allowed", "colon", False),
    ("could not find expected ':'", "name", True),
    ("unexpected end of stream", "open", True),
    ("unexpected document indicator", "open", True),
    ("expected ',' or", "open", True),
    ("a tab character", "tab", False),
    ("cannot start any token", "sign", False),
    ("alphabetic or numeric character", "sign", True),
    ("undefined alias", "sign", False),
    ("undefined tag", "sign", False),
    ("mapping keys are not allowed", "sign", False),
    ("expected node content", "sign", False),
    ("block sequence entries are not allowed", "dash", False),
    ("comment or line break", "folded", False),
    ("escape character", "backslash", False),
    ("another document", "two-lists", False),
    ("<document start>", "indent", False),
    ("expected '-' indicator", "indent", False),
    ("did not find expected key", "indent-or-quotes", False),
    ("", "other", False),
)
"""A part of libyaml's message, which of ours tells it, and whether libyaml's `context_mark` is the place to look at."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Entry:
    """One valid entry: its fields by name, each with its place."""

    where: Location
    fields: Mapping[str, SourceSpan | tuple[SourceSpan, ...]]

    def text(self, name: str) -> str:
        """The field's text, or nothing where the entry has no such field."""
        span = self.span(name)
        return span.text if span else ""

    def span(self, name: str) -> SourceSpan | None:
        """The field with its place, or None."""
        value = self.fields.get(name)
        return value if isinstance(value, SourceSpan) else None

    def texts(self, name: str) -> tuple[SourceSpan, ...]:
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
    root = compose_yaml(file)
    if isinstance(root, Problem):
        return Entries(readable=False), [root]
    reader = _Reader(file)
    plain = reader.read(root, (), schema) if root else ""
    if plain == "" and not reader.problems:
        return Entries(), []
    if isinstance(plain, list):
        return _validated(plain, reader, schema, noun)
    return Entries(readable=False), [*reader.problems, problem(Location(file.path), "not-a-list", noun=noun)]


def read_settings_entry(
    file: SourceFile, node: yaml.Node, schema: Mapping[str, Any], noun: str
) -> tuple[Entry | None, list[Problem]]:
    """Read one entry that stands alone, as `node` of the settings in `file`; None where something is wrong with it."""
    reader = _Reader(file, _NUMBERED)
    entries, problems = _validated([reader.read(node, (0,), schema)], reader, {"items": schema}, noun)
    return next(iter(entries.valid), None), problems


def compose_yaml(file: SourceFile) -> yaml.Node | Problem | None:
    """Give the nodes of a YAML file, None where it is empty, or what keeps it from being read."""
    try:
        return nesting_problem(file) or yaml.compose(file.text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return syntax_problem(file, error)
    except yaml.YAMLError:  # the reader's own error: a character that YAML forbids
        return _forbidden_character(file)


def _validated(
    plain: list[Any], reader: _Reader, schema: Mapping[str, Any], noun: str
) -> tuple[Entries, list[Problem]]:
    properties = schema["items"]["properties"]
    for entry in plain:
        _coerce_booleans(entry, properties)
    problems = list(reader.problems)
    faulty = set(reader.faulty)
    for error in Draft202012Validator(schema).iter_errors(plain):
        path: Path = tuple(error.absolute_path)
        if path[0] not in reader.faulty:  # what is wrong with the others may follow from that fault
            faulty.add(path[0])
            problems.extend(_explain(error, path, reader, noun))
    seen: set[str] = set()
    for number, entry in enumerate(plain):
        entry_id = entry.get("id") if isinstance(entry, dict) else None
        if not entry_id or not isinstance(entry_id, str):
            continue
        if entry_id in seen:
            faulty.add(number)
            problems.append(problem(reader.places[number, "id"], "repeated-id", id=entry_id, noun=noun))
        seen.add(entry_id)
    valid = tuple(
        Entry(reader.places[number,], reader.fields(number, entry))
        for number, entry in enumerate(plain)
        if number not in faulty
    )
    return Entries(valid, frozenset(reader.ids)), problems


class _Reader:
    """Turns composed nodes into plain lists, dicts and strings, and keeps the place of each."""

    def __init__(self, file: SourceFile, remark: re.Pattern[str] = _REMARK) -> None:
        self.file = file
        self._remark = remark
        self.places: dict[Path, Location] = {}
        self.spans: dict[Path, SourceSpan] = {}
        self.problems: list[Problem] = []
        self.faulty: set[str | int] = set()
        """The numbers of the entries that have one of these problems."""
        self.ids: set[str] = set()
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, path: Path, schema: Mapping[str, Any]) -> Any:
        """Give what `node` holds, which stands at `path` and which `schema` describes."""
        where = self.file.location(node.start_mark.index)
        self.places[path] = where
        if id(node) in self._seen:  # an alias: what it repeats begins with an anchor, which is refused
            self.faulty.update(path[:1])
            return ""
        self._seen.add(id(node))
        self._refuse_sign(node, path)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, schema.get("properties", {}))
        if isinstance(node, yaml.SequenceNode):
            rule = schema.get("items", {})
            return [
                self._part(item, (*path, number), rule, item.start_mark.index) for number, item in enumerate(node.value)
            ]
        end = node.end_mark.index
        text = "" if node.tag == _NULL else node.value.strip()
        if _HIDDEN.search(text):  # it was written as "\\x02"; as itself it would have been told of before
            self._refuse(path, problem(where, "forbidden-character"))
        self.spans[path] = SourceSpan(text, self.file, node.start_mark.index, end)
        return text

    def _part(self, node: yaml.Node, path: Path, schema: Mapping[str, Any], start: int) -> Any:
        """Read a field's value or a list's item, and tell of what YAML leaves out behind `start` or behind its end."""
        part = self.read(node, path, schema)
        self.problems.extend(remark_problems(self.file, node, start, self._remark, schema))
        return part

    def _mapping(self, node: yaml.MappingNode, path: Path, rules: Mapping[str, Any]) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        holds_two = [key.value for key, _ in node.value].count("id") > 1  # a dash is missing between them
        for key, value in node.value:
            where = self.file.location(key.start_mark.index)
            name = key.value
            self._refuse_sign(key, path)
            if name == "id" and isinstance(value.value, str):
                self.ids.add(value.value.strip())
            if not isinstance(name, str):
                self._refuse(path, problem(where, "wrong-field-name"))
            elif name in fields and name == "id":
                self._refuse(path, problem(where, "missing-dash"))
            elif name in fields and holds_two:
                continue
            elif name in fields:
                self._refuse(path, problem(where, "repeated-field", field=name))
            else:
                fields[name] = self._part(value, (*path, name), rules.get(name, {}), key.end_mark.index)
                self.places[(*path, name, "key")] = where
        return fields

    def _refuse_sign(self, node: yaml.Node, path: Path) -> None:
        """Refuse an anchor or a tag, which a chair hardly ever means: YAML takes `&name` and `!name` away."""
        start = node.start_mark.index
        sign = self.file.text[start : start + 1]
        if sign in ("&", "!"):
            self._refuse(path, problem(self.file.location(start), "unquoted-sign", sign=sign))

    def _refuse(self, path: Path, fault: Problem) -> None:
        self.faulty.update(path[:1])
        self.problems.append(fault)

    def fields(self, number: int, entry: Mapping[str, Any]) -> dict[str, SourceSpan | tuple[SourceSpan, ...]]:
        """The fields of a valid entry as spans."""
        return {
            name: tuple(self.spans[number, name, item] for item in range(len(value)))
            if isinstance(value, list)
            else self.spans[number, name]
            for name, value in entry.items()
        }


def remark_problems(
    file: SourceFile,
    value: yaml.Node,
    start: int,
    remark: re.Pattern[str] = _NUMBERED,
    schema: Mapping[str, Any] = _FREE_TEXT,
) -> Iterator[Problem]:
    """Tell of text behind ` #`, which YAML leaves out: `title: #WeProtect` is empty.

    `start` is where the value could begin. Where `schema` would not accept the text with the remark in it, a remark
    is meant, and nothing is told.
    """
    if not isinstance(value, yaml.ScalarNode) or value.style:
        return
    found = remark.match(file.text, start) or remark.match(file.text, value.end_mark.index)
    if found and _accepts(schema, f"{value.value} {found[1]}".lstrip()):
        yield problem(file.location(found.start(1)), "text-behind-hash")


def _accepts(schema: Mapping[str, Any], text: str) -> bool:
    """Tell whether a schema accepts a text that holds ` #`.

    A `format`, such as an id's or a date's, never does; nor does the empty schema, which an unknown field has.
    """
    return bool(schema) and "format" not in schema and Draft202012Validator(schema).is_valid(text)


def _coerce_booleans(entry: Any, properties: Mapping[str, Any]) -> None:
    """Turn `true` and `false` into booleans where, and only where, the schema asks for one."""
    if isinstance(entry, dict):
        for name in entry.keys() & properties.keys():
            if "boolean" in properties[name].get("type", ()) and entry[name] in ("true", "false"):
                entry[name] = entry[name] == "true"


def _explain(error: ValidationError, path: Path, reader: _Reader, noun: str) -> Iterator[Problem]:
    """Say in a chair's words what a schema error means; its `path` points at the parent of a bad field."""
    where = reader.places[path]
    schema = cast("Mapping[str, Any]", error.schema)
    instance: Any = error.instance
    wanted: Any = error.validator_value
    name = f'"{path[1]}"' if len(path) > 1 else f"This {noun}"
    if len(path) > 2:
        name = f"An item of {name}"
    match error.validator:
        case "additionalProperties":
            known = schema["properties"]
            for field in sorted(instance.keys() - known.keys()):
                place, fields, fix = reader.places[(*path, field, "key")], ", ".join(known), did_you_mean(field, known)
                yield problem(place, "unknown-field", field=field, noun=noun, fields=fields, fix=fix)
        case "required":
            # jsonschema gives one error a missing field, and names the field in its message alone.
            field = next(field for field in wanted if error.message.startswith(f"'{field}'"))
            yield problem(where, "missing-field", noun=noun, field=field)
        case "type":
            yield problem(where, "wrong-type", wanted if isinstance(wanted, str) else wanted[0], what=name)
        case "enum":
            yield problem(where, "wrong-value", what=name, value=instance, values=", ".join(wanted))
        case "pattern":
            yield problem(where, "wrong-form", what=name, value=instance, fix=schema["errorMessage"])
        case "uniqueItems":
            yield problem(where, "repeated-item", what=name)
        case _:  # minLength
            yield problem(where, "empty-field", what=name)


def syntax_problem(file: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    """Say in a chair's words where and why a YAML file cannot be read."""
    if dash := _TIGHT_DASH.search(file.text):
        where = file.location(dash.start())
        return problem(where, "yaml-syntax", "tight-dash", name=dash[1])
    words = error.problem or "it cannot be read"
    _, message, is_at_context = next(known for known in _SYNTAX_ERRORS if known[0] in words)
    mark = (error.context_mark if is_at_context else None) or error.problem_mark
    where = file.location(mark.index) if mark else Location(file.path)
    if mark and file.text.startswith("\t", mark.index):
        message = "tab"
    return problem(where, "yaml-syntax", message, error=words)


def _forbidden_character(file: SourceFile) -> Problem:
    found = _FORBIDDEN.search(file.text)
    where = file.location(found.start()) if found else Location(file.path)
    return problem(where, "forbidden-character")
