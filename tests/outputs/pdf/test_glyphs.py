"""Tests of outputs.pdf.glyphs: which letters the handout lacks, as its fonts say themselves."""

from html import escape

import pytest

from studyguide.data import typefaces
from studyguide.outputs.book import OutputError
from studyguide.outputs.pdf.compile import make_handout
from studyguide.outputs.pdf.glyphs import may_lack_glyphs, missing_glyphs
from tests.outputs.pdf.test_compile import COVER, DAY, PICTURES, a_page

PRINTED = (
    "أبتثجحخدذرزسشصضطظعغفقكلمنهوي٠١٢٣،؟ پچژگکی",
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "中文（《儿童权利公约》），誰付錢？「引號」",
    "ქართული Հայերեն Nguyễn Thị",
    "✓✔✗✘☐☑☒★→⇒•‣◦…–—″′№™₽×÷≤≥≠∞½⅓ﬁﬂ",
)
"""What a guide may hold all the same."""
ONLY_UNFIT = "हलລາວ"
"""Letters that Typst has in a font for formulas or for code alone."""
COMMON = "".join(
    chr(code)
    for first, last in (
        (0x20, 0x24F),
        (0x370, 0x4FF),
        (0x1E00, 0x1EFF),
        (0x2010, 0x2040),
        (0x20A0, 0x20BF),
        (0x2190, 0x22FF),
    )
    for code in range(first, last + 1)
    if chr(code).isprintable()
)


def is_set(text: str) -> bool:
    """Tell whether Typst sets each sign of a text."""
    signs = "".join(f"<p>{escape(sign)}</p>" for sign in text)
    try:
        make_handout([a_page("x", f"<p>{escape(text)}</p>{signs}")], COVER, DAY, PICTURES.__getitem__, 0)
    except OutputError:
        return False
    return True


@pytest.mark.parametrize("text", PRINTED)
def test_what_the_fonts_have(text: str) -> None:
    assert missing_glyphs(text) == frozenset()
    assert is_set(text)


def test_of_common_letters_the_fonts_are_not_asked_and_have_them() -> None:
    assert not may_lack_glyphs(COMMON)
    assert is_set(COMMON)


@pytest.mark.parametrize("letters", ["かなカナ", "한국", "ไทย", "हल", "বল", "አማ", "ລາວ", "✀"])
def test_what_the_fonts_lack(letters: str) -> None:
    assert missing_glyphs(f"A {letters}, אב") == frozenset(letters)
    assert not any(is_set(letter) for letter in letters if letter not in ONLY_UNFIT)


@pytest.mark.parametrize("letters", ["سلام", "中文"])
def test_without_its_typeface_a_script_is_not_printed_in_that_of_code(
    letters: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typefaces, "find_spec", lambda package: None)
    assert missing_glyphs(letters) == frozenset(letters)


@pytest.mark.parametrize("language", ["zh", "zh-Hant"])
def test_both_kinds_of_chinese_are_there_in_each(language: str) -> None:
    assert missing_glyphs("習习", language) == frozenset()


@pytest.mark.parametrize("mark", ["\u20d7", "\u20e3", "\ufe20"])
def test_a_mark_that_the_fonts_lack(mark: str) -> None:
    assert missing_glyphs(f"1\ufe0f{mark} and e\u0301, x\u0336") == {mark}
    assert not is_set(f"a{mark}")


@pytest.mark.parametrize("text", ["", "plain", "\u200b\u200d\ufe0f\u00ad\u2060\ufeff", "\x80\x85", "e\u0670"])
def test_what_is_no_letter_is_none_that_is_missing(text: str) -> None:
    assert missing_glyphs(text) == frozenset()
