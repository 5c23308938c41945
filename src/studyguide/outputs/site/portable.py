"""Adapt a built site so that it opens from a disk or a USB stick without a server, and pack it.

Browsers block fetch and workers for file:// URLs, so the search index and the search worker become scripts: Material
supports the first, `portable-worker.js` implements the second.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from studyguide.labels.catalogue import Labels
from studyguide.labels.direction import text_direction
from studyguide.outputs.site.offline import cached_files
from studyguide.outputs.site.search_files import INDEX, LANGUAGES, language_scripts
from studyguide.outputs.site.site_pages import SitePages

INDEX_SCRIPT = "search/search_index.js"
WORKERS, WORKER_SCRIPT = "assets/javascripts/workers/", "assets/javascripts/search-worker.js"
_TEMPLATE = Path(__file__).with_name("portable-worker.js")
_ONLINE_ONLY = re.compile(
    rf"^404\.html$|^{WORKERS}|^{re.escape(INDEX)}$|^{LANGUAGES}|^assets/images/icon-|^assets/javascripts/offline\."
)
_FOLDER_PAGE = re.compile(r"(^|/)index\.html$")
_LANGUAGE = re.compile(rb'<html lang="([^"]+)"')
FOLDER = "study-guide/"
_START_PAGE = """\
<!doctype html>
<html lang="{language}"{direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0; url=guide/index.html">
<title>{title}</title>
</head>
<body><p><a href="guide/index.html">{words}</a></p></body>
</html>
"""


def online_address(address: str) -> str:
    """Return the URL of a page online, `background/`, for the URL of its file, `background.html`."""
    folder = _FOLDER_PAGE.sub(r"\1", address)
    return folder if folder != address else re.sub(r"\.html$", "/", address)


def portable_files(kept: Iterable[str]) -> list[str]:
    """Return those of the files for readers (see `offline.cached_files`) that work without a server."""
    return [name for name in kept if not _ONLINE_ONLY.search(name)]


def write_index_script(index: str) -> str:
    """Return the search index as the script that Material loads under file://."""
    return f"var __index = {index}"


def write_worker_script(worker: str, libraries: Iterable[str]) -> str:
    """Return the script that replaces the search worker; `libraries` are the language scripts that it imports."""
    libraries = list(libraries)
    parts = [worker, *libraries, "self.importScripts = () => {};"] if libraries else [worker]
    source = json.dumps("\n".join(parts))
    return f"const SEARCH_WORKER = {source};\n{_TEMPLATE.read_text(encoding='utf-8')}"


def adapt_site(pages: SitePages, languages: Collection[str]) -> None:
    """Convert the search in these languages to scripts, and delete files that only a server or search engine needs."""
    site = pages.site
    if (site / INDEX).exists():
        index = (site / INDEX).read_text(encoding="utf-8")
        (site / INDEX_SCRIPT).write_text(write_index_script(index), encoding="utf-8")
    (worker,) = (site / WORKERS).glob("search.*.js")
    libraries = [(site / name).read_text(encoding="utf-8") for name in language_scripts(languages)]
    script = write_worker_script(worker.read_text(encoding="utf-8"), libraries)
    (site / WORKER_SCRIPT).write_text(script, encoding="utf-8")
    names = set(pages.file_names())
    for name in names.difference(portable_files(cached_files(names))):
        (site / name).unlink()
        pages.html.pop(name, None)


def language_of(page: bytes) -> str:
    """Return the language that a page says it is in."""
    found = _LANGUAGE.search(page)
    return found[1].decode() if found else "en"


def pack(files: Mapping[str, bytes], moment: datetime, labels: Labels) -> bytes:
    """Pack the files of a portable site, given by name, into a zip archive: one folder with a start page.

    The archive is reproducible: the entries are sorted, and dated `moment`.
    """
    packed = BytesIO()
    entries = {
        _start_file(labels): _start_page(labels).encode(),
        **{f"guide/{name}": content for name, content in files.items()},
    }
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(entries.items()):
            entry = ZipInfo(FOLDER + name, moment.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix on any system, for the permissions
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def _start_file(labels: Labels) -> str:
    # Translators: the name of the file that a reader opens first, without its ending.
    name = labels.gettext("Open me")
    return f"{name}.html"


def _start_page(labels: Labels) -> str:
    title, words = labels.gettext("Study guide"), labels.gettext("Open the guide")
    direction = ' dir="rtl"' if text_direction(labels.language) == "rtl" else ""
    return _START_PAGE.format(language=labels.language, direction=direction, title=title, words=words)
