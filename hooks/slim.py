"""Makes the pages light, as MkDocs' events: one stylesheet of what the guide uses, no script where it has no work."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from studyguide.joining import (
    SCRIPTS,
    STYLES,
    name_by_content,
    needed_class,
    scripts_of,
    styles_of,
    with_joined,
    without_scripts,
)
from studyguide.stylesheet import Usage, without_unused

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Pages = dict[Path, str]


@dataclass
class Session:
    """How MkDocs was started."""

    is_served: bool = False


_session = Session()


def on_startup(command: str, dirty: bool) -> None:
    """Remember how MkDocs was started: `serve` changes a page at a time, and need not be light."""
    _session.is_served = command == "serve"


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """All pages are written, so what they use is known. Before anything else lists the site's files."""
    if _session.is_served:
        return
    site = Path(config.site_dir)
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    if str(config.theme.get("language", "en")).startswith("en"):
        shutil.rmtree(site / SCRIPTS / "lunr", ignore_errors=True)  # for the search in other languages
    ours = {Path(str(script)).name for script in config.extra_javascript}
    pages = _join_scripts(_leave_out_scripts(pages, site / SCRIPTS, ours), site / SCRIPTS, ours)
    for path, page in _join_styles(pages, site).items():
        path.write_text(page, encoding="utf-8")


def _leave_out_scripts(pages: Pages, folder: Path, ours: Iterable[str]) -> Pages:
    """No page loads a script that says it has nothing to do there."""
    needs = {name: need for name in ours if (need := needed_class((folder / name).read_text(encoding="utf-8")))}
    return {
        path: without_scripts(page, {name for name, need in needs.items() if need not in page})
        for path, page in pages.items()
    }


def _join_scripts(pages: Pages, folder: Path, ours: Iterable[str]) -> Pages:
    """Those of ours that every page loads become one. Each is a function of its own, so that they do not meet."""
    everywhere = _in_all(scripts_of(page) for page in pages.values())
    names = [name for name in everywhere if name in set(ours)]
    return _join(pages, folder, names, ".js", "\n".join(_take(folder / name) for name in names))


def _join_styles(pages: Pages, site: Path) -> Pages:
    names = _in_all(styles_of(page) for page in pages.values())
    sheets = {name: _take(site / STYLES / name) for name in names}
    scripts = [script.read_text(encoding="utf-8") for script in (site / SCRIPTS).glob("*.js")]
    used = without_unused(sheets, Usage([*pages.values(), *scripts]))
    return _join(pages, site / STYLES, names, ".css", "\n".join(used[name] for name in names))


def _in_all(lists: Iterable[list[str]]) -> list[str]:
    """What all lists have, in the order of the first."""
    first, *others = lists
    return [name for name in first if all(name in other for other in others)]


def _take(file: Path) -> str:
    """A file's text; the file goes, and with it the map of its lines."""
    text = file.read_text(encoding="utf-8")
    file.unlink()
    file.with_name(f"{file.name}.map").unlink(missing_ok=True)
    return text


def _join(pages: Pages, folder: Path, names: list[str], suffix: str, content: str) -> Pages:
    if not names:
        return pages
    joined = name_by_content("guide", content, suffix)
    (folder / joined).write_text(content, encoding="utf-8")
    return {path: with_joined(page, names, joined) for path, page in pages.items()}
