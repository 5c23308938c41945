"""Put the paragraphs of text boxes behind the paragraph on which a box hangs.

Pandoc 3.9 reads a box instead of the paragraph, which it loses.
"""

from __future__ import annotations

from lxml import etree

from studyguide.authoring.documents.files.ooxml import PICTURES, W
from studyguide.authoring.documents.files.trees import remove
from studyguide.authoring.documents.files.word_file import P, R

_CONTENT = f"{W}txbxContent"
_SHAPES = (f"{W}drawing", f"{W}pict", f"{W}object")


def unbox(root: etree._Element) -> None:
    """Make paragraphs of the text of each box."""
    last: dict[etree._Element, etree._Element] = {}
    for box in list(root.iter(_CONTENT)):
        anchor = next(box.iterancestors(P), None)
        if anchor is None:
            continue
        for block in list(box):
            last.get(anchor, anchor).addnext(block)
            last[anchor] = block
        _remove_shape(box)


def _remove_shape(box: etree._Element) -> None:
    """Remove an emptied box, with the shape around it if there is nothing else in that."""
    shape = next(box.iterancestors(*_SHAPES), None)
    remove(box)
    if shape is None or any(True for _ in shape.iter(_CONTENT, *PICTURES)):
        return
    run = shape.getparent()
    remove(shape)
    if run is not None and run.tag == R and all(child.tag == f"{W}rPr" for child in run):
        remove(run)
