"""Tests of markdown.lists: each item keeps the mark that its author wrote, at its level."""

from html.parser import HTMLParser

import pytest

from tests.helpers import markdown_with, read

CLAUSES = "5. *Calls upon* all States;\n6. *Urges* them.\n"


class _Outline(HTMLParser):
    """The items of a page as a reader sees them: marks, with two spaces for each level."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._counters: list[int | None] = []
        self._elements: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("hr", "br"):
            return
        role = dict(attrs).get("role")
        self._elements.append("list" if tag in ("ol", "ul") or role == "list" else tag)
        if self._elements[-1] == "list":
            self._counters.append(0 if tag == "ol" else None)
        is_item = tag == "li" or role == "listitem"
        if is_item or tag == "p":
            self.lines.append("  " * (len(self._counters) - 1 if is_item else len(self._counters)))
        if tag == "li":
            number = self._counters[-1]
            self._counters[-1] = None if number is None else number + 1
            self.lines[-1] += "• " if number is None else f"{number + 1}. "

    def handle_endtag(self, tag: str) -> None:
        if self._elements.pop() == "list":
            self._counters.pop()

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if words:
            self.lines[-1] += words + " "

    def __str__(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines if line.strip())


def outline(text: str) -> str:
    return str(_Outline(read(text)[1]))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (CLAUSES, "5. Calls upon all States;\n6. Urges them."),
        ("1. a\n2. b\n\nText.\n\n3. c\n", "1. a\n2. b\nText.\n3. c"),
        ("5. a\n7. b\n12. c\n", "5. a\n7. b\n12. c"),
        ("0. a\n1. b\n", "0. a\n1. b"),
        ("01. a\n02. b\n", "01. a\n02. b"),
        ("1. a\n1. b\n1. c\n", "1. a\n2. b\n3. c"),
        ("5. a\n5. b\n", "5. a\n6. b"),
        ("1) a\n2) b\n", "1) a\n2) b"),
        ("(1) a\n(2) b\n", "(1) a\n(2) b"),
        ("(a) a\n(b) b\n", "(a) a\n(b) b"),
        ("a. a\nb. b\n", "a. a\nb. b"),
        ("I. a\nII. b\n", "I. a\nII. b"),
        ("1.1 a\n1.2 b\n1.2.1 c\n", "1.1 a\n1.2 b\n1.2.1 c"),
        ("5. a\n5bis. b\n6. c\n", "5. a\n5bis. b\n6. c"),
        ("12. a\n12 bis. b\n12 ter. c\n13. d\n", "12. a\n12 bis. b\n12 ter. c\n13. d"),
        ("12 bis. b\n13. d\n", "12 bis. b\n13. d"),
        ("- a\n- b\n\n1. c\n2. d\n", "• a\n• b\n1. c\n2. d"),
        ("1. a\n2. b\n\n- c\n", "1. a\n2. b\n• c"),
        ("1. a\n- b\n2. c\n", "1. a\n  • b\n2. c"),
        ("1. a\n    - b\n    - c\n2. d\n", "1. a\n  • b\n  • c\n2. d"),
        ("5. a:\n    (a) b\n        (i) c\n        (ii) d\n    (b) e\n6. f\n",
         "5. a:\n  (a) b\n    (i) c\n    (ii) d\n  (b) e\n6. f"),
        ("5. a:\n(a) b\n(b) c\n6. d\n", "5. a:\n  (a) b\n  (b) c\n6. d"),
        ("5. a:\n   (a) b\n   (b) c\n6. d\n", "5. a:\n  (a) b\n  (b) c\n6. d"),
        ("A. a\n1. b\n2. c\nB. d\n", "A. a\n  1. b\n  2. c\nB. d"),
        ("1977. This was a year.\n", "1977. This was a year."),
        ("- In\n1977. It\n", "• In 1977. It"),
        ("A. Smith wrote.\n", "A. Smith wrote."),
        ("> 5. a\n> 6. b\n", "5. a\n6. b"),
        ('!!! note\n    5. a\n    6. b\n', "Note\n5. a\n6. b"),
    ],
)  # fmt: skip
def test_reader_sees_the_marks_as_written(text: str, seen: str) -> None:
    assert outline(text) == seen


def test_clauses_between_empty_lines_hold_paragraphs_at_their_levels() -> None:
    text = "5. *Calls upon* States:\n\n    (a) To act;\n\n        (i) Now;\n\n    (b) To report;\n\n6. *Urges* all.\n"
    flat = "5. *Calls upon* States:\n\n(a) To act;\n\n(b) To report;\n\n6. *Urges* all.\n"
    assert '<p><span class="guide-mark">(a)</span> To act;</p>' in read(text)[1]
    assert read(flat)[1].count('role="list"') == 2


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n2. b\n",
        "1. a\n\n2. b\n",
        "1. a\n    - b\n\n        c\n\n2. d\n",
        "- a\n    1. b\n    2. c\n- d\n",
        "* * a\n    * b\n",
        "- a\n\n    b\n\n- c\n",
        "1. a\n1. b\n",
        "- a\nb\n+ c\n",
        "10 of them.\n",
        "1.\n2.\n",
        "-a\n1.b\n(a)b\n",
    ],
)
def test_list_that_a_browser_numbers_alike_is_as_python_markdown_has_it(text: str) -> None:
    assert read(text)[1] == markdown_with().convert(text)


def test_attributes_behind_an_item_stay_its_own() -> None:
    html = read("5. a\n{: #clause-5 }\n6. b\n")[1]
    assert '<div id="clause-5" role="listitem"><span class="guide-mark">5.</span> a</div>' in html


def test_note_that_begins_with_an_initial_is_no_list() -> None:
    assert "<p>A. Smith, <em>Water</em>." in read("x[^1]\n\n[^1]: A. Smith, *Water*.\n")[1]
