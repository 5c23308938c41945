"""Render the navigation once for the pages that share it, by the theme's own templates.

The theme renders every item for every page, though within a section a page differs from the one before in two alone:
its own is open, and the other's is closed. So the first page of a section leaves its navigation as a list of parts, and
each later page renders its own item. The page's table of contents stands in the same block of the theme.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import material
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jinja2 import Environment
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

    from studyguide.mkdocs.context import BuildContext

    Render = Callable[..., str]

_TEMPLATES = ("partials/nav.html", "partials/nav-item.html")


@dataclass(frozen=True)
class _Item:
    """A page in the navigation, with what the theme's macro `render` gets of it."""

    page: Page
    path: str
    level: int
    parent: Section | None


@dataclass
class _Shared:
    """The navigation of the pages of one section whose links to others are the same."""

    parts: list[str]
    """In turn the HTML between items and an item; the last item is the table of contents."""
    places: dict[str, int]
    """By the page's URL."""
    open: str
    """The URL of the page whose item is rendered as the open one; empty when each is rendered as closed."""


@dataclass
class SiteNav:
    """The navigation of a build."""

    items: dict[str, _Item] = field(default_factory=dict)
    """The pages whose item is rendered so, by URL."""
    shared: dict[tuple[Section | None, str], _Shared | None] = field(default_factory=dict)
    """None where the parts were not found again in the whole."""

    def render(self, page: Page, whole: Callable[[], str], item: Render, toc: str) -> str:
        """Return a page's navigation with its table of contents, `toc`.

        `whole` renders it from scratch, `item` is the theme's macro for one item.
        """
        own = None if page.meta.get("hide") else self.items.get(page.url)
        if own is None:
            return whole()
        key = (own.parent, page.url.rstrip("/").rpartition("/")[0])
        if key not in self.shared:
            html = whole()
            siblings = [each for each in self.items.values() if each.parent is own.parent]
            self.shared[key] = _parted(html, page.url, siblings, item, toc)
            return html
        shared = self.shared[key]
        if shared is None:
            return whole()
        if shared.open:
            shared.parts[shared.places[shared.open]] = _rendered(self.items[shared.open], item)
            shared.open = ""
        place = shared.places[page.url]
        return "".join(
            [*shared.parts[:place], _rendered(own, item), *shared.parts[place + 1 : -2], toc, shared.parts[-1]]
        )


def share(env: Environment, context: BuildContext) -> None:
    """Let the pages share their navigation, unless a guide's own templates render it."""
    theme = Path(str(material.__file__)).parent
    assert context.navigation is not None  # set in on_nav
    own = [name for name in _TEMPLATES if theme not in Path(str(env.get_template(name).filename)).parents]
    context.variables.site_nav = SiteNav({} if own else _shareable(context.navigation))


def _shareable(nav: Navigation) -> dict[str, _Item]:
    found = list(_items(nav.items, "__nav", 1, None))
    # From a page whose URL is the folder of another's, the other's is another relative one.
    folders = {ancestor for item in found for ancestor in _ancestors(item.page.url)}
    return {item.page.url: item for item in found if item.page.url and item.page.url not in folders}


def _ancestors(url: str) -> Iterator[str]:
    parts = url.rstrip("/").split("/")[:-1]
    yield from ("/".join(parts[: number + 1]) + "/" for number in range(len(parts)))


def _items(items: Sequence[StructureItem], path: str, level: int, parent: Section | None) -> Iterator[_Item]:
    for number, each in enumerate(items, start=1):
        if isinstance(each, Page):
            yield _Item(each, f"{path}_{number}", level, parent)
        elif isinstance(each, Section):
            yield from _items(each.children, f"{path}_{number}", level + 1, each)


def _parted(html: str, url: str, siblings: Sequence[_Item], item: Render, toc: str) -> _Shared | None:
    """Find each item, and the table of contents, in the navigation of the page at `url`, the open one."""
    parts, places, end = [], {}, 0
    for sibling in siblings:
        rendered = _rendered(sibling, item)
        start = html.find(rendered, end)
        if start < 0:
            return None
        parts += [html[end:start], rendered]
        places[sibling.page.url] = len(parts) - 1
        end = start + len(rendered)
    between, found, behind = html[end:].partition(toc)
    return _Shared([*parts, between, toc, behind], places, url) if found else None


def _rendered(own: _Item, item: Render) -> str:
    return str(item(own.page, own.path, own.level, own.parent))
