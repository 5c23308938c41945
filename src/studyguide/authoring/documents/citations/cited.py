"""A source as a field cites it, and the list of all sources that a document's fields cite."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from studyguide.authoring.documents.text.runs import CitedItem
from studyguide.markdown.locator_terms import SHORT

Item = Mapping[str, Any]
"""A source in CSL-JSON."""
_SCHEME = "citation:"


@dataclass(frozen=True)
class Cited:
    """A source in one citation."""

    item: Item
    identity: str = ""
    """What tells it from other sources in its program; empty where only the record itself does."""
    locator: str = ""
    label: str = "page"
    """What the locator counts, by CSL's names."""
    prefix: str = ""
    suffix: str = ""

    @property
    def written_locator(self) -> str:
        """Return the locator with its label in short: `p. 4`, `pp. 4-5`."""
        one, several = SHORT.get(self.label, (self.label, self.label))
        label = several if any(sign in self.locator for sign in "-–,&") else one
        return f"{label} {self.locator}" if self.locator[:1].isdigit() or self.label != "page" else self.locator


@dataclass
class SourceList:
    """Collects sources, the same one once, under ids of their own: Mendeley calls the first of each citation ITEM-1."""

    items: dict[str, Item] = field(default_factory=dict)
    """By their ids, in the order in which they are first cited."""
    _ids: dict[str, str] = field(default_factory=dict)

    def add(self, source: Cited) -> str:
        """Return the id of a source, which is new if no citation before has the same one."""
        record = json.dumps({name: value for name, value in source.item.items() if name != "id"}, sort_keys=True)
        known = self._ids.get(source.identity) or self._ids.get(record)
        found = known or f"source-{len(self.items) + 1}"
        self._ids.setdefault(record, found)
        if source.identity:
            self._ids[source.identity] = found
        self.items.setdefault(found, source.item)
        return found

    def cite(self, sources: Iterable[Cited]) -> tuple[CitedItem, ...]:
        """Return the items of a citation."""
        return tuple(self._cite(sources))

    def _cite(self, sources: Iterable[Cited]) -> Iterator[CitedItem]:
        for source in sources:
            behind = f", {source.written_locator}" if source.locator else ""
            suffix = source.suffix if source.suffix[:1] in ("", " ", ",", ";", ".") else f" {source.suffix}"
            yield CitedItem(self.add(source), source.prefix.strip(), behind + suffix.rstrip())


def citation_address(items: Iterable[CitedItem]) -> str:
    """Return an address that says what a citation cites: a link to it comes through pandoc as it is."""
    cited = [[item.id, item.prefix, item.suffix] for item in items]
    return _SCHEME + quote(json.dumps(cited, ensure_ascii=False), safe="")


def cited_at(address: str) -> tuple[CitedItem, ...]:
    """Return the items of a citation's address; none for the address of a page."""
    if not address.startswith(_SCHEME):
        return ()
    return tuple(CitedItem(*item) for item in json.loads(unquote(address.removeprefix(_SCHEME))))
