"""Tests of lint.content: what a careful reader would ask about, and what nobody need ask."""

from collections.abc import Iterable

import pytest

from studyguide.data.bibliography import Source
from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.context import LintContext
from studyguide.lint.runner import run_checks
from studyguide.markdown.chapter import Chapter
from tests.helpers import a_guide, a_source, a_term, an_event, chapters_with, read

CSAM = a_term(
    "csam",
    "CSAM",
    aliases=["child sexual abuse material"],
    deprecated=["child pornography"],
    link="never",  # so that it need not be used
    is_abbreviation=True,
)
TITLE = "Optional Protocol on the sale of children, child prostitution and child pornography"


def advise(guide: Guide, chapters: Iterable[Chapter]) -> list[Problem]:
    """The warnings about a guide and its chapters, but for those that reading a chapter gives."""
    return sorted(each for each in run_checks(LintContext(guide, list(chapters))) if each.is_warning)


def told(kind: str, guide: Guide, *chapters: Chapter) -> list[str]:
    """The places and words of one kind of warning."""
    return [f"{problem.where}: {problem.words}" for problem in advise(guide, chapters) if problem.rule == kind]


def places(kind: str, text: str, sources: Iterable[Source] = (), terms: Iterable[Term] = ()) -> list[str]:
    """The lines and columns at which a chapter gets one kind of warning."""
    (chapter, _) = read(text)
    problems = advise(a_guide(terms, sources=sources), [chapter])
    return [f"{problem.where.line}:{problem.where.column}" for problem in problems if problem.rule == kind]


# Terms and sources


@pytest.mark.parametrize(
    ("text", "is_used"),
    [
        ("Call the hotline.", True),
        ("Call [them](term:hotline).", True),
        ("Call them.", False),
        ("`hotline`", False),
    ],
)
def test_a_term_that_no_chapter_uses(text: str, is_used: bool) -> None:
    term = a_term("hotline")
    chapter, _ = read(text, [term])
    words = (
        'Nothing in the guide uses the term "hotline". '
        "Add the words that the chapters use to its aliases, or take it out."
    )
    assert told("unused-term", a_guide([term]), chapter) == ([] if is_used else [f"glossary.yaml:1:3: {words}"])


def test_an_event_uses_its_terms() -> None:
    assert told("unused-term", a_guide([a_term("hotline")], [an_event("e", terms=["hotline"])])) == []


def test_of_a_term_that_is_never_linked_nobody_knows_who_uses_it() -> None:
    assert told("unused-term", a_guide([a_term("hotline", link="never")])) == []


@pytest.mark.parametrize(
    ("text", "fields", "is_told"),
    [
        ("Text.", {}, True),
        ("Text.[@smith]", {}, False),
        ("Text.[@jones; @smith]", {}, False),
        ("[A law](source:smith).", {}, False),
        ("Text.", {"keywords": "further-reading"}, False),
        ("Text.", {"keywords": "law, further-reading; old"}, False),
        ("Text.", {"keywords": "not further-reading-material"}, True),
        ("As @smith and @{smith} say.", {}, False),
        ("Text (see [@smith).", {}, False),
        ("`[@smith]`", {}, True),
    ],
)
def test_an_uncited_source(text: str, fields: dict[str, str], is_told: bool) -> None:
    guide = a_guide(sources=[a_source("smith", **fields), a_source("jones", keywords="further-reading")])
    words = 'Nothing cites the source "smith". Cite it, or mark it with keywords = {further-reading}.'
    expected = [f"bibliography.bib:4: {words}"] * is_told
    assert told("uncited-source", guide, *chapters_with(f"# Home\n\n{text}\n")) == expected


@pytest.mark.parametrize("keywords", ["further reading", "law, Further-Reading; old", "furtherreading"])
def test_who_spells_further_reading_otherwise_is_told_how(keywords: str) -> None:
    words = 'Nothing cites the source "smith". '
    words += "Cite it, or write keywords = {further-reading}, with a hyphen and small letters."
    (line,) = told("uncited-source", a_guide(sources=[a_source("smith", keywords=keywords)]))
    assert line.endswith(f": {words}")


@pytest.mark.parametrize(
    ("path", "kind", "is_told"),
    [
        ("glossary.yaml", "yaml-syntax", False),
        ("timeline.yaml", "wrong-date", False),
        ("timeline.yaml", "text-behind-hash", True),
        ("bibliography.bib", "missing-title", True),
        ("mkdocs.yml", "unknown-chapter", False),
        ("mkdocs.yml", "chapter-outside-nav", True),
    ],
)
def test_what_uses_a_thing_may_stand_in_an_entry_with_a_fault(path: str, kind: str, is_told: bool) -> None:
    fault = Problem(Location(path, 9), kind, "A fault.")
    guide = a_guide([a_term("hotline")], sources=[a_source("smith")], problems=(fault,))
    assert bool(told("uncited-source", guide)) == is_told
    assert bool(told("unused-term", guide)) == is_told


@pytest.mark.parametrize("key", ["", "smith 2001"])
def test_nothing_can_cite_a_source_whose_key_is_wrong(key: str) -> None:
    assert told("uncited-source", a_guide(sources=[a_source(key)])) == []


@pytest.mark.parametrize(
    ("type_", "fields", "is_told"),
    [
        ("online", {"url": "https://example.org"}, True),
        ("www", {"url": "https://example.org"}, True),
        ("online", {"url": "https://example.org", "urldate": "2026-01-31"}, False),
        ("online", {"url": "https://example.org", "date": "2020"}, True),
        ("online", {}, False),
        ("report", {"url": "https://example.org"}, False),
    ],
)
def test_a_web_page_without_the_day_on_which_it_was_read(type_: str, fields: dict[str, str], is_told: bool) -> None:
    source = Source("smith", fields, Location("bibliography.bib", 4), type_)
    words = (
        'The web page "smith" has no day on which somebody read it. '
        "Open it, and add urldate = {YYYY-MM-DD} with the year, month and day on which you did."
    )
    expected = [f"bibliography.bib:4: {words}"] * is_told
    assert told("missing-access-date", a_guide(sources=[source])) == expected


# Figures


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("It is 83% of them.", "83%"),
        ("It is 83 per\ncent of them.", "83 per cent"),
        ("In all 175,000 came.", "175,000"),
        ("In all 1,234.5 were left.", "1,234.5"),
        ("It gave £16.5 million.", "£16.5"),
        ("There were 18.4 million reports.", "18.4 million"),
        ("About one in four girls.", "one in four"),
        ("One in nine boys.", "One in nine"),
        ("It is over 80% of them.", "80%"),
        ("Under 400,000 came from over 41 countries.", "400,000"),
        ("It is 9 out of 10 of them.", "9 out of 10"),
        ("In 190 countries.", "190 countries"),
        ("More than 110 co-sponsors.", "110 co-sponsors"),
        ("It asked 470 children.", "470 children"),
        ("Some 12345 reports.", "12345 reports"),
        ("On 7 May 2020 it asked 24 children.", "24 children"),
        ("It asked for £50,000, which nobody gave.", "£50,000"),
        ("It costs $20 or $30.", "$20"),
        ("It rose from $5-$10 a day.", "$5"),
        ("Under article 19 it heard 24 children.", "24 children"),
    ],
)
def test_a_figure_needs_a_note(sentence: str, figure: str) -> None:
    words = f'This paragraph states a figure ("{figure}") and has no note. Cite behind it where it comes from: [@key].'
    (problem,) = told("figure-without-note", a_guide(), read(f"# T\n\n{sentence}")[0])
    assert problem.partition(": ")[2] == words
    for mended in (f"{sentence}[@key]", f"{sentence}[^n]\n\n[^n]: Own count.", f"{sentence} See [it](source:key)."):
        assert places("figure-without-note", f"# T\n\n{mended}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2021 it met on 26 November 2013, at 12:30.",
        "In May 2020 articles appeared.",
        "Children under 18 years, aged 13 takes part; over 12 months and 14 days.",
        "Article 34 covers it, articles 19 and 34 say so.",
        "Article I, section 10 prohibits it; rules 26, 27 and 110 says so.",
        "By equation $4.2$ the angle is $2 \\cdot AOC$, at $0.5\\text{ AU}$, and $50\\%$ of it.",
        "From 2010 to 20197 is a long time.",
        "The aim was 80%.^[United Nations, *Report*.]",
        "Call 116 111 or 112.",
        "A/RES/54/263 and Directive 2011/93/EU and COVID-19 waves.",
        "Two countries and five states.",
        "See `190 countries` and [here](a.md#190-countries).",
        "One in 2018, two in 2019.",
        "One in two years.",
    ],
)
def test_not_every_number_is_a_figure(sentence: str) -> None:
    assert places("figure-without-note", f"# T\n\n{sentence}") == []


def test_a_figure_is_told_once_a_paragraph_at_its_place() -> None:
    text = "# T\n\nIt is 83% and 84%.\n\nIt is\n**85%** there.\n\n- 1 here\n- 86% there\n"
    assert places("figure-without-note", text) == ["3:7", "6:3", "9:3"]


def test_a_chart_has_its_note_in_its_caption() -> None:
    chart = (
        "<figure markdown='1'>\n\n| a | b |\n|---|---|\n| c | 83% |\n\n<figcaption>Of 2021{}</figcaption>\n\n</figure>"
    )
    assert places("figure-without-note", chart.format("")) == ["5:7"]
    assert places("figure-without-note", chart.format(".[@key]")) == []
    assert places("figure-without-note", chart.format("") + "\n\nBy the WHO.[@key]") == []


def test_an_editor_s_note_tells_of_figures_that_nobody_vouches_for() -> None:
    assert places("figure-without-note", '# T\n\n!!! correction "Editor\'s note"\n    The original printed 83%.') == []


def test_data_name_their_sources_behind_the_text() -> None:
    terms = [a_term("a", definition="It is 83%."), a_term("b", definition="It is 84%.", sources=["key"])]
    events = [an_event("c", description="In 190 countries."), an_event("d", description="In 191 countries.[@key]")]
    assert [line.partition(": ")[0] for line in told("figure-without-note", a_guide(terms, events))] == [
        "glossary.yaml:1:7",
        "timeline.yaml:1:4",
    ]


# Sections


def words(number: int) -> str:
    return "word " * number


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"# T\n\n## A\n\n{words(600)}", []),
        (f"# T\n\n## A\n\n{words(601)}", ["3:4"]),
        (f"# T\n\n## A\n\n{words(300)}\n\n{words(301)}", ["3:4"]),
        (f"# T\n\n## A\n\n{words(601)}\n\nCited.[@key]", []),
        (f"# T\n\n## A\n\n{words(601)}\n\nSee [a law](source:key).", []),
        (f"# T\n\n## A\n\n{words(601)}\n\n## B\n\nCited.[@key]", ["3:4"]),
        (f"# T\n\n## A\n\n{words(301)}\n\n### B\n\n{words(301)}\n\n## C\n\nCited.[@key]", ["3:4"]),
        (f"# T\n\n## A\n\n{words(301)}\n\n### B\n\n{words(301)}\n\n### C\n\nCited.[@key]", []),
        (f"# T\n\n## A\n\n### B\n\n{words(601)}\n\n#### C\n\n{words(601)}\n\n### D\n\n{words(601)}", ["3:4"]),
        (f"# T\n\n## A\n\nCited.[@key]\n\n### B\n\n{words(601)}\n\n#### C\n\n{words(601)}", ["7:5"]),
        (f"# T\n\n## A\n\n{words(601)}^[United Nations, *Report*.]", []),
        (f"# T\n\n{words(301)}\n\n## A\n\n{words(301)}", []),
        (f"# T\n\n{words(601)}\n\n## A\n\nCited.[@key]", ["1:3"]),
        (f"{words(601)}\n", []),
        (f"# T\n\n## A\n\n```\n{words(601)}\n```", []),
    ],
)
def test_a_long_section_needs_a_source(text: str, where: list[str]) -> None:
    assert places("section-without-source", text) == where


def test_a_long_section_is_told_with_its_title() -> None:
    assert told("section-without-source", a_guide(), read(f"# T\n\n## Über *uns* {{#a}}\n\n{words(700)}")[0]) == [
        'docs/background.md:3:4: The section "Über uns" has 700 words and names no source. '
        "Cite where it comes from: [@key]."
    ]


def test_what_a_box_says_is_to_be_written_is_told_once_a_box() -> None:
    box = '!!! todo "What belongs here"\n    Some 150 people.\n\n    Child pornography.\n'
    chapter, _ = read(f"{box}\n# T\n\n{box}\n## *A* {{#a}}\n\n{box}\n{box}\n### B\n\nWritten.\n")
    guide = a_guide([CSAM])
    hint = "Write it, and delete the box that says what belongs there."
    titles = {"1:1": "T", "8:1": "T", "15:1": "A", "20:1": "A"}
    assert told("still-to-write", guide, chapter) == [
        f'docs/background.md:{place}: "{title}" is still to be written. {hint}' for place, title in titles.items()
    ]
    assert {problem.rule for problem in advise(guide, [chapter])} == {"still-to-write"}


# Words


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Laws on child pornography.", ["1:9"]),
        ('Laws on "Child\nPornography".', ["1:10"]),
        ("The Protocol on the sale of children, child prostitution and child\npornography.", []),
        ("It bans child prostitution and child pornography, and child pornography.", ["1:55"]),
        ("Prostitution and child pornography.", ["1:18"]),
        ("In child pornographies, childpornography and (child) pornography.", []),
        ("CHILD  PORNOGRAPHY's harm and non-child pornography.", ["1:1", "1:35"]),
        ("Child pornography on the web is a book.", []),
        ("Child pornography on the phone is no book.", ["1:1"]),
        ("!!! correction\n    The original wrote child pornography.", []),
        ("`child pornography` [x](child-pornography.md)", []),
        ("child pornographystudies", []),
    ],
)
def test_the_deprecated_name_belongs_to_titles(text: str, where: list[str]) -> None:
    sources = [a_source("a", title=TITLE), a_source("b", title="Child {Pornography} on the Web")]
    assert places("older-name", text, sources, [CSAM]) == where
    assert places("older-name", text, sources) == []


def test_the_deprecated_name_may_be_that_of_a_source_that_cannot_be_read() -> None:
    fault = Problem(Location("bibliography.bib", 9), "bibtex-syntax", "A fault.")
    guide = a_guide([CSAM, a_term("a", definition="Once child pornography.")], problems=(fault,))
    assert told("older-name", guide, read("Child pornography.")[0]) == []


def test_the_deprecated_name_alone_is_no_title_to_know_again() -> None:
    sources = [a_source("a", title="Child Pornography")]
    assert places("older-name", "Child pornography.", sources, [CSAM]) == ["1:1"]


def test_the_deprecated_name_is_known_in_the_forms_of_the_language() -> None:
    term = a_term("a", "Enfant à naître", deprecated=["mineur délinquant"])
    sources = [a_source("a", title="Les mineurs délinquants en France")]
    (chapter, _) = read("Des mineurs délinquants. Les *Mineurs délinquants en France*.", language="fr")
    (found,) = told("older-name", a_guide([term], sources=sources, language="fr"), chapter)
    assert found.startswith("docs/background.md:1:5: ")
    assert "mineurs délinquants" in found


@pytest.mark.parametrize(("language", "warnings"), [("fr", 0), ("en", 1)])
def test_a_term_is_used_in_each_form_of_its_language(language: str, warnings: int) -> None:
    terms = [a_term("traite", "Traite", definition="Un crime.")]
    (chapter, _) = read("Les formes de traites.", terms, language=language)
    assert len(told("unused-term", a_guide(terms, language=language), chapter)) == warnings


def test_the_deprecated_name_is_not_excused_by_a_title_that_holds_another() -> None:
    terms = [a_term("roma", deprecated=["gypsies", "gipsies"])]
    sources = [a_source("a", title="The life of gypsies in towns")]
    text = "The life of gypsies in towns. The life of gipsies in towns."
    assert places("older-name", text, sources, terms) == ["1:43"]


def test_the_deprecated_name_in_data() -> None:
    terms = [CSAM, a_term("a", definition="Once child pornography.", note="It was child pornography.")]
    events = [an_event("b", description="A law on child pornography.", note="It was child pornography.")]
    assert [line.partition(": ")[0] for line in told("older-name", a_guide(terms, events))] == [
        "glossary.yaml:1:6",
        "timeline.yaml:1:10",
    ]


@pytest.mark.parametrize(
    ("term", "hint"),
    [
        (CSAM, "child sexual abuse material"),
        (a_term("roma", aliases=["Romani people"], deprecated=["child pornography"]), "Roma"),  # no small letter
        (a_term("csam", "CSAM", deprecated=["Child Pornography"], is_abbreviation=True), "CSAM"),
    ],
)
def test_the_deprecated_name_is_told_with_what_to_write(term: Term, hint: str) -> None:
    words = f'"Child pornography" is an older name, and stands outside the title of a source. Write "{hint}".'
    chapter, _ = read("A\n\nChild\npornography.")
    assert told("older-name", a_guide([term]), chapter) == [f"docs/background.md:3:1: {words}"]


def test_of_two_deprecated_names_that_begin_alike_the_longer_one_is_meant() -> None:
    terms = [a_term("a", deprecated=["third world"]), a_term("b", deprecated=["third world countries’ debt"])]
    chapter, _ = read("Third world countries' debt. Third world (3rd world).")
    assert [line.split('"')[1::2] for line in told("older-name", a_guide(terms), chapter)] == [
        ["Third world countries' debt", "B"],
        ["Third world", "A"],
    ]


def test_a_deprecated_name_may_contain_symbols() -> None:
    terms = [a_term("a", deprecated=["C++ (old)", "?"])]
    assert places("older-name", "The C++  (old). The C (old)? No.", terms=terms) == ["1:5", "1:28"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Write to anna.smith@school.example.", ["1:10"]),
        ("[us](mailto:a@b.co) and <c@d.org>", ["1:13", "1:26"]),
        ("[a@b.co](mailto:a@b.co)\na@b.co", ["1:2", "2:1"]),
        ("Text.[@key.org] See @key.org and a@b, `a@b.org`.", []),
        ("https://example.org/@anna.smith", []),
    ],
)
def test_an_e_mail_address(text: str, where: list[str]) -> None:
    assert places("email-address", text) == where


def test_an_e_mail_address_in_data_stands_anywhere() -> None:
    files = (SourceFile("glossary.yaml", "# Ask a@b.org\n- id: a\n"), SourceFile("bibliography.bib", "% c@d.org\n"))
    found = [line.partition(": ")[0] for line in told("email-address", a_guide(files=files))]
    assert found == ["bibliography.bib:1:3", "glossary.yaml:1:7"]
