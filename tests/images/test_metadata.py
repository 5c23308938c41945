"""Tests of images.metadata: what is taken out of drawings."""

from base64 import b64encode

import pytest
from lxml.etree import XMLSyntaxError

from studyguide.images.metadata import stripped_svg
from tests.images.photos import PERSON, photo

PLAIN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A <b/>map</title><path d="M0 0h9"/></svg>'
INKSCAPE = b"""<?xml version="1.0"?>
<!-- Made by Anna Example -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape"
     xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" s:docname="/home/Anna Example/map.svg"
     viewBox="0 0 9 9">
<metadata><who>Anna Example</who></metadata><s:namedview i:cx="3"/>
<!-- Anna Example --><text>One<tspan i:label="Anna Example"> two</tspan> three</text></svg>"""


def kept(content: bytes) -> bytes:
    return content


def test_a_drawing_without_metadata_stays_as_it_is() -> None:
    assert stripped_svg(PLAIN, kept) == PLAIN


def test_the_notes_of_drawing_programs_are_taken_out_and_the_drawing_stays() -> None:
    clean = stripped_svg(INKSCAPE, kept)
    assert PERSON not in clean
    assert b"sodipodi" not in clean
    assert b"<text>One<tspan> two</tspan> three</text>" in clean
    assert b'viewBox="0 0 9 9"' in clean


def test_a_photo_in_a_drawing_is_made_fit() -> None:
    data = b64encode(photo(300, 200))
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,' + data + b'"/></svg>'
    assert b"base64,Zml0" in stripped_svg(drawing, lambda photo: b"fit" if PERSON in photo else photo)


def test_a_damaged_drawing_is_told() -> None:
    with pytest.raises(XMLSyntaxError):
        stripped_svg(b"<svg", kept)
