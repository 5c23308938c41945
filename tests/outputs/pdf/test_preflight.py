"""Tests of outputs.pdf.preflight: what a chapter holds that the handout cannot print, and what looks alike."""

from dataclasses import replace

import pytest

from studyguide.citeproc.notes import RenderedCitations
from studyguide.data import typefaces
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.markdown.chapter import Chapter
from studyguide.mkdocs.reading import reading_extension
from studyguide.outputs.pdf.preflight import missing_letters, unprintable_language, unprintable_sources
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
    text = "# A\n\n<!-- ቀሸ -->\n\nHarar, Mekelle (ቀሸ), and ቀሸ once more.\n\n- ሠሸ\n- `በ, ተ`\n"
    assert told(read(text)[0]) == [
        lacking("docs/background.md:5:17", "ቀሸ"),
        lacking("docs/background.md:7:3", "ሠሸ"),
        lacking("docs/background.md:8:4", "በ, ተ"),
    ]


@pytest.mark.parametrize(
    ("text", "shown", "script"),
    [
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국", "Korean"),  # as a Mac has it, in Unicode's form NFD
        ("\u304b\u304d\u3099", "かぎ", "Japanese"),
    ],
)
def test_letters_in_parts_are_told_at_their_place(text: str, shown: str, script: str) -> None:
    where, needs = "docs/background.md:3:10", f'is not installed, and the handout needs it for "{shown}". '
    words = f'{where}: The typeface for {script} {needs}Type "make fonts", or write it in Latin letters.'
    assert told(read(f"# A\n\nThe word {text} here.\n")[0]) == [words]


def test_a_typeface_that_is_not_installed_is_told_once_a_file() -> None:
    chapter = read("# A\n\nThe words 아동 and 권리.\n\nMore: 협약, and አዲስ.\n")[0]
    assert [words.partition(". ")[0] for words in told(chapter)] == [
        'docs/background.md:3:11: The typeface for Korean is not installed, and the handout needs it for "아동 권리"',
        'docs/background.md:5:15: The fonts of the handout lack "አዲስ"',
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ar", "سلام", "The handout's typeface for Arabic is not installed."),
        ("zh-Hant", "權利", "The handout's typeface for Traditional Chinese is not installed."),
        ("bn", "শিশু", "The handout cannot be printed: the engine has no typeface for the letters of this language."),
    ],
)
def test_a_language_without_its_typeface_is_told_once_where_it_is_set(
    language: str, text: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typefaces, "find_spec", lambda package: None)
    fault = unprintable_language(language, Location("mkdocs.yml", 3, 1))
    assert fault
    assert fault.message == words
    assert missing_letters(f"{text} ✀", language) == {"✀"}


@pytest.mark.parametrize("language", ["en", "el", "ru", "tr", "he", "ar", "zh", "zh-TW"])
def test_a_language_whose_letters_are_there_is_no_problem(language: str) -> None:
    assert unprintable_language(language, Location("mkdocs.yml")) is None


def test_without_a_handout_no_letter_is_missing() -> None:
    guide = replace(a_guide(), has_handout=False)
    reading = reading_extension(guide)
    text = "# A\n\nአዲስ\n"
    reading.prepare("background.md", SourceSpan(text, SourceFile("docs/background.md", text)))
    assert told(reading.finish("<h1>A</h1><p>አዲስ</p>")) == []
    file = SourceFile("glossary.yaml", "- term: አዲስ\n")
    named = replace(guide, terms=(a_term("a", "አዲስ"),), files=(file,))
    assert list(unprintable_sources(named, [], RenderedCitations({}, {}))) == []
    assert list(unprintable_sources(replace(named, has_handout=True), [], RenderedCitations({}, {}))) != []


@pytest.mark.parametrize("text", ["1\ufe0f\u20e3", "A\u20d7"])
def test_a_mark_is_told_with_what_it_stands_on(text: str) -> None:
    (words,) = told(read(f"# A\n\nStep {text} first.\n")[0])
    assert words.startswith(f'docs/background.md:3:6: The fonts of the handout lack the sign "{text}". Take it out,')


def test_letters_in_a_heading_are_told_there() -> None:
    assert told(read("# A\n\n## ቀሸ\n")[0]) == [lacking("docs/background.md:3:4", "ቀሸ")]


def test_of_a_long_text_its_first_letters_are_named() -> None:
    assert told(read(f"# A\n\n{'ቀሸ' * 30}\n")[0]) == [lacking("docs/background.md:3:1", f"{'ቀሸ' * 20}...")]


def test_a_sign_is_told_and_its_name_not_printed() -> None:
    [told_once] = told(read("# A\n\n🎉 and 👋🏽 for them, and ✖\n")[0])
    assert told_once.startswith(
        'docs/background.md:3:1: The fonts of the handout lack the sign "🎉 👋🏽 ✖". Take it out,'
    )


def test_the_lines_at_the_top_are_not_printed() -> None:
    text = "# A\n\nMekelle (ቀሸ).\n"
    assert told(read(text, before="---\ndescription: ቀሸ\n---\n")[0]) == [lacking("docs/background.md:6:10", "ቀሸ")]


@pytest.mark.parametrize(
    "text",
    [
        "Ελλάδα, Україна, محمد, שלום, 中文, Nguyễn, Łódź, ✓",
        "![ቀሸ](a.png)",
        "<!-- ቀሸ -->",
        '<span class="screen-only">ቀሸ</span>',
        '<abbr title="ቀሸ">B</abbr>',
        "[here](#ቀሸ)",
    ],
)
def test_what_is_printed_or_is_no_text(text: str) -> None:
    assert told(read(f"# A\n\n{text}\n")[0]) == []


def test_an_address_is_printed_too() -> None:
    assert told(read("# A\n\n[Here](https://am.example.org/ቀሸ).\n")[0]) == [lacking("docs/background.md:3:31", "ቀሸ")]


def test_letters_that_are_written_otherwise_are_told_where_the_chapter_begins() -> None:
    assert told(read("# A\n\nIt is &#4664;&#4672;.\n")[0]) == [lacking("docs/background.md:1:1", "ሸቀ")]


def test_a_chapter_that_is_not_printed_may_hold_all() -> None:
    assert told(read("# A\n\n#### B\n\nቀሸ\n", is_printed=False)[0]) == []


def test_the_title_of_an_event_is_told_where_it_stands() -> None:
    event = an_event("e", title="In ቀሸ", see=["background.md#b"])
    timeline = SourceFile("timeline.yaml", '- title: "In ቀሸ"\n  id: e  # ቀሸ\n# ቀሸ\n')
    reading = reading_extension(replace(a_guide(events=[event]), files=(timeline,)))
    text = "# A\n\n## B {#b}\n"
    reading.prepare("background.md", SourceSpan(text, SourceFile("docs/background.md", text)))
    html = "<h1>A</h1><h2>B</h2><ul><li>In ቀሸ</li></ul>"
    assert told(reading.finish(html)) == [lacking("timeline.yaml:1:14", "ቀሸ")]


BIBLIOGRAPHY = """@book{one, title = {One ለ},
  author = {ተ, Li}}
@book{two,
  title = {{\\emph{Two}} ሰ}}

@book{three,
  title = {Three}}
"""


def test_the_sources_that_are_printed() -> None:
    places = {"one": 1, "two": 3, "three": 6}
    sources = [replace(a_source(key), where=Location("bibliography.bib", line, 1)) for key, line in places.items()]
    guide = replace(a_guide(sources=sources), files=(SourceFile("bibliography.bib", BIBLIOGRAPHY),))
    written = RenderedCitations({}, {"one": "<i>One ለ</i>, ተ, Li", "two": "Two ሰ", "three": "Three ቐሐ"})
    cited = read("# A\n\nA.[@one]\n")[0]

    def places_of(*chapters: Chapter) -> list[str]:
        problems = list(unprintable_sources(guide, chapters, written))
        assert {problem.rule for problem in problems} <= {"unprintable"}
        return [f"{problem.where}: {problem.words}" for problem in problems]

    one = [lacking("bibliography.bib:1:25", "ለ"), lacking("bibliography.bib:2:13", "ተ")]
    assert places_of(cited) == one
    assert places_of() == places_of(read("# A\n\nA.[@one]\n", is_printed=False)[0]) == []
    three = [lacking("bibliography.bib:6:1", "ሐቐ")]  # an abbreviation of BibTeX, say
    assert places_of(cited, read("# B\n\nB.[@three]\n")[0]) == one + three
    guide = replace(guide, sources=(replace(sources[1], fields={"keywords": "further-reading"}),))
    assert places_of() == [lacking("bibliography.bib:4:25", "ሰ")]


def test_a_letter_is_told_in_its_own_source_alone() -> None:
    """Of three sources below one another that all hold it, each is told of between its first line and its last."""
    text = "".join(f"@book{{{key}, title = {{ለ}}}}\n" for key in ("one", "two", "three"))
    sources = [
        replace(a_source(key), where=Location("bibliography.bib", line, 1))
        for line, key in enumerate(("one", "two", "three"), 1)
    ]
    guide = replace(a_guide(sources=sources), files=(SourceFile("bibliography.bib", text),))
    written = RenderedCitations({}, dict.fromkeys(("one", "two", "three"), "ለ"))
    for line, key in enumerate(("one", "two", "three"), 1):
        chapter = read(f"# A\n\nA.[@{key}]\n")[0]
        assert [problem.where.line for problem in unprintable_sources(guide, [chapter], written)] == [line]


def test_of_a_source_without_an_entry_nothing_is_told() -> None:
    guide = replace(a_guide(sources=[a_source("one")]), files=(SourceFile("bibliography.bib", BIBLIOGRAPHY),))
    assert list(unprintable_sources(guide, [read("# A\n\nA.[@one]\n")[0]], RenderedCitations({}, {}))) == []
