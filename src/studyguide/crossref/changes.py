"""Compare the guide with its last editions: what is new, changed, moved or gone since."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from urllib.parse import quote

from studyguide.crossref.unit_texts import units_of
from studyguide.crossref.word_diff import is_correction, words_in
from studyguide.data.edition import KINDS, Edition, LastEdition, Unit, Units
from studyguide.data.guide import Guide
from studyguide.data.paths import OWN_LINKS
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.markers import CHANGES_MARKER

_SCHEMES = {"terms": "term", "events": "event", "sources": "source"}
"""The scheme of the links to units that are no sections, as in `paths.OWN_LINKS`."""
_ALIKE = 0.6
"""The part of their words that two sections share, from which they are one that was moved or renamed."""
_MOST_PAIRS = 250_000
"""How many pairs of sections are compared by their words; in a guide that was written anew, none is worth the time."""


class Status(StrEnum):
    """What became of a unit since the last edition."""

    NEW = "new"
    CHANGED = "changed"
    CORRECTED = "corrected"
    """Changed in nothing but spelling and punctuation."""
    MOVED = "moved"
    """Elsewhere or under another title, with the same words."""
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """A unit that is not as it was."""

    kind: str
    """One of `data.edition.KINDS`."""
    status: Status
    key: str
    """Its id now; for what is gone, its last one."""
    before: Unit | None
    """What it was; None for what is new."""
    after: Unit | None
    """What it is; None for what is gone."""
    former_key: str = ""
    """Its id in the last edition, where that is another."""
    renamed_key: str = ""
    """Its id in the guide as it is, where an edition after this change gave it another."""

    @property
    def key_now(self) -> str:
        """Its id in the guide as it is; for what is gone, its last one."""
        return self.renamed_key or self.key

    @property
    def anchor(self) -> str:
        """The id of its entry on the page that lists the changes."""
        return f"changed:{self.kind}:{self.key}"

    @property
    def fragment(self) -> str:
        """The same as a part of a URL."""
        return quote(self.anchor)

    @property
    def place(self) -> tuple[str, str]:
        """The file of its page below `docs/`, and its anchor there."""
        scheme = _SCHEMES.get(self.kind)
        path, _, anchor = (f"{OWN_LINKS[scheme]}{self.key_now}" if scheme else self.key_now).partition("#")
        return path, anchor


@dataclass(frozen=True, slots=True)
class EarlierEdition:
    """An edition before the last one."""

    edition: Edition
    units: Units
    following: Edition
    """The edition after it."""
    step: tuple[Change, ...]
    """What that one changed, by kind, then in the guide's order."""
    since: tuple[Change, ...]
    """What is other now: nothing of what was changed and then changed back."""


@dataclass(frozen=True)
class Changes:
    """All changes since the last edition."""

    last: LastEdition
    now: Units
    """What the guide says."""
    changes: tuple[Change, ...]
    """By kind, then in the guide's order, with those that are gone at the end."""
    page: str = ""
    """The file of the page that lists them; empty without one."""
    earlier: tuple[EarlierEdition, ...] = ()
    """The editions before the last that are kept, the newest first; none without the page."""

    def of_page(self, path: str) -> Mapping[str, Change]:
        """Return what is new or changed on a page, by its anchors."""
        return {change.place[1]: change for change in self.changes if change.after and change.place[0] == path}


def find_changes(guide: Guide, chapters: Sequence[Chapter], pages: Mapping[str, str]) -> Changes | None:
    """Return the changes since the last edition; None if there is none.

    `pages` has the HTML of the chapters by file, with their placeholders.
    """
    if guide.last_edition is None:
        return None
    page = next((chapter.path for chapter in chapters if CHANGES_MARKER in chapter.source.markers), "")
    last, now, renamed = guide.last_edition, units_of(guide, chapters, pages), _renamed(guide)
    since = tuple(compared(last.units, now, renamed))
    earlier = earlier_editions(last, now, renamed, since) if page else ()
    return Changes(last, now, since, page, tuple(earlier))


def earlier_editions(
    last: LastEdition, now: Units, renamed: Mapping[str, Mapping[str, str]], since: Iterable[Change]
) -> Iterator[EarlierEdition]:
    """Yield the kept editions before the last, the newest first.

    `now` has the units of the guide as it is, `since` is what changed since the last edition.
    """
    places = {(kind, key): place for kind in KINDS for place, key in enumerate(now.get(kind, {}))}
    new_keys = _new_keys(since)
    for after, before in pairwise(last.past()):
        since = tuple(compared(before.units, now, renamed))
        former_new_keys, new_keys = new_keys, _new_keys(since)
        step = [
            replace(
                change, renamed_key=(former_new_keys if change.after else new_keys).get((change.kind, change.key), "")
            )
            for change in compared(before.units, after.units, renamed)
        ]
        step.sort(key=lambda change: _order(change, places))
        yield EarlierEdition(before.edition, before.units, after.edition, tuple(step), since)


def _new_keys(since: Iterable[Change]) -> dict[tuple[str, str], str]:
    """Return the id now of each unit that had another in an edition, by its kind and that id."""
    return {(change.kind, change.former_key): change.key for change in since if change.former_key}


def _order(change: Change, places: Mapping[tuple[str, str], int]) -> tuple[int, bool, int]:
    """Return the place of a change among those of its edition, whose units are sorted by their ids."""
    return KINDS.index(change.kind), change.after is None, places.get((change.kind, change.key_now), len(places))


def _renamed(guide: Guide) -> dict[str, dict[str, str]]:
    """Return the new id of each term and event by its former ones."""
    terms = {former.text: term.id for term in guide.terms for former in term.former_ids}
    events = {former.text: event.id for event in guide.events for former in event.former_ids}
    return {"terms": terms, "events": events}


def compared(before: Units, after: Units, renamed: Mapping[str, Mapping[str, str]]) -> Iterator[Change]:
    """Yield what differs between two editions; `renamed` gives the new ids of terms and events by their former ones."""
    counts = _WordCount(before), _WordCount(after)
    for kind in KINDS:
        old, new = before.get(kind, {}), after.get(kind, {})
        former = _former_keys(old, new, renamed.get(kind, {}), is_section=kind == "sections")
        for key, unit in new.items():
            was = former.get(key, key)
            if was not in old:
                yield Change(kind, Status.NEW, key, None, unit)
            elif was != key or old[was].digest != unit.digest:
                status = _status(old[was], unit, counts)
                yield Change(kind, status, key, old[was], unit, was if was != key else "")
        left = set(former.values())
        yield from (
            Change(kind, Status.GONE, key, unit, None)
            for key, unit in old.items()
            if key not in new and key not in left
        )


@dataclass(frozen=True)
class _WordCount:
    """Counts a word in an edition, whose text is put together once it is needed."""

    units: Units

    @cached_property
    def text(self) -> str:
        """All words of the edition."""
        return "\n".join(unit.words for each in self.units.values() for unit in each.values()).casefold()

    def __call__(self, word: str) -> int:
        """Return how often a word, in small letters, stands in the edition."""
        return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", self.text))


def _status(old: Unit, new: Unit, counts: tuple[_WordCount, _WordCount]) -> Status:
    if old.words == new.words:
        return Status.MOVED
    is_small = all(is_correction(*pair, *counts) for pair in ((old.words, new.words), (old.title, new.title)))
    return Status.CORRECTED if is_small else Status.CHANGED


def _former_keys(
    old: Mapping[str, Unit], new: Mapping[str, Unit], renamed: Mapping[str, str], *, is_section: bool
) -> dict[str, str]:
    """Return the last edition's key of each unit that has another one now, by its key now."""
    gone = {key: unit for key, unit in old.items() if key not in new}
    come = {key: unit for key, unit in new.items() if key not in old}
    found = {renamed[key]: key for key in gone if renamed.get(key) in come}
    for match in (_by_id, _by_text, _by_words) if is_section else (_by_text,):
        here = {key: unit for key, unit in gone.items() if key not in found.values()}
        there = {key: unit for key, unit in come.items() if key not in found}
        found |= match(here, there)
    return found


def _by_id(gone: Mapping[str, Unit], come: Mapping[str, Unit]) -> dict[str, str]:
    """Match sections that went to another page with their id, if only one did."""
    return _matched(
        {key: key.partition("#")[2] for key in gone},
        {key: key.partition("#")[2] for key in come},
    )


def _by_text(gone: Mapping[str, Unit], come: Mapping[str, Unit]) -> dict[str, str]:
    """Match units that have the same words, if only one has them."""
    return _matched(
        {key: unit.words for key, unit in gone.items()},
        {key: unit.words for key, unit in come.items()},
    )


def _matched(gone: Mapping[str, str], come: Mapping[str, str]) -> dict[str, str]:
    """Return the key in `gone` for each key in `come` that alone has the same text as it alone."""
    once, again = Counter(gone.values()), Counter(come.values())
    by_text = {text: key for key, text in gone.items() if text and once[text] == 1}
    return {key: by_text[text] for key, text in come.items() if text in by_text and again[text] == 1}


def _by_words(gone: Mapping[str, Unit], come: Mapping[str, Unit]) -> dict[str, str]:
    """Match sections that share most of their words, the most similar first."""
    if len(gone) * len(come) > _MOST_PAIRS:
        return {}
    here, there = _counted(gone), _counted(come)
    pairs = ((_likeness(old, new), was, key) for was, old in here.items() for key, new in there.items())
    found: dict[str, str] = {}
    for _, was, key in sorted((pair for pair in pairs if pair[0] >= _ALIKE), reverse=True):
        if key not in found and was not in found.values():
            found[key] = was
    return found


def _counted(units: Mapping[str, Unit]) -> dict[str, Counter[str]]:
    return {key: Counter(words_in(unit.words)) for key, unit in units.items()}


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    """Return the part of their words that two texts share: 0 to 1 (the coefficient of Sørensen and Dice)."""
    whole = old.total() + new.total()
    return 2 * (old & new).total() / whole if whole else 0.0
