"""Put a date in the words of another language into English ones, from which a form in EDTF is suggested.

The names of months and days are those of CLDR, by Babel, which is imported only when a date could not be read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

from studyguide.data.edtf_hints import MONTHS
from studyguide.data.roman import ROMAN, from_roman
from studyguide.labels.euphony import ARABIC_DECADES, arabic_century

_KINDS = tuple((context, width) for context in ("stand-alone", "format") for width in ("wide", "abbreviated"))
_REGIONS = {"ar": ("ar", "ar_LB", "ar_DZ", "ar_MA")}
"""Where one language has several sets of names: in Arabic those of Egypt, the Levant, Algeria and Morocco."""
_BARE_LETTERS = str.maketrans("أإآٱى", "ااااي", "\u0300\u0301\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
"""Arabic letters as people type them, without hamza and vowel signs."""
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_HAN_NUMBER = re.compile("(?P<tens>[一二三四五六七八九]?)十(?P<ones>[一二三四五六七八九]?)")
_HAN_DECADES = re.compile("(\\d\\d?)世[纪紀](\\d0)年代")


def _decades(years: str, names: str) -> str:
    """Return words for the decades that are named by a number, in the order of their tens: "anni novanta"."""
    return " ".join(f"{years}_{name}={tens}0s" for tens, name in enumerate(names.split(), 2))


_WORDS = {
    "ar": "وحتى_الان=to_present وحتى_اليوم=to_present حتى_الان=to_present حتى_اليوم=to_present "
    "الى_اليوم=to_present الان=present "
    "ابتداء_من=since اعتبارا_من=since "
    "حوالي=about نحو=about منذ=since حتى=until قبل=before بعد=after من=from الى=to ربيع=spring صيف=summer "
    "خريف=autumn شتاء=winter بين=between و=and الفترة= عام= عامي= سنه= سنة= سنتي= في= م=",
    "de": "bis_heute=to_present heute=present um=about etwa=about ungefähr=about gegen=about "
    "seit=since ab=since vor=before nach=after bis=to von=from "
    "zwischen=between und=and frühjahr=spring frühling=spring sommer=summer herbst=autumn am= im= der= dem= die= den=",
    "el": "έως_σήμερα=to_present μέχρι_σήμερα=to_present ως_σήμερα=to_present σήμερα=present "
    "περίπου=about γύρω=about μεταξύ=between και=and πριν_από=before "
    "μετά_από=after από=from έως=to ως=to μέχρι=until πριν=before μετά=after άνοιξη=spring "
    "καλοκαίρι=summer φθινόπωρο=autumn χειμώνας=winter χειμώνα=winter "
    "το= του= της= τη= την= στη= στην= τον= τις= στο= στον= στις=",
    "es": "a_la_actualidad=to_present hasta_la_actualidad=to_present hasta_hoy=to_present hoy=present "
    "hacia=about aproximadamente=about alrededor=about a_partir_de=since a_partir_del=since "
    "desde=since hasta=until antes=before después=after "
    "entre=between y=and a=to al=to primavera=spring verano=summer otoño=autumn invierno=winter "
    "de= del= el= los= la= en= "
    + _decades("años", "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
    "fr": "à_aujourd'hui=to_present jusqu'à_aujourd'hui=to_present à_nos_jours=to_present "
    "jusqu'à_nos_jours=to_present aujourd'hui=present vers=about environ=about autour=about "
    "aux_environs=about à_partir_de=since à_partir_du=since "
    "depuis=since dès=since jusqu'en=until jusqu'au=until avant=before après=after "
    "entre=between et=and à=to au=to printemps=spring été=summer automne=autumn hiver=winter de= du= le= les= en= l'= "
    + _decades("années", "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix"),
    "it": "a_oggi=to_present ad_oggi=to_present fino_a_oggi=to_present fino_ad_oggi=to_present oggi=present "
    "verso=about circa=about intorno_al=about intorno_all'=about a_partire_da=since a_partire_dal=since "
    "dal=from dall'=from da=from fino_al=until fino_all'=until fino_a=until prima=before dopo=after "
    "tra=between fra=between e=and primavera=spring estate=summer autunno=autumn inverno=winter "
    "al=to all'=to del= di= il= la= nel= gli= negli= degli= l'= "
    + _decades("anni", "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"),
    "pt": "até_hoje=to_present até_à_atualidade=to_present hoje=present cerca=about "
    "aproximadamente=about por_volta=about a_partir_de=since "
    "desde=since até=until antes=before depois=after entre=between e=and a=to "
    "ao=to primavera=spring verão=summer outono=autumn inverno=winter de= do= da= em= o= os= nos= na= "
    + _decades("anos", "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"),
    "ru": "по_настоящее_время=to_present по_сей_день=to_present по_н._в=to_present "
    "настоящее_время=present сегодня=present "
    "начиная_с=since между=between и=and годами= "
    "около=about примерно=about ок=about с=from со=from по=to до=until после=after весна=spring лето=summer "
    "осень=autumn зима=winter весной=spring летом=summer осенью=autumn зимой=winter г= гг= год= году= года= годы= в=",
    "tr": "günümüze=to_present bugüne=to_present günümüze_kadar=to_present bugüne_kadar=to_present "
    "günümüz=present bugün=present "
    "yaklaşık=about civarı=about civarında=about ilkbahar=spring bahar=spring yaz=summer sonbahar=autumn "
    "güz=autumn kış=winter ilkbaharı=spring baharı=spring yazı=summer sonbaharı=autumn güzü=autumn kışı=winter "
    "beri=since itibaren=since önce=before öncesi=before sonra=after sonrası=after kadar=until arası= arasında= yılı= "
    "yılında= yılları= yıllarında= tarihinde= ve=to ile=to",
    "zh": "约=about 約=about 大约=about 大約=about 之间= 之間= 期间= 期間= "
    "以来=since 以來=since 起=since 以前=before 之前=before 以后=after 以後=after 之后=after 之後=after "
    "后=after 後=after "
    "至今=to_present 迄今=to_present "
    "至=to 到=to 春=spring 春季=spring 夏=summer 夏季=summer 秋=autumn 秋季=autumn 冬=winter 冬季=winter",
}
"""Words around a date in each language, `_` for a space, with the English ones; nothing for articles, prepositions."""
_BC = {
    "ar": r"ق\.? ?م|قبل الميلاد",
    "de": r"v\. ?chr|vor christus|v\. ?u\. ?z",
    "el": r"π\.? ?χ|προ χριστου",
    "es": r"a\. ?(?:de ?)?c|antes de cristo|a\. ?n\. ?e",
    "fr": r"av\.? ?j\.? ?-? ?c|avant (?:j\.? ?-? ?c|jésus-christ|notre ère)",
    "it": r"a\. ?c|avanti cristo",
    "pt": r"a\. ?c|antes de cristo|a\. ?e\. ?c",
    "ru": r"до н\. ?э|до нашей эры",
    "tr": r"\b[im]\.? ?ö|\bmilattan önce",
    "zh": "[公西]元前|纪元前|紀元前",
}
"""What says that a year is before Christ: behind it, in Turkish and Chinese before it."""
_DECADES = re.compile(
    r"(?:(?:années|anni|(?:años|década de los)(?: de)?|anos(?: de)?|δεκαετια(?: του)?|سنوات|عقد)\s+)'?((?:\d\d)?\d0)\b"
    r"|\b((?:\d\d)?\d0)(?:er\b(?:[ -]jahren?)?|-?(?:е|х|ые)\b(?:\s+г\w*\.?)?|['’]?l[ae]r(?:d[ae]n?)?\b"
    r"|['’]?l[ıiuü]\s+yıllar(?:dan?)?\b|年代)"
)
_CENTURIES = re.compile(
    rf"(?:(?:siglo|século|secolo)\s+)(?P<before>\d\d|{ROMAN.pattern}(?<=[ivx]))\b"
    rf"|(?P<behind>\d\d|{ROMAN.pattern}(?<=[ivx])(?=[e\s]))(?:e|ème|ος|ου|ο|й|\.)?(?:\s+|-?)"
    r"(?:jahrhunderts?|jh|siècle|secolo|sec|век\w?|в|αιωνας|αιωνα|αι|yüzyıl|yy|世纪|世紀)\b\.?"
)
_ORDINALS = re.compile(r"(?<=\d)(?:\.?[ºª°]|\.er|er|re|η|-?го|\.(?=\s|[-–]\d))(?!\w)")
_SUFFIXES = re.compile(r"(?<=\d)['’](?!s\b)\w+")
"""Turkish cases of a number: 1989’da."""
_AND_BEFORE_A_NUMBER = re.compile(r"(?<!\w)و(?=\d)")
"""Arabic writes "and" as one with the number behind it."""
_EAST_ASIAN = re.compile(
    r"(?P<about>大?[约約])?(?P<year>\d{4}) ?[年년]"
    r"(?: ?(?P<month>\d\d?) ?[月월](?: ?(?P<day>\d\d?) ?[日号號일])?)?"
)
_EAST_ASIAN_END = re.compile(r"(?:(?P<month>\d\d?) ?[月월] ?)?(?P<day>\d\d?) ?[日號号일]|(?P<only>\d\d?) ?[月월]")
"""The end of an interval, without the year of its beginning: 至7日."""
_BEHIND = re.compile(r"(?P<date>.*\d) (?P<word>since|until|before|after)")
"""A date whose word stands behind it, as in Turkish and Chinese: 2011'den beri, 2011年以来."""
_TWICE = re.compile(r"\b(\w+) / \1\b")
"""A month by two names, as the United Nations write it in Arabic: تشرين الثاني/نوفمبر."""


def in_english(text: str, language: str) -> str:
    """Return a date in words of a language, such as `pt-BR`, in English words as far as they are known."""
    text = _lower(text, language.partition("-")[0]).replace("’", "'")
    if language.partition("-")[0] == "ar":
        text = _AND_BEFORE_A_NUMBER.sub("و ", text)
        text = _arabic_centuries().sub(_arabic_century_or_decade, text)
    text = _in_english_era(text, language.partition("-")[0])
    text = _HAN_NUMBER.sub(_number, text).translate(_HAN_DIGITS)
    text = _HAN_DECADES.sub(lambda found: f" {int(found[1]) - 1:02}{found[2]}s ", text)
    text = _CENTURIES.sub(_century, _DECADES.sub(lambda found: f" {found[1] or found[2]}s ", text))
    text = _EAST_ASIAN_END.sub(_later_digits, _EAST_ASIAN.sub(_digits, text))
    text = _SUFFIXES.sub("", _ORDINALS.sub("", text))
    pattern, words = _vocabulary(language)
    english = pattern.sub(lambda found: f" {words[found[0].rstrip('.')]} ", text)
    english = _TWICE.sub(r"\1", " ".join(english.split()))
    behind = _BEHIND.fullmatch(english)
    return f"{behind['word']} {behind['date']}" if behind else english


def _in_english_era(text: str, language: str) -> str:
    """Return a date with BC behind its year."""
    era = _BC.get(language)
    if not era:
        return text
    if language in {"tr", "zh"}:
        return re.sub(rf"(?:{era})\.? ?(\d+) ?年?", r" \1 bc ", text)
    return re.sub(rf"(?<![^\W\d_])(?:{era})\b\.?", " bc ", text)


def _lower(text: str, language: str) -> str:
    if language == "tr":
        text = text.replace("İ", "i").replace("I", "ı")
    if language == "el":  # capitals have no accents
        text = "".join(sign for sign in normalize("NFD", text) if not combining(sign))
    return text.lower().translate(_BARE_LETTERS)


def _century(found: re.Match[str]) -> str:
    number = found["before"] or found["behind"]
    return f" {number if number.isdigit() else from_roman(number):02} century "


@lru_cache
def _arabic_ordinals() -> dict[str, int]:
    """Return the numbers of centuries by their names, in both cases."""
    names = {_lower(arabic_century(number), "ar"): number for number in range(1, 22)}
    return names | {name.replace("عشرين", "عشرون"): number for name, number in names.items()}


@lru_cache
def _arabic_centuries() -> re.Pattern[str]:
    """Return a pattern of a century, a decade or both: `ستينيات القرن العشرين`, the 1960s."""
    ordinals = "|".join(sorted(_arabic_ordinals(), key=len, reverse=True))
    decades = "|".join(_lower(name, "ar").replace("نيات", "ن(?:ي)?ات") for name in ARABIC_DECADES)
    return re.compile(
        rf"ال(?P<alone>{decades})\b(?! من القرن)|(?:(?:ال)?(?P<decade>{decades})(?: من)? )?"
        rf"القرن (?:ال ?)?(?P<century>{ordinals}|\d\d)\b(?: الميلادي)?"
    )


def _arabic_century_or_decade(found: re.Match[str]) -> str:
    decades = [_lower(name, "ar").replace("نيات", "نات") for name in ARABIC_DECADES]
    if found["alone"]:
        return f" {decades.index(found['alone'].replace('نيات', 'نات'))}0s "
    number = _arabic_ordinals().get(found["century"]) or int(found["century"])
    if not found["decade"]:
        return f" {number:02} century "
    return f" {number - 1:02}{decades.index(found['decade'].replace('نيات', 'نات'))}0s "


def _number(found: re.Match[str]) -> str:
    """Return the digits of a Chinese number up to 99: 二十一."""
    return f"{found['tens'] or '一'}{found['ones'] or '〇'}"


def _digits(found: re.Match[str]) -> str:
    numbers = (f"{int(number):02}" for number in found.group("year", "month", "day") if number)
    return f" {'about ' if found['about'] else ''}{'-'.join(numbers)} "


def _later_digits(found: re.Match[str]) -> str:
    numbers = "-".join(f"{int(number):02}" for number in found.group("month", "day", "only") if number)
    return f" {numbers} "


@lru_cache
def _vocabulary(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the words that are known in a language, and the English of each."""
    base = language.partition("-")[0]
    pairs = [pair.replace("_", " ").split("=") for pair in _WORDS.get(base, "").split()] + _names(language)
    words = {_lower(name, base).rstrip("."): english for name, english in pairs}
    some = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W\d_])(?:{some or '(?!)'})(?:\.|(?<=')|(?![^\W_]))"), words


def _names(language: str) -> list[list[str]]:
    """Return the names of months with the English ones, and those of the days of the week with nothing."""
    from babel import Locale, UnknownLocaleError

    names: list[list[str]] = []
    for tag in _REGIONS.get(language.partition("-")[0], (language.replace("-", "_"),)):
        try:
            locale = Locale.parse(tag)
        except (UnknownLocaleError, ValueError):
            continue
        for context, width in _KINDS:
            names += [[locale.months[context][width][number], name.lower()] for number, name in enumerate(MONTHS, 1)]
        if locale.language == "el":  # the accusative, behind "from" and "until": τον Μάιο
            names += [[name.removesuffix("ς"), month] for name, month in names if name.endswith("ς")]
        names += [[day, ""] for day in locale.days["format"]["wide"].values()]
    return names
