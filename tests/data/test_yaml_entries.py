"""Tests of data.yaml_entries: the cases of golden/entries.yaml, and the schemas that editors share with the build."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from studyguide.data.pasted_text import as_typed
from studyguide.data.yaml_entries import Entries, read_entries
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceFile, clean_text
from tests import paths

GOLDEN: dict[str, Any] = yaml.safe_load((paths.GOLDEN / "entries.yaml").read_text(encoding="utf-8"))
SCHEMAS: dict[str, Mapping[str, Any]] = {
    name: json.loads((paths.SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    for name in ("glossary", "timeline")
}
START = "- id: a\n  term: Ä\n  definition: Ö😀\n"  # three lines, not all of it ASCII
EXAMPLES = [
    pytest.param(name, field, example, id=f"{name}-{field}-{number}")
    for name, schema in SCHEMAS.items()
    for field, rule in schema["items"]["properties"].items()
    for number, example in enumerate(rule["examples"])
]
# The fields of which a part can hold ` #`: `p. 4 #2`, `background.md #poverty`.
TEXTS = {
    "glossary": {"term", "definition", "aliases", "deprecated", "sources", "note", "protect"},
    "timeline": {"title", "description", "see", "sources", "note"},
}


def read(text: str, noun: str = "term") -> tuple[Entries, list[Problem]]:
    name = "glossary" if noun == "term" else "timeline"
    return read_entries(SourceFile(f"{name}.yaml", text), SCHEMAS[name], noun)


def assert_problems(problems: Sequence[Problem], expected: Sequence[Sequence[str]]) -> None:
    """Each problem stands at its place and says what is expected of it, and there is no other."""
    told = [str(problem) for problem in sorted(problems)]
    assert len(told) == len(expected), told
    for place, *parts in expected:
        assert [
            line for line in told if line.startswith(f"glossary.yaml:{place}: ") and all(p in line for p in parts)
        ], (
            place,
            parts,
            told,
        )


@pytest.mark.parametrize(("written", "text"), GOLDEN["texts"])
def test_a_value_is_the_text_that_was_written(written: str, text: str) -> None:
    entries, problems = read(f"{START}  note: {written}\n")
    assert [problem for problem in problems if problem.rule != "folded-text"] == []
    assert entries.valid[0].text("note") == text


@pytest.mark.parametrize(("file", "ids"), GOLDEN["fine"])
def test_nothing_is_wrong(file: str, ids: list[str]) -> None:
    entries, problems = read(file)
    assert problems == []
    assert [entry.text("id") for entry in entries.valid] == ids
    assert (entries.ids, entries.readable) == (frozenset(ids), True)


@pytest.mark.parametrize(("lines", "expected"), GOLDEN["syntax"])
def test_broken_syntax_is_told_where_it_breaks(lines: str, expected: list[str]) -> None:
    entries, problems = read(f"{START}{lines}\n")
    assert_problems(problems, [expected])
    assert entries == Entries(readable=False)


@pytest.mark.parametrize(("file", "expected"), GOLDEN["no_list"])
def test_a_file_that_is_no_list_is_refused(file: str, expected: list[list[str]]) -> None:
    entries, problems = read(file)
    assert_problems(problems, expected)
    assert entries == Entries(readable=False)


@pytest.mark.parametrize(("lines", "expected"), GOLDEN["entry"])
def test_a_faulty_entry_is_told_and_left_out(lines: str, expected: list[list[str]]) -> None:
    entries, problems = read(f"{START}{lines}\n")
    assert_problems(problems, expected)
    is_another = lines.startswith("-")
    assert [entry.where.line for entry in entries.valid] == ([1] if is_another else [])
    assert entries.readable
    assert "a" in entries.ids


@pytest.mark.parametrize(("lines", "expected"), GOLDEN["entry"])
def test_line_ends_change_no_place(lines: str, expected: list[list[str]]) -> None:
    _, problems = read(clean_text(f"{START}{lines}\n".replace("\n", "\r\n")))
    assert_problems(problems, expected)


@pytest.mark.parametrize(("lines", "field", "text", "place"), GOLDEN["remarks"])
def test_a_chair_is_warned_of_text_that_is_left_out(lines: str, field: str, text: str, place: str) -> None:
    entries, problems = read(f"{START}{lines}\n")
    message = "What stands behind # is left out as a remark. Put the text in quotation marks if it belongs to it."
    assert [str(problem) for problem in problems] == [f"glossary.yaml:{place}: {message} [text-behind-hash]"]
    assert problems[0].is_warning
    assert entries.valid[0].text(field) == text


@pytest.mark.parametrize(("name", "field", "example"), EXAMPLES)
def test_remarks_are_looked_for_behind_every_field_that_can_hold_them_as_text(
    name: str, field: str, example: object
) -> None:
    item = example[0] if isinstance(example, list) else None
    value = f"\n    - {item} # 1" if item else f" {str(example).replace('True', 'true')} # 1"
    _, problems = read(f"- {field}:{value}\n", "term" if name == "glossary" else "event")
    told = [problem.where.line for problem in problems if problem.rule == "text-behind-hash"]
    assert told == ([2 if item else 1] if field in TEXTS[name] else [])


@pytest.mark.parametrize(
    ("rule", "written", "is_told"),
    [
        ({"type": "string"}, " Old French # a", True),
        ({"type": "string"}, " #Latin", True),
        ({"type": ["string", "null"], "minLength": 9}, " Old # a guess", True),
        ({"type": "string", "pattern": "^[A-Z]"}, " Old # a", True),
        ({"type": "string", "not": {"enum": ["?"]}}, " Old # a", True),
        ({"type": "array", "items": {"type": "string"}}, "\n    - Old\n    - French #a", True),
        ({"type": "array", "items": {"type": "string"}}, "\n    - #Latin\n    - French", True),
        ({"type": "array", "items": {"type": "string"}}, " [Old,\n    French # a\n    ]", True),
        ({"type": "string"}, " 'Old French' # a", False),
        ({"type": "array", "items": {"type": "string"}}, " [Old] # a", False),
        ({"type": "array", "items": {"type": "string", "format": "id"}}, "\n    - Old # a", False),
        ({"type": "string", "format": "date"}, " 2007-01-01 # a", False),
        ({"type": "string", "pattern": "^[a-z-]+$"}, " old # a", False),
        ({"type": "string", "enum": ["old"]}, " old # a", False),
        ({"type": "string", "const": "old"}, " old # a", False),
        ({"type": "boolean"}, " true # a", False),
    ],
)
def test_a_field_is_looked_at_for_remarks_as_soon_as_its_schema_has_it(
    rule: Mapping[str, Any], written: str, is_told: bool
) -> None:
    schema = {"type": "array", "items": {"type": "object", "properties": {"origin": rule}}}
    file = SourceFile("glossary.yaml", f"- origin:{written}\n")
    told = [problem.where for problem in read_entries(file, schema, "term")[1] if problem.rule == "text-behind-hash"]
    assert told == ([file.location(file.text.index("#"))] if is_told else [])


@pytest.mark.parametrize(("lines", "word", "number", "place"), GOLDEN["places"])
def test_a_word_of_a_value_is_found_in_the_file(lines: str, word: str, number: int, place: str) -> None:
    entries, problems = read(
        f"- {{id: z, term: '[@b] [@b]', definition: '[@b]'}}\n- id: a\n{lines}\n  term: '[@b]'\n  definition: '[@b]'\n"
    )
    assert [problem for problem in problems if problem.rule != "folded-text"] == []
    span = entries.valid[1].span("note")
    assert span is not None
    offset = -1
    for _ in range(number + 1):
        offset = span.text.index(word, offset + 1)
    line, column = place.split(":")
    assert str(span.locate(offset)) == f"glossary.yaml:{int(line) + 1}:{column}"


def test_an_entry_gives_its_fields_with_their_places() -> None:
    (entry,) = read("- id: a\n  term: A\n  definition: D\n  aliases: [é, b]\n  abbreviation: true\n")[0].valid
    assert str(entry.where) == "glossary.yaml:1:3"
    assert [(alias.text, str(alias.where)) for alias in entry.texts("aliases")] == [
        ("é", "glossary.yaml:4:13"),
        ("b", "glossary.yaml:4:16"),
    ]
    term = entry.span("term")
    assert term is not None
    assert (term.text, str(term.where)) == ("A", "glossary.yaml:2:9")
    assert entry.text("abbreviation") == "true"


def test_an_entry_gives_nothing_for_a_field_that_it_has_not() -> None:
    (entry,) = read("- {id: a, term: A, definition: D, aliases: [b]}")[0].valid
    assert (entry.text("note"), entry.span("note"), entry.texts("see_also")) == ("", None, ())
    assert (entry.text("aliases"), entry.span("aliases"), entry.texts("term")) == ("", None, ())


def test_the_ids_of_faulty_entries_are_known() -> None:
    text = "- {id: a, term: A}\n- {id: b}\n- id: c\n  id: d\n- &x {id: e, term: E, definition: D}\n- *x\n"
    entries, problems = read(text)
    assert entries.ids == {"a", "b", "c", "d", "e"}
    assert entries.valid == ()
    assert len(problems) == 5  # a: definition; b: term and definition; the second id; the anchor


def test_a_merged_entry_is_refused_at_its_anchor() -> None:
    text = "- &first\n  id: a\n  term: A\n  definition: D\n- <<: *first\n  id: b\n"
    entries, problems = read(text)
    assert_problems(problems, [["1:3", 'A text cannot begin with "&".']])
    assert entries.ids == {"a", "b"}


@pytest.mark.parametrize(("key", "told"), [("un1989crc, art. 1", 0), ("'@un1989crc'", 1), ("'[@un1989crc]'", 1)])
def test_an_event_names_its_sources_without_signs(key: str, told: int) -> None:
    _, problems = read(f"- id: a\n  date: 2007\n  title: T\n  sources:\n    - {key}\n", "event")
    assert [str(problem.where) for problem in problems] == ["timeline.yaml:5:7"] * told
    assert all(problem.fix == "Write the key without @ and brackets." for problem in problems)


def test_a_problem_names_the_kind_of_entry() -> None:
    _, problems = read("- {id: a, date: 2007, title: T, term: x}\n- {id: a, date: 2007, title: T}\n", "event")
    assert [str(problem) for problem in sorted(problems)] == [
        'timeline.yaml:1:33: "term" is no field of this event. Did you mean "terms"? [unknown-field]',
        'timeline.yaml:2:8: The id "a" is used twice. Give this event another one. [repeated-id]',
    ]


@pytest.mark.parametrize("date", ["2007", '"2007"', "'2007'", "2002-01-18", '"2002-01-18"', "199X", "12:30"])
def test_quotation_marks_change_no_date(date: str) -> None:
    entries, problems = read(f"- id: a\n  title: T\n  date: {date}\n", "event")
    assert problems == []
    assert entries.valid[0].text("date") == date.strip("'\"")


@given(st.text(max_size=60))
def test_whatever_the_file_holds_is_told_and_never_raises(text: str) -> None:
    entries, problems = read(clean_text(text))
    assert entries.readable or problems


@given(st.lists(st.sampled_from("-:?&*!|>'\"%@`#{}[], \n\tab"), max_size=30).map("".join))
def test_whatever_the_signs_of_yaml_make_is_told(signs: str) -> None:
    text = f"{START}  note: {signs}\n"
    entries, problems = read(text)
    assert entries.valid or problems
    assert all(1 <= problem.where.line <= text.count("\n") + 1 for problem in problems)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Co", "Cs", "Cn", "Zl", "Zp"]), min_size=1))
def test_quoted_text_comes_back_as_it_was_typed(text: str) -> None:
    doubled = text.replace("'", "''")
    entries, problems = read(f"{START}  note: 'x{doubled}x'\n")
    assert problems == []
    assert entries.valid[0].text("note") == as_typed(f"x{text}x")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_explained_with_an_example(name: str) -> None:
    for field, rule in SCHEMAS[name]["items"]["properties"].items():
        assert rule["description"].endswith("."), field
        assert rule["examples"], field


@pytest.mark.parametrize(("name", "field", "example"), EXAMPLES)
def test_an_example_follows_its_own_rule(name: str, field: str, example: object) -> None:
    Draft202012Validator(SCHEMAS[name]["items"]["properties"][field]).validate(example)


@pytest.mark.parametrize(("name", "field", "example"), EXAMPLES)
def test_an_example_can_be_copied_into_the_file(name: str, field: str, example: object) -> None:
    properties = SCHEMAS[name]["items"]["properties"]
    required = {required: properties[required]["examples"][0] for required in SCHEMAS[name]["items"]["required"]}
    text = yaml.safe_dump([required | {field: example}], allow_unicode=True)
    entries, problems = read(text, "term" if name == "glossary" else "event")
    assert problems == []
    assert len(entries.valid) == 1
