"""Turn the citations of reference managers, and Word's own, into links that pandoc keeps as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from studyguide.authoring.documents.citations.bookmarks import bookmark_instructions
from studyguide.authoring.documents.citations.cited import Cited, Item, SourceList, citation_address
from studyguide.authoring.documents.citations.csl_citations import control_citation, csl_citation, is_bibliography
from studyguide.authoring.documents.citations.endnote import endnote_citation, is_endnote_bibliography
from studyguide.authoring.documents.citations.word_sources import is_word_bibliography, word_citation, word_sources
from studyguide.authoring.documents.files.inventory import Found
from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.trees import remove
from studyguide.authoring.documents.files.word_fields import (
    LINK,
    Field,
    expand_simple_fields,
    link_runs,
    read_fields,
    set_link,
)
from studyguide.authoring.documents.files.word_file import P, WordFile
from studyguide.authoring.documents.normalise.word_blocks import take_out, whole_paragraphs
from studyguide.authoring.documents.text.runs import CitedItem


def link_citations(file: WordFile, sources: SourceList) -> Iterator[Found]:
    """Link each citation to its sources, which are added to `sources`; leave of other fields what they print.

    Yield the paragraphs of lists that the fields print, and that are made anew from the sources, which are taken out.
    """
    known = word_sources(file.document.parts)
    bookmarks = bookmark_instructions(file.document.parts)
    lists: list[etree._Element] = []
    for root in file.roots.values():
        lists += _link_controls(root, sources)
        _link_bookmarks(root, bookmarks, sources)
        expand_simple_fields(root)
        for field in read_fields(root):
            if _is_bibliography(field.instruction):
                lists += whole_paragraphs(field.result)
            cited = _cited(field, known)
            if cited:
                _link(field, sources.cite(cited))
            elif not field.instruction.upper().startswith(LINK):
                field.dissolve()
    for tag, item in known.items():
        sources.add(Cited(item, f"word:{tag}"))
    if len(lists) <= len(sources.items):  # else there are sources in the list that no citation names
        yield from take_out(lists, "list of sources")


def _cited(field: Field, known: Mapping[str, Item]) -> tuple[Cited, ...]:
    """Return the sources that a field cites, of which those of Word are `known` by their tags."""
    code = field.instruction
    return csl_citation(code) or endnote_citation(code, field.data) or word_citation(code, known)


def _is_bibliography(instruction: str) -> bool:
    return any(test(instruction) for test in (is_bibliography, is_endnote_bibliography, is_word_bibliography))


def _link(field: Field, items: Iterable[CitedItem]) -> None:
    first, *others = (code for code in field.codes if code.getparent() is not None)
    for code in others:
        remove(code)
    set_link(first, citation_address(items))


def _link_controls(root: etree._Element, sources: SourceList) -> list[etree._Element]:
    """Turn the content controls of Mendeley Cite into fields; return the paragraphs of its list of sources."""
    lists: list[etree._Element] = []
    for control in list(root.iter(f"{W}sdt")):
        element = control.find(f"{W}sdtPr/{W}tag")
        tag = "" if element is None else element.get(f"{W}val", "")
        content = control.find(f"{W}sdtContent")
        if content is None:
            continue
        if is_bibliography(tag):
            lists += content.iter(P)
        if cited := control_citation(tag):
            _surround(content, citation_address(sources.cite(cited)))
    return lists


def _surround(content: etree._Element, address: str) -> None:
    """Put a link around the runs of a control; around those of its paragraph if it holds a whole one."""
    holder = next(content.iter(P), content)
    start, end = link_runs(address)
    position = 1 if holder.find(f"{W}pPr") is not None else 0
    holder[position:position] = start
    holder.append(end)


def _link_bookmarks(root: etree._Element, instructions: Mapping[str, str], sources: SourceList) -> None:
    """Put links between the bookmarks of Zotero."""
    ends = {end.get(f"{W}id"): end for end in root.iter(f"{W}bookmarkEnd")} if instructions else {}
    for mark in list(root.iter(f"{W}bookmarkStart")):
        end = ends.get(mark.get(f"{W}id"))
        cited = csl_citation(instructions.get(mark.get(f"{W}name", ""), ""))
        if cited and end is not None and end.getparent() is mark.getparent():
            start, last = link_runs(citation_address(sources.cite(cited)))
            for run in reversed(start):
                mark.addnext(run)
            end.addprevious(last)
