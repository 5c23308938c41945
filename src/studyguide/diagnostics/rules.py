"""The names of everything that can be wrong. `docs/chairs/` has an entry for each, on the page that its group names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

ChapterKind = Literal[
    "absolute-link",
    "broken-attributes",
    "broken-box",
    "broken-citation",
    "broken-link",
    "broken-list",
    "broken-table",
    "citation-without-brackets",
    "citation-without-sign",
    "citation-without-source",
    "front-matter",
    "html-link",
    "html-picture",
    "lost-character",
    "lost-citation",
    "lost-heading",
    "misplaced-marker",
    "missing-marker",
    "missing-semicolon",
    "open-citation",
    "open-comment",
    "picture-from-elsewhere",
    "picture-without-text",
    "repeated-marker",
    "repeated-note",
    "repeated-section",
    "tangled-text",
    "uncalled-note",
    "unknown-box",
    "unknown-event",
    "unknown-file",
    "unknown-link",
    "unknown-marker",
    "unknown-note",
    "unknown-section",
    "unknown-source",
    "unknown-term",
    "unprintable",
    "unreadable-address",
    "unsafe-address",
    "unsafe-html",
    "wrong-chart",
    "wrong-picture",
]
EntryKind = Literal[
    "empty-field",
    "forbidden-character",
    "former-id-in-use",
    "missing-dash",
    "missing-field",
    "not-a-list",
    "repeated-field",
    "repeated-id",
    "repeated-item",
    "shared-name",
    "unknown-field",
    "unquoted-sign",
    "wrong-date",
    "wrong-field-name",
    "wrong-form",
    "wrong-type",
    "wrong-value",
    "yaml-syntax",
]
SourceKind = Literal[
    "bibtex-syntax",
    "missing-address",
    "missing-braces",
    "missing-key",
    "missing-title",
    "repeated-abbreviation",
    "repeated-key",
    "repeated-source-field",
    "unescaped-sign",
    "unknown-source-field",
    "unknown-source-type",
    "wrong-address",
    "wrong-crossref",
    "wrong-key",
    "wrong-name",
    "wrong-source-date",
]
FileKind = Literal[
    "active-file",
    "chapter-outside-nav",
    "merge-conflict",
    "not-utf-8",
    "unknown-chapter",
    "unreadable-file",
    "wrong-bibliography",
    "wrong-setting",
    "wrong-silence",
    "wrong-style",
]
WarningKind = Literal[
    "bare-address",
    "email-address",
    "figure-without-note",
    "hand-made-note",
    "missing-access-date",
    "older-name",
    "organisation-as-person",
    "section-without-source",
    "source-as-text",
    "still-to-write",
    "text-behind-hash",
    "uncited-source",
    "unneeded-silence",
    "unread-field",
    "unused-term",
]
Kind = ChapterKind | EntryKind | SourceKind | FileKind | WarningKind

KINDS_BY_PAGE: Mapping[str, tuple[Kind, ...]] = {
    "chapters": get_args(ChapterKind),
    "entries": get_args(EntryKind),
    "sources": get_args(SourceKind),
    "files": get_args(FileKind),
    "warnings": get_args(WarningKind),
}
"""Every kind, by the name of the page of `docs/chairs/` that explains it."""
WARNINGS: tuple[WarningKind, ...] = get_args(WarningKind)
"""What does not keep the guide from being built; a chair can allow it where it stands."""
_PAGES = {kind: page for page, kinds in KINDS_BY_PAGE.items() for kind in kinds}


def help_of(kind: Kind) -> str:
    """Where a kind is explained: a file of the guide, and the place in it."""
    return f"docs/chairs/{_PAGES[kind]}.md#{kind}"
