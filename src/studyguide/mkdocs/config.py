"""Load the guide that a mkdocs.yml describes, and check its files."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from studyguide.data.country_settings import country_changes
from studyguide.data.guide import Guide, load_guide
from studyguide.data.look import look_problems
from studyguide.data.paths import BIBLIOGRAPHY, COUNTRIES_PAGE
from studyguide.data.yaml_depth import front_matter_problem
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan, clean_text, leads_out, read_source_file
from studyguide.lint.html_policy import is_active_drawing
from studyguide.lint.navigation import nav_problems
from studyguide.markdown.markers import COUNTRIES_MARKER
from studyguide.markdown.source import has_marker
from studyguide.mkdocs import bibtex_plugin as bibtex
from studyguide.mkdocs.pictures import logo_problems
from studyguide.mkdocs.settings import (
    extension_problem,
    facts_of,
    has_handout,
    language_problem,
    load_config_settings,
    markdown_of,
    palette_problem,
    root_of,
    search_problem,
    settings_file,
    style_problem,
    theme_problem,
    typeface_problem,
)
from studyguide.mkdocs.topics import topic_problems

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


_ACTIVE = frozenset({".htm", ".html", ".js", ".mjs", ".shtml", ".svgz", ".xht", ".xhtml", ".xml", ".xsl", ".xslt"})
_LEFT_OUT = frozenset({InclusionLevel.DRAFT, InclusionLevel.EXCLUDED})
_OUTSIDE_NAV = _LEFT_OUT | {InclusionLevel.NOT_IN_NAV}


def load_config_guide(config: MkDocsConfig) -> Guide:
    """Load the data beside mkdocs.yml, with the settings under `extra: guide:`."""
    settings = load_config_settings(config)
    missing_style = style_problem(config, settings)
    guide = load_guide(
        root_of(config),
        "" if missing_style else bibtex.style_of(config),
        contact=markdown_of(config, settings, "contact"),
        language=str(config.theme.get("language", "en")),
        opened_tags=config.extra["guide"]["html"],
    )
    checks = (language_problem, typeface_problem, theme_problem, search_problem, palette_problem, extension_problem)
    faults = [check(config, settings) for check in checks]
    problems = [*settings.problems, *filter(None, [missing_style, *faults])]
    problems += [*look_problems(config.extra["guide"], settings), *topic_problems(config, settings)]
    changes, wrong_names = country_changes(settings, guide.language)
    problems += wrong_names
    header_link = markdown_of(config, settings, "header_link")
    return replace(
        guide,
        facts=facts_of(config),
        has_handout=has_handout(config),
        has_countries=_has_countries(config),
        country_changes=changes,
        downloads=frozenset(config.extra["guide"]["downloads"]),
        position_paper=tuple(filter(None, map(str.strip, config.extra["guide"]["position_paper"]))),
        header_link=header_link,
        settings=settings.file,
        problems=(*guide.problems, *problems),
    )


def _has_countries(config: MkDocsConfig) -> bool:
    """Return whether the guide has the page of the states that it names, with its marker."""
    page = Path(config.docs_dir, COUNTRIES_PAGE)
    return page.is_file() and has_marker(page.read_text(encoding="utf-8", errors="replace"), COUNTRIES_MARKER)


def config_problems(config: MkDocsConfig, files: Files) -> list[Problem]:
    """Return the mismatches between mkdocs.yml and the guide's files."""
    pages = [file for file in files if file.is_documentation_page()]
    optional = {page.src_uri for page in pages if page.inclusion in _OUTSIDE_NAV}
    file = settings_file(config)
    problems = nav_problems(file, {page.src_uri for page in pages}, optional)
    problems += _file_problems(config, files)
    problems += _hidden_pages(config, pages)
    problems += logo_problems(config, files)
    bib_file = bibtex.bib_file_of(config)
    if bib_file != BIBLIOGRAPHY:
        where = file.location(max(file.text.find(bib_file), 0))
        problems.append(problem(where, "wrong-bibliography", name=bib_file))
    return problems


def silence_hidden_pages() -> None:
    """Keep MkDocs from logging the hidden pages, which `config_problems` reports."""
    logging.getLogger("mkdocs.structure.files").addFilter(_is_told_by_mkdocs)


def _is_told_by_mkdocs(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith("Excluding ")


def _hidden_pages(config: MkDocsConfig, pages: Iterable[File]) -> Iterator[Problem]:
    """Yield a problem for each README.md that MkDocs leaves out because of an index.md beside it."""
    for page in pages:
        uri = PurePosixPath(page.src_uri)
        readme = uri.with_name("README.md")
        if uri.name == "index.md" and Path(config.docs_dir, readme).exists():
            file = File(str(readme), config.docs_dir, config.site_dir, use_directory_urls=True)
            set_exclusions([file], config)
            if file.inclusion not in _LEFT_OUT:
                yield problem(Location(f"docs/{readme}"), "chapter-outside-nav", "readme")


def _file_problems(config: MkDocsConfig, files: Files) -> Iterator[Problem]:
    """Yield the symbolic links out of the guide below `docs/`, and the files that a browser would execute."""
    root = root_of(config).resolve()
    scripts = {str(script) for script in config.extra_javascript}
    for file in files:
        if file.src_dir == config.docs_dir and file.abs_src_path:
            if not Path(file.abs_src_path).resolve().is_relative_to(root):
                yield leads_out(f"docs/{file.src_uri}")
            elif file.src_uri not in scripts and _is_active(Path(file.abs_src_path)):
                yield problem(Location(f"docs/{file.src_uri}"), "active-file")


def _is_active(path: Path) -> bool:
    suffix = path.suffix.lower()
    return suffix in _ACTIVE or (suffix == ".svg" and is_active_drawing(path.read_bytes()))


def blank_unreadable_pages(config: MkDocsConfig, files: Files) -> list[Problem]:
    """Return the problems of unreadable chapters, and blank these for this build: MkDocs would stop at the first."""
    problems = []
    for page in files.documentation_pages():
        file = read_source_file(Path(config.docs_dir), page.src_uri) if page.generated_by is None else None
        if isinstance(file, Problem):
            problems.append(replace(file, where=replace(file.where, path=f"docs/{page.src_uri}")))
            page.content_string = ""
        elif file and not file.text.strip():
            problems.append(problem(Location(f"docs/{page.src_uri}"), "unreadable-file", "empty"))
        elif file and (fault := front_matter_problem(replace(file, path=f"docs/{file.path}"))):
            problems.append(fault)
            page.content_string = ""
    return problems


def chapter_span(page: File, markdown: str) -> SourceSpan:
    """Return a chapter's text as MkDocs has it, without its front matter, with its offset in the file."""
    file = SourceFile(f"docs/{page.src_uri}", clean_text(page.content_string))
    text = clean_text(markdown)
    return SourceSpan(text, file, max(file.text.rfind(text), 0))


def pages_in_nav(config: MkDocsConfig, files: Files) -> set[str]:
    """Return the source paths of the chapters in the navigation, which the handout prints."""
    if config.nav is None:
        return {page.src_uri for page in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)}
    return set(_leaves(config.nav))


def _leaves(nav: object) -> Iterator[str]:
    if isinstance(nav, list):
        for item in nav:
            yield from _leaves(item)
    elif isinstance(nav, dict):
        yield from _leaves(list(nav.values()))
    else:
        yield str(nav)


def is_printed(page: File, meta: Mapping[str, object], in_nav: Collection[str]) -> bool:
    """Return whether the handout prints a chapter; `meta` is its front matter."""
    return page.src_uri in in_nav and meta.get("handout") is not False


def files_to_link(config: MkDocsConfig, files: Files) -> set[str]:
    """Return the source paths that a chapter may link to: those below `docs/` that are part of the site."""
    ours = {config.docs_dir, None}  # the others are the theme's
    return {file.src_uri for file in files if file.inclusion not in _LEFT_OUT and file.src_dir in ours}
