"""Tests of one document under two keys, and of what only looks like one."""

import pytest

from studyguide.data.bibliography import Source, read_sources
from studyguide.data.source_twins import source_twins
from studyguide.diagnostics.source_text import SourceFile
from tests.paths import ROOT

LEE = "author = {Lee, Kim}, title = {Water and Its Law}, date = {2010}"


def told(*entries: str) -> list[str]:
    sources, _ = read_sources(SourceFile("bibliography.bib", "\n".join(entries)))
    assert len(sources) == len(entries)
    return [f"{each.where.line}: {each.message}" for each in source_twins(sources)]


@pytest.mark.parametrize(
    ("one", "other", "mark"),
    [
        (f"@article{{a, {LEE}, doi = {{10.1000/AB}}}}",
         "@misc{b, title = {Water and its law}, url = {https://doi.org/10.1000/ab}}", "DOI"),
        ("@report{a, title = {X}, number = {A/RES/64/292}}",
         "@misc{b, title = {Y}, number = {UN Doc. A/Res. 64/292}}", "symbol"),
        ("@report{a, title = {X}, number = {S/RES/1325 (2000)}}",
         "@misc{b, title = {Y}, number = {S/RES/1325}}", "symbol"),
        ("@report{a, title = {X}, number = {E/2020/30-E/CN.15/2020/6}}",
         "@misc{b, title = {Y}, number = {E/CN.15/2020/6}}", "symbol"),
        ("@report{a, title = {X}, number = {A/RES/64/292}}",
         "@online{b, title = {Y}, url = {https://undocs.org/A/RES/64/292}}", "symbol"),
        ("@online{a, title = {Our {Water}}, url = {https://x.org/a/}}",
         "@misc{b, title = {Our water}, url = {http://www.x.org/a?utm_source=y}}", "address"),
        ("@online{a, title = {Water for Every River}, url = {https://x.org/a}}",
         "@online{b, title = {Water for every river: A report}, url = {https://x.org/a}}", "address"),
        (f"@book{{a, {LEE}}}", f"@book{{b, {LEE}, publisher = {{Small Press}}}}", "title and date"),
        ("@online{a, author = {{FAO}}, title = {Water at Work}, date = {2020-03-22}, url = {https://a.org}}",
         "@online{b, author = {{FAO}}, title = {Water at Work}, date = {2020-03-22}, url = {https://b.org}}",
         "title and date"),
    ],
)  # fmt: skip
def test_the_second_names_the_first(one: str, other: str, mark: str) -> None:
    assert told(one, other) == [f'2: This is the same source as "a" on line 1: they have the same {mark}.']


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("@inbook{a, title = {Rivers}, pages = {1-9}, doi = {10.1000/1}}",
         "@inbook{b, title = {Lakes}, pages = {10-19}, doi = {10.1000/1}}"),
        ("@inbook{a, title = {Rivers}, doi = {10.1000/1}, crossref = {b}}",
         "@book{b, title = {Rivers}, doi = {10.1000/1}}"),
        (f"@book{{a, {LEE}, volume = {{1}}}}", f"@book{{b, {LEE}, volume = {{2}}}}"),
        (f"@book{{a, {LEE}, edition = {{1}}}}", f"@book{{b, {LEE}, edition = {{2}}}}"),
        (f"@book{{a, {LEE}, langid = {{english}}}}", f"@book{{b, {LEE}, langid = {{french}}}}"),
        (f"@software{{a, {LEE}, url = {{https://a.org}}}}", f"@software{{b, {LEE}, url = {{https://b.org}}}}"),
        (f"@book{{a, {LEE}}}", f"@article{{b, {LEE}, journaltitle = {{Waters}}}}"),  # a review
        ("@online{a, title = {Rivers}, url = {https://x.org/news}}",
         "@online{b, title = {Lakes}, url = {https://x.org/news}}"),
        ("@online{a, title = {Water Report}, date = {2020}, url = {https://x.org}}",
         "@online{b, title = {Water Report}, date = {2021}, url = {https://x.org}}"),
        ("@online{a, title = {Key facts on water}, date = {2020}, url = {https://x.org}}",
         "@online{b, title = {Key facts on water}, date = {2020}, url = {https://y.org}}"),
        ("@misc{a, author = {Lee, Kim}, title = {Annual Report}, date = {2020}}",
         "@misc{b, author = {Lee, Kim}, title = {Annual Report}, date = {2020}}"),
        ("@report{a, title = {X}, number = {A/64/350}}", "@report{b, title = {X}, number = {A/64/350/Add.1}}"),
        ("@report{a, title = {Rights}, number = {A/RES/217(III)[A]}}",
         "@report{b, title = {Petitions}, number = {A/RES/217(III)[B]}}"),
    ],
)  # fmt: skip
def test_two_documents_are_not_taken_for_one(one: str, other: str) -> None:
    assert told(one, other) == []
    assert told(other, one) == []


def test_of_three_the_second_and_the_third_name_the_first() -> None:
    same = [f"@book{{{key}, {LEE}}}" for key in "abc"]
    assert [line[:31] for line in told(*same)] == ['2: This is the same source as "', '3: This is the same source as "']
    assert all('"a" on line 1' in line for line in told(*same))


def test_this_guide_has_no_twins() -> None:
    text = (ROOT / "bibliography.bib").read_text(encoding="utf-8")
    sources: tuple[Source, ...] = read_sources(SourceFile("bibliography.bib", text))[0]
    assert list(source_twins(sources)) == []
