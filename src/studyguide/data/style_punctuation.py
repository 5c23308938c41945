"""Have CSL styles part a citation by the punctuation of the guide's language.

CSL's locales have words and quotation marks, but no commas and full stops, which stand in the styles: those of the
engine and the public ones have them for English. In Arabic and Chinese they are other signs, "and" has no space before
an Arabic or between Chinese names, and those names have no initials. In French a space stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PUNCTUATION: Mapping[str, Mapping[str, str]] = {
    "ar": {",": "،", ";": "؛"},
    "fr": {"; ": "\u00a0; ", ": ": "\u00a0: "},
    "zh": {
        ", ": "，",
        "; ": "；",
        ". ": "。",
        ": ": "：",
        " (": "（",
        ",": "，",
        ";": "；",
        ".": "。",
        "(": "（",
        ")": "）",
    },
}
"""The signs of a language for those of the styles, the longer first: full-width ones have no space behind them."""
_AFFIX = re.compile(r'(?P<name>\b(?:delimiter|prefix|suffix|value)=")(?P<text>[^"]*)')
_ENTITY = r"&#?\w+;"
_WORD = re.compile(r"(?<!&)[^\W\d_]{2}")
"""What makes an affix a word or an address, whose full stops are its own; `&lt;` is a sign."""
_NAMES = re.compile(r'(?P<name><name\b[^>]*\bdelimiter="), ')
_SORTED = re.compile(r"<name\b(?=[^>]*name-as-sort-order=)(?![^>]*sort-separator=)")
_MONTH = re.compile(
    r'(<date variable="\w+")>\s*<date-part name="month"[^>]*/>\s*<date-part name="year"[^>]*/>\s*</date>'
)
_TIGHT, _INITIAL = "\ue039", "\ue03a"
"""In a style, stand at words that have no space to names in some scripts, and for the full stop of an initial."""
_TIGHT_WORDS = {"ar": {"and": f"و{_TIGHT}"}, "zh": {"and": f"{_TIGHT}和{_TIGHT}", "et-al": f"{_TIGHT}等"}}
_HAN = "\u3400-\u9fff"
_SPACE = "[ \u00a0]"
_NO_SPACE = re.compile(
    f"{_TIGHT}{_SPACE}(?=[\u0621-\u064a{_HAN}])|(?<=[{_HAN}])[、，]?{_SPACE}?{_TIGHT}(?=等)"
    f"|(?<=[{_HAN}]){_SPACE}{_TIGHT}|{_TIGHT}"
)
_NO_INITIAL = re.compile(f"(?<=[\u0621-\u064a{_HAN}]){_INITIAL}|{_INITIAL}(?=[.。])")
_SECOND_STOP = re.compile(r"(?<=[.。?？!！])((?:</\w+>)*)。")
_WIDE = re.compile(r"(?<=[（）。，；：]) | (?=[（）。，；：])|。(?=(?:</\w+>)*[，；])")


def with_own_punctuation(style: str, language: str, *, is_english: bool = False) -> str:
    """Return the text of a style with the punctuation of a language.

    A comma before "and" is English: one that is made for English (`is_english`) loses it in Arabic and Chinese alone.
    """
    primary = language.lower().partition("-")[0]
    has_own_names = primary in _TIGHT_WORDS
    if primary != "en" and (has_own_names or not is_english):
        style = style.replace('delimiter-precedes-last="always"', 'delimiter-precedes-last="never"')
    if has_own_names:
        style = _with_own_names(style, primary)
    if primary in _PUNCTUATION:
        style = _AFFIX.sub(lambda affix: affix["name"] + own_signs(affix["text"], primary), style)
    return style


def _with_own_names(style: str, language: str) -> str:
    for english, other in {'and="symbol"': 'and="text"', '-with=". "': f'-with="{_INITIAL} "'}.items():
        style = style.replace(english, other)
    for name, value in {"delimiter": ", ", "delimiter-precedes-last": "never"}.items():
        style = re.sub(rf"<name\b(?![^>]*\s{name}=)", f'<name {name}="{value}"', style)
    if language == "ar":
        style = _SORTED.sub('<name sort-separator="، "', style)
    else:
        style = _MONTH.sub(r'\1 form="text" date-parts="year-month"/>', _NAMES.sub(r"\g<name>、", style))
    terms = "".join(f'<term name="{name}">{word}</term>' for name, word in _TIGHT_WORDS[language].items())
    return style.replace("</info>", f'</info><locale xml:lang="{language}"><terms>{terms}</terms></locale>', 1)


def own_signs(text: str, language: str) -> str:
    """Return the signs that part a citation as a language has them: `; ` as `；`."""
    signs = _PUNCTUATION.get(language.lower().partition("-")[0])
    if not signs or _WORD.search(text):
        return text
    pattern = "|".join((_ENTITY, *map(re.escape, signs)))
    return re.sub(pattern, lambda sign: signs.get(sign[0], sign[0]), text)


def punctuated(html: str, language: str) -> str:
    """Return citeproc's HTML with the spaces and full stops that a language has; pandoc knows Latin ones."""
    if _INITIAL in html or _TIGHT in html:
        html = _NO_SPACE.sub("", _NO_INITIAL.sub("", html)).replace(_INITIAL, ".")
    return _WIDE.sub("", _SECOND_STOP.sub(r"\1", html)) if language.lower().startswith("zh") else html
