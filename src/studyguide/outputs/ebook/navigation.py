"""The navigation document: contents, landmarks and the page list (https://www.w3.org/TR/epub-33/#sec-nav)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from studyguide.labels.catalogue import Labels


@dataclass(frozen=True)
class Entry:
    """A place in the publication."""

    title: str
    address: str
    level: int = 1
    """The level of its heading."""
    kind: str = ""
    """What kind of landmark it is: https://www.w3.org/TR/epub-ssv-11/."""


def navigation_body(
    contents: Sequence[Entry], landmarks: Iterable[Entry], pages: Iterable[Entry], labels: Labels
) -> str:
    """Return the body of the navigation document; only the contents are shown among the pages."""
    # Translators: the list of the parts of the e-book to which reading programs jump: cover, contents, bibliography.
    parts = labels.gettext("Landmarks")
    # Translators: the list of the pages of the printed handout, in the e-book.
    numbers = labels.gettext("Pages of the handout")
    return "\n".join(
        [
            f'<nav epub:type="toc" role="doc-toc" id="contents" aria-labelledby="contents-title">'
            f'<h1 id="contents-title">{escape(labels.gettext("Contents"))}</h1>{_nested(contents)}</nav>',
            _hidden("landmarks", parts, landmarks),
            _hidden("page-list", numbers, pages),
        ]
    )


def _hidden(kind: str, title: str, entries: Iterable[Entry]) -> str:
    items = "".join(f"<li>{_link(entry)}</li>" for entry in entries)
    role = ' role="doc-pagelist"' if kind == "page-list" else ""
    return (
        f'<nav epub:type="{kind}"{role} aria-label="{escape(title)}" hidden=""><ol>{items}</ol></nav>' if items else ""
    )


def _nested(entries: Iterable[Entry]) -> str:
    """Return entries as nested lists; a level that is skipped opens no list of its own."""
    parts: list[str] = []
    open_levels: list[int] = []
    for entry in entries:
        while len(open_levels) > 1 and open_levels[-1] > entry.level:
            parts.append("</li></ol>")
            open_levels.pop()
        if not open_levels or entry.level > open_levels[-1]:
            parts.append("<ol>")
            open_levels.append(entry.level)
        else:
            parts.append("</li>")
        parts.append(f"<li>{_link(entry)}")
    return "".join(parts) + "</li></ol>" * len(open_levels)


def _link(entry: Entry) -> str:
    kind = f' epub:type="{entry.kind}"' if entry.kind else ""
    return f'<a{kind} href="{escape(entry.address)}">{escape(entry.title)}</a>'
