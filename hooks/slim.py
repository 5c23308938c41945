"""Makes the pages light, as MkDocs' events: one stylesheet of what the guide uses, no script where it has no work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from session import SESSION
from studyguide.website.joining import (
    SCRIPTS,
    STYLES,
    name_by_content,
    needed_class,
    scripts_of,
    styles_of,
    with_joined,
    without_scripts,
)
from studyguide.website.stylesheet import Usage, parse, without_unused

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


@dataclass(frozen=True)
class Loads:
    """What one page loads. Of a large site only this is kept: its pages are read one at a time."""

    styles: list[str]
    scripts: list[str]
    idle: Collection[str]
    """The scripts that it names and has no work for."""


@event_priority(50)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Read the stylesheets while pandoc writes: it takes a tenth of a second."""
    for file in files if not SESSION.is_served else ():
        if file.src_uri.startswith(f"{STYLES}/") and file.src_uri.endswith(".css"):
            parse(file.content_string)


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """All pages are written, so what they use is known. Before anything else lists the site's files."""
    if SESSION.is_served:  # its pages change one at a time, and need not be light
        return
    site = Path(config.site_dir)
    ours = {Path(str(script)).name for script in config.extra_javascript}
    needs = {name: need for name in ours if (need := needed_class(_read(site / SCRIPTS / name)))}
    loads = {path: _loaded_by(_read(path), needs) for path in site.rglob("*.html")}
    scripts = [name for name in _in_all(load.scripts for load in loads.values()) if name in ours]
    joined_script = _write(site / SCRIPTS, ".js", [_take(site / SCRIPTS / name) for name in scripts])
    styles = _in_all(load.styles for load in loads.values())
    joined_style = _write(site / STYLES, ".css", _used_styles(site, styles, loads))
    for path, load in loads.items():
        page = without_scripts(_read(path), load.idle)
        page = with_joined(page, scripts, joined_script)
        path.write_text(with_joined(page, styles, joined_style), encoding="utf-8")


def _loaded_by(page: str, needs: Mapping[str, str]) -> Loads:
    """What a page loads, without the scripts that say they have nothing to do there."""
    idle = {name for name, need in needs.items() if need not in page}
    return Loads(styles_of(page), [name for name in scripts_of(page) if name not in idle], idle)


def _used_styles(site: Path, names: Sequence[str], pages: Iterable[Path]) -> list[str]:
    """The styles of these names, without what neither a page nor a script uses; their files go."""
    sheets = {name: _take(site / STYLES / name) for name in names}
    files = chain(pages, (site / SCRIPTS).glob("*.js"))
    return list(without_unused(sheets, Usage(map(_read, files))).values())


def _in_all(lists: Iterable[list[str]]) -> list[str]:
    """What all lists have, in the order of the first."""
    first, *others = lists
    return [name for name in first if all(name in other for other in others)]


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _take(file: Path) -> str:
    """A file's text; the file goes, and with it the map of its lines."""
    text = _read(file)
    file.unlink()
    file.with_name(f"{file.name}.map").unlink(missing_ok=True)
    return text


def _write(folder: Path, suffix: str, texts: Sequence[str]) -> str:
    """Write these texts as one file, and give its name; nothing where there is none."""
    if not texts:
        return ""
    content = "\n".join(texts)
    name = name_by_content("guide", content, suffix)
    (folder / name).write_text(content, encoding="utf-8")
    return name
