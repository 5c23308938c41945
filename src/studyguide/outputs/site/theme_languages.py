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
_MEANT = dict(
    pair.split("=")
    for pair in """
    ae=ar al=sq at=de-AT au=en-AU bd=bn br=pt-BR by=be ch=de-CH cn=zh cz=cs dk=da ee=et eg=ar es-la=es-419 fil=tl
    gb=en-GB ge=ka gr=el ie=en-IE il=he in=id ir=fa iw=he ji=yi jp=ja kr=ko lk=si mx=es-MX no=nb nz=en-NZ ph=tl pk=ur
    rs=sr se=sv sp=es tw=zh-TW ua=uk us=en-US vn=vi zh-chs=zh zh-cht=zh-Hant zh-sc=zh zh-tc=zh-Hant zh-zh=zh
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
"""The tags of languages for codes that are those of countries, or former ones, where the theme has no such language."""
_REGIONS = {"uk": "gb", "eng": "gb", "usa": "us", "bra": "br", "mex": "mx"}
"""The regions for what is written in their place, by ISO 3166-1."""


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
    meant = _meant(code)
    variety = _variety(meant) if translation_for(meant, templates) else ""
    if variety and variety == code:
        return ""
    candidates = known | ({variety} if variety else set())
    hints = (did_you_mean(likely, candidates, 1) for likely in (meant, *map(_language, (meant, code))))
    hint = next(filter(None, hints), "Write a code, such as en, de or pt-BR.")
    return f'The theme does not know the language "{code}". {hint}'


def _translations(templates: Iterable[str]) -> set[str]:
    return {file.stem for folder in templates for file in Path(folder, "partials", "languages").glob("*.html")}


def _meant(code: str) -> str:
    """Return the tag that a chair meant: `en-GB` for `en-UK`, `el` for `gr` or `Greek`; empty if none is known."""
    plain = code.replace("_", "-").lower()
    language, *parts = plain.split("-")
    whole = "-".join((_MEANT.get(language, language), *(_REGIONS.get(part, part) for part in parts)))
    return language_tag(_MEANT.get(plain, whole))


def _language(code: str) -> str:
    return re.split("[-_]", code)[0]


def _variety(tag: str) -> str:
    """Return a tag if CLDR has it, and it is of a country's variety of a language, or of a script; else nothing."""
    from babel import Locale, UnknownLocaleError  # asked for a variety alone

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    language, *parts = tag.split("-")
    is_whole = {locale.language, locale.script or "", locale.territory or ""} >= {language, *parts}
    return tag if parts and is_whole else ""
