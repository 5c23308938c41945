"""Put capitals into titles, keep those that a style would lose, and recognise titles in capitals alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from studyguide.data.proper_names import is_common_word, proper_names
from studyguide.data.roman import ROMAN

_SMALL_WORDS = frozenset(
    """
    a an the and but for nor or so yet about above across after against along among around as at before behind below
    between beyond by concerning despite during except from in inside into like near of off on onto out outside over
    past per since than through throughout to toward towards under until unlike up upon versus via with within without
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
"""Articles, conjunctions and prepositions, which title case keeps in lower case (MLA Handbook, section 2.90)."""
_WORD = re.compile(r"[^\W_][^\W_]*(?:['’][^\W_]+)*")
_COMPOUND = re.compile(r"[^\W_](?:[\w.&’'/-]*[^\W_])?")
_OPENS = re.compile(r"(?:^|[:?!.—]\s+)[^\w]*$")
_SENTENCE_END = re.compile(r"[:.?!–—]\s")
PROTECTED = re.compile(r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|\\[A-Za-z]+\s*|\$[^$]*\$")
"""A part of a title whose capitals pandoc keeps: in braces, a command, a formula."""
_ALONE = re.compile(
    r"(?<![\w'’.])"
    r"(?:(?:[A-Z]\.\s?)*[A-Z]\.|[A-Z][’'][A-Z]\w*"
    r"|(?:[B-DF-Z]|[IVXLC]+|E(?!-(?!flat\b|sharp\b))|A(?=[.,:;)\]!?]|$))(?![\w'’]|:(?:\\|$)))"
)
_SHORT_FORMS = frozenset(
    """
    ACNUR AIDS ASEAN AU BBC CEDAW CRC DNA ECOSOC EU FAO GDP HIV IAEA ICC ICJ ILO IMF INTERPOL IOM IT LGBT MLA NATO NGO
    NGOS OEA OECD OHCHR OMS ONU ONUDD OSCE OTAN PDF PTSD RNA TV UK UN UNAIDS UNCTAD UNDP UNEP UNESCO UNFPA UNHCR UNICEF
    UNO UNODC UNRWA US USA USSR WHO WTO
    """.split()  # noqa: SIM905
)
"""Short forms that stay in capitals where a title in capitals is put right."""
_PREFIXES = "anti ex inter intra mid multi neo non pan post pre pro semi sub trans".split()  # noqa: SIM905
_SECOND_PARTS = """
    aware based bound building centred centered compatible dependent driven exporting facing free friendly importing
    language led level like linked made making only oriented owned producing ready related resistant run scale sensitive
    sharing side specific speaking sponsored style type using wide
""".split()  # noqa: SIM905
_AROUND_A_NAME = re.compile(
    rf"(?i)(?P<prefix>(?:(?:{'|'.join(_PREFIXES)})-)*)(?P<name>.+?)(?P<rest>(?:-(?:{'|'.join(_SECOND_PARTS)}|[a-z]{{3,}}ed))*)"
)
"""A compound of a name and common words, which each style writes its way: non-EU, FTDI-based (CMOS 17, 8.161)."""
_LETTER_FIRST = re.compile(r"[A-Z]-(?!flat\b|sharp\b)[a-z]")
_COINED = re.compile(r"[a-z]+(?:fication|i[sz]ation|olog(?:y|ies|ical)|[ai]bility|ivity)s?")
"""A common word by its ending, also if no dictionary has it: datafication."""
_IN_LOWER_CASE = re.compile(r"(?<![\w@./\\'’-])[a-zß-öø-ÿ]{4,}(?![\w@/]|\.\w)")
_IN_SENTENCE = re.compile(r"(?<=[a-zß-öø-ÿ,] )[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,}(?!\w)")
Span = tuple[int, int]


def title_case(title: str, small_words: Collection[str] = _SMALL_WORDS) -> str:
    """Convert a title to title case, with lower-case articles, conjunctions and prepositions: those of English.

    A word that already has a capital, such as `eSafety`, does not change.
    """
    words = list(_WORD.finditer(title))

    def cased(word: re.Match[str]) -> str:
        is_outer = word.start() == words[-1].start() or bool(_OPENS.search(title[: word.start()]))
        is_small = word[0] in small_words and not is_outer
        return word[0] if is_small or word[0] != word[0].lower() else word[0][0].upper() + word[0][1:]

    return _WORD.sub(cased, title)


def out_of_capitals(title: str, small_words: Collection[str] = _SMALL_WORDS) -> str:
    """Return a title that is all in capitals in title case, but for what looks like a short form; another as it is.

    `small_words` are the articles and the like that keep small letters.
    """
    words = _WORD.findall(title)
    long = [word for word in words if len(word) > 3 and word not in _SHORT_FORMS and not ROMAN.fullmatch(word)]
    if title != title.upper() or len(long) < 2 or len(words) < 3 or any(word.isdigit() for word in long):
        return title
    kept = {word for whole in _COMPOUND.findall(title) for word in _WORD.findall(whole) if _is_short_form(word, whole)}
    return _WORD.sub(
        lambda word: word[0].upper() if word[0].upper() in kept else word[0], title_case(title.lower(), small_words)
    )


def _is_short_form(word: str, whole: str) -> bool:
    """Tell whether a word stays in capitals; `whole` is the compound of which it is a part, such as COVID-19."""
    return word in _SHORT_FORMS or bool(ROMAN.fullmatch(word) or re.search(r"[0-9]", whole))


def name_spans(title: str, when_unsure: bool = False) -> list[Span]:
    """Return where the words with a capital stand that is no matter of style: names, in a plain title.

    In a title written as a sentence these are all words with a capital but the first. In one Written With Capitals a
    name looks like any other word, so that they are those of `proper_names`. A title of which nothing tells how it is
    written counts as a sentence only `when_unsure` says so.
    """
    inner = _inner_words(title)
    telling = [word for word in inner if len(word[0]) > 2 and word[0] not in _SMALL_WORDS]
    large = sum(word[0][0].isupper() for word in telling)
    if large <= len(telling) / 2 if len(telling) > large else when_unsure and len(telling) < 2:
        return [span for word in inner if (span := _name_span(word))]
    return list(proper_names(title))


def _name_span(compound: re.Match[str]) -> Span | None:
    """Return where the part of a compound stands that has a capital: `FTDI` of `FTDI-based`, `Soviet` of `post-Soviet`.

    Port-au-Prince is one name.
    """
    if "--" in compound[0]:  # no compound: a dash stands between two words
        return compound.span() if compound[0][0].isupper() else None
    if _LETTER_FIRST.match(compound[0]):  # X-ray, which is X-Ray in title case
        return compound.start(), compound.start() + 1
    found = _AROUND_A_NAME.fullmatch(compound[0])
    if not found or not any(part[:1].isupper() for part in found["name"].split("-")):
        return None
    return compound.start() + found.start("name"), compound.start() + found.end("name")


def _inner_words(title: str) -> list[re.Match[str]]:
    """Find the words at which no sentence begins."""
    words = list(_COMPOUND.finditer(title))
    return [each for last, each in pairwise(words) if not _SENTENCE_END.search(title, last.end(), each.start())]


def with_protected_capitals(title: str) -> str:
    """Return a title of BibLaTeX with braces around the capitals that pandoc would lose.

    It puts a title in lower case, which the style turns back only for whole words, and only some styles. Beside names
    these are single letters (Malcolm X, Vitamin A at an end), initials, Roman numerals and those behind an apostrophe.
    """
    bare = _without_protected(title)
    spans = [(start, end) for start, end in name_spans(bare) if "\0" not in bare[start:end]]
    spans += [alone.span() for alone in _ALONE.finditer(bare)]
    return in_braces(title, spans)


def with_protected_names(title: str, common: Collection[str] = frozenset()) -> str:
    """Return a title of BibLaTeX with braces around each word with a capital that English does not know without one.

    A style that prints titles as sentences loses these: Written With Capitals, a river's name looks like any word.
    `common` are words that stand in lower case elsewhere: see `lower_case_words`.
    """
    words = [word for word in _inner_words(_without_protected(title)) if "\0" not in word[0]]
    spans = [span for word in words if not word[0].islower() and (span := _name_span(word))]
    return in_braces(title, [(start, end) for start, end in spans if _is_name(title[start:end], common)])


def lower_case_words(titles: Iterable[str], texts: Iterable[str] = ()) -> frozenset[str]:
    """Return the words that stand in lower case in some titles and texts, in texts more often than with a capital."""
    texts = tuple(texts)
    small = Counter(word for text in (*titles, *texts) for word in _IN_LOWER_CASE.findall(text))
    large = Counter(word.lower() for text in texts for word in _IN_SENTENCE.findall(text))
    return frozenset(word for word, count in small.items() if count > large[word])


def _is_name(compound: str, common: Collection[str]) -> bool:
    return any(word[0].isupper() and not _is_common(word, common) for word in _WORD.findall(compound))


def _is_common(word: str, common: Collection[str]) -> bool:
    small = word.lower()
    return is_common_word(small) or (word.istitle() and (small in common or bool(_COINED.fullmatch(small))))


def _without_protected(title: str) -> str:
    return PROTECTED.sub(lambda part: part[0][0] + "\0" * (len(part[0]) - 1), title)


def in_braces(text: str, spans: Iterable[Span], written: Callable[[str], str] = str) -> str:
    """Return a text with braces around each of some spans; those with a space between share theirs.

    `written` escapes each part.
    """
    parts, end = [], 0
    for start, stop in _joined(text, spans):
        parts += [written(text[end:start]), "{", written(text[start:stop]), "}"]
        end = stop
    return "".join([*parts, written(text[end:])])


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, stop in sorted(spans):
        if joined and (start < joined[-1][1] or text[joined[-1][1] : start] == " "):
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined
