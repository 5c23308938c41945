"""Tell by the words around a state's name, in another language than English, whether it means the state.

It may be a sea or a currency ("golfe de Guinée"), a person ("Maurice Dupont") or a common word; the words are data.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from studyguide.data.country_words import ALL, CountryWords
from studyguide.markdown.country_matcher import CountryMention, CountryNames
from studyguide.markdown.inflected_matcher import term_matcher
from studyguide.markdown.term_matcher import Mention, TermMatcher

_AGED = re.compile(r",? \(?\d{1,2}\b(?! ?%)")
_LAST_WORD = re.compile(r"([\w'’]+)\.?\s*$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…]|\n)[\s«»“”„\"'(]*$")
_JOINED = re.compile(r"[\s,،]*")
"""What stands between the states of a list, where "and" is no word of its own."""
_LISTED = re.compile(r"[\s,،、和與及]*(?:\b\w{1,4}\b[\s'’]+){0,2}")
"""What stands between two places of a list, with "and" and prepositions, of up to four letters."""


class CountrySurroundings:
    """The judgement of names by the words around them, for one language."""

    def __init__(self, words: CountryWords, language: str) -> None:
        self._words = words
        self._before = _phrases(words.before, language)
        self._after = _phrases(words.after, language)
        self._beside = _phrases(words.beside, language)
        links = "|".join(re.escape(link) for link in sorted(words.links, key=len, reverse=True))
        link = rf"\s*(?:{links})(?!\w)|(?<=['’])|\s" if links else r"\s"
        self._link = re.compile(f"(?:{link})*")
        self._link_of_one = re.compile(rf"(?:{link}|,\s*(?:\w{{1,3}}\s+)?)*")
        """As in "Atlanta, in Georgia", where the phrase is of one state alone."""

    def states(self, text: str, mentions: Sequence[CountryMention]) -> list[CountryMention]:
        """Return those of the mentions in a text that mean a state."""
        if not mentions:
            return []
        before, after = _ends(self._before, text), _starts(self._after, text)
        beside = self._beside.find(text)
        return [
            mention
            for mention in mentions
            if not self._is_another_name(text, mention, before, after)
            and not any(each.term.id in mention.codes and _is_beside(text, mention, each, _LISTED) for each in beside)
            and not self._is_person(text, mention)
            and self._is_no_common_word(text, mention, mentions)
        ]

    def _is_another_name(
        self, text: str, mention: CountryMention, before: Mapping[int, str], after: Mapping[int, str]
    ) -> bool:
        codes = {ALL, *mention.codes}
        return any(
            place <= mention.start
            and code in codes
            and (self._link if code == ALL else self._link_of_one).fullmatch(text, place, mention.start)
            for place, code in before.items()
        ) or any(
            place >= mention.end and code in codes and not text[mention.end : place].strip()
            for place, code in after.items()
        )

    def _is_person(self, text: str, mention: CountryMention) -> bool:
        """Tell whether a name stands with a title, or one that people bear with a surname or an age."""
        if _word_before(text, mention.start) in self._words.titles:
            return True
        following = text[mention.end : mention.end + 2]
        return text[mention.start : mention.end] in self._words.people and (
            (following[:1] == " " and following[1:].isupper()) or bool(_AGED.match(text, mention.end))
        )

    def _is_no_common_word(self, text: str, mention: CountryMention, mentions: Sequence[CountryMention]) -> bool:
        name = text[mention.start : mention.end]
        if text.strip() == name:  # in a cell of a table, or a list
            return True
        if name in self._words.never or (
            name in self._words.not_first and _SENTENCE_START.search(text, 0, mention.start)
        ):
            return False
        needed = self._words.only_after.get(name)
        return (
            needed is None
            or _word_before(text, mention.start).casefold() in needed
            or any(_is_beside(text, mention, other, _JOINED) for other in mentions)
        )


def _is_beside(
    text: str, mention: CountryMention, other: CountryMention | Mention[CountryNames], between: re.Pattern[str]
) -> bool:
    """Tell whether two mentions stand together in a list."""
    first, second = sorted((mention, other), key=lambda each: each.start)
    return mention is not other and bool(between.fullmatch(text, first.end, second.start))


def _word_before(text: str, place: int) -> str:
    found = _LAST_WORD.search(text, max(0, place - 40), place)
    return found[1] if found else ""


def _phrases(phrases: Mapping[str, Collection[str]], language: str) -> TermMatcher[CountryNames]:
    return term_matcher((CountryNames(code, (code,), tuple(forms)) for code, forms in phrases.items()), language)


def _ends(matcher: TermMatcher[CountryNames], text: str) -> dict[int, str]:
    """Return the code of each phrase in a text, by the offset of its end."""
    return {found.end: found.term.id for found in matcher.find(text)}


def _starts(matcher: TermMatcher[CountryNames], text: str) -> dict[int, str]:
    return {found.start: found.term.id for found in matcher.find(text)}
