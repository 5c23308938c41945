"""Greek: nouns, adjectives and participles in each case and number, with the accents that move.

After the declensions of M. Triantafyllidis, Modern Greek Grammar (1941), with the learned endings that legal texts have
beside them. An accent tells words apart: νόμος, a law, and νομός, a prefecture.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from studyguide.markdown.inflection.declension import declension, declined
from studyguide.markdown.inflection.model import Inflection, is_abbreviation, without_accents, words_of

_ACUTE, _DIAERESIS = "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DIAERESIS}"
_OLD_ACCENTS = str.maketrans(dict.fromkeys("\N{COMBINING GRAVE ACCENT}\N{COMBINING GREEK PERISPOMENI}", _ACUTE))
_POLYTONIC = re.compile(r"[\u0300-\u036f\u1f00-\u1fff]")
_ACCENTED = re.compile("[άέήίόύώΐΰ]")
_SECOND_ACCENT = re.compile("([άέήίόύώΐΰ][^-]*)([άέήίόύώΐΰ])")
"""That before an enclitic, as in "η εκμετάλλευσή τους"."""
_VOWEL = re.compile("[αεου]ι|[αεηο]υ|[αεηιουωϊϋ]")
"""A vowel, or two letters that are read as one."""
_READ_APART = re.compile("(?<=[άό])[ιυ]|(?<=έ)ι")
"""The second of two letters of which the first has the accent, so that it needs a diaeresis if that moves."""
_DIAERESES = str.maketrans("ιυ", "ϊϋ")

_UNCHANGED = words_of("""
    ανά αντί από για δια εις εκ εν επί εναντίον και κατά με μέσω μετά μη μην να προς σαν σε στα στη στην στις
    στο στον στους στων τα τη την της τησ τισ το τον του τουσ των υπέρ υπό χωρίσ ωσ
""")
_NEUTERS_IN_OS = words_of("""
    αίσχοσ βρέφοσ εύροσ ζεύγοσ θράσοσ κτήνοσ μίσοσ ξίφοσ όφελοσ πάχοσ σκεύοσ σμήνοσ τείχοσ χάοσ χείλοσ ίχνοσ
    άγχοσ άλσοσ άνθοσ βάθοσ βάροσ βέλοσ γένοσ δάσοσ δέοσ έδαφοσ έθνοσ είδοσ έλεοσ έλοσ έτοσ ήθοσ θάρροσ θέροσ
    κέρδοσ κόστοσ κράτοσ κύροσ κύτοσ λάθοσ μέγεθοσ μέλοσ μένοσ μέροσ μήκοσ νέφοσ πάθοσ πένθοσ πέλαγοσ πλάτοσ
    πλήθοσ σθένοσ σκάφοσ σκέλοσ στέλεχοσ στήθοσ τέλοσ ύφοσ ύψοσ χρέοσ ψεύδοσ ψύχοσ
""")
_OTHER_WORDS = words_of("δουλειών μέσα σύμφωνα")
"""Forms that, alone, are more often of other words: of jobs, not of slavery; inside; according to."""
_ADJECTIVES = "μέν|αί|εί|έ|ώ|άτ|μεγάλ|^2ξέν|^2μόν|^2άλλ|^2όλ|^2λίγ"
"""The last letters of the stems of adjectives with an accent before the ending, to tell them from nouns."""
_OXYTONE_ADJECTIVES = (
    "ικ|ιν|τ|ηλ|απλ|ομαλ|[αειηυδχ]ρ|φτωχ|νεκρ|μικρ|πικρ|ορφαν|κεν|κοιν|γυμν|αγν|ικαν|πιθαν|σεμν|λευκ|κακ|καλ"
)
_IMPARISYLLABIC = "[αάιίυύ]δ|τητ|[οόιίυύώ]ν|[εέ]ρ"
"""The last letters of stems whose genitive plural has its accent before the ending."""

# Before a word comes the place of its accent from the end, as in 3θάλασσα. A digit behind an ending says on which vowel
# from the end the accent falls; without one it stays where it is, or as near as it may be.
_DECLENSIONS = (
    # masculine, and feminine in -ος
    declension("οσ", "ου ου2 ο οι ων ων2 ουσ ουσ2"),
    declension("όσ", "ου1 ο1 οι1 ων1 ουσ1"),
    declension("έασ", "εα2 εωσ2 εισ1 εων2"),
    declension("([^έ])ασ", "α εσ ων2", r"\1"),
    declension("^(2.*)ασ", "ων1", r"\1"),
    declension("άσ", "α1 αδεσ2 αδων2"),
    declension("ησ", "η εσ ων1"),
    declension("ήσ", "η1 εσ1 ων1"),
    # feminine
    declension("([^μ])α", "ασ εσ ων1", r"\1"),
    declension("ά", "ασ1 εσ1 ων1"),
    declension("([εου]ι)α", "ασ2", r"\1"),
    declension("([^σξψ])η", "ησ εσ ων1", r"\1"),
    declension("ή", "ησ1 εσ1 ων1"),
    declension("([σξψ]|δύναμ|πόλ|πίστ)η", "ησ εωσ3 εισ2 εων3", r"\1"),
    # neuter
    declension("ο", "ου ου2 α ων ων2"),
    declension("ό", "ου1 α1 ων1"),
    declension("ι", "ιου1 ια ιων1"),
    declension("ί", "ιου1 ια1 ιων1"),
    declension("μα", "ματοσ ματα ματων2"),
    declension("([σξψ])ιμο", "ιματοσ ιματα ιματων2", r"\1"),
    declension("ον", "οντοσ οντα οντων2"),
    declension("όν", "οντοσ2 οντα2 οντων2"),
    declension("ώσ", "ωτοσ2 ωτα2 ωτων2"),
    declension("^.φωσ", "φωτοσ1 φωτα2 φωτων2"),
    declension("(γεγον)όσ", "οτοσ2 οτα2 οτων2", r"\1"),
    # participles: αιτών, αιτούντες; επιζών, επιζώντες; παρών, παρόντες; συμμετέχων, συμμετέχοντες
    declension("ών", "ουντα2 ουντοσ2 ουντεσ2 ουντων2 ουσα2 ουσασ2 ουσεσ2 ουσων1"),
    declension("ών", "ωντα2 ωντοσ2 ωντεσ2 ωντων2 οντα2 οντοσ2 οντεσ2 οντων2"),
    declension("^(3.*|2.*)ων", "οντα3 οντοσ3 οντεσ3 οντων2 ουσα3 ουσασ3 ουσεσ3 ουσων1", r"\1"),
    declension("(ού|ώ|ό)ντεσ", "ντα ντοσ ντων", r"\1"),
    declension("(ο)ντεσ", "ντα ντοσ ντων2", r"\1"),
    declension("(?:ού|ώ)ντεσ", "ών"),
    declension("οντεσ", "ων"),
    declension("(κρέ|πέρ|τέρ)ασ", "ατοσ ατα ατων2", r"\1"),
    # adjectives and participles
    declension("^(3.*)οσ", "η ησ α ασ ο εσ", r"\1"),
    declension(f"({_ADJECTIVES})οσ", "η ησ α ασ ο εσ", r"\1"),
    declension(f"({_OXYTONE_ADJECTIVES})όσ", "η1 ησ1 α1 ασ1 εσ1", r"\1"),
    declension("ύσ", "υ1 ιου1 εοσ2 ιοι1 ιων1 ιουσ1 ια1 ιασ1 ιεσ1 εων2 εισ1 εια2 ειασ2 ειεσ2 ειων1"),
    declension("ύ", "εοσ2 ιου1 εα2 ια1 εων2 ιων1"),
    declension("([^τ])ήσ", "ουσ1 εισ1", r"\1"),
    declension("(ώδ|ήρ)ησ", "ουσ εισ", r"\1"),
    declension("έσ", "ουσ1 η1 ων1"),
    # the plural
    declension("οι", "ων ων2 ουσ ουσ2"),
    declension("οί", "ων1 ουσ1"),
    declension("εσ", "ων1"),
    declension("εισ", "εων3"),
    declension("είσ", "εων2 ων1"),
    declension("^(3.*[^σξψ])(?:α|η|εσ)", "ων ων2", r"\1"),
    declension(f"({_ADJECTIVES}|{_IMPARISYLLABIC})(?:α|η|εσ)", "ων2", r"\1"),
    declension("(όπλ|μέτρ|μέσ|κέντρ|έργ|φύλλ|δέντρ|ζώ)α", "ων2", r"\1"),
    declension("ματα", "ματων2"),
)


def fold(word: str) -> str:
    """Return a word in small letters, with σ for ς and one accent at most, an acute, for each part of a compound."""
    folded = (_monotonic(word) if _POLYTONIC.search(word) else word).lower().replace("ς", "σ")
    return _SECOND_ACCENT.sub(lambda found: found[1] + without_accents(found[2], _DIAERESIS), folded)


def _monotonic(word: str) -> str:
    """Return a word in polytonic or decomposed spelling in today's."""
    parts = unicodedata.normalize("NFD", word).translate(_OLD_ACCENTS)
    kept = "".join(part for part in parts if not unicodedata.combining(part) or part in _ACUTE + _DIAERESIS)
    return without_accents(kept, _DIAERESIS) if _is_monosyllabic(kept) else unicodedata.normalize("NFC", kept)


def _is_monosyllabic(word: str) -> bool:
    return len(_VOWEL.findall(without_accents(word, _DIAERESIS).lower())) == 1


def capitals(form: str) -> Iterable[str]:
    """Return a form in capitals, without accents or with them, and with a first capital that has none."""
    bare = without_accents(_apart(form), _DIAERESIS).upper()
    return (bare, without_accents(form).upper(), form.upper(), without_accents(form[0]) + form[1:])


def forms_of(word: str) -> set[str]:
    """Return the forms of a folded word that stands alone."""
    return forms_in_name(word, 0, 1) - (_OTHER_WORDS - {word})


def forms_in_name(word: str, place: int, count: int) -> set[str]:
    """Return the forms of a folded word in a name of several words."""
    if word in _UNCHANGED or len(word) < 2 or is_abbreviation(word):
        return {word}
    if word in _NEUTERS_IN_OS:
        return {word, *map(_accented, (f"{word[:-2]}{ending}" for ending in ("ουσ2", "η2", "ων1")))}
    return {word, *map(_accented, declined(f"{_place_of_accent(word)}{word}", _DECLENSIONS))}


def _place_of_accent(word: str) -> int:
    """Return on which vowel from the end the accent is; 0 if there is none."""
    accent = _ACCENTED.search(word)
    return sum(vowel.end() > accent.start() for vowel in _VOWEL.finditer(_unaccented(word))) if accent else 0


def _accented(form: str) -> str:
    """Put the accent of a form where the digit at its end says, or leave it where it is, as far as that is allowed."""
    letters = form.strip("0123")
    place = int(form[-1]) if form[-1].isdigit() else min(_place_of_accent(letters), 3)
    bare = _unaccented(letters)
    vowels = list(_VOWEL.finditer(bare))
    if len(vowels) < 2 or not place:
        return bare
    end = vowels[-min(place, len(vowels))].end()
    accented = unicodedata.normalize("NFC", f"{bare[:end]}{_ACUTE}{bare[end:]}")
    return re.sub("(?<=[άό])[ϊϋ]|(?<=έ)ϊ", lambda found: without_accents(found[0]), accented)


def _apart(word: str) -> str:
    return _READ_APART.sub(lambda found: found[0].translate(_DIAERESES), word)


def _unaccented(word: str) -> str:
    """Return a word without its accent, and letter for letter as long."""
    return without_accents(_apart(word), _DIAERESIS)


INFLECTION = Inflection(forms_of=forms_of, forms_in_name=forms_in_name, fold=fold, capitals=capitals)
