"""The messages that a reader sees, in the language of the guide.

Messages stand in the code in English, as GNU gettext has them, with named placeholders: `{number} sections`. A
catalogue translates them; without one they are shown as they stand. `make labels` extracts them for translators.
None holds a sign of HTML or Markdown (FORBIDDEN_SIGNS), so that each can stand anywhere, with values that are either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from itertools import groupby
from pathlib import Path

CATALOGUES = Path(__file__).parent / "catalogues"
"""Where the catalogues are: `de.po`, which a translator edits, and `de.mo`, which `make labels` makes of it."""
FORBIDDEN_SIGNS = frozenset('<>&"*_`[]#\\')
"""What no message may hold, nor a translation of one."""


@dataclass(frozen=True)
class Labels:
    """The messages in one language; its methods are called as in gettext, so that Babel extracts their arguments."""

    language: str = "en"
    """The language of the catalogue."""
    translations: NullTranslations = field(default_factory=NullTranslations, repr=False, compare=False)

    def messages(self) -> dict[str, str | list[str]]:
        """Return the translation of each message without a context; where it counts, of its forms in order."""
        catalogue: Mapping[str | tuple[str, int], str] = getattr(self.translations, "_catalog", {})
        found: dict[str, str | list[str]] = {key: words for key, words in catalogue.items() if isinstance(key, str)}
        plural = sorted((key, words) for key, words in catalogue.items() if isinstance(key, tuple))
        for message, forms in groupby(plural, lambda form: form[0][0]):
            found[message] = [words for _, words in forms]
        return {message: words for message, words in found.items() if message and "\x04" not in message}

    def gettext(self, message: str, /, **values: object) -> str:
        """Return the translation of a message, its placeholders filled with `values`."""
        return self.translations.gettext(message).format(**values)

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the translation for this number of things; the placeholder `{number}` gets it."""
        return self.translations.ngettext(one, many, number).format(number=number, **values)

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Return the translation of a message that means different things in different contexts."""
        return self.translations.pgettext(context, message).format(**values)


ENGLISH = Labels()


def N_(message: str) -> str:  # noqa: N802 (gettext's usual name, which Babel knows)
    """Mark a message for extraction where it is translated later."""
    return message


@lru_cache
def labels_for(language: str, catalogues: Path = CATALOGUES) -> Labels:
    """Return the labels of a language such as `de` or `pt-BR`: of its own catalogue, or of the one without its region.

    English where there is neither.
    """
    for name in dict.fromkeys((language, re.split("[-_]", language)[0])):
        path = catalogues / f"{name}.mo"
        if path.is_file():
            with path.open("rb") as file:
                return Labels(name, GNUTranslations(file))
    return ENGLISH


def plural_rule(labels: Labels) -> str:
    """Return the expression of C and of JavaScript that counts the plural forms: `n != 1`, in the variable `n`."""
    header: Mapping[str, str] = labels.translations.info()
    rule = header.get("plural-forms", "plural=n != 1").rpartition("plural=")[2].strip(" ;")
    assert re.fullmatch(r"[n0-9\s?:()<>=!&|%]+", rule)  # the catalogue could not have been read with any other
    return rule
