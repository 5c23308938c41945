"""Parse a YAML list of entries with the location of each value, and validate it against its JSON Schema.

PyYAML's loader turns `NO` into False, `12:30` into 750 and a date into an object, and drops duplicate keys. The
composed nodes used here keep each value as the raw text, with its position.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from jsonschema_rs import Draft202012Validator, ValidationError, ValidationErrorKind

from studyguide.data.line_breaks import join_folded
from studyguide.data.pasted_text import as_typed
from studyguide.data.yaml_depth import nesting_problem
from studyguide.data.yaml_slips import folded_text, unquoted_word
from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.diagnostics.source_comments import HTML_COMMENT
from studyguide.diagnostics.source_text import SourceFile, SourceSpan

_FORBIDDEN = re.compile(  # https://yaml.org/spec/1.2.2/#51-character-set
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")
"""Control characters, and the private-use characters of position markers (see `markdown.positions`)."""
_FREE_TEXT = {"type": "string"}
_COMMENT = re.compile(r":?[ \t]+(#.*)")
_COMMENT_LIKE_TEXT = re.compile(r":?[ \t]+(#\w.*)")
"""A comment that may be meant as text, such as `PSMUN #3`, in files where comments after a value are common."""
_NULL = "tag:yaml.org,2002:null"
_TIGHT_DASH = re.compile(r"^-([a-z_]+):(?:[ \t]|$)", re.MULTILINE)
_WITHOUT_COLON = re.compile(r"^- +(?P<name>[a-z_]+) [^\n]*\n[^\n]*\Z", re.MULTILINE)
"""The last line but one, where it begins an entry with a name, and no colon."""
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
"""A substring of libyaml's message, our message, and whether the fault is at libyaml's `context_mark`."""
_AT_FAULT = {"\t": "tab", "]": "closed", "}": "closed"}
"""Our message for a character at which libyaml stops, whatever it says."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Entry:
    """A valid entry: its fields by name, each with its source span."""

    where: Location
    fields: Mapping[str, SourceSpan | tuple[SourceSpan, ...]]

    def text(self, name: str) -> str:
        """Return the text of a field; empty if the entry does not have it."""
        span = self.span(name)
        return span.text if span else ""

    def plain_text(self, name: str) -> str:
        """Return the text of a field that is no Markdown, without the comments that a Markdown text may hold."""
        text = self.text(name)
        return " ".join(HTML_COMMENT.sub(" ", text).split()) if "<!--" in text else text

    def span(self, name: str) -> SourceSpan | None:
        """Return the source span of a field, or None."""
        value = self.fields.get(name)
        return value if isinstance(value, SourceSpan) else None

    def texts(self, name: str) -> tuple[SourceSpan, ...]:
        """Return the items of a list field; empty if the entry does not have it."""
        value = self.fields.get(name, ())
        return value if isinstance(value, tuple) else ()


@dataclass(frozen=True)
class Entries:
    """The entries parsed from a YAML file."""

    valid: tuple[Entry, ...] = ()
    ids: frozenset[str] = frozenset()
    """Every id in the file, including those of invalid entries, so that links to them resolve."""
    readable: bool = True
    """False if the file cannot be parsed, so that its ids are unknown."""


def read_entries(file: SourceFile, schema: Mapping[str, Any], noun: str) -> tuple[Entries, list[Problem]]:
    """Parse `file`, a list of entries, and validate it against `schema`; messages call an entry `noun`."""
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
    """Validate `node` of the settings in `file` as a single entry; None if it is invalid."""
    reader = _Reader(file, _COMMENT_LIKE_TEXT)
    entries, problems = _validated([reader.read(node, (0,), schema)], reader, {"items": schema}, noun)
    return next(iter(entries.valid), None), problems


def compose_yaml(file: SourceFile) -> yaml.Node | Problem | None:
    """Return the root node of a YAML file, None if it is empty, or the problem if it cannot be parsed."""
    try:
        return nesting_problem(file) or yaml.compose(file.text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return syntax_problem(file, error)
    except yaml.YAMLError:  # yaml.reader.ReaderError: a character that YAML forbids
        return _forbidden_character(file)


def _validated(
    plain: list[Any], reader: _Reader, schema: Mapping[str, Any], noun: str
) -> tuple[Entries, list[Problem]]:
    properties = schema["items"]["properties"]
    for entry in plain:
        _coerce_booleans(entry, properties)
    problems = list(reader.problems)
    faulty = set(reader.faulty)
    for error in Draft202012Validator(dict(schema)).iter_errors(plain):
        path: Path = tuple(error.instance_path)
        if path[0] not in reader.faulty:  # after an earlier fault the schema's errors are misleading
            faulty.add(path[0])
            problems.extend(_explain(error, path, schema, reader, noun))
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
    """Converts composed nodes to lists, dicts and strings, and records the location of each."""

    def __init__(self, file: SourceFile, comment: re.Pattern[str] = _COMMENT) -> None:
        self.file = file
        self._comment = comment
        self.places: dict[Path, Location] = {}
        self.spans: dict[Path, SourceSpan] = {}
        self.problems: list[Problem] = []
        self.faulty: set[str | int] = set()
        """The indices of the entries with a problem."""
        self.ids: set[str] = set()
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, path: Path, schema: Mapping[str, Any]) -> Any:
        """Convert `node`, which is at `path` of the document and has the schema `schema`."""
        where = self.file.location(node.start_mark.index)
        self.places[path] = where
        if id(node) in self._seen:  # an alias: its anchor has been rejected already
            self.faulty.update(path[:1])
            return ""
        self._seen.add(id(node))
        self._reject_anchor_or_tag(node, path)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, schema.get("properties", {}))
        if isinstance(node, yaml.SequenceNode):
            rule = schema.get("items", {})
            return [
                self._child(item, (*path, number), rule, item.start_mark.index)
                for number, item in enumerate(node.value)
            ]
        end = node.end_mark.index
        text = "" if node.tag == _NULL else as_typed(node.value.strip())
        if isinstance(node, yaml.ScalarNode):
            folded, unquoted = folded_text(node, self.file), unquoted_word(node, path, where)
            self.problems.extend(filter(None, (folded, unquoted)))
            if node.style != "|" and node.end_mark.line != node.start_mark.line:
                text = join_folded(text)
            if unquoted and not text:  # told, and not as empty again
                self.faulty.update(path[:1])
        if _HIDDEN.search(text):  # from an escape such as "\\x02"; raw ones fail earlier
            self._reject(path, problem(where, "forbidden-character"))
        self.spans[path] = SourceSpan(text, self.file, node.start_mark.index, end)
        return text

    def _child(self, node: yaml.Node, path: Path, schema: Mapping[str, Any], start: int) -> Any:
        """Convert a field's value or a list item, and report text lost in a comment after `start` or the value."""
        part = self.read(node, path, schema)
        self.problems.extend(hash_comment_problems(self.file, node, start, self._comment, schema))
        return part

    def _mapping(self, node: yaml.MappingNode, path: Path, rules: Mapping[str, Any]) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        holds_two = [key.value for key, _ in node.value].count("id") > 1  # the dash between two entries is missing
        for key, value in node.value:
            where = self.file.location(key.start_mark.index)
            name = key.value
            self._reject_anchor_or_tag(key, path)
            if name == "id" and isinstance(value.value, str):
                self.ids.add(value.value.strip())
            if not isinstance(name, str):
                self._reject(path, problem(where, "wrong-field-name"))
            elif name in fields and name == "id":
                self._reject(path, problem(where, "missing-dash"))
            elif name in fields and holds_two:
                continue
            elif name in fields:
                self._reject(path, problem(where, "repeated-field", field=name))
            else:
                fields[name] = self._child(value, (*path, name), rules.get(name, {}), key.end_mark.index)
                self.places[(*path, name, "key")] = where
        return fields

    def _reject_anchor_or_tag(self, node: yaml.Node, path: Path) -> None:
        """Reject an anchor or a tag, which is hardly ever meant: YAML drops `&name` and `!name` from the text."""
        start = node.start_mark.index
        sign = self.file.text[start : start + 1]
        if sign in ("&", "!"):
            self._reject(path, problem(self.file.location(start), "unquoted-sign", sign=sign))

    def _reject(self, path: Path, fault: Problem) -> None:
        self.faulty.update(path[:1])
        self.problems.append(fault)

    def fields(self, number: int, entry: Mapping[str, Any]) -> dict[str, SourceSpan | tuple[SourceSpan, ...]]:
        """Return the fields of a valid entry as source spans."""
        return {
            name: tuple(self.spans[number, name, item] for item in range(len(value)))
            if isinstance(value, list)
            else self.spans[number, name]
            for name, value in entry.items()
        }


def hash_comment_problems(
    file: SourceFile,
    value: yaml.Node,
    start: int,
    comment: re.Pattern[str] = _COMMENT_LIKE_TEXT,
    schema: Mapping[str, Any] = _FREE_TEXT,
) -> Iterator[Problem]:
    """Report text after ` #` that YAML drops as a comment: `title: #WeProtect` is empty.

    `start` is the offset after the colon or dash. Nothing is reported if the value and the comment together would not
    validate against `schema`, since a comment is meant then.
    """
    if not isinstance(value, yaml.ScalarNode) or value.style:
        return
    found = comment.match(file.text, start) or comment.match(file.text, value.end_mark.index)
    if found and _validates(schema, f"{value.value} {found[1]}".lstrip()):
        yield problem(file.location(found.start(1)), "text-behind-hash")


def _validates(schema: Mapping[str, Any], text: str) -> bool:
    """Tell whether a text that contains ` #` validates against a schema.

    A schema with a `format`, such as that of ids and dates, accepts none, nor does the empty schema of unknown fields.
    """
    return bool(schema) and "format" not in schema and Draft202012Validator(dict(schema)).is_valid(text)


def _coerce_booleans(entry: Any, properties: Mapping[str, Any]) -> None:
    """Convert `true` and `false` to booleans where the schema requires a boolean."""
    if isinstance(entry, dict):
        for name in entry.keys() & properties.keys():
            if "boolean" in properties[name].get("type", ()) and entry[name] in ("true", "false"):
                entry[name] = entry[name] == "true"


def _explain(
    error: ValidationError, path: Path, schema: Mapping[str, Any], reader: _Reader, noun: str
) -> Iterator[Problem]:
    """Translate an error of `schema` into problems for a chair; `path` leads to the parent of an invalid field."""
    where = reader.places[path]
    rules: Mapping[str, Any] = _schema_at(schema, error.schema_path[:-1])
    instance: Any = error.instance
    name = f'"{path[1]}"' if len(path) > 1 else f"This {noun}"
    if len(path) > 2:
        name = f"An item of {name}"
    known = rules.get("properties", {})
    match error.kind:
        case ValidationErrorKind.AdditionalProperties(unexpected=unexpected):
            for field in sorted(unexpected):
                place, fields, fix = reader.places[(*path, field, "key")], ", ".join(known), did_you_mean(field, known)
                yield problem(place, "unknown-field", field=field, noun=noun, fields=fields, fix=fix)
        case ValidationErrorKind.Required(property=field):
            if not any(f'"{field}"' in did_you_mean(other, known) for other in instance.keys() - known.keys()):
                yield problem(where, "missing-field", noun=noun, field=field)  # else it is there, misspelt
        case ValidationErrorKind.Type():
            wanted = rules["type"]
            yield problem(where, "wrong-type", wanted if isinstance(wanted, str) else wanted[0], what=name)
        case ValidationErrorKind.Enum(options=options):
            yield problem(where, "wrong-value", what=name, value=instance, values=", ".join(map(str, options)))
        case ValidationErrorKind.Pattern():
            yield problem(where, "wrong-form", what=name, value=instance, fix=rules["errorMessage"])
        case ValidationErrorKind.UniqueItems():
            yield problem(where, "repeated-item", what=name)
        case _:  # MinLength
            yield problem(where, "empty-field", what=name)


def _schema_at(schema: Any, path: Iterable[str | int]) -> Any:
    for step in path:
        schema = schema[step]
    return schema


def syntax_problem(file: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    """Translate a YAML syntax error into a problem for a chair."""
    if dash := _TIGHT_DASH.search(file.text):
        where = file.location(dash.start())
        return problem(where, "yaml-syntax", "tight-dash", name=dash[1])
    words = error.problem or "it cannot be read"
    _, message, is_at_context = next(known for known in _SYNTAX_ERRORS if known[0] in words)
    mark = (error.context_mark if is_at_context else None) or error.problem_mark
    where = file.location(mark.index) if mark else Location(file.path)
    if mark:
        message = _AT_FAULT.get(file.text[mark.index : mark.index + 1], message)
        name = _WITHOUT_COLON.search(file.text, 0, mark.index)
        if message == "colon" and name and f"- {name['name']}: " in file.text:
            return problem(file.location(name.start("name")), "yaml-syntax", "no-colon", name=name["name"])
    return problem(where, "yaml-syntax", message, error=words)


def _forbidden_character(file: SourceFile) -> Problem:
    found = _FORBIDDEN.search(file.text)
    where = file.location(found.start()) if found else Location(file.path)
    return problem(where, "forbidden-character")
