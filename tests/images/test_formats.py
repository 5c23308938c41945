"""Tests of images.formats: what is told of a picture's file, by what it holds."""

import pytest

from studyguide.images.formats import format_fault

PNG, JPEG = b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0\0\x10JFIF"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
HEIC, AVIF = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", b"\0\0\0\x20ftypavif\0\0\0\0avifmif1"
BMP, ICO = b"BMf\0\0\0\0\0\0\0\x36\0\0\0", b"\0\0\1\0\1\0"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", PNG),
        ("a.jpg", PNG),  # a phone's
        ("a.PNG", JPEG),
        ("a", JPEG),
        ("a.jpg", b"\xff\xd8\xff\xe1..Exif"),
        ("a.gif", b"GIF89a..."),
        ("a.png", b"RIFF\n\0\0\0WEBPVP8 "),  # of which \n is a part of the length
        ("a.avif", AVIF),
        ("a.bmp", BMP),
        ("a.ico", ICO),
        ("a.svg", SVG),
        ("a.SVG", b"no drawing, of which the check of drawings tells"),
    ],
)
def test_what_readers_see(name: str, content: bytes) -> None:
    assert format_fault(name, content) is None


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.png", b"", "is no picture"),
        ("a.png", b"<!DOCTYPE html><html><body>Not found", "is no picture"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1", "is no picture"),
        ("a.png", b"BM is how this text begins", "is no picture"),
        ("a.heic", HEIC, "is a HEIC file"),
        ("a.jpg", HEIC, "is a HEIC file"),
        ("a.jpg", HEIC.replace(b"heic", b"mif1"), "is a HEIC file"),
        ("a.cr3", b"\0\0\0\x18ftypcrx ", "is a raw file"),
        ("a.tif", b"II*\0....", "is a TIFF file"),
        ("a.tif", b"MM\0*....", "is a TIFF file"),
        ("a.pdf", b"%PDF-1.7", "is a PDF file"),
        ("a.png", SVG, "is an SVG drawing"),
        ("a.png", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- Made by hand -->\n' + SVG, "is an SVG drawing"),
        ("a.png", b"<?xml version='1.0'?><html/>", "is no picture"),
    ],
)
def test_what_they_do_not_see(name: str, content: bytes, told: str) -> None:
    fault = format_fault(name, content)
    assert fault is not None
    assert fault.message.startswith(f'The file "{name}" {told}')
