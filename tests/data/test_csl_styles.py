"""Tests of data.csl_styles: which CSL styles can write notes."""

from pathlib import Path

import pytest

from studyguide.data.csl_styles import positions_of, prints_titles_as_sentences, style_location, style_problems
from studyguide.diagnostics.source_text import SourceFile
from tests.paths import STYLES

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
LAYOUT = '<citation><layout><text variable="title"/></layout></citation>'
BOMB = (
    '<!DOCTYPE style [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    f"{STYLE}<info><title>&c;</title></info>{LAYOUT}</style>"
)


def told(text: str) -> list[str]:
    return [str(problem) for problem in style_problems(SourceFile("styles/x.csl", text))]


@pytest.mark.parametrize("path", sorted((STYLES).glob("*.csl")), ids=lambda path: path.name)
def test_our_own_styles_can_be_used(path: Path) -> None:
    assert told(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("style", "as_sentences"), [("mla-notes", False), ("mla-notes-ibid", False), ("apa", True), ("ieee", True)]
)
def test_whether_titles_keep_their_capitals(style: str, as_sentences: bool) -> None:
    folder, path = style_location(Path(), style)
    assert prints_titles_as_sentences((folder / path).read_text(encoding="utf-8")) is as_sentences


@pytest.mark.parametrize(
    ("style", "positions"),
    [
        ("mla-notes", {"subsequent"}),
        ("mla-notes-ibid", {"subsequent", "ibid", "ibid-with-locator"}),
        ("apa", set()),
        ("ieee", set()),
    ],
)
def test_positions_at_which_a_style_shortens_notes(style: str, positions: set[str]) -> None:
    folder, path = style_location(Path(), style)
    assert positions_of((folder / path).read_text(encoding="utf-8")) == positions


@pytest.mark.parametrize(
    "text",
    [
        f"{STYLE}{LAYOUT}</style>",
        f"{HEAD}{STYLE}{LAYOUT}</style>\n",
        f'<?xml version="1.0" encoding="iso-8859-1"?>{STYLE}{LAYOUT}<!-- é --></style>',
        f"{STYLE.replace('note', 'in-text')}{LAYOUT}</style>",  # its text becomes the note
        f'{STYLE}<info><link href="http://x/apa" rel="template"/></info>{LAYOUT}</style>',
    ],
)
def test_an_independent_style_can_be_used(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "place", "parts"),
    [
        ("", "1:1", ["not well-formed XML"]),
        ("Just text", "1:1", ["not well-formed XML", "Download it again"]),
        (f"{HEAD}{STYLE}\n  é😀<citation></layout>\n</style>", "3:17", ["not well-formed XML"]),
        (f"{STYLE}\n", "2:1", ["not well-formed XML"]),
        ("<html><body>Not found</body></html>", "1", ["This file is no CSL style.", "<style>"]),
        (f"<style>{LAYOUT}</style>", "1", ["This file is no CSL style."]),  # not the CSL namespace
        (
            f'{STYLE}<info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>',
            "1",
            ["points at another one", "http://www.zotero.org/styles/nature"],
        ),
        (f"{STYLE}</style>", "1", ["does not say how to cite", "<citation>"]),
        (f"{STYLE}<citation/></style>", "1", ["does not say how to cite"]),
        (f"{STYLE}<bibliography><layout/></bibliography></style>", "1", ["does not say how to cite"]),
        (BOMB, "1", ["defines XML entities"]),
    ],
)
def test_another_file_is_refused(text: str, place: str, parts: list[str]) -> None:
    (line,) = told(text)
    assert line.startswith(f"styles/x.csl:{place}: ")
    assert [part for part in parts if part not in line] == []
