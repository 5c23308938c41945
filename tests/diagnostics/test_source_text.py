"""Tests of diagnostics.source_text: what is read of a file, and the places of its characters."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import LOST, SourceFile, SourceSpan, clean_text, find_conflict, read_source_file

PATH = "docs/background.md"


def read_bytes(root: Path, content: bytes) -> SourceFile | Problem:
    (root / "docs").mkdir()
    (root / PATH).write_bytes(content)
    return read_source_file(root, PATH)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"one\ntwo\n", "one\ntwo\n"),
        (b"one\r\ntwo\r\n", "one\ntwo\n"),
        (b"one\rtwo", "one\ntwo"),
        (b"one\r\n\r\ntwo\n\r", "one\n\ntwo\n\n"),
        (b"\xef\xbb\xbfone", "one"),
        ("é ’ 😀".encode(), "é ’ 😀"),
        ("a\ue000b\uf8ffc".encode(), f"a{LOST}b{LOST}c"),
        ("a\U000f0001b\U0010fffdc\ufdd0d".encode(), f"a{LOST}b{LOST}c{LOST}d"),
    ],
)
def test_reads_text_with_one_kind_of_line_end(tmp_path: Path, content: bytes, text: str) -> None:
    assert read_bytes(tmp_path, content) == SourceFile(PATH, text)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"caf\xe9", 1),  # Windows-1252
        (b"one\r\ntwo\ncaf\xe9\n", 3),
        (b"\xef\xbb\xbfone\n\xff", 2),
        ("one\ntwo".encode("utf-16"), 1),
        (b"one\ntwo \xe2\x80", 2),  # cut off inside a character
    ],
)
def test_other_encodings_are_told_with_their_line(tmp_path: Path, content: bytes, line: int) -> None:
    message, hint = "This file is not saved as UTF-8 text.", 'Save it again with the encoding "UTF-8".'
    assert read_bytes(tmp_path, content) == Problem(Location(PATH, line), "not-utf-8", message, hint)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    problem = read_source_file(tmp_path, "glossary.yaml")
    assert str(problem) == "glossary.yaml:1: This file is missing. Put it back, or make it anew. [unreadable-file]"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    problem = read_source_file(tmp_path, "")
    assert isinstance(problem, Problem)
    assert "This file cannot be read" in problem.message


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("glossary.yaml", "- id: a\n<<<<<<< HEAD\n  term: A\n=======\n  term: B\n>>>>>>> other\n", 2),
        ("timeline.yaml", "- id: a\n  title: A\n=======\n  title: B\n>>>>>>> other\n", 3),
        ("bibliography.bib", "\n=======\n@online{a}", 2),
        ("bibliography.bib", "@online{a}\n>>>>>>> 1a2b3c (A note)", 2),
        ("docs/background.md", "# A\n\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> other\n", 3),
        ("docs/background.md", "Title\n=======\n\n<<<<<<<\nB\n", 4),
    ],
)
def test_the_first_mark_of_a_merge_conflict_is_found(path: str, text: str, line: int) -> None:
    hint = "Keep one of the two versions and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
    problem = find_conflict(SourceFile(path, text))
    assert problem == Problem(Location(path, line, 1), "merge-conflict", "A merge conflict is left here.", hint)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/background.md", "Title\n=======\n\nText\n"),
        ("docs/background.md", ">>>>>>>> eight\n\n<<<<<<\n"),
        ("glossary.yaml", "# ======= Terms =======\n- id: a\n  note: a <<<<<<< b\n"),
        ("bibliography.bib", "% <<<<<<< HEAD\n========\n======= a\n======\n"),
        ("bibliography.bib", ""),
    ],
)
def test_other_lines_are_no_merge_conflict(path: str, text: str) -> None:
    assert find_conflict(SourceFile(path, text)) is None


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("", 0, 1, 1),
        ("abc", 0, 1, 1),
        ("abc", 3, 1, 4),
        ("a\nbc", 1, 1, 2),
        ("a\nbc", 2, 2, 1),
        ("a\nbc", 3, 2, 2),
        ("a\n\n\nb", 4, 4, 1),
        ("a\n", 2, 2, 1),
        ("é😀x\n😀x", 2, 1, 3),
        ("é😀x\n😀x", 5, 2, 2),
        ("a\u2028b\x85c\n", 4, 1, 5),  # an editor counts no lines there
    ],
)
def test_an_offset_has_a_line_and_a_column(text: str, offset: int, line: int, column: int) -> None:
    assert SourceFile(PATH, text).location(offset) == Location(PATH, line, column)


@given(st.text(st.sampled_from("a\n😀"), max_size=20), st.data())
def test_a_place_leads_back_to_its_character(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    where = SourceFile(PATH, text).location(offset)
    assert len("\n".join([*text.split("\n")[: where.line - 1], ""])) + where.column - 1 == offset


@pytest.mark.parametrize(
    ("text", "place", "word", "number"),
    [
        # The span is written as it reads.
        ("[@a] and [@a]", "6:3", "[@a]", 0),
        ("[@a] and [@a]", "6:12", "[@a]", 1),
        # Folded: the breaks of the file are spaces of the text.
        ("one two\nthree four", "6:3", "one", 0),
        ("one two\nthree four", "7:8", "four", 0),
    ],
)
def test_a_word_is_found_behind_front_matter(text: str, place: str, word: str, number: int) -> None:
    before = "---\ndescription: é [@a]\n---\n# T\n\n"
    indented = "  " + text.replace("\n", "\n ")
    file = SourceFile(PATH, f"{before}{indented}\nfour [@a]")
    span = SourceSpan(" ".join(indented.split()), file, len(before) + 2, len(before) + len(indented))
    offset = span.text.index(word)
    for _ in range(number):
        offset = span.text.index(word, offset + 1)
    assert str(span.where) == f"{PATH}:6:3"
    assert str(span.locate(offset)) == f"{PATH}:{place}"


def test_a_word_behind_the_passage_is_not_taken_for_it() -> None:
    file = SourceFile(PATH, 'a: "caf\\u00e9"\nb: café')
    assert str(SourceSpan("café", file, 3, 14).locate(0)) == f"{PATH}:1:4"


@pytest.mark.parametrize("offset", [3, 7, 100])
def test_where_no_word_stands_the_passage_is_the_place(offset: int) -> None:
    assert str(SourceSpan("one two", SourceFile(PATH, "\n> one two")).locate(offset)) == f"{PATH}:1:1"


def test_a_long_word_needs_not_stand_on_one_line_as_a_whole() -> None:
    address = "https://example.org/" + "a" * 60
    file = SourceFile(PATH, f'note: "see {address}\\\n  b"')
    assert str(SourceSpan(f"see {address}b", file, 6).locate(4)) == f"{PATH}:1:12"


@given(st.lists(st.sampled_from(["a", "b", " ", "[@k]", "\n"])).map("".join), st.data())
def test_every_word_of_a_plain_passage_is_found_at_its_place(text: str, data: st.DataObject) -> None:
    words = [offset for offset, sign in enumerate(text) if not sign.isspace()] or [0]
    offset = data.draw(st.sampled_from(words))
    file = SourceFile(PATH, f"before\n{text}")
    expected = file.location(7 + offset) if text.strip() else file.location(7)
    assert SourceSpan(text, file, 7).locate(offset) == expected


@given(st.text())
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
