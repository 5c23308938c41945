"""Tests of data.granular_xdata: references to fields of an `@xdata`, as the BibLaTeX manual (3.13.6) has them."""

import json

import pypandoc
import pytest

from studyguide.citeproc.bibtex_input import bibtex_input
from studyguide.data.bibliography import read_sources
from studyguide.data.granular_xdata import reference_in, with_xdata
from studyguide.diagnostics.source_text import SourceFile

SHARED = {
    "some-authors": {"author": "Lee, Ann and Fox, Ben and {Rivers and Lakes}"},
    "places": {"location": "London and Oxford"},
    "below": {"xdata": "press, places"},
    "press": {"publisher": "Small Press"},
    "again": {"note": "In xdata=places-location-2"},
    "circle": {"note": "xdata=circle-note"},
}


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("publisher", "xdata=press-publisher", "Small Press"),
        ("publisher", "{xdata=press-publisher}", "{Small Press}"),
        ("author", "Day, Cy and xdata=some-authors-author-2", "Day, Cy and Fox, Ben"),
        ("author", "xdata=some-authors-author-3", "{Rivers and Lakes}"),
        ("editor", "xdata=some-authors-author and Day, Cy", "Lee, Ann and Fox, Ben and {Rivers and Lakes} and Day, Cy"),
        ("location", "xdata=places-location-1", "London"),
        ("publisher", "xdata=below-publisher", "Small Press"),
        ("note", "xdata=again-note", "In Oxford"),
        ("note", "xdata=circle-note", "xdata=circle-note"),
        ("location", "xdata=places-location-3", "xdata=places-location-3"),
        ("note", "xdata=nowhere-note", "xdata=nowhere-note"),
    ],
)
def test_a_reference_stands_for_a_field_or_an_item(name: str, value: str, meant: str) -> None:
    assert with_xdata({name: value, "title": "Water"}, SHARED) == {name: meant}


@pytest.mark.parametrize("value", ["The xdata format", "https://x.org/?xdata=a-b", "xdata=press"])
def test_other_words_are_no_reference(value: str) -> None:
    assert reference_in(value) == ""


WRITTEN = """@book{a, title = {Wells}, author = {xdata=team-author-1}, publisher = "xdata=press-publisher", year = 2001}
@xdata{team, author = {King Jr., Martin and Lee, Ann}}
@xdata{press, publisher = {Harper and Row}}
"""


def test_pandoc_gets_what_a_reference_stands_for() -> None:
    sources, _ = read_sources(SourceFile("bibliography.bib", WRITTEN))
    (book,) = json.loads(pypandoc.convert_text(bibtex_input(WRITTEN, sources), "csljson", format="biblatex"))
    assert book["publisher"] == "Harper and Row"
    assert book["author"] == [{"family": "King", "given": "Martin", "suffix": "Jr."}]


def test_a_reference_that_leads_nowhere_is_told_at_its_field() -> None:
    _, (problem,) = read_sources(
        SourceFile("bibliography.bib", "@book{a, title = {T},\n  publisher = {xdata=press-publisher}}")
    )
    assert str(problem) == (
        'bibliography.bib:2:3: "xdata=press-publisher" names no field that an @xdata has, and would be printed as it '
        "stands. Write xdata=key-field, as in xdata=press-publisher, or the words themselves. [wrong-crossref]"
    )
