"""Keep the pages that have been converted between builds, in the guide's `.cache/`.

A page is converted anew when its own text changes, or anything that pages share: the engine and its packages, the
guide's data, its settings, the names of its files. Nothing is read from the file but plain data of a few known classes.
"""

from __future__ import annotations

import json
import logging
import pickle
import pkgutil
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING, Any

import markdown.extensions
import mkdocs
from mkdocs.structure.toc import AnchorLink, TableOfContents

from studyguide.data.kept_file import CACHE, drop_all_but_newest, keep, kept
from studyguide.data.paths import ENGINE
from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.markdown.chapter import Chapter, EditorNote, Link, Note, Picture, Section
from studyguide.markdown.citations import Citation, CiteItem
from studyguide.markdown.source import Block, ChapterSource, SourceComment, SourceLine
from studyguide.mkdocs.converted_page import ConvertedPage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from studyguide.data.guide import Guide

_CLASSES = {
    (each.__module__, each.__qualname__): each
    for each in (
        *(AnchorLink, Block, Chapter, ChapterSource, Citation, CiteItem, ConvertedPage, EditorNote, Link, Location),
        *(Note, Picture, Problem, Section, SourceComment, SourceFile, SourceLine, SourceSpan, TableOfContents),
    )
}
_TEXT_ONLY = frozenset(module.name for module in pkgutil.iter_modules(markdown.extensions.__path__))
"""Python-Markdown's own extensions, which depend on the text alone; others may read files, as PyMdown's snippets do."""
_VERSIONS = (mkdocs.__version__, markdown.__version__, version("mkdocs-material"))
_LOGGER = logging.getLogger("mkdocs")
_NEWEST = 2
"""As many inputs are kept: those of the build before, and of a portable site."""


@dataclass
class KeptPages:
    """The pages that were converted from the same shared inputs."""

    file: Path
    pages: dict[str, bytes]
    """By the checksum of a page's own file."""
    checksums: dict[str, str] = field(default_factory=dict)
    """Those of the files in this build, by path below `docs/`."""
    found: dict[str, ConvertedPage] = field(default_factory=dict)
    """The pages that need no conversion, by path."""
    current: str = ""
    """The path of the page that is being read."""
    listener: logging.Handler = field(default_factory=lambda: logging.Handler(logging.INFO))
    noisy: set[str] = field(default_factory=set)
    """The pages of which MkDocs told something, by path: it has to be told in the next build too."""

    @classmethod
    def read(cls, file: Path) -> KeptPages:
        """Read the pages that are kept in a file, and listen to what is told of those to be converted."""
        pages = cls(file, _read_records(kept(file) or b""))
        pages.listener.emit = lambda record: pages.noisy.add(pages.current)  # type: ignore[method-assign]  # noqa: ARG005
        _LOGGER.addHandler(pages.listener)
        return pages

    def find(self, path: str, content: bytes) -> bool:
        """Look for the page with such a content; return whether it is kept."""
        checksum = self.checksums[path] = sha256(path.encode() + b"\0" + content).hexdigest()
        page = _load(BytesIO(self.pages.get(checksum, b"")))
        if isinstance(page, ConvertedPage):
            self.found[path] = page
        else:
            self.pages.pop(checksum, None)
        return path in self.found

    def listen_no_more(self) -> None:
        """End the listening: all pages are read."""
        _LOGGER.removeHandler(self.listener)

    def write(self, converted: Mapping[str, ConvertedPage]) -> None:
        """Keep the pages of this build, which are given by their path."""
        keep(self.file, self._records(converted))
        drop_all_but_newest(self.file.parent, _NEWEST)

    def _records(self, converted: Mapping[str, ConvertedPage]) -> Iterator[bytes]:
        """Yield the record of each page, a pair of its checksum and what is kept of it."""
        for path in converted.keys() & self.checksums.keys() - self.noisy:  # others a plugin has added since
            checksum, page = self.checksums[path], converted[path]
            kept_page = self.pages.get(checksum) or pickle.dumps(page, pickle.HIGHEST_PROTOCOL)
            yield pickle.dumps((checksum, kept_page), pickle.HIGHEST_PROTOCOL)


def _read_records(content: bytes) -> dict[str, bytes]:
    """Return what is kept of each page by its checksum, up to a record that is none."""
    records, stream = {}, BytesIO(content)
    while stream.tell() < len(content):
        match _load(stream):
            case (str(checksum), bytes(page)):
                records[checksum] = page
            case _:
                break
    return records


def place_of_pages(root: Path, guide: Guide, config: MkDocsConfig, files: Files) -> Path | None:
    """Return where the pages of this build are kept, by all that they share; None where they may depend on more."""
    extensions = [name for name in config.markdown_extensions if isinstance(name, str)]  # ours is an instance
    if any(name.removeprefix("markdown.extensions.") not in _TEXT_ONLY for name in extensions):
        return None
    extra = {name: value for name, value in config.extra.items() if isinstance(value, (str, int, list, dict))}
    search = {name: dict(plugin.config) for name, plugin in config.plugins.items() if "search" in name}
    shared = [
        [_code(), sys.version, _LOGGER.getEffectiveLevel(), *_VERSIONS],
        [[file.path, file.text] for file in guide.files],
        guide.own_labels,
        [
            guide.settings.text if guide.settings else "",
            guide.language,
            dict(guide.facts),
            sorted(guide.opened_tags),
            guide.has_countries,
        ],
        [guide.contact.text if guide.contact else "", config.site_name, extensions, config.mdx_configs, extra, search],
        [config.nav, config.use_directory_urls, sorted(str((file.src_uri, file.inclusion)) for file in files)],
    ]
    return root / CACHE / "pages" / sha256(json.dumps(shared, default=str, sort_keys=True).encode()).hexdigest()


def _code() -> str:
    """Return the checksum of the engine's files."""
    found = sorted(path for path in ENGINE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in found)).hexdigest()


class _Unpickler(pickle.Unpickler):
    """Makes instances of the known classes alone, so that no file can call anything else."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _CLASSES[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not kept") from None


def _load(stream: BytesIO) -> Any:
    """Load what is kept; None if another version, or anybody else, has written it."""
    try:
        return _Unpickler(stream).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, IndexError, TypeError, ValueError):
        return None
