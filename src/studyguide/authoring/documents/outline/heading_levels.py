"""Find the headings of a document and their levels: by styles where it has them, else by how paragraphs look.

Nothing is changed here: each paragraph gets a level with its reason, which a chair finds in the report and can correct.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studyguide.authoring.documents.files.looks import Look
from studyguide.authoring.documents.outline.heading_candidates import Candidate, Strength, candidates
from studyguide.authoring.documents.outline.heading_lines import can_be_styled_heading
from studyguide.authoring.documents.wording.document_language import language_of
from studyguide.authoring.documents.wording.section_names import chapter_of

FEWEST_STYLED = 3
"""With fewer headings in a heading's style, the styles are there by accident, and looks decide."""
_DEEPEST = 4
_STYLE = re.compile(r"heading[ _]?(?P<level>[1-6])")
_TITLE = "title"
_SUBTITLE = "subtitle"
_Levels = dict[int, int]
"""Levels by the place of the paragraph, from 0."""


@dataclass(frozen=True)
class Judgement:
    """What a paragraph was found to be."""

    level: int
    """1 for a chapter, 2 for a section, and so on; 0 for no heading."""
    reason: str = ""
    """Why, in a chair's words; empty for no heading."""


def judge_headings(looks: Sequence[Look], language: str = "") -> tuple[Judgement, ...]:
    """Return what each paragraph is, with the reason; without a `language`, in that of the text."""
    language = language or language_of(look.text for look in looks)
    styled = _styled(looks)
    lines = candidates(looks, language)
    parts = {place: chapter_of(looks[place].text, language) for place in styled}
    by_style = len(styled) >= FEWEST_STYLED and not _are_chapters_unstyled(parts, lines)
    levels = _with_forgotten_chapters(styled, parts, lines) if by_style else _by_look(looks, lines)
    return tuple(_judgement(look, levels.get(place, 0), lines.get(place)) for place, look in enumerate(looks))


def _judgement(look: Look, level: int, line: Candidate | None) -> Judgement:
    if not level:
        return Judgement(0)
    if _STYLE.fullmatch(look.style) or look.style in (_TITLE, _SUBTITLE):
        return Judgement(level, f"its style is {look.style}")
    if look.outline_level:
        return Judgement(level, f"its outline level is {look.outline_level}")
    looks_so = f"it is {line.strength.words}" if line and line.strength.stands_out else ""
    known = "its name is that of a chapter" if line and line.part else ""
    return Judgement(level, ", and ".join(filter(None, (looks_so, known))) or "it is a short line above text")


def _styled(looks: Sequence[Look]) -> _Levels:
    """Return the levels by style, without gaps. Several paragraphs in the style Title are chapters; one is not.

    Below such chapters, several in the style Subtitle are sections.
    """
    levels: dict[int, float] = {
        place: _style_level(look) for place, look in enumerate(looks) if can_be_styled_heading(look)
    }
    titles = [place for place in levels if looks[place].style == _TITLE]
    if len(titles) >= FEWEST_STYLED:
        levels |= dict.fromkeys(titles, 0.5)
        subtitles = [place for place in levels if looks[place].style == _SUBTITLE and place > titles[0] + 1]
        levels |= dict.fromkeys(subtitles if len(subtitles) > 1 else (), 0.75)
    ranks = {level: rank for rank, level in enumerate(sorted({*levels.values()} - {0}), 1)}
    return {place: ranks[level] for place, level in levels.items() if level}


def _style_level(look: Look) -> float:
    style = _STYLE.fullmatch(look.style)
    return float(style["level"]) if style else float(look.outline_level)


def _are_chapters_unstyled(parts: Mapping[int, str | None], lines: Mapping[int, Candidate]) -> bool:
    """Tell whether most chapters are told by their look, as where the title page alone has styles."""
    unstyled = {line.part for place, line in lines.items() if place not in parts and line.strength.stands_out} - {None}
    return len(unstyled) >= FEWEST_STYLED and len(unstyled) > len({*parts.values()} - {None})


def _with_forgotten_chapters(
    styled: _Levels, parts: Mapping[int, str | None], lines: Mapping[int, Candidate]
) -> _Levels:
    """Return the levels by style, and the level of chapters for a line that stands out and names a missing chapter."""
    known = Counter(styled[place] for place, part in parts.items() if part)
    if not known:
        return _with_unstyled_sections(styled, lines)
    level = max(sorted(known), key=known.__getitem__)
    names = set(parts.values())
    forgotten = {
        place: level
        for place, line in lines.items()
        if place not in styled and line.part and line.part not in names and line.strength.stands_out
    }
    return _with_unstyled_sections(forgotten | styled, lines)


def _with_unstyled_sections(levels: _Levels, lines: Mapping[int, Candidate]) -> _Levels:
    """Return the levels with lines of one look above text as sections, where styles are those of chapters alone."""
    if max(levels.values()) > 1:
        return levels
    others = {
        place: line.strength
        for place, line in lines.items()
        if place not in levels and place > min(levels) and place + 1 not in lines and not line.strength.is_weak
    }
    times = Counter(others.values())
    usual = max(sorted(times, reverse=True), key=times.__getitem__, default=None)
    return levels | {place: 2 for place in others if others[place] == usual and times[usual] >= FEWEST_STYLED}


def _by_look(looks: Sequence[Look], lines: Mapping[int, Candidate]) -> _Levels:
    top = _look_of_chapters(lines)
    named = _chapters_by_name(lines, top)
    if not named and top is None:
        return {}
    levels = _ranked(lines, top, named)
    first = min((place for place in levels if levels[place] == 1), default=0)
    levels = {place: level for place, level in levels.items() if place >= first}
    if max(levels.values()) == 1:
        levels |= _short_lines(lines, levels)
    levels = {place: min(level, _DEEPEST) for place, level in _without_empty_sections(looks, levels).items()}
    return _below_topics(levels, _topics(lines, levels, top))


def _topics(lines: Mapping[int, Candidate], levels: _Levels, top: Strength | None) -> list[int]:
    """Return the lines that stand out more than chapters, above chapters of which two have the same; else none."""
    found: dict[Strength, list[int]] = {}
    for place, following in pairwise(sorted(lines)):
        line = lines[place]
        if top and line.part is None and line.strength > top and levels.get(following) == 1:
            found.setdefault(line.strength, []).append(place)
    topics = max(found.values(), key=len, default=[])
    parts = Counter(
        (line.part, next((topic for topic in reversed(topics) if topic < place), None))
        for place, line in lines.items()
        if line.part and levels.get(place) == 1
    )
    repeated = Counter(part for part, topic in parts if topic is not None)
    return topics if len(topics) > 1 and max(repeated.values(), default=0) > 1 else []


def _below_topics(levels: _Levels, topics: Sequence[int]) -> _Levels:
    """Return the levels with those of topics above all others."""
    return {place: level + 1 for place, level in levels.items()} | dict.fromkeys(topics, 1) if topics else levels


def _look_of_chapters(lines: Mapping[int, Candidate]) -> Strength | None:
    """Return the look of most lines that name a chapter; without any, the strongest one of several lines."""
    known = Counter(line.strength for line in lines.values() if line.part and line.strength.stands_out)
    if known:
        return max(sorted(known, reverse=True), key=known.__getitem__)
    looks = Counter(line.strength for line in lines.values() if line.strength.stands_out and not line.strength.is_weak)
    return max((strength for strength, times in looks.items() if times > 1), default=None)


def _chapters_by_name(lines: Mapping[int, Candidate], top: Strength | None) -> set[int]:
    """Return the lines that name a chapter and look otherwise, of a part that no chapter of the usual look has.

    Of one part, those that look as the first one does: each topic of a document may have it.
    """
    parts = {line.part for line in lines.values() if line.strength == top}
    first: dict[str, Strength] = {}
    for line in lines.values():
        if line.part and line.strength != top and line.part not in parts:
            first.setdefault(line.part, line.strength)
    return {place for place, line in lines.items() if line.part and first.get(line.part) == line.strength}


def _ranked(lines: Mapping[int, Candidate], top: Strength | None, named: set[int]) -> _Levels:
    """Return the levels of the lines that stand out, by the strength of their look; `named` are chapters."""
    chapters = {place for place, line in lines.items() if line.strength == top and _is_chapter(line, lines)}
    first = min(chapters | named)
    others = {
        place: line.strength
        for place, line in lines.items()
        if place not in chapters | named and place > first and line.strength.stands_out
    }
    times = Counter(others.values())
    sections = sorted((look for look in times if times[look] > 1 or not look.is_weak), reverse=True)
    ranks = {look: rank for rank, look in enumerate(sections, 2)}
    return dict.fromkeys(chapters | named, 1) | {place: ranks[look] for place, look in others.items() if look in ranks}


def _is_chapter(line: Candidate, lines: Mapping[int, Candidate]) -> bool:
    """Tell whether a line of the look of chapters is one: not if most lines of that look name none, as it does.

    Where chapters and sections look alike, only their names tell them apart.
    """
    alike = [other.part is not None for other in lines.values() if other.strength == line.strength]
    return line.part is not None or line.strength.number > 0 or 2 * sum(alike) >= len(alike) or not any(alike)


def _short_lines(lines: Mapping[int, Candidate], levels: _Levels) -> _Levels:
    """Return each line above text as a section, and one above such a line, where no look tells sections apart."""
    others = {place for place in lines if place > min(levels) and place not in levels}
    above_text = {place for place in others if place + 1 not in lines}
    return dict.fromkeys(above_text | {place for place in others if place + 1 in above_text}, 2)


def _without_empty_sections(looks: Sequence[Look], levels: _Levels) -> _Levels:
    """Return the levels without lines that nothing follows but a higher heading, such as the name below a letter."""
    kept: _Levels = {}
    following = 1
    for place in range(len(looks) - 1, -1, -1):
        level = levels.get(place, 0)
        if level > following > 0:
            continue
        if level:
            kept[place] = level
        if level or looks[place].text.strip():
            following = level
    return kept
