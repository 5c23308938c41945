"""Check the guide without building it: `python hooks/check.py`. Ends with 1 where something must be mended."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.utils.meta import get_data

from config_guide import blank_unreadable_pages, config_problems, files_to_link, load_config_guide
from studyguide.chapters import Chapter
from studyguide.checks import check_guide
from studyguide.citeproc import CiteprocError, write_citations
from studyguide.extension import ReadingExtension
from studyguide.files import Passage, SourceFile, clean_text
from studyguide.guide import Guide
from studyguide.problems import Problem


def find_problems(config: MkDocsConfig) -> list[Problem]:
    """Give every problem of the guide that a config describes."""
    guide = load_config_guide(config)
    files = get_files(config)
    set_exclusions(files, config)
    problems = [*blank_unreadable_pages(config, files), *config_problems(config, files)]
    chapters = list(_read_chapters(config, guide, files))
    problems = sorted([*problems, *check_guide(guide, chapters, files_to_link(config, files))])
    if all(problem.is_warning for problem in problems):  # what is wrong already, pandoc would say in its own words
        try:
            write_citations(chapters, guide)
        except CiteprocError as error:
            problems.append(error.problem)
    return problems


def _read_chapters(config: MkDocsConfig, guide: Guide, files: Files) -> Iterator[Chapter]:
    """Read each chapter as the build does, through the config's own Markdown extensions."""
    reading = ReadingExtension(guide)
    extensions: list[str | Extension] = [*config.markdown_extensions, reading]
    for page in files.documentation_pages():
        file = SourceFile(f"docs/{page.src_uri}", clean_text(page.content_string))
        text = clean_text(get_data(file.text)[0])
        md = Markdown(extensions=extensions, extension_configs=config.mdx_configs)
        md.convert(reading.prepare(page.src_uri, Passage(text, file, max(file.text.rfind(text), 0))))
        assert reading.chapter is not None
        yield reading.chapter


def main() -> int:
    """Print each problem on its line, and how many there are."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        problems = find_problems(load_config("mkdocs.yml"))
    except (ConfigurationError, Abort) as error:
        print(f"mkdocs.yml: {error}")
        return 1
    for problem in problems:
        print(f"{problem} (warning)" if problem.is_warning else problem)
    errors = sum(not problem.is_warning for problem in problems)
    print(f"{errors} to mend, {len(problems) - errors} to look at." if problems else "Nothing to mend.")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
