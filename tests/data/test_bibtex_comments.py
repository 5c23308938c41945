"""Tests of data.bibtex_comments: what stands behind a % is left out where pandoc leaves it out, nowhere else."""

import json

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.data.bibtex_comments import without_comments

READ = [
    ("% a\n  % b {\n@misc{a, title = {T}}", "\n\n@misc{a, title = {T}}"),
    ("@misc{a, % the key\n  title = {T}, % {\n}", "@misc{a, \n  title = {T}, \n}"),
    ('@misc{a, title = "T",% "\n  note = {N} % }\n}', '@misc{a, title = "T",\n  note = {N} \n}'),
    ("@misc{a, url = {https://x.org/%20, %20}}", "@misc{a, url = {https://x.org/%20, %20}}"),
    ('@misc{a, title = "T, % {x}"}', '@misc{a, title = "T, % {x}"}'),
    ("@misc{a, title = {T \\{ }, % x\n}", "@misc{a, title = {T \\{ }, \n}"),
    ("@misc{a, title = {T\n% x }\n}}", "@misc{a, title = {T\n\n}}"),
]


@pytest.mark.parametrize(("written", "read"), READ)
def test_remarks_are_left_out(written: str, read: str) -> None:
    assert without_comments(written) == read
    assert len(without_comments(written, fill=" ")) == len(written)


@pytest.mark.parametrize(("written", "read"), READ[:3])
def test_pandoc_leaves_them_out_too(written: str, read: str) -> None:
    """Pandoc, which writes the notes, is the judge."""
    with_them, without = (pypandoc.convert_text(text, "csljson", format="biblatex") for text in (written, read))
    assert json.loads(with_them) == json.loads(without) != []


@pytest.mark.parametrize(
    "text",
    ["} % x\n", "@misc{a, title = {5\\% of}}", "@misc{a%b, title = {T}}", "@misc{a, date = 2022%}", "Sources 100 % \n"],
)
def test_what_is_no_remark_stays(text: str) -> None:
    assert without_comments(text) == text


def test_a_source_without_its_last_brace_hides_no_remark() -> None:
    text = "@misc{a, title = {T\n@misc{b, title = {T}, % x\n}"
    assert without_comments(text) == text.replace("% x", "")


@given(st.text(st.sampled_from('@a{}"%\\,= \n')))
def test_no_line_is_lost(text: str) -> None:
    assert without_comments(text, fill=" ").count("\n") == text.count("\n") == without_comments(text).count("\n")
