"""Renders a guide's chapters with the core and Python-Markdown alone.

Reads a JSON object from standard input: `root`, the guide's folder; `style`, its CSL style; `language`; and `chapters`,
the title of each by its file below `docs/`, in reading order. Writes the HTML of each, by its file.
"""

import json
import re
import sys
from importlib.util import find_spec
from pathlib import Path

from helpers import markdown_with

from studyguide.checks.all_checks import check_guide
from studyguide.data.guide import Guide, load_guide
from studyguide.extension import ReadingExtension
from studyguide.files import Passage, SourceFile
from studyguide.resolving.citeproc import write_citations
from studyguide.resolving.filling import Filler
from studyguide.resolving.index import build_index
from studyguide.resolving.linking import Linker
from studyguide.website.privacy import with_private_links

_CHAPTER_LINK = re.compile(r'href="([\w-]+\.md)([#"])')
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)


def render(root: Path, guide: Guide, titles: dict[str, str]) -> dict[str, str]:
    """Give the finished HTML of each chapter."""
    chapters, pages = [], {}
    for path in titles:
        file = SourceFile(f"docs/{path}", (root / "docs" / path).read_text(encoding="utf-8"))
        matter = _FRONT_MATTER.match(file.text)
        start = matter.end() if matter else 0
        reading = ReadingExtension(guide)
        pages[path] = markdown_with(reading).convert(reading.prepare(path, Passage(file.text[start:], file, start)))
        assert reading.chapter is not None
        chapters.append(reading.chapter)
    problems = check_guide(guide, chapters, set(titles))
    assert all(problem.is_warning for problem in problems), problems
    index, written = build_index(guide, chapters, titles), write_citations(chapters, guide)
    linker = Linker(index, _address)
    filler = Filler(linker, written)
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
    for package in ("mkdocs", "material", "mkdocs_bibtex"):
        assert find_spec(package) is None, f"{package} is here"
    asked = json.load(sys.stdin)
    folder = Path(asked["root"])
    loaded = load_guide(folder, asked["style"], language=asked["language"])
    json.dump(render(folder, loaded, asked["chapters"]), sys.stdout)
