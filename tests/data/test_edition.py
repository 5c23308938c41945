"""Tests of data.edition: what edition.json says, and what is said of a damaged one."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from studyguide.data.edition import KINDS, Edition, LastEdition, PastEdition, Unit, Units, edition_text, read_edition
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceFile

UNITS = {
    "sections": {"background.md#poverty": Unit("Poverty", 'One "line".\nAnother, with Zürich and 北京.')},
    "terms": {"child": Unit("Child", "Anyone under 18."), "crc": Unit("CRC", "")},
    "events": {},
    "sources": {"lee2010": Unit("A title", "Lee, Ann\n2010")},
}
LAST = LastEdition((Edition(1, date(2026, 1, 31)), Edition(2, date(2026, 3, 1))), UNITS)


def read(text: str) -> LastEdition | Problem:
    return read_edition(SourceFile("edition.json", text))


def test_what_is_written_is_read() -> None:
    assert read(edition_text(LAST)) == LAST


def edition(number: int) -> Edition:
    return Edition(number, date(2026, number, 1))


def units_with(**sections: str) -> dict[str, dict[str, Unit]]:
    return {**{kind: {} for kind in KINDS}, "sections": {key: Unit(key, words) for key, words in sections.items()}}


STEPS = (
    units_with(a="One.", b="Goes.", c="As it was."),
    units_with(a="Two.", c="As it was."),
    units_with(a="One.", b="Goes.", c="As it was.", d="Comes."),
    units_with(a="One.", b="Goes.", d="Comes."),
    units_with(a="One.", b="Goes.", d="Comes, too."),
)
"""What five editions said: a section is changed and changed back, one is gone and back, one goes and one comes."""


def made(steps: Sequence[Units]) -> LastEdition:
    """What is known once each of these was made and read again."""
    last = LastEdition((edition(1),), steps[0])
    for number, units in enumerate(steps[1:], start=2):
        again = read(edition_text(last.followed_by(edition(number), units)))
        assert isinstance(again, LastEdition)
        last = again
    return last


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_the_last_four_editions_are_restored(count: int) -> None:
    past = list(made(STEPS[:count]).past())
    assert past == [PastEdition(edition(number), STEPS[number - 1]) for number in range(count, max(count - 4, 0), -1)]


def test_an_earlier_edition_is_a_line_for_each_unit_that_it_had_otherwise() -> None:
    before = json.loads(edition_text(made(STEPS[:3])))["before"]
    assert [row[:4] for row in before] == [
        [2, "sections", "a", "a"],
        [2, "sections", "b"],
        [2, "sections", "d"],
        [1, "sections", "a", "a"],
        [1, "sections", "b", "b"],
    ]


def test_a_file_without_earlier_editions_is_read() -> None:
    """As the first edition is written, and as each was before earlier ones were kept."""
    text = edition_text(LAST)
    assert '"before"' not in text
    last = read(text)
    assert isinstance(last, LastEdition)
    assert [past.edition.number for past in last.past()] == [2]


@pytest.mark.parametrize(
    ("damage", "place", "said"),
    [
        (lambda text: text.replace('[1, "sections"', '[7, "sections"'), "18:1", '"before" is not as the command wrote'),
        (lambda text: text.replace('[1, "sections"', '[1, "verses"'), "18:1", '"before" is not as the command wrote'),
        (
            lambda text: text.replace('[2, "sections", "b"],\n', '[2, "sections", "b", ""],\n'),
            "18:1",
            '"before" is not',
        ),
        (lambda text: text.replace('"before": [', '"before": ["'), "18:13", "From here on this file is not as"),
        (lambda text: text.replace('"before"', '"after"'), "25:1", '"words" is not as the command wrote it'),
        (lambda text: text.replace('[1, "sections", "b", "b"', '[1, "sections", "b", "x"'), "23:17", 'says of "x" was'),
    ],
)
def test_damage_to_earlier_editions_is_told_with_its_place(damage: Callable[[str], str], place: str, said: str) -> None:
    problem = read(damage(edition_text(made(STEPS[:3]))))
    assert isinstance(problem, Problem)
    assert str(problem).startswith(f"edition.json:{place}: ")
    assert said in str(problem)


def test_the_order_of_the_units_is_no_change() -> None:
    turned = {kind: dict(reversed(units.items())) for kind, units in reversed(UNITS.items())}
    assert edition_text(replace(LAST, units=turned)) == edition_text(LAST)


def test_it_is_json_with_a_line_for_each_unit() -> None:
    text = edition_text(LAST)
    content = json.loads(text)
    assert [content["format"], content["version"]] == ["studyguide-edition", 1]
    assert content["editions"][1] == {"number": 2, "date": "2026-03-01"}
    assert [[row[0] for row in content[kind]] for kind in KINDS] == [
        ["background.md#poverty"],
        ["child", "crc"],
        [],
        ["lee2010"],
    ]
    assert [line for line in text.splitlines() if '"child"' in line] == [f"{json.dumps(content['terms'][0])},"]


def test_titles_and_words_lose_their_control_characters() -> None:
    """What is written has to be read again."""
    unit = Unit.of("A\x00 title\x1b", "Words\x7f\x0b.\nMore.")
    assert unit == Unit("A title", "Words.\nMore.")


@pytest.mark.parametrize(
    ("damage", "place", "said"),
    [
        (lambda text: text.partition("Poverty")[0], "9:27", "This file ends too early"),
        (lambda text: text.replace('"terms": [', '"terms":'), "13:1", "From here on this file is not as"),
        (lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> main\n", "1:1", "Two people made an edition"),
        (lambda text: text.replace('"version": 1', '"version": 2'), "3:1", "Another version of the engine"),
        (lambda text: text.replace("2026-01-31", "2026-02-30"), "5:23", "This is no date"),
        (lambda text: text.replace('"Child"', '"Kid"'), "12:2", 'What this file says of "Kid" was changed by hand'),
        (lambda text: text.replace('"number": 2, ', ""), "4:1", '"editions" is not as the command wrote it'),
        (lambda text: text.replace('["crc", "CRC", ', '["crc", '), "11:1", '"terms" is not as the command wrote it'),
        (lambda text: text.replace('"words": [\n"', '"words": [\n"x'), "19:1", '"words" is not as the command wrote'),
        (lambda text: text.replace('"number": 1', '"number": -1'), "4:1", '"editions" is not as the command'),
        (lambda _: "[]", "1:1", "This file is no edition of a study guide"),
        (lambda _: "", "1:1", "This file ends too early"),
        (lambda _: "[" * 200_000, "1:1", "This file is no edition of a study guide"),
        (lambda _: "9" * 10_000, "1:1", "This file is no edition of a study guide"),
        (lambda text: text.replace('"Child"', '"\\ud800"'), "11:1", '"terms" is not as the command wrote it'),
    ],
)
def test_a_damaged_file_is_told_with_its_place(damage: Callable[[str], str], place: str, said: str) -> None:
    problem = read(damage(edition_text(LAST)))
    assert isinstance(problem, Problem)
    assert problem.is_warning
    assert str(problem).startswith(f"edition.json:{place}: {said}")
