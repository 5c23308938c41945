"""Tests of authoring.importers.add_source: a source stands in its place, once, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.authoring.importers.add_source import add_record
from studyguide.authoring.importers.record import Record, RecordError
from studyguide.data.bibliography import read_sources
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile, clean_text

WHERE = Location("record.ris", 1, 1)
B = "@online{b2020law,\n  title = {The Law},\n  date = {2020},\n  url = {https://x.org/b},\n}\n"
S = "@string{s = {S}}\n"
D = "@online{d2020law,\n  title = {Other law},\n  date = {2020},\n  doi = {10.1000/D},\n}\n"


def record(author: str = "C", title: str = "A new law", **fields: str) -> Record:
    given = {"author": f"{{{author}}}", "title": title, "date": "2020", "url": "https://c.org"}
    return Record(WHERE, "online", given | fields)


def entry(key: str) -> str:
    author = key[0].upper()
    return f"@online{{{key},\n  author = {{{{{author}}}}},\n  title = {{A new law}},\n  date = {{2020}},\n  url = {{https://c.org}},\n}}\n"


@pytest.mark.parametrize(
    ("before", "author", "after"),
    [
        ("", "C", "{C}"),
        ("% The sources.\n", "C", "% The sources.\n\n{C}"),
        (f"{B}\n{D}", "C", f"{B}\n{{C}}\n{D}"),
        (f"% The sources.\n\n% about b\n{B}", "A", f"% The sources.\n\n{{C}}\n% about b\n{B}"),
        (f"{B}\n% about d\n{D}", "C", f"{B}\n{{C}}\n% about d\n{D}"),
        (f"{B}\n{D}", "E", f"{B}\n{D}\n{{C}}"),
        (f"{B}\n{D}"[:-1], "E", f"{B}\n{D}\n{{C}}"),
        (f"{S}\n{B}\n@comment{{end}}\n", "E", f"{S}\n{B}\n{{C}}\n@comment{{end}}\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_source_stands_in_its_place(before: str, author: str, after: str, line_end: str) -> None:
    added = add_record(record(author), before.replace("\n", line_end))
    expected = after.replace("{C}", entry(f"{author.lower()}2020law")).replace("\n", line_end if before else "\n")
    assert added.text == expected
    assert clean_text(added.text).split("\n")[added.source.where.line - 1] == f"@online{{{added.source.key},"


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"url": "http://www.X.org/b/?utm_source=y"}, 'line 6: its address is the same as in "b2020law"'),
        ({"doi": "10.1000/d"}, 'line 12: its DOI is the same as in "d2020law"'),
        ({"url": "https://doi.org/10.1000/D"}, 'line 12: its DOI is the same as in "d2020law"'),
        ({"title": "{The} law"}, 'line 6: its title and year are the same as in "b2020law"'),
    ],
)
def test_a_source_that_is_there_is_refused_with_its_line(fields: dict[str, str], same: str) -> None:
    line, words = same.removeprefix("line ").split(": ")
    with pytest.raises(RecordError) as error:
        add_record(record(**fields), f"% 1\n% 2\n% 3\n% 4\n\n{B}\n{D}")
    assert str(error.value).startswith(f"bibliography.bib:{line}: This source is there already: {words}. Cite it as [@")


def test_pages_of_two_authors_may_have_one_title() -> None:
    page = "@online{a-nd-about, author = {{A}}, title = {About us}, url = {https://a.org}}\n"
    assert add_record(record(title="About us", date=""), page).source.key == "c-nd-us"
    with pytest.raises(RecordError, match="title and author are the same"):
        add_record(record("A", title="About us", date=""), page)


def test_an_address_that_is_broken_is_no_stumbling_block() -> None:
    assert add_record(record("", title="Law", url="https://[x"), "").source.key == "x2020law"


def test_what_a_reader_could_not_find_is_added_and_told() -> None:
    (advice,) = add_record(Record(WHERE, "book", {"title": "A"}), "").advice
    assert advice.endswith(
        "tells a reader where to find it. Add url = {...}, doi = {...} or publisher = {...}, or its number in a "
        "register: isbn, eprint."
    )


def test_a_bibliography_that_cannot_be_read_is_mended_first() -> None:
    with pytest.raises(
        RecordError, match=r"^bibliography\.bib:2:1: This source cannot be read\. .* Mend this first\.$"
    ):
        add_record(record(), "\n@misc{a, title = {A}")


def test_the_day_of_reading_is_the_chairs_or_told() -> None:
    assert add_record(record(), "").lacks_day
    added = add_record(record(urldate="2020-01-01"), "", "2026-01-31")
    assert (added.source.fields["urldate"], added.lacks_day) == ("2026-01-31", False)


@given(st.lists(st.sampled_from(["A", "b", "C", "ab", "Zoë"]), max_size=5, unique=True))
def test_sources_added_in_any_order_stand_in_order(authors: list[str]) -> None:
    text = f"% x\n\n{B}\n{D}"
    for number, author in enumerate(authors):
        text = add_record(record(author, f"Title number {number}", url=f"https://{number}.org"), text).text
    sources, problems = read_sources(SourceFile("bibliography.bib", text))
    keys = [source.key for source in sources]
    assert problems == []
    assert (len(keys), keys) == (len(authors) + 2, sorted(keys))
    assert B in text
    assert D in text
