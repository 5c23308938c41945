"""Tests of studyguide.bibtex_remarks."""

import pytest

from studyguide.bibtex_remarks import without_remarks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("% a\n@misc{b}\n", "\n@misc{b}\n"),
        ("@misc{a, % the key\n  title = {T}, % {open\n}", "@misc{a, \n  title = {T}, \n}"),
        ("@misc{a, url = {https://u/%20b}}", "@misc{a, url = {https://u/%20b}}"),
        ('@misc{a, title = "5 % of", note = {6 % of}}', '@misc{a, title = "5 % of", note = {6 % of}}'),
        ("@misc{a, title = {5\\% of}}", "@misc{a, title = {5\\% of}}"),
        ("@misc{a, title = {open\n@misc{b, % key\n}", "@misc{a, title = {open\n@misc{b, \n}"),
    ],
)
def test_remarks_are_taken_out_and_signs_stay(text: str, left: str) -> None:
    assert without_remarks(text) == left
    filled = without_remarks(text, fill=" ")
    assert len(filled) == len(text)
    assert filled.split() == left.split()
