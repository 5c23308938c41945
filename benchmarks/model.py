"""One made-up guide of any size, the same each time, that knows nothing of how a tool wants it written.

Its words are no words of any language, so that only what is meant as a mention of a term is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, product
from random import Random
from typing import TypeVar

WORDS_IN_CHAPTER = 1200
WORDS_IN_PARAGRAPH = 100
PARAGRAPHS_IN_SECTION = 3
CITATIONS_IN_CHAPTER = 6
MENTIONS_IN_CHAPTER = 10
CHAPTERS_IN_PART = 20
SOURCES_PER_CHAPTER, TERMS_PER_CHAPTER, EVENTS_PER_CHAPTER = 5, 3, 2
_FIRST_DAY = date(1900, 1, 1)
_DAYS = 45_000
_SYLLABLES = [f"{consonant}{vowel}" for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
_ENDINGS = ("", "", "", "n", "r", "s")
_TERM_ENDINGS = ("ic", "ous"), ("ance", "ment")
"""Of a term's two words: with them, none is among the words of the text."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Source:
    """A source: a book, an article or a page of a website."""

    key: str
    kind: str
    """`book`, `article` or `web`."""
    surname: str
    given_name: str
    title: str
    place: str
    """The publisher, the journal or the website's address."""
    year: int


@dataclass(frozen=True)
class Term:
    """A key term."""

    id: str
    name: str
    plural: str
    definition: str


@dataclass(frozen=True)
class Event:
    """An event of the timeline."""

    id: str
    day: date
    title: str
    description: str
    term: Term
    chapter: int
    """The number of the chapter that says more."""


@dataclass(frozen=True)
class Citation:
    """A place of the text that cites a source."""

    source: Source
    page: int | None


@dataclass(frozen=True)
class Mention:
    """A place of the text that uses a term."""

    term: Term
    words: str
    """Its name or its plural."""


Piece = str | Citation | Mention
Paragraph = tuple[Piece, ...]
"""Pieces that follow each other as they stand: the spaces are in them."""


@dataclass(frozen=True)
class Section:
    """A heading and its paragraphs."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Chapter:
    """A chapter."""

    number: int
    title: str
    sections: tuple[Section, ...]

    @property
    def name(self) -> str:
        """Its file's name, without ending."""
        return f"chapter-{self.number:03}"


@dataclass(frozen=True)
class Guide:
    """A whole guide."""

    chapters: tuple[Chapter, ...]
    terms: tuple[Term, ...]
    events: tuple[Event, ...]
    """In date order."""
    sources: tuple[Source, ...]

    @property
    def parts(self) -> list[tuple[Chapter, ...]]:
        """The chapters by parts: no reader wants 400 lines in one menu."""
        return [
            self.chapters[start : start + CHAPTERS_IN_PART] for start in range(0, len(self.chapters), CHAPTERS_IN_PART)
        ]


def make_guide(chapters: int, terms: int = 0) -> Guide:
    """Make the guide of this many chapters, with as many terms as go with them, or with `terms`."""
    chance = Random(chapters)  # noqa: S311 (the same guide each time)
    words = _vocabulary(chance)
    known = [_term(name, words, chance) for name in _term_names(terms or chapters * TERMS_PER_CHAPTER)]
    sources = [_source(number, words, chance) for number in range(chapters * SOURCES_PER_CHAPTER)]
    made = tuple(_chapter(number, words, known, sources, chance) for number in range(chapters))
    events = chapters * EVENTS_PER_CHAPTER
    return Guide(
        chapters=made,
        terms=tuple(known),
        events=tuple(_event(number, events, known, words, chance) for number in range(events)),
        sources=tuple(sources),
    )


def _vocabulary(chance: Random) -> list[str]:
    """3,000 words of one to three syllables."""
    vocabulary: dict[str, None] = {}
    while len(vocabulary) < 3000:
        syllables = chance.choices(_SYLLABLES, k=chance.randint(1, 3))
        vocabulary["".join(syllables) + chance.choice(_ENDINGS)] = None
    return list(vocabulary)


def _term_names(count: int) -> list[str]:
    """Names of two words that no text uses otherwise; terms share words, as they do in life."""
    adjectives, nouns = (
        [first + second + ending for ending, first, second in product(endings, _SYLLABLES, _SYLLABLES[::5])]
        for endings in _TERM_ENDINGS
    )
    width = next(width for width in range(1, count + 1) if width * width >= count)
    names = product(adjectives[:width], nouns[:width])
    return [f"{adjective} {noun}" for adjective, noun in names][:count]


def _term(name: str, words: list[str], chance: Random) -> Term:
    return Term(name.replace(" ", "-"), name.capitalize(), f"{name}s", _sentence(words, 25, chance))


def _source(number: int, words: list[str], chance: Random) -> Source:
    kind = ("book", "article", "web")[number % 3]
    surname, given_name = (chance.choice(words).capitalize() for _ in range(2))
    title = " ".join(chance.choices(words, k=6)).capitalize()
    place = " ".join(chance.choices(words, k=2)).title()
    if kind == "web":
        place = f"https://www.{place.replace(' ', '-').lower()}.example/{number}"
    return Source(f"source{number + 1:04}", kind, surname, given_name, title, place, chance.randint(1990, 2024))


def _event(number: int, count: int, terms: list[Term], words: list[str], chance: Random) -> Event:
    return Event(
        id=f"event-{number + 1}",
        day=_FIRST_DAY + timedelta(days=number * _DAYS // count),
        title=" ".join(chance.choices(words, k=5)).capitalize(),
        description=_sentence(words, 25, chance),
        term=chance.choice(terms),
        chapter=number // EVENTS_PER_CHAPTER,
    )


def _chapter(number: int, words: list[str], terms: list[Term], sources: list[Source], chance: Random) -> Chapter:
    paragraphs = WORDS_IN_CHAPTER // WORDS_IN_PARAGRAPH
    used = _own_and_others(number, TERMS_PER_CHAPTER, terms, MENTIONS_IN_CHAPTER, chance)
    cited = _own_and_others(number, SOURCES_PER_CHAPTER, sources, CITATIONS_IN_CHAPTER, chance)
    mentions = [Mention(term, _form(term, chance)) for term in used]
    citations = [Citation(source, None if place % 3 else chance.randint(1, 300)) for place, source in enumerate(cited)]
    text = [
        _paragraph(words, mentions[place : place + 1], citations[place // 2 : place // 2 + place % 2], chance)
        for place in range(paragraphs)
    ]
    bounds = range(0, paragraphs + 1, PARAGRAPHS_IN_SECTION)
    sections = tuple(
        Section(f"section-{count}", " ".join(chance.choices(words, k=3)).capitalize(), tuple(text[start:end]))
        for count, (start, end) in enumerate(pairwise(bounds), start=1)
    )
    return Chapter(number + 1, " ".join(chance.choices(words, k=3)).capitalize(), sections)


def _own_and_others(number: int, own: int, items: list[Item], count: int, chance: Random) -> list[Item]:
    """Each chapter uses its own items, so that each is used, and others of the whole guide; none twice."""
    first = items[number * own : (number + 1) * own]
    others = items[: number * own] + items[(number + 1) * own :]
    found = first + chance.sample(others, min(count - len(first), len(others)))
    return [found[place % len(found)] for place in range(count)]


def _form(term: Term, chance: Random) -> str:
    return term.plural if chance.random() < 1 / 3 else term.name.lower()


def _paragraph(words: list[str], mentions: list[Mention], citations: list[Citation], chance: Random) -> Paragraph:
    """Return a paragraph with a mention in its first sentence, and a citation behind it."""
    before, after = (" ".join(chance.choices(words, k=count)) for count in (6, 4))
    left = WORDS_IN_PARAGRAPH - 10 - sum(len(mention.words.split()) for mention in mentions)
    pieces: Paragraph = (f"{before.capitalize()} ", *mentions, f"{' ' if mentions else ''}{after}.", *citations)
    return (*pieces, *(f" {_sentence(words, length, chance)}" for length in _sentence_lengths(left, chance)))


def _sentence_lengths(words: int, chance: Random) -> list[int]:
    """Lengths of 8 to 27 words that together give `words`."""
    lengths = []
    while words:
        length = chance.randint(8, 20)
        lengths.append(length if words - length >= 8 else words)
        words -= lengths[-1]
    return lengths


def _sentence(words: list[str], length: int, chance: Random) -> str:
    return " ".join(chance.choices(words, k=length)).capitalize() + "."
