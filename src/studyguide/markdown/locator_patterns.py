"""Patterns for the pieces of a locator: numbers, what joins them, labels, and names such as "preamble"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from studyguide.data.locator_words import LocatorWords, locator_words
from studyguide.markdown.locator_terms import term_pattern, unit_pattern

_ROMAN = (
    r"(?:(?=[ivxlcdm])m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
    r"|(?=[IVXLCDM])M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3}))"
)
_SUBDIVISIONS = r"(?:\s?\((?:\w{1,4}|\*+)\)|\[\w{1,6}\])*"
TIME = (
    r"\d{1,4}:\d{1,4}(?::[0-5]\d)?(?:\.\d+)?(?!\w)"
    r"|(?:\d+\s?h(?:rs?)?\.?\s?)?\d+\s?m(?:ins?)?\.?(?:\s?\d+\s?s(?:ecs?)?\.?)?(?!\.?\w)"
)
_NUMBER_SUFFIX = (
    r"(?:(?!f\.|n\.?\d)[A-Za-z](?!\w))?(?:n{1,2}\.?\s?\d+(?:-\d+)?)?(?:\s?(?:bis|ter|quater|quinquies)(?!\w|\s+\d))?"
    rf"(?:\s[A-Z](?=\s*(?:$|[,;(])))?{_SUBDIVISIONS}(?:(?=ff(?!\w)|f\.)|(?!\w))"
)
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|(?:[A-Z]{1,3}[.-]?)?\d+(?:\.(?:\d+|[A-Za-z](?!\w)))*(?:-[A-Z](?![\w-]))?|\[\d+\])"
)
_SPELT_OUT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|premier|première"
_LETTER = r"[^\W\d_][΄´’']?\)|[^\W\d_][΄´’'](?!\w)|«[^»]+»"
"""How other languages count with letters: `подп. а)`, `εδ. α΄`, `п. «а»`."""
BARE_ROMAN = re.compile(r"(?:[ivxl]+(?:(?:\s?[–-]\s?|,\s)[ivxl]+)*|[IVXL]+(?:(?:\s?[–-]\s?|,\s)[IVXL]+)*)(?=\.?$)")
NO_PAGE = re.compile(r"(?i:n\. ?p(?:ag)?|n ?pag|np)(?!\w)\.?")
DOCUMENT_SYMBOL = re.compile(r"[A-Z]{1,6}(?=[^\s,;]*\d)(?:/[\w.()-]*\w)+")
"""The symbol of a document of the United Nations: `A/RES/64/292`."""
_TAIL = r"et seqq?\.?|et sqq?\.?|sqq?\.|et s(?:uiv)?\.|ff\.?|f\.|and following|onwards"
_NAMES = (
    r"(?:the )?(?:preamble|chapeau|passim|intro(?:duction)?|foreword|preface|afterword|epilogue|prologue|conclusions?"
    r"|abstract|(?:executive )?summary|(?:title|front|back|first|last) page|(?:(?:inside )?(?:front|back) )?cover"
    r"|(?:table of )?contents|index|glossary|bibliography|references|acknowledge?ments|dedication|caption|headnote"
    r"|annex(?:es)?|appendix|appendices|schedules?|addendum|corrigendum|explanatory (?:notes?|report|memorandum)"
    r"|(?:general|operative|preambular) part|(?:preambular|operative) paragraphs|final (?:clauses|provisions)"
    r"|(?:no|unnumbered|unpaginated) pages?|not paginated|unpaginated|unpag"
    r"|präambel|préambule|anhang|annexe)\b\.?"
)
_ORDINALS = (
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate)"
)
_QUALIFIER = (
    r"see also|see|esp\.?|especially|particularly|mainly|notably|here|cf\.|e\.g\.|approx\.?|about|around"
    r"|from|starting at|in|under|on|also"
)
_CIRCA = r"c\.|ca\."
_WHOLE = r"\s+(?:of|in|to|from|on) [^,;:()]+"
_ORDINAL = re.compile(rf"(?i:(?:the )?{_ORDINALS} )")


@dataclass(frozen=True, slots=True)
class LocatorPatterns:
    """The patterns of the words of one language. Its terms are many: each pattern of them is slow to compile."""

    language: str
    words: LocatorWords
    """What the language has beside English."""
    label: re.Pattern[str]
    """A label: `written`, with a `word` of `locator_terms`, maybe a name `before` it, and the `gap` behind it."""
    start: re.Pattern[str]
    """What stands before the first label, maybe with a `qualifier`."""
    bare_value: re.Pattern[str]
    """A number that needs no label."""
    labelled_value: re.Pattern[str]
    """What may stand behind a label: a number, a letter, a subdivision, a number as a word, the words of a heading."""
    joint: re.Pattern[str]
    """What joins two numbers."""
    words_follow: re.Pattern[str]
    """Words behind a number, which make a remark of it."""
    tail: re.Pattern[str]
    """What stands for the numbers that follow: `ff.`."""
    between: re.Pattern[str]
    """What parts two labels with their numbers."""
    whole: re.Pattern[str]
    """What a place is in: `art. 5 of the Protocol`."""
    place: re.Pattern[str]
    """A place that needs no number: `preamble`."""

    def name(self, text: str, position: int) -> re.Match[str] | None:
        """Match a name that needs no number: `preamble`, `third paragraph`."""
        if found := self.place.match(text, position):
            return found
        return _counted(self.language).match(text, position) if _ORDINAL.match(text, position) else None

    def goes_on(self, text: str, position: int, end: int) -> bool:
        """Tell whether what was read as another number, up to `end`, is a remark or the label of the next part."""
        label = self.label.match(text, position) if self.words.words else None
        is_label = label is not None and self.labelled_value.match(text, label.end()) is not None
        return is_label or self.words_follow.match(text, end) is not None

    def unit(self, text: str, position: int) -> re.Match[str] | None:
        """Match a `unit` behind a number, as in 第4页, with the `gap` before it."""
        return _unit(self.language).match(text, position) if self.words.units else None

    def before(self, text: str, position: int) -> str:
        """Return what stands before a number with a unit: 第."""
        found = re.compile(self.words.before).match(text, position)
        return found[0] if found else ""


@lru_cache(maxsize=8)
def locator_patterns(language: str) -> LocatorPatterns:
    """Return the patterns for a guide in `language`.

    They and what they are made of are kept for eight languages: the import of a document reads places in six at once.
    """
    words = locator_words(language)
    joints, of = _more(words.conjunctions), _more(words.of)
    qualifier = rf"(?:(?:{_QUALIFIER}|{words.see or _CIRCA}) )"
    number = rf"{_DIGITS}{rf'(?:{words.ordinal})?' if words.ordinal else ''}{_NUMBER_SUFFIX}"
    number += r"(?:\s(?:[^\W\d_]\)|«[^\W\d_]»))?" if words.words else ""  # "párr. 2 a)", "п. 1 «б»"
    no_number = r"(?!\s?\d)" if words.words else ""  # "m. 34, f. 2"
    first = f"{words.between}|" if words.between else ""
    stops = "،，、；" if words.words else ""
    return LocatorPatterns(
        language=language,
        words=words,
        label=_label(language, words),
        start=re.compile(rf"[,:{stops}]?\s*(?:at (?=\S*\d|\w+\.? \d))?(?P<qualifier>{qualifier}?)"),
        bare_value=re.compile(rf"{TIME}{_more(words.value)}|{number}"),
        labelled_value=_labelled_value(number, words),
        joint=re.compile(
            r"\s*(?:--?|[–—‒‑−])\s*|\s?/\s?"
            rf"|,?\s+(?:and|or|to|through|und|oder|et|ou|bis|à{joints})\s+|\s*&\s*|\s*,\s*{_more(words.joint)}"
        ),
        words_follow=re.compile(
            rf"\s+(?!(?:and|or|to|in|of|und|et|ff|passim|onwards{joints}{of}{_more(words.following)})\b)[^\W\d_]{{2,}}(?!\.)"
        ),
        tail=re.compile(rf",?\s*(?:(?P<many>{_TAIL}{_more(words.following)})|(?:and )?passim)(?!\w){no_number}"),
        between=re.compile(
            rf"(?:{first}\s*[,:{stops}]\s*(?:(?:and|&{joints}) )?|\s*[/–-]\s*|\s*\("
            rf"|\s+(?:(?:and|or|to|&|with|of|in|und|et|de|du{joints}{of}) (?:the )?)?)"
            rf"(?P<qualifier>{qualifier}?)"
        ),
        whole=re.compile(_WHOLE + _more(words.whole)),
        place=re.compile(rf"(?i:{_NAMES}{_more(words.names)})(?![^\W第])"),  # "上册第30页" has no space
    )


def _more(pattern: str) -> str:
    """Return another alternative, if there is one."""
    return f"|{pattern}" if pattern else ""


def _label(language: str, words: LocatorWords) -> re.Pattern[str]:
    # OP and PP, the operative and preambular paragraphs of resolutions, differ from op. and pp. by their capitals.
    letters = rf"(?={words.value})|" if words.value else ""
    sign = r"(?:no|nr|n\.?[º°o]|nº|№)" if words.words else "(?:no|nr)"
    first = rf"|(?:{words.first})(?=\s\S+\s(?:{words.conjunctions})\s)" if words.first else ""
    return re.compile(
        rf"(?P<written>(?:(?:OP|PP)s?(?=\.?\s?\d|\s(?:{_SPELT_OUT}))|op(?=\d))\.?"
        rf"|(?:(?P<before>(?:[A-Z][\w’-]+\s){{1,3}})|)(?P<word>(?i:{term_pattern(language)}))"
        rf"(?(before)(?=\s)|(?:\.?:(?=\s?\d)|\.|{letters}(?=[\s\d(])|(?<=[§¶°№]))))"
        rf"(?P<gap>\s*(?:(?i:{sign}\.?{first})\s+)?)"
    )


def _labelled_value(number: str, words: LocatorWords) -> re.Pattern[str]:
    stop = rf"(?=\s*(?:$|[,;:)\]/–-]|\.(?!\s?\d)|(?:and|or|to|und|et{_more(words.conjunctions)})\b|&))"
    more = f"{_more(words.value)}|{_LETTER}" if words.words else ""
    letter = "[A-Za-z]" if not words.words else r"[^\W\d_]"
    return re.compile(
        rf"{TIME}{more}|{number}|[a-z]\d+(?!\w)|[A-Z](?:\.\w+)+(?!\w)"
        rf"|{_ROMAN}(?<=\w)(?!\.?\s?\d)(?:\.\w+)*(?:\s?(?:bis|ter|quater)(?!\w))?{_SUBDIVISIONS}(?!\w)"
        rf"|{letter}{_SUBDIVISIONS}{stop}|\(\w{{1,4}}\){_SUBDIVISIONS}|(?i:{_SPELT_OUT}{_more(words.numbers)})(?!\w)"
        r"|“[^”]+”|‘[^’]+’|\"[^\"]+\""
    )


@lru_cache(maxsize=8)
def _counted(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:(?:the )?{_ORDINALS} (?:{term_pattern(language)})\b\.?)(?!\w)")


@lru_cache(maxsize=8)
def _unit(language: str) -> re.Pattern[str]:
    gap = locator_words(language).gap
    return re.compile(rf"(?P<gap>{gap})(?P<unit>(?i:{unit_pattern(language)}))")
