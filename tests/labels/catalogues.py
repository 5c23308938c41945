"""Catalogues for tests: one from a few translations, and one that shows every message between ‹ and ›."""

from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo

from studyguide.labels.catalogue import Labels

Message = str | tuple[str, str]


class _Bracketed(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"‹{message}›"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"‹{msgid1 if n == 1 else msgid2}›"

    def pgettext(self, context: str, message: str) -> str:
        return f"‹{message}›"


BRACKETED = Labels("en", _Bracketed())
"""Whatever a reader would see of it without the brackets is no message."""


def write_catalogue(path: Path, messages: Mapping[Message, str | tuple[str, ...]]) -> None:
    """Write a compiled catalogue of the locale that the file is named after."""
    catalogue = Catalog(locale=path.stem.replace("-", "_"))
    for message, translation in messages.items():
        catalogue.add(message, translation)
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
