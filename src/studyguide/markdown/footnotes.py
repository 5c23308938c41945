"""Number the footnotes of a chapter, citations and ordinary footnotes together, in document order.

Python-Markdown's footnotes extension builds its list before the inline patterns run, when no citation is parsed yet.
This list is built from the finished tree. It keeps that extension's ids and classes, on which Material's tooltips and
readers' links rely.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Comment, Element, SubElement

from markdown.util import HTML_PLACEHOLDER_RE, HtmlStash

from studyguide.diagnostics.diagnostic import Finding, Location, Problem, finding, problem
from studyguide.labels.catalogue import Labels
from studyguide.markdown.chapter import Note, Section
from studyguide.markdown.citations import KEY, Citation, citation_parts, parse_citation, with_members, with_semicolons
from studyguide.markdown.locators import is_locator
from studyguide.markdown.positions import POSITION, Positions, without_positions

# Elements that show nothing of their own, so that references on both sides of their tags still touch.
_TRANSPARENT = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "del", "dfn", "em", "i", "ins", "mark", "s", "small", "span", "strong", "u")
)
_TAG_OR_COMMENT = re.compile(r"</?(?P<name>[a-zA-Z]+)[^<>]*>|<!--.*?-->", re.DOTALL)
_KEY_WITH_POSITION = re.compile(f"(?P<position>{POSITION.pattern})?{KEY}")


class FootnoteList:
    """Numbers the footnote references of a chapter in document order, and renders its list of footnotes."""

    def __init__(
        self,
        positions: Positions,
        brackets: list[str],
        definitions: Mapping[str, Element],
        labels: Labels,
        sets: Mapping[str, Sequence[str]],
        keys: Collection[str] = (),
    ) -> None:
        self.notes: list[Note] = []
        self.problems: list[Problem] = []
        self._positions = positions
        self._brackets = brackets
        self._definitions = definitions
        """The element of each footnote definition, by name."""
        self._labels = labels
        self._sets = sets
        """The sources that are cited by the key of their set."""
        self._keys = keys
        self._citations: list[Citation] = []
        self._contents: list[Element] = []
        self._numbers: dict[str, int] = {}
        self._refused: set[str] = set()
        """The names of the definitions that another one calls."""
        self._reference_counts: dict[int, int] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations, in the order of their notes."""
        return tuple(self._citations)

    @property
    def unreferenced(self) -> list[str]:
        """The names of the definitions without a reference; of a chain of notes, the first."""
        met = {inner for name in self._refused for inner in self._chain(name)}
        left = [name for name in self._definitions if name not in self._numbers.keys() | met]
        called = {inner for name in left for inner in self._chain(name) if inner != name}
        first = []
        for name in sorted(left, key=called.__contains__):
            if name not in met:
                first.append(name)
                met.update(self._chain(name))
        return first

    def _chain(self, name: str) -> set[str]:
        """Return the name of a definition, and of those that it calls, and so on."""
        chain, left = set[str](), [name]
        while left:
            definition = self._definitions.get(left.pop())
            if definition is not None and (this := str(definition.get("data-name"))) not in chain:
                chain.add(this)
                left += [str(call.get("data-note")) for call in definition.iter("sup") if call.get("data-note")]
        return chain

    def add_citation(self, reference: Element, section: Section, where: Location) -> None:
        """Turn the element of a citation into the reference to a new note."""
        content = Element("div")
        paragraph = SubElement(content, "p")
        number = self._cite(reference, paragraph, where)
        self._add_reference_link(reference, self._add_note(content, section, (number,), is_citation=True))

    def add_reference(
        self, reference: Element, section: Section, where: Location, *, is_lost: bool = False
    ) -> Element | None:
        """Turn the element of `[^name]` into a reference, and return the definition at its first reference.

        `is_lost` tells whether to refuse it, as in another definition: in print pandoc would lose the note.
        """
        name = str(reference.attrib.pop("data-note"))
        if name not in self._definitions:
            self.problems.append(self._unknown_note(name, where))
            reference.text = f"[^{name}]"
            return None
        if is_lost:
            self._refused.add(name)
            self.problems.append(problem(where, "nested-note", name=name))
            reference.text = f"[^{name}]"
            return None
        if name in self._numbers:
            self._add_reference_link(reference, self._numbers[name])
            return None
        definition = self._definitions[name]
        brackets = [inner for inner in definition.iter("sup") if inner.get("data-citation") is not None]
        for bracket in brackets:
            bracket.tag = "span"  # a citation within a footnote opens no footnote of its own
        citations = tuple(self._cite(bracket, bracket, self._place(bracket, where)) for bracket in brackets)
        self._numbers[name] = self._add_note(definition, section, citations, is_citation=False)
        self._add_reference_link(reference, self._numbers[name])
        return definition

    def _unknown_note(self, name: str, where: Location) -> Problem:
        if re.split(r"[,\s]", name.lstrip("@"), maxsplit=1)[0] in self._keys:
            return problem(where, "unknown-note", "source", name=name, cited=name.lstrip("@"))
        is_data = where.path.endswith(".yaml")  # YAML cannot contain the definition
        return problem(where, "unknown-note", "in-data" if is_data else "", name=name)

    def element(self) -> Element:
        """Return the list of footnotes, with backlinks."""
        title = self._labels.gettext("Notes")
        section = Element("section", {"class": "footnote", "role": "doc-endnotes", "aria-label": title})
        SubElement(section, "hr")
        items = SubElement(section, "ol")
        for note, content in zip(self.notes, self._contents, strict=True):
            item = SubElement(items, "li", {"id": f"fn:{note.number}"})
            item.extend(list(content))
            last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
            for reference in range(1, self._reference_counts[note.number] + 1):
                last.append(_backlink(note.number, reference, self._labels))
        return section

    def _cite(self, bracket: Element, holder: Element, where: Location) -> int:
        """Record the citation of `bracket`, append its placeholder to `holder` and return its index."""
        inside = self._brackets[int(bracket.attrib.pop("data-citation"))]
        items = parse_citation(without_positions(inside))
        keys = [list(_KEY_WITH_POSITION.finditer(part)) for part in citation_parts(inside)]
        if not items:
            self.problems.append(_without_source(without_positions(inside), self._labels.language).at(where))
        for found in keys:
            if len(found) > 1:
                cited = with_semicolons(without_positions(inside))
                second = self._place_of(found[1]["position"], where)
                self.problems.append(problem(second, "missing-semicolon", cited=cited))
        items = tuple(
            replace(item, where=self._place_of(found[0]["position"], where))
            for item, found in zip(items, keys, strict=False)
        )
        self._citations.append(Citation(with_members(items, self._sets), where))
        number = len(self._citations) - 1
        holder.append(Comment(f"guide:citation {number}"))
        return number

    def _place(self, bracket: Element, otherwise: Location) -> Location:
        return self._place_of(bracket.get("data-position"), otherwise)

    def _place_of(self, position: str | None, otherwise: Location) -> Location:
        return self._positions.place(position) if position else otherwise

    def _add_note(self, content: Element, section: Section, citations: tuple[int, ...], *, is_citation: bool) -> int:
        self.notes.append(Note(len(self.notes) + 1, section, citations, is_citation))
        self._contents.append(content)
        return len(self.notes)

    def _add_reference_link(self, reference: Element, number: int) -> None:
        self._reference_counts[number] = self._reference_counts.get(number, 0) + 1
        reference.set("id", reference_id(number, self._reference_counts[number]))
        link = SubElement(reference, "a", {"class": "footnote-ref", "href": f"#fn:{number}", "role": "doc-noteref"})
        link.text = str(number)


class TouchingReferences:
    """Puts a comma between two references with nothing between them but a space, so that 1 and 2 do not read as 12.

    Typst prints a note without the space before it.
    It follows the walk through the tree. The comma stands in the first reference, and is nothing to a screen reader,
    which reads two links.
    """

    def __init__(self, stash: HtmlStash) -> None:
        self._stash = stash
        self._before: Element | None = None

    def add(self, reference: Element) -> None:
        """Take the next reference of the walk, whose link is made."""
        if self._before is not None:
            SubElement(self._before, "span", {"aria-hidden": "true"}).text = ","
        self._before = reference

    def resume(self, reference: Element) -> None:
        """Go on behind a reference, after the text of its note."""
        self._before = reference

    def pass_tag(self, tag: str) -> None:
        """Take the start or the end of an element."""
        if tag not in _TRANSPARENT:
            self._before = None

    def pass_text(self, text: str | None) -> None:
        """Take the text of an element, or the one behind it; raw HTML in it is a placeholder."""
        if self._before is not None and text and HTML_PLACEHOLDER_RE.sub(self._shown, text).strip():
            self._before = None

    def _shown(self, placeholder: re.Match[str]) -> str:
        tag = _TAG_OR_COMMENT.fullmatch(str(self._stash.rawHtmlBlocks[int(placeholder[1])]))
        return "" if tag and (not tag["name"] or tag["name"].lower() in _TRANSPARENT) else placeholder[0]


def _without_source(inside: str, language: str) -> Finding:
    """Return what is wrong with a citation of which a part has no key; where that part is a place, it needs a comma."""
    parts = citation_parts(inside)
    keyless = [part for part in parts if not re.search(KEY, part)]
    written = [part for part in parts if part.strip(" ,")]
    are_places = all(is_locator(" ".join(part.split()), language) for part in keyless if part in written)
    mended = "".join(("," if part in keyless else ";") + part for part in written)[1:].strip()
    is_mended = are_places and len(keyless) < len(parts) and written[0] not in keyless
    return finding("citation-without-source", inside=inside, fix=f"Write [{mended}]." if is_mended else "")


def reference_id(number: int, call: int = 1) -> str:
    """Return the id of the footnote reference that is the `call`-th to its note."""
    return f"fnref:{number}" if call == 1 else f"fnref{call}:{number}"


def _backlink(number: int, reference: int, labels: Labels) -> Element:
    label = labels.gettext("Back to text, note {number}", number=number)
    if reference > 1:
        # Translators: the back link of a note that the text calls more than once.
        label = labels.gettext("Back to text, note {number}, place {place}", number=number, place=reference)
    attributes = {"class": "footnote-backref", "href": f"#{reference_id(number, reference)}", "role": "doc-backlink"}
    link = Element("a", attributes | {"aria-label": label})
    link.text = "↩"
    return link
