"""Tests of data.style_amendments in other languages; tests/citeproc/test_public_styles.py has those of the styles."""

import pytest

from tests.languages.test_locators import notes_of, style_of

SOURCE = "@article{a, title = {T}, journaltitle = {J}, date = {2001}, langid = {latin}}"


@pytest.mark.parametrize("style", ["mla-notes", "chicago-notes"])
@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("de", "„T“"),
        ("el", "«T»"),
        ("el-GR", "«T»"),
        ("es", "«T»"),
        ("fr", "« T »"),
        ("pt", "«T»"),
        ("ru", "«T»"),
        ("tr", "“T”"),
    ],
)
def test_a_title_has_the_quotation_marks_of_the_language(language: str, quoted: str, style: str) -> None:
    (note,) = notes_of(style_of(style, language), language, ["@a"], SOURCE)
    assert note.startswith(quoted)
