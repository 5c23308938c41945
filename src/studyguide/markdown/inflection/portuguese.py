"""Portuguese: the plural and singular of nouns and adjectives.

After Cunha and Cintra, Nova gramática do português contemporâneo, on the plural of nouns and adjectives.
"""

from __future__ import annotations

from collections.abc import Iterable

from studyguide.markdown.inflection.model import Inflection, by_ending, lower_words, words_of
from studyguide.markdown.inflection.romance import agreeing, bare_capitals, both_numbers, fold_but_initials

_FIXED = words_of("""
    ao aos as com como contra da das de desde do dos durante ela elas ele eles em entre lhe mais mas me mediante menos
    na nas nem no nos não os ou para pela pelas pelo pelos por que quem se sem seu seus sob sobre sua suas são um uma
    umas uns até após à às
""")
"""Function words."""
_PLURALS = by_ending("""
    * > ~s
    s x >
    ão > ões
    ^ch|ão ^cidad|ão ^concidad|ão ^cortes|ão ^crist|ão ^desv|ão ^gr|ão ^irm|ão ^m|ão ^pag|ão ^v|ão > ãos
    ^acórd|ão ^bênç|ão ^órf|ão ^órg|ão ^sót|ão > ãos
    ^alem|ão ^c|ão ^capel|ão ^capit|ão ^catal|ão ^charlat|ão ^escriv|ão ^p|ão ^sacrist|ão ^tabeli|ão > ães
    ^an|ão ^artes|ão ^corrim|ão ^ver|ão ^vil|ão > ões ãos
    ^cirurgi|ão ^guardi|ão ^refr|ão > ões ães
    ^alde|ão ^anci|ão ^ermit|ão > ãos ões ães
    al > ais
    el > éis
    ác|el áv|el év|el íqu|el ív|el óv|el ún|el úv|el > eis
    il > is
    áb|il ác|il ág|il át|il éb|il épt|il ér|il ért|il ét|il êxt|il íc|il íss|il óc|il óss|il út|il > eis
    ol > óis ois
    ul > uis
    ^gol > ~s
    ^cônsul ^mal > ~es
    ^real > reais réis
    m > ns
    n > ~s
    r z > ~es
    a|iz u|iz > ízes
    ás > ases
    ês > eses
    ís > ~es
    ós > oses
    ^deus > ~es
    ^caráter > caracteres
    ^hífen > hifens
    ^júnior > juniores
    ^qualquer > quaisquer
    ^sênior > seniores
""")
_SINGULARS = by_ending("""
    s > -
    ães ãos ões > ão
    ^mães > mãe
    ais > al ai
    eis > el il ei
    éis > el éi
    is > il i
    ois > ol oi
    óis > ol ói
    uis > ul ui
    ns > m n
    res > r re
    zes > z
    ^bronze|s ^gaze|s > -
    a|ízes u|ízes > iz
    ases > ase
    ^gases > gás
    ^lei|s ^rei|s > -
    d|ores l|ores s|ores t|ores > or
    eses > ês ese
    íses > ís
    oses > ós ose
    ís >
    ^caracteres > caráter
    ^cônsules > cônsul
    ^deuses > deus
    ^hifens > hífen
    ^males > mal
    ^quaisquer > qualquer
    ^réis > real
    ^antes ^bens ^costas ^deus ^dois ^férias ^gás ^mais ^mês ^mis ^três >
""")
"""In the last row are words that without -s would be others: "bens" are goods, and "bem" is well."""
_FEMININES = by_ending("""
    ^acusad|o ^adult|o ^advogad|o ^alun|o ^asilad|o ^beneficiári|o ^condenad|o ^delegad|o ^deportad|o > a
    ^deputad|o ^desaparecid|o ^deslocad|o ^detid|o ^empregad|o ^empresári|o ^escrav|o ^estrangeir|o ^exilad|o > a
    ^expuls|o ^ferid|o ^funcionári|o ^ministr|o ^operári|o ^pres|o ^prisioneir|o ^refugiad|o ^repatriad|o > a
    ^usuári|o ^voluntári|o > a
    ^utilizador > ~a
    ^agressor ^autor ^consumidor ^defensor ^diretor ^explorador ^investigador ^legislador ^mediador ^negociador > ~a
    ^observador ^produtor ^professor ^relator ^trabalhador > ~a
    ^camponês > camponesa
    ^cidad|ão > ã
    ^embaixador > ~a
    ^órf|ão > ã
""")
"""Of nouns for people."""
_GENDERS = by_ending("""
    a > o
    o > a
""")
"""Of adjectives."""
_LONG = 6
"""The number of letters from which a word without its accents is hardly another, as "pais" is."""


def _capitals(form: str) -> Iterable[str]:
    return bare_capitals(form) if len(form) >= _LONG else (form.upper(), form.capitalize())


_FORMS_OF = both_numbers(_PLURALS, _SINGULARS, _FEMININES, _FIXED)
INFLECTION = Inflection(
    forms_of=_FORMS_OF,
    forms_in_name=agreeing(_FORMS_OF, _GENDERS),
    fold=fold_but_initials,
    capitals=_capitals,
    in_sentence=lower_words,
)
