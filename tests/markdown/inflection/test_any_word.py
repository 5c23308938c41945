"""Tests of every language's rules with whatever a glossary may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.markdown.inflection import inflection_for

ALPHABETS = {
    "ar": "ابتةلويىءأؤئآنمكفسدهـ\u064e\u0651",
    "de": "aäeinrstuöühßBÄ\u0308",
    "el": "αάαιίϊΐυύεέοόωώσςτμνξΑΆΣἄῆ\u0301",
    "es": "aáceijlmnñrsuúzÁ\u0301",
    "fr": "aàeéilnorstuxœÉ\u0301",
    "it": "aàceghiìlmnorstuùzÀ\u0300",
    "pt": "aãceíilmnõrsuzÃ\u0303",
    "ru": "аеёийцокльнягзщсяАЁЦ\u0301",
    "tr": "aeıioöuügğkpçtsnylIİŞ\u0307",
}
WORD = {language: st.text(alphabet=letters + "-'’.1 ", max_size=12) for language, letters in ALPHABETS.items()}


@pytest.mark.parametrize("language", ALPHABETS)
@given(data=st.data())
def test_every_word_is_a_form_of_itself(language: str, data: st.DataObject) -> None:
    inflection = inflection_for(language)
    assert inflection
    keys = list(inflection.names(data.draw(WORD[language])))
    for place, key in enumerate(keys):
        assert key in inflection.keys(key, place, len(keys))
