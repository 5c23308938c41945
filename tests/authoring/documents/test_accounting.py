"""Tests of the account: a word or a text that went nowhere stops the import, and what is in its place does not."""

from collections import Counter

import pytest

from studyguide.authoring.documents.accounting import Kept, check_files, check_words
from studyguide.authoring.refused import RefusedError


def test_words_are_kept_in_markdown_or_listed() -> None:
    document = Counter({"the": 2, "charter": 1, "4": 1})
    check_words(document, [Kept("docs/a.md", "**The** charter[^1]"), Kept("docs/a.md", "the")], ["p. 4"])
    with pytest.raises(RefusedError, match='would be lost: "the"'):
        check_words(document, [Kept("docs/a.md", "The charter 4")], [])


def test_a_text_is_in_its_file_also_where_it_is_set_in() -> None:
    files = {"docs/a.md": "Text.[^1]\n\n[^1]: First line  \n    second line\n"}
    check_files([Kept("docs/", "First line  \nsecond line"), Kept("", "Text.")], files)
    for path, text in (("docs/", "third line"), ("glossary.yaml", "Text.")):
        with pytest.raises(RefusedError, match="a text would be lost"):
            check_files([Kept(path, text)], files)
