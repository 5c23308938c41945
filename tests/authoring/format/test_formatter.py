"""Tests of authoring.format.formatter: what is told of each file, and that one with a fault stays as it is."""

import codecs
from pathlib import Path

import pytest

from studyguide.authoring.format.formatter import fix_guide, format_chapter
from studyguide.diagnostics.atomic_write import rewrite
from tests.paths import ROOT

FILES = {
    "glossary.yaml": "- {id: b, term: B, definition: D}\n- {id: a, term: A, definition: D}\n",
    "timeline.yaml": "- {id: b, date: 2008, title: B}\n- {id: a, date: 2007, title: A}\n",
    "bibliography.bib": "@misc{b, title = {B}, doi = {1}}\n@misc{a, title = {A}, doi = {2}}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_real_guide_is_tidy() -> None:
    found = list(fix_guide(ROOT))
    assert {"glossary.yaml", "timeline.yaml", "bibliography.bib", "docs/index.md"} <= {file.path for file in found}
    for file in found:
        assert (file.changes, file.problems, file.is_sorted) == ((), (), True)
        assert file.text.encode() == (ROOT / file.path).read_bytes()


def test_each_data_file_is_sorted(folder: Path) -> None:
    for file in fix_guide(folder):
        lines = FILES[file.path].splitlines(keepends=True)
        assert file.text == "".join(reversed(lines))


@pytest.mark.parametrize("path", FILES)
def test_the_byte_order_mark_and_line_ends_survive(folder: Path, path: str) -> None:
    written = codecs.BOM_UTF8 + FILES[path].replace("\n", "\r\n").encode()
    (folder / path).write_bytes(written)
    rewrite(folder / path, next(file.text for file in fix_guide(folder) if file.path == path))
    content = (folder / path).read_bytes()
    assert content != written
    assert content.startswith(codecs.BOM_UTF8)
    assert sorted(content[3:].split(b"\r\n")) == sorted(written[3:].split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n") == 2


@pytest.mark.parametrize(
    ("path", "fault", "told"),
    [
        ("glossary.yaml", '- id: "a\n', ":3:7: This is not valid YAML"),
        ("glossary.yaml", "- id: a\n  id: c\n", ":4:3: A new entry seems to begin here"),
        ("timeline.yaml", "- &x {id: a}\n", ':3:3: A text cannot begin with "&"'),
        ("timeline.yaml", "\x07\n", ":3:1: A character here cannot stand in YAML."),
        ("timeline.yaml", "<<<<<<< HEAD\n", ":3:1: A merge conflict is left here."),
        ("bibliography.bib", "@misc{c, title = {C}\n", ":3:1: This source cannot be read."),
        ("bibliography.bib", "title = {C}\n", ":3:1: This text stands outside any source."),
        ("bibliography.bib", "@string{a={A}}\n@string{a={B}}\n", ':4:1: The abbreviation "a" is given twice.'),
        ("bibliography.bib", b"% caf\xe9\n", ":3: This file is not saved as UTF-8 text."),
        ("glossary.yaml", None, ":1: This file is missing."),
    ],
)
def test_a_file_that_cannot_be_read_stays_as_it_is(
    folder: Path, path: str, fault: str | bytes | None, told: str
) -> None:
    if fault is None:
        (folder / path).unlink()
    else:
        with (folder / path).open("ab") as file:
            file.write(fault.encode() if isinstance(fault, str) else fault)
    found = {file.path: file for file in fix_guide(folder)}
    assert str(found[path].problems[0]).startswith(path + told)
    assert found[path].changes == ()
    assert all(file.changes for other, file in found.items() if other != path)


def test_a_list_that_is_none_stays_as_it_is(folder: Path) -> None:
    (folder / "glossary.yaml").write_text("id: a\n", encoding="utf-8")
    assert [problem.rule for problem in next(fix_guide(folder)).problems] == ["not-a-list"]


def test_a_fault_in_one_entry_keeps_nothing_from_being_tidied(folder: Path) -> None:
    (folder / "glossary.yaml").write_text("- {id: b, term: B}\n- {id: A b, term: A, x: y}\n", encoding="utf-8")
    assert next(fix_guide(folder)).text == "- {id: A b, term: A, x: y}\n- {id: b, term: B}\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_chapter_loses_the_tails_of_its_addresses_and_nothing_else(line_end: str) -> None:
    tail = "https://x.org/?utm_source=a"
    text = f"[a]({tail})  \n\n`{tail}`\n\n```text\n{tail}\n```\n\n<{tail}>   ".replace("\n", line_end)
    clean = f"[a](https://x.org/)  \n\n`{tail}`\n\n```text\n{tail}\n```\n\n<https://x.org/>   ".replace("\n", line_end)
    assert format_chapter(text).text == clean
    assert format_chapter(text).changes == ("Took the tracking off https://x.org/",) * 2
