"""The numbers of headings, which go, and what only looks like one, which stays; all expected by hand."""

import pytest

from studyguide.authoring.documents.outline.chapters import Chapter
from studyguide.authoring.documents.outline.numbering import NumberedHeading, without_numbers
from studyguide.authoring.documents.text.blocks import Heading
from studyguide.authoring.documents.text.runs import Run, plain

DOCUMENTS = {
    "typed, in steps": ("en", "1. |Causes", "1.1 |War", "1.2 |Hunger", "2. |Effects", "2.1. |Flight"),
    "a sign in each style": ("en", "I. |Causes", "I. a) |War", "I. b) |Hunger", "II. |Effects", "II. a) |Flight"),
    "letters from the first on": ("en", "A. |Causes", "B. |Effects", "C. |Blocs"),
    "by a word": ("en", "Chapter 1: |Causes", "Chapter 2: |Effects", "2.1 |Flight", "2.2 |Hunger"),
    "in words": ("en", "Part One – |Causes", "Part Two – |Effects"),
    "the first one has none": ("en", "Welcome", "2. |Causes", "3. |Effects"),
    "from one on in each chapter": ("en", "Causes", "1) |War", "2) |Hunger", "Effects", "1) |Flight"),
    "before dates": ("en", "1 |The Titanic", "1.1 |1 November 1914", "1.2 |2 November 1914", "2 |Two treaties"),
    "in French": ("fr", "Chapitre 1 : |Les causes", "Chapitre 2 : |Les effets", "1er mai 1945"),
    "in Chinese": ("zh", "一、|原因", "（一）|战争", "（二）|饥饿", "二、|影响", "一带一路"),
    "in Arabic": ("ar", "أولاً: |الأسباب", "ثانياً: |الآثار"),
    "days and ordinals": ("de", "1. Mai 1945", "2. Mai 1945", "1. Weltkrieg", "2. Weltkrieg"),
    "names and numbers of things": ("en", "5 permanent members", "C. Difficile", "3.1 Million Refugees", "U.S. policy"),
    "chapters of a treaty": (
        "en",
        "Chapter VI: Settlement",
        "Chapter VII: Action",
        "Part II of the treaty",
        "Section 9",
    ),
    "a year, a goal, a day": ("en", "2015: Paris", "17 Goals", "9/11", "D-Day", "A short history", "I. Newton"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_numbers_that_count_on_from_the_first_are_taken_off(name: str) -> None:
    language, *lines = DOCUMENTS[name]
    headings = [Heading(2, (Run(line.replace("|", "")),)) for line in lines]
    (chapter,), taken = without_numbers([Chapter(None, None, tuple(headings))], language)
    expected = [line.rpartition("|") for line in lines]
    assert [plain(block.text) for block in chapter.blocks if isinstance(block, Heading)] == [
        title for _, _, title in expected
    ]
    assert [heading.printed for heading in taken] == [number.strip() for number, sign, _ in expected if sign]


def test_a_heading_keeps_its_look_its_note_and_is_known_by_its_number() -> None:
    first, second = Heading(1, (Run("1. War"),)), Heading(2, (Run("1.1 ", bold=True), Run("In Sudan"), Run("", note=4)))
    (chapter,), taken = without_numbers([Chapter(first, None, (second,))], "en")
    assert chapter.title == "War"
    assert chapter.blocks == (Heading(2, (Run("In Sudan"), Run("", note=4))),)
    assert taken == (NumberedHeading("1.", (1,), "War"), NumberedHeading("1.1", (1, 1), "In Sudan"))
