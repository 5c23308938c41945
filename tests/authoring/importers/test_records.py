"""Tests of reading records: golden/records.yaml has an export of each kind, and the source that it is to become."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pymarc import Field, Indicators, Subfield
from pymarc import Record as MarcRecord

from studyguide.authoring.importers.csl_json import date_in, language_of, people, read_date, record_of
from studyguide.authoring.importers.detect import read_records
from studyguide.authoring.importers.record import Record, RecordError
from studyguide.diagnostics.diagnostic import Location
from tests import paths

GOLDEN: dict[str, Any] = yaml.safe_load((paths.GOLDEN / "records.yaml").read_text(encoding="utf-8"))
RIS = "TY  - {}\nTI  - The law\nAU  - Smith, Anna\nT2  - Container\nPB  - Publisher\nUR  - https://x.org\nER  - \n"


def read(folder: Path, content: str | bytes) -> list[Record]:
    path = folder / "record"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_records(path, "record")


@pytest.mark.parametrize("case", GOLDEN["read"], ids=lambda case: case["what"])
def test_a_record_becomes_a_source(case: dict[str, Any], tmp_path: Path) -> None:
    (record,) = read(tmp_path, case["file"])
    assert record.type == case["type"]
    assert dict(record.fields) == case["fields"]
    assert list(record.left_out) == case.get("left_out", [])


@pytest.mark.parametrize("case", GOLDEN["read"], ids=lambda case: case["what"])
def test_line_ends_and_a_byte_order_mark_change_nothing(case: dict[str, Any], tmp_path: Path) -> None:
    (record,) = read(tmp_path, "\ufeff" + case["file"].replace("\n", "\r\n"))
    assert dict(record.fields) == case["fields"]


@pytest.mark.parametrize(("file", "told"), GOLDEN["refused"])
def test_a_file_that_is_no_record_is_refused_with_its_place(file: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(RecordError) as error:
        read(tmp_path, file)
    assert str(error.value).startswith(f"record:{told}")
    assert "\n" not in str(error.value)


def test_a_file_in_another_encoding_is_refused_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"^record:2: This file is not saved as UTF-8 text\."):
        read(tmp_path, b"TY  - ELEC\nTI  - caf\xe9\n")


def test_utf_16_is_read(tmp_path: Path) -> None:
    (record,) = read(tmp_path, RIS.format("ELEC").encode("utf-16"))
    assert record.fields["title"] == "The law"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a document of Word, or a packed file"),
        (b"\xd0\xcf\x11\xe0\xa1", "a document of Word"),
        (b"\n<!DOCTYPE html><html>", "a web page"),
    ],
)
def test_another_file_is_named_for_what_it_is(content: bytes, what: str, tmp_path: Path) -> None:
    with pytest.raises(
        RecordError, match=rf"^record:1: This is {what}, and no record of a source\. .* export it as RIS"
    ):
        read(tmp_path, content)


@pytest.mark.parametrize("is_utf_8", [True, False])
def test_binary_marc_is_read_in_its_own_encoding(is_utf_8: bool, tmp_path: Path) -> None:
    record = MarcRecord(leader="00000nam a2200000 a 4500")
    title = [Subfield("a", "L'été des fleuves /"), Subfield("c", "Anna Roy.")]
    record.add_field(Field("245", Indicators("1", "0"), title))
    record.add_field(Field("264", Indicators(" ", "1"), [Subfield("b", "Petite Presse,"), Subfield("c", "2019.")]))
    content = record.as_marc()
    if not is_utf_8:  # in MARC-8 an accent, here E2 for the acute, stands before its letter
        content = content[:9] + b" " + content[10:].replace("été".encode(), b"\xe2et\xe2e")
    (found,) = read(tmp_path, content)
    assert found.type == "book"
    assert dict(found.fields) == {"title": "L'été des fleuves", "publisher": "Petite Presse", "date": "2019"}


def test_a_marc_record_that_is_cut_is_refused(tmp_path: Path) -> None:
    record = MarcRecord(leader="00000nam a2200000 a 4500")
    record.add_field(Field("245", Indicators("1", "0"), [Subfield("a", "On rivers /")]))
    with pytest.raises(RecordError, match=r"^record:1: A record in this file is broken\. Export the record again"):
        read(tmp_path, record.as_marc()[:-9])


def test_a_marc_xml_record_is_refused_at_its_line(tmp_path: Path) -> None:
    untitled = "<collection xmlns='http://www.loc.gov/MARC21/slim'>\n\n<record><leader/></record></collection>"
    with pytest.raises(RecordError, match=r"^record:3:1: This record has no title"):
        read(tmp_path, untitled)


def test_half_a_sign_of_two_bytes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="not saved as UTF-8"):
        read(tmp_path, b"\xff\xfeT\0Y")


def test_a_large_pdf_is_named_too(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="This is a PDF"):
        read(tmp_path, b"%PDF-1.7" + b" " * 2_000_001)


def test_what_jstor_writes_above_a_record_is_passed_over(tmp_path: Path) -> None:
    above = 'Provider: JSTOR http://www.jstor.org\nDatabase: JSTOR\nContent: text/plain; charset="us-ascii"\n\n\n'
    (record,) = read(tmp_path, above + RIS.format("JOUR"))
    assert record.where.line == 6
    assert record.fields["author"] == "Smith, Anna"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (
            "UN Committee on Economic, Social and Cultural Rights",
            "{UN Committee on Economic, Social and Cultural Rights}",
        ),
        ("Office of the High Commissioner for Human Rights", "{Office of the High Commissioner for Human Rights}"),
        ("UN. Secretary-General", "{UN. Secretary-General}"),
        ("Court, John", "Court, John"),
    ],
)
@pytest.mark.parametrize(
    "form", ["TY  - RPRT\nTI  - T\nAU  - {}\nER  - \n", "@report{{a, title = {{T}}, author = {{{}}}}}"]
)
def test_an_organisation_stands_in_braces(name: str, written: str, form: str, tmp_path: Path) -> None:
    (record,) = read(tmp_path, form.format(name))
    assert record.fields["author"] == written


def test_how_a_library_writes_place_and_pages(tmp_path: Path) -> None:
    (record,) = read(tmp_path, "TY  - RPRT\nTI  - T\nCY  - [New York] :\nSP  - 26 p.\nER  - \n")
    assert (record.fields["location"], record.fields["pagetotal"]) == ("New York", "26")
    assert "pages" not in record.fields


def test_a_file_that_is_missing_a_folder_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="There is no such file"):
        read_records(tmp_path / "none", "none")
    with pytest.raises(RecordError, match="cannot be read"):
        read_records(tmp_path, "folder")
    with pytest.raises(RecordError, match="too large"):
        read(tmp_path, " " * 2_000_001)


@pytest.mark.parametrize(
    ("ris", "kind", "container"),
    [
        ("ELEC", "online", "organization"),
        ("BLOG", "online", "organization"),
        ("JOUR", "article", "journaltitle"),
        ("NEWS", "article", "journaltitle"),
        ("BOOK", "book", "series"),
        ("CHAP", "incollection", "booktitle"),
        ("CPAPER", "inproceedings", "booktitle"),
        ("RPRT", "report", "series"),
        ("THES", "thesis", "series"),
        ("STAT", "legislation", "organization"),
        ("BILL", "legislation", "organization"),
        ("CASE", "jurisdiction", "organization"),
        ("GEN", "misc", "organization"),
    ],
)
def test_each_type_has_its_own(ris: str, kind: str, container: str, tmp_path: Path) -> None:
    (record,) = read(tmp_path, RIS.format(ris))
    publisher = "institution" if kind in ("jurisdiction", "report", "thesis") else "publisher"
    assert (record.type, record.fields[container], record.fields[publisher]) == (kind, "Container", "Publisher")


def test_each_item_of_a_list_has_its_place(tmp_path: Path) -> None:
    records = read(tmp_path, '[\n  {"title": "A"},\n\n  {"title": "B ]"} , {"title": "C"}]\n')
    assert [str(record.where) for record in records] == ["record:2:3", "record:4:3", "record:4:22"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021/02/08/", "2021-02-08"),
        ("2021/02//", "2021-02"),
        ("2021", "2021"),
        ("8 February 2021", "2021-02-08"),
        ("2020 Dec", "2020-12"),
        ("2021 Feb 8", "2021-02-08"),
        ("2021-02-31", "2021"),
        ("08/02/2021", "2021"),  # which is the month?
        ("soon", ""),
    ],
)
def test_a_date_is_as_fine_as_can_be_told(text: str, day: str) -> None:
    assert date_in(text) == day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ({"date-parts": [["2021", 2]]}, "2021-02"),
        ({"date-parts": [[2021, 2, 8], [2021, 3, 1]]}, "2021-02-08/2021-03-01"),
        ({"date-parts": [[2021]], "season": 2}, "2021-22"),
        ({"literal": "Spring 2021"}, "2021"),
        ({"date-parts": [[None]]}, ""),
        ({"date-parts": "x"}, ""),
        ({"date-parts": [[99999999999]]}, ""),
        ([], ""),
    ],
)
def test_a_date_of_csl_may_have_any_form(value: Any, day: str) -> None:
    assert read_date(value) == day


def test_names_are_written_as_bibtex_has_them() -> None:
    names = [
        {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        {"family": "Smith and Sons", "given": "A."},
        {"literal": "Health, Education and Work"},
        {"family": "UNICEF"},
        {"literal": "et al."},
        {},
        "x",
    ]
    assert people(names) == (
        "van Beethoven, Ludwig and King, Jr., Martin Luther and {Smith and Sons}, A. and "
        "{Health, Education and Work} and {UNICEF} and others"
    )


@pytest.mark.parametrize(("text", "name"), [("fr", "french"), ("en-GB", "english"), ("German", "german"), ("x", "")])
def test_a_language_is_named_as_biblatex_does(text: str, name: str) -> None:
    assert language_of(text) == name


def test_parents_come_along_once_and_children_stand_on_their_own(tmp_path: Path) -> None:
    first, second, parent = read(
        tmp_path,
        "@xdata{press, publisher = {Small Press}, location = {London}}\n"
        "@incollection{one, author = {Smith, Anna}, title = {Lakes}, pages = {1--9}, crossref = {waters}}\n"
        "@incollection{two, author = {Lee, Kim}, title = {Rivers}, crossref = {waters}}\n"
        "@collection{waters, editor = {Day, Cy}, title = {Waters}, date = 2019, doi = {10.1000/182}, xdata = {press}}",
    )
    shared = {"editor": "Day, Cy", "publisher": "Small Press", "location": "London", "date": "2019"}
    of_first = {"author": "Smith, Anna", "title": "Lakes", "booktitle": "Waters", "pages": "1--9"}
    assert dict(first.fields) == shared | of_first
    assert dict(second.fields) == shared | {"author": "Lee, Kim", "title": "Rivers", "booktitle": "Waters"}
    assert dict(parent.fields) == shared | {"title": "Waters", "doi": "10.1000/182"}


def test_a_parent_that_is_not_in_the_file_is_told(tmp_path: Path) -> None:
    (record,) = read(tmp_path, "@inbook{one, author = {Smith, Anna}, title = {Lakes}, crossref = {waters}}\n")
    assert (dict(record.fields), record.left_out) == ({"author": "Smith, Anna", "title": "Lakes"}, ("crossref",))


PARTS = st.sampled_from(["date-parts", "raw", "family", "literal", "given", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PARTS, inner),
    max_leaves=6,
)
NAMES = st.sampled_from(["type", "title", "URL", "DOI", "author", "issued", "page", "volume", "publisher", "language"])


@given(st.dictionaries(NAMES, JSON))
def test_whatever_an_item_holds_it_is_read_or_refused(item: dict[str, Any]) -> None:
    try:
        fields = record_of(item, Location("record")).fields
    except RecordError:
        return  # it has no title, or no address of a page
    assert fields["title"]
    assert all("\n" not in value for value in fields.values())


PIECES = st.sampled_from(
    [
        *("TY  - ELEC\n", "TI  - A\n", "UR  - https://x\n", "ER  -\n", "%0 Book\n", "%T A\n", "PMID- 1\n", "TI  - \n"),
        *("AU  - ,\n", "@misc{a,", "title = {A}", "}", "{", "\\'", "\\begin{x}", "$"),
        *("url = {https://x}", ",", "\n", '"', "author = {and}", "[", "]", '{"title": "A"}'),
        *("<xml>", "<record>", "</record>", "</xml>", "<title>A</title>", "é", "DA  - 2021/13/45\n"),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_a_file_holds_it_is_read_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    try:
        records = read(folder, text)
    except RecordError as error:
        told = str(error)
    else:
        told = "".join("" if record.fields["title"] else "no title" for record in records) or "record:1"
    assert told.startswith("record:")
    assert "\n" not in told


def test_a_list_in_a_list_without_end_is_refused(tmp_path: Path) -> None:
    for text in ("[" * 100_000, f"[{'1' * 5_000}]"):
        with pytest.raises(RecordError, match="This is no CSL-JSON"):
            read(tmp_path, text)
