"""Write the service worker (https://www.w3.org/TR/service-workers/) that caches the guide on a reader's device.

The worker is the fixed script `offline-worker.js` after the list of the edition's files. The edition's id is a hash of
that list: the same files give the same worker, and any change gives a new edition.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from studyguide.data.look import OWN_COLOUR
from studyguide.labels.catalogue import Labels
from studyguide.labels.direction import text_direction
from studyguide.labels.file_size import size_in_words
from studyguide.outputs.book import TitlePage
from studyguide.outputs.site.site_pages import SitePages

WORKER, MANIFEST = "offline-worker.js", "manifest.webmanifest"
"""Their paths in the site: at its root, since the scope of a worker is its folder."""
SIZE = "{size of the guide}"
"""The placeholder for the size of the cached files, which is known when all are written."""
TEMPLATE = Path(__file__).with_name(WORKER)
_NOT_FOR_READERS = re.compile(r"\.map$|^_|^sitemap\.xml|^assets/images/social\.")
"""Files that no page loads: source maps, settings of the host, files for other sites and search engines."""
_HANDOUT = re.compile(r'<p class="guide-handout[^>]*>.*?</p>', re.DOTALL)
_UNRESERVED = "/!$&'()*+,;=:@-._~"


@dataclass(frozen=True, slots=True)
class News:
    """What a reader is told who has saved an older copy of the guide."""

    last: str
    """The name of the last edition that was made, which a copy that is saved keeps."""
    since: Mapping[str, str]
    """What is new since each edition, by its name; empty for nothing."""
    older: str
    """What is told to those whose copy keeps no such name."""


def beside_handout(html: str, control: str) -> str:
    """Insert the control after the link to the handout, or at the page's end without one."""
    handout = _HANDOUT.search(html)
    end = handout.end() if handout else len(html)
    return f"{html[:end]}{control}{html[end:]}"


def cached_files(names: Iterable[str]) -> list[str]:
    """Return the names of the files to cache, sorted."""
    return sorted(name for name in names if name != WORKER and not _NOT_FOR_READERS.search(name))


def write_worker(files: Mapping[str, bytes], name: str, size: str, news: News | None = None) -> str:
    """Return the source of the worker that caches `files`, given by path in the site.

    `name` and `size` are the name and the size of the edition, and `news` says what is new in it.
    """
    digests = {quote(path, safe=_UNRESERVED): sha256(content).hexdigest() for path, content in sorted(files.items())}
    guide = {
        "edition": sha256(json.dumps(digests).encode()).hexdigest()[:16],
        "name": name,
        "size": size,
        **({"news": asdict(news)} if news else {}),
        "bytes": sum(map(len, files.values())),
        "files": digests,
    }
    return f"const GUIDE = {json.dumps(guide, indent=1)};\n{TEMPLATE.read_text(encoding='utf-8')}"


def write_manifest(name: str, language: str, labels: Labels, colour: str = "") -> str:
    """Return the web app manifest (https://www.w3.org/TR/appmanifest/), for the home screen of a phone."""
    manifest = {
        "name": name,
        # Translators: the name of the guide below its sign on a phone: a dozen letters.
        "short_name": labels.pgettext("short name", "Study guide"),
        "lang": language,
        **({"dir": "rtl"} if text_direction(language) == "rtl" else {}),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": colour or OWN_COLOUR,
        "icons": [
            {"src": f"assets/images/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in (192, 512)
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def write_offline_files(pages: SitePages, title_page: TitlePage, labels: Labels, news: News | None = None) -> None:
    """Write the worker and the manifest of an otherwise finished site, and fill in SIZE in its pages.

    `news` says what is new in this edition.
    """
    manifest = write_manifest(title_page.title, title_page.language, labels, title_page.colour)
    (pages.site / MANIFEST).write_text(manifest, encoding="utf-8")
    kept = cached_files(pages.file_names())
    size = size_in_words(sum(len(pages.read(name)) for name in kept), labels)
    for name, html in pages.html.items():
        pages.html[name] = html.replace(SIZE, size)
    worker = write_worker({name: pages.read(name) for name in kept}, title_page.edition, size, news)
    (pages.site / WORKER).write_text(worker, encoding="utf-8")
