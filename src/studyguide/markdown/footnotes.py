"""The notes of a chapter: citations and ordinary notes together, numbered in reading order.

Python-Markdown's footnotes extension lists its notes before it has read the text, so a citation could not stand
among them. Here the list is made from the finished tree. Ids and classes are that extension's, since Material's
tooltips and readers' links rely on them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from xml.etree.ElementTree import Comment, Element, SubElement

from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.labels.catalogue import Labels
from studyguide.markdown.chapter import Note, Section
from studyguide.markdown.citations import KEY, Citation, citation_parts, parse_citation
from studyguide.markdown.positions import POSITION, Positions, without_positions

_KEY_WITH_POSITION = re.compile(f"(?P<position>{POSITION.pattern})?(?P<cited>{KEY})")


class FootnoteList:
    """Numbers the calls of a chapter as they are met, and makes the list at its end."""

    def __init__(
        self, positions: Positions, brackets: list[str], bodies: Mapping[str, Element], labels: Labels
    ) -> None:
        self.notes: list[Note] = []
        self.problems: list[Problem] = []
        self._marks = positions
        self._brackets = brackets
        self._bodies = bodies
        """The text of each ordinary note, by name."""
        self._labels = labels
        self._citations: list[Citation] = []
        self._listed: list[Element] = []
        self._numbers: dict[str, int] = {}
        self._calls: dict[int, int] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation, in the order of the notes that hold them."""
        return tuple(self._citations)

    @property
    def uncalled(self) -> list[str]:
        """The names of the ordinary notes that nothing called."""
        return [name for name in self._bodies if name not in self._numbers]

    def call_citation(self, call: Element, section: Section, where: Location) -> None:
        """Turn the element of a bracket into the call of a new note."""
        body = Element("div")
        paragraph = SubElement(body, "p")
        number = self._cite(call, paragraph, where)
        self._finish_call(call, self._open(body, section, (number,), is_citation=True))

    def call_note(self, call: Element, section: Section, where: Location) -> Element | None:
        """Turn `[^name]` into the call of its note, and give the note's text where this is its first call."""
        name = str(call.attrib.pop("data-note"))
        if name not in self._bodies:
            is_data = where.path.endswith(".yaml")  # where no line can hold the note
            self.problems.append(problem(where, "unknown-note", "in-data" if is_data else "", name=name))
            call.text = f"[^{name}]"
            return None
        if name in self._numbers:
            self._finish_call(call, self._numbers[name])
            return None
        body = self._bodies[name]
        brackets = [inner for inner in body.iter("sup") if inner.get("data-citation") is not None]
        for bracket in brackets:
            bracket.tag = "span"  # a citation inside a note is text of that note
        held = tuple(self._cite(bracket, bracket, self._place(bracket, where)) for bracket in brackets)
        self._numbers[name] = self._open(body, section, held, is_citation=False)
        self._finish_call(call, self._numbers[name])
        return body

    def element(self) -> Element:
        """Make the list."""
        title = self._labels.gettext("Notes")
        section = Element("section", {"class": "footnote", "role": "doc-endnotes", "aria-label": title})
        SubElement(section, "hr")
        items = SubElement(section, "ol")
        for note, body in zip(self.notes, self._listed, strict=True):
            item = SubElement(items, "li", {"id": f"fn:{note.number}"})
            item.extend(list(body))
            last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
            for call in range(1, self._calls[note.number] + 1):
                last.append(_back_link(note.number, call, self._labels))
        return section

    def _cite(self, bracket: Element, holder: Element, where: Location) -> int:
        """Keep the citation of `bracket`, and leave room for its text in `holder`."""
        inside = self._brackets[int(bracket.attrib.pop("data-citation"))]
        works = parse_citation(without_positions(inside))
        keys = [list(_KEY_WITH_POSITION.finditer(part)) for part in citation_parts(inside)]
        if not works:
            self.problems.append(problem(where, "citation-without-source", inside=without_positions(inside)))
        for found in keys:
            if len(found) > 1:
                cited = "; ".join(key["cited"] for keys_of_part in keys for key in keys_of_part)
                second = self._place_of(found[1]["position"], where)
                self.problems.append(problem(second, "missing-semicolon", cited=cited))
        works = tuple(
            replace(work, where=self._place_of(found[0]["position"], where))
            for work, found in zip(works, keys, strict=False)
        )
        self._citations.append(Citation(works, where))
        number = len(self._citations) - 1
        holder.append(Comment(f"guide:citation {number}"))
        return number

    def _place(self, bracket: Element, otherwise: Location) -> Location:
        return self._place_of(bracket.get("data-position"), otherwise)

    def _place_of(self, position: str | None, otherwise: Location) -> Location:
        return self._marks.place(position) if position else otherwise

    def _open(self, body: Element, section: Section, citations: tuple[int, ...], *, is_citation: bool) -> int:
        self.notes.append(Note(len(self.notes) + 1, section, citations, is_citation))
        self._listed.append(body)
        return len(self.notes)

    def _finish_call(self, call: Element, number: int) -> None:
        self._calls[number] = self._calls.get(number, 0) + 1
        call.set("id", call_id(number, self._calls[number]))
        link = SubElement(call, "a", {"class": "footnote-ref", "href": f"#fn:{number}", "role": "doc-noteref"})
        link.text = str(number)


def call_id(number: int, call: int = 1) -> str:
    """The id of the place where a note is called."""
    return f"fnref:{number}" if call == 1 else f"fnref{call}:{number}"


def _back_link(number: int, call: int, labels: Labels) -> Element:
    label = labels.gettext("Back to text, note {number}", number=number)
    if call > 1:
        # Translators: the back link of a note that the text calls more than once.
        label = labels.gettext("Back to text, note {number}, place {place}", number=number, place=call)
    attributes = {"class": "footnote-backref", "href": f"#{call_id(number, call)}", "role": "doc-backlink"}
    link = Element("a", attributes | {"aria-label": label})
    link.text = "↩"
    return link
