"""What the Romance languages share: two numbers, a gender that is the noun's, and capitals that may lose accents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from studyguide.markdown.inflection.model import without_accents

_Forms = Callable[[str], Iterable[str]]
_ADJECTIVE = 4
"""The number of letters of the shortest adjective: articles have less."""


def both_numbers(plurals: _Forms, singulars: _Forms, feminines: _Forms, fixed: Collection[str]) -> _Forms:
    """Return what gives the singular and plural of a word in either, and of a man's name the woman's.

    Gender stays else, since within a term the noun gives it; the words `fixed` have one form.
    """

    def forms_of(word: str) -> Iterable[str]:
        if word in fixed or len(word) == 1:
            return ()
        men = [word, *singulars(word)]
        people = [*men, *(woman for man in men for woman in feminines(man))]
        return [form for each in people for form in (each, *plurals(each))]

    return forms_of


def agreeing(forms_of: _Forms, genders: _Forms) -> Callable[[str, int, int], Iterable[str]]:
    """Return what also gives the other gender of all words of a name but the first, by a word and its place.

    They agree with a noun that means men and women: a "mineur non accompagné" or "mineure non accompagnée". Beside a
    noun of one gender no text has the other.
    """

    def forms_in_name(word: str, place: int, count: int) -> Iterable[str]:
        forms = [word, *forms_of(word)]
        others = {other for form in forms for other in genders(form)} if place and len(word) >= _ADJECTIVE else ()
        return [*forms, *(form for other in others for form in (other, *forms_of(other)))]

    return forms_in_name


def fold_but_initials(word: str) -> str:
    """Fold case, but not of a bare vowel or C at the beginning, whose accent may be left out: "Etat" is "état"."""
    return word[0] + word[1:].lower() if word[0] in "AEIOUC" else word.lower()


def bare_capitals(form: str, kept: str = "") -> Iterable[str]:
    """Return a form in capitals, with accents and without, and with a bare initial: ÉTAT, ETAT, Etat for "état"."""
    return (form.upper(), without_accents(form, kept).upper(), without_accents(form[0], kept).upper() + form[1:])
