"""The typefaces of print beside Typst's own, by script: optional packages, of which a guide installs those it needs.

Typst carries Libertinus Serif, which has the Latin, Greek, Cyrillic and Hebrew letters. Its others are for code and for
formulas: Arabic text would stand in a typewriter's face, and Chinese text in none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from studyguide.labels.fallbacks import is_traditional

LATIN = "Libertinus Serif"
CODE = "DejaVu Sans Mono"
_HAN = (
    "\u2e80-\u303f\u3100-\u312f\u31a0-\u31ef\u3200-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U000323af"
)
"""The letters, punctuation and full-width forms of Chinese."""
_KANA, _HANGUL = "\u3040-\u30ff\u31f0-\u31ff", "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_NO_FACE = "\u0980-\u0dff\u0e80-\u109f\u1200-\u139f\u1780-\u17ff"
"""Letters of other scripts, from Bengali to Khmer: no typeface here has them, or one that is for code."""


@dataclass(frozen=True)
class Typeface:
    """A family that an optional package brings."""

    extra: str
    """The extra of the engine that installs it, as in `studyguide[arabic]`; its lock has the same name."""
    script: str
    """What has such letters, in words: 'Arabic'."""
    languages: frozenset[str]
    """The languages that are written in it, as primary subtags of BCP 47, or with a script or a region behind."""
    letters: str
    """The ranges of its letters, as in a character class."""
    package: str
    family: str
    strong: str = ""
    """The family for emphasis, where the family has neither bold nor italic letters."""
    leading: float = 0.62
    """The space between two lines of it, in em."""
    depth: float = 0.0
    """How far its letters reach below the baseline, in em, where that is so far that blocks must keep clear of it."""
    source: str = "https://github.com/notofonts"

    @property
    def folder(self) -> Path | None:
        """The folder of its package, which is not imported; None where it is not installed."""
        spec = find_spec(self.package)
        return Path(spec.origin).parent if spec and spec.origin else None


ARABIC = Typeface(
    "arabic",
    "Arabic",
    frozenset({"ar", "ckb", "fa", "ku-iq", "ps", "sd", "ug", "ur"}),
    "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "fontpkg_amiri",
    "Amiri",
    leading=0.6,
    depth=0.35,
    source="https://github.com/aliftype/amiri",
)
SIMPLIFIED = Typeface(
    "chinese",
    "Chinese",
    frozenset({"zh"}),
    _HAN,
    "pylopdf_fonts_zh_cn",
    "Noto Serif SC",
    "Noto Sans SC",
    leading=0.85,
    source="https://github.com/notofonts/noto-cjk",
)
TRADITIONAL = Typeface(
    "chinese-traditional",
    "Traditional Chinese",
    frozenset({"zh-hant"}),
    _HAN,
    "pylopdf_fonts_zh_tw",
    "Noto Serif TC",
    "Noto Sans TC",
    leading=0.85,
    source="https://github.com/notofonts/noto-cjk",
)
JAPANESE = Typeface(
    "japanese",
    "Japanese",
    frozenset({"ja"}),
    _HAN + _KANA,
    "pylopdf_fonts_jp",
    "Noto Serif JP",
    "Noto Sans JP",
    leading=0.85,
    source="https://github.com/notofonts/noto-cjk",
)
KOREAN = Typeface(
    "korean",
    "Korean",
    frozenset({"ko"}),
    _HANGUL + _HAN,
    "pylopdf_fonts_ko",
    "Noto Serif KR",
    "Noto Sans KR",
    leading=0.85,
    source="https://github.com/notofonts/noto-cjk",
)
DEVANAGARI = Typeface(
    "hindi",
    "Hindi",
    frozenset({"hi", "mr", "ne", "sa"}),
    "\u0900-\u097f\ua8e0-\ua8ff",
    "pylopdf_fonts_hi",
    "Noto Serif Devanagari",
    leading=0.8,
)
THAI = Typeface("thai", "Thai", frozenset({"th"}), "\u0e00-\u0e7f", "pylopdf_fonts_th", "Noto Serif Thai", leading=0.8)
TYPEFACES = (ARABIC, SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN, DEVANAGARI, THAI)
"""All of them; of two that have the same letters, the first is for a language that is written in neither."""
EAST_ASIAN = (SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN)

_UNPRINTED = frozenset({"am", "bn", "gu", "kn", "km", "lo", "ml", "my", "or", "pa", "si", "ta", "te"})
"""Languages whose letters no typeface here has, as primary subtags of BCP 47."""

_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_OF_SOME_FACE = re.compile(f"[{''.join(face.letters for face in TYPEFACES)}{_NO_FACE}]")


def is_printed(language: str) -> bool:
    """Return whether there is a typeface for a language, given as a BCP 47 tag."""
    return _UNPRINTED.isdisjoint(_ranges(language))


def typeface_of(language: str) -> Typeface | None:
    """Return the typeface of a language, given as a BCP 47 tag; None for those that Libertinus Serif has.

    Chinese is Simplified, but for the script `Hant` and the regions where that is usual.
    """
    if is_traditional(language):
        return TRADITIONAL
    return next((face for face in TYPEFACES if face.languages & _ranges(language)), None)


def typefaces_of(language: str, text: str) -> tuple[Typeface, ...]:
    """Return the typefaces that a text in a guide of this language needs, that of the language first.

    Beside Traditional Chinese, characters that are Simplified alone need their own, as in the title of a source.
    """
    own = typeface_of(language)
    faces = [own] if own else []
    left = without_letters_of(own, text) if own else text
    if own is TRADITIONAL:
        left += "".join(character for character in set(_IDEOGRAPH.findall(text)) if not _is_traditional(character))
    for face in TYPEFACES if has_other_letters(left) else ():
        others = without_letters_of(face, left)
        if others != left:
            faces.append(face)
        left = others
    return tuple(faces)


def _is_traditional(character: str) -> bool:
    """Return whether a character is in Big5, the usual set of Traditional Chinese."""
    return bool(character.encode("big5", "ignore"))


def without_letters_of(face: Typeface, letters: str) -> str:
    """Return the letters that a typeface is not for."""
    return re.sub(f"[{face.letters}]", "", letters)


def has_other_letters(text: str) -> bool:
    """Return whether a text has letters that Libertinus Serif lacks, and that no face for code should print."""
    return _OF_SOME_FACE.search(text) is not None


def _ranges(language: str) -> set[str]:
    """Return a tag's primary subtag, alone and with each of the others behind it, in lower case: {'zh', 'zh-hant'}."""
    primary, *others = re.split("[-_]", language.lower())
    return {primary, *(f"{primary}-{other}" for other in others)}
