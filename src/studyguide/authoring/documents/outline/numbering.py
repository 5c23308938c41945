"""Take the numbers off the headings of a document: the guide has contents and links of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from studyguide.authoring.documents.outline.chapters import Chapter
from studyguide.authoring.documents.text.blocks import Heading
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.documents.text.text_parts import cut
from studyguide.authoring.documents.wording.heading_numbers import HeadingNumber, read_numbers


@dataclass(frozen=True)
class NumberedHeading:
    """A heading whose number was taken off."""

    printed: str
    """The number as printed: `II. a)`."""
    path: tuple[int, ...]
    """Its parts: (2, 1)."""
    title: str
    """The heading without it."""


@dataclass
class _Series:
    """The numbers of a document so far, those that count on from the first one."""

    readings: Sequence[tuple[HeadingNumber, ...]]
    """Those of each heading, in order."""
    seen: set[tuple[tuple[str, ...], tuple[int, ...]]] = field(default_factory=set)

    def take(self, place: int) -> HeadingNumber | None:
        """Return the number of the heading at `place`; None if it has none, as `5 permanent members`."""
        later = {(number.style, number.path) for readings in self.readings[place + 1 :] for number in readings}
        for number in self.readings[place]:
            *above, last = number.path
            siblings = {(number.style, (*above, last + step)): step for step in (-2, -1, 1)}
            steps = {step for sibling, step in siblings.items() if sibling in (self.seen if step < 0 else later)}
            if self._counts_on(number, steps):
                self.seen.add((number.style, number.path))
                return number
        return None

    def _counts_on(self, number: HeadingNumber, steps: set[int]) -> bool:
        """Tell whether a number begins or goes on with a series; `steps` lead to its neighbours in the document."""
        are_digits = number.style[-1] == "1"
        is_below = any((style[1:], path) == (number.style[1:-1], number.path[:-1]) for style, path in self.seen)
        if -1 in steps or (number.has_sign and -2 in steps) or (is_below and are_digits):
            return True
        if number.path[-1] in (0, 1):
            return 1 in steps or is_below or (number.has_sign and are_digits)
        return 1 in steps and number.has_sign and number.style[0] == "" and are_digits


def without_numbers(
    chapters: Sequence[Chapter], language: str
) -> tuple[tuple[Chapter, ...], tuple[NumberedHeading, ...]]:
    """Return chapters whose headings have no numbers, and what stood before them."""
    headings = [heading for chapter in chapters for heading in _headings(chapter)]
    series = _Series([read_numbers(plain(heading.text), language) for heading in headings])
    numbers = iter([series.take(place) for place in range(len(headings))])
    taken: list[NumberedHeading] = []

    def without(heading: Heading) -> Heading:
        number = next(numbers)
        if not number:
            return heading
        words, text = plain(heading.text), cut(heading.text, number.length)
        taken.append(NumberedHeading(words[: number.length].strip(), number.path, " ".join(plain(text).split())))
        return replace(heading, text=text)

    kept = []
    for chapter in chapters:
        own = without(chapter.heading) if chapter.heading else None
        blocks = tuple(without(block) if isinstance(block, Heading) else block for block in chapter.blocks)
        kept.append(replace(chapter, heading=own, blocks=blocks))
    return tuple(kept), tuple(taken)


def _headings(chapter: Chapter) -> Iterator[Heading]:
    if chapter.heading:
        yield chapter.heading
    yield from (block for block in chapter.blocks if isinstance(block, Heading))
