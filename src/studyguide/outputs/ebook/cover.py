"""Draw the cover of the e-book with Typst, as a PNG, which every library of books shows."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import typst

from studyguide.data.look import OWN_COLOUR
from studyguide.labels.catalogue import Labels
from studyguide.outputs.book import OutputError, TitlePage
from studyguide.outputs.fonts import fonts_for

_TEMPLATE = Path(__file__).with_name("cover.typ")
_PIXELS_PER_INCH = 254
"""Ten to the millimetre: 1200 × 2000 pixels."""


def draw_cover(title_page: TitlePage, labels: Labels, read_picture: Callable[[str], bytes]) -> bytes:
    """Return the cover. Raises OutputError."""
    files = {}
    if title_page.logo:
        name = "logo.svg" if title_page.logo.lower().endswith(".svg") else "logo"
        files[name] = read_picture(title_page.logo)
    facts = title_page.facts | {
        "logo": next(iter(files), ""),
        "background": title_page.colour or OWN_COLOUR,
        "study_guide": labels.gettext("Study guide"),
    }
    words = json.dumps(facts, ensure_ascii=False)
    fonts = fonts_for(f"{title_page.language}-{title_page.region}", [words])
    files |= {"facts.json": words.encode(), "fonts.json": json.dumps(asdict(fonts)).encode()}
    return _draw(tuple(files.items()), fonts.folders)


@lru_cache(maxsize=2)
def _draw(files: tuple[tuple[str, bytes], ...], fonts: tuple[str, ...]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, content in files:
            (root / name).write_bytes(content)
        main = root / "main.typ"
        main.write_bytes(_TEMPLATE.read_bytes())
        compiler = typst.Compiler(str(main), root=str(root), font_paths=list(fonts), ignore_system_fonts=True)
        try:
            picture = compiler.compile(format="png", ppi=_PIXELS_PER_INCH)
        except typst.TypstError as error:
            raise OutputError(f"The cover of the e-book cannot be drawn: {error.message}") from error
    assert isinstance(picture, bytes)
    return picture
