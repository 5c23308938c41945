"""Languages of documents; the sentences are made up."""

import pytest

from studyguide.authoring.documents.wording.document_language import language_of, small_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The committee has to find out which states were not able to agree on it.", "en"),
        (
            "Le comité doit savoir quels États ne sont pas d’accord avec cette résolution, et pour quelles raisons.",
            "fr",
        ),
        ("El comité debe saber por qué los Estados no están de acuerdo con esta resolución, y qué proponen.", "es"),
        (
            "Das Gremium muss wissen, welche Staaten mit dem Entwurf nicht einverstanden sind, und aus welchem Grund.",
            "de",
        ),
        ("O comité deve saber se os Estados não estão de acordo, e as razões que são dadas pela maioria.", "pt"),
        ("Il comitato deve sapere quali Stati non sono d’accordo con la risoluzione, e per quale motivo.", "it"),
        ("Η επιτροπή πρέπει να ξέρει ποια κράτη δεν συμφωνούν και για ποιους λόγους.", "el"),
        ("Комитет должен знать, какие государства не согласны с проектом и по каким причинам.", "ru"),
        ("Komite, hangi devletlerin bu karar için anlaşamadığını ve nedenini bilmelidir.", "tr"),
        ("委员会必须了解哪些国家不同意该决议。", "zh"),
        ("يجب أن تعرف اللجنة الدول التي لا توافق على القرار.", "ar"),
        ("INTRODUCTION", "en"),
        ("", "en"),
    ],
)
def test_small_words_and_letters_tell_the_language(text: str, language: str) -> None:
    assert language_of([text]) == language


def test_no_word_speaks_for_two_languages() -> None:
    words = [word for small in small_words().values() for word in small]
    assert len(words) == len(set(words))
