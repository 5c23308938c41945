"""Measure how far each line stands out from the text of its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from studyguide.authoring.documents.files.looks import Look
from studyguide.authoring.documents.outline.heading_lines import can_be_heading, contents_entries
from studyguide.authoring.documents.wording.section_names import chapter_of, number_depth

_FEWEST_WORDS_OF_TEXT = 12
_MOST = 0.8
"""The share of letters that makes a line bold; a heading may hold a sign that is not."""
_SMALLEST_STEP = 0.5
"""In points: what is less is no other size."""


@dataclass(frozen=True, order=True)
class Strength:
    """What makes a line stand out, compared from the first field on; the strongest look is that of chapters."""

    is_alone_in_table: bool = False
    size: float = 0.0
    """How many points it is larger than the text."""
    number: int = 0
    """More for `1.` than for `1.1`; 0 without a number."""
    is_capitals: bool = False
    is_bold: bool = False
    is_underlined: bool = False
    is_centred: bool = False
    upright: int = 0
    """-1 for italics, which are weaker than the same without."""

    @property
    def stands_out(self) -> bool:
        """Whether the line looks other than the text."""
        return self != Strength()

    @property
    def is_weak(self) -> bool:
        """Whether the line is centred or in italics and nothing else, as mottos are."""
        return replace(self, is_centred=False, upright=0) == Strength()

    @property
    def words(self) -> str:
        """What makes it stand out, in a chair's words."""
        applies = {
            "alone in a table": self.is_alone_in_table,
            "larger than the text": self.size > 0,
            "numbered": self.number > 0,
            "in capitals": self.is_capitals,
            "bold": self.is_bold,
            "underlined": self.is_underlined,
            "centred": self.is_centred,
            "in italics": self.upright < 0,
        }
        *others, last = [name for name in applies if applies[name]] or [""]
        return f"{', '.join(others)} and {last}" if others else last


@dataclass(frozen=True)
class Candidate:
    """A line that may be a heading."""

    strength: Strength
    part: str | None
    """The part of a guide that it names."""


def candidates(looks: Sequence[Look], language: str) -> dict[int, Candidate]:
    """Return the lines that may be headings by their look or their words, by their place, from 0."""
    text, contents = text_look(looks), contents_entries(looks)
    found: dict[int, Candidate] = {}
    for place, look in enumerate(looks):
        if place in contents or not can_be_heading(replace(look, is_list_item=False), language):
            continue
        part = chapter_of(look.text, language)
        if part or not look.is_list_item or _is_numbered_heading(looks, place, text):
            found[place] = Candidate(_strength(look, text, part, language), part)
    return found


def _is_numbered_heading(looks: Sequence[Look], place: int, text: Look) -> bool:
    """Tell whether an item of a list is a heading with Word's numbering: it stands out, and alone between texts."""
    look = looks[place]
    around = [other for other in looks[max(place - 1, 0) : place + 2] if other is not look]
    stands_out = look.bold >= _MOST > text.bold or look.size - text.size >= _SMALLEST_STEP
    return stands_out and not any(other.is_list_item for other in around)


def is_text(look: Look) -> bool:
    """Tell whether a paragraph is long enough to be text."""
    return look.words >= _FEWEST_WORDS_OF_TEXT


def text_look(looks: Sequence[Look]) -> Look:
    """Return how most of the text looks: the size, and what more than half of its letters are."""
    texts = [look for look in looks if is_text(look)] or looks
    letters = sum(len(look.text) for look in texts) or 1
    sizes: Counter[float] = Counter()
    for look in texts:
        sizes[look.size] += len(look.text)

    def share(name: str) -> float:
        return sum(float(getattr(look, name)) * len(look.text) for look in texts) / letters

    return Look(
        "",
        size=max(sizes, key=sizes.__getitem__, default=0.0),
        bold=share("bold"),
        italic=share("italic"),
        underlined=share("underlined"),
        is_centred=share("is_centred") > 0.5,
    )


def _strength(look: Look, text: Look, part: str | None, language: str) -> Strength:
    """Return how a line stands out. Capitals of a single word do not count: it may be a short form, such as UNICEF."""
    larger = look.size - text.size
    depth = number_depth(look.text, language)
    return Strength(
        is_alone_in_table=look.is_alone_in_table,
        size=round(larger * 2) / 2 if larger >= _SMALLEST_STEP else 0.0,
        number=max(0, 5 - depth) if depth else 0,
        is_capitals=look.is_in_capitals and (part is not None or look.words > 1),
        is_bold=look.bold >= _MOST > text.bold,
        is_underlined=look.underlined >= _MOST > text.underlined,
        is_centred=look.is_centred and not text.is_centred,
        upright=-1 if look.italic >= _MOST > text.italic else 0,
    )
