"""German: the cases and numbers of nouns, and the endings of adjectives.

A noun's gender and class are not known: typical endings tell them, lists those that change the vowel (a compound
declines as its last word does), and all others get the endings of each class without a change. Nouns keep their
capital, so that a verb or an adjective is none. After Duden 4, Die Grammatik, on declension.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from studyguide.markdown.inflection.model import LETTERS, SIGN, Inflection, by_ending, is_abbreviation, words_of

_FIXED = words_of("""
    ab als am an auf aus bei bis das dem den der des die durch ein eine einem einen einer eines für gegen hinter im in
    ins mit nach neben nicht oder ohne seit sich sowie statt trotz über um und unter vom von vor wegen wider zu zum
    zur zwischen
""")
"""Function words."""


def _ends_in(words: str) -> str:
    return "|".join(words.split())


_UMLAUT_E = _ends_in("""
    anlass anwalt arzt bach ball band bank bart bass baum bauch bischof block brand brauch braut bruch brust bund
    busch dampf damm draht drang druck fall fang fluch flug fluss frucht fuß gang gast general genuss geruch gesang
    grund gruß guss hahn hals hand hang haut hof kampf kanal kardinal klang kluft knopf kopf korb kraft kranz krampf
    kuh kunft kunst kuss lohn luft macht markt maus nacht nuss not palast pass pfahl plan platz rang rat raum rausch
    rock rumpf saal sack sarg satz schatz schlag schlauch schluss schrank schuss schwung sohn sprung spruch stab stadt
    stall stamm stand stock stoß strand strom stuhl sturm sturz sucht sumpf ^tanz ton topf trag traum turm wall wand
    wolf wunsch wurf wurst zahn zaun zoll zucht zug zwang
""")
"""Nouns with a changed vowel and -e in the plural, or the last parts of such."""
_UMLAUT_ER = _ends_in("""
    amt band bad blatt buch dach denkmal dorf fach fass gehalt glas gott grab gras gut haupt haus holz horn huhn kalb
    kraut lamm land loch mann mund pfand rad rand schloss spital tal tuch tum volk wald wort wurm
""")
"""Those with a changed vowel and -er."""
_UMLAUT_ALONE = _ends_in("""
    acker apfel boden bruder faden garten graben hafen hammer kasten kloster laden mangel mantel mutter nagel ofen
    sattel schaden tochter vater vogel
""")
"""Those whose vowel alone changes."""
_CHANGING = {
    re.compile(f"(?:{_UMLAUT_E})$"): ("e", "en"),
    re.compile(f"(?:{_UMLAUT_ER})$"): ("er", "ern"),
    re.compile(f"(?:{_UMLAUT_ALONE})$"): ("", "n"),
}
_VOWEL = re.compile(r"(?:aa|au|[aou])(?=[^aouäöü]*$)")
_CHANGED_VOWEL = re.compile(r"(?:äu|[äöü])(?=[^aouäöü]*$)")
_CHANGES = {"aa": "ä", "a": "ä", "au": "äu", "o": "ö", "u": "ü"}
_BY_ENDING = by_ending("""
    ung heit keit schaft tät ion ik enz anz ei ur > ~en
    streik mosaik > ~s ~es ~e ~en
    skorpion spion > ~s ~e ~en
    stad|ion > ions ien
    eur flur abitur > ~s ~e ~en
    ^ei > ~s ~es ~er ~ern
    in > ~nen ~s ~e ~en
    nis > ~se ~ses ~sen
    e > ~n
    ee > ~n ~s
    auge ende erbe finale interesse gebäude gebirge gelände gewerbe > ~n ~s
    buchstabe friede funke gedanke glaube name wille > ~n ~ns
    liche ige ierte lose uelle inelle htete rdnete tötete > ~n ~r ~m
    fangene iebene storbene borgene ffene wachsene deutsche kranke tote verletzte verwandte bekannte > ~n ~r ~m
    angestellte beamte behinderte beauftragte beschuldigte angeklagte gesandte verurteilte vermisste > ~n ~r ~m
    verschleppte > ~n ~r ~m
    bende dende fende hende kende lende mende nende rende sende tende > ~n ~r ~m
    legende spende sende wende blende dividende eige iege intrige > ~n
    angestellt|er beamt|er fangen|er ieben|er iert|er storben|er wachsen|er > e en em
    lich|er lebend|er ierend|er ordnet|er flüchtet|er hörig|er jährig|er willig|er > e en em
    el er > ~s ~n
    eel iel eer ier phänomen > ~s ~es ~e ~en
    handel hunger folter ärger zucker > ~s
    en > ~s
    chen lein > ~s
    haft > ~
    herr > ~en ~n
    herz > ~ens ~en
    bas|is dos|is prax|is > en
    fossil material mineral prinzip > ~s ~e ~en ~ien
    ik|um vis|um > ums a en
    abw|asser grundw|asser > assers ässer ässern
    nachbar ungar > ~s ~n
    us > en
    ^bus > ~se ~ses ~sen
    aus > ~es ~e
    sprung schwung > ~s ~es
    ^glanz ^kranz ^schwanz ^tanz > ~es ~e
    plastik > ~s
    kapital > ~s ~e ~ien
    klim|a > as ata ate aten
    um > en ~s
    tum > ~s ~es
    dat|um > en ~s
    aum > ~s ~es
    a > ~s en ~ta
    o > ~s en
    i u y > ~s
    ie > ~n
    bau > ~s ~es ~ten
    au > ~en ~s
    bank > ~s ~en
    vollmacht ohnmacht > ~en
    arat krat irat eton rton ristall kompass > ~s ~es ~e ~en
    grad > ~s ~es ~e ~en
    kamerad > ~en
    bild brett feld geist geld gesicht glied kind kleid leib lied nest regiment rind schild weib > ~s ~es ~er ~ern
    wort > ~s ~es ~e ~en
""")
_USUAL = ("s", "es", "e", "en")
"""The endings of a noun that nothing is known of."""
_STRONG = ("s", "es", "e")
"""Those of the singular of one that changes its vowel in the plural."""
_GENITIVE = ("s", "es")
"""Those of one that with -e would be another word."""
_NEVER_IN_E = re.compile("(?:ball|band|bank|buch|fall|not|pass|plan|rat|tanz|wand)$")
"""Nouns that with -e would be others: "Rate" is an instalment."""
_LONG = 8
"""The number of letters from which a word without its ending -e or -en is hardly another, as "Not" is beside "Note"."""
_NO_NOUNS = words_of("anfangs falls mittels teils wegen zwecks")
"""Words that have a capital at the beginning of a sentence alone."""
_SINGULARS = by_ending("""
    ung|en heit|en keit|en schaft|en tät|en ion|en ik|en enz|en anz|en ei|en ur|en or|en > -
    ent|en ant|en ist|en at|en arbeit|en art|en fahrt|en fläch|en frau|en frist|en geburt|en mensch|en pflicht|en > -
    bank|en norm|en schicht|en schrift|en staat|en welt|en zahl|en wahl|en zeit|en > -
    in|nen > -
    ling|e ment|e recht|e nis|se krieg|e jahr|e tag|e ziel|e teil|e dienst|e verbot|e gebot|e angriff|e weg|e > -
    kreis|e > -
    hinweis|e ausweis|e gebiet|e tier|e wert|e ort|e boot|e schiff|e streik|e projekt|e objekt|e konflikt|e > -
    produkt|e > -
    preis|e prozess|e effekt|e aspekt|e kontakt|e text|e brief|e begriff|e bericht|e gericht|e gesetz|e > -
    stoff|e programm|e > -
    kredit|e meer|e ozean|e system|e problem|e organ|e mandat|e archiv|e motiv|e element|e > -
    i|en > e um
    ism|en vir|en zykl|en > us
    them|en firm|en > a
    daten > datum
    zentr|en muse|en > um
    kont|en risik|en > o
    e >
    en > e
    list|en kist|en pist|en grenz|en > e
    alist|en > -
    raten gas >
    el|n er|n > -
    am|s at|s ik|s mp|s nk|s st|s um|s > -
    kind|er bild|er feld|er geld|er lied|er glied|er kleid|er > -
    a|s i|s o|s u|s y|s > -
""")
_ADJECTIVE = re.compile(r"(?P<stem>.{3,}?)(?:e[mnrs]?)?")
_ENDINGS = ("", "e", "em", "en", "er", "es")
_PAIRS = words_of("maß maße maßen maßes buße bußen")
"""Words that with ss would be others, as "Masse" is."""
_OLD_ESZETT = re.compile(r"ss(?![aeiouyäöü])")
"""Where ß stood before the spelling reform of 1996."""


def _forms_of(word: str) -> Iterable[str]:
    if word in _FIXED:
        return ()
    if is_abbreviation(word):
        return (f"{word}s",)
    if word[0].islower():
        return _adjectives(word)
    return [form.capitalize() for form in _nouns(word.lower()) if form not in _NO_NOUNS]


def _adjectives(word: str) -> Iterator[str]:
    found = _ADJECTIVE.fullmatch(word)
    for stem in {word, found["stem"] if found else word}:
        yield from (stem + ending for ending in _ENDINGS)


def _nouns(word: str) -> Iterator[str]:
    without_ending = [word.removesuffix(ending) for ending in ("e", "en") if len(word) >= _LONG]
    for singular in {word, *_SINGULARS(word), *_unchanged(word), *without_ending}:
        yield singular
        yield from _declined(singular)


def _declined(singular: str) -> Iterator[str]:
    """Yield the oblique and plural forms of a noun."""
    changed = list(_changed(singular))
    yield from changed
    usual = _USUAL if not changed else _GENITIVE if _NEVER_IN_E.search(singular) else _STRONG
    yield from _BY_ENDING(singular) or (singular + ending for ending in usual)


def _changed(singular: str) -> Iterator[str]:
    for pattern, endings in _CHANGING.items():
        if pattern.search(singular):
            yield from (_VOWEL.sub(lambda found: _CHANGES[found[0]], singular) + ending for ending in endings)


def _unchanged(plural: str) -> Iterator[str]:
    """Yield the nouns of which a word is the plural with a changed vowel."""
    for pattern, (ending, _) in _CHANGING.items():
        stem = plural.removesuffix(ending)
        if plural.endswith(ending) and (found := _CHANGED_VOWEL.search(stem)):
            plain = (vowel for vowel, changed in _CHANGES.items() if changed == found[0])
            singulars = (stem[: found.start()] + vowel + stem[found.end() :] for vowel in plain)
            yield from filter(pattern.search, singulars)


def _in_sentence(words: Sequence[str]) -> Sequence[str]:
    """Return the words of a name with a small letter for an adjective at the beginning."""
    if len(words) < 2 or not words[1].isalpha() or words[1] in _FIXED or is_abbreviation(words[0]):
        return words
    is_adjective = _ADJECTIVE.fullmatch(words[0]) and words[0].endswith(("e", "em", "en", "er", "es"))
    return [words[0].lower(), *words[1:]] if is_adjective else words


def _capitals(form: str) -> Iterable[str]:
    """Return a form in capitals and at the beginning of a sentence, also as Switzerland spells it and as of old."""
    swiss = form if form.lower() in _PAIRS else form.replace("ß", "ss")
    for spelling in {form, swiss, _OLD_ESZETT.sub("ß", form)}:
        upper = spelling.replace("ß", "ẞ").upper()
        yield from (spelling, spelling[:1].upper() + spelling[1:], spelling.upper(), upper, upper.replace("ẞ", "ß"))


INFLECTION = Inflection(
    forms_of=_forms_of,
    fold=str,
    capitals=_capitals,
    in_sentence=_in_sentence,
    word=re.compile(rf"{LETTERS}(?:[-‐‑]{LETTERS})*[-‐‑]?|{SIGN}"),
    is_last_part_inflected_alone=True,
)
