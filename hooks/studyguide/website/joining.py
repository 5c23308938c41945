"""Join the stylesheets and scripts that a page names: each file of its own costs a phone a request and its headers."""

from __future__ import annotations

import re
from collections.abc import Collection
from hashlib import sha256

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
