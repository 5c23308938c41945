"""Put text into the pages of the blank guide: in place of a page, of a section, or before the lists made from data."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TODO_BOX = re.compile(r'^!!! todo "[^\n]*"\n(?:(?:[ ]{4}[^\n]*)?\n)*', re.MULTILINE)
_TITLE = re.compile(r"^# .*\n", re.MULTILINE)
_SECTION = re.compile(r"^(?P<heading>## .*\{#(?P<id>[\w-]+)\} *\n)(?P<body>(?:(?!## ).*\n)*)", re.MULTILINE)
_ID = re.compile(r"^#+ .*\{#([\w-]+)\} *$", re.MULTILINE)
_LINK = re.compile(r"\((?P<page>[\w./-]*\.md)#(?P<id>[\w-]+)\)")


def without_todo_boxes(page: str) -> str:
    """Return a page without the boxes that say what belongs there."""
    return re.sub(r"\n{3,}", "\n\n", _TODO_BOX.sub("", page))


def with_body(page: str, body: str) -> str:
    """Put text in place of all that stands below the title of a page."""
    return f"{_top(page)}\n{body.strip()}\n"


def with_introduction(page: str, text: str) -> str:
    """Put text before the first section of a page, or before its list."""
    place = re.search(r"^(?:## |<!-- )", page[len(_top(page)) :], re.MULTILINE)
    start = len(_top(page)) + (place.start() if place else len(page))
    return f"{page[:start].rstrip()}\n\n{text.strip()}\n\n{page[start:]}" if text.strip() else page


def with_section(page: str, section: str, body: str) -> str:
    """Put text in place of what the section with this id says; a page without it gets none."""
    return _SECTION.sub(lambda found: _replaced(found, section, body), page)


def section_of(page: str, section: str) -> str:
    """Return a section with its heading; empty if the page has none with this id."""
    return next((found[0] for found in _SECTION.finditer(page) if found["id"] == section), "")


def ids_of(page: str) -> set[str]:
    """Return the ids of the headings of a page."""
    return set(_ID.findall(page))


def with_true_links(pages: Mapping[str, str]) -> dict[str, str]:
    """Return the pages, by path, with links to sections that are gone leading to the page itself."""
    ids = {path: ids_of(page) for path, page in pages.items()}

    def mended(link: re.Match[str]) -> str:
        known = ids.get(link["page"])
        return link[0] if known is None or link["id"] in known else f"({link['page']})"

    return {path: _LINK.sub(mended, page) for path, page in pages.items()}


def _top(page: str) -> str:
    """Return the lines at the top of a page, and its title."""
    title = _TITLE.search(page)
    return page[: title.end()] if title else ""


def _replaced(found: re.Match[str], section: str, body: str) -> str:
    return f"{found['heading']}\n{body.strip()}\n\n" if found["id"] == section else found[0]
