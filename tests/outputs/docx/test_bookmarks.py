"""Bookmarks, and the numbers of notes: one sequence for all pages."""

import re

import pytest
from lxml.html import fragment_fromstring

from studyguide.outputs.book import BookPage
from studyguide.outputs.docx.bookmarks import NoteNumbers, bookmark
from studyguide.outputs.linked_pages import LinkedPage

PATHS = [
    ("index.md", "get-help"),
    ("key-terms.md", "term-solicitation-of-transactional-sex-in-all-its-forms"),
    ("a/b.md", "fnref:12"),
    ("timeline.md", "événement-1989"),
    ("zh.md", "人权"),
]


@pytest.mark.parametrize(("path", "anchor"), PATHS)
def test_a_bookmark_is_a_name_that_word_keeps(path: str, anchor: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", bookmark(path, anchor))


def test_anchors_that_differ_in_signs_have_different_bookmarks() -> None:
    names = [bookmark("a.md", anchor) for anchor in ("a-b", "a_b", "a:b", "A-B", "人权", "人類")]
    assert len(set(names)) == len(names)


def reference(path: str, number: int) -> str:
    address = bookmark(path, f"fn:{number}")
    return f'<sup id="fnref:{number}"><a class="footnote-ref" href="#{address}" role="doc-noteref">{number}</a></sup>'


def page(path: str, body: str, notes: int) -> LinkedPage:
    listed = "".join(f'<li id="fn:{number}"><p>Note.</p></li>' for number in range(1, notes + 1))
    html = f'<div>{body}<section class="footnote" role="doc-endnotes"><ol>{listed}</ol></section></div>'
    return LinkedPage(BookPage(path, "", ""), fragment_fromstring(html))


def links(linked: LinkedPage) -> list[tuple[str, str]]:
    return [(str(link.get("href")), link.text_content()) for link in linked.root.iter("a") if not link.get("role")]


def test_a_link_to_a_note_has_the_number_that_the_note_has_in_the_file() -> None:
    target = bookmark("b.md", "fnref:1")
    first = page("a.md", f"<p>A{reference('a.md', 1)} B{reference('a.md', 2)}</p>", notes=2)
    second = page("b.md", f'<p>C{reference("b.md", 1)} <a href="#{target}">B, 1989, note 1</a></p>', notes=1)
    numbers = NoteNumbers([first, second])
    numbers.number(second.root)
    assert len(numbers) == 3
    assert links(second) == [(f"#{target}", "B, 1989, note 3")]


def test_a_reference_on_another_page_leads_to_the_text_of_the_note() -> None:
    first = page("a.md", f"<p>A{reference('a.md', 1)}</p>", notes=1)
    second = page("b.md", f'<p>As on the first.<sup><a href="#{bookmark("a.md", "fn:1")}">1</a></sup></p>', notes=0)
    numbers = NoteNumbers([first, second])
    numbers.number(second.root)
    assert links(second) == [(f"#{bookmark('a.md', 'fnref:1')}", "1")]


def test_a_second_reference_to_a_note_becomes_a_link() -> None:
    twice = page("a.md", f"<p>A{reference('a.md', 1)} B{reference('a.md', 1)} C{reference('a.md', 2)}</p>", notes=2)
    numbers = NoteNumbers([twice])
    numbers.number(twice.root)
    assert len(numbers) == 2
    assert links(twice) == [(f"#{bookmark('a.md', 'fnref:1')}", "1")]
