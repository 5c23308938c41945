"""Find the figures in a text, which need a source, as the guide's language writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from studyguide.data.written_numbers import number_signs

_ENGLISH_NUMBER = re.compile(r"\d|\s(?:in|out)\s")
"""What every figure in English has, in digits or as one in five."""
_FORMULA = r"\$(?=\S)(?:[^$\n]{1,200}(?<=\S)|[^$\n]{0,200}\\[^$\n]{1,200})\$(?!\d)"
"""By the rule of pandoc."""
_ENGLISH = re.compile(
    rf"""
    (?<![\w.,/-])
    (?: {_FORMULA}
      | (?i:article|section|chapter|paragraph|rule|resolution|amendment|clause)s?   # the number of a part of a text
        \s\d+(?:(?:,\s?|\s?[–-]\s?|\s(?:and|or|to)\s)\d+)*
      | (?P<figure>
        [£€$]\s?\d(?:[\d.,]*\d)?                                                 # £16.5
      | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?                                             # 29,397,681.5
      | \d+(?:\.\d+)?\s?(?: % | (?:per\s?cent|hundred|thousand|million|billion)\b )
      | (?i:one|two|three|four|five|six|seven|eight|nine|\d+)\s(?:in|out\sof)\s(?:every\s)?
        (?:two|three|four|five|six|seven|eight|nine|ten|\d{{1,3}})\b(?!\s(?:day|week|month|year)s)
      | (?<!aged\s)(?<!under\s)
        (?:[1-9]\d{{1,2}}|\d{{5,}})\s                                               # 190 countries, but 18 years
        (?!(?:as|bis|does|has|his|is|its|quinquies|sexies|this|was)\b)
        (?!(?:second|minute|hour|day|week|month|year)s) (?:[a-z-]+s|people|children|men|women)\b
    ))""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class _Words:
    """The words around figures in a language, as patterns."""

    parts: str = "(?!)"
    """The parts of a text that have a number, which is no figure: articles, sections, resolutions."""
    scales: str = "(?!)"
    """What follows a number: per cent, thousand, million."""
    counted: str = "(?!)"
    """Who or what is counted: countries, people, children."""
    ratios: str = "(?!)"
    """One in five."""


_WORDS = {
    "ar": _Words(
        parts=r"(?:ال)?(?:ماد(?:ة|تان|تين)|مواد|فصل|فصول|فقر(?:ة|ات)|قسم|باب|قاعدة|قرار)(?:\sرقم)?",
        scales=r"(?:في|ب)\s?ال(?:مائة|مئة)|مائة|مئة|ألف|آلاف|مليون|مليونا|ملايين|مليار|مليارات|بليون",
        counted=r"دولة|دول|بلد|بلدا|بلدًا|بلدان|شخص|شخصا|شخصًا|أشخاص|طفل|طفلا|طفلًا|أطفال|امرأة|نساء|رجل|رجلا|رجلًا|رجال",
        ratios=r"(?:واحد|واحدة|اثنان|اثنتان|\d+)\sمن\s(?:كل|بين\sكل)\s(?:اثنين|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|\d{1,3})",
    ),
    "de": _Words(
        parts=r"(?:Artikeln?|Abschnitte?n?|Kapiteln?|Abs(?:atz|ätzen?)|Ziffern?|Regeln?|Resolution(?:en)?)",
        scales=r"Prozent|hundert|tausend|Tausend|Million(?:en)?|Mio\.?|Milliarden?|Mrd\.?",
        counted=r"Ländern?|Staaten|Menschen|Personen|Kindern?|Männern?|Frauen",
        ratios=r"(?:eine?[rs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|\d+)\svon\s"
        r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d{1,3})",
    ),
    "el": _Words(
        parts=r"(?:άρθρ|κεφάλαι|κεφαλαί|παράγραφ|παραγράφ|τμήμα|κανόν|ψήφισμα|ψηφίσμα)\w*",
        scales=r"τοις\sεκατό|εκατό|χιλιάδες|χιλιάδων|εκατομμύρι\w+|εκατομμυρί\w+|δισεκατομμύρι\w+|δισεκατομμυρί\w+",
        counted=r"χώρες|χωρών|κράτη|κρατών|άνθρωποι|ανθρώπους|ανθρώπων|άτομα|ατόμων|παιδιά|παιδιών|άνδρες|γυναίκες",
        ratios=r"(?:ένας|έναν|μία|μια|ένα|δύο|τρεις|τρία|τέσσερις|τέσσερα|\d+)\s(?:στους|στις|στα)\s"
        r"(?:δύο|τρεις|τρία|τέσσερις|τέσσερα|πέντε|έξι|επτά|εφτά|οκτώ|οχτώ|εννέα|εννιά|δέκα|\d{1,3})",
    ),
    "es": _Words(
        parts=r"(?:artículos?|secci(?:ón|ones)|capítulos?|párrafos?|reglas?|resoluci(?:ón|ones)|enmiendas?)",
        scales=r"por\sciento|cien|cientos|mil|miles|mill(?:ón|ones)|billones",
        counted=r"países|Estados|personas|niños|niñas|hombres|mujeres",
        ratios=r"(?:un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\d+)\sde\scada\s"
        r"(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,3})",
    ),
    "fr": _Words(
        parts=r"(?:articles?|sections?|chapitres?|paragraphes?|règles?|résolutions?|amendements?|clauses?)",
        scales=r"pour\s?cent|cents?|mille|milliers|millions?|milliards?",
        counted=r"pays|États|personnes|enfants|hommes|femmes|filles|garçons",
        ratios=r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|\d+)\ssur\s"
        r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,3})",
    ),
    "pt": _Words(
        parts=r"(?:artigos?|sec?ç(?:ão|ões)|capítulos?|parágrafos?|regras?|resoluç(?:ão|ões)|emendas?)",
        scales=r"por\scento|cem|centos|mil|milhares|milh(?:ão|ões)|bilh(?:ão|ões)|biliões",
        counted=r"países|Estados|pessoas|crianças|homens|mulheres",
        ratios=r"(?:uma?|dois|duas|três|quatro|cinco|seis|sete|oito|nove|\d+)\s(?:em|de)\scada\s"
        r"(?:dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|\d{1,3})",
    ),
    "ru": _Words(
        parts=r"(?:стать|пункт|глав|раздел|правил|резолюци|поправк)[а-яё]*",
        scales=r"процент[а-яё]*|сот|тысяч[а-яё]*|тыс\.?|миллион[а-яё]*|млн\.?|миллиард[а-яё]*|млрд\.?",
        counted=r"стран[а-яё]*|государств[а-яё]*|человек[а-яё]*|люд(?:и|ей)|дет(?:и|ей)|реб[её]н[а-яё]+|женщин[а-яё]*|мужчин[а-яё]*",
        ratios=r"(?:один|одна|одно|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|\d+)\sиз\s"
        r"(?:двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|\d{1,3})",
    ),
    "tr": _Words(
        parts=r"(?:madde|bölüm|paragraf|fıkra|kural|karar)\w*",
        scales=r"yüz|bin|milyon|milyar",
        counted=r"ülke|devlet|kişi|insan|çocuk|kadın|erkek",
        ratios=r"%\s?\d+(?:,\d+)?|yüzde\s\w+|(?:iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|\d{1,3})\s\w+[dt][ae]n\s(?:biri|ikisi|üçü)",
    ),
    "zh": _Words(
        parts=r"第",
        scales=r"％|个?百分点|百|千|万|萬|亿|億",
        counted=r"(?:多|余|餘)?(?:个|個)?(?:国|國|人|名|位|儿童|兒童|妇女|婦女|会员国|會員國)",
        ratios=r"百分之[一二三四五六七八九十百零〇两\d]+|[二三四五六七八九十]分之[一二三四五六七八九]|每[\d一二三四五六七八九十百千万]+(?:个|個|名)?(?:人|儿童|兒童)",
    ),
}  # fmt: skip


def find_figure(text: str, language: str) -> re.Match[str] | None:
    """Return the first figure in a text in a language (a BCP 47 tag)."""
    name = language.lower().partition("-")[0]
    if name == "en" and not _ENGLISH_NUMBER.search(text):
        return None
    pattern = _ENGLISH if name == "en" else _pattern(language)
    return next((found for found in pattern.finditer(text) if found["figure"]), None)


@lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str]:
    name = language.lower().partition("-")[0]
    words, (decimal, group) = _WORDS.get(name, _Words()), map(re.escape, number_signs(language))
    spaces = r"\ \u00a0\u202f" if number_signs(language)[1].isspace() else r"\u00a0\u202f"
    end = "" if name in ("zh", "ja") else r"(?!\w)"
    between = r"\s?" if name in ("zh", "ja") else r"\s"
    return re.compile(
        rf"""
        (?<![^\W\u0621-\u064a\u3400-\u9fff])(?<![.,/-])   # no letter but of Chinese, or an Arabic word joined to it
        (?: {_FORMULA}
          | (?i:{words.parts}){between}?\d+(?:(?:,\s?|\s?[–-]\s?|\s\w{{1,3}}\s)\d+)*
          | (?P<figure>
            [£€$¥]\s?\d(?:[\d.,٫٬]*\d)? | \d(?:[\d.,٫٬{spaces}]*\d)?\s?[£€$¥]
          | \d{{1,3}}(?:[{group}{spaces}٬]\d{{3}})+(?!\d)(?:[{decimal}٫]\d+)?
          | \d+(?:[{decimal}٫]\d+)?\s?(?: [%٪] | (?i:{words.scales}){end} )
          | (?i:{words.ratios}){end}
          | (?:[1-9١-٩]\d{{1,2}}|\d{{5,}}){between}(?:{words.counted}){end}
        ))""",
        re.VERBOSE,
    )
