"""Tests of lint.markup: what was meant as a citation, a box, a marker or front matter, each at its place."""

import pytest

from studyguide.data.bibliography import Source
from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.complexity import complexity_problem
from studyguide.mkdocs.reading import reading_extension
from tests.helpers import an_event, markdown_with, source, span

BRACKETS = "A citation needs square brackets."
SIGN = "A citation needs an @ before its source."
STRAY = "A citation has one @, and the key of its source right behind it."
STRAY_HINT = 'Write [@key], or "\\[" where it is no citation.'
BOX = "This line was meant as a box."
BOX_HINT = (
    'Write it as !!! correction "Editor\'s note", with straight quotation marks, and indent its text by four spaces.'
)
TWICE = "This marker stands twice on the page."
FRONT = "The lines at the top of the chapter cannot be read."
LATE = "These lines count only at the very top of the file."
KINDS = {
    BRACKETS: "citation-without-brackets",
    SIGN: "citation-without-sign",
    STRAY: "citation-without-sign",
    "looks like a citation": "open-citation",
    BOX: "broken-box",
    "no kind of box": "unknown-box",
    "no marker": "unknown-marker",
    TWICE: "repeated-marker",
    FRONT: "front-matter",
    LATE: "front-matter",
}
FRONT_HINT = "Put a value that holds a colon in quotation marks, and close the lines with ---."


def read(text: SourceSpan, *terms: Term) -> tuple[Chapter, str]:
    """Read a chapter of a guide that has the sources `key` and `un.2000`."""
    sources = tuple(Source(key, {}, Location("bibliography.bib")) for key in ("key", "un.2000"))
    reading = reading_extension(Guide(terms=terms, sources=sources))
    html = markdown_with(reading).convert(reading.prepare("background.md", text))
    assert reading.chapter is not None
    return reading.chapter, html


@pytest.mark.parametrize(
    ("text", "at", "message", "hint"),
    [
        ("A fact (@key).", "1:9", BRACKETS, "Write [@key]."),
        ("A fact {@key} here", "1:9", BRACKETS, "Write [@key]."),
        ("See\n@un.2000.", "2:1", BRACKETS, "Write [@un.2000]."),
        ("*x* @key's", "1:5", BRACKETS, "Write [@key]."),
        ("See @{key} on it", "1:5", BRACKETS, "Write [@{key}]."),
        ("| a |\n|---|\n| @key |", "3:3", BRACKETS, "Write [@key]."),
        ("# Title @key", "1:9", BRACKETS, "Write [@key]."),
        ("x[^1]\n\n[^1]: See @key.", "3:11", BRACKETS, "Write [@key]."),
        ("`code` me@example.org @key", "1:23", BRACKETS, "Write [@key]."),
        ("A fact.[key]", "1:8", SIGN, "Write [@key]."),
        ("A fact.[key, p. 4]", "1:8", SIGN, "Write [@key, p. 4]."),
        ("A fact (@key, arts. 5 and 7).", "1:9", BRACKETS, "Write [@key, arts. 5 and 7]."),
        (
            "A fact.[@key without end",
            "1:8",
            '"[@key without end" looks like a citation, but its bracket is not closed as one.',
            'Write "]" after it, or "\\[" where it is no citation.',
        ),
        ("A fact.[@ key]", "1:8", STRAY, STRAY_HINT),
        ("A fact.[@@key, p. 4]", "1:8", STRAY, STRAY_HINT.replace("@key", "@key, p. 4")),
        ("A fact.[#key]", "1:8", STRAY, STRAY_HINT),
        ("A fact.[#key, p. 4]", "1:8", STRAY, STRAY_HINT.replace("@key", "@key, p. 4")),
        ("A fact.[&key] More.", "1:8", STRAY, STRAY_HINT),
        ('A fact.[@"key"]', "1:8", STRAY, STRAY_HINT),
        ("A fact.[\uff20key]", "1:8", STRAY, STRAY_HINT),
        ("A *fact* [ -@ key; and more]", "1:10", STRAY, STRAY_HINT),
        (
            '# T\n\n!!! corection "A"\n    b',
            "3:1",
            'There is no kind of box "corection".',
            'Did you mean "correction"?',
        ),
        ("- a\n\n    !!! warnin\n        b", "3:5", 'There is no kind of box "warnin".', 'Did you mean "warning"?'),
        (
            "!!! note\n    a\n\n    !!! chek\n        b",
            "4:5",
            'There is no kind of box "chek".',
            'Did you mean "check"?',
        ),
        ("!!! correction “Editor's note”\n    a", "1:1", BOX, BOX_HINT),
        ("> text\n> !!! note 'A'", "2:3", BOX, BOX_HINT.replace("correction \"Editor's note", 'note "A')),
        (
            "!!! check minor «\u00a0À voir\u00a0»",
            "1:1",
            BOX,
            BOX_HINT.replace("correction \"Editor's note", 'check minor "À voir'),
        ),
        ("!!!", "1:1", BOX, BOX_HINT),
        ("# T\n\n<!-- contacts -->", "3:1", 'There is no marker "<!-- contacts -->".', 'Did you mean "contact"?'),
        ("<!-- time-line -->", "1:1", 'There is no marker "<!-- time-line -->".', 'Did you mean "timeline"?'),
        ("<!-- Key terms -->", "1:1", 'There is no marker "<!-- Key terms -->".', 'Did you mean "key-terms"?'),
        ("To <!--contact_us-->.", "1:4", 'There is no marker "<!-- contact_us -->".', 'Did you mean "contact"?'),
        ("<!-- timeline -->\n\n<!-- timeline -->", "3:1", TWICE, "Delete one."),
        ("---\ntitle: A: b\n---\n# T", "1:1", FRONT, FRONT_HINT),
        ("---\ntitle: A\n\n# T", "1:1", FRONT, FRONT_HINT),
        ("\n---\ntitle: A\n---\n", "2:1", LATE, "Delete the empty line above them."),
    ],
)
def test_unrecognised_markup_is_reported_at_its_location(text: str, at: str, message: str, hint: str) -> None:
    (problem,) = read(span(text, "docs/background.md"))[0].problems
    assert (str(problem.where), problem.message, problem.fix) == (f"docs/background.md:{at}", message, hint)
    assert problem.rule == next(kind for part, kind in KINDS.items() if part in message)


TANGLED = (
    "Nobody can tell what so many signs in one paragraph mean. "
    "Close the brackets, and put an empty line between paragraphs. [tangled-text]"
)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Text.\n\n" + "[" * 51, "3:51"),
        ("Text.\n\n" + "[a] " * 60 + "[" * 51, "3:291"),
        ("Text.\n\n" + "[" * 50 + "]" + "[[", "3:53"),
        ("Text.\n\n" + "]" * 60 + "[" * 51, "3:111"),
        ("Text.\n\n" + "*a" * 3001, "3:1"),
    ],
)
def test_brackets_and_signs_that_nobody_can_tell_apart(text: str, at: str) -> None:
    (problem,) = read(span(text, "docs/background.md"))[0].problems
    assert str(problem) == f"docs/background.md:{at}: {TANGLED}"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50,
        "[a] " * 200,
        "\\[" * 60,
        "[" * 30 + "\n\n" + "[" * 30,
        "*a" * 3000,
        "*a" * 2000 + "_a" * 2000,
        f"```\n{'[' * 60}\n```\n",
    ],
)
def test_so_many_signs_are_still_told_apart(text: str) -> None:
    assert complexity_problem(source(text)) is None


def test_a_kind_of_box_near_to_none_is_told_the_kinds() -> None:
    (problem,) = read(span("!!! zzz\n    a"))[0].problems
    assert problem.fix == (
        "The kinds are note, abstract, info, tip, success, question, warning, failure, danger, bug, example, quote, "
        "correction, check, todo."
    )


@pytest.mark.parametrize(
    "text",
    [
        "@unicef and (@unicef) and [unicef]",
        "`@key` `[key]` `!!! x`",
        "```\n@key [key]\n!!! corection\n<!-- contacts -->\n```",
        "    !!! corection\n    @key",
        "me@key.org [x](https://example.org/@key) <https://example.org/?by=@key> <https://example.org/@key>",
        "[@key] [see @key, p. 4; @un.2000] [key](b.md) [a @key](b.md)",
        "[key]\n\n[key]: b.md",
        "\\[@key] \\[see @key, p. 4] \\[key]",
        '[#keys] [#1] [&c] [*keyword*] ["key words"] [$5] [+key+]',
        "\\[@ key] `[@ key]` [@] [@ ] [@@] [at @ home]",
        "<!-- @key [key] -->",
        '<p title="@key [key]">a</p>',
        '!!! Warning "A [b] “c”" \n    d',
        "!!!note\n    a",
        '!!! check inline end "A"\n    b',
        "Stop!!! Now !!!",
        "<!-- todo --> <!-- content --> <!-- the contacts of last year -->",
        "`<!-- contacts -->`",
        "<!-- contact --> <!-- contact -->",
        "# T\n\n---\n\ntext",
    ],
)
def test_intended_text_is_no_finding(text: str) -> None:
    assert not read(span(text))[0].problems


def test_a_line_across_the_page_may_follow_the_front_matter() -> None:
    file = SourceFile("docs/background.md", "---\ntitle: A\n---\n---\n\ntext")
    assert not read(SourceSpan("---\n\ntext", file, file.text.rindex("---")))[0].problems


def test_a_marker_that_stands_twice_is_expanded_once() -> None:
    term = Term("child", "Child", span("Young."), Location("glossary.yaml", 1, 3))
    chapter, html = read(span("<!-- key-terms -->\n\n<!-- key-terms -->"), term)
    assert html.count('id="term-child"') == 1
    assert [problem.message for problem in chapter.problems] == [TWICE]


LISTS = [("key-terms", "term-child"), ("timeline", "event-crc")]


@pytest.mark.parametrize(("marker", "anchor"), LISTS)
@pytest.mark.parametrize(
    ("around", "at"),
    [
        ("All: {}", "1:6"),
        ("{} are all.", "1:1"),
        ("- {}", "1:3"),
        ("> {}", "1:3"),
        ("  {}", "1:3"),
        ("!!! note\n    {}", "2:5"),
        ("| a | b |\n| --- | --- |\n| {} | c |", "3:3"),
    ],
)
def test_a_list_is_put_nowhere_but_on_a_line_of_its_own(marker: str, anchor: str, around: str, at: str) -> None:
    chapter, _ = read_lists(around.format(f"<!-- {marker} -->"))
    (problem,) = (each for each in chapter.problems if each.rule != "unprintable")
    assert (str(problem.where), problem.rule) == (f"docs/background.md:{at}", "misplaced-marker")
    assert problem.message.startswith(f'What "<!-- {marker} -->" stands for needs a place of its own.')
    assert not chapter.readable


@pytest.mark.parametrize(("marker", "anchor"), LISTS)
@pytest.mark.parametrize(("around", "at"), [("<div>\n{}\n</div>", "2:1"), ("A.\n\n<p>\n{}\n\nB.", "4:1")])
def test_html_around_a_list_is_told_of(marker: str, anchor: str, around: str, at: str) -> None:
    chapter, html = read_lists(around.format(f"<!-- {marker} -->"))
    assert f'id="{anchor}"' not in html
    assert [(str(problem.where), problem.message) for problem in chapter.problems] == [
        (f"docs/background.md:{at}", f'HTML stands around "<!-- {marker} -->", so that nothing is made of it.')
    ]
    assert not chapter.readable


@pytest.mark.parametrize(("marker", "anchor"), LISTS)
@pytest.mark.parametrize("around", ["{}", "A\n{}\nB", "{}  ", '<div markdown="1">\n{}\n</div>'])
def test_a_list_stands_where_its_marker_stood(marker: str, anchor: str, around: str) -> None:
    chapter, html = read_lists(f"# T\n\n## U\n\n{around}".format(f"<!-- {marker} -->"))
    assert html.count(f'id="{anchor}"') == 1
    assert "data-entries" not in html
    assert not chapter.problems
    assert chapter.readable


def read_lists(text: str) -> tuple[Chapter, str]:
    """Read a chapter of a guide of one term and one event."""
    term = Term("child", "Child", span("Young."), Location("glossary.yaml", 1, 3))
    reading = reading_extension(Guide(terms=(term,), events=(an_event("crc"),)))
    html = markdown_with(reading).convert(reading.prepare("background.md", span(text, "docs/background.md")))
    assert reading.chapter is not None
    return reading.finish(html), html


@pytest.mark.parametrize(
    ("words", "column", "message"),
    [("[@key without", 9, '"[@key without" looks like a citation'), ("(@key) with", 10, BRACKETS)],
)
def test_unrecognised_markup_in_data_is_reported_in_its_file(words: str, column: int, message: str) -> None:
    file = SourceFile("glossary.yaml", f"- id: x\n  definition: >-\n    One\n    two {words}\n    end.\n")
    definition = SourceSpan(f"One two {words} end.".replace("without end.", "without"), file, file.text.index("One"))
    chapter, _ = read(span("<!-- key-terms -->", "docs/key-terms.md"), Term("x", "X", definition, file.location(0)))
    (problem,) = chapter.problems
    assert str(problem.where) == f"glossary.yaml:4:{column}"
    assert problem.message.startswith(message)


def test_both_versions_of_a_merge_conflict_are_read() -> None:
    text = "# T\n\n<<<<<<< HEAD\nOne.[@key]\n=======\nTwo.[@un.2000]\n>>>>>>> theirs\n"
    chapter, _ = read(span(text))
    assert sorted(citation.keys for citation in chapter.citations) == [("key",), ("un.2000",)]
