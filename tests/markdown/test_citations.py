"""Tests of markdown.citations: golden/citations.yaml read with the whole extension, and pandoc as the oracle."""

import json
from html import unescape
from typing import Any

import pypandoc
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyguide.markdown.citations import CiteItem, parse_citation, with_semicolons
from studyguide.markdown.raw_html import without_remarks
from tests import paths
from tests.helpers import read

GOLDEN = yaml.safe_load((paths.GOLDEN / "citations.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", GOLDEN["cited"], ids=lambda case: case["text"])
def test_a_bracket_is_a_citation_with_its_places(case: dict[str, Any]) -> None:
    chapter, html = read(case["text"], is_printed=False)  # a sign that no font has is no matter here
    (citation,) = chapter.citations
    assert [[work.key, work.prefix, work.suffix] for work in citation.cite_items] == [
        [str(key), prefix, suffix] for key, prefix, suffix in case["works"]
    ]
    places = [citation.where, *(work.where for work in citation.cite_items)]
    assert [str(place) for place in places] == [f"docs/background.md:{at}" for at in case["at"].split()]
    assert html.count("<!--guide:citation 0-->") == html.count('class="footnote-ref"') == 1
    assert all(problem.is_warning for problem in chapter.problems)


@pytest.mark.parametrize("text", GOLDEN["untouched"])
def test_what_is_no_citation_stays_as_it_is(text: str) -> None:
    chapter, html = read(text)
    assert not chapter.citations
    assert all(problem.is_warning for problem in chapter.problems)
    assert "guide:citation" not in html
    assert ("@" in unescape(html)) is ("@" in without_remarks(text))


@pytest.mark.parametrize(("text", "at", "message"), GOLDEN["reported"])
def test_a_mistake_is_reported_at_its_place(text: str, at: str, message: str) -> None:
    (problem,) = read(text)[0].problems
    assert str(problem.where) == f"docs/background.md:{at}"
    assert message in problem.message
    assert problem.fix


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[@a,@b]", "Write [@a; @b]."),
        ("[@a; -@{b} see @c]", "Write [@a; -@{b}; see @c]."),
        ("[@a, pp. 3; 4; @b]", "Write [@a, pp. 3, 4; @b]."),
        ("[@a; art. 3]", "Write [@a, art. 3]."),
        ("[@a; see b]", 'Each part between semicolons needs its "@key".'),
    ],
)
def test_a_wrong_semicolon_is_told_with_the_bracket_as_it_should_be(text: str, hint: str) -> None:
    (problem,) = read(text)[0].problems
    assert problem.fix == hint


@pytest.fixture(scope="module")
def pandoc_keys() -> list[list[str]]:
    """The keys of each golden case as pandoc reads it; one call for all."""
    texts = [case["text"] for case in GOLDEN["cited"] if "pandoc" not in case]
    together = "\n\n# Next\n\n".join(texts)
    blocks = json.loads(
        pypandoc.convert_text(together, "json", format="markdown-example_lists+lists_without_preceding_blankline")
    )
    cases: list[list[str]] = [[]]
    for block in blocks["blocks"]:
        if block["t"] == "Header" and block["c"][1][0].split("-")[0] == "next":
            cases.append([])
        else:
            cases[-1] += keys_in(block)
    return cases


def keys_in(node: Any) -> list[str]:
    if isinstance(node, dict):
        if node.get("t") == "Cite":
            return [work["citationId"] for work in node["c"][0]]
        return keys_in(list(node.values()))
    return [key for inner in node for key in keys_in(inner)] if isinstance(node, list) else []


def test_pandoc_finds_the_same_keys(pandoc_keys: list[list[str]]) -> None:
    cases = [case for case in GOLDEN["cited"] if "pandoc" not in case]
    ours = [[str(work[0]) for work in case["works"]] for case in cases]
    assert dict(zip((case["text"] for case in cases), pandoc_keys, strict=True)) == dict(
        zip((case["text"] for case in cases), ours, strict=True)
    )


@pytest.mark.parametrize(
    ("inside", "works"),
    [
        ("@a", (CiteItem("a"),)),
        ("-@a, p. 4", (CiteItem("a", suffix=", p. 4", hides_author=True),)),
        ("see -@{a;b}; @c", (CiteItem("a;b", prefix="see", hides_author=True), CiteItem("c"))),
        ("", ()),
        ("a; b", ()),
        ("@a;; @b", ()),
        ("@{a b}", ()),
    ],
)
def test_parse_citation(inside: str, works: tuple[CiteItem, ...]) -> None:
    assert parse_citation(inside) == works


@pytest.mark.parametrize(
    ("inside", "mended"),
    [
        ("@a, p. 4, and @b, art. 5", "@a, p. 4; @b, art. 5"),
        ("@a p. 4 & -@b / @c", "@a p. 4; -@b; @c"),
        ("see @a and see also @b, p. 5; @c", "see @a; see also @b, p. 5; @c"),
        ("@a, Brand @b", "@a, Brand; @b"),
    ],
)
def test_semicolons_between_sources(inside: str, mended: str) -> None:
    assert with_semicolons(inside) == mended


@pytest.mark.parametrize(
    ("inside", "mended"), [("@a; ", "@a"), ("; @a", "@a"), ("@a, p. 4;; @b", "@a, p. 4; @b"), ("@a; p. 4;", "@a, p. 4")]
)
def test_of_a_part_without_words_the_semicolon_goes(inside: str, mended: str) -> None:
    (problem,) = read(f"Text [{inside}].")[0].problems
    assert problem.fix == f"Write [{mended}]."


KEY = st.from_regex(r"[a-z0-9_]([.:/-]?[a-z0-9_]){0,6}", fullmatch=True)
WORK = st.tuples(
    st.sampled_from(["", "see ", "cf. ", "-"]), KEY, st.booleans(), st.sampled_from(["", ", p. 4", ", art. 34"])
)


@given(st.lists(WORK, min_size=1, max_size=3))
def test_reads_every_key_that_can_be_written(written: list[tuple[str, str, bool, str]]) -> None:
    inside = "; ".join(
        f"{before}@{{{key}}}{after}" if braces else f"{before}@{key}{after}" for before, key, braces, after in written
    )
    (citation,) = read(f"Text [{inside}].")[0].citations
    assert [(work.prefix, work.key, work.suffix, work.hides_author) for work in citation.cite_items] == [
        (before.strip(" -"), key, after, before == "-") for before, key, _, after in written
    ]
