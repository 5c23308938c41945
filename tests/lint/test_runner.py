"""Tests of lint.runner: what is told of a guide in memory, and of what nothing is told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pytest

from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from studyguide.data.timeline import Event
from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import LOST, SourceFile, SourceSpan
from studyguide.images.files import PictureFiles
from studyguide.lint.lost_markup import lost_in_reading
from studyguide.lint.runner import check_guide
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.source import ChapterSource
from studyguide.mkdocs.reading import reading_extension
from tests.helpers import a_guide, a_source, a_term, an_event, chapters_with, markdown_with, read, span

FILES = {"index.md", "background.md", "stakeholders.md", "chairs/start.md", "assets/chart.svg", "assets/two words.png"}


def told(guide: Guide, chapters: Iterable[Chapter]) -> list[str]:
    """The errors that are told, but for the lists that have no page in so small a guide."""
    problems = [problem for problem in check_guide(guide, list(chapters), FILES) if not problem.is_warning]
    return [str(problem) for problem in problems if problem.rule != "missing-marker"]


@pytest.mark.parametrize(
    ("event", "message"),
    [
        (an_event("e", actors=["europol"], terms=["hotline"], see=["background.md#poverty", "index.md"]), ""),
        (
            an_event("e", actors=["europl"]),
            'No section of docs/stakeholders.md has the id "europl". Did you mean "europol"? [unknown-section]',
        ),
        (
            an_event("e", actors=["stakeholders"]),  # the title of the page is no stakeholder
            'No section of docs/stakeholders.md has the id "stakeholders". Check the spelling. [unknown-section]',
        ),
        (
            an_event("e", terms=["hotlin"]),
            'No term in glossary.yaml has the id "hotlin". Did you mean "hotline"? [unknown-term]',
        ),
        (
            an_event("e", see=["backgrund.md#x"]),
            'No chapter is at "backgrund.md". Did you mean "background.md"? [unknown-file]',
        ),
        (an_event("e", see=["brickyard.md"]), 'No chapter is at "brickyard.md". Check the spelling. [unknown-file]'),
        (
            an_event("e", see=["assets/chart.svg"]),
            'No chapter is at "assets/chart.svg". Check the spelling. [unknown-file]',
        ),
        (
            an_event("e", see=["background.md#povert"]),
            'No section of docs/background.md has the id "povert". Did you mean "poverty"? [unknown-section]',
        ),
        (
            an_event("e", see=["background.md#raw"]),  # a place, and no section: it could hold no list of events
            'No section of docs/background.md has the id "raw". Check the spelling. [unknown-section]',
        ),
        (an_event("e", former_ids=["old"]), ""),
        (
            an_event("e", former_ids=["e"]),
            'The former id "e" is the id of another event. Take it out here. [former-id-in-use]',
        ),
    ],
)
def test_what_events_name(event: Event, message: str) -> None:
    guide = a_guide([a_term("hotline")], [event])
    assert told(guide, chapters_with("# Home\n")) == ([f"timeline.yaml:1:1: {message}"] if message else [])


def test_a_guide_without_a_stakeholders_page() -> None:
    guide = a_guide(events=[an_event("e", actors=["europol"])])
    assert told(guide, [read("# Home\n", path="index.md")[0]]) == [
        'timeline.yaml:1:1: No section of docs/stakeholders.md has the id "europol". '
        "Check the spelling. [unknown-section]"
    ]


@pytest.mark.parametrize(
    ("term", "message"),
    [
        (a_term("other", see_also=["hotline"], former_ids=["old"]), ""),
        (
            a_term("other", see_also=["line"]),
            'No term in glossary.yaml has the id "line". Did you mean "hotline"? [unknown-term]',
        ),
        (
            a_term("other", former_ids=["hotline"]),
            'The former id "hotline" is the id of another term. Take it out here. [former-id-in-use]',
        ),
        (
            a_term("other", aliases=["HOTLINE"]),
            '"HOTLINE" already names the term "hotline". Take it away from one of the two. [shared-name]',
        ),
    ],
)
def test_what_terms_name(term: Term, message: str) -> None:
    guide = a_guide([a_term("hotline"), term])
    assert told(guide, chapters_with("# Home\n")) == ([f"glossary.yaml:1:1: {message}"] if message else [])


def test_of_a_file_that_cannot_be_read_nothing_is_unknown() -> None:
    guide = a_guide([a_term("a", see_also=["b"])], [an_event("e", terms=["b"])], term_ids=None, event_ids=None)
    assert told(guide, chapters_with("# Home\n\n[x](term:b) [y](event:f)\n")) == []


def test_a_fault_in_an_entry_makes_no_links_to_it_wrong() -> None:
    guide = a_guide(term_ids=frozenset({"faulty"}), event_ids=frozenset({"faulty"}))
    assert told(guide, chapters_with("# Home\n\n[x](term:faulty) [y](event:faulty)\n")) == []


def test_citations_of_unknown_sources() -> None:
    text = "# Home\n\nText.[@smith, p. 4; see @smiht] Note.[^n]\n\n[^n]: In a note.[@jones]\n"
    assert told(a_guide(sources=[a_source("smith")]), chapters_with(text)) == [
        'docs/index.md:3:25: No source in bibliography.bib has the key "smiht". Did you mean "smith"? [unknown-source]',
        'docs/index.md:5:18: No source in bibliography.bib has the key "jones". Check the spelling. [unknown-source]',
    ]


@pytest.mark.parametrize(
    ("cited", "key"),
    [
        ("@asc+", "asc+"),
        ("@asc+, p. 4", "asc+"),
        ("see @asc+; @smith", "asc+"),
        ("@a--b, art. 5", "a--b"),
        ("@one:a.", "one:a."),
        ("@smith,2001", "smith,2001"),
    ],
)
def test_a_key_that_ends_before_a_sign_of_it(cited: str, key: str) -> None:
    guide = a_guide(sources=[a_source(each) for each in ("smith", "asc+", "a--b", "one:a.", "smith,2001")])
    (line,) = told(guide, chapters_with(f"# Home\n\nText.[{cited}] More.[@{{asc+}}, p. 4] And.[@smith, 2001]\n"))[:1]
    assert line.endswith(f'The key "{key}" is read up to a sign in it. Write [@{{{key}}}]. [unknown-source]')
    assert not any("asc+}" in each for each in told(guide, chapters_with("# Home\n\nText.[@{asc+}, p. 4]\n")))


@pytest.mark.parametrize(
    ("items", "told_items"),
    [
        (["smith", "art. 1"], {"art. 1": "smith, art. 1"}),
        (["smith", "p. 4", "jones", "12-14"], {"p. 4": "smith, p. 4", "12-14": "jones, 12-14"}),
        (["smith", "arts 3 and 4", "p5"], {"arts 3 and 4": "smith, arts 3 and 4", "p5": "smith, arts 3 and 4, p5"}),
        (["smith, art. 1", "jones", "a 1"], {"a 1": "jones, a 1"}),
        (["smith", "jones"], {}),
        (["smith", "un.crc1989"], {}),
        (["smith", "jonse2001"], {"jonse2001": ""}),
        (["art. 1", "smith"], {"art. 1": ""}),
    ],
)
def test_a_comma_that_makes_two_sources_of_one(items: list[str], told_items: dict[str, str]) -> None:
    """Each item stands in a file of its own here, so that its place tells it."""
    sources = tuple(SourceSpan(item, SourceFile(f"{item}.yaml", item)) for item in items)
    term = replace(a_term("a"), sources=sources)
    chapter, _ = read("<!-- key-terms -->\n", [term], path="key-terms.md")
    guide = a_guide([term], sources=[a_source("smith"), a_source("jones"), a_source("un.crc1989")])
    found = {
        problem.where.path.removesuffix(".yaml"): problem.words
        for problem in check_guide(guide, [chapter], FILES)
        if problem.rule == "unknown-source"
    }
    assert found.keys() == told_items.keys()
    for item, whole in told_items.items():
        words = f'The comma makes two sources of one. Put quotation marks around "{whole}".'
        assert (found[item] == words) if whole else found[item].startswith("No source in bibliography.bib has the key")


def test_a_character_that_only_one_font_knows() -> None:
    chapters = chapters_with("# Home\n\nA \ue000 and a \uf123.\n")
    assert chapters[-1].span.text.count(LOST) == 2
    message = "A character here was lost when the text was copied. Type it again. [lost-character]"
    assert told(a_guide(), chapters) == [f"docs/index.md:3:3: {message}"]


def test_all_lost_characters_are_told_at_once() -> None:
    text = f"# Home\n\nThe con{LOST}ict and the e{LOST}ect, and \uf8ff.\n\nA con{LOST}ict, \U000f0001 and a\x01b.\n"
    once = "A character here was lost when the text was copied. Type it again. [lost-character]"
    again = f'A character of "con{LOST}ict" was lost when the text was copied, here and once more below.'
    assert told(a_guide(), chapters_with(text)) == [
        f"docs/index.md:3:8: {again} Type it again. [lost-character]",
        f"docs/index.md:3:22: {once}",
        f"docs/index.md:3:32: {once}",
        f"docs/index.md:5:12: {once}",
        f"docs/index.md:5:19: {once}",
    ]


def test_in_yaml_all_but_the_character_that_stops_its_reader_are_told() -> None:
    guide = a_guide(files=(SourceFile("glossary.yaml", f"# a\x07b c\x07d e{LOST}f\n"),))
    assert [words.split(": ")[0] for words in told(guide, [])] == ["glossary.yaml:1:8", "glossary.yaml:1:12"]


@pytest.mark.parametrize(
    ("path", "sign", "is_told"),
    [
        ("mkdocs.yml", LOST, True),
        ("glossary.yaml", LOST, True),
        ("glossary.yaml", "\x07", False),  # the reader of YAML tells of it
        ("bibliography.bib", LOST, True),
        ("bibliography.bib", "\x07", True),
    ],
)
def test_a_lost_character_in_data_is_told_once(path: str, sign: str, is_told: bool) -> None:
    file = SourceFile(path, f"# One{sign}\n")
    guide = a_guide(settings=file) if path == "mkdocs.yml" else a_guide(files=(file,))
    message = f"{path}:1:6: A character here was lost when the text was copied. Type it again. [lost-character]"
    assert told(guide, []) == ([message] if is_told else [])


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("# Home\n\n<!-- ask Anna\n\nText.\n\n<!-- ask Ben -->\n", "3:1"),
        ("# Home\n\n<p>a</p> <!-- a -->\n\n- <!-- b <!-- c --> text -->\n", "5:3"),
        ("# Home\n\n<!-- a -->\n\nText.<!-- b -->\n\n`<!--` and <!-- c -->\n", ""),
        ("# Home\n\nText.\n\n    <!-- a\n\n<!-- b -->\n", ""),
    ],
)
def test_a_comment_that_swallows_the_next_one(text: str, at: str) -> None:
    message = (
        "A comment begins here, and the next one before it ends, so that the page leaves out all between. "
        "Write --> behind its last word, or take the inner <!-- out. [open-comment]"
    )
    assert told(a_guide(), chapters_with(text)) == ([f"docs/index.md:{at}: {message}"] if at else [])


def test_a_comment_in_an_entry_ends_with_its_field() -> None:
    text = "- id: a\n  term: A\n  definition: One. <!-- ask Anna\n  note: Two. <!-- ask Ben -->\n"
    assert told(a_guide(files=(SourceFile("glossary.yaml", text),)), []) == []  # the block that shows it is told


def test_a_second_title_of_a_chapter_is_told() -> None:
    message = (
        "This is a second title of the chapter, and begins a chapter of its own in the handout. "
        'Write ## Aims, or "\\#" where the sign belongs to the text. [unmeant-heading]'
    )
    chapters = chapters_with("# Home\n\nText.\n\n## A\n\nText.\n\n# Aims\n\nText.\n")
    problems = [str(each) for each in check_guide(a_guide(), chapters, FILES) if each.rule == "unmeant-heading"]
    assert problems == [f"docs/index.md:9:3: {message}"]


@pytest.mark.parametrize("field", ["definition", "note"])
@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("## Aims", True),
        ("#Rivers", True),
        ("A\n---", True),
        ("It is #1.", False),
        ("\\# A", False),
        ("```\n# a\n```", False),
    ],
)
def test_a_heading_in_an_entry_is_told(field: str, text: str, is_told: bool) -> None:
    term = replace(a_term("poverty", link="never"), **{field: span(text)})  # type: ignore[arg-type]
    assert [
        problem.rule for problem in check_guide(a_guide([term]), [], FILES) if problem.rule == "unmeant-heading"
    ] == (["unmeant-heading"] if is_told else [])


@pytest.mark.parametrize(
    ("name", "column", "markup"),
    [
        ("The treaty[@key] of 1992", 20, "[@key]"),
        ("The **new** treaty", 14, "**new**"),
        ("The [treaty](https://www.example.org)", 14, "[treaty](https://www.example.org)"),
        ("A *first* step", 12, "*first*"),
        ("A _first_ step", 12, "_first_"),
        ("Water &amp; forests", 16, "&amp;"),
        ("A step[^1]", 16, "[^1]"),
        ("A step <!-- ask *Anna* -->", 0, ""),  # which is taken out
        ("A <!-- b --> **new** step", 23, "**new**"),
        ("A step <!-- ask Anna", 17, "<!--"),
        ("A <b>step</b>", 12, "<b>"),
        ("Resolution 64/292 [sic] (2010), 5 * 3, snake_case_name, R&D, C#, a < b", 0, ""),
    ],
)
def test_markup_in_a_title_is_told(name: str, column: int, markup: str) -> None:
    file = SourceFile("timeline.yaml", f"- id: a\n  date: 1992\n  title: {name}\n")
    message = f"A title or name is plain text, so that readers see {markup} as it stands."
    problems = [
        problem for problem in check_guide(a_guide(files=(file,)), [], FILES) if problem.rule == "marked-up-name"
    ]
    assert [(str(problem.where), problem.message) for problem in problems] == (
        [(f"timeline.yaml:3:{column}", message)] if markup else []
    )


def test_an_entry_to_be_checked_says_what() -> None:
    events = [an_event("one", is_open=True), an_event("two", is_open=True, note="Which day?")]
    message = '"one" is marked to be checked, and no reader is told.'
    problems = check_guide(a_guide([], events), [], FILES)
    assert [problem.message for problem in problems if problem.rule == "check-without-note"] == [message]


def test_a_minor_correction_has_a_note() -> None:
    terms = [a_term("one", is_minor=True), a_term("two", is_minor=True, note="Was 'tow'.")]
    message = '"one" has "status: minor", which is about its note, and has no note.'
    problems = check_guide(a_guide(terms), [], FILES)
    assert [problem.message for problem in problems if problem.rule == "check-without-note"] == [message]


def test_warnings_and_the_files_of_pictures_are_looked_at_too(tmp_path: Path) -> None:
    text = "# Home\n\n![A](chart.png)\n"
    chapters = [read(text, path="index.md")[0]]
    (tmp_path / "chart.png").write_bytes(b"<html>")
    pictures = PictureFiles(tmp_path, tmp_path / "cache")
    guide = a_guide(sources=[a_source("unused", doi="1")])
    kinds = {problem.rule for problem in check_guide(guide, chapters, ["chart.png"], pictures)}
    assert {"wrong-picture", "uncited-source"} <= kinds


def test_a_link_to_a_place_of_another_chapter() -> None:
    assert told(a_guide(), chapters_with("# Home\n\n[x](background.md#povrty) [y](background.md#poverty)\n")) == [
        'docs/index.md:3:1: No place in docs/background.md has the id "povrty". '
        'Did you mean "poverty"? [unknown-section]'
    ]


def test_nothing_is_unknown_on_a_page_that_cannot_be_read() -> None:
    guide = a_guide(events=[an_event("e", actors=["europol"], see=["background.md#poverty"])])
    pages = [replace(read("# A\n", path=path)[0], readable=False) for path in ("stakeholders.md", "background.md")]
    assert told(guide, pages) == []


def missing(guide: Guide, *chapters: Chapter) -> list[str]:
    problems = check_guide(guide, chapters, FILES)
    return [f"{problem.where}: {problem.words}" for problem in problems if problem.rule == "missing-marker"]


def test_data_that_no_page_shows() -> None:
    sources = [a_source("a"), a_source("b", keywords="further-reading")]
    terms = [a_term("a"), a_term("b", is_abbreviation=True)]
    guide = a_guide(terms, [an_event("e")], sources)
    hint = "Put it where the list is to stand."
    assert missing(guide) == [
        f'docs/bibliography.md:1: There is no line "<!-- further-reading -->" on this page. {hint}',
        f'docs/bibliography.md:1: There is no line "<!-- works-cited -->" on this page. {hint}',
        f'docs/key-terms.md:1: There is no line "<!-- abbreviations -->" on this page. {hint}',
        f'docs/key-terms.md:1: There is no line "<!-- key-terms -->" on this page. {hint}',
        f'docs/timeline.md:1: There is no line "<!-- timeline -->" on this page. {hint}',
    ]
    texts = {
        "bibliography.md": "<!-- works-cited -->\n\n<!-- further-reading -->\n",
        "key-terms.md": "<!-- key-terms -->\n\n<!-- abbreviations -->\n",
        "timeline.md": "<!-- timeline -->\n",
    }
    assert missing(guide, *[read(text, path=path)[0] for path, text in texts.items()]) == []
    swapped = zip(texts, reversed(list(texts.values())), strict=True)
    assert len(missing(guide, *[read(text, path=path)[0] for path, text in swapped])) == 3


def test_no_page_is_needed_for_what_a_guide_does_not_have() -> None:
    assert missing(a_guide()) == []
    assert len(missing(a_guide([a_term("a")]))) == 1
    assert len(missing(a_guide(sources=[a_source("a")]))) == 1


def test_everything_is_told_at_once_and_once_in_the_order_of_places() -> None:
    """What was found while loading, while reading, and while checking; the same at one place is one problem."""
    loaded = Problem(Location("mkdocs.yml", 3, 1), "wrong-setting", "Found while loading.")
    late = Problem(Location("glossary.yaml", 10, 2), "unknown-field", "Late.")
    early = Problem(Location("glossary.yaml", 9, 30), "unknown-field", "Early.")
    guide = a_guide(problems=(loaded, late, early, loaded))
    text = "# Home\n\n[x](gone-a.md) ![x](gone-b.svg)\n\nText.[^none]\n"
    assert told(guide, chapters_with(text)) == [
        'docs/index.md:3:1: No file in docs/ is "gone-a.md". Check the spelling. [unknown-file]',
        'docs/index.md:3:16: No file in docs/ is "gone-b.svg". Check the spelling. [unknown-file]',
        'docs/index.md:5:6: There is no note "[^none]". Write a line "[^none]: ..." below. [unknown-note]',
        "glossary.yaml:9:30: Early. [unknown-field]",
        "glossary.yaml:10:2: Late. [unknown-field]",
        "mkdocs.yml:3:1: Found while loading. [wrong-setting]",
    ]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("See [@key](x.md).", ["broken-citation"]),
        ('<img src="missing.png">', ["html-picture"]),
        ('<a href="missing.md">x</a>', ["html-link"]),
        ("Write to [us](us@example.org).", ["unknown-file"]),
        ("See [@key](x.md) and [it](x.md).", ["broken-citation", "unknown-file"]),
        ("**Bold**{brace} <b and c> d", ["broken-attributes"]),
        ("Where x <b and c> d", ["unsafe-html"]),
    ],
)
def test_one_slip_is_told_once(text: str, rules: list[str]) -> None:
    guide = a_guide((), (), [a_source("key")])
    reading = reading_extension(guide)
    span = SourceSpan(f"# T\n\n{text}\n", SourceFile("docs/introduction.md", f"# T\n\n{text}\n"), 0)
    chapter = reading.finish(markdown_with(reading).convert(reading.prepare("introduction.md", span)))
    found = check_guide(guide, [chapter], ["introduction.md"])
    assert [each.rule for each in found if each.where.path == "docs/introduction.md" and each.where.line == 3] == rules


def test_an_unreadable_file_makes_nothing_else_wrong() -> None:
    cited = chapters_with("# Home\n\nWord.[@smith2001] [x](source:smith2001) [x](term:hotline)")
    assert told(a_guide(source_keys=None, term_ids=None), cited) == []


def test_a_merge_conflict_in_a_chapter_is_told() -> None:
    text = "# Home\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n"
    assert told(a_guide(), chapters_with(text)) == [
        "docs/index.md:3:1: A merge conflict is left here. Keep one of the two versions "
        "and delete the lines that begin with <<<<<<<, ======= and >>>>>>>. [merge-conflict]"
    ]


def test_a_check_cuts_a_chapter_into_lines_once_and_strips_its_code_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted by text, so that a second source of the same chapter would be noticed."""
    names = ("lines", "without_fenced_code", "without_code", "comments", "blocks", "citations")
    counts: Counter[tuple[str, str]] = Counter()
    for name in names:
        monkeypatch.setattr(ChapterSource, name, _counted(name, counts))
    text = "# T\n\n## U\n\n“Hotline”, 12%.[@key]\n\n```\n[@key]\n```\n\n---\n\n`x` <!-- check: allow older-name -->\n"
    texts = {"key-terms.md": f"{text}\n<!-- key-terms -->\n", "bibliography.md": f"{text}\n<!-- works-cited -->\n"}
    guide = a_guide([a_term("hotline")], sources=[a_source("key")])
    reading, top = reading_extension(guide), "---\ntitle: A\n---\n"
    chapters = []
    for path, markdown in texts.items():
        span = SourceSpan(markdown, SourceFile(f"docs/{path}", top + markdown), len(top))
        chapters.append(reading.finish(markdown_with(reading).convert(reading.prepare(path, span))))
    assert {problem.rule for problem in check_guide(guide, chapters, texts.keys())} == {"wrong-silence"}
    assert {key: count for key, count in counts.items() if key[1] in texts.values()} == {
        (name, markdown): 1 for name in names for markdown in texts.values()
    }


def _counted(name: str, counts: Counter[tuple[str, str]]) -> object:
    """A property of `ChapterSource` that counts how often it is computed, by its name and the text."""
    compute = vars(ChapterSource)[name].func

    def count(source: ChapterSource) -> object:
        counts[name, source.text] += 1
        return compute(source)

    counted = cached_property(count)
    counted.__set_name__(ChapterSource, name)
    return counted


def test_a_set_that_is_cited_is_not_lost() -> None:
    sources = [replace(a_source(key), sets=(("both", place),)) for place, key in enumerate(["b", "a"])]
    guide = a_guide(sources=sources)
    chapter, _ = read("# A\n\nText.[@both, p. 4] `[@both]`\n", sources=sources)
    assert chapter.citations[0].keys == ("b", "a")
    assert lost_in_reading(guide, [chapter]) == []
