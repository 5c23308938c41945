"""Tests of markdown.inflection.greek: accents that move, and other words that are near."""

import pytest

from studyguide.markdown.inflection.greek import capitals, fold, forms_in_name, forms_of


def folded(words: str) -> set[str]:
    return {fold(word) for word in words.split()}


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("πόλη", "πόλης πόλεως πόλεις πόλεων"),
        ("πόλεμος", "πολέμου πόλεμοι πολέμων πολέμους"),
        ("μέθοδος", "μεθόδου μέθοδοι μεθόδων"),
        ("έδαφος", "εδάφους εδάφη εδαφών"),
        ("θάλασσα", "θάλασσας θάλασσες θαλασσών"),
        ("ομάδα", "ομάδας ομάδες ομάδων"),
        ("ταυτότητα", "ταυτότητας ταυτότητες ταυτοτήτων"),
        ("πολίτης", "πολίτη πολίτες πολιτών"),
        ("γραμματέας", "γραμματέα γραμματείς γραμματέων"),
        ("δικαίωμα", "δικαιώματος δικαιώματα δικαιωμάτων"),
        ("προϊόν", "προϊόντος προϊόντα προϊόντων"),
        ("καθεστώς", "καθεστώτος καθεστώτα καθεστώτων"),
        ("γεγονός", "γεγονότος γεγονότα γεγονότων"),
        ("φως", "φωτός φώτα φώτων"),
        ("διεθνής", "διεθνούς διεθνή διεθνείς διεθνών διεθνές"),
        ("ευρύς", "ευρεία ευρύ ευρείς"),
        ("παράνομη", "παράνομης παράνομες παράνομων"),
        ("εξαναγκασμένος", "εξαναγκασμένη εξαναγκασμένου εξαναγκασμένες"),
        ("νεράιδα", "νεράιδες νεραϊδών"),
        ("ζωή", "ζωής ζωές ζωών"),
    ],
)
def test_declines(word: str, forms: str) -> None:
    assert folded(forms) - forms_of(fold(word)) == set()


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("νόμος", "νομός νομών νομού"),  # a law: a prefecture
        ("φόρος", "φορά φορών"),  # a tax: a time
        ("χώρα", "χώρων χώρος"),  # a country: a space
        ("βία", "βίων"),  # violence: lives
        ("θύμα", "θυμών"),  # a victim: tempers
        ("πρόσφυγας", "προσφυγών"),  # a refugee: appeals
        ("δουλεία", "δουλειών"),  # slavery: jobs
        ("σύμφωνο", "σύμφωνα"),  # a pact: according to
        ("πόλος", "πόλη"),  # a pole: a town
        ("αγωγός", "αγωγή"),  # a pipe: an upbringing
        ("δικαστής", "δικαστείς"),  # a judge: you are judged
        ("από", "απού απά"),
        ("ΟΗΕ", "ΟΗΕσ"),
    ],
)
def test_makes_no_other_words(word: str, others: str) -> None:
    assert folded(others) & forms_of(word if word.isupper() else fold(word)) == set()


def test_in_a_name_of_several_words_a_form_is_no_other_word() -> None:
    assert "σύμφωνα" in forms_in_name("σύμφωνο", 1, 2)


def test_folds_enclitics_and_older_spellings() -> None:
    assert fold("εκμετάλλευσή") == fold("Εκμετάλλευση") == "εκμετάλλευση"
    assert [fold(word) for word in ("τοῦ", "ἀνθρώπων", "ᾠδὴ", "Εὐρωπαϊκὴ")] == ["του", "ανθρώπων", "ωδή", "ευρωπαϊκή"]
    assert fold("νόμος") != fold("νομός")


def test_capitals_may_lack_accents() -> None:
    assert {"ΑΝΘΡΩΠΟΣ", "ΆΝΘΡΩΠΟΣ", "ανθρωποσ"} <= set(capitals("άνθρωποσ"))
    assert {"ΜΑΪΟΣ", "ΜΑΙΟΣ", "ΜΆΙΟΣ"} <= set(capitals("μάιοσ"))
    assert {"ΕΥΡΩΠΑΪΚΗ", "ΕΥΡΩΠΑΙΚΗ"} <= set(capitals("ευρωπαϊκή"))
