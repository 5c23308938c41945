"""Parse the text of a .bib file into its blocks; an entry that repeats a field is one like any other."""

from __future__ import annotations

from bibtexparser import entrypoint, model
from bibtexparser import library as parsed
from bibtexparser.middlewares.middleware import BlockMiddleware, Middleware
from bibtexparser.middlewares.parsestack import default_parse_stack

from studyguide.data.bibtex_fields import PRINTED


class _RepeatedFields(BlockMiddleware):
    """Take an entry with a repeated field as it stands, which bibtexparser else counts as unreadable."""

    def transform(self, library: parsed.Library) -> parsed.Library:
        is_any = any(isinstance(block, model.DuplicateFieldKeyBlock) for block in library.failed_blocks)
        return super().transform(library) if is_any else library

    def transform_block(self, block: model.Block, library: parsed.Library) -> model.Block:  # noqa: ARG002
        entry = block.ignore_error_block if isinstance(block, model.DuplicateFieldKeyBlock) else None
        return entry or block


def parse_bibtex(text: str, *more: Middleware) -> list[model.Block]:
    """Return the blocks of a .bib file, in its order; `more` is applied to them in turn."""
    stack = [_RepeatedFields(), *default_parse_stack(), *more]
    return list(entrypoint.parse_string(text, parse_stack=stack).blocks)


def fields_of(entry: model.Entry) -> dict[str, str]:
    """Return the values by field name in lower case: of a repeated field the last one, which pandoc takes too.

    Keywords add up: one of them may be `further-reading`.
    """
    fields: dict[str, str] = {}
    for field in entry.fields:
        name, value = field.key.lower(), str(field.value)
        fields[name] = f"{fields[name]}, {value}" if name == "keywords" and name in fields else value
    return fields


def lost_values(entry: model.Entry) -> list[str]:
    """Return the names of the fields that an entry repeats with another value that could be printed."""
    if len({field.key.lower() for field in entry.fields}) == len(entry.fields):
        return []
    values: dict[str, set[str]] = {}
    for field in entry.fields:
        values.setdefault(field.key.lower(), set()).add(" ".join(str(field.value).split()))
    return sorted(name for name, given in values.items() if len(given) > 1 and name in PRINTED)
