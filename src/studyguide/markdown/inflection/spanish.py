"""Spanish: the plural and singular of nouns and adjectives; with the accents that come or go.

Razón, razones; joven, jóvenes. After the Nueva gramática de la lengua española (RAE) and its Ortografía.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from studyguide.markdown.inflection.model import Inflection, by_ending, lower_words, without_accents, words_of
from studyguide.markdown.inflection.romance import agreeing, bare_capitals, both_numbers, fold_but_initials

_FIXED = words_of("""
    al ante bajo con contra cual cuando de del desde donde durante el ella ellas ellos en entre hacia hasta la las le
    les lo los más me mediante menos ni no nos para pero por que quien se según si sí sin sobre su sus te tras tu un
    una unas unos yo
""")
"""Function words."""
_PLURALS = by_ending("""
    * > ~s
    s x >
    d j l n r y > ~es
    z > ces
    ch > ~es ~s
    í ú > ~s ~es
    án > anes
    én > enes
    ín > ines
    ón > ones
    ún > unes
    ás > ases
    és > eses
    ís > ises
    ós > oses
    ús > uses
    a|ín a|ís a|ún e|ín o|ín > ~es
    ^dios ^gas ^gris ^mes ^res ^tos > ~es
    ^álbum > ~es
    ^club > ~es ~s
    ^lord > lores
    ^récord > ~s
    ^carácter > caracteres
    ^espécimen > especímenes
    ^régimen > regímenes
""")
_SINGULARS = by_ending("""
    s > -
    d|es j|es l|es r|es > - e
    al|es ar|es dad|es el|es er|es ir|es ol|es or|es tud|es y|es > -
    ces > z ce
    ^cru|ces ^jue|ces ^lu|ces ^pa|ces ^pe|ces ^raí|ces ^ve|ces ^vo|ces > z
    anes > án an
    enes > én en ene
    ines > ín in
    ones > ón one
    i|ones > ón
    unes > ún un
    ases > ase
    eses > és es ese
    ises > ís is ise
    oses > ós os ose
    uses > ús us use
    íses > ís
    ^aire|s ^cine|s ^sede|s ^vale|s > -
    ^gases > gas
    ^dioses > dios
    ^álbumes > álbum
    ^clubes > club
    ^caracteres > carácter
    ^especímenes > espécimen
    ^regímenes > régimen
    ^afueras ^antes ^bienes ^dos ^filipinas ^gracias ^honduras ^mes ^gas ^res ^tos ^tres >
""")
"""In the last row are words that without -s, or -es, would be others: "bienes" are goods, and "bien" is well."""
_FEMININES = by_ending("""
    ^abogad|o ^acusad|o ^adult|o ^alumn|o ^asilad|o ^beneficiari|o ^campesin|o ^ciudadan|o ^condenad|o ^delegad|o > a
    ^deportad|o ^desaparecid|o ^desplazad|o ^detenid|o ^diputad|o ^emplead|o ^empresari|o ^esclav|o ^exiliad|o > a
    ^funcionari|o ^herid|o ^maestr|o ^ministr|o ^obrer|o ^pres|o ^prisioner|o ^refugiad|o ^repatriad|o ^retornad|o > a
    ^extranjer|o ^secretari|o ^usuari|o ^voluntari|o > a
    ^agresor ^autor ^consumidor ^defensor ^director ^embajador ^explotador ^investigador ^legislador ^mediador > ~a
    ^negociador ^observador ^productor ^profesor ^relator ^trabajador > ~a
    ^president|e > a
""")
"""Of nouns for people."""
_GENDERS = by_ending("""
    a > o
    o > a
""")
"""Of adjectives."""
_TILDE = "\u0303"
_STRESSED_LAST_BUT_ONE = re.compile(r"(?P<before>[a-zñ]*?)(?P<vowels>[aeiou]+)(?P<end>[^aeiou]+[aeiou]n)")
"""A word in -n whose stress needs no accent, and does in its plural."""
_STRESS = str.maketrans("aeo", "áéó")


def _plurals(word: str) -> Iterable[str]:
    return (with_accent,) if (with_accent := _with_accent(word)) else _PLURALS(word)


def _with_accent(word: str) -> str:
    """Return the plural that gains an accent, as jóvenes of joven; empty for another word."""
    found = _STRESSED_LAST_BUT_ONE.fullmatch(word)
    if not found:
        return ""
    vowels = found["vowels"]
    stressed = vowels.translate(_STRESS)
    if stressed == vowels:  # no open vowel: the last closed one has the stress
        stressed = vowels[:-1] + {"i": "í", "u": "ú"}[vowels[-1]]
    return f"{found['before']}{stressed}{found['end']}es"


def _singulars(word: str) -> Iterable[str]:
    bare = without_accents(word, kept=_TILDE)
    singular = bare.removesuffix("es")
    return [*_SINGULARS(word), *([singular] if _with_accent(singular) == word else [])]


def _capitals(form: str) -> Iterable[str]:
    return bare_capitals(form, kept=_TILDE)


_FORMS_OF = both_numbers(_plurals, _singulars, _FEMININES, _FIXED)
INFLECTION = Inflection(
    forms_of=_FORMS_OF,
    forms_in_name=agreeing(_FORMS_OF, _GENDERS),
    fold=fold_but_initials,
    capitals=_capitals,
    in_sentence=lower_words,
)
