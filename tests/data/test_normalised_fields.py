"""Tests of data.normalised_fields: what other programs write is printed as BibLaTeX's manual means it."""

import json
import re

import pypandoc
import pytest

from studyguide.citeproc.bibtex_input import bibtex_input
from studyguide.data.bibliography import read_sources
from studyguide.data.normalised_fields import HYPHEN, normalised_fields
from studyguide.diagnostics.source_text import SourceFile

TITLES = [
    ("World War I", "{World War I}"),
    ("Malcolm X and Article IV", "Malcolm {X} and Article {IV}"),
    ("What I Learnt", "What {I} Learnt"),
    ("U.S. Policy after J. R. R. Tolkien", "{U.S.} Policy after {J. R. R.} Tolkien"),
    ("O'Brien's Vitamin A", "{O'Brien}'s Vitamin {A}"),
    ("A Guide to Hepatitis A: A Summary", "A Guide to Hepatitis {A}: A Summary"),
    ("X-Ray and E-Book", "{X}-Ray and E-Book"),
    ("Trio in E-flat Major", "Trio in {E}-flat Major"),
    ("The {UN} and {World War I}", "The {UN} and {World War I}"),
    (r"Water \& \emph{I} $X$", r"Water \& \emph{I} $X$"),
    ('The "Right to Water" Today', r"The \enquote{Right to Water} Today"),
    ("The 'Right' of Two", r"The \enquote{Right} of Two"),
    ("Rock 'n' Roll", "Rock 'n' Roll"),
    ("The Boys' and Girls' Rights", "The Boys' and Girls' Rights"),
    ("The '90s and '80s", "The '90s and '80s"),
    ("Salt &amp; Water &lt;2 &#233;", r"Salt \& Water <2 é"),
    ("Rivers : A View ; New Lakes , Old Seas", "Rivers: A View; New Lakes, Old Seas"),
    ("Rivers at Sea.", "Rivers at Sea"),
    ("Rivers in 2015.", "Rivers in 2015"),
    ("Rivers: 64th sess.", "Rivers: 64th sess."),
    ("Rivers, etc.", "Rivers, etc."),
    ("H<sub>2</sub>O and <i>Homo</i>", r"{H}\textsubscript{2}{O} and \emph{Homo}"),
]
VALUES = [
    ("volume", "Vol. 3", "3"),
    ("volume", "vol.IV", "IV"),
    ("volume", "Volta", "Volta"),
    ("number", "No. 12", "12"),
    ("number", "A/RES/64/292", "A/RES/64/292"),
    ("pages", "pp. 5-7", "5-7"),
    ("pages", "p5", "5"),
    ("pages", "p. E5", "E5"),
    ("pages", "pp. D1+", "D1+"),
    ("pages", "S. 12", "12"),
    ("pages", "S12--S15", "S12--S15"),
    ("pages", "s5", "s5"),
    ("pages", "P276--P278", "P276--P278"),
    ("pages", "PP. 5", "5"),
    ("pages", "225-–240", "225--240"),
    ("pages", "225––240", "225--240"),
    ("pages", "225---240", "225--240"),
    ("pages", "225—240", "225--240"),
    ("pages", "225–240", "225–240"),
    ("year", r"15\textsuperscript{th}~c.", "15th c."),
    ("pages", "I-7879", f"I{HYPHEN}7879"),
    ("pages", "IV-XII", "IV-XII"),
    ("pages", "Page 5", "5"),
    ("pages", "12--", "12–"),
    ("pages", "xii, 340", "xii, 340"),
    ("edition", "Second", "2"),
    ("edition", "2nd ed.", "2"),
    ("edition", "3rd edition", "3"),
    ("edition", "revised", "rev. ed."),
    ("edition", "2., überarbeitete Auflage", "2., überarbeitete Auflage"),
    ("type", "{letter}", "letter"),
    ("date", "{2022}", "2022"),
    ("url", r"https://x.org/a\_b\%20c\#d", "https://x.org/a_b%20c#d"),
    ("url", r"\url{https://x.org/~a}", "https://x.org/~a"),
    ("url", r"https://x.org/\textasciitilde{}a{\_}b", "https://x.org/~a_b"),
    ("url", "www.un.org/en", "https://www.un.org/en"),
    ("url", "un.org", "https://un.org"),
    ("url", "see the website", "see the website"),
    ("volume", "119 ( Pt 5)", "119 (Pt 5)"),
    ("volume", "2-3", "2--3"),
    ("volume", "26-A", "26-A"),
    ("series", "Studies in Old Rivers", "{Studies in Old Rivers}"),
    (
        "series",
        "3",
        "3",
    ),  # a number and a key of BibLaTeX's (manual, section 2.3.7) are printed as "3rd series" and so on
    ("series", "newseries", "newseries"),
    ("series", "{Old} Rivers", "{{Old} Rivers}"),
    ("eventtitle", "World Water Week", "{World Water Week}"),
    ("eventtitle", "{World Water Week}", "{World Water Week}"),
    ("publisher", "Harper and Row", "{Harper and Row}"),
    ("publisher", "Holt, Rinehart, and Winston", "{Holt, Rinehart, and Winston}"),
    ("institution", "Food and Agriculture Organization", "{Food and Agriculture Organization}"),
    ("school", "University of Science and Technology", "{University of Science and Technology}"),
    ("address", "Port of Spain, Trinidad and Tobago", "{Port of Spain, Trinidad and Tobago}"),
    ("location", "Newfoundland {and} Labrador", "Newfoundland {and} Labrador"),
    ("organization", "{Ministry of Health and Welfare}", "{Ministry of Health and Welfare}"),
    ("publisher", "Reid {and} Company and {Small Press}", "Reid {and} Company and {Small Press}"),
    ("publisher", "{Reid and Company} and Small Press", "{Reid and Company} and Small Press"),
    ("publisher", "Sand & Andersen", "Sand & Andersen"),
    ("publisher", "Smith &amp; Sons", r"Smith \& Sons"),
    ("publisher", r"Salt \textendash{} Water", "Salt – Water"),
    ("pages", r"1\textendash 5", "1–5"),
    ("doi", "https://doi.org/10.1000/182", "10.1000/182"),
    ("doi", "doi:10.1000/182", "10.1000/182"),
    ("doi", "10.1000/182", "10.1000/182"),
    ("doi", "{10.1000/182}", "10.1000/182"),
    ("journal", r"\prl", "Physical Review Letters"),
    ("note", "cited By 12", ""),
    ("note", "Cited by: 3; All Open Access", ""),
    ("note", "Publisher: River Press\n\\_eprint: https://x.org/a", ""),
    ("note", "In force since 2001\nCitation Key: lee2001", "In force since 2001"),
    ("note", "Publisher and place unknown", "Publisher and place unknown"),
    ("type", "Journal Article", ""),
    ("type", "Working Paper", "Working Paper"),
    ("title", "Law of the River, The", "The Law of the River"),
    ("title", "{Law of the River, The}", "{The Law of the River}"),
    ("title", "Rivers, Lakes, and the Sea", "Rivers, Lakes, and the Sea"),
    ("author", "Lee, Ann and Ben Fox 0002", "Lee, Ann and Ben Fox"),
    ("pages", "12--15", "12--15"),
]
MONTHS = [
    ("July", {"month": "7"}),
    ("{july}", {"month": "7"}),
    ("Sept.", {"month": "9"}),
    ("07", {"month": "7"}),
    ("jul", {"month": "7"}),
    ("Jul/Aug", {"date": "2001-07/2001-08"}),
    ("July-August", {"date": "2001-07/2001-08"}),
    ("Summer", {"date": "2001-22"}),
    ("3 July", {"date": "2001-07-03"}),
    ("jan--feb", {"date": "2001-01/2001-02"}),
    ("July 10--12", {"date": "2001-07-10/2001-07-12"}),
    ("June 30--July 2", {"date": "2001-06-30/2001-07-02"}),
    ("30 June-2 July", {"date": "2001-06-30/2001-07-02"}),
    ("Spring/Summer", {"date": "2001-21/2001-22"}),
    ("July 2001", {"month": "7"}),
    ("März", {"month": "3"}),
    ("juil.-août", {"date": "2001-07/2001-08"}),
    ("diciembre", {"month": "12"}),
    ('"10~" # jul', {"date": "2001-07-10"}),
    ('jul # "~10"', {"date": "2001-07-10"}),
    ('jan # "/" # feb', {"date": "2001-01/2001-02"}),
    ("jan # {--} # feb", {"date": "2001-01/2001-02"}),
]


@pytest.mark.parametrize(("written", "printed"), TITLES)
def test_a_title(written: str, printed: str) -> None:
    changes = normalised_fields({"title": written}).get("title", {"title": written})
    assert changes["title"] == printed


@pytest.mark.parametrize(("name", "written", "printed"), VALUES)
def test_a_value(name: str, written: str, printed: str) -> None:
    assert normalised_fields({name: written}).get(name, {name: written}) == {name: printed}


@pytest.mark.parametrize(("written", "printed"), MONTHS)
def test_a_month(written: str, printed: dict[str, str]) -> None:
    fields = {"month": written, "year": "2001"}
    assert normalised_fields(fields).get("month", {"month": written}) == printed


@pytest.mark.parametrize("fields", [{"month": "Jul/Aug"}, {"month": "Jul/Aug", "year": "2001", "date": "2001"}])
def test_a_month_needs_a_year_of_its_own(fields: dict[str, str]) -> None:
    assert normalised_fields(fields) == {}


def test_a_title_is_in_the_only_language_that_is_named() -> None:
    assert normalised_fields({"language": "fre"}) == {"language": {"language": "fre", "langid": "fr"}}
    assert normalised_fields({"language": "English and French"}) == {}
    assert normalised_fields({"language": "fre", "langid": "english"}) == {}


def test_a_number_of_pages_is_no_place() -> None:
    assert normalised_fields({"pages": "240 с."}) == {"pages": {"pagetotal": "240"}}
    assert normalised_fields({"pages": "xii, 340 p."}) == {"pages": {"pagetotal": "xii, 340"}}
    assert normalised_fields({"pages": "340 pages"}) == {"pages": {"pagetotal": "340"}}


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Water: A Guide", ""),  # pandoc finds it
        ("Protection des enfants : un guide", "Protection des enfants"),
        ("Open 24:7", "Open 24:7"),
        ("The {UN: Vienna} Papers: Part One", "The {UN: Vienna} Papers"),
        ("Water", ""),
    ],
)
def test_a_short_title_ends_at_a_colon_between_words(title: str, short: str) -> None:
    assert normalised_fields({"title": title}).get("title", {}).get("shorttitle", "") == short


def test_a_french_title_keeps_its_spaces() -> None:
    assert normalised_fields({"title": "Les enfants : guide"})["title"]["title"] == "Les enfants : guide"
    assert normalised_fields({"title": "Enfants : guide", "langid": "french"})["title"]["title"] == "Enfants : guide"
    assert normalised_fields({"title": "Las aguas : la guía", "langid": "spanish"}) == {
        "title": {"title": "Las aguas: la guía"}
    }


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"issue": "Spring", "number": "1", "date": "2005"}, "2005-21"),
        ({"issue": "{Fall}", "year": "2005"}, "2005-23"),
        ({"number": "May/June", "date": "2005"}, "2005-05/2005-06"),
        ({"issue": "Spring", "date": "2005-04"}, ""),
        ({"number": "Special Issue", "date": "2005"}, ""),
        ({"number": "3", "date": "2005"}, ""),
    ],
)
def test_a_season_in_place_of_an_issue_is_a_part_of_the_date(fields: dict[str, str], printed: str) -> None:
    """BibLaTeX manual, section 2.3.11: an issue such as Spring is printed with the year."""
    changed = [{name: value} for each in normalised_fields(fields, "article").values() for name, value in each.items()]
    assert [each for each in changed if "date" in each] == ([{"date": printed}] if printed else [])
    assert not printed or "issue" not in fields or {"issue": fields["issue"]} not in changed


def test_an_address_stands_under_url() -> None:
    fields = {"howpublished": r"\url{https://x.org/a\_b}", "note": "[Online; accessed 19-July-2020]"}
    assert normalised_fields(fields) == {
        "howpublished": {"url": "https://x.org/a_b"},
        "note": {"urldate": "2020-07-19"},
    }


def test_a_short_title_of_its_own_stays() -> None:
    assert normalised_fields({"title": "Open 24:7", "shorttitle": "Open"}) == {}


BIBLIOGRAPHY = """@article{a, title = "World War I",
  month = {Jul/Aug}, year = 2001, journaltitle = {Salt &amp; Water}}
@book{b, title = {Open
  24:7}, month = july, year = {2001}, volume = {Vol. 3}, edition = {Second}, pages = {340 p.}}
"""


def test_pandoc_reads_what_is_meant() -> None:
    sources, _ = read_sources(SourceFile("bibliography.bib", BIBLIOGRAPHY))
    text = bibtex_input(BIBLIOGRAPHY, sources)
    article, book = json.loads(pypandoc.convert_text(text, "csljson", format="biblatex"))
    assert article["issued"]["date-parts"] == [[2001, 7], [2001, 8]]
    assert article["title"] == "World War I"
    assert article["container-title"] == "Salt & Water"
    assert book["issued"]["date-parts"] == [[2001, 7]]
    assert (book["volume"], book["edition"], book["number-of-pages"]) == ("3", "2", "340")
    assert "page" not in book
    assert "title-short" not in book or book["title-short"].split() == ["Open", "24:7"]
    assert [line.startswith("@") for line in text.splitlines()] == [True, False, True, False]


@pytest.mark.parametrize(
    ("kind", "read"),
    [("conference", "paper-conference"), ("suppbook", "chapter"), ("SuppCollection", "chapter")],
)
def test_a_type_that_pandoc_does_not_know_keeps_the_title_of_the_whole(kind: str, read: str) -> None:
    written = f"@{kind}{{a, title = {{Wells}}, booktitle = {{Water Days}}, date = {{2001}}}}"
    sources, _ = read_sources(SourceFile("bibliography.bib", written))
    (source,) = json.loads(pypandoc.convert_text(bibtex_input(written, sources), "csljson", format="biblatex"))
    assert (source["type"], source["container-title"]) == (read, "Water days")


def test_an_abbreviation_is_printed_as_its_value_is_meant() -> None:
    written = """@string{jul = "July"}
@string{jw = {Salt &amp; Water}}
@article{a, title = {T}, journal = jw, volume = third, month=jul, year = 2001}
@article{b, title = {T}, journal = "Old " # jw, month = "10~" # jul, year = 2001}
@string{third = "Vol. 3"}
"""
    sources, _ = read_sources(SourceFile("bibliography.bib", written))
    first, second = json.loads(pypandoc.convert_text(bibtex_input(written, sources), "csljson", format="bibtex"))
    assert (first["container-title"], first["volume"]) == ("Salt & Water", "3")
    assert [source["issued"]["date-parts"] for source in (first, second)] == [[[2001, 7]], [[2001, 7, 10]]]


def test_a_field_that_stands_twice_is_printed_as_it_is_meant() -> None:
    written = """@article{a, title = {T}, volume = {Vol. 3}, keywords = {x}, pages = {pp. 5}, volume = "Vol. 3",
      keywords = {further-reading}, date = {2001}}"""
    (source,), problems = read_sources(SourceFile("bibliography.bib", written))
    (article,) = json.loads(pypandoc.convert_text(bibtex_input(written, [source]), "csljson", format="biblatex"))
    assert (article["volume"], article["page"]) == ("3", "5")
    assert source.is_further_reading
    assert "repeated-source-field" not in {problem.rule for problem in problems}


def test_pandoc_reads_the_names_that_are_meant() -> None:
    written = """@book{a, title = {T}, author = {Smith J, Jones
  K}, editor = "Martin Luther King Jr.", translator = {Nations, United and Lee, Ann et al.}, date = {2001}}"""
    sources, _ = read_sources(SourceFile("bibliography.bib", written))
    (book,) = json.loads(pypandoc.convert_text(bibtex_input(written, sources), "csljson", format="biblatex"))
    assert book["author"] == [{"family": "Smith", "given": "J."}, {"family": "Jones", "given": "K."}]
    assert book["editor"] == [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}]
    assert book["translator"] == [
        {"literal": "United Nations"},
        {"family": "Lee", "given": "Ann"},
        {"literal": "others"},
    ]


def test_a_title_that_pandoc_makes_a_sentence_keeps_its_names() -> None:
    written = "@book{a, title = {Water Wars in the Andes: From Quito to Home}, date = {2001}}"
    sources, _ = read_sources(SourceFile("bibliography.bib", written))
    text = bibtex_input(written, sources, as_sentences=True)
    (book,) = json.loads(pypandoc.convert_text(text, "csljson", format="biblatex"))
    title = re.sub("</?span[^>]*>", "", book["title"])
    assert title == "Water wars in the Andes: From Quito to home"


def test_a_coined_word_that_another_source_has_in_lower_case_is_no_name() -> None:
    written = """@book{a, title = {The Taptop in the Andes and Nairobi}, date = {2001}}
@book{b, title = {Wells}, abstract = {On a taptop.}, date = {2001}}
@book{d, title = {The nairobi wells}, location = {Nairobi}, date = {2001}}
@book{c, title = {Los andes}, langid = {spanish}, date = {2001}}"""
    sources, _ = read_sources(SourceFile("bibliography.bib", written))
    text = bibtex_input(written, sources, as_sentences=True)
    assert text.startswith("@book{a, title = {The Taptop in the {Andes} and {Nairobi}}")


@pytest.mark.parametrize("kind", ["jurisdiction", "legal", "legislation"])
def test_the_name_of_a_law_keeps_its_capitals(kind: str) -> None:
    assert normalised_fields({"title": "Water Act"}, kind) == {"title": {"title": "{Water Act}"}}
    assert normalised_fields({"title": "{Water Act}"}, kind) == {}


def test_the_year_in_the_name_of_a_law_belongs_to_it() -> None:
    fields = {"title": "Civil Rights Act", "titleaddon": "of 1964"}
    changes = normalised_fields(fields, "legislation")
    assert changes["title"] == {"title": "{Civil Rights Act of 1964}"}
    assert "titleaddon" not in changes["titleaddon"]
    assert normalised_fields(fields, "book") == {}


def test_a_date_of_the_original_alone_is_the_date() -> None:
    assert normalised_fields({"origdate": "2013-04-24"}) == {"origdate": {"date": "2013-04-24"}}
    assert normalised_fields({"origdate": "1850", "date": "2001"}) == {}
    assert normalised_fields({"origdate": "1850", "year": "2001"}) == {}
