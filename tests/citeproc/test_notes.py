"""Tests of citeproc.notes against pandoc's own reading of the same Markdown: the cases of golden/notes.yaml."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pypandoc
import pytest
import yaml

from studyguide.citeproc.background import in_background
from studyguide.citeproc.notes import CiteprocError, RenderedCitations, render_citations
from studyguide.citeproc.repetitions import Repetition
from studyguide.data.bibliography import read_sources
from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.markdown.chapter import Chapter
from tests import paths
from tests.helpers import read
from tests.paths import GOLDEN, TESTS

BIBLIOGRAPHY = GOLDEN / "notes.bib"
STYLES = {
    "mla-notes": paths.STYLES / "mla-notes.csl",
    "mla-notes-ibid": paths.STYLES / "mla-notes-ibid.csl",
    "note-numbers": TESTS / "styles" / "note-numbers.csl",
    "author-date": TESTS / "styles" / "author-date.csl",
}
CASES: list[dict[str, Any]] = yaml.safe_load((GOLDEN / "notes.yaml").read_text(encoding="utf-8"))


def markdown(calls: list[str]) -> str:
    """A chapter with a word before each call, and the ordinary notes below."""
    paragraphs, notes = ["# A chapter"], []
    for number, call in enumerate(calls):
        if call.startswith("^"):
            paragraphs.append(f"Word.[^n{number}]")
            notes.append(f"[^n{number}]: {call[1:]}")
        else:
            paragraphs.append(f"Word.{call}")
    return "\n\n".join([*paragraphs, *notes])


def chapters_of(case: dict[str, Any]) -> list[Chapter]:
    return [read(markdown(calls), path=f"{place}.md")[0] for place, calls in enumerate(case["chapters"])]


def guide_of(bibliography: str, style: str, language: str = "en-GB") -> Guide:
    sources, _ = read_sources(SourceFile("bibliography.bib", bibliography))
    text = STYLES[style].read_text(encoding="utf-8")
    return Guide(sources=sources, bibliography=bibliography, style=text, language=language)


def write(*texts: str, style: str = "mla-notes", bibliography: str = "", language: str = "en-GB") -> RenderedCitations:
    chapters = [read(text, path=f"{place}.md")[0] for place, text in enumerate(texts)]
    bibliography = bibliography or BIBLIOGRAPHY.read_text(encoding="utf-8")
    return render_citations(chapters, guide_of(bibliography, style, language))


def in_reading_order(chapters: list[Chapter], written: RenderedCitations) -> list[str]:
    """The texts of the citations, in the order of the notes that hold them."""
    places = [(chapter.path, number) for chapter in chapters for note in chapter.notes for number in note.citations]
    assert set(places) <= set(written.citations)
    return [written.citations[place] for place in places]


@cache
def ask_pandoc(text: str, style: str) -> tuple[str, ...]:
    """What each citation of one chapter says, as pandoc alone writes it."""
    settings = "\n\n---\nlang: en-GB\nnocite: '@*'\n---\n"  # at the end, since pandoc counts it as a note
    command = [pypandoc.get_pandoc_path(), "--from=markdown-smart", "--to=html", "--wrap=none", "--citeproc"]
    command += [f"--bibliography={BIBLIOGRAPHY}", f"--csl={STYLES[style]}"]
    done = subprocess.run(command, input=text + settings, capture_output=True, check=True, encoding="utf-8")
    root = ElementTree.fromstring(f"<body>{done.stdout}</body>")
    notes = {item.get("id"): item for item in root.iter("li")}
    return tuple(found for block in root if block.tag == "p" for found in _citations(block, notes))


def _citations(element: Element, notes: dict[str | None, Element]) -> Iterator[str]:
    """The citations within an element; where it calls a note, those of the note, or the note as a whole."""
    for child in element:
        if child.get("class") == "footnote-ref":
            (paragraph,) = notes[child.attrib["href"][1:]]
            paragraph.remove(paragraph[-1])  # its link back
            cited = list(_citations(paragraph, notes))
            yield from cited or ([] if element.get("class") != "citation" else [normal(inner(paragraph))])
        elif child.get("class") == "citation" and "footnote-ref" not in {link.get("class") for link in child}:
            yield normal(inner(child))
        else:
            yield from _citations(child, notes)


def inner(element: Element) -> str:
    whole = ElementTree.tostring(element, encoding="unicode").strip()
    return whole[whole.index(">") + 1 : whole.rindex("</")]


def normal(html: str) -> str:
    """The same HTML in one way of writing."""
    return ElementTree.canonicalize(f"<x>{html}</x>", strip_text=True)


def text_of(html: str) -> str:
    return "".join(ElementTree.fromstring(f"<x>{html}</x>").itertext()).replace("\u00a0", " ")


@pytest.mark.parametrize("style", sorted(STYLES.keys() - {"author-date"}))  # that one becomes a note style
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_notes_are_those_of_pandoc(case: dict[str, Any], style: str) -> None:
    chapters = chapters_of(case)
    bibliography = BIBLIOGRAPHY.read_text(encoding="utf-8")
    written = render_citations(chapters, guide_of(bibliography, style))
    texts = in_reading_order(chapters, written)
    assert [normal(text) for text in texts] == [
        answer for calls in case["chapters"] for answer in ask_pandoc(markdown(calls), style)
    ]
    if style in case.get("says", {}):
        assert [text_of(text) for text in texts] == case["says"][style]


def test_the_golden_cases_name_only_known_styles() -> None:
    assert {style for case in CASES for style in case.get("says", {})} <= set(STYLES)


def test_every_source_has_an_entry_in_the_order_of_the_style() -> None:
    """By author, and by title where there is none; also those that nothing cites."""
    written = write("# One\n\nWord.[@smith]")
    assert list(written.entries) == ["trail.", "lee", "dbl--x", "smith", "un:a.res/44-25_e"]
    assert text_of(written.entries["dbl--x"]) == "Smith, Anna. A Second Book. Small Press, 2001."
    assert text_of(written.entries["smith"]) == "Smith, Anna. The Law of the Child: A History. Small Press, 2001."


def test_a_guide_without_citations_has_entries_all_the_same() -> None:
    written = write("# One\n\nWord.")
    assert written.citations == {}
    assert len(written.entries) == 5


def test_a_guide_without_sources() -> None:
    assert write("# One\n\nWord.", bibliography="% none yet\n") == RenderedCitations({}, {})


def test_addresses_are_links() -> None:
    written = write("# One\n\nWord.[@un:a.res/44-25_e]")
    address = "https://www.example.org/a_b?c=d&amp;e=%20#f"
    assert f'<a href="{address}">{address}</a>' in written.citations["0.md", 0]
    assert f'<a href="{address}">{address}</a>' in written.entries["un:a.res/44-25_e"]


def test_what_looks_like_html_in_a_title_is_text() -> None:
    bibliography = "@book{a, title = {{<script>alert(1)</script> & more}}, publisher = {P}}"
    written = write("# One\n\nWord.[@a, <u>x</u>]", bibliography=bibliography)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in written.entries["a"]
    assert "&lt;u&gt;x&lt;/u&gt;" in written.citations["0.md", 0]


def test_a_control_character_that_was_pasted_is_dropped() -> None:
    written = write("# One\n\nWord.[@a]", bibliography="@book{a, title = {{One\x0b Two\x01}}, publisher = {P}}")
    assert text_of(written.entries["a"]) == "One Two. P, n.d."


def test_the_language_of_the_guide_is_that_of_the_notes() -> None:
    written = write("# One\n\nWord.[@smith, S. 4]", language="de", style="note-numbers")
    assert text_of(written.citations["0.md", 0]) == "Smith, The Law of the Child: A History, S. 4."


@pytest.mark.parametrize("path", ["chairs/a b.md", "a&b<c>.md", "a|1.md", "é\"'.md"])
def test_any_file_name_will_do(path: str) -> None:
    chapter, _ = read("# One\n\nWord.[@smith] Word.[@lee]", path=path)
    written = render_citations([chapter], guide_of(BIBLIOGRAPHY.read_text(encoding="utf-8"), "author-date"))
    assert {place: text_of(text) for place, text in written.citations.items()} == {
        (path, 0): "Smith 2001. The law of the child: A history.",
        (path, 1): "Lee & Diaz 2010. Children online.",
    }


@pytest.mark.parametrize(
    ("bibliography", "line"),
    [
        ("@book{a,\n  title = {A}\n  publisher = {P},\n}\n", 3),  # a comma is missing on line 2
        ("@book{a,\n  title = {A,\n}\n", 4),  # a brace is open to the end
    ],
)
def test_pandoc_says_where_it_stopped(bibliography: str, line: int) -> None:
    with pytest.raises(CiteprocError) as caught:
        write("# One\n\nWord.[@a]", bibliography=bibliography)
    assert str(caught.value.problem) == (
        f"bibliography.bib:{line}: Nothing can be read from this line on. "
        "Check that the line above ends with a comma, and that each { has its }. [bibtex-syntax]"
    )


def test_what_pandoc_says_without_a_line_is_handed_on() -> None:
    problem = CiteprocError("pandoc: Heap exhausted").problem
    words = "Pandoc, which writes the notes, stopped: pandoc: Heap exhausted"
    assert str(problem) == f"bibliography.bib:1: {words} [bibtex-syntax]"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every program that is run, by what it is given to read."""
    given: list[str] = []
    really: Callable[..., Any] = subprocess.run

    def run(*arguments: Any, **options: Any) -> Any:
        given.append(Path(options["cwd"], "document").read_text(encoding="utf-8"))
        return really(*arguments, **options)

    monkeypatch.setattr(subprocess, "run", run)
    return given


def test_pandoc_is_not_begun_where_the_files_are_to_be_mended_first(runs: list[str]) -> None:
    guide = Guide(problems=(Problem(Location("bibliography.bib", 1), "wrong-crossref", "A refers to itself."),))
    with pytest.raises(CiteprocError):
        in_background(lambda: render_citations((), guide), guide).result(timeout=10)
    assert runs == []


def test_pandoc_runs_once_for_all_chapters_and_not_again_for_the_same(runs: list[str]) -> None:
    texts = [f"# {number}\n\nWord.[@smith, p. {number}]" for number in range(200, 220)]
    first = write(*texts)
    assert len(runs) == 1
    assert write(*texts) == first
    assert write(*[text.replace("Word", "Other words") for text in texts]) == first
    assert len(runs) == 1
    assert write(*texts, style="author-date") != first
    assert write(*[text.replace("smith", "lee") for text in texts]) != first
    bibliography = BIBLIOGRAPHY.read_text(encoding="utf-8")
    assert write(*texts, bibliography=bibliography.replace("2001", "2002")) != first
    assert len(runs) == 4


def test_a_style_without_a_bibliography_writes_an_entry_as_a_first_citation() -> None:
    style = STYLES["mla-notes"].read_text(encoding="utf-8")
    start, end = style.index("<bibliography"), style.index("</bibliography>") + len("</bibliography>")
    guide = replace(guide_of(BIBLIOGRAPHY.read_text(encoding="utf-8"), "mla-notes"), style=style[:start] + style[end:])
    chapter, _ = read("# One\n\nWord.[@smith] Word.[@smith, p. 4]")
    written = render_citations([chapter], guide)
    assert written.entries.keys() == {source.key for source in guide.sources}
    assert written.entries["smith"] == written.citations["background.md", 0]


@pytest.mark.parametrize("end", ["% the end", "% the end\n", "%", "\n"])
def test_a_remark_may_end_the_bibliography(end: str) -> None:
    written = write("# A\n\nWord.[@a]\n", bibliography=f"@book{{a, title = {{Water}}, date = {{2001}}}}\n{end}")
    assert text_of(written.entries["a"]) == "Water. 2001."


@pytest.mark.parametrize(
    ("source", "entry"),
    [
        ("@book{a, title = {Rivers}, AUTHOR, editor = {Fox, Bo}, translator = {Lee, Kim}, volume = {3}}",
         "Smith, Ann. Rivers. Edited by Bo Fox, translated by Kim Lee, vol. 3, 2001."),
        ("@book{a, title = {Rivers}, AUTHOR, edition = {revised edition}, publisher = {Small Press}}",
         "Smith, Ann. Rivers. Rev. ed., Small Press, 2001."),
        ("@book{a, title = {Rivers}, AUTHOR, volume = {4}}", "Smith, Ann. Rivers. Vol. 4, 2001."),
        ("@article{a, title = {Rivers}, AUTHOR, journaltitle = {eLife}, volume = {4}}",
         "Smith, Ann. “Rivers.” eLife, vol. 4, 2001."),
        ("@incollection{a, title = {Rivers}, AUTHOR, booktitle = {Water}, editor = {Fox, Bo}}",
         "Smith, Ann. “Rivers.” Water, edited by Bo Fox, 2001."),
    ],
)  # fmt: skip
def test_what_stands_behind_the_full_stop_of_a_title_has_a_capital(source: str, entry: str) -> None:
    """As in the MLA Handbook, 9th edition, appendix 2: Works Cited by publication format."""
    bibliography = source.replace("AUTHOR", "author = {Smith, Ann}, date = {2001}")
    written = write("# A\n\nWord.[@a]\n", bibliography=bibliography)
    assert text_of(written.entries["a"]) == entry


SET = """@set{both, entryset = {b, a}}
@book{a, author = {Smith, Ann}, title = {Rivers}, date = {2001}}
@book{b, author = {Fox, Bo}, title = {Lakes}, date = {2002}}
"""


@pytest.mark.parametrize(
    ("citation", "note"),
    [
        ("[@both]", "Bo Fox. Lakes. 2002; Ann Smith. Rivers. 2001."),
        ("[see @both, p. 4]", "See Bo Fox. Lakes. 2002; Ann Smith. Rivers. 2001, p. 4."),
        ("[@a; @both]", "Ann Smith. Rivers. 2001; Bo Fox. Lakes. 2002; Smith, Rivers."),
    ],
)
def test_a_set_is_cited_by_its_members_in_its_order(citation: str, note: str) -> None:
    sources, problems = read_sources(SourceFile("bibliography.bib", SET))
    chapter, _ = read(f"# A\n\nWord.{citation}\n", sources=sources)
    written = render_citations([chapter], guide_of(SET, "mla-notes"))
    assert text_of(written.citations[chapter.path, 0]) == note
    assert list(written.entries) == ["b", "a"]
    assert {problem.rule for problem in problems} == {"missing-address"}


@pytest.mark.parametrize(
    ("style", "entries"),
    [
        (
            "mla-notes",
            [
                "Fox, Bo, editor. Wells. Translated by Kim Lee, 2003.",
                "Lee, Kim. “Upper Rivers.” The North, Rivers of the World, edited by Bo Fox, vol. 2, 2002.",
                "Smith, Ann. The C Book. Waters, vol. C, 2001.",
            ],
        ),
        (
            "un-notes",
            [
                "Fox, Bo, ed. Wells, translated by Kim Lee (2003).",
                "Lee, Kim. “Upper rivers”, in Rivers of the World, Bo Fox, ed., vol. 2, The North (2002).",
                "Smith, Ann. Waters, vol. C, The C Book (2001).",
            ],
        ),
    ],
)
def test_volumes_with_titles_of_their_own_and_translators(
    style: str, entries: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As MLA has it: the volume's title, then that of the whole with the volume's number (MLA Style Center)."""
    monkeypatch.setitem(STYLES, "un-notes", paths.STYLES / "un-notes.csl")
    bibliography = """
@book{a, author = {Smith, Ann}, title = {The C Book}, maintitle = {Waters}, volume = {C}, date = {2001}}
@incollection{b, author = {Lee, Kim}, title = {Upper Rivers}, booktitle = {The North}, editor = {Fox, Bo},
  maintitle = {Rivers of the World}, volume = {2}, date = {2002}}
@book{c, title = {Wells}, editor = {Fox, Bo}, translator = {Lee, Kim}, date = {2003}}
"""
    written = write("# A\n\nWord.[@a]\n", style=style, bibliography=bibliography)
    assert [text_of(entry) for entry in written.entries.values()] == entries


def test_a_citation_at_each_position_is_as_a_chapter_has_it() -> None:
    """In full as the first of a chapter; ibid right behind the same source, a short form behind another."""
    chapter = read("# A\n\nA [@smith, p. 4]. B [@smith, p. 5]. C [@lee]. D [@smith, p. 5].\n", path="a.md")[0]
    guide = guide_of(BIBLIOGRAPHY.read_text(encoding="utf-8"), "mla-notes-ibid")
    written = render_citations([chapter], guide, at_positions=True)
    at, in_chapter = written.at_positions, [written.citations["a.md", number] for number in range(4)]
    assert [
        at[Repetition("first", "smith", ", p. 4")],
        at[Repetition("ibid-with-locator", "smith", ", p. 5")],
    ] == in_chapter[:2]
    assert [at[Repetition("first", "lee", "")], at[Repetition("subsequent", "smith", ", p. 5")]] == in_chapter[2:]
    assert at[Repetition("ibid", "smith", ", p. 4")] == "Ibid."
    assert {suffix for _, key, suffix in at if key == "smith"} == {"", ", p. 4", ", p. 5"}
    assert render_citations([chapter], guide).at_positions == {}
