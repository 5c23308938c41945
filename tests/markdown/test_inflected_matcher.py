"""Tests of markdown.inflected_matcher: what all languages share. Each one's forms: tests/languages/."""

import unicodedata

import pytest

from studyguide.data.glossary import Term
from studyguide.markdown.inflected_matcher import InflectedMatcher, term_matcher
from studyguide.markdown.inflection import inflection_for
from studyguide.markdown.term_matcher import TermMatcher
from tests.helpers import a_term, read


def mentions(text: str, *terms: Term, language: str = "fr") -> list[tuple[str, str]]:
    """The ids of the terms that a text mentions, and the words that do."""
    return [(found.term.id, text[found.start : found.end]) for found in term_matcher(terms, language).find(text)]


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us", "cy", "nl"])
def test_other_languages_have_the_forms_that_are_listed(language: str) -> None:
    assert inflection_for(language) is None
    assert type(term_matcher([], language)) is TermMatcher


@pytest.mark.parametrize("language", ["fr", "fr-CA", "FR", "zh-Hant", "zh_TW", "pt-BR", "de-CH"])
def test_a_language_is_known_by_its_first_subtag(language: str) -> None:
    assert isinstance(term_matcher([], language), InflectedMatcher)


def test_the_longest_name_wins() -> None:
    sea, law = a_term("sea", "mer"), a_term("law", "droit de la mer")
    assert mentions("Les mers, les droits de la mer, le droit des mers.", sea, law) == [
        ("sea", "mers"),
        ("law", "droits de la mer"),
        ("sea", "mers"),
    ]


@pytest.mark.parametrize("are_turned", [False, True])
def test_a_listed_form_wins_over_one_that_is_generated(are_turned: bool) -> None:
    terms = [a_term("one", "droit"), a_term("several", "droits")]
    assert mentions("droit, droits", *(terms[::-1] if are_turned else terms)) == [
        ("one", "droit"),
        ("several", "droits"),
    ]


def test_the_first_words_of_a_name_are_none() -> None:
    assert mentions("Le droit de la terre.", a_term("law", "droit de la mer")) == []


def test_an_exact_term_has_its_listed_forms_in_any_case() -> None:
    term = a_term("fund", "Fonds vert", aliases=["caisse"], exact=True)
    text = "Les fonds verts, le FONDS VERT, le fonds vert, le Fonds Vert, la Caisse, les caisses"
    assert [words for _, words in mentions(text, term)] == ["FONDS VERT", "fonds vert", "Fonds Vert", "Caisse"]


def test_an_exact_name_may_begin_as_another_that_is_not() -> None:
    terms = [a_term("a", "réseau", exact=True), a_term("b", "réseau social")]
    assert mentions("réseaux sociaux, réseaux, réseau", *terms) == [("b", "réseaux sociaux"), ("a", "réseau")]


def test_protected_and_deprecated_names_are_no_mention_in_any_form() -> None:
    term = a_term("child", "enfant", protect=["enfant soldat"], deprecated=["enfant sauvage", "DDE"], aliases=["dde"])
    assert mentions("enfants soldats, ENFANTS SAUVAGES, dde, DDE, enfants", term) == [("child", "enfants")]


def test_capitals_count_in_an_abbreviation() -> None:
    assert mentions("SIDA, sida, Sida", a_term("a", "SIDA")) == [("a", "SIDA")]
    assert mentions("SIDA, sida, Sida", a_term("a", "SIDA"), a_term("b", "sida")) == [
        ("a", "SIDA"),
        ("b", "sida"),
        ("b", "Sida"),
    ]


def test_decomposed_letters_and_hidden_signs_are_read_and_kept() -> None:
    text = unicodedata.normalize("NFD", "l’é\u00adtat, les œuvres")
    found = [words for _, words in mentions(text, a_term("a", "État"), a_term("b", "œuvre"))]
    assert found == [unicodedata.normalize("NFD", "é\u00adtat"), "œuvres"]


def test_the_link_holds_the_form_without_its_article() -> None:
    _, html = read("Contre l'*exploitation*, d’exploitations.", [a_term("exploitation")], language="fr")
    assert "Contre l'<em><a " in html
    _, html = read("Contre d’exploitations.", [a_term("exploitation")], language="fr")
    assert "Contre d’<a " in html
    assert ">exploitations</a>." in html
