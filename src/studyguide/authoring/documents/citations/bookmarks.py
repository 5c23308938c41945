"""Citations that Zotero keeps as bookmarks, for Word and LibreOffice both: their data are properties of the document.

The name of a bookmark is that of its properties, each of which holds up to 255 letters: ZOTERO_BREF_x_1, _2 and on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from studyguide.authoring.documents.files.ooxml import parts_of_kind
from studyguide.authoring.documents.files.xml_parts import parse_part

_PROPERTY = re.compile(r"(?P<bookmark>ZOTERO_BREF_\w+)_(?P<number>\d+)")


def bookmark_instructions(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return by its bookmark what each citation of a .docx says, as a field would: `ZOTERO_ITEM CSL_CITATION {...}`."""
    pieces: dict[str, dict[int, str]] = {}
    for part in parts_of_kind(parts, "custom-properties", ""):
        for element in parse_part(parts[part]):
            if found := _PROPERTY.fullmatch(element.get("name", "")):
                text = "".join(str(piece) for piece in element.itertext())
                pieces.setdefault(found["bookmark"], {})[int(found["number"])] = text
    return {bookmark: "".join(texts[number] for number in sorted(texts)) for bookmark, texts in pieces.items()}
