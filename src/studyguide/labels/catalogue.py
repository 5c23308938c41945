"""Translate the engine's messages to readers into the language of the guide, with GNU gettext.

The code contains the messages in English, with named placeholders: `{number} sections`. `make labels` extracts them for
translators; without a catalogue they are shown in English. No message contains markup characters (FORBIDDEN_SIGNS), so
that each can be used in HTML and in Markdown without escaping.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from itertools import groupby
from pathlib import Path

from studyguide.labels.fallbacks import fallbacks

CATALOGUES = Path(__file__).parent / "catalogues"
"""The directory of catalogues: `de.po`, which translators edit, and `de.mo`, which `make labels` compiles."""
FORBIDDEN_SIGNS = frozenset('<>&"*_`[]#\\')
"""Markup characters, which neither messages nor translations may contain."""


@dataclass(frozen=True)
class Labels:
    """The messages in one language; the methods have gettext's names, by which Babel extracts their arguments."""

    language: str = "en"
    """The language of the catalogue."""
    translations: NullTranslations = field(default_factory=NullTranslations, repr=False, compare=False)
    region: str = ""
    """The variety of the language, such as `de-AT`, whose dates and numbers are written; empty for the usual."""

    @property
    def locale(self) -> str:
        """Return the language with its region, by which dates and numbers are written."""
        return self.region or self.language

    def in_region(self, language: str) -> Labels:
        """Return these labels for a guide in a variety of their language; of another, they are all that there is."""
        is_variety = language.partition("-")[0] == self.language.partition("-")[0]
        return replace(self, region=language) if is_variety and language != self.language else self

    def messages(self) -> dict[str, str | list[str]]:
        """Return the translations of the messages without a context, plural ones as lists of their forms in order."""
        catalogue: Mapping[str | tuple[str, int], str] = getattr(self.translations, "_catalog", {})
        found: dict[str, str | list[str]] = {key: words for key, words in catalogue.items() if isinstance(key, str)}
        plural = sorted((key, words) for key, words in catalogue.items() if isinstance(key, tuple))
        for message, forms in groupby(plural, lambda form: form[0][0]):
            found[message] = [words for _, words in forms]
        return {message: words for message, words in found.items() if message and "\x04" not in message}

    def gettext(self, message: str, /, **values: object) -> str:
        """Return the translation of a message, with `values` for its placeholders."""
        return self.translations.gettext(message).format(**values)

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the plural form for `number`, which also fills the placeholder `{number}`."""
        return self.translations.ngettext(one, many, number).format(number=number, **values)

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Return the translation of a message in a context, which distinguishes its meanings."""
        return self.translations.pgettext(context, message).format(**values)

    def enumeration(self, items: Iterable[str]) -> str:
        """Join the items of a list."""
        # Translators: between the items of a list: Poverty, Causes. With the space that follows it.
        return self.pgettext("between the items of a list", ", ").join(items)

    def labelled(self, label: str, text: str = "") -> str:
        """Return a text behind what it is about: `1989: The Convention is adopted`."""
        # Translators: behind a date or a title, before what is said of it: 1989: The Convention is adopted.
        colon = self.pgettext("behind a label", ": ")
        return f"{label}{colon}{text}"


ENGLISH = Labels()


def N_(message: str) -> str:  # noqa: N802 (gettext's usual name, which Babel knows)
    """Mark a message for extraction where it is translated later."""
    return message


@lru_cache
def labels_for(language: str, catalogues: Path = CATALOGUES) -> Labels:
    """Return the labels of a language such as `de` or `pt-BR`.

    Falls back to the catalogue of `fallbacks`, then to English.
    """
    for name in fallbacks(language):
        path = catalogues / f"{name}.mo"
        if path.is_file():
            with path.open("rb") as file:
                return Labels(name, GNUTranslations(file))
    return ENGLISH


def plural_rule(labels: Labels) -> str:
    """Return the plural-form expression in `n`, valid in C and JavaScript: `n != 1`.

    See https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html
    """
    header: Mapping[str, str] = labels.translations.info()
    rule = header.get("plural-forms", "plural=n != 1").rpartition("plural=")[2].strip(" ;")
    assert re.fullmatch(r"[n0-9\s?:()<>=!&|%]+", rule)  # gettext has parsed it already
    return rule
