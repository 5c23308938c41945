"""The forms by which the filter of the key terms finds a term: those of grammar, as its script compares them."""

import unicodedata

import pytest

from studyguide.markdown.filter_forms import filter_forms
from tests.helpers import a_term


def finds(typed: str, forms: list[str]) -> bool:
    """Tell whether the script shows a term: all words that are typed stand within one of its forms."""
    plain = [
        "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)).lower()
        for text in (typed, *forms)
    ]
    return any(all(word in form for word in plain[0].split()) for form in plain[1:])


@pytest.mark.parametrize(
    ("language", "name", "typed"),
    [
        ("ru", "эксплуатация", "эксплуатацией"),
        ("ru", "питьевая вода", "питьевой воды"),
        ("fr", "eau potable", "eaux potables"),
        ("de", "Grundwasser", "Grundwassers"),
        ("el", "θύμα", "θυμάτων"),
        ("es", "derecho", "derechos"),
        ("tr", "çocuk", "çocuklar"),
        ("tr", "çocuk", "çocuğun"),
        ("ar", "عنف", "بالعنف"),
        ("ar", "كتاب", "الكتاب"),
    ],
)
def test_term_is_found_in_its_forms(language: str, name: str, typed: str) -> None:
    term = a_term("x", name)
    assert finds(typed, filter_forms(term, language))
    assert finds(name, filter_forms(term, language))
    assert not finds("zzz", filter_forms(term, language))


@pytest.mark.parametrize(("language", "name"), [("en", "right"), ("zh", "饮用水"), ("ja", "水"), ("pl", "prawo")])
def test_names_stay_alone_in_a_language_without_forms(language: str, name: str) -> None:
    assert filter_forms(a_term("x", name), language) == [name]


def test_exact_term_has_its_names_alone() -> None:
    assert filter_forms(a_term("x", "вода", exact=True), "ru") == ["вода"]


def test_page_stays_small() -> None:
    """A term of two words has some 2 KB at most in the language with the most forms."""
    forms = filter_forms(a_term("x", "الأراضي الرطبة"), "ar")
    assert len(" ".join(forms).encode()) < 2000
