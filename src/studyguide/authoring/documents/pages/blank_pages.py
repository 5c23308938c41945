"""Put text into the pages of the blank guide: in place of a page, of a section, or before the lists made from data."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_TODO_BOX = re.compile(r'^!!! todo "[^\n]*"\n(?:(?:[ ]{4}[^\n]*)?\n)*', re.MULTILINE)
_TITLE = re.compile(r"^# .*\n", re.MULTILINE)
_SECTION = re.compile(r"^(?P<heading>## .*\{#(?P<id>[\w-]+)\} *\n)(?P<body>(?:(?!## ).*\n)*)", re.MULTILINE)
_ID = re.compile(r"^#+ .*\{#([\w-]+)\} *$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->")
_CITES = "[@"
_LINK = re.compile(r"\((?P<page>[\w./-]*\.md)#(?P<id>[\w-]+)\)")


def without_todo_boxes(page: str) -> str:
    """Return a page without the boxes that say what belongs there."""
    return re.sub(r"\n{3,}", "\n\n", _TODO_BOX.sub("", page))


def without_examples(page: str) -> str:
    """Return a page without the paragraphs and boxes that cite an example, and sections that then say nothing."""
    boxes_gone = _TODO_BOX.sub(lambda box: "" if _CITES in box[0] else box[0], page)
    paragraphs = "\n\n".join(part for part in boxes_gone.rstrip().split("\n\n") if _CITES not in part)
    sections = _SECTION.sub(lambda found: found[0] if found["body"].strip() else "", f"{paragraphs}\n")
    return f"{sections.rstrip()}\n"


def without_empty_lists(page: str, markers: Collection[str]) -> str:
    """Return a page without the sections that hold the marker of an empty list, and nothing else."""
    empty = {f"<!-- {marker} -->" for marker in markers}
    return f"{_SECTION.sub(lambda found: '' if found['body'].strip() in empty else found[0], page).rstrip()}\n"


def sections_from(page: str, blank: str) -> list[str]:
    """Return the headings of the sections of a page that say what they say in the blank guide; lists are no sayings."""
    before = {_without_ids(found[0]).strip() for found in _SECTION.finditer(blank)}
    left = [found for found in _SECTION.finditer(page) if _without_ids(found[0]).strip() in before]
    return [found["heading"].strip() for found in left if _COMMENT.sub("", found["body"]).strip()]


def has_todo_box(page: str) -> bool:
    """Tell whether a page says what belongs there."""
    return _TODO_BOX.search(page) is not None


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


def _without_ids(section: str) -> str:
    """Return a section with links that lead to pages alone, as `with_true_links` may have made them."""
    return _LINK.sub(r"(\g<page>)", section)


def _top(page: str) -> str:
    """Return the lines at the top of a page, and its title."""
    title = _TITLE.search(page)
    return page[: title.end()] if title else ""


def _replaced(found: re.Match[str], section: str, body: str) -> str:
    return f"{found['heading']}\n{body.strip()}\n\n" if found["id"] == section else found[0]
