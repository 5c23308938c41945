"""Tests of authoring.format.bibliography: sources move whole, and nothing of what they say is lost."""

import json
from collections import Counter
from itertools import pairwise

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.authoring.format.bibliography import format_bibliography
from studyguide.authoring.format.text_edits import Formatted
from studyguide.data.bibliography import Source, read_sources
from studyguide.data.tracking import without_tracking
from studyguide.diagnostics.source_text import SourceFile, clean_text

HEAD = [
    "",
    "% The sources.\n\n",
    "% The sources.\n% check: allow uncited-source in this file, because x\n\n",
    "@comment{jabref: a}\n\n",
]
FIELDS = [
    "url = {https://x.org/?utm_source=a&b=1}",
    'URL = "https://x.org/100%25?fbclid=a"',
    "note = {a  \n   see @b{c} \\% }",
    "publisher = un # { Press}",
    "year = 2007",
    "author = {{UN} and Smith,  \n    Ann}",
    "% note = {old} with m\n  month = jan",
    "edition = {2},% of {all\n  pages = {1}",
    "doi = {https://doi.org/10.1000/182}",
    'DOI = "10.1000/182"',
    "abstract = {é😀 “x”\n\n  % not read\n y}",
]


@st.composite
def files(draw: st.DrawFn) -> str:
    """A bibliography: each source is marked in its title, and so are the comments that belong to it."""
    parts = [draw(st.sampled_from(HEAD))]
    keys = draw(st.lists(st.sampled_from(["b", "A", "un-nd-x", "un2007x", "c.d", ""]), max_size=6, unique=True))
    for number, key in enumerate(keys):
        if draw(st.integers(0, 4)) == 0:
            parts.append(f"@string{{s{number} = {{x}}}}\n\n")
        if number or parts[0].endswith("\n\n"):
            parts += [f"% above m{number}\n"] * draw(st.integers(0, 2))
        fields = [f"title = {{m{number}}}", *draw(st.lists(st.sampled_from(FIELDS), unique=True))]
        body = draw(st.sampled_from([",\n  ", ",  \n\n  ", ", "])).join([key, *draw(st.permutations(fields))])
        parts.append(f"@online{{{body.replace(', %', f',{chr(10)}%')}{draw(st.sampled_from([',', '']))}\n}}")
        parts.append(draw(st.sampled_from(["\n", "  \n", " % rest\n", "\n\n", "\n \n\n"])))
    text = "".join(parts) + draw(st.sampled_from(["", "\n", "% the end", "@comment{the end}"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))


def read(text: str) -> tuple[Source, ...]:
    sources, _ = read_sources(SourceFile("bibliography.bib", clean_text(text)))
    return sources


def tidied(text: str) -> Formatted:
    first = format_bibliography(text)
    again = format_bibliography(first.text)
    assert (again.text, again.changes) == (first.text, ())
    assert bool(first.changes) == (first.text != text)
    return first


@given(files())
def test_every_source_says_what_it_said(text: str) -> None:
    after = {source.title: source for source in read(tidied(text).text)}
    before = read(text)
    assert sorted(after) == sorted(source.title for source in before)
    for source in before:
        twin = after[source.title]
        assert twin.type == source.type
        assert twin.key == source.key if source.key else twin.has_good_key
        plain = {name: without_tracking(value) for name, value in source.fields.items()}
        assert twin.fields == plain | ({"doi": "10.1000/182"} if "doi" in plain else {})


@given(files())
def test_the_sources_stand_in_the_order_of_their_keys(text: str) -> None:
    keys = [source.key.casefold() for source in read(tidied(text).text)]
    assert keys == sorted(keys)


@given(files())
def test_every_line_is_kept_and_each_remark_stays_with_its_source(text: str) -> None:
    after = clean_text(tidied(text).text)
    if all(source.key for source in read(text)):
        text = text.replace("https://doi.org/10", "10")
        lines = Counter(without_tracking(line.rstrip()) for line in clean_text(text).split("\n") if line.strip())
        assert lines == Counter(line.rstrip() for line in after.split("\n") if line.strip())
    parts = after.split("@online{")
    for above, source in pairwise(parts):
        remarks = {line.strip() for line in above.split("\n") if line.startswith("% above")}
        assert remarks <= {f"% above {mark}" for mark in [source.partition("title = {")[2].partition("}")[0]]}


@given(files())
def test_abbreviations_come_before_every_source(text: str) -> None:
    after = tidied(text).text
    assert "@string" not in after.partition("@online")[2]


def test_pandoc_reads_the_same_sources() -> None:
    text = "@online{b, title = {B}, publisher = un}\n@string{un = {UN}}\n@online{a, title = {A}, url = {https://u}}\n"
    items = json.loads(pypandoc.convert_text(tidied(text).text, "csljson", format="biblatex"))
    assert [(item["id"], item.get("publisher")) for item in items] == [("a", None), ("b", "UN")]


def test_what_is_changed_is_said() -> None:
    text = "@online{b,\n  title = {B},  \n}\n\n@online{,\n  title = {{UN} and Rights},\n  author = {{UN}},\n}"
    assert tidied(text) == Formatted(
        "@online{b,\n  title = {B},\n}\n\n@online{un-nd-rights,\n  title = {{UN} and Rights},\n  author = {{UN}},\n}\n",
        (
            'Gave "UN and Rights" the key "un-nd-rights".',
            "Took off the spaces at the end of 1 line.",
            "Ended the file with one line end.",
        ),
    )


def test_a_doi_loses_what_stands_before_it() -> None:
    text = (
        '@misc{a, title = {A}, doi = { doi:10.1000/1 }, url = {https://doi.org/10.1000/2}}\n@misc{b, DOI = "doi:1"}\n'
    )
    told = "Took off what stood before the DOI 10.1000/1"
    assert tidied(text) == Formatted(text.replace("doi:10", "10"), (told,))
    assert tidied("@misc{c, doi = 1, title = {B}}\n").changes == ()


def test_moves_are_told_by_their_keys() -> None:
    text = "@misc{c, title = {C}}\n@misc{a, title = {A}}\n@misc{b, title = {B}}\n@preamble{{x}}\n@string{s = {S}}\n"
    assert tidied(text).changes == (
        "Moved the preamble to the top.",
        "Moved the abbreviation s behind the preamble.",
        'Moved "c" behind "b".',
    )


@pytest.mark.parametrize(
    "text",
    [
        "@misc{b, title = {B}} @misc{a, title = {A}}\n",  # on one line
        "@misc{b, title = {B}\n} @misc{a, title = {A}}\n",
    ],
)
def test_where_two_sources_share_a_line_the_order_stays(text: str) -> None:
    assert tidied(text) == Formatted(text, is_sorted=False)


def test_a_source_without_a_title_gets_no_key() -> None:
    text = "@misc{, author = {A}}\n"
    assert tidied(text) == Formatted(text)


def test_of_two_sources_with_one_key_the_first_stays_the_first() -> None:
    text = "@misc{b, title = {B}}\n@misc{a, title = {A}}\n@misc{a, title = {C}, title = {D}}\n"
    assert tidied(text).text == "@misc{a, title = {A}}\n@misc{a, title = {C}, title = {D}}\n@misc{b, title = {B}}\n"
