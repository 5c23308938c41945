"""Key terms, against the hand-made forms."""

from __future__ import annotations

from typing import Any

import pytest

from studyguide.authoring.documents.entries.terms import read_terms
from studyguide.authoring.documents.text.blocks import DefinitionList, Paragraph, Table
from studyguide.authoring.documents.text.runs import Run, plain
from tests.authoring.documents.block_notation import blocks, text, words
from tests.authoring.documents.tables import read_table

_FORMS = read_table("terms.yaml")


@pytest.mark.parametrize("form", _FORMS, ids=lambda form: str(form["form"]))
def test_terms_are_read_in_each_form(form: dict[str, Any]) -> None:
    reading = read_terms(blocks(form["blocks"]), "fr" if "French" in form["form"] else "en")
    assert {found.term: "|".join(words(found.meaning)) for found in reading.found} == form["terms"]
    assert reading.rest == blocks(form.get("rest", []))


def test_notes_at_a_term_stand_behind_its_meaning() -> None:
    (found,) = read_terms(blocks(["## Child[3]", "A person under 18.[4]"])).found
    (meaning,) = found.meaning
    assert isinstance(meaning, Paragraph)
    assert (found.term, [run.note for run in meaning.text]) == ("Child", [0, 4, 3])


def test_the_head_and_the_caption_of_a_table_are_not_lost() -> None:
    table = blocks(["|| Term | Definition", "| Asylum | Protection."])[0]
    assert isinstance(table, Table)
    reading = read_terms((Table(table.head, table.rows, text("Table 1")),))
    assert [plain(left) for left in reading.left_out] == ["Term", "Definition"]
    assert reading.rest == (Paragraph((Run("Table 1"),)),)


def test_a_table_whose_first_cells_hold_more_than_a_term_stays() -> None:
    inner = blocks(["| In | Out"])
    for cell in (inner, (*blocks(["Asylum"]), *inner)):
        table = Table((), ((blocks(["Refugee"]), blocks(["One who fled."])), (cell, blocks(["Protection."]))))
        assert read_terms((table,)).rest == (table,)
        numbered = Table((), tuple((inner, *row) for row in table.rows[:1]))
        assert read_terms((numbered,)).rest == (numbered,)


def test_looks_and_links_stay_in_the_meaning() -> None:
    line = (Run("Asylum: ", bold=True), Run("see "), Run("this", italic=True, address="https://example.org"))
    (found,) = read_terms((Paragraph(line),)).found
    assert found.meaning == (Paragraph(line[1:]),)


def test_a_chapter_without_terms_stays_as_it_is() -> None:
    chapter = blocks(["Words matter.", "- one", "- two", "| Mali | 1951 | 1973"])
    assert read_terms(chapter).rest == chapter


@pytest.mark.parametrize(
    "lines",
    [
        ["**Asylum**[1]: Protection.[2]", "**Refugee:**[3] One who fled."],
        ["**Asylum**[1]", "Protection.[2]", "**Refugee**[3]", "One who fled."],
        ["- Asylum[1] – Protection.[2]", "- Refugee[3] – One who fled."],
        ["| Asylum[1] | Protection.[2]", "| Refugee[3] | One who fled."],
        ["1. **Asylum**[1] is protection.[2]", "2. **Refugee**[3] is one who fled."],
        [": Asylum[1] : Protection.[2]", ": Refugee[3] : One who fled."],
    ],
)
def test_no_note_is_lost_and_none_counts_twice(lines: list[str]) -> None:
    found = read_terms(blocks(lines)).found
    texts = [meaning.text for term in found for meaning in term.meaning if isinstance(meaning, Paragraph)]
    assert [sorted(run.note for run in text if run.note) for text in texts] == [[1, 2], [3]]


def test_a_number_that_was_typed_is_told_as_left_out() -> None:
    assert [plain(left) for left in read_terms(blocks(["1. **Asylum:** Protection."])).left_out] == ["1."]


def test_headings_of_groups_are_told_as_left_out() -> None:
    reading = read_terms(blocks(["## Law", "### Asylum", "Protection.", "## Other", "**A:** One.", "**B:** Two."]))
    assert [plain(left) for left in reading.left_out] == ["Law", "Other"]


@pytest.mark.parametrize(
    "lines", [[": Asylum : ", ": Refugee : One."], ["## –", "Text."], ["**–**", "Text.", "**…**", "Text."]]
)
def test_what_has_no_word_or_no_meaning_stays(lines: list[str]) -> None:
    chapter = blocks(lines)
    if isinstance(chapter[0], DefinitionList):
        chapter = (DefinitionList(((text("Asylum"), ()), *chapter[0].entries[1:])),)
    assert read_terms(chapter).rest == chapter


def test_a_column_of_numbers_is_told_as_left_out() -> None:
    reading = read_terms(
        blocks(["|| No. | Term | Definition", "| 1 | Asylum | Protection.", "| 2 | Refugee | One who fled."])
    )
    assert sorted(plain(left) for left in reading.left_out) == ["1", "2", "Definition", "No.", "Term"]
