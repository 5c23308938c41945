"""Renders a guide's chapters with the core and Python-Markdown alone.

Reads a JSON object from standard input: `root`, the guide's folder; `style`, its CSL style; `language`; and `chapters`,
the title of each by its file below `docs/`, in reading order; and `facts`, those of its settings. Writes the
HTML of each, by its file.
"""

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

from studyguide.citeproc.notes import render_citations
from studyguide.crossref.backlinks import build_backlink_index
from studyguide.crossref.links import LinkResolver
from studyguide.crossref.placeholders import PlaceholderResolver
from studyguide.data.guide import Guide, load_guide
from studyguide.data.paths import COUNTRIES_PAGE
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.lint.runner import check_guide
from studyguide.mkdocs.reading import reading_extension
from studyguide.outputs.site.csp import with_private_links
from tests.helpers import markdown_with

_CHAPTER_LINK = re.compile(r'href="([\w-]+\.md)([#"])')
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)


def render(root: Path, guide: Guide, titles: dict[str, str]) -> dict[str, str]:
    """Give the finished HTML of each chapter."""
    chapters, pages = [], {}
    for path in titles:
        file = SourceFile(f"docs/{path}", (root / "docs" / path).read_text(encoding="utf-8"))
        matter = _FRONT_MATTER.match(file.text)
        start = matter.end() if matter else 0
        reading = reading_extension(guide)
        pages[path] = markdown_with(reading).convert(reading.prepare(path, SourceSpan(file.text[start:], file, start)))
        assert reading.chapter is not None
        chapters.append(reading.chapter)
    problems = check_guide(guide, chapters, set(titles))
    assert all(problem.is_warning for problem in problems), problems
    index, written = build_backlink_index(guide, chapters, titles), render_citations(chapters, guide)
    linker = LinkResolver(index, _address)
    filler = PlaceholderResolver(linker, written)
    linked = {path: linker.link(path, html) for path, html in pages.items()}
    return {chapter.path: _finish(chapter.path, filler.fill(chapter, linked[chapter.path])) for chapter in chapters}


def _finish(path: str, html: str) -> str:
    """Have the links between chapters lead to pages, which any engine does for its own addresses."""
    html = _CHAPTER_LINK.sub(lambda link: f'href="{_address(path, link[1])}{link[2]}', html)
    return with_private_links(html)


def _address(here: str, there: str) -> str:
    """The address of a page as the site's other pages link to it: `../background/`."""
    up = "" if here == "index.md" else "../"
    return (up or "./") if there == "index.md" else f"{up}{there.removesuffix('.md')}/"


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    folder = Path(asked["root"])
    loaded = load_guide(folder, asked["style"], language=asked["language"])
    loaded = replace(loaded, facts=asked["facts"], has_countries=(folder / "docs" / COUNTRIES_PAGE).exists())
    json.dump(render(folder, loaded, asked["chapters"]), sys.stdout)
