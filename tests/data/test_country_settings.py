"""Tests of data.country_settings: names of states that chairs add or switch off."""

import pytest

from studyguide.data.country_settings import country_changes
from studyguide.data.settings import read_settings
from studyguide.diagnostics.source_text import SourceFile
from studyguide.markdown.country_matcher import country_matcher


def changes(*items: str) -> tuple[list[tuple[str, str]], list[str]]:
    """What the settings with these items change, and the problems with their places."""
    text = "extra:\n  guide:\n    countries:\n" + "".join(f"      - {item}\n" for item in items)
    settings = read_settings(SourceFile("mkdocs.yml", text))
    found, problems = country_changes(settings)
    return list(found), [str(each) for each in (*settings.problems, *problems)]


def test_a_name_is_added_or_switched_off() -> None:
    assert changes(
        "Britannia = United Kingdom", "Albion = gb", "Holland = none", "Oslo = no", "Ivoria = Côte d’Ivoire"
    ) == (
        [("Britannia", "GB"), ("Albion", "GB"), ("Holland", ""), ("Oslo", ""), ("Ivoria", "CI")],
        [],
    )


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Britannia = Untied Kingdom", "mkdocs.yml:4:9: "),
        ("Britannia", "mkdocs.yml:4:9: "),
        ("= France", "mkdocs.yml:4:9: "),
        ("{GB: Britannia}", "mkdocs.yml:4:9: "),
        ("[Britannia = GB]", "mkdocs.yml:4:9: "),
        ("5", "mkdocs.yml:4:9: "),
        (
            "Formosa = Taiwan",
            'mkdocs.yml:4:9: No member or observer state of the United Nations is called "Taiwan". Write ',
        ),
        ("<b>x</b> = <script>", "mkdocs.yml:4:9: "),
        ('"... = France"', 'mkdocs.yml:4:9: "..." is no name'),
    ],
)
def test_a_wrong_item_is_told_with_its_place(item: str, expected: str) -> None:
    found, problems = changes(item)
    assert found == []
    assert [each[: len(expected)] for each in problems] == [expected]


def test_a_name_for_two_countries_is_told_and_the_first_counts() -> None:
    found, problems = changes("Albion = GB", "albion = FR")
    assert found == [("Albion", "GB")]
    assert [each[:55] for each in problems] == ['mkdocs.yml:5:9: "albion" stands for two countries in th']


def test_countries_that_stand_for_each_other_change_places_once() -> None:
    found, problems = changes("France = Germany", "Germany = France", "Spain = Spain")
    assert problems == []
    matched = country_matcher("en", tuple(found)).find("France, Germany and Spain")
    assert [each.codes for each in matched] == [("DE",), ("FR",), ("ES",)]


def test_a_country_stands_there_in_the_language_of_the_guide_too() -> None:
    text = "extra:\n  guide:\n    countries: [Albion = Royaume-Uni, Hellas = Greece]\n"
    found, problems = country_changes(read_settings(SourceFile("mkdocs.yml", text)), "fr")
    assert (list(found), problems) == ([("Albion", "GB"), ("Hellas", "GR")], [])


def test_a_hostile_name_is_a_text_like_any_other() -> None:
    found, problems = changes("'<script>alert(1)</script> = FR'", "'A(((((.*+ = FR'")
    assert problems == []
    matcher = country_matcher("en", tuple(found))
    assert [each.codes for each in matcher.find("A <script>alert(1)</script> in Spain")] == [("FR",), ("ES",)]


def test_changes_come_before_the_table() -> None:
    matcher = country_matcher("en", (("Britannia", "GB"), ("Holland", ""), ("Jordan", "")))
    found = matcher.find("Britannia, Holland, Jordan and Peru")
    assert [each.codes for each in found] == [("GB",), ("PE",)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La Türkiye et la Côte d’Ivoire, les Pays-Bas.", ["TR", "CI", "NL"]),
        ("fr", "La République de Corée et le Saint-Siège", ["KR", "VA"]),
        ("es", "El Estado de Palestina y Estados Unidos", ["PS", "US"]),
        ("de", "Die Regierung Frankreichs und die der Schweiz", ["FR", "CH"]),
        ("ru", "В Российской Федерации и во Франции", ["RU", "FR"]),
        ("zh", "法国和德国", ["FR", "DE"]),
        ("ar", "في فرنسا وألمانيا", ["FR", "DE"]),
        ("it", "Il governo della Francia", ["FR"]),
        ("pt", "O governo da Alemanha", ["DE"]),
        ("el", "Η κυβέρνηση της Γαλλίας", ["FR"]),
        ("tr", "Fransa’nın hükûmeti", ["FR"]),
        ("zh-Hant", "法國和德國", ["FR", "DE"]),
    ],
)
def test_other_languages_have_the_names_and_their_forms(language: str, text: str, expected: list[str]) -> None:
    assert [code for each in country_matcher(language).find(text) for code in each.codes] == expected
