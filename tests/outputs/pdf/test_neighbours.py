"""What stands next to markup: in the PDF as on the page, whatever Typst would make of two pieces side by side."""

import re
from datetime import date
from html import escape
from io import BytesIO

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml.html import fragment_fromstring
from pypdf import PdfReader

from studyguide.outputs.book import BookPage, TitlePage
from studyguide.outputs.pdf.compile import make_handout
from tests.outputs.pdf.test_compile import a_png

DOT = a_png()

TITLE_PAGE = TitlePage("T", "C", "C", "O", "A", "D", "E", "L")
CALL = '<sup id="fnref:{0}"><a class="footnote-ref" href="#fn:{0}" role="doc-noteref">{0}</a></sup>'
NOTE = "note"
ELEMENTS = (
    "<strong>{}</strong>",
    "<em>{}</em>",
    "<strong><em>{}</em></strong>",
    "<code>{}</code>",
    "<sup>{}</sup>",
    "<sub>{}</sub>",
    "<del>{}</del>",
    "<ins>{}</ins>",
    "<mark>{}</mark>",
    "<small>{}</small>",
    "<kbd>{}</kbd>",
    "<samp>{}</samp>",
    "<var>{}</var>",
    "<cite>{}</cite>",
    '<abbr title="x">{}</abbr>',
    '<span lang="fr">{}</span>',
    '<span id="place-{0}">{}</span>',
    '<a class="guide-term" href="#t">{}</a>',
    '<a href="mailto:{0}">{0}</a>{}',
    "<br>{}",
    '<a id="empty-{0}"></a>{}',
    '<img src="p.png" alt="A{}">',
    CALL,
)
PLACES = (
    "<p>{}</p>",
    "<p>Before</p>{}",
    "<h2>{}</h2>",
    "<ul><li>{}</li></ul>",
    "<ol><li>{}</li></ol>",
    "<ul><li><p>{}</p><p>After</p></li></ul>",
    "<table><thead><tr><th>{}</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody></table>",
    "<table><thead><tr><th>Head</th></tr></thead><tbody><tr><td>{}</td></tr></tbody></table>",
    "<table><caption>{}</caption><tr><td>Cell</td></tr></table>",
    "<dl><dt>{}</dt><dd>Meaning</dd></dl>",
    "<dl><dt>Name</dt><dd>{}</dd></dl>",
    "<blockquote><p>{}</p></blockquote>",
    '<div class="admonition note"><p class="admonition-title">{}</p><p>Text</p></div>',
    '<div class="admonition check"><p class="admonition-title">Title</p><p>{}</p></div>',
    "<figure><p>Picture</p><figcaption>{}</figcaption></figure>",
    "<details><summary>{}</summary><p>Text</p></details>",
    '<ul class="guide-timeline"><li><p class="guide-date">{}</p><p>Event</p></li></ul>',
    '<ul class="guide-timeline"><li><p class="guide-date">2001</p><p>{}</p></li></ul>',
    '<ul class="guide-bibliography"><li>{}</li></ul>',
    NOTE,
)
WORDS = st.text(st.sampled_from(r"""ab 1.,;:!?()[]{}<>#$%&*_~`'"^|\/@=+-""" + "\u2019\u00a0é"), max_size=6)
TYPST = r""".org .at(0) (b) [b] ] ; :b // /* */ -- --- ... ~ -? -5 @a <a> $a$ #a # `a` ``` https://a.b \ \u{41} " ' 's
.a.b ().c [] {}""".split()  # noqa: SIM905
AFTER = st.one_of(
    WORDS,
    st.sampled_from([*TYPST, "= a", "+ a", "- a", "/ a: b", "1. a", " .a", " (b)", " [b]", "\u2028= a", "\n\n= a"]),
)
"""What Typst would read as code, or as markup at the start of a line."""
PIECES = st.tuples(st.sampled_from(ELEMENTS), WORDS, AFTER)
LINES = st.tuples(st.sampled_from(PLACES), AFTER, st.lists(PIECES, min_size=1, max_size=3))
Line = tuple[str, str, list[tuple[str, str, str]]]


IMPOSSIBLE = {(NOTE, CALL)}
"""No note calls another."""
INVISIBLE = re.compile("[\\s\u00ad\u200b]")


def a_page(lines: list[Line]) -> tuple[str, int]:
    """The HTML of a page, whose lines stand each between two words of its own; the number of its notes."""
    notes: list[str] = []

    def of(element: str, inside: str, after: str) -> str:
        if element == CALL:
            notes.append("Note")
        number = str(len(notes)) if element == CALL else f"{line}-{len(parts)}"
        return element.replace("{}", escape(inside)).replace("{0}", number) + escape(after)

    def call(text: str) -> str:
        notes.append(text)
        return f"<p>Call{CALL.replace('{0}', str(len(notes)))}.a</p>"

    html = ['<h1 id="t">T</h1>']
    for line, (place, first, pieces) in enumerate(lines):
        parts = [f"Aa{line}x{escape(first)}"]
        for piece in pieces:
            if (place, piece[0]) not in IMPOSSIBLE:
                parts.append(of(*piece))
        text = "".join([*parts, f"Zz{line}x"])
        html.append(call(text) if place == NOTE else place.replace("{}", text))
    items = "".join(f'<li id="fn:{number}"><p>{text}</p></li>' for number, text in enumerate(notes, 1))
    html += [f'<section class="footnote" role="doc-endnotes"><ol>{items}</ol></section>'] if notes else []
    return "".join(html), len(notes)


def visible(text: str) -> str:
    return INVISIBLE.sub("", text)


def printed(html: str, notes: int) -> str:
    """The text of the PDF."""
    handout = make_handout([BookPage("x.md", "x/", html)], TITLE_PAGE, date(2026, 3, 2), lambda _: DOT, notes)
    return visible("".join(page.extract_text() for page in PdfReader(BytesIO(handout.pdf)).pages))


@settings(max_examples=30, phases=[Phase.explicit, Phase.generate])  # to shrink takes minutes
@given(st.lists(LINES, min_size=10, max_size=25))
def test_what_stands_next_to_markup_prints_as_on_the_page(lines: list[Line]) -> None:
    html, notes = a_page(lines)
    page = visible(str(fragment_fromstring(html, create_parent="div").text_content()))
    pdf = printed(html, notes)
    for line in range(len(lines)):
        words = page[page.index(f"Aa{line}x") : page.index(f"Zz{line}x")]
        assert words in pdf
