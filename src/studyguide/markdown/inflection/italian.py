"""Italian: the plural and singular of nouns and adjectives; elided articles and prepositions are words of their own.

After Serianni, Grammatica italiana, on the number of nouns and adjectives.
"""

from __future__ import annotations

import re

from studyguide.markdown.inflection.model import LETTERS, SIGN, Inflection, by_ending, lower_words, words_of
from studyguide.markdown.inflection.romance import agreeing, bare_capitals, both_numbers, fold_but_initials

_ELIDED = (
    r"(?i:[cdlmnstv]|un|gl|quest|quell|sant|grand|nessun|ciascun|tutt|senz|anch|(?:d[ae]|a|ne|su|co)ll)['’ʼ](?=\w)"
)
_FIXED = words_of("""
    ad agli ai al alla alle allo anche che chi col come con contro cui da dagli dai dal dalla dalle dallo degli dei
    del della delle dello di dopo dove durante ed entro fra gli il in la le lo loro ma mediante nei nel nella nelle
    nello negli non nonché oltre per più presso prima quale se senza si sono sopra sotto su sugli sui sul sulla sulle
    sullo tra un una uno verso
""")
"""Function words."""
_PLURALS = by_ending("""
    a > e
    c|a g|a > he
    o > i
    e > i
    io > i ii
    ie > i
    c|o g|o > hi i
    ic|o > i
    ^antic|o ^caric|o ^incaric|o ^fic|o > hi
    c|ia g|ia > e ie
    ist|a cid|a crat|a iatr|a > i e
    ^conquist|a ^list|a ^pist|a ^rivist|a ^vist|a > e
    gramm|a em|a arc|a > i
    ^crem|a > e
    ^cinema ^serie ^specie >
    ^al|a ^arm|a ^clim|a ^diplom|a ^dogm|a ^dramm|a ^enigm|a ^fantasm|a ^genom|a ^idiom|a ^panoram|a ^pilot|a > i
    ^pirat|a ^poet|a ^profet|a ^stigm|a ^traum|a > i
    ^atlet|a > i e
    ^colleg|a > hi he
    ^banche ^bambine ^cacce ^carte ^case ^cause ^chiese ^colle ^colonie ^colpe ^condanne ^corse ^coste ^economie >
    ^lotte ^mine ^mode ^mostre ^partite ^piante ^porte ^poste ^prove ^punte ^quote ^razze ^regole ^richieste >
    ^spese ^stampe ^tasse ^teste ^vie >
    ^uomo > uomini
    ^dio > dei
    ^tempio > templi
    ^bracci|o ^centinai|o ^dit|o ^labbr|o ^migliai|o ^migli|o ^pai|o ^uov|o > a
    ^fondament|o ^grid|o ^membr|o ^mur|o ^oss|o > a i
""")
"""Some plurals in -e get no form in -i, which would be another word's plural: "case" are houses, "casi" are cases."""
_SINGULARS = by_ending("""
    i > o io
    e > a
    c|he g|he > a
    c|hi g|hi > o
    sc|hi > hio o
    c|i g|i > o io e
    c|e g|e > ia
    c|ie g|ie > ia
    ist|i gramm|i em|i > a
    ^arm|i ^clim|i ^omicid|i ^pirat|i ^poet|i ^profet|i > a
    ^colleg|hi > a
    al|i ant|i bil|i dr|i ent|i es|i ion|i ssil|i vil|i > e
    ar|i on|i or|i > e o io
    ment|i event|i > o
    ^allarm|i ^art|i ^bas|i ^ben|i ^carcer|i ^class|i ^confin|i ^cort|i ^crimin|i ^dover|i ^esam|i ^fam|i > e
    ^fas|i ^fin|i ^fium|i > e
    ^font|i ^gener|i ^giovan|i ^immagin|i ^interess|i ^legg|i ^limit|i ^mort|i ^nav|i ^nev|i ^nom|i ^nott|i > e
    ^ordin|i ^origin|i > e
    ^part|i ^pont|i ^poter|i ^princip|i ^regim|i ^ret|i ^salut|i ^sem|i ^sort|i ^termin|i ^vall|i > e
    ^cris|i ^tes|i >
    ale allarme ame ^arte base classe confine corte crimine croce ere fase ^fine fonte ice ile immagine >
    interesse ione ire >
    legge limite luce margine morte nome notte ordine ore origine pace ^parte rete salute specie termine ume >
    valle voce >
    ante ente >
    ier|e piant|e > a
    ^uomini > uomo
    ^templi > tempio
""")
_FEMININES = by_ending("""
    ^accusat|o ^avvocat|o ^cittadin|o ^condannat|o ^delegat|o ^deportat|o ^deputat|o ^detenut|o ^esiliat|o > a
    ^funzionari|o ^immigrat|o ^impiegat|o ^ministr|o ^operai|o ^prigionier|o ^profug|o ^rifugiat|o ^sfollat|o > a
    ^stranier|o ^volontari|o > a
    ^ambascia|tore ^at|tore ^diret|tore ^legisla|tore ^lavora|tore ^media|tore ^negozia|tore ^osserva|tore > trice
    ^rela|tore > trice
    ^student|e > essa
""")
"""Of nouns for people."""
_GENDERS = by_ending("""
    a > o
    o > a
""")
"""Of adjectives."""

_FORMS_OF = both_numbers(_PLURALS, _SINGULARS, _FEMININES, _FIXED)
INFLECTION = Inflection(
    forms_of=_FORMS_OF,
    forms_in_name=agreeing(_FORMS_OF, _GENDERS),
    fold=fold_but_initials,
    capitals=bare_capitals,
    in_sentence=lower_words,
    word=re.compile(rf"{_ELIDED}|{LETTERS}(?:[-‐‑]{LETTERS}|['’ʼ]{LETTERS})*|{SIGN}"),
)
