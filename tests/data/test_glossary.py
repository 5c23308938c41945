"""Tests of data.glossary: the terms of an entry, their short definitions, and forms that two terms claim."""

import json
from typing import Any

import pytest

from studyguide.data.glossary import Term, shared_forms, terms_from
from studyguide.data.yaml_entries import read_entries
from studyguide.diagnostics.source_text import SourceFile
from tests.helpers import a_term
from tests.paths import SCHEMAS

SCHEMA: dict[str, Any] = json.loads((SCHEMAS / "glossary.schema.json").read_text(encoding="utf-8"))
FULL = """\
- id: crc
  term: CRC
  definition: The Convention.[@un1989crc]
  aliases: [Convention on the Rights of the Child]
  deprecated: [Children's Convention]
  see_also: [child]
  sources: ["un1989crc, art. 1"]
  note: The original printed 1990.
  status: check
  link: never
  protect: [CRC Handbook]
  abbreviation: true
  former_ids: [convention]
- id: child
  term: Child
  definition: A person under 18.
"""


def terms_of(text: str) -> tuple[Term, ...]:
    entries, problems = read_entries(SourceFile("glossary.yaml", text), SCHEMA, "term")
    assert problems == []
    return terms_from(entries.valid)


def test_a_term_has_all_that_its_entry_says() -> None:
    term = terms_of(FULL)[0]
    assert (term.id, term.name, term.anchor, str(term.where)) == ("crc", "CRC", "term-crc", "glossary.yaml:1:3")
    assert term.definition.text == "The Convention.[@un1989crc]"
    lists = (term.aliases, term.deprecated, term.see_also, term.sources, term.protect, term.former_ids)
    assert [[span.text for span in each] for each in lists] == [
        ["Convention on the Rights of the Child"],
        ["Children's Convention"],
        ["child"],
        ["un1989crc, art. 1"],
        ["CRC Handbook"],
        ["convention"],
    ]
    assert term.note is not None
    assert term.note.text == "The original printed 1990."
    assert (term.is_open, term.link, term.is_abbreviation) == (True, "never", True)
    assert term.forms == ("CRC", "Convention on the Rights of the Child")
    assert term.written_out == "Convention on the Rights of the Child"


def test_a_short_entry_is_a_whole_term() -> None:
    term = terms_of(FULL)[1]
    assert (term.aliases, term.see_also, term.sources, term.protect, term.former_ids) == ((), (), (), (), ())
    assert term.deprecated == ()
    assert (term.note, term.is_open, term.link, term.is_abbreviation) == (None, False, "section", False)
    assert term.forms == ("Child",)
    assert term.written_out == "Child"


def test_a_comment_in_a_name_is_for_chairs() -> None:
    (term,) = terms_of("- {id: a, term: 'A <!-- ask Anna --> step <!-- b -->', definition: D}")
    assert term.name == "A step"


def test_an_abbreviation_can_be_denied() -> None:
    (term,) = terms_of("- {id: a, term: A, definition: D, abbreviation: false}")
    assert not term.is_abbreviation


@pytest.mark.parametrize(
    ("definition", "short"),
    [
        ("One sentence.", "One sentence."),
        ("No full stop", "No full stop"),
        ("The first. The second.", "The first."),
        ("Is it? It is.", "Is it?"),
        ("Two\nlines. More.", "Two lines."),
        ("The first.[@key, art. 1] The second.", "The first."),
        ("The first. [@key] The second.", "The first."),
        ("The first [@key]. The second.", "The first."),
        ("The first[@key, p. 4; see @other]. The second.", "The first."),
        ("The first.[^note] The second.", "The first."),
        ("A [child](term:child) is *young* and **small**, or `minor`. More.", "A child is young and small, or minor."),
        ("A river<!-- ask Anna. Or Ben. -->, wide.<!-- x --> More.", "A river, wide."),
        ("The snake_case and 2*3 stay. More.", "The snake_case and 2*3 stay."),
        ("He says “Stop it.” Then he goes.", "He says “Stop it.”"),
        ("It is (in short.) The rest.", "It is (in short.)"),
        ("Worth 18.4 million reports. More.", "Worth 18.4 million reports."),
        ("An act, e.g. a threat. More.", "An act, e.g. a threat."),
        ("An office, e.g. Europol. More.", "An office, e.g. Europol."),
        ("An office, i.e. Europol. More.", "An office, i.e. Europol."),
        ("A law of the U.S. Congress. More.", "A law of the U.S. Congress."),
        ("Named after Dr. Smith and St. Paul. More.", "Named after Dr. Smith and St. Paul."),
        ("The first. Élodie follows.", "The first."),
        ("The first. “Quoted” follows.", "The first."),
        ("The first. [Linked](x.md) follows.", "The first."),
        ("The first. *Stressed* follows.", "The first."),
        ("The first. 'Quoted' follows.", "The first."),
        ("It was used in *Soering v. United Kingdom*. More.", "It was used in Soering v. United Kingdom."),
        ("Three kinds:\n\n- Rivers.", "Three kinds:"),
        ("CO<sub>2</sub> in water<!-- to check -->. More.", "CO2 in water."),
        ("Signs such as \\* and &amp; stay. More.", "Signs such as * and & stay."),
    ],
)
def test_the_first_sentence_is_the_short_definition(definition: str, short: str) -> None:
    assert a_term("a", definition=definition).short_definition == short


@pytest.mark.parametrize(
    ("aliases", "others", "shared"),
    [
        (["minor"], ["adult"], []),
        (["minor"], ["minor"], ["minor"]),
        (["minor"], ["Minor"], ["Minor"]),
        (["Child", "child", "CHILD"], [], []),  # its own name
        (["minor", "minors"], ["MINORS", "minor"], ["MINORS", "minor"]),
        (["straße"], ["STRASSE"], ["STRASSE"]),
        (["children’s rights"], ["children's  rights"], ["children's  rights"]),
        ([], ["child"], ["child"]),
        (["other"], [], ["Other"]),
    ],
)
def test_a_form_has_one_owner(aliases: list[str], others: list[str], shared: list[str]) -> None:
    problems = shared_forms([a_term("child", aliases=aliases), a_term("other", aliases=others)])
    assert [problem.message for problem in problems] == [f'"{form}" already names the term "child".' for form in shared]
    assert {problem.fix for problem in problems} <= {"Take it away from one of the two."}


def test_a_shared_form_is_told_where_it_stands() -> None:
    text = (
        "- id: sea\n  term: SEA\n  definition: D\n  aliases: [abuse]\n"
        "- id: b\n  term: Sea\n  definition: D\n"
        "- id: c\n  term: C\n  definition: D\n  aliases:\n    - é\n    - Abuse\n"
    )
    assert [str(problem.where) for problem in shared_forms(terms_of(text))] == [
        "glossary.yaml:5:3",
        "glossary.yaml:13:7",
    ]


def test_three_owners_are_told_twice() -> None:
    problems = shared_forms([a_term("a", "same"), a_term("b", "same"), a_term("c", "same")])
    assert [problem.message for problem in problems] == ['"same" already names the term "a".'] * 2


@pytest.mark.parametrize("name", ["Child", "MINORS", "child  labour", "children’s work"])
def test_a_deprecated_name_is_no_form_of_any_term(name: str) -> None:
    forms = a_term("child", aliases=["minors"]), a_term("work", aliases=["child labour", "children's work"])
    for terms in ([a_term("b", deprecated=[name]), *forms], [*forms, a_term("b", deprecated=[name])]):
        (problem,) = shared_forms(terms)
        owner = "child" if name in ("Child", "MINORS") else "work"
        assert problem.message == f'"{name}" is deprecated here, and names the term "{owner}".'
        assert problem.fix == "Take it out here, or out of the names of that term."


def test_a_deprecated_name_has_one_owner_and_its_place() -> None:
    text = (
        "- id: a\n  term: A\n  definition: D\n  aliases: [x]\n  deprecated: [old, Old, X]\n"
        "- id: b\n  term: B\n  definition: D\n  deprecated:\n    - new\n    - OLD\n"
    )
    assert [(str(problem.where), problem.words) for problem in shared_forms(terms_of(text))] == [
        (
            "glossary.yaml:5:26",
            '"X" is deprecated here, and names the term "a". Take it out here, or out of the names of that term.',
        ),
        ("glossary.yaml:11:7", '"OLD" is already a deprecated name of the term "a". Take it away from one of the two.'),
    ]
