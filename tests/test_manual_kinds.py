"""The manual's twelve kinds of source: nothing is told of them, and a note prints what the page says.

The page's forms are those of the MLA Handbook (9th edition, appendix 2 for legal works), with the day first.
"""

import re

import pytest

from studyguide.data.bibliography import read_sources
from studyguide.data.source_twins import source_twins
from studyguide.diagnostics.manual import read_page
from studyguide.diagnostics.source_text import SourceFile
from tests.citeproc.test_notes import text_of, write

EXAMPLES = re.findall(r"```bibtex\n(.*?)```\n\n```text\n(.*?)\n```", read_page("kinds"), re.DOTALL)
BIBLIOGRAPHY = "\n".join(entry for entry, _ in EXAMPLES)


def test_there_are_twelve_and_nothing_is_told_of_them() -> None:
    sources, problems = read_sources(SourceFile("bibliography.bib", BIBLIOGRAPHY))
    assert len(sources) == len(EXAMPLES) == 12
    assert [*problems, *source_twins(sources)] == []


@pytest.mark.parametrize("style", ["mla-notes", "mla-notes-ibid"])
def test_a_note_prints_what_the_page_says(style: str) -> None:
    sources, _ = read_sources(SourceFile("bibliography.bib", BIBLIOGRAPHY))
    text = "\n\n".join(["# A", *(f"Word.[@{source.key}]" for source in sources)])
    written = write(text, style=style, bibliography=BIBLIOGRAPHY)
    assert [text_of(note) for note in written.citations.values()] == [printed for _, printed in EXAMPLES]
