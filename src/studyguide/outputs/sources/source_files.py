"""The files of a guide's sources for reference managers, by their names in the site."""

from __future__ import annotations

import json
from collections.abc import Mapping

from studyguide.citeproc.csl_items import Item
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLATEX, CSL_JSON, RIS
from studyguide.outputs.sources.biblatex import BibWriter
from studyguide.outputs.sources.ris import write_ris


def source_files(guide: Guide, items: Mapping[str, Item]) -> dict[str, str]:
    """Return the texts of the files with all sources; `items` are these by key."""
    return {
        RIS: write_ris(items.values()),
        BIBLATEX: BibWriter(guide).write(guide.sources),
        CSL_JSON: json.dumps([*items.values()], ensure_ascii=False, indent=1) + "\n",
    }
