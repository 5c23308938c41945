"""Tests of what is told of UN symbols in sources, as a chair has them in bibliography.bib."""

import pytest

from studyguide.data.bibliography import read_sources
from studyguide.diagnostics.source_text import SourceFile
from tests.paths import ROOT

GA = "author = {{United Nations General Assembly}},"
SC = "author = {{United Nations Security Council}},"
WEB = "url = {https://www.example.org/water},"


def told(fields: str, kind: str = "report") -> list[str]:
    lines = "\n".join(f"  {field.strip()}," for field in fields.split(",\n") if field.strip())
    text = f"@{kind}{{key,\n{lines.replace(',,', ',')}\n}}\n"
    _, problems = read_sources(SourceFile("bibliography.bib", text))
    return [f"{each.where.line}: {each.words}" for each in problems if each.rule == "un-symbol"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        (
            f"{GA}\ntitle = {{Water}},\nnumber = {{A/RES/64/292}},\ndate = {{2008-07-28}},\n{WEB}",
            "4: A/RES/64/292 is of session 64 of the United Nations General Assembly, held from 2009 to 2010, and this "
            "source is dated 2008-07-28. Check the number and the date.",
        ),
        (
            f"{GA}\ntitle = {{Water}},\nnumber = {{A/RES/64/292}},\ndate = {{2009-07}},\n{WEB}",
            "4: A/RES/64/292 is of session 64 of the United Nations General Assembly, held from 2009 to 2010, and this "
            "source is dated 2009-07. Check the number and the date.",
        ),
        (
            "title = {Water},\nnumber = {A/HRC/RES/32/13},\ndate = {2019},\n" + WEB,
            "3: A/HRC/RES/32/13 is of session 32 of the United Nations Human Rights Council, held in 2016, and this "
            "source is dated 2019. Check the number and the date.",
        ),
        (
            f"{SC}\ntitle = {{Peace}},\nnumber = {{S/RES/1325 (2001)}},\ndate = {{2000-10-31}},\n{WEB}",
            "4: S/RES/1325 (2001) is of 2001, and this source is dated 2000-10-31. Check the number and the date.",
        ),
        (
            f"{SC}\ntitle = {{Peace}},\nnumber = {{S/RES/1325}},\nyear = {{2000}},\n{WEB}",
            "4: The year of a resolution of the Security Council stands in brackets behind its number. Write number = "
            "{S/RES/1325 (2000)}.",
        ),
        (
            f"{GA}\ntitle = {{Water}},\nnumber = {{A/RES/292/64}},\n{WEB}",
            "4: A/RES/292/64 names a session 292, which is still to come. Did you mean A/RES/64/292?",
        ),
        (
            f"{GA}\ntitle = {{Seas}},\nnumber = {{A/RES/25/2749}},\ndate = {{1970-12-17}},\n{WEB}",
            "4: Until 1976 a resolution's number ran on, and its session stood behind it in Roman numerals. Write "
            "number = {A/RES/2749(XXV)}.",
        ),
        (
            f"{SC}\ntitle = {{Water}},\nnumber = {{A/RES/64/292}},\ndate = {{2010-07-28}},\n{WEB}",
            "4: A/RES/64/292 is of the United Nations General Assembly, and the author is the Security Council. Check "
            "the number and the author.",
        ),
        (
            f"{GA}\ntitle = {{The human right to water ({{A/RES/64/292}})}},\ndate = {{2010}},\n{WEB}",
            "3: A/RES/64/292 is the number of a document, and stands under title. Write number = {A/RES/64/292}, and "
            "take it out here.",
        ),
        (
            f"{GA}\ntitle = {{Water}},\nnote = {{UN Doc. A/RES/64/292}},\ndate = {{2010}},\n{WEB}",
            "4: A/RES/64/292 is the number of a document, and stands under note. Write number = {A/RES/64/292}, and "
            "take it out here.",
        ),
        (
            f"{GA}\ntitle = {{Water}},\nnumber = {{A/RES/64/292}},\nurl = {{https://undocs.org/A/RES/64/293}},",
            "4: The number is A/RES/64/292, and the address leads to A/RES/64/293. Check which document is meant.",
        ),
        (
            f"{GA}\ntitle = {{Water}},\nnumber = {{A/RES/64/292}},\ndate = {{2010}},",
            "1: This document of the United Nations can be read on the web. Add url = "
            "{https://docs.un.org/en/A/RES/64/292}.",
        ),
        (
            "title = {Water},\ndate = {2020},\nurl = {https://docs.un.org/en/A/RES/64/292},",
            "4: A/RES/64/292 is of session 64 of the United Nations General Assembly, held from 2009 to 2010, and this "
            "source is dated 2020. Check the number and the date.",
        ),
    ],
)
def test_what_does_not_fit_is_told_once_at_its_field(fields: str, says: str) -> None:
    assert told(fields) == [says]


def test_the_number_of_an_article_is_that_of_an_issue() -> None:
    fields = f"{GA}\ntitle = {{Water}},\nnumber = {{A/RES/64/292}},\n{WEB}"
    assert told(fields, "article") == [
        "4: A/RES/64/292 is the number of a document, and is printed as that of an issue of @article. Write @report in "
        "place of @article."
    ]


@pytest.mark.parametrize(
    "fields",
    [
        f"{GA}\ntitle = {{Water}},\nnumber = {{A/RES/64/292}},\ndate = {{2010-07-28}},\n{WEB}",
        f"{GA}\ntitle = {{Water}},\nnumber = {{A/RES/64/292}},\ndate = {{2009}},\n{WEB}",
        f"{GA}\ntitle = {{Rights}},\nnumber = {{A/RES/217 A (III)}},\ndate = {{1948-12-10}},\n"
        "url = {https://undocs.org/A/RES/217(III)},",
        f"{GA}\ntitle = {{Budget}},\nnumber = {{A/64/6 (Sect. 1)}},\ndate = {{2009-04-21}},\n{WEB}",
        f"title = {{Letter}},\nnumber = {{S/2001/5}},\ndate = {{2000-12-29}},\n{WEB}",
        f"title = {{Report of the Conference}},\nnumber = {{FCCC/CP/2015/10/Add.1}},\ndate = {{2016-01-29}},\n{WEB}",
        f"title = {{Session}},\nnumber = {{E/RES/2019/1}},\ndate = {{2018-11}},\n{WEB}",
        f"author = {{Lee, Kim}},\ntitle = {{A Comment on A/RES/64/292}},\ndate = {{2019}},\n{WEB}",
        f"author = {{Lee, Kim}},\ntitle = {{Water}},\nnote = {{See also A/RES/64/292}},\ndate = {{2019}},\n{WEB}",
        f"{GA}\ntitle = {{Water}},\nnumber = {{2000/60/EC}},\ndate = {{1990}},\n{WEB}",
        f"author = {{{{Rivers/Lakes 2000/1}}}},\ntitle = {{And/Or 12/3}},\ndate = {{1990}},\n{WEB}",
    ],
)
def test_of_what_fits_nothing_is_told(fields: str) -> None:
    assert told(fields) == []


def test_of_this_guide_nothing_is_told() -> None:
    _, problems = read_sources(SourceFile("bibliography.bib", (ROOT / "bibliography.bib").read_text(encoding="utf-8")))
    assert [str(each) for each in problems if each.rule == "un-symbol"] == []
