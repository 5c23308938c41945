"""Tests of lint.entries.names_with_two_forms."""

import pytest

from studyguide.lint.context import LintContext
from studyguide.lint.entries import aliases_that_no_text_holds, names_with_two_forms
from tests.helpers import a_guide, a_term, read


def told(name: str, *aliases: str) -> list[str]:
    guide = a_guide([a_term("a", name, aliases=aliases)])
    return [problem.fix for problem in names_with_two_forms(guide, LintContext(guide, []))]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("drought(s)", ("drought", "droughts")),
        ("State/s", ("State", "States")),
        ("child(ren) at sea", ("child at sea", "children at sea")),
        ("city/ies", ("city", "cities")),
        ("Dry season(s)", ("Dry season", "Dry seasons")),
        ("marsh(es)", ("marsh", "marshes")),
        ("State/-s", ("State", "States")),
    ],
)
def test_both_forms_are_named(name: str, forms: tuple[str, str]) -> None:
    fix = f'Write both forms: "{forms[0]}", "{forms[1]}".'
    assert told(name) == told("Other", name) == [fix]
    assert told(name, *forms) == []


@pytest.mark.parametrize(
    "name", ["HIV/AIDS", "and/or", "UN (S)", "km/s", "Court (ICC)", "water/sanitation", "24/7", "m/s"]
)
def test_other_names_are_not_told(name: str) -> None:
    assert told(name, name) == []


@pytest.mark.parametrize(
    ("alias", "fix"),
    [
        ("rivers, streams", 'Write each name by itself: ["rivers", "streams"].'),
        ("rivers; streams of the plain", 'Write each name by itself: ["rivers", "streams of the plain"].'),
        ("river / stream", 'Write each name by itself: ["river", "stream"].'),
        ("river,", 'Write each name by itself: ["river"].'),
        ("*river*", "Write the words alone, without *river*."),
        ("river <!-- of Anna -->", "Write the words alone, without <!--."),
        ("Washington, D.C.", ""),  # which the text has
        ("Protocol on rivers, lakes and the sea", ""),
        ("HIV/AIDS", ""),
    ],
)
def test_several_names_in_one_alias(alias: str, fix: str) -> None:
    guide = a_guide([a_term("a", aliases=[alias])])
    context = LintContext(guide, [read("It was signed in Washington, D.C., in May.")[0]])
    assert [problem.fix for problem in aliases_that_no_text_holds(guide, context)] == ([fix] if fix else [])
