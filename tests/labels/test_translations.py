"""Tests of the catalogues in other languages: nothing is left out, plurals are CLDR's, and dates keep to grammar."""

from pathlib import Path

import pytest
import yaml
from babel import Locale
from babel.messages import Catalog

from studyguide.data.edtf import parse_date
from studyguide.labels.catalogue import CATALOGUES, labels_for
from studyguide.labels.translation_checks import forms_of
from tests.labels.extraction import faults_in, read_catalogue

CATALOGUE_FILES = sorted(CATALOGUES.glob("*.po"), key=lambda path: path.stem)
LANGUAGES = [path.stem for path in CATALOGUE_FILES]
PHRASES = yaml.safe_load(Path(__file__).with_name("date_phrases.yaml").read_text(encoding="utf-8"))
_CLDR_ORDER = ("zero", "one", "two", "few", "many", "other")
_REGIONS = {"pt": "pt_PT"}
"""Which Portuguese the catalogue speaks: CLDR's plurals differ between Portugal and Brazil."""
_ONE_FORM = {"tr"}
"""Languages whose nouns stay in the singular behind each number, so that gettext has one form where CLDR has two."""


def test_every_language_has_a_catalogue() -> None:
    assert LANGUAGES == ["ar", "de", "el", "es", "fr", "it", "pt", "ru", "tr", "zh", "zh-Hant"]


@pytest.fixture(params=CATALOGUE_FILES, ids=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read_catalogue(request.param)


def test_every_message_is_translated(catalogue: Catalog) -> None:
    messages = [message for message in catalogue if message.id]
    empty = [message.id for message in messages if not all(forms_of(message.string) or ("",))]
    assert empty == []


def test_translations_have_no_faults(catalogue: Catalog) -> None:
    assert list(faults_in(catalogue)) == []
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


def test_catalogue_says_that_no_native_speaker_has_read_it(catalogue: Catalog) -> None:
    comment = " ".join(catalogue.header_comment.replace("#", " ").split())
    assert "No native speaker of the language has read these translations yet." in comment
    assert "`make labels`" in comment


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_is_up_to_date(language: str) -> None:
    labels, catalogue = labels_for(language), read_catalogue(CATALOGUES / f"{language}.po")
    read = {message.id: message.string for message in catalogue if isinstance(message.id, str) and not message.context}
    assert {message: labels.gettext(message) for message in read if message and "{" not in message} == {
        message: words for message, words in read.items() if message and "{" not in message
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_those_of_cldr(language: str) -> None:
    """The form of each number up to 200 is that of its category, in the order zero, one, two, few, many, other."""
    category = Locale.parse(_REGIONS.get(language, language).replace("-", "_")).plural_form
    numbers = range(201)
    used = [name for name in _CLDR_ORDER if name in {category(number) for number in numbers}]
    expected = [0 if language in _ONE_FORM else used.index(category(number)) for number in numbers]
    plural = labels_for(language).translations.plural  # type: ignore[attr-defined]
    assert [plural(number) for number in numbers] == expected


@pytest.mark.parametrize(("language", "date"), [(name, date) for name, dates in PHRASES.items() for date in dates])
def test_dates_in_words(language: str, date: str) -> None:
    assert parse_date(date, labels_for(language)).words == PHRASES[language][date]
