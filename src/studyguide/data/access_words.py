"""Have CSL styles lead to the day of access as the guide's language does: "zugegriffen am 2. März 2024".

CSL's locales have one word, behind which a style puts the date. Languages part the two by a word that depends on what
the date has, or by the colon of a noun. The words are those of CSL's locales and of each language's manuals (such as
ГОСТ Р 7.0.5 for "дата обращения"). English, and a style that a guide brings, keep what they have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from studyguide.labels.euphony import adapted
from studyguide.labels.fallbacks import is_traditional

_DATE = "\ue03b"
"""In a style, stands behind the word of access, where the word before a date is to be."""


_ORIGIN = re.compile(r'(?<=variable="accessed"/>)(\s*)<text term="from"/>')


@dataclass(frozen=True, slots=True)
class _AccessWords:
    """Those of a language: CSL's terms `accessed` and `retrieved`, and what stands before a date.

    `origin` leads to the address behind the date. Where a text is empty, the locale's is right.
    """

    accessed: str
    retrieved: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    origin: str = ""

    def terms(self) -> str:
        """Return the terms of a CSL locale."""
        words = {"accessed": self.accessed, "retrieved": self.retrieved}
        return "".join(f'<term name="{name}">{word}{_DATE}</term>' for name, word in words.items() if word)


_WORDS: Mapping[str, _AccessWords] = {
    "ar": _AccessWords("تاريخ الوصول:"),
    "de": _AccessWords("zugegriffen", "abgerufen", day="am", month="im"),
    "el": _AccessWords("ημερομηνία πρόσβασης:", "ανακτήθηκε", day="στις", month="τον", year="το"),
    "es": _AccessWords("accedido", "recuperado", day="el", month="en", year="en"),
    "fr": _AccessWords("consulté", "consulté", day="le", month="en", year="en"),
    "it": _AccessWords("consultato", "recuperato", day="il", month="nel", year="nel"),
    "pt": _AccessWords("acedido", "obtido", day="em", month="em", year="em"),
    "pt-br": _AccessWords("", "recuperado", day="em", month="em", year="em"),
    "ru": _AccessWords("дата обращения:", "дата обращения:", origin="URL:"),
    "tr": _AccessWords("erişim tarihi:", "erişim tarihi:", origin="erişim adresi:"),
    "zh": _AccessWords("访问日期：", "检索于", origin="取自"),
    "zh-hant": _AccessWords("檢索日期：", "檢索於", origin="取自"),
}
_BEHIND_WORD = re.compile(
    rf"(?P<noun>[:：]?){_DATE}(?P<colon>(?:(?:\s|&nbsp;)?[:：])?) ?"
    r"(?=(?P<day>\d{1,2}\D)|(?P<year>\d)|)(?P<date>[^,.;()<]*)"
)


def with_access_words(style: str, language: str) -> str:
    """Return a style with the words of access of a language (`pt-BR`), as `linked` reads them."""
    words = _words_of(language)
    if not words:
        return style
    primary = language.partition("-")[0]
    locale = f'<locale xml:lang="{primary}"><terms>{words.terms()}</terms></locale>'
    if words.origin:
        style = _ORIGIN.sub(rf'\1<text value="{words.origin}"/>', style)
    return style.replace("</info>", f"</info>{locale}", 1)


def linked(html: str, language: str) -> str:
    """Return citeproc's HTML with the word of a language between that of access and its date."""
    words = _words_of(language)
    if not words or _DATE not in html:
        return html
    return _BEHIND_WORD.sub(lambda found: _link(found, words, language), html)


def _words_of(language: str) -> _AccessWords | None:
    tag = "zh-hant" if is_traditional(language) else language.lower()
    return _WORDS.get(tag) or _WORDS.get(tag.partition("-")[0])


def _link(found: re.Match[str], words: _AccessWords, language: str) -> str:
    """Return what stands between the word and the date, and the date in the form that this asks for."""
    sign = found["noun"] or found["colon"]
    space = "" if language.lower().startswith("zh") else " "
    word = "" if sign else words.day if found["day"] else words.year if found["year"] else words.month
    return adapted(f"{sign}{space}{word and f'{word} '}{found['date']}", language)
