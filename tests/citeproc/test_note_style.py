"""Tests of citeproc.note_style: with an in-text style the reader of a note gets the full reference."""

import pytest

from studyguide.citeproc.note_style import joined, note_style, without_repeated_years
from tests.citeproc.test_notes import STYLES, text_of, write

BIBLIOGRAPHY = """@book{smith,
  author = {Smith, Anna}, title = {The law of the river}, publisher = {Small Press}, date = {2001}}
@article{doe,
  author = {Doe, Jane}, title = {Water wars}, journaltitle = {Rivers}, date = {2010}, pages = {5-17}}
"""
NUMERIC = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-GB">
  <info><title>Numbers</title><id>urn:numbers</id><updated>2026-11-24T00:00:00+00:00</updated></info>
  <macro name="pages">
    <choose><if variable="locator"><text variable="locator"/></if><else><text variable="page"/></else></choose>
  </macro>
  <citation collapse="citation-number">
    <sort><key variable="citation-number"/></sort>
    <layout prefix="[" suffix="]" delimiter=", ">
      <text variable="citation-number"/><label variable="locator"/><text variable="locator"/>
    </layout>
  </citation>
  <bibliography second-field-align="flush" et-al-min="3" et-al-use-first="1">
    <layout>
      <text variable="citation-number" prefix="[" suffix="]"/>
      <group delimiter=", " suffix=".">
        <names variable="author"/><text variable="title"/>
        <group delimiter=" "><text variable="container-title"/><text macro="pages"/></group>
        <date variable="issued"><date-part name="year"/></date>
      </group>
    </layout>
  </bibliography>
</style>
"""


@pytest.fixture
def numeric(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a numeric style."""
    file = tmp_path_factory.mktemp("styles") / "numeric.csl"
    file.write_text(NUMERIC, encoding="utf-8")
    monkeypatch.setitem(STYLES, "numeric", file)
    return "numeric"


@pytest.mark.parametrize(
    ("citation", "note"),
    [
        ("@smith", "Anna Smith, The law of the river, 2001."),
        ("@smith, p. 4", "Anna Smith, The law of the river, 2001, page 4."),
        ("@doe, pp. 6-7", "Jane Doe, Water wars, Rivers 5-17, 2010, pages 6-7."),
        ("see @smith, art. 3; @doe", "See Anna Smith, The law of the river, 2001, article 3; Jane Doe, Water wars, "
         "Rivers 5-17, 2010."),
    ],
)  # fmt: skip
def test_a_note_of_a_numeric_style(numeric: str, citation: str, note: str) -> None:
    written = write(f"# One\n\nWord.[{citation}]", style=numeric, bibliography=BIBLIOGRAPHY)
    assert text_of(written.citations["0.md", 0]).replace("–", "-") == note


def test_its_bibliography_has_no_numbers_beside_those_of_the_notes(numeric: str) -> None:
    written = write("# One\n\nWord.[@doe]", style=numeric, bibliography=BIBLIOGRAPHY)
    assert text_of(written.entries["smith"]) == "Anna Smith, The law of the river, 2001."
    assert "<div" not in written.entries["smith"]  # nor a margin for them, in which the author would stand


@pytest.mark.parametrize("style", ["mla-notes", "note-numbers"])
def test_a_note_style_stays(style: str) -> None:
    text = STYLES[style].read_text(encoding="utf-8")
    assert note_style(text) == text


def test_an_in_text_style_without_a_bibliography_stays() -> None:
    start, end = NUMERIC.index("<bibliography"), NUMERIC.index("</bibliography>") + len("</bibliography>")
    text = NUMERIC[:start] + NUMERIC[end:]
    assert note_style(text) == text


def test_a_full_stop_within_emphasis_moves_too() -> None:
    assert joined("<i>Title.</i>\ue030, p. 4") == "<i>Title</i>, p. 4."
    assert joined("Title\ue030, p. 4") == "Title, p. 4"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("<em>Water Act 2003</em> \ue0312003, s 4", "<em>Water Act 2003</em>, s 4"),
        ("Water Act 2003 \ue0312004", "Water Act 2003 2004"),
        ("Water Act \ue0312003", "Water Act 2003"),
        ("Act 12003 \ue0312003", "Act 12003 2003"),
        ("Directive 2011/92/EU on Projects \ue0312011", "Directive 2011/92/EU on Projects"),
        ("Regulation (EU) No 5/2011 of 2 May \ue0312012", "Regulation (EU) No 5/2011 of 2 May 2012"),
        ("Directive 2011/92/EU; Water Act \ue0312011", "Directive 2011/92/EU; Water Act 2011"),
    ],
)
def test_a_year_behind_the_same_year_falls_away(written: str, printed: str) -> None:
    assert without_repeated_years(written) == printed
