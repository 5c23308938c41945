"""Arabic: the particles, articles, pronouns and endings that are written as one with a noun or adjective.

Broken plurals are made where their pattern follows from that of the singular, or are listed; a glossary has others.
The ending -ي of "my" is left out, as it makes adjectives too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product

from studyguide.markdown.inflection.model import Inflection, words_of

_UNWRITTEN = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Vowel signs, and the sign that lengthens a word."""
_ALEFS = str.maketrans("أإآ", "ااا")
_UNCHANGED = words_of("من في عن ان أن او أو لا ما ضد مع كل غير على الى إلى بين دون قبل بعد عبر تحت ذات")
"""Particles, which would be other words with an ending."""

_OTHER_WORDS = words_of("بحكم بدين بسبب بشأن بشكل بصفة بفضل كمال والدين")
"""Forms that are more often other words, such as "because of" and "parents"."""
_BROKEN = tuple(
    (re.compile(singular), plural)
    for singular, plural in (
        (r"(.)ا([^اوي])و(.)", r"\1وا\2ي\3"),  # قانون, قوانين
        (r"([^اأإت].)ي([^اوي])ة", r"\1ائ\2"),  # رهينة, رهائن
        (r"([^اأإآم][^اوي])ا([^اويءة])", r"أ\1\2ة"),  # سلاح, أسلحة
        (r"(م[^اي])([^اوي][^اوي])ة", r"\1ا\2"),  # محكمة, محاكم
    )
)
"""The patterns of singulars whose broken plural is regular: Wright, A Grammar of the Arabic Language, I, § 304, 305."""
BROKEN_PLURALS = dict(
    pair.split("=")
    for pair in words_of("""
    دولة=دول لجنة=لجان خطة=خطط قمة=قمم أمة=أمم مدينة=مدن سفينة=سفن فرصة=فرص مادة=مواد قضية=قضايا ضحية=ضحايا أرملة=أرامل
    قنبلة=قنابل مدرسة=مدارس منطقة=مناطق امرأة=نساء مرأة=نساء طفل=أطفال شخص=أشخاص فرد=أفراد عضو=أعضاء طرف=أطراف هدف=أهداف
    لغم=ألغام مرض=أمراض ضرر=أضرار خطر=أخطار سبب=أسباب أثر=آثار صوت=أصوات سوق=أسواق مال=أموال عمل=أعمال حكم=أحكام
    يتيم=أيتام إقليم=أقاليم شعب=شعوب حرب=حروب حق=حقوق جهد=جهود حل=حلول وفد=وفود بند=بنود قيد=قيود شرط=شروط ظرف=ظروف
    دين=ديون شأن=شؤون جندي=جنود بلد=بلدان رجل=رجال عامل=عمال طريق=طرق طريقة=طرق سبيل=سبل دليل=أدلة سفير=سفراء وزير=وزراء
    رئيس=رؤساء خبير=خبراء شريك=شركاء فقير=فقراء زعيم=زعماء طبيب=أطباء أسير=أسرى جريح=جرحى قتيل=قتلى مريض=مرضى مكتب=مكاتب
    مركز=مراكز مجلس=مجالس مصدر=مصادر مورد=موارد مبدأ=مبادئ معهد=معاهد ملجأ=ملاجئ ميناء=موانئ معيار=معايير ميثاق=مواثيق
    مشروع=مشاريع تقرير=تقارير تدبير=تدابير برنامج=برامج صندوق=صناديق صاروخ=صواريخ هيكل=هياكل
""")
)
"""Broken plurals of what guides are about, where no pattern tells them. Not of كتاب, since كتب is "wrote" too."""
_OTHER_PLURALS = words_of("جزائر مكاتب معالم مسالم مشارف أربعة أرملة أسلمة")
"""Words that have such a pattern and are no plural of what a glossary names: Algeria, offices, landmarks, widow."""

_BEFORE = [conjunction + preposition for conjunction, preposition in product(("", "و", "ف"), ("", "ب", "ك", "ل"))]
_BEFORE_DEFINITE = [
    conjunction + article for conjunction, article in product(("", "و", "ف"), ("ال", "بال", "كال", "لل"))
]
_ARTICLE = re.compile(r"(و?)(ال|بال|كال|لل)(?=\w{3})")
_AL_IN_ROOT = re.compile(r"الت?\wا\w|الي(?:ة|ات)")
"""Words such as التزام, which may begin with the letters of the article: in it, they are part of the root."""
_POSSESSOR = 2
"""The place of a noun that possesses what stands before it, and so does not agree with it."""
_PRONOUNS = ("ه", "ها", "هما", "هم", "هن", "نا", "كم")


@dataclass(frozen=True, slots=True)
class _Noun:
    """Nouns with an ending, and the endings that stand for it."""

    ending: re.Pattern[str]
    alone: tuple[str, ...]
    annexed: tuple[str, ...]
    """Before a possessor, and in the indefinite accusative."""
    carriers: tuple[str, ...]
    """Before a pronoun."""


def _nouns(ending: str, alone: str, annexed: str, carriers: str) -> _Noun:
    """Make a row of the table of nouns, with spaces between endings, and `_` for none."""
    return _Noun(
        re.compile(f"(?:{ending})$"), *(tuple(row.replace("_", "").split(" ")) for row in (alone, annexed, carriers))
    )


_NOUNS = (
    _nouns("^ذو[وي]", "ذوو ذوي", "ذوو ذوي", "ذوو ذوي"),
    _nouns("اة", "اة اتان اتين يات وات", "اتا اتي", "ات يات وات"),
    _nouns("ة", "ة تان تين ات", "تا تي", "ت ات"),
    _nouns("ى", "ى يان يين يات", "ى", "ا يات"),
    _nouns("اء", "اء اءان اءين اءون اءات", "اء", "اء اؤ ائ اءات"),
    _nouns("(?<=...)[وي]ن", "ون ين", "و ي", "و ي"),
    _nouns("(?<=^.ا.)ي", "ي يان يين يات ون ين", "يا", "ي يات"),  # ناجي, of which the plural is ناجون
    _nouns("(?<=^بحر)", "_ ان", "ا", "_"),  # البحرين is a country
    _nouns("(?<=ات)|(?<=[او])|(?<=^..)", "_", "_", "_"),
    _nouns("(?<=^...)", "_ ان ين", "ا", "_"),  # short, so that other endings would make other words: زيت, زيتون
    _nouns("(?<=^مكتب)|(?<=^جامع)|(?<=^منظم)", "_ ان ين ون", "ا و", "_"),  # مكتبات are libraries
    _nouns("", "_ ان ين ون ات", "ا و", "_ ات و ي"),
)
"""The first that fits is right."""


def fold(word: str) -> str:
    """Return a word without vowel signs."""
    return _UNWRITTEN.sub("", word).replace("ٱ", "ا")


def forms_of(word: str) -> set[str]:
    """Return the forms of a folded word that stands alone."""
    return {word, *_forms_of_first(word, is_alone=True)} - (_OTHER_WORDS - {word})


def forms_in_name(word: str, place: int, count: int) -> Iterator[str]:
    """Yield the forms of a folded word at its place in a name of several words."""
    if place:
        return _forms_of_follower(word, agrees=place != _POSSESSOR)
    return chain(_forms_of_first(word, is_alone=False), () if _ARTICLE.match(word) else _annexed_plurals(word))


def places(words: Sequence[str]) -> list[int]:
    """Return 0 for the first word of a name, 1 for an adjective, and `_POSSESSOR` for a noun that is none: إطلاق النار.

    Only that has the article where the word before it has none, or a preposition: an adjective is as its noun is.
    """
    return [0, *(_POSSESSOR if _possesses(word, before) else 1 for before, word in pairwise(words))]


def _possesses(word: str, before: str) -> bool:
    article = _ARTICLE.match(word)
    return article is not None and (article[2] != "ال" or not _ARTICLE.match(before))


def _annexed_plurals(word: str) -> Iterator[str]:
    """Yield the sound plural in -ي that a noun has before another: طالبي اللجوء. Alone, it is also "my"."""
    for base in _bases(word):
        stem, noun = _noun(base)
        yield from (f"{before}{stem}ي" for before in _BEFORE if "و" in noun.annexed)


def _forms_of_first(word: str, *, is_alone: bool) -> Iterator[str]:
    """Yield the forms of a folded word that is a term, or the first of one, so that particles precede it.

    Alone, a word of two letters with a particle is more often another one.
    """
    yield from chain.from_iterable(map(_forms_of_broken, _broken_plurals(word)))
    for base in _bases(word):
        short = is_alone and len(base) < 3
        for before, form in product(_BEFORE_DEFINITE, _free_forms(base)):
            yield _joined(before, form)
        for before, form in product([""] if short else _BEFORE, [*_free_forms(base), *_annexed_forms(base)]):
            yield before + form


def _forms_of_follower(word: str, *, agrees: bool) -> Iterator[str]:
    """Yield the forms of a further folded word of a term, which agrees with the first, or is its possessor."""
    article = _ARTICLE.match(word)
    conjunction, particle = article.groups() if article else ("", "ال")
    before = conjunction + particle
    preposition = conjunction + {"ال": "", "لل": "ل"}.get(particle, particle[0])
    bases = _bases(word.removeprefix(conjunction)) if particle == "ال" else _spellings(word[len(before) :])
    for base in bases:
        free = [*_free_forms(base), *(_feminine_forms(base) if agrees else ())]
        yield from (_joined(before, form) for form in free)
        yield from (preposition + form for form in [*free, *_annexed_forms(base)])
    for plural in _broken_plurals(word) if particle == "ال" else ():
        yield from (_joined(before, plural), preposition + plural)


def _bases(word: str) -> list[str]:
    """Return what a word can be without its article."""
    if word in _UNCHANGED:
        return []
    if not word.startswith("ال") or len(word) < 4:
        return _spellings(word)
    return [*_spellings(word[2:]), *([word] if _AL_IN_ROOT.fullmatch(word) else [])]


def _broken_plurals(word: str) -> Iterator[str]:
    """Yield the plurals that a singular without its article has by its pattern."""
    for base in _bases(word):
        if base in BROKEN_PLURALS:
            yield BROKEN_PLURALS[base]
        plurals = (found.expand(plural) for singular, plural in _BROKEN if (found := singular.fullmatch(base)))
        yield from (plural for plural in plurals if plural not in _OTHER_PLURALS)


def _forms_of_broken(plural: str) -> Iterator[str]:
    """Yield a broken plural behind particles and before pronouns."""
    carrier = f"{plural[:-1]}ت" if plural.endswith("ة") else plural
    yield from (_joined(before, plural) for before in _BEFORE_DEFINITE)
    yield from (before + form for before in _BEFORE for form in (plural, *(carrier + each for each in _PRONOUNS)))


def _spellings(base: str) -> list[str]:
    """Return a base also with a hamza on its first alef, where it lacks one or texts put one wrongly: الإعتداء."""
    if not base.startswith("ا"):
        return [base]
    return [base, *(alef + base[1:] for alef in ("إ" if len(base) > 5 else "إأ"))]


def _joined(before: str, form: str) -> str:
    """Join a form with the article; of three lams one is not written."""
    return before + (form[1:] if before.endswith("لل") and form[0] == "ل" else form)


def _free_forms(base: str) -> list[str]:
    """Return a noun's singular, duals and sound plurals as they stand alone."""
    stem, noun = _noun(base)
    return [(stem + ending).replace("أا", "آ") for ending in noun.alone]


def _feminine_forms(base: str) -> Iterable[str]:
    """Return the feminine of an adjective, as which nouns in the plural have it too."""
    return () if len(base) < 4 or base[-1] in "ةىاء" else (f"{base}ة", f"{base}تان", f"{base}تين")


def _annexed_forms(base: str) -> Iterator[str]:
    """Yield the forms of a noun before a possessor, with pronouns, and in the indefinite accusative."""
    stem, noun = _noun(base)
    yield from (stem + ending for ending in noun.annexed)
    pronouns = _PRONOUNS if len(base) > 2 else ("ها", "هم", "نا")
    yield from (stem + carrier + pronoun for carrier, pronoun in product(noun.carriers, pronouns))


def _noun(base: str) -> tuple[str, _Noun]:
    """Return the stem of a noun, and what is put to it."""
    return next((base[: found.start()], noun) for noun in _NOUNS if (found := noun.ending.search(base)))


def bare_alefs(form: str) -> Iterable[str]:
    """Return a form without the hamzas of its alefs, which texts may leave out, but do not confuse: إعلام, أعلام."""
    bare = form.translate(_ALEFS)
    return () if bare == form else (bare,)


INFLECTION = Inflection(forms_of=forms_of, forms_in_name=forms_in_name, places=places, fold=fold, capitals=bare_alefs)
