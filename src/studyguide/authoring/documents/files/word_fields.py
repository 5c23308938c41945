"""The fields of a .docx: an instruction, such as `HYPERLINK "..."`, and its result (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.trees import remove, unwrap
from studyguide.authoring.documents.files.word_file import R

LINK = "HYPERLINK"
"""The one field that pandoc reads: 17.16.5.25."""
_MARK = f"{W}fldChar"


@dataclass
class Field:
    """A field whose begin and end were found."""

    marks: list[etree._Element] = field(default_factory=list)
    """The runs that begin, separate and end it."""
    codes: list[etree._Element] = field(default_factory=list)
    """The runs with its instruction."""
    result: list[etree._Element] = field(default_factory=list)
    """The runs that are printed."""
    is_result: bool = False
    """Whether the walk has passed its separator."""

    @property
    def instruction(self) -> str:
        """Return its instruction, without blanks around it."""
        texts = (each.text or "" for run in self.codes for each in run.iter(f"{W}instrText", f"{W}delInstrText"))
        return "".join(texts).strip()

    @property
    def data(self) -> bytes:
        """Return the data beside the instruction, which EndNote uses: 17.16.16."""
        texts = (each.text or "" for run in (*self.marks, *self.codes) for each in run.iter(f"{W}fldData"))
        try:
            return base64.b64decode("".join("".join(texts).split()))
        except binascii.Error:
            return b""

    def dissolve(self) -> None:
        """Leave only the result."""
        for run in (*self.marks, *self.codes):
            remove(run)


def expand_simple_fields(root: etree._Element) -> None:
    """Write each `w:fldSimple` in the long form: 17.16.19."""
    for simple in list(root.iter(f"{W}fldSimple")):
        instruction = etree.Element(f"{W}instrText")
        instruction.text = simple.get(f"{W}instr", "")
        for position, child in enumerate((_mark("begin"), instruction, _mark("separate"))):
            simple.insert(position, _run(child))
        simple.append(_run(_mark("end")))
        unwrap(simple)


def _mark(kind: str) -> etree._Element:
    mark = etree.Element(_MARK)
    mark.set(f"{W}fldCharType", kind)
    return mark


def _run(child: etree._Element) -> etree._Element:
    run = etree.Element(R)
    run.append(child)
    return run


def read_fields(root: etree._Element) -> list[Field]:
    """Return the fields below an element, inner ones before those around them, each mark in a run of its own."""
    _split_runs(root)
    return list(_closed(root))


def _split_runs(root: etree._Element) -> None:
    for run in {run: None for mark in root.iter(_MARK) for run in mark.iterancestors(R)}:
        children = [child for child in run if child.tag != f"{W}rPr"]
        properties = run.find(f"{W}rPr")
        for child in children[:0:-1]:
            piece = _run(child)
            if properties is not None:
                piece.insert(0, deepcopy(properties))
            run.addnext(piece)


def _closed(root: etree._Element) -> Iterator[Field]:
    opened: list[Field] = []
    for run in list(root.iter(R)):
        mark = run.find(_MARK)
        kind = "" if mark is None else mark.get(f"{W}fldCharType", "")
        if kind == "begin":
            opened.append(Field())
        if not opened:
            continue
        _add(opened, run, kind)
        if kind == "end":
            yield opened.pop()


def _add(opened: list[Field], run: etree._Element, kind: str) -> None:
    """Add a run to the innermost field, and to what it belongs to in those around it."""
    inner = opened[-1]
    if kind:
        inner.marks.append(run)
        inner.is_result = inner.is_result or kind == "separate"
    around = opened[:-1] if kind else opened
    for each in around:
        (each.result if each.is_result else each.codes).append(run)


def link_runs(address: str) -> tuple[list[etree._Element], etree._Element]:
    """Return the runs that begin a link to an address, and the one that ends it."""
    code = etree.Element(R)
    set_link(code, address)
    return [_run(_mark("begin")), code, _run(_mark("separate"))], _run(_mark("end"))


def set_link(run: etree._Element, address: str) -> None:
    """Make of a run the instruction of a link."""
    for child in list(run):
        run.remove(child)
    etree.SubElement(run, f"{W}instrText").text = f' {LINK} "{address}" '
