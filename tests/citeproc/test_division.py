"""Several runs of citeproc render what one run would: names and years are told apart among all sources of the guide."""

from dataclasses import replace
from itertools import product

import pytest

from studyguide.citeproc import division
from studyguide.citeproc.division import divided
from studyguide.citeproc.notes import render_citations
from studyguide.data.bibliography import read_sources
from studyguide.data.csl_styles import STYLE_NAMES
from studyguide.data.guide import Guide
from studyguide.diagnostics.source_text import SourceFile
from studyguide.markdown.chapter import Chapter
from tests import paths
from tests.citeproc.test_public_styles import text_of_style
from tests.helpers import read

SINGLE = {"chicago-author-date", "chicago-notes", "ieee", "oscola"}
"""The styles that number sources in the order in which they are cited, or ask whether another citation is the same."""
SAME_PEOPLE = "".join(
    f"@book{{{name.lower()}-{title}, author = {{Smith, {name}}}, title = {{Rivers {title}}}, date = {{2001}},"
    " publisher = {Small Press}}\n"
    for name, title in product(("Anna", "John"), ("one", "two"))
)
SAME_PEOPLE += "".join(
    f"@book{{{last.lower()}, author = {{Smith, Anna and Lee, Ben and Fox, Cleo and Hill, Dan and {last}, Eve}},"
    " title = {Rivers one}, date = {2001}, publisher = {Small Press}}\n"
    for last in ("Wood", "Reed")
)


@pytest.fixture(autouse=True)
def _worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handful of notes be worth a run of its own."""
    monkeypatch.setattr(division, "_WORTH_RUN", 1.0)


def guide_in(style: str) -> Guide:
    file = SourceFile("bibliography.bib", SAME_PEOPLE)
    return Guide(sources=read_sources(file)[0], bibliography=SAME_PEOPLE, style=text_of_style(style))


def chapters_citing(*cited: str) -> list[Chapter]:
    return [read(text, path=f"{number}.md")[0] for number, text in enumerate(cited)]


CHAPTERS = (
    "One.[@anna-one] Two.[@john-one, p. 3] Again.[@anna-one, p. 4]",
    "No note.",
    "One.[@wood] Two.[@anna-one] Again.[@wood, p. 4]",
    "One.[@reed] Two.[@john-two] Again.[@reed, p. 4]",
    "One.[@john-two] Again.[@john-two, p. 4]",
    "One.[@anna-two; @john-one]\n\nAn ordinary note.[^a]\n\n[^a]: Words.[@anna-one]",
)


@pytest.mark.parametrize("style", STYLE_NAMES)
def test_several_runs_render_what_one_would(style: str) -> None:
    chapters, guide = chapters_citing(*CHAPTERS), guide_in(style)
    assert len(divided(chapters, guide, 3)) == (1 if style in SINGLE else 3)
    one, three = render_citations(chapters, guide), render_citations(chapters, guide, 3)
    assert (three.citations, list(three.entries.items())) == (one.citations, list(one.entries.items()))
    assert len(one.citations) == 13


def test_a_style_without_a_list_of_sources_has_its_entries_in_one_run() -> None:
    style = (paths.TESTS / "styles" / "note-numbers.csl").read_text(encoding="utf-8")
    guide = replace(guide_in("mla-notes"), style=style)
    chapters = chapters_citing(*CHAPTERS)
    assert render_citations(chapters, guide, 2) == render_citations(chapters, guide)


def test_chapters_are_divided_in_order_into_parts_that_take_as_long() -> None:
    chapters = chapters_citing(*(["Word.[@anna-one]"] * 20))
    first, second = divided(chapters, guide_in("mla-notes"), 2)
    assert [*first, *second] == chapters
    assert len(first) < len(second)  # it has the list of sources too


def test_a_small_guide_is_rendered_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    chapters = chapters_citing(*CHAPTERS)
    assert divided(chapters, guide_in("mla-notes"), 4) == [chapters]
    assert divided([], guide_in("mla-notes"), 4) == [[]]
