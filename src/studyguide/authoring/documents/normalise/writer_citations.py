"""Turn the citations of an .odt into links that pandoc keeps as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from studyguide.authoring.documents.citations.cited import Cited, SourceList, citation_address
from studyguide.authoring.documents.citations.csl_citations import csl_citation, is_bibliography
from studyguide.authoring.documents.citations.writer_sources import writer_citation
from studyguide.authoring.documents.files.inventory import Found
from studyguide.authoring.documents.files.trees import unwrap, wrap_between
from studyguide.authoring.documents.files.writer_file import LINK, PARAGRAPHS, TEXT, XLINK, WriterFile
from studyguide.authoring.documents.normalise.writer_blocks import take_out

_FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
_STARTS = (f"{TEXT}reference-mark-start", f"{TEXT}bookmark-start")
_RANDOM_END = re.compile(r"\s+RND\w+$")
"""What Zotero adds to the name of a mark, so that each is a new one."""


def link_citations(file: WriterFile, sources: SourceList) -> Iterator[Found]:
    """Link each citation to its sources, which are added to `sources`; yield the lists of sources taken out."""
    for start in list(file.body.iter(*_STARTS, f"{_FIELD}fieldmark-start")):
        if cited := csl_citation(_instruction(start)):
            _link(start, _end(start), sources, cited)
    for mark in list(file.body.iter(f"{TEXT}bibliography-mark")):
        if source := writer_citation(mark):
            mark.tag = LINK
            mark.attrib.clear()
            mark.set(f"{XLINK}href", citation_address(sources.cite([source])))
    lists = [each for each in file.body.iter(f"{TEXT}bibliography", f"{TEXT}section") if _is_list(each)]
    entries = [paragraph for each in lists for paragraph in each.iter(*PARAGRAPHS)]
    if sources.items and len(entries) <= len(sources.items) + len(lists):  # each may have a heading
        yield from take_out(lists, "list of sources")
    for index in list(file.body.iter(f"{TEXT}bibliography")):
        for source_of_index in index.findall(f"{TEXT}bibliography-source"):
            index.remove(source_of_index)
        for inner in list(index.iter(f"{TEXT}index-body", f"{TEXT}index-title")):
            unwrap(inner)
        unwrap(index)


def _instruction(start: etree._Element) -> str:
    codes = [each.get(f"{_FIELD}value", "") for each in start.iter(f"{_FIELD}param")]
    return _RANDOM_END.sub("", start.get(f"{TEXT}name", "") if not codes else codes[0]).strip()


def _end(start: etree._Element) -> etree._Element | None:
    """Return the element that ends what `start` begins: the one of its name, or the next end of a field."""
    kind = str(start.tag).removesuffix("-start") + "-end"
    if kind.startswith(_FIELD):
        return next(start.itersiblings(kind), None)
    ends = start.getroottree().iter(kind)
    return next((end for end in ends if end.get(f"{TEXT}name") == start.get(f"{TEXT}name")), None)


def _link(start: etree._Element, end: etree._Element | None, sources: SourceList, cited: Iterable[Cited]) -> None:
    link = etree.Element(LINK)
    link.set(f"{XLINK}href", citation_address(sources.cite(cited)))
    if end is None or not wrap_between(start, end, link):
        link.text = "(…)"  # the printed words are in other elements and stay; a link must have some
        start.addprevious(link)


def _is_list(element: etree._Element) -> bool:
    return element.tag == f"{TEXT}bibliography" or is_bibliography(element.get(f"{TEXT}name", ""))
