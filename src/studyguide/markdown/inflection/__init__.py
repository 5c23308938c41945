"""The forms in which the words of a term stand in texts of each language: one module a language, loaded when needed."""

from __future__ import annotations

from importlib import import_module

from studyguide.markdown.inflection.model import Inflection

_MODULES = {
    "ar": "arabic",
    "de": "german",
    "el": "greek",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ja": "unspaced",
    "pt": "portuguese",
    "ru": "russian",
    "th": "unspaced",
    "tr": "turkish",
    "yue": "unspaced",
    "zh": "unspaced",
}
"""The module for each primary language subtag of BCP 47."""


def inflection_for(language: str) -> Inflection | None:
    """Return how words inflect in the language of a BCP 47 tag; None if only the forms that are listed are known."""
    name = _MODULES.get(language.replace("_", "-").partition("-")[0].lower())
    if name is None:
        return None
    inflection = import_module(f"{__name__}.{name}").INFLECTION
    assert isinstance(inflection, Inflection)
    return inflection
