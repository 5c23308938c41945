"""The forms of Russian nouns, adjectives and participles, by their endings.

After the classes of declension of A. A. Zaliznyak, Grammatical Dictionary of Russian (1977). The ending of a word often
leaves its class open: then it gets the forms of each.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import chain

from studyguide.markdown.inflection.declension import declension, declined
from studyguide.markdown.inflection.model import Inflection, is_abbreviation, words_of

_STRESS = "\N{COMBINING ACUTE ACCENT}"

_MASCULINE_SOFT = (
    "тел|[аы]р|бр|ен|ил|[бк]л|госпитал|лагер|гост|вожд|дожд|лосос|рубл|звер|кон|княз|отел|апрел|картел|контрол|парол|"
    "патрул|июн|июл|корол|портфел|медвед|голуб|зят|лебед|гвозд|картофел|кремл|дизел|"
    "кабел|т[оу]ннел|якор|юан|нол|рул|желуд|егер"
)
_PLURAL_IN_A = (
    "адрес|берег|век|город|директор|доктор|дом|инспектор|корпус|лес|номер|округ|остров|паспорт|поезд|профессор|цвет"
)

_NOUNS = (
    # masculine
    declension("([бвдзлмнпрстф])", "а у ом е ы ов ам ами ах", r"\1"),
    declension("([кгх])", "а у ом е и ов ам ами ах", r"\1"),
    declension("([жшчщ])", "а у ом ем е и ей ам ами ах", r"\1"),
    declension("ц", "ца цу цом цем це цы цов цев цам цами цах"),
    declension("([бвгдзкмнпрстфхжшчщ])ец", "ца цу цом цем це цы цов цев цам цами цах", r"\1"),
    declension("лец", "льца льцу льцом льцем льце льцы льцов льцев льцам льцами льцах"),
    declension("([аеоуия])ец", "йца йцу йцом йцем йце йцы йцов йцев йцам йцами йцах", r"\1"),
    declension(
        "(?<!^у)(?<!^по)(?<!^про)(?<!^исто)([бвгдзклмнпрстфхжшчщц])ок", "ка ку ком ке ки ков кам ками ках", r"\1"
    ),
    declension("([жшчщц])ек", "ка ку ком ке ки ков кам ками ках", r"\1"),
    declension("([лн])ек", "ька ьку ьком ьке ьки ьков ькам ьками ьках", r"\1"),
    declension("([жшч])онок", "ата ат атам атами атах", r"\1"),
    declension("([бвгдзлмнпрст])енок", "ята ят ятам ятами ятах", r"\1"),
    declension("([ая]н)ин", "е _ ам ами ах", r"\1"),
    declension("(татар|болгар|бояр)ин", "ы _ ам ами ах", r"\1"),
    declension("([аеиоуыюя])й", "я ю ем е и ев ям ями ях", r"\1"),
    declension("ий", "ии"),
    declension("([аеиоуыэюя].*(?<!степ)(?<!ступ))ень", "ня ню нем не ни ней ням нями нях", r"\1"),
    declension("^(пос|уз|кот|ор|коз)[ео]л", "ла лу лом ле лы лов лам лами лах", r"\1"),
    declension("^(уг)ол", "ла лу лом ле лы лов лам лами лах", r"\1"),
    declension("^(вет)ер", "ра ру ром ре ры ров рам рами рах", r"\1"),
    declension("^(за|на)ем", "йма йму ймом йме ймы ймов ймам ймами ймах", r"\1"),
    declension("^(кост|ков|шат)ер", "ра ру ром ре ры ров рам рами рах", r"\1"),
    declension("^(руч|ул|вороб|солов|мурав)ей", "ья ью ьем ье ьи ьев ьям ьями ьях", r"\1"),
    declension("^лед", "льда льду льдом льде льды льдов льдам льдами льдах"),
    declension("^огонь", "огня огню огнем огне огни огней огням огнями огнях"),
    declension("^уголь", "угля углю углем угле угли углей углям углями углях"),
    declension(f"({_MASCULINE_SOFT})ь", "я ю ем е", r"\1"),
    # feminine, and the plural of masculine words in -ь
    declension("([бвгдзклмнпрстф])ь", "и ью ей ям ями ях", r"\1"),
    declension("([жшчщ])ь", "и ью ей ам ами ах", r"\1"),
    declension("([бвдзлмнпрстф])а", "ы е у ой ою _ ам ами ах", r"\1"),
    declension("([кгх])а", "и е у ой ою _ ам ами ах", r"\1"),
    declension("([жшчщ])а", "и е у ой ою ей ею _ ам ами ах", r"\1"),
    declension("ца", "цы це цу цей цею цой цою ц цам цами цах"),
    declension("([бвгдзлмнпрст])я", "и е ю ей ею ь ям ями ях", r"\1"),
    declension("([аеиоуья])я", "и е ю ей ею ям ями ях", r"\1"),
    declension("([аеиоуя])я", "й", r"\1"),
    declension("ья", "ей ий"),
    # neuter
    declension("([бвгдзклмнпрстфх])о", "а у ом е _ ам ами ах", r"\1"),
    declension("цо", "ца цу цом це ц цам цами цах"),
    declension("льцо", "лец"),
    declension("([жшчщц])е", "а у ем _ ам ами ах", r"\1"),
    declension("([лр])е", "я ю ем ей ям ями ях", r"\1"),
    declension("([иь])е", "я ю ем и ям ями ях ев", r"\1"),
    declension("[иь]е", "ий ей"),
    declension("^семя", "семян"),
    declension("(.)мя", "мени менем мена мен менам менами менах", r"\1"),
    # the genitive plural without an ending, with a vowel between its last two consonants
    declension("([бвгджзклмнпрстфхчшц])([клнрмцбв])[аоя]", "_", r"\1е\2"),
    declension("([бвгджзклмнпрстфхчшц])([кнл])[ао]", "_", r"\1о\2"),
    declension("([бвдзлмнпрстф])ь([кмбн])[ао]", "_", r"\1е\2"),
    declension("([аеиоуыюя])йк[аи]", "ек", r"\1"),
    declension("([бвдзлмнпрст])([лн])я", "ь", r"\1е\2"),
    declension("льня", "лен"),
    declension("(про|вы|за|по)мысел", "мысла мыслу мыслом мысле мыслы мыслов мыслам мыслами мыслах", r"\1"),
    declension("([лрт])це", "ец", r"\1"),
    declension("([бвгджзлмнпрстфхчшц])ки", "ок ек", r"\1"),
    # the plural
    declension("^(лист|стул|клин|колос|крыл|звен|пер)о?", "ья ьев ьям ьями ьях", r"\1"),
    declension("([бвдзлмнпрстф])ы", "_ ов ам ами ах", r"\1"),
    declension("цы", "цев цов ц цам цами цах"),
    declension("([кгх])и", "_ ов ам ами ах", r"\1"),
    declension("([жшчщ])и", "_ ей ам ами ах", r"\1"),
    declension("([бвдзлмнпрстф])и", "ей ям ями ях ь", r"\1"),
    declension("([аеиоуюя])и", "й ев ям ями ях", r"\1"),
    declension(f"({_PLURAL_IN_A})а", "ов", r"\1"),
    declension("([ая]н)е", "_ ам ами ах", r"\1"),
)
"""For each ending the further forms; those of the plural are also those of terms in the plural."""

_ADJECTIVES = (
    declension("ый", "ый ого ому ым ом ая ой ую ою ое ые ых ыми"),
    declension("([кгх])ий", "ий ого ому им ом ая ой ую ою ое ие их ими", r"\1"),
    declension("([жшчщ])ий", "ий его ему им ем ая ей ую ею ее ие их ими", r"\1"),
    declension("ний", "него нему ним нем няя ней нюю нею нее ние них ними"),
    declension("([аеиоуыэюя].*[^кгхжшчщ])ой", "ого ому ым ом ая ую ою ое ые ых ыми", r"\1"),
    declension("([аеиоуыэюя].*[кгхжш])ой", "ого ому им ом ая ую ою ое ие их ими", r"\1"),
    # feminine, neuter and plural, which as a term's first words agree with a noun of that gender
    declension("([аеиоуыэюя].*[^кгхжшчщ])ая", "ой ую ою ые ых ым ыми", r"\1"),
    declension("([аеиоуыэюя].*[кгхжшчщ])ая", "ой ей ую ою ею ие их им ими", r"\1"),
    declension("яя", "ей юю ею ие их им ими"),
    declension("([^кгхжшчщ])ое", "ого ому ым ом ые ых ыми", r"\1"),
    declension("([кгхжш])ое", "ого ому им ом ие их ими", r"\1"),
    declension("([жшчщн])ее", "его ему им ем ие их ими", r"\1"),
    declension("ые", "ых ым ыми"),
    declension("([кгхжшчщн])ие", "их им ими", r"\1"),
)

_ABBREVIATIONS = (declension("([БВГДЖЗКЛМНПРСТФХЦЧШ])", "а у ом е ы ов ам ами ах", r"\1"),)

_WHOLE = tuple(
    tuple(paradigm.split())
    for paradigm in (
        "ребенок ребенка ребенку ребенком ребенке дети детей детям детьми детях",
        "человек человека человеку человеком человеке люди людей людям людьми людях",
        "мать матери матерью матерей матерям матерями матерях",
        "дочь дочери дочерью дочерей дочерям дочерями дочерьми дочерях",
        "путь пути путем путей путям путями путях",
        "церковь церкви церковью церквей церквам церквями церквах церквях",
        "любовь любви любовью",
        "ложь лжи ложью",
        "брат брата брату братом брате братья братьев братьям братьями братьях",
        "сын сына сыну сыном сыне сыновья сыновей сыновьям сыновьями сыновьях",
        "муж мужа мужу мужем муже мужья мужей мужьям мужьями мужьях",
        "друг друга другу другом друге друзья друзей друзьям друзьями друзьях",
        "сосед соседа соседу соседом соседе соседи соседей соседям соседями соседях",
        "господин господина господину господином господине господа господ господам господами господах",
        "хозяин хозяина хозяину хозяином хозяине хозяева хозяев хозяевам хозяевами хозяевах",
        "дерево дерева дереву деревом дереве деревья деревьев деревьям деревьями деревьях",
        "судно судна судну судном судне суда судов судам судами судах",
        "небо неба небу небом небе небеса небес небесам небесами небесах",
        "чудо чуда чуду чудом чуде чудеса чудес чудесам чудесами чудесах",
        "деньги денег деньгам деньгами деньгах",
        "день дня дню днем дне дни дней дням днями днях",
        "мир мира миру миром мире миры миров мирам мирами мирах",
        "злой злого злому злым злом злая злую злою злое злые злых злыми",
        "третий третьего третьему третьим третьем третья третьей третью третьею третье третьи третьих третьими",
        "весь вся все всего всей всему всем всю всею всех всеми",
        "этот эта это этого этой этому этим этом эту эти этих этими",
        "тот та то того той тому тем том ту те тех теми",
        "один одна одно одного одной одному одним одном одну одни одних одними",
        "свой своя свое своего своей своему своим своем свою свои своих своими",
        "наш наша наше нашего нашей нашему нашим нашем нашу наши наших нашими",
    )
)
"""Words that decline like no other, or so short that the rules would make other words of them."""

_SHORT_NOUNS = words_of("ум юг яд")
_OTHER_WORDS = words_of("даром кроме кругом порой после потом путем разом рядом тем")
"""Forms that, alone, are more often prepositions or adverbs."""
_OTHER_SINGULAR = words_of("весы выборы кадры основы переговоры роды финансы часы")
"""Plurals whose singular means something else, and is no genitive plural."""


def fold(word: str) -> str:
    """Return a word in small letters, without stress marks, and with е for ё."""
    return unicodedata.normalize("NFC", word.replace(_STRESS, "")).casefold().replace("ё", "е")


def capitals(form: str) -> Iterator[str]:
    """Yield a form in capitals, also with Ё for any one Е, as texts in capitals are not folded."""
    yield form.upper()
    yield from (f"{form[:place]}ё{form[place + 1 :]}".upper() for place, letter in enumerate(form) if letter == "е")


def forms_of(word: str) -> frozenset[str]:
    """Return the forms of a folded word that stands alone, itself included."""
    return _forms_of(word) - (_OTHER_WORDS - {word})


def forms_in_name(word: str, place: int, count: int) -> frozenset[str]:
    """Return the forms of a folded word in a name of several words."""
    return _forms_of(word)


def _forms_of(word: str) -> frozenset[str]:
    for paradigm in _WHOLE:
        if word in paradigm:
            return frozenset(paradigm)
    if is_abbreviation(word):
        return frozenset({word, *declined(word, _ABBREVIATIONS)})
    if len(word) < 3 and word not in _SHORT_NOUNS:
        return frozenset({word})
    if word.endswith("ся"):
        return frozenset({word, *(f"{form}ся" for form in declined(word[:-2], _ADJECTIVES))})
    forms = {word, *chain(declined(word, _NOUNS), declined(word, _ADJECTIVES))}
    return frozenset(forms - {word[:-1]} if word in _OTHER_SINGULAR else forms)


INFLECTION = Inflection(forms_of=forms_of, forms_in_name=forms_in_name, fold=fold, capitals=capitals)
