"""Tests of lint.unlinked: which files lead nowhere, and what is told of them."""

import pytest

from studyguide.lint.unlinked import unlinked_files, unlinked_problems
from tests.helpers import a_guide, read, span


def left_out(path: str, chapter: str = "", named: str = "", others: dict[str, str] | None = None) -> bool:
    """Whether a file is left out of a guide with this chapter, text that may name it, and other files."""
    files = {path: "", **(others or {})}
    chapters = [read(f"# A\n\n{chapter}\n", path="background.md")[0]]
    return path in unlinked_files(files, a_guide(), chapters, named, files.__getitem__)


@pytest.mark.parametrize("path", ["draft.docx", "marks.xlsx", "rights.md.txt", "assets/a.png", "a/CNAME"])
def test_a_file_that_nothing_names_is_left_out(path: str) -> None:
    assert left_out(path, "See [the rest](rest.md) and [more](https://www.example.org/draft.docx).")


@pytest.mark.parametrize(
    "chapter",
    [
        "[a](assets/a.pdf)",
        "[a](assets/a.pdf#page=2)",
        "[a](./assets/a.pdf 'Title')",
        "[a][1]\n\n[1]: assets/a.pdf",
        "![a](assets/a.pdf)",
        "Note.[^1]\n\n[^1]: See [a](assets/a.pdf).",
        '<video src="assets/a.pdf"></video>',
        '<a href="../assets/a.pdf">a</a>'.replace("../", ""),
    ],
)
def test_a_file_that_a_chapter_leads_to_stays(chapter: str) -> None:
    assert not left_out("assets/a.pdf", chapter)


@pytest.mark.parametrize("path", ["CNAME", "robots.txt", "_redirects", ".well-known/security.txt", "favicon.ico"])
def test_files_for_hosts_stay(path: str) -> None:
    assert not left_out(path)


def test_a_file_that_settings_or_a_used_style_names_stays() -> None:
    assert not left_out("assets/logo.svg", named="theme:\n  logo: assets/logo.svg\n")
    used = {"assets/mine.css": "body { background: url(back.png) }"}
    assert not left_out("assets/back.png", named="extra_css: [assets/mine.css]", others=used)
    assert left_out("assets/back.png", others=used)


def test_a_file_of_the_header_link_stays() -> None:
    guide = a_guide(header_link=span("[Rules](rules.pdf)", "mkdocs.yml"))
    assert unlinked_files(["rules.pdf", "old.pdf"], guide, [], "", str) == ["old.pdf"]


def test_what_is_told() -> None:
    told = list(map(str, unlinked_problems(["draft.docx", "rights.md.txt", "Thumbs.db", "~$draft.docx"])))
    assert told == [
        "docs/draft.docx:1: No page links to this file, so that it is not published. "
        "Link to it from a chapter, or move it out of docs/. [unlinked-file]",
        'docs/rights.md.txt:1: The name of this file ends as "rights.md.txt", so that it is no chapter, and not '
        'published. Rename it to "rights.md", or move it out of docs/. [unlinked-file]',
    ]
