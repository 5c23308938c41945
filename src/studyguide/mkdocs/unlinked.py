"""Leave the files out of the site to which nothing leads, such as drafts that lie in `docs/`."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

from studyguide.lint.unlinked import unlinked_files
from studyguide.mkdocs.settings import root_of, settings_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from studyguide.data.guide import Guide
    from studyguide.markdown.chapter import Chapter

_CODE = ("*.html", "*.py", "*.yml", "*.yaml", "*.css", "*.js")


def find_unlinked(config: MkDocsConfig, files: Files, guide: Guide, chapters: Iterable[Chapter]) -> list[str]:
    """Return the paths below `docs/` of the files to which nothing leads; faulty files are told otherwise."""
    told = {problem.where.path for problem in guide.problems}
    own = {file.src_uri: file for file in files if _is_own(file, config) and f"docs/{file.src_uri}" not in told}

    def read_text(path: str) -> str:
        return own[path].content_bytes.decode("utf-8", "replace")

    return unlinked_files(own, guide, chapters, "\n".join(_naming_texts(config)), read_text)


def leave_out(paths: Iterable[str], files: Files) -> None:
    """Keep MkDocs from copying these files into the site."""
    for path in paths:
        files.src_uris[path].inclusion = InclusionLevel.EXCLUDED


def _is_own(file: File, config: MkDocsConfig) -> bool:
    is_published = file.inclusion not in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
    return file.src_dir == config.docs_dir and not file.is_documentation_page() and is_published


def _naming_texts(config: MkDocsConfig) -> Iterator[str]:
    """Yield mkdocs.yml, and the guide's own templates and hooks."""
    yield settings_file(config).text
    folders = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    folders.append(root_of(config) / "hooks")
    for path in chain.from_iterable(folder.rglob(pattern) for folder in folders for pattern in _CODE):
        yield path.read_text(encoding="utf-8", errors="replace")
