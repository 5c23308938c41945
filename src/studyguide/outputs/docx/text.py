"""What pandoc leaves to be done in the text of the Word file: words joined to runs, languages, bookmarks and tables."""

from __future__ import annotations

from copy import deepcopy

from studyguide.labels.direction import Direction, text_direction
from studyguide.outputs.docx.languages import language_attribute, stretches
from studyguide.outputs.docx.wordml import (
    NAMESPACES,
    Tree,
    each,
    element,
    name_of,
    properties_of,
    put,
    remove,
)

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NO_TEXT = frozenset(map(name_of, ("w:bookmarkStart", "w:bookmarkEnd")))


def finish_text(root: Tree, language: str) -> None:
    """Finish the text of the document or of its notes, in a guide of this language (a BCP 47 tag)."""
    direction = text_direction(language)
    join_runs(root)
    set_languages(root, direction)
    place_bookmarks(root)
    style_items(root)
    finish_tables(root, is_mirrored=direction == "rtl")


def set_languages(root: Tree, direction: Direction) -> None:
    """Say of each run in which of its scripts its language is written, and whether it runs from right to left.

    In a guide whose `direction` is from right to left, pandoc lets all words run so, also Latin ones.
    """
    for told in each(root, "w:lang"):
        if tag := str(told.attrib.pop(name_of("w:val"), "")):
            told.set(name_of(f"w:{language_attribute(tag)}"), tag)
    for run in each(root, "w:r"):
        if _is_text(run) and not _is_isolated(run, direction):
            _divide(run, direction)


def _is_isolated(run: Tree, direction: Direction) -> bool:
    """Return whether the page says that a text runs against its paragraph, as a range of numbers in Arabic may."""
    is_right = run.find("w:rPr/w:rtl", NAMESPACES) is not None
    return is_right == (direction == "ltr")


def _divide(run: Tree, direction: Direction) -> None:
    """Divide a run where the direction of its letters changes, and give each part its own."""
    pieces = stretches(run[-1].text or "", direction)
    if [is_right for _, is_right in pieces] == [direction == "rtl"]:
        return
    for words, is_right in pieces:
        part = deepcopy(run)
        _set_text(part, words)
        for mark in part.findall("w:rPr/w:rtl", NAMESPACES):
            remove(mark)
        if is_right:
            put(properties_of(part, "w:rPr"), element("w:rtl"))
        run.addprevious(part)
    remove(run)


def _set_text(run: Tree, words: str) -> None:
    run[-1].text = words
    run[-1].set(_SPACE, "preserve")


def join_runs(root: Tree) -> None:
    """Join the runs of a text that have the same properties: pandoc writes one for each word and each space."""
    for run in each(root, "w:r"):
        before = run.getprevious()
        if before is None or before.tag != run.tag or not (_is_text(run) and _is_text(before)):
            continue
        if _properties(run) == _properties(before):
            _set_text(run, (before[-1].text or "") + (run[-1].text or ""))
            remove(before)


def _is_text(run: Tree) -> bool:
    return [child.tag for child in run if child.tag != name_of("w:rPr")] == [name_of("w:t")]


def _properties(run: Tree) -> list[tuple[str, list[tuple[str, str]]]]:
    found = run.find("w:rPr", NAMESPACES)
    return [(str(each.tag), sorted(each.attrib.items())) for each in (found if found is not None else ())]


def place_bookmarks(root: Tree) -> None:
    """Put each bookmark around the first paragraph of what it is for; pandoc's reach over whole sections.

    A bookmark within a paragraph becomes a point, so that none crosses another.
    """
    ends = {end.get(name_of("w:id")): end for end in each(root, "w:bookmarkEnd")}
    for start in each(root, "w:bookmarkStart"):
        end = ends[start.get(name_of("w:id"))]
        remove(end)
        paragraph = _paragraph_behind(start)
        if paragraph is None:
            start.addnext(end)
            continue
        properties_of(paragraph, "w:pPr").addnext(start)
        paragraph.append(end)


def _paragraph_behind(start: Tree) -> Tree | None:
    """Return the first paragraph behind a bookmark that stands between blocks; None for one within a paragraph."""
    if next(start.iterancestors(name_of("w:p")), None) is not None:
        return None
    following = next((block for block in start.itersiblings() if block.tag not in _NO_TEXT), None)
    return None if following is None else next(following.iter(name_of("w:p")), None)


def style_items(root: Tree) -> None:
    """Give the items of lists that have paragraphs the style of such items; pandoc gives them none."""
    for properties in each(root, "w:pPr"):
        if properties.find("w:numPr", NAMESPACES) is not None and properties.find("w:pStyle", NAMESPACES) is None:
            put(properties, element("w:pStyle", val="ListParagraph"))


def finish_tables(root: Tree, *, is_mirrored: bool) -> None:
    """Keep rows whole, give heads their style, and let the columns of a guide from right to left begin there."""
    for table in each(root, "w:tbl"):
        if is_mirrored:
            put(properties_of(table, "w:tblPr"), element("w:bidiVisual"))
        for row in table.findall("w:tr", NAMESPACES):
            put(properties_of(row, "w:trPr"), element("w:cantSplit"))
            if row.find("w:trPr/w:tblHeader", NAMESPACES) is not None:
                for paragraph in each(row, "w:p"):
                    put(properties_of(paragraph, "w:pPr"), element("w:pStyle", val="TableHead"))
