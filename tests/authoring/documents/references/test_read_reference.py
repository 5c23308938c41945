"""Tests of authoring.documents.references.read_reference: references whose fields were read by hand."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from studyguide.authoring.documents.references.addresses import LINK
from studyguide.authoring.documents.references.read_reference import read_reference
from studyguide.authoring.documents.references.reference import FreeReference, as_record
from studyguide.authoring.documents.text.runs import Run
from studyguide.data.bibliography import read_sources
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile
from tests.authoring.documents.references.writing import text_of


def table(name: str) -> list[dict[str, Any]]:
    text = Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = yaml.load(text, yaml.BaseLoader)
    return entries


REFERENCES = table("references") + table("references_held_back")


def read(expected: dict[str, Any]) -> FreeReference:
    text = text_of(expected["printed"])
    return read_reference(text, expected.get("language", "en"), is_note="locator" in expected)


@pytest.mark.parametrize("expected", REFERENCES, ids=lambda expected: expected["printed"][:60])
def test_a_reference_is_read_as_by_hand(expected: dict[str, Any]) -> None:
    reference = read(expected)
    is_doubtful = expected.get("doubt", "") != "" and bool(reference.doubts)
    # of a doubtful one, further fields are a guess that a person looks at
    found = {name: text for name, text in reference.fields.items() if not is_doubtful or name in expected["fields"]}
    assert found == expected["fields"], reference.doubts
    assert (reference.type, reference.locator) == (expected["type"], expected.get("locator", ""))
    if expected.get("doubt") != "maybe":
        assert bool(reference.doubts) == (expected.get("doubt") == "true"), reference.doubts


@pytest.mark.parametrize("expected", REFERENCES, ids=lambda expected: expected["printed"][:60])
def test_a_reference_makes_a_sound_entry(expected: dict[str, Any]) -> None:
    record = as_record(read(expected), Location("bibliography.bib"), expected.get("language", "en"))
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in record.fields.items())
    sources, problems = read_sources(SourceFile("bibliography.bib", f"@{record.type}{{key,\n{fields}}}\n"))
    errors = [problem for problem in problems if not problem.is_warning]
    assert [problem.rule for problem in errors if problem.rule not in ("missing-title", "missing-address")] == []
    assert dict(sources[0].fields) == dict(record.fields)


@pytest.mark.parametrize("style", ["apa", "address"])
def test_the_style_is_told(style: str) -> None:
    assert {read(expected).style for expected in REFERENCES if expected.get("style") == style} == {style}


def test_the_printed_words_are_kept() -> None:
    text = text_of("“About Us.” *National Center*, www.missingkids.org/about.")
    assert read_reference(text, "en").printed == "“About Us.” National Center, www.missingkids.org/about."


def test_the_address_of_a_link_is_taken() -> None:
    text = (Run("“About Us.” "), Run("UNODC", italic=True), Run(", "), Run("here", address="http://unodc.org/about"))
    assert read_reference(text, "en").fields["url"] == "http://unodc.org/about"


def test_the_words_of_the_only_link_are_the_title() -> None:
    address = "https://wbl.worldbank.org/en/reports"
    linked = Run("Women, Business and the Law 2023", address=address)
    reference = read_reference((Run("World Bank, "), linked, Run(", accessed 03.05.23")), "en")
    assert reference.fields == {
        "author": "{World Bank}",
        "title": "Women, Business and the Law 2023",
        "url": address,
        "urldate": "2023-05-03",
    }
    assert reference.doubts


def test_a_link_that_leads_elsewhere_is_a_doubt() -> None:
    text = (Run("“About.” UNODC, "), Run("https://www.unodc.org/about", address="https://www.example.org/else"))
    reference = read_reference(text, "en")
    assert reference.fields["url"] == "https://www.unodc.org/about"
    assert any("link" in doubt for doubt in reference.doubts)


def test_a_link_completes_an_address_that_is_printed_in_part() -> None:
    text = (Run("“About.” UNODC, "), Run("https://www.unodc.org/ab...", address="https://www.unodc.org/about/us"))
    assert read_reference(text, "en").fields["url"] == "https://www.unodc.org/about/us"


def test_a_link_within_the_title_does_not_contradict_the_address() -> None:
    link = Run("https://t.co/Ab1x", address="https://t.co/Ab1x")
    text = (
        Run("Inhope. “Register here: "),
        link,
        Run(".” Twitter, 20 Apr. 2021, twitter.com/INHOPE_PR/status/138449."),
    )
    reference = read_reference(text, "en")
    assert reference.fields["url"] == "https://twitter.com/INHOPE_PR/status/138449"
    assert LINK not in reference.doubts
