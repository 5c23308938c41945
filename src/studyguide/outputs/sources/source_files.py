"""The files of a guide's sources for reference managers, by their names in the site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from studyguide.citeproc.csl_items import Item
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLATEX, CSL_JSON, RIS, SOURCE_SCRIPT
from studyguide.outputs.sources.biblatex import BibWriter
from studyguide.outputs.sources.ris import write_ris

_SCRIPT = Path(__file__).with_name("source-files.js")


def source_files(guide: Guide, items: Mapping[str, Item]) -> dict[str, str]:
    """Return the texts of the files with all sources; `items` are these by key."""
    writer = BibWriter(guide)
    return {
        RIS: write_ris(items.values()),
        BIBLATEX: writer.write(guide.sources),
        CSL_JSON: json.dumps([*items.values()], ensure_ascii=False, indent=1) + "\n",
        SOURCE_SCRIPT: _script(guide, items, writer),
    }


def _script(guide: Guide, items: Mapping[str, Item], writer: BibWriter) -> str:
    sources = {
        source.key: {
            "ris": write_ris([items[source.key]]),
            "bib": writer.write_one(source),
            "json": items[source.key],
            "parents": [parent.key for parent in writer.parents(source)],
        }
        for source in guide.sources
        if source.key in items
    }
    # Translators: in the place of files with the sources that a section cites.
    nothing = guide.labels.gettext("This section names no source.")
    data = json.dumps({"sources": sources, "nothing": nothing}, ensure_ascii=False, separators=(",", ":"))
    return f"window.guideSourceData = {data};\n{_SCRIPT.read_text(encoding='utf-8')}"
