"""Check the guide without building it: `python hooks/check.py`. Ends with 1 where something must be mended.

`--format github` writes annotations for a pull request, `--format json` a list for an editor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.utils.meta import get_data

import garbage  # noqa: F401
from config_cover import cover_problems
from config_faults import load_config_or_faults
from config_guide import (
    blank_unreadable_pages,
    chapter_passage,
    config_problems,
    file_reader,
    files_to_link,
    is_printed,
    load_config_guide,
    pages_in_nav,
    silence_hidden_pages,
)
from studyguide.chapters.chapter import Chapter
from studyguide.checks.all_checks import check_guide
from studyguide.checks.safety import written_problems
from studyguide.checks.unprintable import unprintable_sources
from studyguide.data.guide import Guide
from studyguide.extension import ReadingExtension
from studyguide.files import clean_text
from studyguide.problems import Problem
from studyguide.reports import REPORTS
from studyguide.resolving.citeproc import CiteprocError, start_writing


def find_problems(config: MkDocsConfig) -> list[Problem]:
    """Give every problem of the guide that a config describes.

    Pandoc writes the sources' entries while the chapters are read; which of them a chapter cites changes none of them.
    """
    guide = load_config_guide(config)
    written = start_writing((), guide)
    silence_hidden_pages()
    files = get_files(config)
    set_exclusions(files, config)
    faults = [*blank_unreadable_pages(config, files), *config_problems(config, files), *cover_problems(config)]
    guide = replace(guide, problems=(*guide.problems, *faults))
    chapters = list(_read_chapters(config, guide, files))
    problems = check_guide(guide, chapters, files_to_link(config, files), file_reader(files))
    if all(problem.is_warning for problem in problems):  # what is wrong already, pandoc would say in its own words
        try:
            problems += written_problems(guide, written.result())
            problems += unprintable_sources(guide, chapters, written.result())
        except CiteprocError as error:
            problems.append(error.problem)
    return sorted(problems)


def _read_chapters(config: MkDocsConfig, guide: Guide, files: Files) -> Iterator[Chapter]:
    """Read each chapter as the build does, through the config's own Markdown extensions."""
    reading = ReadingExtension(guide)
    in_nav = pages_in_nav(config, files)
    extensions: list[str | Extension] = [*config.markdown_extensions, reading]
    for page in files.documentation_pages():
        markdown, meta = get_data(clean_text(page.content_string))
        passage, printed = chapter_passage(page, markdown), is_printed(page, meta, in_nav)
        md = Markdown(extensions=extensions, extension_configs=config.mdx_configs)
        yield reading.finish(md.convert(reading.prepare(page.src_uri, passage, is_printed=printed)))


def main(arguments: Sequence[str] = ()) -> int:
    """Tell each problem, in the form that the `arguments` of the command line ask for."""
    parser = argparse.ArgumentParser(description="Find everything that is to be mended in the guide in this folder.")
    parser.add_argument("--format", choices=list(REPORTS), default="plain", help="for people, GitHub or an editor")
    report = REPORTS[parser.parse_args(arguments).format]
    config = load_config_or_faults(Path())
    problems = config if isinstance(config, list) else find_problems(config)
    print(report(problems))
    return 0 if all(problem.is_warning for problem in problems) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
