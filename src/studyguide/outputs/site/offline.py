"""Write the service worker (https://www.w3.org/TR/service-workers/) that keeps the guide on a reader's device.

The worker is a fixed text, `offline-worker.js`, behind the list of what one edition of the guide holds. The edition is
named by that list's content, so that the same guide gives the same worker, and any change another edition.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from studyguide.labels.catalogue import Labels
from studyguide.labels.file_size import size_in_words
from studyguide.outputs.book import TitlePage
from studyguide.outputs.site.site_pages import SitePages

WORKER, MANIFEST = "offline-worker.js", "manifest.webmanifest"
"""Where they are in the site: at its root, since a worker answers for the folder that it lies in."""
SIZE = "{size of the guide}"
"""Stands in a page for the size of all that is kept, which is known when everything is written."""
TEMPLATE = Path(__file__).with_name(WORKER)
_NOT_FOR_READERS = re.compile(r"\.map$|^_|^sitemap\.xml|^assets/images/social\.")
"""What no page asks for: maps for programmers, settings of the host, what other sites and search engines fetch."""
_HANDOUT = re.compile(r'<p class="guide-handout[^>]*>.*?</p>', re.DOTALL)
_UNRESERVED = "/!$&'()*+,;=:@-._~"


def beside_handout(html: str, control: str) -> str:
    """Put the control behind the way to the handout, or, in a guide without one, at the page's end."""
    handout = _HANDOUT.search(html)
    end = handout.end() if handout else len(html)
    return f"{html[:end]}{control}{html[end:]}"


def kept_files(names: Iterable[str]) -> list[str]:
    """Name those of a site's files that a reader needs, sorted."""
    return sorted(name for name in names if name != WORKER and not _NOT_FOR_READERS.search(name))


def write_worker(files: Mapping[str, bytes], name: str, size: str) -> str:
    """Give the text of the worker that keeps these files, by their path in the site.

    `name` and `size` tell a reader which edition it is, and how large.
    """
    digests = {quote(path, safe=_UNRESERVED): sha256(content).hexdigest() for path, content in sorted(files.items())}
    guide = {
        "edition": sha256(json.dumps(digests).encode()).hexdigest()[:16],
        "name": name,
        "size": size,
        "bytes": sum(map(len, files.values())),
        "files": digests,
    }
    return f"const GUIDE = {json.dumps(guide, indent=1)};\n{TEMPLATE.read_text(encoding='utf-8')}"


def write_manifest(name: str, language: str, labels: Labels) -> str:
    """Give the web app manifest (https://www.w3.org/TR/appmanifest/): a phone can put the guide on its home screen."""
    manifest = {
        "name": name,
        # Translators: the name of the guide below its sign on a phone: a dozen letters.
        "short_name": labels.pgettext("short name", "Study guide"),
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#14506b",
        "icons": [
            {"src": f"assets/images/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in (192, 512)
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def write_offline_files(pages: SitePages, title_page: TitlePage, labels: Labels) -> None:
    """Write the worker and the manifest of a site whose every other file is written, and the size into its pages."""
    manifest = write_manifest(title_page.title, title_page.language, labels)
    (pages.site / MANIFEST).write_text(manifest, encoding="utf-8")
    kept = kept_files(pages.file_names())
    size = size_in_words(sum(len(pages.read(name)) for name in kept), labels)
    pages.html = {name: html.replace(SIZE, size) for name, html in pages.html.items()}
    worker = write_worker({name: pages.read(name) for name in kept}, title_page.edition, size)
    (pages.site / WORKER).write_text(worker, encoding="utf-8")
