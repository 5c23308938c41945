"""Tests of data.mojibake: garbled letters are those that the bytes of their encoding say, and no language's are."""

import pytest

from studyguide.data.pasted_text import as_typed, pasted_in

LETTERS = "éèêëàâçñóòôöõúùûüíîïåæøßÉÖÜ’‘“”–—…•€™°§£«»\xa0½²´ﬁ→✓≤−😀"


def garbled(text: str, encoding: str) -> str:
    """The text as a program shows it that reads UTF-8 in another encoding; undefined bytes are control characters."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_letter_is_mended(letter: str, encoding: str) -> None:
    typed = {"ﬁ": "fi"}.get(letter, letter)
    assert as_typed(f"a{garbled(letter, encoding)}b c") == f"a{typed}b c"
    assert [found.kind for found in pasted_in(f"a{garbled(letter, encoding)}b c")] == ["garbled"]


@pytest.mark.parametrize("letter", "éèàñüöç’“”–—…")
def test_a_letter_is_mended_that_a_mac_garbled(letter: str) -> None:
    assert as_typed(f"caf{garbled(letter, 'mac-roman')}s") == f"caf{letter}s"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("â€œWaterâ€\x9d", "“Water”"),
        ("â€œWaterâ€ and", "“Water” and"),
        ("\x93Water\x94 \x96 it\x92s", "“Water” – it’s"),
        ("Ã la carte, voilÃ la", "à la carte, voilà la"),
        ("ï»¿Water", "Water"),
        ("MÃ‰XICO", "MÉXICO"),
    ],
)
def test_it_is_mended(written: str, meant: str) -> None:
    assert as_typed(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "« À L’ÂGE » et «ÂGÉ», CAFÉ”, “CAFÉ…”, “résumé…”, hâlâ”, Mâcon – château",
        "“MANHÃ”, SÃO PAULO, IRMÃ… AMANHÃ de manhã, não",
        "România, țară, Â, Î; Việt Nam, Ấn Độ, Đà Nẵng, TÂN",
        "the root √2, √(a+b), a ± b, 20 °C, § 5, £5, ½, 5 × 3, ™, ‚so‘, ‚Ärger‘",
        "ðe olde ï, naïve, þing, Ísland, garðinum",
        "Ångström, Ærø, Øresund, Übung, Äpfel",
    ],
)
def test_what_languages_write_stays(text: str) -> None:
    assert list(pasted_in(text)) == []
