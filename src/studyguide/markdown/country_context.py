"""Tell by the words around a state's name in English whether it means the state.

It may be a US state or a person (Georgia, Jordan), a language ("in French"), a sea, a thing or the title of a work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from studyguide.data.countries import english_words

_SENTENCE_START = re.compile(r"(?:[.!?][\"'”’)]*\s+|\n\s*\n|^)(?=\S)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?:\s|$)")
_ABBREVIATED = re.compile(r"\b(?:U\.S|U\.K|U\.A\.E|D\.C|St|Dr|Mr|Mrs|Ms|No|vs|e\.g|i\.e|[A-Z])\.$")
_FOLLOWING_WORD = re.compile(r"[ \n](?P<word>[^\W\d_][\w’'-]*)")
_NAMED_AFTER = re.compile(
    r"(?:\b(?:Sea|Gulf|Bay|Straits?|Lake|Bight|Isthmus|Isles?|Universit(?:y|ies)|College|Times) of (?:the )?"
    r"|\b(?:Lake|Air|Miss) |\b(?:State|People|Commonwealth|Regina|R) vs?\.? )$"
)
_SURE_PLACE = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|[Ww]ithin|[Aa]cross|[Tt]hroughout|[Nn]eighbouring|[Vv]isit(?:ed|s|ing)?) $"
)
_PREPOSITION = re.compile(r"\b(?:of|to|with|for|by|against|between|than|on|into|via|[Ii]n|[Ff]rom|[Aa]cross) $")
_RIVER_BEFORE = re.compile(
    r"\b(?:(?:banks?|mouth|source|bend|course|tributar(?:y|ies)|shores?) of|(?:up|down)stream on|along"
    r"|sail\w* (?:up|down)|bridges? (?:over|across)"
    r"|(?:fish\w*|sw[ia]m|boats?|dams?|ferry|bapti[sz]ed) (?:in|on)) [Tt]he $"
)
_RIVER_AFTER = re.compile(
    r" (?:flow(?:s|ed)|rises|(?:floods?|flooded|burst) its|joins the|is (?:the|a) (?:[\w-]+ )*river|meanders"
    r"|dries up|dried up)\b"
)
_FOOD = re.compile(
    r"\b(?:roast\w*|Thanksgiving|Christmas dinner|sandwich\w*|stuffing|eat(?:s|en|ing)?|ate|cooked|gravy|oven|chickens?"
    r"|served (?:at|with|for)|meat|breast|poultry|flock)\b"
)
_AGED = (
    r"(?:,? aged \d|, \d{1,2}[,.]| \(\d{1,2}\)| \(aged \d|, who (?:is|was|turned) (?:\w+ )?\d"
    r"|, whose (?:mother|father|parents|mum|mom|dad|friends?|teacher|classmates?)\b"
    r"|, (?:a|an) (?:\w+-)*(?:(?:retired|former|young|school) )?(?:year-old|girl|boy|teenager|student|pupil|teacher"
    r"|nurse|doctor|lawyer|mother|father|singer|actor|actress|drummer|coach|journalist|counsell?or|engineer|officer)\b)"
)
_OF_A_PERSON = (
    r"['’]s (?:\w+ )?(?:mother|father|mum|mom|dad|parents|friends?|teacher|brother|sister|phone|school|story"
    r"|boyfriend|girlfriend|bedroom|life|hair|face|classmates?|password|profile|diary)\b"
)
_DOES = (
    r" (?:(?:is|was|were|had|has|turned) (?:only |just |then |now )?(?:\d{1,2}\b|(?:a|an) (?:\S+-)?(?:year-old|girl|boy"
    r"|teenager|student|pupil)\b|born\b|groomed\b|bullied\b|afraid\b|scared\b|alone\b|tricked\b|blackmailed\b"
    r"|(?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b)"
    r"|(?:opened (?:her|his)|sang|married|grew up|recalls|remembers|shrugged|giggled|scrolled|swiped|clicked)\b"
    r"|(?:typed|smiled|cried|texted|messaged|chatted|woke|laughed|whispered|deleted)\b"
    r"|(?:told|met|sent|showed|asked) (?:her|his|him) )"
)
_PERSON_AFTER = re.compile(rf"(?:(?: [A-Z][^\W\d_]+)?{_AGED}|{_OF_A_PERSON}|{_DOES})")
_CALLED = re.compile(
    r"\b(?:girl|boy|teenager|pupil|student|teacher|sister|brother|daughter|son|cousin|mother|father), $"
)
_PRONOUN = re.compile(r"\b(?:she|her|hers|herself|he|his|him|himself)\b")
_OF_A_STATE = re.compile(r"\b(?:its|it|itself)\b")
_OF_GEORGIA_US = re.compile(
    r"(?:, (?:USA?|U\.S\.(?:A\.)?|(?:the )?United States)(?!\w)"
    r"| \((?:USA?|U\.S\.|(?:the )?(?:US |U\.S\. |American )?state)"
    r"| (?:State|Tech|Southern|Bureau|Bulldogs|Supreme|Department|Division|General|National Guard|Aquarium|Code|House"
    r"|Senate|Legislature|Republicans?|Democrats?|Power|law ?makers)\b"
    r"|['’]s (?:\w+ )?(?:governor|legislature|secretary of state|attorney general|senators?|congress\w+|peach\w*"
    r"|General Assembly|electoral votes|congressional|counties)\b|, an? (?:\w+ )*state in the\b)"
)
_IN_GEORGIA_US = re.compile(
    r"\b(?:(?:US|U\.S\.|American|southern|Southern) states?\b|fifty states|50 states|state of Georgia|Atlanta\b"
    r"|Confedera\w+|(?:Deep|American) South|Governor Kemp|(?:U\.S\.|US) (?:Senate|Congress|House)|Republicans?"
    r"|Democrats?|FBI|[Ss]heriff\w*|[Gg]rand jury|[Ss]chool district|[Cc]ounties|[A-Z]\w+ County"
    r"|[Ss]tate (?:senator|lawmaker|law)s?\b)"
)
_THE_COUNTRY = re.compile(r"(?: \(|, )(?:the |a )?(?:country|republic|nation)\b")
_OF_THE_STATE = re.compile(
    r"(?:[Gg]overnor (?:in|of)|(?:[Ss]enator|[Cc]ongress\w+) (?:of|from|for)"
    r"|(?:[Dd]istrict|[Ss]tate|Legislature|peaches|General Assembly) of) $"
)
_AS_REGION = re.compile(r"\b(?:Melanesia|Polynesia)\b|\bis an? (?:\w+ )?(?:sub-?)?region\b")
_WORK = re.compile(
    r"\b(?:films?|movie|novel|book|song|album|play|musical|series|documentary|opera|painting|magazine|newspaper|poem"
    r"|game|comedy|thriller|memoir|sequel|band|soundtrack|hit|bestseller)\b[^.!?“”\"]*$"
)
_WORK_AFTER = re.compile(
    r"^,? (?:is|was|\(?(?:19|20)\d\d\)?,?|the|a|an)? ?(?:a|an|the)? ?(?:\w+ )?"
    r"(?:film|movie|novel|song|album|musical|opera)\b"
)
_QUOTED = re.compile(r"[“\"]([^“”\"]*)[”\"]")
_SMALL = frozenset("a an and as at but by for from in into nor of on or the to with".split())  # noqa: SIM905
_LANGUAGE_BEFORE = re.compile(
    r"\b(?:languages?|speak\w*|spoke|spoken|translat\w+|learn\w*|fluent|bilingual|written|interpret\w+)\b[^.!?]*$"
)
_IS_ONE = re.compile(
    r"\b(?:(?:is|are|was|were) (?:[A-Z]\w+,? (?:(?:and|or|nor) )?)+"
    r"|(?i:a|an|the|most|many|some|two|young|other|these|those|fellow|is|are|was|were|not|ethnic) )$"
)
_IS_TEXT = re.compile(
    r" (?:is|was|has|for ['‘\"“]|of (?:the|this|his|her|their) (?:text|report|original|letter|post)s?\b)"
)
"""What follows a language, where a people would take a plural."""


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@dataclass(frozen=True)
class Place:
    """A name in a text, from `start` to `end`."""

    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """The name as it is written."""
        return self.text[self.start : self.end]

    @cached_property
    def before(self) -> str:
        """The words of the sentence before the name."""
        begin = 0
        for found in _SENTENCE_START.finditer(self.text, 0, self.start):
            if not _ABBREVIATED.search(self.text[: found.start() + 1]):
                begin = found.end()
        return self.text[begin : self.start].replace("\n", " ")

    @cached_property
    def after(self) -> str:
        """The words of the sentence behind the name."""
        for found in _SENTENCE_END.finditer(self.text, self.end):
            if not _ABBREVIATED.search(self.text[self.end : found.start() + 1]):
                return self.text[self.end : found.start() + 1].replace("\n", " ")
        return self.text[self.end :].replace("\n", " ")

    @property
    def next_word(self) -> str:
        """The word that follows without a comma or a stop."""
        found = _FOLLOWING_WORD.match(self.after)
        return found["word"] if found else ""

    @property
    def previous_word(self) -> str:
        """The word before, without a comma or a stop between."""
        found = re.search(r"([^\W\d_][\w’'-]*\.?) $", self.before)
        return found[1] if found else ""


class EnglishContext:
    """The judgement of names by the words around them."""

    def __init__(self) -> None:
        words = {name: frozenset(value) for name, value in english_words().items() if not isinstance(value, dict)}
        self._words = words
        geography, states = _one_of(words["geography"]), _one_of(words["us_states"])
        towns = _one_of(words["georgian_towns"])
        self._after = re.compile(
            rf" (?:{geography})\b(?! of\b)| (?:\w+ ){{0,2}}?(?:{_one_of(words['schools'])})\b(?! [a-z]+ed\b.*\bunivers)"
            rf"|[-‑](?:[Ss]peak|[Ll]anguage|[Aa]merican|[Mm]edium)| (?:{_one_of(words['works'])})\b"
        )
        self._treaty = re.compile(rf" (?:{_one_of(words['treaties'])})\b")
        self._town = re.compile(rf", (?:{states})\b(?!,? and |,? or |, [A-Z][^,]*(?: and|,))")
        self._state_before = re.compile(rf"\b(?:{states})(?:,|,? and|,? or|,? to) (?:in )?$|\b(?:{towns}), (?:in )?$")
        self._state_after = re.compile(rf"(?:,|,? and|,? or|,? to)(?: in)? (?:{states})\b")
        given = _one_of(words["given_names"])
        self._initial = re.compile(rf"\b(?:{given}) [A-Z]\. $")
        self._companion_before = re.compile(rf"\b(?:{given})(?:,| and|,? or) $")
        self._companion_after = re.compile(rf"(?:,| and|,? or) (?:{given})\b(?! [A-Z]?land)")

    def is_state(self, place: Place, *, is_adjective: bool) -> bool:
        """Tell whether a name in a text means the state, its government or its people."""
        if (
            _NAMED_AFTER.search(place.before)
            or self._after.match(place.after)
            or place.next_word in self._words["things"]
        ):
            return False
        if self._is_person(place) or self._is_river(place) or self._is_title(place):
            return False
        if is_adjective:
            return not self._is_language(place)
        return not (
            (self._treaty.match(place.after) and not place.before.endswith(("-", "–")))
            or self._town.match(place.after)
            or (place.previous_word == "New" and place.name[0].isupper())
            or (place.name.casefold() == "georgia" and self._is_in_america(place))
            or (place.name == "Turkey" and not place.before and _FOOD.search(place.after))
            or (place.name == "Micronesia" and _AS_REGION.search(place.before + place.after))
            or self._is_currency(place)
        )

    @staticmethod
    def _is_currency(place: Place) -> bool:
        return place.after.startswith("$") or (
            place.name == "US" and not re.search(r"[a-z]|^[^A-Z]*$", place.before + place.after)
        )

    def _is_person(self, place: Place) -> bool:
        """Tell whether a name is a person's: it is one of those that people bear, and the words around say so."""
        previous, words = place.previous_word.rstrip("."), self._words
        named = previous in words["given_names"] or previous in words["titles"] or self._initial.search(place.before)
        if place.name in words["surnames"] and named:
            return True
        return place.name in words["namesakes"] and self._is_given_name(place, previous)

    def _is_river(self, place: Place) -> bool:
        """Tell whether a name with its article is a river's: the United Nations says "the Niger" of the state too."""
        if place.name not in self._words["rivers"] or place.previous_word not in ("the", "The"):
            return False
        return bool(
            _RIVER_BEFORE.search(place.before)
            or _RIVER_AFTER.match(place.after)
            or (place.name == "Jordan" and (not place.next_word or place.next_word in self._words["particles"]))
        )

    def _is_given_name(self, place: Place, previous: str) -> bool:
        words = self._words
        if previous in words["titles"] or previous in words["relations"]:
            return True
        if _SURE_PLACE.search(place.before) or place.before.endswith(("-", "–")):
            return False
        signs = (
            _PERSON_AFTER.match(place.after),
            place.after.startswith(",") and _CALLED.search(place.before),
            self._companion_before.search(place.before),
            self._companion_after.match(place.after),
            place.next_word in words["family_names"],
            place.name in ("Georgia", "Jordan", "Chad") and self._is_part_of_name(place, previous),
        )
        return any(signs)

    def _is_part_of_name(self, place: Place, previous: str) -> bool:
        """Tell whether a word with a capital before or behind makes a full name, or a pronoun speaks of a person."""
        following = place.next_word
        is_after_name = previous[:1].isupper() and place.before.strip() != previous
        return (
            (is_after_name and not previous.isupper() and previous not in self._words["months"])
            or (following[:1].isupper() and not following.isupper())
            or self._has_pronoun(place)
        )

    @staticmethod
    def _has_pronoun(place: Place) -> bool:
        """Tell whether "she" or "he" in the sentence can mean the name: it is no state's that "its" speaks of."""
        sentence = place.before + place.after
        is_of_another = _PREPOSITION.search(place.before) or place.after.startswith(("'s", "’s", "-", "–"))
        return not is_of_another and bool(_PRONOUN.search(place.after)) and not _OF_A_STATE.search(sentence)

    def _is_in_america(self, place: Place) -> bool:
        """Tell whether Georgia is the US state."""
        return not _THE_COUNTRY.match(place.after) and bool(
            _OF_GEORGIA_US.match(place.after)
            or _OF_THE_STATE.search(place.before)
            or _IN_GEORGIA_US.search(place.before + place.name + place.after)
            or self._state_before.search(place.before)
            or self._state_after.match(place.after)
            or (place.previous_word in ("a", "A") and place.next_word.islower())  # that of the country is Georgian
        )

    def _is_title(self, place: Place) -> bool:
        """Tell whether a name stands in the title of a film, a book or a song, in quotation marks or in italics."""
        return any(
            found.start(1) <= place.start < found.end(1)
            and _is_in_title_case(found[1])
            and bool(_WORK.search(place.text[: found.start()]) or _WORK_AFTER.search(place.text[found.end() :]))
            for found in _QUOTED.finditer(place.text)
        )

    def _is_language(self, place: Place) -> bool:
        """Tell whether an adjective means a language: that of a text, or one that is spoken."""
        word, rest = place.next_word, self._after_list(place)
        if place.previous_word in self._words["varieties"]:
            return True
        if word in self._words["languages"] or (
            place.name == "Polish" and not place.before and word in ("your", "it", "the", "a")
        ):
            return True
        if rest and (rest.casefold() in self._words["languages"]):
            return True
        if rest and rest.casefold() not in self._words["particles"]:
            return False
        if place.name.endswith("s") and place.name not in ("Swiss",):  # a people, as in "Germans"
            return False
        return not self._is_of_people(place)

    def _after_list(self, place: Place) -> str:
        """Return the word behind a list of adjectives, as "prisons" in "French, German and Italian prisons"."""
        found = re.match(r"(?:(?:,|,? and|,? or|/|[-–])\s?[A-Z]\w+)*[ \n]([^\W\d_][\w’'-]*)", place.after)
        if re.match(r"[-–‑]\w", place.after):
            return "compound"
        return found[1] if found else ""

    @staticmethod
    def _is_of_people(place: Place) -> bool:
        """Tell whether an adjective without a noun means people or a nationality: "the French", "she is Italian"."""
        if _LANGUAGE_BEFORE.search(place.before) or (
            place.previous_word.lower() == "the" and _IS_TEXT.match(place.after)
        ):
            return False
        return bool(_IS_ONE.search(place.before)) or place.name.endswith(("man", "men", "woman", "women"))


def _is_in_title_case(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return len(words) > 1 and all(word[0].isupper() or word in _SMALL for word in words)


def is_capitalised(name: str) -> bool:
    """Tell whether a name is written as a name: `china` is ware; `eSwatini` and `the two Koreas` are states."""
    return any(letter.isupper() for letter in name)
