"""What pandoc writes as Typst, and our own parts in it."""

import re

import pytest

from studyguide.outputs.pdf.typst_writer import write_typst

A30 = "a" * 30
KEPT = "#keep([\n#strong[T]\n\n])\n"


@pytest.mark.parametrize(
    ("html", "typst"),
    [
        ("<p>Text</p>", "Text"),
        ("<p>wait... so-? -5</p>", r"wait\.\.\. so\-\? \-5"),
        ("<ul><li>= a</li><li>+ b</li></ul>", "- \\= a\n- \\+ b"),
        ("<p>A</p><hr><p>B</p>", "A\n\n#horizontalrule\n\nB"),
        ('<div class="guide-page" data-chapter="x.md"></div><p>A</p>', "// <x.md>\nA"),
        ('<div class="guide-page guide-reference" data-chapter="x.md"></div>', "#reference-page\n// <x.md>"),
        ('<div class="guide-page" data-chapter="x\n#y"></div><p>A</p>', "#block[\n]\nA"),
        ("<p>internationalisation</p>", "internationalisation"),
        (f"<p>{A30}a</p>", f"{A30}\u200ba"),
        ("<p>Responsibility1</p>", "Responsibility\u200b1"),
        (
            "<p>x://aaaaaaaaaaaa/b</p>",
            "#text(hyphenate: false)[x\\:\\/\\/\u200baaaaaaaaaa\u200baa\\/\u200bb];",
        ),
        ("<p>x://b</p>", r"#text(hyphenate: false)[x\:\/\/b];"),
        (f"<p><code>{A30}a</code></p>", f'#raw("{A30}\u200ba");'),
        ('<p><code>a"\\b</code>.c</p>', r'#raw("a\"\\b");\.c'),
        ("<p><strong>Aim</strong>.The</p>", r"#strong[Aim]\.The"),
        ("<p><em>a</em>(b) <em>a</em>[b] <em>a</em>;</p>", r"#emph[a]\(b\) #emph[a]\[b\] #emph[a]\;"),
        ('<h2 id="x">A<br>= b</h2>', "== A#linebreak();\\= b\n<x>"),
        ("<p>a<q>b</q>.c</p>", r"a#quote[b];\.c"),
        ("<p>a\u2028= b</p>", r"a \= b"),
        ('<p>a<span id="x.md:y"><em>b</em></span>.c</p>', r"a#[#metadata(none)<x.md:y>];#emph[b]\.c"),
        (f"<pre><code>{A30}a</code></pre>", f"```\n{A30}\u200ba\n```"),
        (
            '<p><img src="a.png" alt="A &quot;pic&quot; \\ 🎉 #x"></p>',
            '#picture(image("a.png", alt: "A \\"pic\\" \\\\ 🎉 #x"));',
        ),
        ('<p><img src="a" alt="A" width="80"></p>', '#picture(image("a", alt: "A"), width: 60pt);'),
        ('<p><img src="a" alt="A" width="33.5%"></p>', '#picture(image("a", alt: "A"), width: 33.5%);'),
        ('<p><img class="guide-in-name" src="a" alt="A" width="wide"></p>', '#in-name(image("a", alt: "A"));'),
        ('<p><img class="guide-drawn" src="d.svg" alt="D"></p>', '#drawing(image("d.svg", alt: "D"));'),
        ('<p>A <em><span lang="fr">b</span></em>.</p>', r'A #emph[#text(lang: "fr")[b];]\.'),
        ('<p><span lang="pt-BR">b</span></p>', '#text(lang: "pt", region: "BR")[b];'),
        ('<p><span lang="zh-Hant">b</span></p>', '#text(lang: "zh", region: "TW")[b];'),
        ('<p><span lang="ar" dir="rtl">b</span></p>', '#text(lang: "ar")[\u2067b\u2069];'),
        ('<p><span dir="ltr">1-2</span></p>', "\u20661\\-2\u2069"),
        ('<p><span lang="x&quot;)[" dir="auto">b</span></p>', "b"),
        ('<p>A <span id="x.md:y"></span>b</p>', "A #[#metadata(none)<x.md:y>];b"),
        (
            '<p><span class="guide-pages" data-labels="a.md:b c.md" data-listing="cited-in">?</span>; x</p>',
            '#pages("cited-in", <a.md:b>, <c.md>);\\; x',
        ),
        (
            '<p><span class="guide-pages" data-labels="b.md" data-listing="&quot;)#x">?</span></p>',
            '#pages("\\")#x", <b.md>);',
        ),
        ('<p>A<span class="guide-pages" data-labels="" data-listing="note">?</span></p>', "A"),
        ('<p>A<span class="guide-pages" data-labels="a&gt;)" data-listing="link">?</span></p>', "A"),
        (
            '<div class="guide-list"><div role="listitem" data-mark="5."><p>A</p></div>'
            '<div role="listitem" data-mark="(a)&quot;">B</div></div>',
            '#block[\n#marked(("5.", "(a)\\"", ), [\n#block[\nA\n\n]\n], [\n#block[\nB\n]\n])\n]',
        ),
        ('<div class="guide-keep"><p>T</p></div>', "#block[\n#keep([\nT\n\n])\n]"),
        (
            '<div class="admonition note"><p class="admonition-title">T</p><p>B</p></div>',
            f'#block[\n#boxed("note", [\n{KEPT}B\n\n])\n]',
        ),
        (
            '<div class="admonition check"><p class="admonition-title">T</p></div>',
            f'#block[\n#boxed("check", [\n{KEPT}])\n]',
        ),
        ('<div class="guide-in-timeline"><p>T</p><p>B</p></div>', f"#block[\n#aside([\n{KEPT}B\n\n])\n]"),
        ('<div class="admonition"></div>', "#block[\n]"),
        ('<div class="guide-minor"><p>T</p></div>', "#block[\n#minor([\nT\n\n])\n]"),
        ('<div class="other"><p>B</p></div>', "#block[\nB\n\n]"),
        (
            '<div class="guide-bibliography"><p>A</p><ul><li>B</li></ul></div>',
            "#block[\n#sources([\nA\n\n- B\n\n])\n]",
        ),
        ("<figure><p>B</p></figure>", "#block[\nB\n\n]"),
        ("<figure><p>B</p><figcaption>C</figcaption></figure>", "#figure([B\n\n  ],\n  caption: [\n    C\n  ]\n)"),
    ],
)
def test_html_becomes_typst(html: str, typst: str) -> None:
    text, notes = write_typst((html,))
    assert text.rstrip("\n") == typst
    assert notes == 0


NOTE = '<sup><a class="footnote-ref" href="#n{0}" role="doc-noteref">{0}</a></sup>'
NOTES = '<section role="doc-endnotes"><ol><li id="n1"><p>One.</p></li><li id="n2"><p>Two.</p></li></ol></section>'


def test_notes_stand_at_their_call_and_are_counted() -> None:
    html = f"<p>A{NOTE.format(1)} b{NOTE.format(2)}.</p><p>{{&quot;t&quot;: &quot;Note&quot;}}</p>{NOTES}"
    text, count = write_typst((html,))
    assert text.splitlines()[0] == r"A#footnote[One.] b#footnote[Two.]\."
    assert count == 2


def test_between_notes_is_a_comma_and_what_is_raised_behind_one_stays() -> None:
    with_comma = NOTE.format(1).replace("</sup>", '<span aria-hidden="true">,</span></sup>')
    text, count = write_typst((f"<p>A{with_comma}{NOTE.format(2)}<sup>x</sup>.</p>{NOTES}",))
    assert text.splitlines()[0] == r"A#footnote[One.]#comma;#footnote[Two.]#super[x]\."
    assert count == 2


def test_what_is_raised_and_no_note_stays_raised() -> None:
    assert write_typst(("<p>m<sup>2</sup></p>",))[0].rstrip("\n") == "m#super[2]"


def test_the_number_of_processors_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f'<h1 id="{{0}}">Title</h1><p>A{NOTE.format(1)} <a href="#b">b</a>.</p><ol><li>x</li></ol>{NOTES}'
    pages = tuple(page.replace("{0}", letter).replace("x", letter * 1_000) for letter in "abcde")
    written = []
    for processors in (1, 2, 3, 8, None):
        monkeypatch.setattr("os.cpu_count", lambda count=processors: count)
        write_typst.cache_clear()
        written.append(write_typst(pages))
    assert written[0][1] == 5
    assert set(written) == {written[0]}


def test_no_page_is_no_text() -> None:
    assert write_typst(()) == ("", 0)


def test_each_row_of_the_head_of_a_table_is_bold() -> None:
    head = "<tr><th colspan='2'>A</th></tr><tr><th>B</th><th>C</th></tr>"
    text, _ = write_typst((f"<table><thead>{head}</thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",))
    bold = re.findall(r'\[#set text\([^)]*weight: "bold"[^)]*\); (\w)\]', text)
    assert bold == ["B", "C"]  # handout.typ does the first row
