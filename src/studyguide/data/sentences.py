"""Find where the first sentence of a text ends.

The rules are those of Unicode for sentence boundaries (UAX #29, SB6 to SB11), with the exceptions that they leave to
the language: abbreviations of law, titles of persons, initials, and full stops within quotation marks or brackets.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

_ELLIPSES = ("…", "..", ". .")
_END = re.compile(
    r"(?:[.!?؟۔։።]|(?<=[^\W\d_])…)+['’”»\")\]*]*(?=\s|\Z)"  # a terminator, and what closes behind it
    r"|[।॥။។]['’”»\")\]]*"  # of scripts in which no capital tells where a sentence begins
    r"|[。！？｡]+[」』）”’]*"
)
_NO_CAPITALS = "।॥။។。！？｡؟۔։።"
_LAST_WORD = re.compile(r"[\w.&/'’-]*\w(?=\.['’”»\")\]*]*\Z)")
_NEXT_WORD = re.compile(r"[^\w§]*([\w§](?:[\w./'’-]*\w)?)")
_OPENING = re.compile(r"[\"“”„«»()\[\]]")
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "(": ")", "[": "]", '"': '"'}
_INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
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


def first_sentence(text: str) -> str:
    """Return the first sentence of a plain text of one paragraph; the whole text if it has but one."""
    for end in _ends(text):
        if _is_boundary(text[: end.end()], text[end.end() :]):
            return text[: end.end()]
    return text


def _ends(text: str) -> Iterator[re.Match[str]]:
    """Yield what may end a sentence, outside quotations and brackets that are closed later."""
    enclosed = deque(_enclosed(text))
    for end in _END.finditer(text):
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


def _is_boundary(before: str, after: str) -> bool:
    """Tell whether a sentence ends between two texts, the first of which ends with a terminator."""
    following = _NEXT_WORD.match(after)
    if not following:
        return True
    core = before.rstrip("'’”»\")]*」』）")
    if core[-1:] in _NO_CAPITALS:
        return True
    word = following[1]
    if word[0].islower():  # SB8
        return False
    is_beginner = word.casefold() in _BEGINNERS
    if core.endswith(_EXCLAIMED):
        return is_beginner
    if core.endswith(_ELLIPSES) and not core.endswith("...."):
        return is_beginner
    last = _LAST_WORD.search(before)
    return not last or _ends_behind(last[0], word, after, is_beginner=is_beginner, is_first=not before[: last.start()])


def _ends_behind(last: str, word: str, after: str, *, is_beginner: bool, is_first: bool) -> bool:
    """Tell whether a sentence ends behind the word `last` and a full stop, where `word` is the next."""
    name = last.casefold()
    if (name in _MID_SENTENCE and last != "V") or (name in _TITLES and last[0].isupper()):
        return False
    if is_first and re.fullmatch(r"\d{1,2}|[a-z]", last):  # the number of an item
        return False
    if name in _BEFORE_A_NUMBER and (_COUNTED.fullmatch(word) or _IN_BRACKETS.match(after)):
        return False
    if name in _WITHIN or _INITIALS.fullmatch(last):
        return is_beginner
    return True
