"""The sources as CSL-JSON, made by pandoc from bibliography.bib: one item for each source, as programs exchange them.

Specification: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV; its schema:
https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from studyguide.citeproc.bibtex_input import exported_input
from studyguide.citeproc.pandoc import DOCUMENT, run_pandoc
from studyguide.data.bibliography import Source
from studyguide.data.guide import Guide
from studyguide.data.issue_words import UNLABELLED
from studyguide.data.language_tags import tag_of_source
from studyguide.data.normalised_fields import HYPHEN

Item = dict[str, Any]
"""An item of CSL-JSON: the values of its variables by name."""
_PRIVATE = frozenset(("annote", "keyword"))
"""The variables of fields that hold what chairs remark for themselves."""
_TYPES = frozenset(("periodical", "standard"))
"""Types of CSL 1.0.2 that pandoc does not use; those of sources have the same names."""
_UNTYPED = "document"
"""The type of what is none of the others: pandoc leaves it empty."""
_DATES = ("accessed", "event-date", "issued", "original-date", "submitted")
_SPRING, _WINTER = 21, 24
"""The seasons of EDTF, which pandoc writes in a month's place; in CSL they are 1 to 4, in a place of their own."""
_CAPITALS = re.compile(r'<span class="nocase">(.*?)</span>', re.DOTALL)
"""Words that keep their capitals in pandoc's output; here all do."""


def csl_items(guide: Guide, cache: Path | None = None) -> dict[str, Item]:
    """Return the item of each source by key, in the order of bibliography.bib.

    What pandoc answers is kept in the folder `cache`. Raises PandocError.
    """
    if not guide.sources:
        return {}
    text = exported_input(guide.bibliography, guide.sources, guide.language)
    written = run_pandoc({DOCUMENT: text}, "--from=biblatex", "--to=csljson", cache=cache)
    read = {item["id"]: item for item in json.loads(written, object_hook=_unmarked)}
    return {source.key: _finished(read[source.key], source) for source in guide.sources if source.key in read}


def _unmarked(values: Item) -> Item:
    """Return the variables without the marks that only print needs."""
    return {name: _plain(value) if isinstance(value, str) else value for name, value in values.items()}


def _plain(text: str) -> str:
    return _CAPITALS.sub(r"\1", text.replace(HYPHEN, "-").replace(UNLABELLED, ""))


def _finished(item: Item, source: Source) -> Item:
    """Return an item without private variables, in the terms of CSL 1.0.2, in the source's own language."""
    item = {name: value for name, value in item.items() if name not in _PRIVATE}
    item["type"] = source.type if source.type in _TYPES else item["type"] or _UNTYPED
    if "event" in item:
        item["event-title"] = item.pop("event")
    for name in _DATES:
        if name in item:
            item[name] = _with_season(item[name])
    tag = tag_of_source(source.fields)
    return {**item, "language": tag} if tag else {name: text for name, text in item.items() if name != "language"}


def _with_season(value: Item) -> Item:
    """Return a date whose season, if it has one, is no month."""
    days = value.get("date-parts", [])
    seasons = [day[1] for day in days if len(day) > 1 and _SPRING <= day[1] <= _WINTER]
    if not seasons:
        return value
    return {**value, "date-parts": [day[:1] for day in days], "season": seasons[0] - _SPRING + 1}
