"""Take out of records what libraries and programs add to them."""

from __future__ import annotations

from dataclasses import replace

from studyguide.authoring.importers.catalogue_punctuation import without_catalogue_signs
from studyguide.authoring.importers.csl_json import ordered
from studyguide.authoring.importers.record import Record
from studyguide.data.export_remains import without_remains


def tidied(record: Record) -> Record:
    """Return a record without the signs of catalogues, and without what only programs need, its fields in order."""
    fields = without_catalogue_signs(record.fields)
    return replace(record, fields=ordered({name: without_remains(name, value) for name, value in fields.items()}))
