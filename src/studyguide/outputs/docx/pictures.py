"""The pictures of the Word file: in formats that Word reads, and for each drawing a raster twin made by Typst.

Word shows an SVG since 2016; older programs, Google Docs and previews show the twin.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import typst
from lxml.html import HtmlElement
from PIL import Image

from studyguide.outputs.book import Book, OutputError
from studyguide.outputs.drawings import for_print
from studyguide.outputs.fonts import fonts_for
from studyguide.outputs.linked_pages import LinkedPages

_KINDS = {"JPEG": "image/jpeg", "GIF": "image/gif", "PNG": "image/png"}
_INCH = 25.4
_WIDEST, _HIGHEST = 158.0, 200.0
"""In mm: a line of an A4 page, and a page that also holds a caption."""
_DRAWN_WIDTH = 105.0
"""That of a timeline's or a chart's drawing in mm, as in the handout."""
_DOTS = 200
"""The resolution of a twin, in dots per inch."""
_SCREEN_DOTS = 96
_COLOURS = 64
"""Those of a twin."""
_VIEW_BOX = re.compile(rb'viewBox="\s*\S+[\s,]+\S+[\s,]+([\d.]+)[\s,]+([\d.]+)')
_DRAWING = """
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#let data = json("data.json")
#set text(font: data.fonts)
#for (name, width) in data.drawings { page(image(name, width: width * 1mm)) }
"""


@dataclass(frozen=True)
class Picture:
    """A picture as the file holds it."""

    raster: bytes = field(repr=False)
    kind: str
    """The media type of the raster picture."""
    width: float
    """In mm."""
    svg: bytes = field(default=b"", repr=False)
    """The drawing of which the raster picture is the twin; empty without one."""

    @property
    def checksum(self) -> str:
        """By which the picture is found again in the file that pandoc makes."""
        return sha256(self.raster).hexdigest()


def draw(linked: LinkedPages, book: Book) -> dict[str, Picture]:
    """Return the pictures of all pages by their names. Raises OutputError for one that Typst cannot draw."""
    drawn = {name: for_print(svg, book.title_page.accent).encode() for name, svg in linked.drawn.items()}
    drawings = drawn | {name: picture for name, picture in linked.pictures.items() if name.endswith(".svg")}
    widths = {name: _width_of(svg, _DRAWN_WIDTH if name in drawn else 0) for name, svg in drawings.items()}
    pictures = {name: _fitted(content) for name, content in linked.pictures.items() if name not in drawings}
    for name, raster in _rasterised(drawings, widths, book.guide.language).items():
        pictures[name] = Picture(raster, "image/png", widths[name], drawings[name])
    return pictures


def set_width(image: HtmlElement, picture: Picture) -> None:
    """Give an image its width on paper, unless its author gave it one."""
    if not image.get("width"):
        image.attrib.pop("height", None)
        image.set("width", f"{picture.width:g}mm")


def _fitted(content: bytes) -> Picture:
    """Return a raster picture in a format that Word reads: not WebP."""
    with Image.open(BytesIO(content)) as image:
        width = _within(image.width / _SCREEN_DOTS * _INCH, image.height / image.width)
        if image.format in _KINDS:
            return Picture(content, _KINDS[image.format], width)
        packed = BytesIO()
        image.save(packed, "PNG", optimize=True)
        return Picture(packed.getvalue(), "image/png", width)


def _width_of(svg: bytes, width: float) -> float:
    """Return the width of a drawing in mm that fits on a page; without one of its own, by its `viewBox`."""
    box = _VIEW_BOX.search(svg)
    if not box:
        return width or _DRAWN_WIDTH
    return _within(width or float(box[1]) / _SCREEN_DOTS * _INCH, float(box[2]) / float(box[1]))


def _within(width: float, ratio: float) -> float:
    """Return the width of a picture that fits on a page; `ratio` is that of its height to its width."""
    return round(min(width, _WIDEST, _HIGHEST / ratio), 1)


def _rasterised(drawings: Mapping[str, bytes], widths: Mapping[str, float], language: str) -> dict[str, bytes]:
    """Return a PNG of each drawing; Typst draws them all at once. Raises OutputError."""
    if not drawings:
        return {}
    fonts = fonts_for(language, [svg.decode(errors="replace") for svg in drawings.values()])
    data = {"fonts": fonts.body, "drawings": [[name, widths[name]] for name in drawings]}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, svg in drawings.items():
            (root / name).write_bytes(svg)
        (root / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        main = root / "main.typ"
        main.write_text(_DRAWING, encoding="utf-8")
        compiler = typst.Compiler(str(main), root=str(root), font_paths=list(fonts.folders), ignore_system_fonts=True)
        try:
            pages = compiler.compile(format="png", ppi=_DOTS)
        except typst.TypstError as error:
            raise OutputError(error.message) from error
    drawn = [pages] if isinstance(pages, bytes) else pages or []
    return dict(zip(drawings, map(_packed, drawn), strict=True))


def _packed(png: bytes) -> bytes:
    """Return a drawing in a palette of the most frequent of its few colours, which keeps white and the accent exact."""
    packed = BytesIO()
    with Image.open(BytesIO(png)) as image:
        image.convert("RGB").quantize(_COLOURS, Image.Quantize.MAXCOVERAGE).save(packed, "PNG")
    return packed.getvalue()
