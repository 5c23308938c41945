"""Tests of outputs.pdf.preflight: what a chapter holds that the handout cannot print, and what looks alike."""

from dataclasses import replace

import pytest

from studyguide.citeproc.notes import RenderedCitations
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.markdown.chapter import Chapter
from studyguide.mkdocs.reading import reading_extension
from studyguide.outputs.pdf.preflight import unprintable_sources
from tests.helpers import a_guide, a_source, a_term, an_event, read

LEAVE = ', or leave the chapter out of the handout: "handout: false" at its top.'


def told(chapter: Chapter) -> list[str]:
    return [f"{problem.where}: {problem.words}" for problem in chapter.problems if problem.rule == "unprintable"]


def lacking(where: str, letters: str) -> str:
    end = LEAVE if ".md" in where else "."
    return f'{where}: The fonts of the handout lack "{letters}". Write it in Latin letters{end}'


def test_a_level_that_is_skipped_is_told_at_its_heading() -> None:
    text = "# A\n\n## B\n\n#### C\n\n##### D\n\n## E\n\n#### F\n"
    words = "A heading of level 4 (####) follows one of level 2 (##). The handout can skip none: "
    words += "write ### here, or put such a heading above."
    assert told(read(text)[0]) == [f"docs/background.md:5:6: {words}", f"docs/background.md:11:6: {words}"]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## B\n\n### C\n\n#### D\n\n## E\n",
        "## Without a title\n\n### B\n",
        "### The title comes later\n\n# A\n",  # Typst goes on from the chapter before
        "# A\n\n## B\n\n<h3>By hand</h3>\n\n#### C\n",
        '# A\n\n#### For the screen {: .screen-only }\n\n<div class="screen-only"><h4>C</h4></div>\n\n## B\n',
        "# A\n\n<!-- #### B -->\n\n```\n#### C\n```\n\nWrite `#### D`.\n",
    ],
)
def test_no_level_is_skipped(text: str) -> None:
    assert told(read(text)[0]) == []


def test_a_level_that_a_list_of_terms_skips_is_told_at_the_heading_above() -> None:
    (line,) = told(read("# Terms\n\n<!-- key-terms -->\n", [a_term("x"), a_term("y")], path="key-terms.md")[0])
    words = "A heading of level 3 (###) follows one of level 1 (#). The handout can skip none: put a ## below it."
    assert line == f"docs/key-terms.md:1:3: {words}"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("### B\n", "1:5"),
        ("<h1>A</h1>\n\n<h3>B</h3>\n", "1:1"),
        ("# A\n\n<h3>By hand</h3>\n", "1:3"),
        ("# A\n\n> ### B\n", "3:7"),
    ],
)
def test_what_else_skips_a_level(text: str, where: str) -> None:
    assert [line.partition(": ")[0] for line in told(read(text)[0])] == [f"docs/background.md:{where}"]


def test_letters_that_no_font_has_are_told_once_a_line() -> None:
    text = "# A\n\n<!-- 北京 -->\n\nXi'an, Beijing (北京), and 北京 once more.\n\n- 东京\n- `李, 王`\n"
    assert told(read(text)[0]) == [
        lacking("docs/background.md:5:17", "北京"),
        lacking("docs/background.md:7:3", "东京"),
        lacking("docs/background.md:8:4", "李, 王"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),  # as a Mac has it, in Unicode's form NFD
        ("\u304b\u304d\u3099", "かぎ"),
    ],
)
def test_letters_in_parts_are_told_at_their_place(text: str, shown: str) -> None:
    assert told(read(f"# A\n\nThe word {text} here.\n")[0]) == [lacking("docs/background.md:3:10", shown)]


@pytest.mark.parametrize("text", ["1\ufe0f\u20e3", "A\u20d7"])
def test_a_mark_is_told_with_what_it_stands_on(text: str) -> None:
    (words,) = told(read(f"# A\n\nStep {text} first.\n")[0])
    assert words.startswith(f'docs/background.md:3:6: The fonts of the handout lack the sign "{text}". Take it out,')


def test_letters_in_a_heading_are_told_there() -> None:
    assert told(read("# A\n\n## 北京\n")[0]) == [lacking("docs/background.md:3:4", "北京")]


def test_of_a_long_text_its_first_letters_are_named() -> None:
    assert told(read(f"# A\n\n{'北京' * 30}\n")[0]) == [lacking("docs/background.md:3:1", f"{'北京' * 20}...")]


def test_a_sign_is_told_and_its_name_not_printed() -> None:
    [told_once] = told(read("# A\n\n🎉 and 👋🏽 for them, and ✖\n")[0])
    assert told_once.startswith(
        'docs/background.md:3:1: The fonts of the handout lack the sign "🎉 👋🏽 ✖". Take it out,'
    )


def test_the_lines_at_the_top_are_not_printed() -> None:
    text = "# A\n\nBeijing (北京).\n"
    assert told(read(text, before="---\ndescription: 北京\n---\n")[0]) == [lacking("docs/background.md:6:10", "北京")]


@pytest.mark.parametrize(
    "text",
    [
        "Ελλάδα, Україна, محمد, שלום, हिन्दी, Nguyễn, Łódź, ✓",
        "![北京](a.png)",
        "<!-- 北京 -->",
        '<span class="screen-only">北京</span>',
        '<abbr title="北京">B</abbr>',
        "[here](#北京)",
    ],
)
def test_what_is_printed_or_is_no_text(text: str) -> None:
    assert told(read(f"# A\n\n{text}\n")[0]) == []


def test_an_address_is_printed_too() -> None:
    assert told(read("# A\n\n[Here](https://zh.example.org/北京).\n")[0]) == [
        lacking("docs/background.md:3:31", "北京")
    ]


def test_letters_that_are_written_otherwise_are_told_where_the_chapter_begins() -> None:
    assert told(read("# A\n\nIt is &#20140;&#21271;.\n")[0]) == [lacking("docs/background.md:1:1", "京北")]


def test_a_chapter_that_is_not_printed_may_hold_all() -> None:
    assert told(read("# A\n\n#### B\n\n北京\n", is_printed=False)[0]) == []


def test_the_title_of_an_event_is_told_where_it_stands() -> None:
    event = an_event("e", title="In 北京", see=["background.md#b"])
    timeline = SourceFile("timeline.yaml", '- title: "In 北京"\n  id: e  # 北京\n# 北京\n')
    reading = reading_extension(replace(a_guide(events=[event]), files=(timeline,)))
    text = "# A\n\n## B {#b}\n"
    reading.prepare("background.md", SourceSpan(text, SourceFile("docs/background.md", text)))
    html = "<h1>A</h1><h2>B</h2><ul><li>In 北京</li></ul>"
    assert told(reading.finish(html)) == [lacking("timeline.yaml:1:14", "北京")]


BIBLIOGRAPHY = """@book{one, title = {One 一},
  author = {王, Li}}
@book{two,
  title = {{\\emph{Two}} 二}}

@book{three,
  title = {Three}}
"""


def test_the_sources_that_are_printed() -> None:
    places = {"one": 1, "two": 3, "three": 6}
    sources = [replace(a_source(key), where=Location("bibliography.bib", line, 1)) for key, line in places.items()]
    guide = replace(a_guide(sources=sources), files=(SourceFile("bibliography.bib", BIBLIOGRAPHY),))
    written = RenderedCitations({}, {"one": "<i>One 一</i>, 王, Li", "two": "Two 二", "three": "Three 四三"})
    cited = read("# A\n\nA.[@one]\n")[0]

    def places_of(*chapters: Chapter) -> list[str]:
        problems = list(unprintable_sources(guide, chapters, written))
        assert {problem.rule for problem in problems} <= {"unprintable"}
        return [f"{problem.where}: {problem.words}" for problem in problems]

    one = [lacking("bibliography.bib:1:25", "一"), lacking("bibliography.bib:2:13", "王")]
    assert places_of(cited) == one
    assert places_of() == places_of(read("# A\n\nA.[@one]\n", is_printed=False)[0]) == []
    three = [lacking("bibliography.bib:6:1", "三四")]  # an abbreviation of BibTeX, say
    assert places_of(cited, read("# B\n\nB.[@three]\n")[0]) == one + three
    guide = replace(guide, sources=(replace(sources[1], fields={"keywords": "further-reading"}),))
    assert places_of() == [lacking("bibliography.bib:4:25", "二")]


def test_a_letter_is_told_in_its_own_source_alone() -> None:
    """Of three sources below one another that all hold it, each is told of between its first line and its last."""
    text = "".join(f"@book{{{key}, title = {{一}}}}\n" for key in ("one", "two", "three"))
    sources = [
        replace(a_source(key), where=Location("bibliography.bib", line, 1))
        for line, key in enumerate(("one", "two", "three"), 1)
    ]
    guide = replace(a_guide(sources=sources), files=(SourceFile("bibliography.bib", text),))
    written = RenderedCitations({}, dict.fromkeys(("one", "two", "three"), "一"))
    for line, key in enumerate(("one", "two", "three"), 1):
        chapter = read(f"# A\n\nA.[@{key}]\n")[0]
        assert [problem.where.line for problem in unprintable_sources(guide, [chapter], written)] == [line]


def test_of_a_source_without_an_entry_nothing_is_told() -> None:
    guide = replace(a_guide(sources=[a_source("one")]), files=(SourceFile("bibliography.bib", BIBLIOGRAPHY),))
    assert list(unprintable_sources(guide, [read("# A\n\nA.[@one]\n")[0]], RenderedCitations({}, {}))) == []
