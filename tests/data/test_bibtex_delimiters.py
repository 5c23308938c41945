"""Tests of data.bibtex_delimiters: an entry in parentheses is read as one in braces, as BibTeX reads it."""

import pytest

from studyguide.data.bibtex_delimiters import with_braces


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("@book(a, title = {T (1)},)\n", "@book{a, title = {T (1)},}\n"),
        ('@book(a, title = "T) \\"o", year = 2001 )', '@book{a, title = "T) \\"o", year = 2001 }'),
        ('@STRING(p = "P")\n@book{b, title = {T}}', '@STRING{p = "P"}\n@book{b, title = {T}}'),
        ("@book (a,\n% a remark)\n  title = {T}\n)", "@book {a,\n% a remark)\n  title = {T}\n}"),
        ("@book(a, title = {@b(x)})\n@book(c, title = {T})", "@book{a, title = {@b(x)}}\n@book{c, title = {T}}"),
        ("@book(a, title = {T}", "@book(a, title = {T}"),  # it never closes
        ("@comment(a)", "@comment(a)"),
        ("@book{a(b), title = {T}}", "@book{a(b), title = {T}}"),
    ],
)
def test_parentheses_around_an_entry(written: str, read: str) -> None:
    assert with_braces(written) == read
