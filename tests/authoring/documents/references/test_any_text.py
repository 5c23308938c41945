"""Tests of authoring.documents.references: no text that a document may hold stops the import, or takes long to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.authoring.documents.references.in_text import find_citations
from studyguide.authoring.documents.references.known_sources import KnownSource
from studyguide.authoring.documents.references.read_notes import as_markdown, read_note
from studyguide.authoring.documents.references.read_reference import LONGEST, read_reference
from studyguide.authoring.documents.text.runs import plain
from tests.authoring.documents.references.test_read_reference import REFERENCES
from tests.authoring.documents.references.writing import text_of

PRINTED = [reference["printed"] for reference in REFERENCES]
KNOWN = [KnownSource(f"key{number}", read_reference(text_of(line), "en")) for number, line in enumerate(PRINTED[:20])]
LANGUAGES = st.sampled_from(["en", "fr", "es", "de"])


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A reference with something cut out, and something of another put in its place."""
    line, other = draw(st.sampled_from(PRINTED)), draw(st.sampled_from(PRINTED))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(line))] * 2)))
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(other))] * 2)))
    return f"{line[:start]}{other[first:last]}{line[end:]}"


@given(damaged(), LANGUAGES)
def test_a_damaged_reference_is_read(line: str, language: str) -> None:
    text = text_of(line)
    reference = read_reference(text, language, is_note=True)
    assert reference.type
    assert all(reference.fields.values())
    assert reference.printed == plain(text).strip()


@given(damaged(), LANGUAGES)
def test_a_damaged_note_has_one_citation_at_most(line: str, language: str) -> None:
    reading = read_note(text_of(line), KNOWN, [], language)
    assert as_markdown(reading.citations, language).count("[") == bool(reading.citations)


@pytest.mark.parametrize(
    "sign", ["a", "A. ", "( ", "“", "https://a.b/ ", "Smith, J., ", "*a* ", "x, ", "[1] ", "2019 "]
)
def test_a_text_of_one_sign_is_read(sign: str) -> None:
    for length in (LONGEST - 1, 2 * LONGEST):
        text = text_of((sign * length)[:length])
        assert read_reference(text, "en").doubts
        assert find_citations(text, KNOWN, "en") == () or sign == "[1] "
