"""Tests of the account: a word or a text that went nowhere stops the import, and what is in its place does not."""

from collections import Counter

import pytest

from studyguide.authoring.documents.accounting import Kept, account, check_files, check_words
from studyguide.authoring.documents.files.inventory import Found, Inventory, numbered, words_of
from studyguide.authoring.documents.text.blocks import Content
from studyguide.authoring.refused import RefusedError
from tests.authoring.documents.block_notation import blocks


def test_words_are_kept_in_markdown_or_listed() -> None:
    document = Counter({"the": 2, "charter": 1, "4": 1})
    check_words(document, [Kept("docs/a.md", "**The** charter[^1]"), Kept("docs/a.md", "the")], ["p. 4"])
    with pytest.raises(RefusedError, match='would be lost: "the"'):
        check_words(document, [Kept("docs/a.md", "The charter 4")], [])


def test_a_number_of_a_note_behind_a_word_is_no_part_of_it() -> None:
    assert words_of(["The treaty1 of its states²"]) == Counter(["the", "treaty", "1", "of", "its", "states", "2"])


@pytest.mark.parametrize(
    "markdown",
    [
        "see [Chil](https://a.example/_x_)dren here",
        "see Chil[dren](b.md#c) here",
        "see Chil**dren** here",
        "see children[see @chil2020here, 4] here",
    ],
)
def test_a_word_of_which_a_part_is_a_link_or_bold_is_one(markdown: str) -> None:
    check_words(Counter({"see": 1, "children": 1, "here": 1}), [Kept("docs/a.md", markdown)], [])


def test_a_text_is_in_its_file_also_where_it_is_set_in() -> None:
    files = {"docs/a.md": "Text.[^1]\n\n[^1]: First line  \n    second line\n"}
    check_files([Kept("docs/", "First line  \nsecond line"), Kept("", "Text.")], files)
    for path, text in (("docs/", "third line"), ("glossary.yaml", "Text.")):
        with pytest.raises(RefusedError, match="a text would be lost"):
            check_files([Kept(path, text)], files)


def _inventory(*found: Found) -> Inventory:
    return Inventory(numbered(found))


def _paragraphs(*texts: str) -> Inventory:
    return _inventory(*(("paragraph", text, f"paragraph {number}", "") for number, text in enumerate(texts, 1)))


@pytest.mark.parametrize(
    ("printed", "read", "lost"),
    [
        (["A claim.", "A claim."], ["A claim."], ["paragraph 2"]),
        (["A claim.", "A claim."], ["A claim.", "A claim."], []),
        (["Yes.", "Yes, they agree."], ["Yes, they agree."], ["paragraph 1"]),
        (["They agreed that the", "states meet."], ["They agreed that the states meet."], []),
        (["A claim.1 Another."], ["A claim.[1] Another."], []),
        (["A claim.", "Page 3"], ["A claim."], ["paragraph 2"]),
    ],
)
def test_each_paragraph_is_read_as_often_as_it_is_printed(printed: list[str], read: list[str], lost: list[str]) -> None:
    found = account(_paragraphs(*printed), Content(blocks(read)), ())
    assert [item.place for item in found.unread] == lost


def test_a_paragraph_that_was_taken_out_is_listed() -> None:
    listed = numbered([("contents list", "Background 3\nSolutions 9", "", "")])
    found = account(_paragraphs("Background 3", "Solutions 9", "Rivers"), Content(blocks(["Rivers"])), listed)
    assert found.unread == ()
    assert str(found) == "3 paragraphs: each of them was read"


def test_each_row_is_read_also_where_its_table_only_places_text() -> None:
    inventory = _inventory(*(("table row", text, "", "") for text in ("Chad\nYes", "Chad\nYes", "Box", "7")))
    assert account(inventory, Content(blocks(["| Chad | Yes", "| Chad | Yes", "Box"])), ()).unread == ()
    found = account(inventory, Content(blocks(["| Chad | Yes", "Box"])), ())
    assert str(found) == "4 table rows: 1 not read"
