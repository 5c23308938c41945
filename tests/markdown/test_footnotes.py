"""Tests of markdown.footnotes: numbers in reading order, calls and ways back, and notes within notes."""

import re

import pytest

from studyguide.markdown.chapter import Chapter
from studyguide.markdown.footnotes import reference_id
from tests.helpers import a_term, read


def calls(html: str) -> list[tuple[str, str]]:
    """The id and the number of each call, in the order of the page."""
    return re.findall(
        r'<sup id="([^"]*)"><a class="footnote-ref" href="#fn:\d+" role="doc-noteref">(\d+)</a></sup>', html
    )


def listed(html: str) -> list[str]:
    """Each listed note's text, without its ways back."""
    found = re.search(
        r'<section aria-label="Notes" class="footnote" role="doc-endnotes"><hr /><ol>(.*)</ol>', html, re.DOTALL
    )
    items = re.findall(r'<li id="fn:\d+">(.*?)</li>', found[1], re.DOTALL) if found else []
    return [re.sub(r'<a [^>]*class="footnote-backref".*?</a>', "", item).strip() for item in items]


def kinds(chapter: Chapter) -> list[tuple[int, tuple[str, ...], bool]]:
    """Number, cited keys and kind of each note."""
    return [
        (
            note.number,
            tuple(key for number in note.citations for key in chapter.citations[number].keys),
            note.is_citation,
        )
        for note in chapter.notes
    ]


def test_numbers_follow_the_reader_with_ordinary_notes_between() -> None:
    chapter, html = read("A[@a] b[^z] c[@c].\n\nD[^y] e[@a].\n\n[^y]: Why.\n[^z]: Zed.")
    assert kinds(chapter) == [(1, ("a",), True), (2, (), False), (3, ("c",), True), (4, (), False), (5, ("a",), True)]
    assert calls(html) == [(f"fnref:{number}", str(number)) for number in range(1, 6)]
    assert listed(html) == [
        "<p><!--guide:citation 0--></p>",
        "<p>Zed.</p>",
        "<p><!--guide:citation 1--></p>",
        "<p>Why.</p>",
        "<p><!--guide:citation 2--></p>",
    ]


def test_where_no_line_can_hold_a_note_a_citation_is_advised() -> None:
    chapter, _ = read("## T\n\n<!-- key-terms -->", [a_term("a", definition="It rose.[^1]")], path="key-terms.md")
    assert [str(problem) for problem in chapter.problems] == [
        'glossary.yaml:1:9: There is no note "[^1]". Cite a source in its place: [@key]. [unknown-note]'
    ]


def test_each_call_has_its_way_back() -> None:
    html = read("A[^1] b[^1] c[^1].\n\n[^1]: Note.")[1]
    assert calls(html) == [("fnref:1", "1"), ("fnref2:1", "1"), ("fnref3:1", "1")]
    ways = re.findall(r'<a aria-label="([^"]*)" class="footnote-backref" href="([^"]*)" role="doc-backlink">', html)
    assert ways == [
        ("Back to text, note 1", "#fnref:1"),
        ("Back to text, note 1, place 2", "#fnref2:1"),
        ("Back to text, note 1, place 3", "#fnref3:1"),
    ]


@pytest.mark.parametrize(("number", "call", "expected"), [(1, 1, "fnref:1"), (12, 1, "fnref:12"), (3, 2, "fnref2:3")])
def test_call_id(number: int, call: int, expected: str) -> None:
    assert reference_id(number, call) == expected


def test_the_same_source_twice_is_two_notes() -> None:
    chapter, html = read("A[@a] b[@a].")
    assert [note.citations for note in chapter.notes] == [(0,), (1,)]
    assert len(listed(html)) == 2


def test_notes_are_numbered_across_tables_lists_and_blocks() -> None:
    chapter, html = read(
        "# T[@h]\n\n| a[@b] | c |\n|---|---|\n| d[^1] | e[@f] |\n\n- g[@i]\n\n"
        '!!! note "J[@k]"\n    l[@m]\n\n> n[@o]\n\n[^1]: P.'
    )
    assert kinds(chapter) == [
        (1, ("h",), True),
        (2, ("b",), True),
        (3, (), False),
        (4, ("f",), True),
        (5, ("i",), True),
        (6, ("k",), True),
        (7, ("m",), True),
        (8, ("o",), True),
    ]
    assert [number for _, number in calls(html)] == [str(number) for number in range(1, 9)]


def test_a_citation_in_a_note_is_text_of_that_note() -> None:
    chapter, html = read("A[^1] b[@b].\n\n[^1]: See [@c, p. 2] and [@d].")
    assert kinds(chapter) == [(1, ("c", "d"), False), (2, ("b",), True)]
    assert (
        listed(html)[0] == "<p>See <span><!--guide:citation 0--></span> and <span><!--guide:citation 1--></span>.</p>"
    )
    assert [str(citation.where) for citation in chapter.citations] == [
        "docs/background.md:3:11",
        "docs/background.md:3:26",
        "docs/background.md:1:8",
    ]


def test_where_nothing_is_printed_a_note_in_a_note_comes_after_it() -> None:
    chapter, html = read("A[^1] b[@b].\n\n[^1]: See[^2].\n[^2]: Deep[^2].", is_printed=False)
    assert kinds(chapter) == [(1, (), False), (2, (), False), (3, ("b",), True)]
    assert calls(html) == [("fnref:1", "1"), ("fnref:3", "3"), ("fnref:2", "2"), ("fnref2:2", "2")]
    assert not chapter.problems


def test_a_note_knows_the_section_of_its_first_call() -> None:
    chapter, _ = read("A[@a]\n\n## B {#bee}\n\n[^1]: N [c](x.md).\n\nb[^1]\n\n## D\n\nd[^1]")
    assert [note.section.id for note in chapter.notes] == ["", "bee"]
    assert [(link.target, link.section.id) for link in chapter.links] == [("x.md", "bee")]


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("[^1]: One.\n\n    Two.", "<p>One.</p>\n<p>Two.</p>"),
        ("[^1]: - one\n    - two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p></p>"),
        ("[^1]:\n    ```\n    code\n    ```", None),
        ("[^1]: ![alt](p.png)", '<p><img alt="alt" src="p.png" /></p>'),
    ],
)
def test_a_note_may_hold_any_markdown(note: str, shown: str | None) -> None:
    html = read(f"A[^1].\n\n{note}")[1]
    items = re.findall(r'<li id="fn:1">(.*)</li></ol></section>', html, re.DOTALL)
    (way_back,) = re.findall(r'<a aria-label="Back to text, note 1" .*?</a>', items[0])
    text = items[0].replace(way_back, "").strip()
    assert text == shown or (shown is None and "code" in text)


def test_a_page_without_notes_has_no_list() -> None:
    assert "footnote" not in read("Text.")[1]


def test_an_undefined_note_stays_as_written() -> None:
    chapter, html = read("A[^no] b[@a].")
    assert list(map(str, chapter.problems)) == [
        'docs/background.md:1:2: There is no note "[^no]". Write a line "[^no]: ..." below. [unknown-note]'
    ]
    assert "[^no]" in html
    assert [note.number for note in chapter.notes] == [1]


def test_every_uncalled_note_is_reported() -> None:
    chapter, html = read("A[^2].\n\n[^1]: One.\n[^2]: Two.\n[^3]: Three.")
    assert [str(problem.where) for problem in chapter.problems] == ["docs/background.md:3:1", "docs/background.md:5:1"]
    assert "One" not in html
    assert "Three" not in html


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A.\n\n[^1]: One[^2].\n[^2]: Two[^3].\n[^3]: Three.", 3),
        ("A.\n\n[^3]: Three.\n[^2]: Two[^3].\n[^1]: One[^2].", 5),
        ("A.\n\n[^1]: One[^2].\n[^2]: Two[^1].", 3),
        ("A.\n\n[^1]: One[^1].", 3),
    ],
)
def test_of_an_uncalled_chain_of_notes_the_first_is_reported(text: str, line: int) -> None:
    [told] = read(text)[0].problems
    assert str(told).startswith(f'docs/background.md:{line}:1: Nothing calls the note "[^1]"')


@pytest.mark.parametrize("text", ["A {}.", "A[^1].\n\n[^1]: Note {}."])
def test_what_is_wrong_in_a_bracket_is_told_where_it_stands(text: str) -> None:
    line = text.count("\n") + 1
    column = text.rpartition("\n")[2].index("{") + 1
    told = list(map(str, read(text.format("[@a; b]"))[0].problems))
    assert told == [
        f'docs/background.md:{line}:{column}: A part of "[@a; b]" names no source. '
        'Each part between semicolons needs its "@key". [citation-without-source]'
    ]
    told = list(map(str, read(text.format("[@a, p. 2 @c]"))[0].problems))
    assert told == [
        f"docs/background.md:{line}:{column + 10}: Two sources in one bracket need a semicolon between them. "
        "Write [@a, p. 2; @c]. [missing-semicolon]"
    ]


SHOWN_COMMA = '<span aria-hidden="true">,</span>'


def as_seen(markdown: str, *, is_printed: bool = True) -> str:
    """The first paragraph as it is seen, with raised signs between ^ and ^."""
    html = re.sub(r"<!--.*?-->", "", read(markdown, is_printed=is_printed)[1]).replace("&nbsp;", "\u00a0")
    return re.sub(r"<[^>]*>", "", re.sub(r"</?sup[^>]*>", "^", html[: html.index("</p>")])).replace("^^", "")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("A[@a][@b].", "A^1,2^."),
        ("A[@a][^n][@b][@c].", "A^1,2,3,4^."),
        ("A[^n][^n].", "A^1,1^."),
        ("A **b[@a]**[@b].", "A b^1,2^."),
        ("A **b**[@a]*[@b]*.", "A b^1,2^."),
        ("A <b>b[@a]</b>[@b].", "A b^1,2^."),
        ("A[@a]<!-- why -->[@b].", "A^1,2^."),
        ("[A[@a]](x.md)[@b].", "A^1,2^."),
        ("A[@a] [@b].", "A^1,^ ^2^."),  # print leaves the space out
        ("A[@a]\n[^n].", "A^1,^\n^2^."),
        ("A[@a]&nbsp;[@b].", "A^1^\u00a0^2^."),
        ("A[@a], [@b].", "A^1^, ^2^."),
        ("A[@a]B[@b].", "A^1^B^2^."),
        ("A[@a]`b`[@b].", "A^1^b^2^."),
        ("A[@a]<br>[@b].", "A^12^."),  # on two lines
    ],
)
def test_references_that_touch_have_a_comma_between_them(text: str, seen: str) -> None:
    assert as_seen(f"{text}\n\n[^n]: Note.") == seen


def test_the_comma_is_nothing_to_a_screen_reader() -> None:
    html = read("A[@a][@b].")[1]
    assert html.count(SHOWN_COMMA) == 1
    assert [link for _, link in re.findall(r'<a class="footnote-ref"( [^>]*)>(.*?)</a>', html)] == ["1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "- a[@a]\n- [@b]",
        "A[@a]\n\n[@b] b",
        "| a[@a] | [@b] |\n|---|---|\n| [@c] | [@d] |",
        "A[@a]![p](p.png)[@b]",
        "A[@a][^no][@b]",
    ],
)
def test_references_apart_have_none(text: str) -> None:
    assert SHOWN_COMMA not in read(text)[1]


def test_the_notes_within_a_note_do_not_part_it_from_the_next() -> None:
    assert as_seen("A[^1][@b].\n\n[^1]: See[^2].\n[^2]: Deep.", is_printed=False) == "A^1,3^."


def test_the_citation_of_an_entry_s_text_and_its_source_have_a_comma_between_them() -> None:
    html = read("<!-- key-terms -->", [a_term("x", definition="It is.[@a]", sources=["b"])], path="key-terms.md")[1]
    assert html.count(SHOWN_COMMA) == 1


def test_a_note_that_calls_a_note_is_reported_at_the_call_alone() -> None:
    for text, place in {
        "a[^1]\n\n[^1]: One[^2].\n\n[^2]: Two.\n": '3:10: A note cannot call another, "[^2]"',
        "a[^1]\n\n[^1]: One, see [^1].\n": '3:16: A note cannot call another, "[^1]"',
        "a[^1]\n\n[^1]: One[^2].\n\n[^2]: Two[^3].\n\n[^3]: Three.\n": '3:10: A note cannot call another, "[^2]"',
        "a[^1]\n\n[^1]: One[^2].\n\n[^2]: Two[^3].\n\n[^3]: [^2]\n": '3:10: A note cannot call another, "[^2]"',
        "a[^1] b[^2]\n\n[^1]: See [^2].\n\n[^2]: Two.\n": '3:11: A note cannot call another, "[^2]"',
    }.items():
        [told] = read(text)[0].problems
        assert str(told).startswith(f"docs/background.md:{place}")
