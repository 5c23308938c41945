"""Preview: a page says over its text what is to be mended."""

from studyguide.outputs.site.error_overlay import with_overlay

PAGE = '<html><body class="x">\n<p>Text with a <body> word.</p></body></html>'


def test_panel_stands_once_and_the_page_stays() -> None:
    html = with_overlay(PAGE, "To be mended", ["one", "two"])
    assert html.count('role="alert"') == 1
    assert html.index('class="x">') < html.index('role="alert"') < html.index("<p>Text")
    assert html.endswith("\n<p>Text with a <body> word.</p></body></html>")
    assert ">one</li>" in html
    assert html.index(">one</li>") < html.index(">two</li>")


def test_messages_are_text() -> None:
    html = with_overlay(PAGE, "<b>", ["<script>alert(1)</script> \\1 & co"])
    assert "<strong>&lt;b&gt;</strong>" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; \\1 &amp; co" in html


def test_page_without_a_body_stays() -> None:
    assert with_overlay("<p>x</p>", "Heading", ["one"]) == "<p>x</p>"
