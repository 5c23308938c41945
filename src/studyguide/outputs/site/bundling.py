"""Bundle the stylesheets and scripts of a site, to save requests."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

from studyguide.outputs.site.purge_css import Stylesheet, Usage, parse, without_unused
from studyguide.outputs.site.site_pages import SitePages

STYLES, SCRIPTS = "assets/stylesheets/", "assets/javascripts/"
"""Their folders in the site."""
_STYLE = re.compile(rf'<link rel="stylesheet" href="(?P<base>[^"]*?){STYLES}(?P<name>[^"/]+\.css)">\s*')
_SCRIPT = re.compile(rf'<script defer src="(?P<base>[^"]*?){SCRIPTS}(?P<name>[^"/]+\.js)"></script>\s*')
_NEED = re.compile(r"\bOnly for pages with \.([\w-]+)")


def styles_of(page: str) -> list[str]:
    """Return the file names of the site's stylesheets that a page loads, in order."""
    return [style["name"] for style in _STYLE.finditer(page)]


def scripts_of(page: str) -> list[str]:
    """Return the file names of the site's deferred scripts that a page loads, in order."""
    return [script["name"] for script in _SCRIPT.finditer(page)]


def needed_class(script: str) -> str | None:
    """Return the class that a script requires in a page, from its comment `Only for pages with .name`."""
    need = _NEED.search(script)
    return need[1] if need else None


def without_scripts(page: str, names: Collection[str]) -> str:
    """Remove scripts from a page, by file name."""
    return _SCRIPT.sub(lambda script: "" if script["name"] in names else script[0], page)


def with_joined(page: str, names: Collection[str], joined: str) -> str:
    """Replace the first of these stylesheets or scripts in a page by the bundle `joined`, and remove the others."""
    found = False

    def replace(tag: re.Match[str]) -> str:
        nonlocal found
        if tag["name"] not in names:
            return tag[0]
        first, found = not found, True
        return tag[0].replace(tag["name"], joined) if first else ""

    return (_STYLE if joined.endswith(".css") else _SCRIPT).sub(replace, page)


def name_by_content(stem: str, content: str, suffix: str) -> str:
    """Return a file name with a content hash, `guide.1a2b3c4d.css`: browsers cache such files without limit."""
    return f"{stem}.{sha256(content.encode()).hexdigest()[:8]}{suffix}"


@dataclass(frozen=True)
class _PageAssets:
    """The stylesheets and scripts of one page."""

    styles: list[str]
    scripts: list[str]
    idle: Collection[str]
    """The scripts that it loads without need."""


def bundle(pages: SitePages, own_scripts: Iterable[str], parsed: Mapping[str, Stylesheet] | None = None) -> None:
    """Bundle the stylesheets and scripts that all pages of a site load; `own_scripts` are the paths of the engine's.

    `parsed` are stylesheets that have been parsed already, by their text. Unused CSS is purged, and pages no longer
    load scripts without need.
    """
    scripts_folder, styles_folder = pages.site / SCRIPTS, pages.site / STYLES
    own = {Path(script).name for script in own_scripts}
    needs = {name: need for name in own if (need := needed_class(_read(scripts_folder / name)))}
    assets = {name: _assets_of(html, needs) for name, html in pages.html.items()}
    scripts = [name for name in _in_all(page.scripts for page in assets.values()) if name in own]
    joined_script = _write(scripts_folder, ".js", [_take(scripts_folder / name) for name in scripts])
    styles = _in_all(page.styles for page in assets.values())
    joined_style = _write(styles_folder, ".css", _used_styles(pages, styles, parsed or {}))
    for name, page in assets.items():
        html = without_scripts(pages.html[name], page.idle)
        html = with_joined(html, scripts, joined_script)
        pages.html[name] = with_joined(html, styles, joined_style)


def _assets_of(html: str, needs: Mapping[str, str]) -> _PageAssets:
    """Find the assets of a page; scripts whose required class it lacks are idle."""
    idle = {name for name, need in needs.items() if need not in html}
    return _PageAssets(styles_of(html), [name for name in scripts_of(html) if name not in idle], idle)


def _used_styles(pages: SitePages, names: Sequence[str], parsed: Mapping[str, Stylesheet]) -> list[str]:
    """Take stylesheets out of the site, and return their content without unused CSS."""
    taken = {name: _take(pages.site / STYLES / name) for name in names}
    sheets = {name: parsed.get(css) or parse(css) for name, css in taken.items()}
    texts = chain(pages.html.values(), map(_read, (pages.site / SCRIPTS).glob("*.js")))
    return list(without_unused(sheets, Usage(texts)).values())


def _in_all(lists: Iterable[list[str]]) -> list[str]:
    """Return the intersection of the lists, in the order of the first."""
    first, *others = lists
    return [name for name in first if all(name in other for other in others)]


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _take(file: Path) -> str:
    """Read a file, and delete it with its source map."""
    text = _read(file)
    file.unlink()
    file.with_name(f"{file.name}.map").unlink(missing_ok=True)
    return text


def _write(folder: Path, suffix: str, texts: Sequence[str]) -> str:
    """Write the texts as one file, and return its name; without texts, write nothing and return an empty string."""
    if not texts:
        return ""
    content = "\n".join(texts)
    name = name_by_content("guide", content, suffix)
    (folder / name).write_text(content, encoding="utf-8")
    return name
