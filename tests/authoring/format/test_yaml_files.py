"""Tests of authoring.format.yaml_files: entries move whole, and nothing of what they say is lost."""

from collections import Counter
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyguide.authoring.format.text_edits import Formatted
from studyguide.authoring.format.yaml_files import format_yaml
from studyguide.data.collation import collation_key
from studyguide.data.guide import schema_of
from studyguide.data.tracking import without_tracking
from studyguide.data.yaml_entries import read_entries
from studyguide.diagnostics.source_text import SourceFile, clean_text

HEAD = [
    "",
    "# The terms.\n\n",
    "# The terms.\n# check: allow unused-term in this file, because x\n\n",
    "---\n",
    "# t\n---\n\n",
]
TEXTS = [
    "plain",
    "plain over\n    two lines",
    "'it''s — “é😀”'",
    '"a \\"quoted\\" \\u0026 text: x"',
    '"over\n\n    # three lines"',
    ">-\n    folded  \n    text\n\n    # no comment\n     more",
    "|\n    kept  \n    [a](https://x.org/?utm_source=b&c=1)\n",
    "|+\n    kept\n\n\n",
    ">2-\n      indented",
    "https://x.org/a?fbclid=1 # remark",
    "see https://x.org/?a=1&gclid=2.",
]  # fmt: skip
LISTS = ["[]", "[one, 'two, three',\n    four]", "\n  - one\n  # in the list\n  - two", "\n    - one  \n    - 'two'"]


@st.composite
def files(draw: st.DrawFn) -> str:
    """A glossary: each entry is marked in its note, and so are the comments that belong to it."""
    parts = [draw(st.sampled_from(HEAD))]
    for number in range(draw(st.integers(0, 6))):
        name = draw(st.sampled_from(["b", "A", "a", "é", "CSAM", "Zoë", "0"]))
        comments = draw(st.integers(0, 2)) if number or parts[0].endswith("\n\n") else 0
        parts += [f"# above m{number}" + draw(st.sampled_from(["\n", "  \n"]))] * comments
        fields = {"id": f"i{number}", "term": name, "definition": draw(st.sampled_from(TEXTS)), "note": f"m{number}"}
        for field in ("aliases", "deprecated"):
            if draw(st.booleans()):
                fields[field] = draw(st.sampled_from(LISTS))
        if draw(st.integers(0, 3)) == 0:
            del fields["id"]
        elif draw(st.integers(0, 5)) == 0:
            fields["id"] = draw(st.sampled_from(["", "''", "~"]))
        order = draw(st.permutations(list(fields)))
        lines = [f"{field}: {fields[field]}".rstrip(" ") for field in order]
        parts.append("- " + "\n  ".join(lines) + draw(st.sampled_from(["\n", "  \n"])))
        parts.append(f"  # below m{number}\n" if draw(st.booleans()) else "")
        parts.append(draw(st.sampled_from(["\n", "", "\n\n", "  \n"])))
    parts.append(draw(st.sampled_from(["# the end", "", "\n", "# the end\n"])))
    text = "".join(parts)
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))


def values(text: str) -> list[dict[str, Any]]:
    """What each entry says, letter for letter, but for its id."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    entries = root.value if root else []
    return [{key.value: plain(value) for key, value in entry.value if key.value != "id"} for entry in entries]


def plain(node: yaml.Node) -> Any:
    return [plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else without_tracking(node.value)


def ended(value: Any) -> Any:
    """The file's last text may have lacked its line end."""
    return value.rstrip("\r\n") if isinstance(value, str) else value


def tidied(text: str, path: str = "glossary.yaml") -> Formatted:
    first = format_yaml(text, path)
    again = format_yaml(first.text, path)
    assert (again.text, again.changes) == (first.text, ())
    assert bool(first.changes) == (first.text != text)
    return first


@given(files())
def test_every_entry_says_what_it_said(text: str) -> None:
    before, after = values(text), values(tidied(text).text)
    marks = [entry["note"] for entry in after]
    assert sorted(marks) == sorted(entry["note"] for entry in before)
    for entry in before:
        twin = after[marks.index(entry["note"])]
        assert {name: ended(value) for name, value in twin.items()} == {n: ended(v) for n, v in entry.items()}


@given(files())
def test_the_loader_reads_every_entry_in_the_order_of_the_pages(text: str) -> None:
    after = tidied(text).text
    entries, problems = read_entries(SourceFile("glossary.yaml", clean_text(after)), schema_of("glossary.yaml"), "term")
    errors = [problem.rule for problem in problems if not problem.is_warning]
    assert not set(errors) - {"text-behind-hash", "repeated-item"}
    names = [collation_key(entry.text("term"), "en") for entry in entries.valid]
    assert names == sorted(names)
    assert len(entries.ids) == len(names) == len(values(text))


@given(files())
def test_every_line_is_kept_and_each_comment_stays_with_its_entry(text: str) -> None:
    after = tidied(text).text
    lines = Counter(without_tracking(line.rstrip()) for line in clean_text(text).split("\n") if line.strip())
    kept = Counter(line.rstrip() for line in clean_text(after).split("\n") if line.strip())
    comments = [line for line in lines if line.lstrip().startswith("#") and " m" not in line]
    assert {line: kept[line] for line in comments} == {line: lines[line] for line in comments}
    mark = ""
    for entry in clean_text(after).split("\n- ")[1:]:
        mark = next(line.split(": ")[1] for line in ("  " + entry).split("\n") if line.startswith("  note: m"))
        assert all(f" {mark}" in line for line in entry.split("\n") if line.startswith("  # below"))
        above = [line.rstrip() for line in entry.split("\n") if line.startswith("# above")]
        following = clean_text(after).split("\n- " + entry)[1].split("\n- ")
        if above and len(following) > 1:
            assert len(set(above)) == 1
            assert f"note: {above[0].removeprefix('# above ')}\n" in f"{following[1]}\n"
    assert {line.rstrip(): count for line, count in lines.items() if line.startswith("# above")} == {
        line: count for line, count in kept.items() if line.startswith("# above")
    }


@given(files())
def test_only_one_kind_of_line_end_stands_where_one_stood(text: str) -> None:
    after = tidied(text).text
    for other in {"\r\n", "\n", "\r"} - {"\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"}:
        assert other not in after.replace("\r\n", "" if other != "\r\n" else "\r\n")


def test_what_is_changed_is_said() -> None:
    text = "- term: Sextortion  \n  definition: https://x.org/?utm_source=a\n- {id: a, term: A, definition: D}"
    assert tidied(text) == Formatted(
        "- {id: a, term: A, definition: D}\n- id: sextortion\n  term: Sextortion\n  definition: https://x.org/\n",
        (
            'Gave "Sextortion" the id "sextortion".',
            "Took the tracking off https://x.org/",
            'Moved "A" to the top.',
            "Took off the spaces at the end of 1 line.",
        ),
    )


def test_events_stand_in_date_order_and_those_of_one_date_as_they_did() -> None:
    dates = {"a": "2007", "b": "199X", "c": "2007~", "d": "1999-11-23"}
    text = "".join(f'- {{id: {name}, date: "{date}", title: T}}\n' for name, date in dates.items())
    assert [line[7] for line in tidied(text, "timeline.yaml").text.splitlines()] == ["b", "d", "a", "c"]


def test_an_event_gets_an_id_of_its_title_and_its_year() -> None:
    text = '- title: The Signing of the Convention\n  date: "1989-11-20"\n- {date: 199X, title: The Signing}\n'
    assert tidied(text, "timeline.yaml").text == (
        "- id: signing-convention-1989\n  title: The Signing of the Convention\n"
        '  date: "1989-11-20"\n- {id: signing-199x, date: 199X, title: The Signing}\n'
    )


@pytest.mark.parametrize(
    "entry", ["{id: b, definition: D}", "{id: b, term: '', definition: D}", "b", "{id: b, term: [x]}"]
)
def test_where_an_entry_has_no_name_the_order_stays(entry: str) -> None:
    text = f"- {{id: c, term: C, definition: D}}\n- {entry}\n- {{id: a, term: A, definition: D}}\n"
    assert tidied(text) == Formatted(text, is_sorted=False)


@pytest.mark.parametrize("text", ["[{id: b, term: B}, {id: a, term: A}]\n", "--- # x\n[{id: b, term: B}]\n"])
def test_a_list_in_brackets_stays(text: str) -> None:
    assert tidied(text) == Formatted(text, is_sorted=False)


@pytest.mark.parametrize("text", ["", "# only a remark\n", "\n"])
def test_a_file_without_entries_stays(text: str) -> None:
    assert tidied(text) == Formatted(text)


def test_a_slip_in_the_name_of_the_id_gives_no_second_one() -> None:
    text = "- ID: a\n  term: A\n  definition: D\n"
    assert tidied(text) == Formatted(text)


def test_a_new_id_is_none_that_an_entry_has_or_had() -> None:
    text = "- {term: A, definition: D}\n- {id: a-2, former_ids: [a], term: B, definition: D}\n"
    assert tidied(text).text.startswith("- {id: a-3, ")


def test_a_comment_that_allows_a_warning_goes_with_the_entry_that_it_is_about() -> None:
    entries = "- {id: b, term: B, definition: D}\n- {id: a, term: A, definition: D}\n"
    text = f"# The terms.\n# check: allow unused-term, because x\n\n{entries}"
    assert tidied(text).text.splitlines()[:2] == ["# The terms.", "- {id: a, term: A, definition: D}"]


def test_what_stands_above_the_first_entry_belongs_to_it_where_the_file_has_a_heading() -> None:
    text = "# The terms.\n\n# b\n- {id: b, term: B, definition: D}\n\n# a\n- {id: a, term: A, definition: D}\n"
    assert tidied(text).text == (
        "# The terms.\n\n# a\n- {id: a, term: A, definition: D}\n\n# b\n- {id: b, term: B, definition: D}\n"
    )
