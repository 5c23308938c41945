"""Words that refer to a heading by its number, in the guide's files."""

import pytest

from studyguide.authoring.documents.outline.numbering import NumberedHeading
from studyguide.authoring.documents.pages.number_findings import number_findings, numbers_listed

NUMBERED = (NumberedHeading("2.", (2,), "Effects"), NumberedHeading("2.1", (2, 1), "Flight"))
TEXTS = {
    "As section 2.1 shows, many fled.": ("en", "section 2.1", "Flight"),
    "Many fled (see 2.1).": ("en", "(see 2.1", "Flight"),
    "Many fled, see 2.1, and more": ("en", "see 2.1", "Flight"),
    "See Part II, below.": ("en", "See Part II", "Effects"),
    "Wie Kapitel 2 zeigt": ("de", "Kapitel 2", "Effects"),
    "详见第二章。": ("zh", "第二", "Effects"),
    "Como muestra la sección 2.1": ("es", "sección 2.1", "Flight"),
    "see chapter 7 below": ("en", "see chapter 7", ""),
    "Part II of the treaty, Section 230 and chapter 9": ("en", "", ""),
    "From 2.1 million (2.1 million)[@un2001, section 2.1].": ("en", "", ""),
}


@pytest.mark.parametrize("text", TEXTS)
def test_references_by_number_are_told_with_the_heading(text: str) -> None:
    language, printed, title = TEXTS[text]
    found = list(number_findings({"docs/a.md": text, "bibliography.bib": "section 2.1"}, NUMBERED, language))
    assert [(finding.printed, finding.file, text.index(finding.mark)) for finding in found] == (
        [(printed, "docs/a.md", text.index(printed))] if printed else []
    )
    assert all((f"“{title}”" in finding.words) == bool(title) for finding in found)


def test_each_number_is_listed() -> None:
    assert [item.text for item in numbers_listed(NUMBERED)] == ["2.", "2.1"]
