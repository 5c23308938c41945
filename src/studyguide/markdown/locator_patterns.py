"""Patterns for the pieces of a locator: numbers, what joins them, labels, and names such as "preamble"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from studyguide.markdown.locator_terms import term_pattern

_ROMAN = (
    r"(?:(?=[ivxlcdm])m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
    r"|(?=[IVXLCDM])M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3}))"
)
_END = r"(?=\s*(?:$|[,;:)\]/–-]|\.(?!\s?\d)|(?:and|or|to|und|et)\b|&))"
_SUBDIVISIONS = r"(?:\s?\((?:\w{1,4}|\*+)\)|\[\w{1,6}\])*"
TIME = (
    r"\d{1,4}:\d{1,4}(?::[0-5]\d)?(?:\.\d+)?(?!\w)"
    r"|(?:\d+\s?h(?:rs?)?\.?\s?)?\d+\s?m(?:ins?)?\.?(?:\s?\d+\s?s(?:ecs?)?\.?)?(?!\w)"
)
_NUMBER_SUFFIX = (
    r"(?:(?!f\.|n\.?\d)[A-Za-z](?!\w))?(?:n{1,2}\.?\s?\d+(?:-\d+)?)?(?:\s?(?:bis|ter|quater|quinquies)(?!\w|\s+\d))?"
    rf"(?:\s[A-Z](?=\s*(?:$|[,;(])))?{_SUBDIVISIONS}(?:(?=ff(?!\w)|f\.)|(?!\w))"
)
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|(?:[A-Z]{{1,3}}[.-]?)?\d+(?:\.(?:\d+|[A-Za-z](?!\w)))*(?:-[A-Z](?![\w-]))?"
    rf"|\[\d+\]){_NUMBER_SUFFIX}"
)
SPELT_OUT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|premier|première"
BARE_VALUE = re.compile(rf"{TIME}|{_NUMBER}")
"""A number that needs no label."""
LABELLED_VALUE = re.compile(
    rf"{TIME}|{_NUMBER}|[a-z]\d+(?!\w)|[A-Z](?:\.\w+)+(?!\w)"
    rf"|{_ROMAN}(?<=\w)(?!\.?\s?\d)(?:\.\w+)*(?:\s?(?:bis|ter|quater)(?!\w))?{_SUBDIVISIONS}(?!\w)"
    rf"|[A-Za-z]{_SUBDIVISIONS}{_END}|\(\w{{1,4}}\){_SUBDIVISIONS}|(?i:{SPELT_OUT})(?!\w)"
    r"|“[^”]+”|‘[^’]+’|\"[^\"]+\""
)
"""What may stand behind a label: a number, a letter, a subdivision, a number as a word, the words of a heading."""
BARE_ROMAN = re.compile(r"(?:[ivxl]+(?:(?:\s?[–-]\s?|,\s)[ivxl]+)*|[IVXL]+(?:(?:\s?[–-]\s?|,\s)[IVXL]+)*)(?=\.?$)")
NO_PAGE = re.compile(r"(?i:n\. ?p(?:ag)?|n ?pag|np)(?!\w)\.?")
DOCUMENT_SYMBOL = re.compile(r"[A-Z]{1,6}(?=[^\s,;]*\d)(?:/[\w.()-]*\w)+")
"""The symbol of a document of the United Nations: `A/RES/64/292`."""
JOINT = re.compile(r"\s*(?:--?|[–—‒‑−])\s*|\s?/\s?|,?\s+(?:and|or|to|through|und|oder|et|ou|bis|à)\s+|\s*&\s*|\s*,\s*")
WORDS_FOLLOW = re.compile(r"\s+(?!(?:and|or|to|in|of|und|et|ff|passim|onwards)\b)[^\W\d_]{2,}(?!\.)")
TAIL = re.compile(
    r",?\s*(?:(?P<many>et seqq?\.?|et sqq?\.?|sqq?\.|et s(?:uiv)?\.|ff\.?|f\.|and following|onwards)|(?:and )?passim)"
    r"(?!\w)"
)
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
QUALIFIER = (
    r"(?:(?:see also|see|esp\.?|especially|particularly|mainly|notably|here|cf\.|e\.g\.|approx\.?|about|around|c\.|ca\."
    r"|from|starting at|in|under|on|also) )"
)
BETWEEN = re.compile(
    rf"(?:\s*[,:]\s*(?:(?:and|&) )?|\s*[/–-]\s*|\s*\(|\s+(?:(?:and|or|to|&|with|of|in|und|et|de|du) (?:the )?)?)"
    rf"(?P<qualifier>{QUALIFIER}?)"
)
WHOLE = re.compile(r"\s+(?:of|in|to|from|on) [^,;:()]+")
"""What a place is in: `art. 5 of the Protocol`."""

_NAME = re.compile(rf"(?i:{_NAMES})(?!\w)")
_ORDINAL = re.compile(rf"(?i:(?:the )?{_ORDINALS} )")


@dataclass(frozen=True, slots=True)
class LabelPatterns:
    """The patterns of the words of one language. Its terms are many: each pattern of them is slow to compile."""

    language: str
    label: re.Pattern[str]
    """A label: `written`, with a `word` of `locator_terms`, maybe a name `before` it, and the `gap` behind it."""

    def name(self, text: str, position: int) -> re.Match[str] | None:
        """Match a name that needs no number: `preamble`, `third paragraph`."""
        if found := _NAME.match(text, position):
            return found
        return _counted(self.language).match(text, position) if _ORDINAL.match(text, position) else None


@lru_cache(maxsize=4)
def label_patterns(language: str) -> LabelPatterns:
    """Return the patterns for a guide in `language`."""
    # OP and PP, the operative and preambular paragraphs of resolutions, differ from op. and pp. by their capitals.
    label = (
        rf"(?P<written>(?:(?:OP|PP)s?(?=\.?\s?\d|\s(?:{SPELT_OUT}))|op(?=\d))\.?"
        rf"|(?:(?P<before>(?:[A-Z][\w’-]+\s){{1,3}})|)(?P<word>(?i:{term_pattern(language)}))"
        r"(?(before)(?=\s)|(?:\.?:(?=\s?\d)|\.|(?=[\s\d(])|(?<=[§¶°№]))))"
        r"(?P<gap>\s*(?:(?i:no|nr)\.?\s+)?)"
    )
    return LabelPatterns(language, re.compile(label))


@lru_cache(maxsize=4)
def _counted(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:(?:the )?{_ORDINALS} (?:{term_pattern(language)})\b\.?)(?!\w)")
