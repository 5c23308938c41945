"""What documents say of themselves, against the hand-made table."""

from __future__ import annotations

from typing import Any

import pytest

from studyguide.authoring.documents.document_facts import DocumentFacts, read_facts
from tests.authoring.documents.block_notation import blocks
from tests.authoring.documents.tables import read_table

_TEXTS = {
    "zh": "人工智能正在改变战争的方式，各国对此看法不一。",
    "en": "The committee has to find out which of the states were not able to agree on it.",
    "fr": "Le comité doit savoir quels États ne sont pas d’accord avec cette résolution.",
    "es": "El comité debe saber por qué los Estados no están de acuerdo con esta resolución.",
    "de": "Das Gremium muss wissen, welche Staaten mit dem Entwurf nicht einverstanden sind.",
}
_CHAPTERS = {"zh": "引言", "en": "Introduction", "fr": "Introduction", "es": "Introducción", "de": "Einleitung"}


@pytest.mark.parametrize("form", read_table("facts.yaml"), ids=lambda form: str(form["form"]))
def test_facts_are_read_in_each_form(form: dict[str, Any]) -> None:
    language = form.get("language", "en")
    document = blocks([*form["blocks"], f"# {_CHAPTERS[language]}", _TEXTS[language]])
    facts = DocumentFacts(**form["facts"], language=language)
    assert read_facts(document) == facts
    assert facts.answers == form["facts"] | ({"language": language} if language != "en" else {})
