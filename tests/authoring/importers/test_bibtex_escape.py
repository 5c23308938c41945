"""Tests of authoring.importers.bibtex_escape: a record comes out as text, and no character is a command."""

import json

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyguide.authoring.importers.bibtex_escape import (
    escaped,
    escaped_around_braces,
    escaped_title,
    one_line,
    safe_url,
)
from studyguide.data.bibliography import read_sources
from studyguide.diagnostics.source_text import SourceFile

SIGNS = st.text(st.sampled_from('aB é{}\\@%#$&_~^"\n,=()'), max_size=20)
WRITERS = [escaped, escaped_around_braces, escaped_title]


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Police in Portugal and the EU", "Police in {Portugal} and the {EU}"),
        ("What We Know About UNICEF: The eSafety Case", "What We Know About {UNICEF}: The {eSafety} Case"),
        ("UN World Day: Nobody was there", "{UN World Day}: Nobody was there"),
        ("COVID-19 & children", r"{COVID-19} \& children"),
        ("{Braces} go", "Braces go"),
        ("THE RIGHTS OF CHILDREN: UNICEF IN KENYA", "The Rights of Children: {UNICEF} in {Kenya}"),
    ],
)
def test_names_in_a_title_keep_their_capitals(title: str, written: str) -> None:
    assert escaped_title(title) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [(r"{UN} & {{Co}}", r"{UN} \& {{Co}}"), ("{a", "a"), ("}a{", "a"), ("a{}b", "ab")],
)
def test_braces_stay_where_each_has_its_partner(text: str, written: str) -> None:
    assert escaped_around_braces(text) == written


def test_what_shows_nothing_or_turns_the_line_goes() -> None:
    assert one_line("a\u202eb\x00c\n\td\u2066\ue000e") == "ab c d e"


def test_an_address_holds_no_sign_that_ends_it() -> None:
    assert safe_url('https://x.org/a b{c}\\"<>') == "https://x.org/a%20b%7Bc%7D%5C%22%3C%3E"


@pytest.mark.parametrize("write", WRITERS)
@given(text=SIGNS)
def test_whatever_is_written_the_loader_reads_as_one_source_without_a_fault(write: object, text: str) -> None:
    assert callable(write)
    file = f"@online{{a,\n  title = {{x {write(text)}}},\n  url = {{https://x.org/{safe_url(text)}}},\n}}\n"
    sources, problems = read_sources(SourceFile("bibliography.bib", f"{file}@misc{{b, title = {{B}}, doi = {{1}}}}\n"))
    assert problems == []
    assert [source.key for source in sources] == ["a", "b"]


@settings(max_examples=12)
@given(st.lists(SIGNS, min_size=30, max_size=30))
def test_pandoc_reads_the_text_as_it_was(texts: list[str]) -> None:
    """Pandoc, which writes the notes, is the judge; it puts curly quotation marks, which are no loss."""
    sources = [f"@misc{{k{number}, note = {{x {escaped(text)} x}}}}" for number, text in enumerate(texts)]
    items = json.loads(pypandoc.convert_text("\n".join(sources), "csljson", format="biblatex"))
    read = [item["note"].replace("“", '"').replace("”", '"').replace("\u00a0", " ") for item in items]
    kept = [one_line(text.replace("{", "").replace("}", "")) for text in texts]
    assert [" ".join(note.split()) for note in read] == [" ".join(f"x {text} x".split()) for text in kept]
