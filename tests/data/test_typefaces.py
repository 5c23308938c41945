"""Tests of data.typefaces: which typeface a language has, and which ones a text needs.

What is expected is Unicode's: the blocks of a script's letters, and the likely script of a language (UTS 35).
"""

import re
import tomllib

import pytest

from studyguide.data.typefaces import (
    ARABIC,
    DEVANAGARI,
    KOREAN,
    SIMPLIFIED,
    TRADITIONAL,
    TYPEFACES,
    Typeface,
    has_other_letters,
    is_printed,
    typeface_of,
    typefaces_of,
)
from tests.paths import ENGINE, ROOT


@pytest.mark.parametrize(
    ("tag", "face"),
    [
        ("ar", ARABIC),
        ("fa", ARABIC),
        ("ku-IQ", ARABIC),
        ("zh", SIMPLIFIED),
        ("zh-Hans-HK", SIMPLIFIED),
        ("zh_Hant_SG", TRADITIONAL),
        ("zh-CN", SIMPLIFIED),
        ("zh-Hans", SIMPLIFIED),
        ("zh-Hant", TRADITIONAL),
        ("zh-TW", TRADITIONAL),
        ("zh_HK", TRADITIONAL),
        ("ne", DEVANAGARI),
        *((tag, None) for tag in ("en-GB", "fr", "el", "ru", "he", "pt-BR", "tr", "ku")),
    ],
)
def test_the_typeface_of_a_language(tag: str, face: Typeface | None) -> None:
    assert typeface_of(tag) is face


def test_some_languages_cannot_be_printed() -> None:
    assert [tag for tag in ("en", "hi", "th", "hy", "ka", "bn", "te-IN") if not is_printed(tag)] == ["bn", "te-IN"]


@pytest.mark.parametrize(
    ("language", "text", "faces"),
    [
        ("en", "Ελλάδα, Україна, שלום, Հայերեն, ქართული, Nguyễn, № 4 — “so” …", ()),
        ("en", "محمد and 北京", (ARABIC, SIMPLIFIED)),
        ("zh-Hant", "權利, محمد", (TRADITIONAL, ARABIC)),
        ("zh-Hant", "權利：习近平的訪問", (TRADITIONAL, SIMPLIFIED)),
        ("zh", "權利", (SIMPLIFIED,)),
        ("ar", "", (ARABIC,)),
        ("ko", "漢字 한국", (KOREAN,)),
    ],
)
def test_what_a_text_needs(language: str, text: str, faces: tuple[Typeface, ...]) -> None:
    assert typefaces_of(language, text) == faces
    assert has_other_letters(text) == bool(text and faces)


def test_each_is_an_extra_of_the_engine_with_a_lock_of_its_own() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    brought = {name: re.split(r"[ >]", packages[0])[0].replace("-", "_") for name, packages in extras.items()}
    assert brought == {face.extra: face.package for face in TYPEFACES}
    locks = {path.stem: path.read_text(encoding="utf-8") for path in (ENGINE / "authoring" / "font_locks").iterdir()}
    assert {name for name, text in locks.items() if f"\n{extras[name][0].partition(' ')[0]}==" in text} == extras.keys()


def test_what_is_installed_has_its_families() -> None:
    import typst

    for face in (ARABIC, SIMPLIFIED, TRADITIONAL):
        assert face.folder
        families = typst.Fonts(False, False, [str(face.folder)]).families()
        assert {face.family, face.strong or face.family} <= set(families)
