"""French: the plural and singular of nouns and adjectives; elided articles and prepositions are words of their own.

The feminine is known of nouns for people alone: "réfugiée" is a refugee, but "courante" is no current. After Grevisse
and Goosse, Le bon usage, on the plural of nouns and adjectives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.markdown.inflection.model import LETTERS, SIGN, Inflection, by_ending, lower_words, words_of
from studyguide.markdown.inflection.romance import agreeing, bare_capitals, both_numbers, fold_but_initials

_ELIDED = r"(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)['’ʼ](?=\w)"
_BEHIND = r"(?:ci|là)\b"
"""What a hyphen joins to any noun."""
_FIXED = words_of("""
    au aux avec ce ces cette chez contre dans de depuis des dont du durant elle en entre envers et eux hors il ils la
    le les leur leurs lors ne ni non nos notre nous ou où outre par parmi pas pendant plus pour qu que qui sa sans
    sauf selon ses si son sous sur tous tout toute toutes un une vers vos votre vous
""")
"""Function words."""
_PLURALS = by_ending("""
    * > ~s
    s x z >
    al > aux
    au eu > ~x
    ^aval ^bal ^bancal ^cal ^carnaval ^cérémonial ^chacal ^choral ^fatal ^festival > ~s
    ^narval ^natal ^naval ^récital ^régal > ~s
    ^ban|al ^fin|al ^glaci|al ^idé|al ^austr|al ^boré|al > ~s aux
    ^b|ail ^cor|ail ^ém|ail ^soupir|ail ^trav|ail ^vant|ail ^vitr|ail > aux
    ^bleu ^pneu ^landau ^sarrau ^émeu > ~s
    ^bijou ^caillou ^chou ^genou ^hibou ^joujou ^pou > ~x
    ^oeil > yeux
    ^ciel > cieux ~s
    ^monsieur > messieurs
    ^madame > mesdames
    ^gentilhomme > gentilshommes
    ^maxim|um ^minim|um ^memorand|um ^addend|um ^corrigend|um ^errat|um > ~s a
    ^cour ^fil ^foi ^fond ^moi ^plu ^sou ^ver >
""")
"""In the last row are those whose plural is more often another word, as in "au cours de", "fois", "sous"."""
_SINGULARS = by_ending("""
    s > -
    aux > al
    eau|x eu|x > -
    ^boyau|x ^étau|x ^fléau|x ^joyau|x ^matériau|x ^noyau|x ^préau|x ^tuyau|x > -
    ^bijou|x ^caillou|x ^chou|x ^genou|x ^hibou|x ^joujou|x ^pou|x > -
    ^b|aux ^cor|aux ^ém|aux ^soupir|aux ^trav|aux ^vant|aux ^vitr|aux > ail
    ^yeux > oeil
    ^cieux > ciel
    ^messieurs > monsieur
    ^mesdames > madame
    ^maxim|a ^minim|a ^memorand|a ^addend|a ^corrigend|a ^errat|a > um
        ^abus ^as ^bas ^bras ^cas ^corps ^cours ^dos ^fils ^fois ^fonds ^frais ^gros ^jus ^legs ^lis ^mars ^mets >
    ^mois ^os ^poids >
    ^pois ^pus ^sens ^tas ^temps ^tiers ^us ^vers ^maux >
""")
"""In the last rows are singulars that without -s would be another word; "maux" has the adverb "mal" beside it."""
_FEMININES = by_ending("""
        ^allié ^candidat ^ennemi ^rival ^accusé ^administré ^adolescent ^assuré ^avocat ^blessé ^client > ~e
    ^combattant ^condamné ^délégué ^détenu > ~e
    ^dirigeant ^disparu ^déplacé ^élu ^employé ^émigré ^enseignant ^étudiant ^exilé ^expert ^expulsé ^habitant > ~e
    ^handicapé ^immigrant ^immigré ^invité ^manifestant ^militant ^migrant ^mineur ^opposant ^orphelin > ~e
    ^participant ^patient ^président ^prévenu ^rapatrié ^réfugié ^représentant ^résident ^ressortissant ^salarié > ~e
    ^survivant ^trafiquant ^auteur ^défenseur ^professeur ^rapporteur > ~e
    ^citoyen ^gardien ^paysan > ~ne
    ^achet|eur ^agress|eur ^cherch|eur ^exploit|eur ^lanc|eur ^pass|eur ^recrut|eur ^travaill|eur ^vend|eur > euse
    ^ac|teur ^direc|teur ^inspec|teur ^dona|teur ^élec|teur ^média|teur ^négocia|teur ^observa|teur > trice
    ^ambassad|eur > rice
    ^demand|eur > euse eresse
    ^écoli|er ^étrang|er ^infirmi|er ^ouvri|er ^polici|er ^prisonni|er > ère
""")
"""Of nouns for people."""
_GENDERS = by_ending("""
    al é in it nt on > ~e
    al|e é|e in|e it|e nt|e > -
    el > ~le
    elle > el
    en > ~ne
    enne > en
    er > ère
    ère > er
    eux > euse
    euse > eux
    if > ive
    ive > if
""")
"""Of adjectives."""

_NEVER_BARE = words_of("côte côté côtés marché marchés péché péchés retraité retraités traité traités")
"""Words that without their accents would be another: a treaty (traité) is not trafficking (traite)."""

_CIRCUMFLEX = words_of("crû dû mûr mûrs mûre mûres sûr sûre sûrs sûres jeûne jeûnes")
"""Words that without it would be others: "sur" is on."""
_WITHOUT_CIRCUMFLEX = str.maketrans("îû", "iu")


def _fold(word: str) -> str:
    return fold_but_initials(word).replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae")


def _capitals(form: str) -> Iterator[str]:
    """Yield the spellings of a form with capitals and œ, also as the reform of 1990 has them."""
    reformed = form if form in _CIRCUMFLEX else form.translate(_WITHOUT_CIRCUMFLEX).replace("événe", "évène")
    for spelling in {form, reformed}:
        yield spelling
        capitals = (form.upper(), form.capitalize()) if form in _NEVER_BARE else bare_capitals(spelling)
        for each in capitals:
            yield from (each, each.replace("OE", "Œ"))


_FORMS_OF = both_numbers(_PLURALS, _SINGULARS, _FEMININES, _FIXED)
INFLECTION = Inflection(
    forms_of=_FORMS_OF,
    forms_in_name=agreeing(_FORMS_OF, _GENDERS),
    fold=_fold,
    capitals=_capitals,
    in_sentence=lower_words,
    word=re.compile(rf"{_ELIDED}|{LETTERS}(?:[-‐‑](?!{_BEHIND}){LETTERS}|['’ʼ]{LETTERS})*|{SIGN}"),
)
