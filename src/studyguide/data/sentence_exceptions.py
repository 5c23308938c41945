"""The exceptions of each language to Unicode's rules for where a sentence ends: abbreviations, ordinals, first words.

They stand in sentence_exceptions.yaml, those of English in `sentences`. A language without a table has the rules
alone, and initials.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files as package_files

import yaml

_ORDINALS = frozenset("cs da de et fi hr hu is lv nb nn no sk sl sr tr".split())  # noqa: SIM905
"""Languages that write an ordinal number with a full stop: 3. März, 19. yüzyıl."""
_ELIDED = frozenset({"ca", "fr", "it"})
"""Languages in which an article may stand before an abbreviation without a space: l'art. 34."""


@dataclass(frozen=True)
class Exceptions:
    """The exceptions of one language, in lower case and without the last full stop."""

    mid_sentence: frozenset[str] = frozenset()
    """Abbreviations behind which the sentence always goes on."""
    before_a_number: frozenset[str] = frozenset()
    """Abbreviations behind which it goes on where a number follows."""
    within: frozenset[str] = frozenset()
    """Abbreviations behind which it goes on unless a word follows that begins sentences."""
    beginners: frozenset[str] = frozenset()
    """Words that begin a sentence if they have a capital, and are no name."""
    ordinals: bool = False
    """Whether a number with a full stop is an ordinal."""
    elides: bool = False
    """Whether an article may stand before an abbreviation without a space."""


def exceptions_for(language: str) -> Exceptions:
    """Return the exceptions of a language, such as `pt-BR`."""
    base = language.partition("-")[0].lower()
    written = (package_files("studyguide.data") / "sentence_exceptions.yaml").read_text(encoding="utf-8")
    lists = yaml.load(written, yaml.CSafeLoader).get(base, {})
    words = {name: frozenset(text.split()) for name, text in lists.items()}
    return Exceptions(**words, ordinals=base in _ORDINALS, elides=base in _ELIDED)
