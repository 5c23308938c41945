"""Find where the first sentence of a text ends.

The rules are those of Unicode for sentence boundaries (UAX #29, SB6 to SB11), with the exceptions that they leave to
the language: abbreviations of law, titles of persons, initials, and full stops within quotation marks or brackets.
Those of English are here, of other languages in `sentence_exceptions`: on sentences of nine languages, sentencex and
pysbd, the packages for this, were right in two of three, since they take "ст. 34" or "19. Jahrhundert" for two.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache

from studyguide.data.sentence_exceptions import Exceptions, exceptions_for

_ELLIPSES = ("…", "..", ". .")
_END = re.compile(
    r"(?:[.!?؟۔։።]|(?<=[^\W\d_])…)+(?:\s»|['’”“»\")\]*])*(?=\s|\Z)"  # a terminator, and what closes behind it
    r"|[।॥။។]['’”»\")\]]*"  # of scripts in which no capital tells where a sentence begins
    r"|[。！？｡]+[」』）”’]*"
)
_GREEK_END = re.compile(_END.pattern.replace("!?", "!?;\u037e", 1))
_NO_CAPITALS = "।॥။។。！？｡؟۔։።"
_ASKED = re.compile(r"(?<!：)[“「『（][^“「『（]*[！？][”」』）]\Z")
"""A quoted question or call. It ends the sentence behind a colon alone: not in “为什么？”他问。 (GB/T 15834-2011)."""
_LAST_WORD = re.compile(r"[\w.&/'’-]*\w(?=\.['’”»\")\]*]*\Z)")
_NEXT_WORD = re.compile(r"[^\w§]*([\w§](?:[\w./'’-]*\w)?)")
_OPENING = re.compile(r"[\"“”„«»()\[\]「」『』（）]")
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "(": ")", "[": "]", "「": "」", "『": "』", "（": "）", '"': '"'}
_INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_ORDINAL = re.compile(r"\d{1,3}|[IVXLC]+")
_COUNTED = re.compile(r"(?=[\w./-]*\d)[\w./-]+|[A-Z]{1,3}/[\w./-]+|[Nn]os?\b|[IVXLCDM]+\b|[B-Z]\b|[a-z]\b|§")
_IN_BRACKETS = re.compile(r"\s+\((?:\w{1,3}|[A-Z]+)\)")

_MID_SENTENCE = frozenset({"v", "vs", "cf", "viz", "e.g", "i.e", "z.b", "d.h", "p.ex", "esp", "excl", "incl", "resp"})
"""Abbreviations behind which the sentence always goes on, such as `v.` between the parties of a case."""
_TITLES = frozenset(
    """
    adm amb ambs arch asst av brig capt cdr cmdr col cons cpl dep dom dr drs esq fed fr gen gens gov govs hon hr lt
    maj me mgr min mlle mm mme mmes messrs mr mrs ms msgr mx pres prof profs pte rep reps rev rt sec sen sens sgt
    spec sra srta supt
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
"""Titles of persons, and adjectives in names of bodies, with a capital, behind which it always goes on."""
_EXCLAIMED = ("Yahoo!", "Jeopardy!", "Yum!", "Joomla!", "Oklahoma!")
"""Names with an exclamation mark of their own, behind which it goes on unless a word follows that begins sentences."""
_BEFORE_A_NUMBER = frozenset(
    """
    abs add amend ann annex app approx appx apr art arts aug avr bd bk ca ch chap chaps chs circa cl cls col cols
    corr dec déc doc docs est ex feb févr fig figs fn fol ibid jan janv juil jul jun l ll lit mar n nn no nos nov nr
    núm nums oct op p pág par para paras pars p pp pt pts r reg regs rep res resol rr rev s sec secs sect sects sep
    sept ser sess ss stat sub subpara subparas subsec supp suppl tab tbl tit vol vols
    """.split()  # noqa: SIM905
)
"""Abbreviations behind which it goes on where a number follows: `art. 5`, `No. A/RES/64/292`, `para. (a)`."""
_WITHIN = frozenset(
    """
    admin afr al amer ass assn assoc ave blvd bosn bros bzw cert co comm conf cong conv corp ct dept dist div econ
    ed eds eur exec ft govt inc inst int int'l int’l inter-am intl jr ltd mt mts nat nat'l natl orig org parl perm
    pty soc sr st ste sub trans treas trib univ
    """.split()  # noqa: SIM905
)
"""Abbreviations, often within a name, behind which it goes on unless a word follows that begins sentences."""
_BEGINNERS = frozenset(
    """
    a after all also although among an and another any are as at because before between both but by despite did do
    does during each even every few first following for from he hence her here his how however if in instead is it its
    later many more most much nearly no nobody none nor not nothing now of often on once one only or other our over
    several she since so some such that the their then there therefore these they this those three through thus to
    today together two unlike until usually was we were what when where whether which while who why with within
    without yet you your
    """.split()  # noqa: SIM905
)
"""Words that begin a sentence if they have a capital, and are no part of a name."""


@lru_cache
def _exceptions(language: str) -> Exceptions:
    if language.partition("-")[0] == "en":
        return Exceptions(_MID_SENTENCE, _BEFORE_A_NUMBER, _WITHIN, _BEGINNERS)
    return exceptions_for(language)


def first_sentence(text: str, language: str = "en") -> str:
    """Return the first sentence of a plain text of one paragraph; the whole text if it has but one."""
    exceptions, is_greek = _exceptions(language), language.partition("-")[0] == "el"
    for end in _ends(text, _GREEK_END if is_greek else _END):
        if _is_boundary(text[: end.end()], text[end.end() :], exceptions):
            return text[: end.end()]
    return text


def _ends(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what may end a sentence, outside quotations and brackets that are closed later."""
    enclosed = deque(_enclosed(text))
    for end in pattern.finditer(text):
        while enclosed and enclosed[0][1] < end.end():
            enclosed.popleft()
        if not enclosed or not enclosed[0][0] < end.start() < end.end() <= enclosed[0][1]:
            yield end


def _enclosed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each outermost quotation or bracket: of its first sign, and of its last."""
    opened: list[tuple[int, str]] = []
    for sign in _OPENING.finditer(text):
        if opened and sign[0] in opened[-1][1]:
            start, _ = opened.pop()
            if not opened:
                yield start, sign.start()
        elif sign[0] in _CLOSED_BY:
            opened.append((sign.start(), _CLOSED_BY[sign[0]]))


def _is_boundary(before: str, after: str, exceptions: Exceptions) -> bool:
    """Tell whether a sentence ends between two texts, the first of which ends with a terminator."""
    following = _NEXT_WORD.match(after)
    core = before.rstrip("'’”»\")]*」』）")
    if not following or core[-1:] in _NO_CAPITALS:
        return not (_ASKED.search(before) and after[:1].isalpha())
    word = following[1]
    if word[0].islower():  # SB8
        return False
    is_initial = len(word) == 1 and after[following.end() :].startswith(".")
    is_beginner = word.casefold() in exceptions.beginners and not is_initial
    if core.endswith(_EXCLAIMED) or (core.endswith(_ELLIPSES) and not core.endswith("....")):
        return is_beginner
    last = _LAST_WORD.search(before)
    if not last:
        return True
    if not before[: last.start()] and re.fullmatch(r"\d{1,2}|[a-z]", last[0]):  # the number of an item
        return False
    return _ends_behind(last[0], word, after, exceptions, is_beginner=is_beginner)


def _ends_behind(last: str, word: str, after: str, exceptions: Exceptions, *, is_beginner: bool) -> bool:
    """Tell whether a sentence ends behind the word `last` and a full stop, where `word` is the next."""
    name = last.casefold()
    name = re.split("['’]", name)[-1] if exceptions.elides else name
    if (name in exceptions.mid_sentence and last != "V") or (name in _TITLES and last[0].isupper()):
        return False
    if name in exceptions.before_a_number and (_COUNTED.fullmatch(word) or _IN_BRACKETS.match(after)):
        return False
    is_ordinal = exceptions.ordinals and _ORDINAL.fullmatch(last)
    if name in exceptions.within or _INITIALS.fullmatch(last) or is_ordinal:
        return is_beginner
    return True
