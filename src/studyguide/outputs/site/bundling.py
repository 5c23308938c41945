"""Bundle the stylesheets and scripts of a site: each file of its own costs a phone a request and its headers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

from studyguide.outputs.site.purge_css import Usage, without_unused
from studyguide.outputs.site.site_pages import SitePages

STYLES, SCRIPTS = "assets/stylesheets/", "assets/javascripts/"
"""Where they are in the site."""
_STYLE = re.compile(rf'<link rel="stylesheet" href="(?P<base>[^"]*?){STYLES}(?P<name>[^"/]+\.css)">\s*')
_SCRIPT = re.compile(rf'<script defer src="(?P<base>[^"]*?){SCRIPTS}(?P<name>[^"/]+\.js)"></script>\s*')
_NEED = re.compile(r"\bOnly for pages with \.([\w-]+)")


def styles_of(page: str) -> list[str]:
    """The names of the stylesheets that a page loads from the site, in its order."""
    return [style["name"] for style in _STYLE.finditer(page)]


def scripts_of(page: str) -> list[str]:
    """The names of the scripts that a page loads from the site once it is read, in its order."""
    return [script["name"] for script in _SCRIPT.finditer(page)]


def needed_class(script: str) -> str | None:
    """The class without which a script has nothing to do, as its first lines say it: `Only for pages with .name`."""
    need = _NEED.search(script)
    return need[1] if need else None


def without_scripts(page: str, names: Collection[str]) -> str:
    """The page without the scripts of these names."""
    return _SCRIPT.sub(lambda script: "" if script["name"] in names else script[0], page)


def with_joined(page: str, names: Collection[str], joined: str) -> str:
    """The page with one file, `joined`, where the first of these stylesheets or scripts stood, and none of them."""
    found = False

    def replace(tag: re.Match[str]) -> str:
        nonlocal found
        if tag["name"] not in names:
            return tag[0]
        first, found = not found, True
        return tag[0].replace(tag["name"], joined) if first else ""

    return (_STYLE if joined.endswith(".css") else _SCRIPT).sub(replace, page)


def name_by_content(stem: str, content: str, suffix: str) -> str:
    """`guide.1a2b3c4d.css`: browsers keep a name for ever, so other content needs another one."""
    return f"{stem}.{sha256(content.encode()).hexdigest()[:8]}{suffix}"


@dataclass(frozen=True)
class _PageAssets:
    """The styles and scripts that one page loads."""

    styles: list[str]
    scripts: list[str]
    idle: Collection[str]
    """The scripts that it names and has no work for."""


def bundle(pages: SitePages, own_scripts: Iterable[str]) -> None:
    """Join the styles and scripts that every page of a site loads; `own_scripts` are those beside Material's.

    Rules that no page and no script can use are left out, and a page does not name a script without work there.
    """
    scripts_folder, styles_folder = pages.site / SCRIPTS, pages.site / STYLES
    own = {Path(script).name for script in own_scripts}
    needs = {name: need for name in own if (need := needed_class(_read(scripts_folder / name)))}
    assets = {name: _assets_of(html, needs) for name, html in pages.html.items()}
    scripts = [name for name in _in_all(page.scripts for page in assets.values()) if name in own]
    joined_script = _write(scripts_folder, ".js", [_take(scripts_folder / name) for name in scripts])
    styles = _in_all(page.styles for page in assets.values())
    joined_style = _write(styles_folder, ".css", _used_styles(pages, styles))
    for name, page in assets.items():
        html = without_scripts(pages.html[name], page.idle)
        html = with_joined(html, scripts, joined_script)
        pages.html[name] = with_joined(html, styles, joined_style)


def _assets_of(html: str, needs: Mapping[str, str]) -> _PageAssets:
    """What a page loads, without the scripts that say they have nothing to do there."""
    idle = {name for name, need in needs.items() if need not in html}
    return _PageAssets(styles_of(html), [name for name in scripts_of(html) if name not in idle], idle)


def _used_styles(pages: SitePages, names: Sequence[str]) -> list[str]:
    """The styles of these names, without what neither a page nor a script uses; their files go."""
    sheets = {name: _take(pages.site / STYLES / name) for name in names}
    texts = chain(pages.html.values(), map(_read, (pages.site / SCRIPTS).glob("*.js")))
    return list(without_unused(sheets, Usage(texts)).values())


def _in_all(lists: Iterable[list[str]]) -> list[str]:
    """What all lists have, in the order of the first."""
    first, *others = lists
    return [name for name in first if all(name in other for other in others)]


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _take(file: Path) -> str:
    """A file's text; the file goes, and with it its source map."""
    text = _read(file)
    file.unlink()
    file.with_name(f"{file.name}.map").unlink(missing_ok=True)
    return text


def _write(folder: Path, suffix: str, texts: Sequence[str]) -> str:
    """Write these texts as one file, and return its name; nothing where there is none."""
    if not texts:
        return ""
    content = "\n".join(texts)
    name = name_by_content("guide", content, suffix)
    (folder / name).write_text(content, encoding="utf-8")
    return name
