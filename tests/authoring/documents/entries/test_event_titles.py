"""Titles of events."""

from __future__ import annotations

import pytest

from studyguide.authoring.documents.entries.event_titles import with_title
from studyguide.authoring.documents.text.runs import Run
from tests.authoring.documents.block_notation import blocks, text, words


@pytest.mark.parametrize(
    ("lines", "title", "left"),
    [
        (["A convention is adopted."], "A convention is adopted", []),
        (["A convention is adopted. It has 46 articles."], "A convention is adopted", ["It has 46 articles."]),
        (["The convention", "It has 46 articles."], "The convention", ["It has 46 articles."]),
        (["A convention is adopted.[4]"], "A convention is adopted", [""]),
        (["a convention is adopted."], "A convention is adopted", []),
        (["eSafety is founded."], "eSafety is founded", []),
    ],
)
def test_the_first_sentence_is_the_title(lines: list[str], title: str, left: list[str]) -> None:
    titled = with_title(blocks(lines), "en")
    assert (titled.title, list(words(titled.text)), titled.is_long) == (title, left, False)


_TAIL = "the first such rules that all the states of the region had ever agreed upon in any of their many languages"


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        ("en", f"Four states sign the agreement, which has {_TAIL}.", "Four states sign the agreement"),
        ("en", f"Four states sign the agreement – {_TAIL}.", "Four states sign the agreement"),
        ("en", f"Four states sign the agreement; it has {_TAIL}.", "Four states sign the agreement"),
        ("en", f"Laos, Chad and Peru sign it, particularly {_TAIL}.", "Laos, Chad and Peru sign it"),
        ("fr", f"Quatre États signent l’accord, dont {_TAIL}.", "Quatre États signent l’accord"),
        ("es", f"Cuatro Estados firman el acuerdo, lo que {_TAIL}.", "Cuatro Estados firman el acuerdo"),
        (
            "de",
            f"Vier Staaten unterzeichnen „das Abkommen“, wobei {_TAIL}.",
            "Vier Staaten unterzeichnen „das Abkommen“",
        ),
        ("en", f"The agreement of the four states, which is old, has {_TAIL}.", ""),
        ("en", f"The law – the oldest of the four – has {_TAIL}.", ""),
        ("en", f"The law (in all of the states, which is new) has {_TAIL}.", ""),
        ("en", f"Laos, Chad, Peru and Cuba have {_TAIL}.", ""),
        ("en", f"The law, which {_TAIL}.", ""),
    ],
)
def test_a_whole_clause_or_all_of_a_long_sentence_is_the_title(language: str, sentence: str, title: str) -> None:
    titled = with_title(blocks([sentence, "More."]), language)
    assert titled.title == (title or sentence.removesuffix("."))
    assert list(words(titled.text)) == ([sentence, "More."] if title else ["More."])


def test_the_notes_of_a_title_stand_in_the_text() -> None:
    titled = with_title(blocks(["A convention.[4] It has 46 articles.[5]"]), "en")
    assert titled.text == blocks(["It has 46 articles.[5][4]"])
    assert text("[4]") == (Run("", note=4),)
