"""Load the guide that a mkdocs.yml describes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files, InclusionLevel

import bibtex
from studyguide.files import SourceFile, read_source_file
from studyguide.guide import Guide, load_guide
from studyguide.layout import BIBLIOGRAPHY
from studyguide.navigation import nav_problems
from studyguide.problems import Problem

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


_OUTSIDE_NAV = frozenset({InclusionLevel.NOT_IN_NAV, InclusionLevel.DRAFT, InclusionLevel.EXCLUDED})


def load_config_guide(config: MkDocsConfig) -> Guide:
    """Load the data beside the config's file, with the settings under `extra: guide:`."""
    settings = config.extra.get("guide") or {}
    language = config.theme.get("language", "en")
    style = bibtex.style_of(config)
    return load_guide(root_of(config), style, contact=settings.get("contact") or "", language=str(language))


def root_of(config: MkDocsConfig) -> Path:
    """The guide's folder."""
    return Path(str(config.config_file_path)).parent


def config_problems(config: MkDocsConfig, files: Files) -> list[Problem]:
    """Find what is wrong between mkdocs.yml and the files that it is about."""
    pages = [file for file in files if file.is_documentation_page()]
    optional = {page.src_uri for page in pages if page.inclusion in _OUTSIDE_NAV}
    file = read_source_file(root_of(config), Path(str(config.config_file_path)).name)
    assert isinstance(file, SourceFile)  # MkDocs has read it
    problems = nav_problems(file, {page.src_uri for page in pages}, optional)
    bib_file = bibtex.bib_file_of(config)
    if bib_file != BIBLIOGRAPHY:
        where = file.location(max(file.text.find(bib_file), 0))
        message = f'The guide\'s sources are in {BIBLIOGRAPHY}, not in "{bib_file}".'
        problems.append(Problem(where, "wrong-bibliography", message, f"Write {BIBLIOGRAPHY}."))
    return problems


def blank_unreadable_pages(config: MkDocsConfig, files: Files) -> list[Problem]:
    """Find the chapters that are no text, and empty them for this build: MkDocs would end at the first one."""
    problems = []
    for page in files.documentation_pages():
        file = read_source_file(Path(config.docs_dir), page.src_uri) if page.generated_by is None else None
        if isinstance(file, Problem):
            problems.append(replace(file, where=replace(file.where, path=f"docs/{page.src_uri}")))
            page.content_string = ""
    return problems


def files_to_link(config: MkDocsConfig, files: Files) -> set[str]:
    """Name the files that a chapter may link to: those below `docs/` that the site will hold."""
    left_out = {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT}
    ours = {config.docs_dir, None}  # the others are the theme's
    return {file.src_uri for file in files if file.inclusion not in left_out and file.src_dir in ours}
