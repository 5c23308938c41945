"""The pictures in the Word file's text: their alternative texts, and beside each raster twin its drawing."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from studyguide.outputs.docx.package import DOCUMENT, NOTES, Package
from studyguide.outputs.docx.pictures import Picture
from studyguide.outputs.docx.wordml import Tree, each, name_of, parse, value

_SVG = "image/svg+xml"
_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The name of the extension for drawings: [MS-ODRAWXML], 2.3.1.18."""


def finish_pictures(package: Package, pictures: Mapping[str, Picture]) -> None:
    """Finish the pictures; `pictures` are those of the guide by the checksum of the raster picture."""
    for part in (DOCUMENT, NOTES):
        for shape in each(package.tree(part), "wp:inline"):
            for inner in each(shape, "pic:cNvPr"):  # pandoc writes the whole picture here
                inner.set("descr", value(shape, "wp:docPr", "descr"))
            for blip in each(shape, "a:blip"):
                _add_drawing(package, part, blip, pictures)


def _add_drawing(package: Package, part: str, blip: Tree, pictures: Mapping[str, Picture]) -> None:
    """Let a picture refer to the drawing of which it is the twin, where it is one."""
    reference = str(blip.get(name_of("r:embed")))
    package.share(part, reference)
    raster = package.target(part, reference)
    picture = pictures.get(sha256(package[raster]).hexdigest())
    if not picture or not picture.svg:
        return
    name = raster.rpartition(".")[0] + ".svg"
    if name not in package:
        package.put(name, picture.svg, _SVG)
    drawing = package.relate(part, "image", name.removeprefix("word/"))
    blip.extend(parse(f'<a:extLst><a:ext uri="{_EXTENSION}"><asvg:svgBlip r:embed="{drawing}"/></a:ext></a:extLst>'))
