"""Check the language of the theme, and find its words for a variety of a language that it lacks: German for `de-AT`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from studyguide.data.language_tags import language_tag
from studyguide.diagnostics.diagnostic import did_you_mean
from studyguide.labels.fallbacks import fallbacks

MATERIAL = str(files("material") / "templates")
"""The template folder of the theme whose markup the engine's templates, styles and scripts are written for."""


def translation_for(code: str, templates: Iterable[str] = (MATERIAL,)) -> str:
    """Return the nearest language that a theme with these template folders has; empty if it has none."""
    known = _translations(templates)
    return next((name for name in fallbacks(code) if name in known), "")


def fault_in_language(code: str, templates: Iterable[str] = (MATERIAL,)) -> str:
    """Return what is wrong with a language code for a theme with these template folders; empty for a supported one.

    A theme without translations supports every language.
    """
    known = _translations(templates)
    if not known or code in known:
        return ""
    variety = _variety(code) if translation_for(language_tag(code), templates) else ""
    if variety and variety == code:
        return ""
    candidates = known | ({variety} if variety else set())
    code_or_less = (code.replace("_", "-"), re.split("[-_]", code)[0])
    hints = (did_you_mean(likely, candidates, 1) for likely in code_or_less)
    hint = next(filter(None, hints), "Write a code, such as en, de or pt-BR.")
    return f'The theme does not know the language "{code}". {hint}'


def _translations(templates: Iterable[str]) -> set[str]:
    return {file.stem for folder in templates for file in Path(folder, "partials", "languages").glob("*.html")}


def _variety(code: str) -> str:
    """Return the tag of a country's variety of a language, or of a script, which CLDR has; empty if it has none."""
    from babel import Locale, UnknownLocaleError  # asked for a variety alone

    tag = language_tag(code)
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    language, *parts = tag.split("-")
    is_whole = {locale.language, locale.script or "", locale.territory or ""} >= {language, *parts}
    return tag if parts and is_whole else ""
