"""The pages of a book as an e-book and a Word file take them: linked with each other, and without controls."""

from dataclasses import replace

import pytest
from lxml.html import tostring

from studyguide.outputs.book import OutputError
from studyguide.outputs.linked_pages import link_pages
from studyguide.outputs.page_trees import label
from tests.outputs.books import TITLE_PAGE, a_book
from tests.outputs.pdf.test_compile import a_png

OTHER = '<h1 id="b">B</h1><p id="q">Q</p><ol><li id="fn:1">Note</li></ol>'


def to_label(path: str, anchor: str) -> str:
    return f"#{label(path, anchor)}"


def linked(html: str, site: str = "") -> str:
    """What becomes of a page's text below its title."""
    title_page = replace(TITLE_PAGE, address=site)
    book = a_book({"a.md": f'<h1 id="a">A</h1>{html}', "b.md": OTHER}, title_page, {"x/p.png": a_png()})
    root = link_pages(book, to_label).pages[0].root
    return "".join(tostring(child, encoding="unicode") for child in root).removeprefix('<h1 id="a">A</h1>')


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="#a">x</a>', '<a href="#a.md:a">x</a>'),
        ('<a href="../b/">x</a>', '<a href="#b.md:b">x</a>'),
        ('<a href="../b/#q">x</a>', '<a href="#b.md:q">x</a>'),
        ('<a href="https://example.org/">x</a>', '<a href="https://example.org/">x</a>'),
        ('<a href="mailto:a@example.org">x</a>', '<a href="mailto:a@example.org">x</a>'),
        ('<a id="x">Place</a>', '<a id="x">Place</a>'),
    ],
)
def test_a_link_leads_to_its_place_in_the_output(html: str, expected: str) -> None:
    assert linked(html) == expected


@pytest.mark.parametrize("address", ["../chairs/", "../b/#gone"])
def test_a_link_to_what_is_not_in_the_output_leads_to_the_site_or_is_text(address: str) -> None:
    assert linked(f'<p><a href="{address}">x</a></p>') == "<p>x</p>"
    on_site = f"https://example.org/guide/{address.removeprefix('../')}"
    assert linked(f'<a href="{address}">x</a>', "https://example.org/guide/") == f'<a href="{on_site}">x</a>'


def test_a_reference_to_a_note_of_another_page_is_a_link() -> None:
    reference = '<sup><a class="footnote-ref" href="../b/#fn:1" role="doc-noteref">1</a></sup>'
    assert linked(reference) == '<sup><a href="#b.md:fn:1">1</a></sup>'
    own = '<sup><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup><p id="fn:1">N</p>'
    assert 'class="footnote-ref" href="#a.md:fn:1" role="doc-noteref"' in linked(own)


def test_what_a_script_reads_or_a_reader_presses_is_gone_and_the_way_back_from_a_note_stays() -> None:
    assert linked('<p data-definition="A" class="x" loading="lazy">x</p><input type="radio">') == '<p class="x">x</p>'
    assert linked('<p class="screen-only">x</p>') == ""
    assert linked('<a class="footnote-backref" href="#a">↩</a>') == '<a class="footnote-backref" href="#a.md:a">↩</a>'
    assert linked('<ul><li><input type="checkbox" checked> Read it</li></ul>') == "<ul><li>☒ Read it</li></ul>"


def test_characters_that_xml_does_not_hold_are_gone() -> None:
    assert linked("<p>a&#11;b&#x1F;c\x0bd&#xFFFE;e&#20320;&#x4f60;\t.</p>") == "<p>abcde你你\t.</p>"


def test_each_picture_has_a_name_with_the_ending_of_its_format() -> None:
    page = '<h1 id="a">A</h1><img src="../x/p.jpg" alt="P"><img src="../x/p.jpg" alt="Q"><img src="../x/d" alt="D">'
    book = a_book({"a.md": page}, pictures={"x/p.jpg": a_png(), "x/d": b"<svg/>"})
    made = link_pages(book, to_label)
    assert {name: len(content) for name, content in made.pictures.items()} == {
        "picture-1.png": len(a_png()),
        "picture-2.svg": 6,
    }
    assert [image.get("src") for image in made.pages[0].root.iter("img")] == [
        "picture-1.png",
        "picture-1.png",
        "picture-2.svg",
    ]


def test_a_drawing_of_the_build_is_kept_with_its_words() -> None:
    made = link_pages(a_book({"a.md": '<svg viewBox="0 0 1 1" aria-label="Bars"><path/></svg>'}), to_label)
    (image,) = made.pages[0].root.iter("img")
    assert (image.get("alt"), image.get("class")) == ("Bars", "guide-drawn")
    assert made.drawn == {
        image.get("src"): '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" aria-label="Bars"><path/></svg>'
    }


def test_an_unknown_picture_is_an_error() -> None:
    with pytest.raises(OutputError):
        link_pages(a_book({"a.md": '<img src="none.png" alt="">'}), to_label)


def test_a_guide_from_right_to_left_has_its_dates_isolated_and_code_from_left_to_right() -> None:
    arabic = replace(TITLE_PAGE, language="ar", region="")
    (page,) = link_pages(a_book({"a.md": "<p>من 1989–1990</p><pre>a = b</pre>"}, arabic), to_label).pages
    assert [(each.text, each.get("dir")) for each in page.root.iter("span", "pre")] == [
        ("1989–1990", "ltr"),
        ("a = b", "ltr"),
    ]
