"""Joining: a page names one file in place of several, and no script that has nothing to do there."""

from studyguide.outputs.site.bundling import (
    name_by_content,
    needed_class,
    scripts_of,
    styles_of,
    with_joined,
    without_scripts,
)

PAGE = """<head><link rel="stylesheet" href="../assets/stylesheets/main.css">
<link rel="stylesheet" href="../assets/stylesheets/look.css"><link rel="icon" href="a.svg"></head>
<script src="../assets/javascripts/early.js"></script><script defer src="../assets/javascripts/bundle.js"></script>
<script defer src="../assets/javascripts/tips.js"></script>
<script defer src="../assets/javascripts/cite.js"></script></html>"""


def test_page_names_its_styles_and_its_late_scripts() -> None:
    assert styles_of(PAGE) == ["main.css", "look.css"]
    assert scripts_of(PAGE) == ["bundle.js", "tips.js", "cite.js"]


def test_joined_file_stands_where_the_first_one_stood() -> None:
    page = with_joined(with_joined(PAGE, {"main.css", "look.css"}, "guide.css"), ["tips.js", "cite.js"], "guide.js")
    assert page == (
        '<head><link rel="stylesheet" href="../assets/stylesheets/guide.css">\n<link rel="icon" href="a.svg"></head>\n'
        '<script src="../assets/javascripts/early.js"></script><script defer src="../assets/javascripts/bundle.js">'
        '</script>\n<script defer src="../assets/javascripts/guide.js"></script>\n</html>'
    )


def test_script_is_left_out() -> None:
    assert scripts_of(without_scripts(PAGE, {"tips.js"})) == ["bundle.js", "cite.js"]


def test_script_says_what_it_needs() -> None:
    assert needed_class("/* Filters.\n   Only for pages with .guide-filter. */") == "guide-filter"
    assert needed_class("/* For every page. */") is None


def test_other_content_has_another_name() -> None:
    red, green = name_by_content("guide", "a{color:red}", ".css"), name_by_content("guide", "a{color:green}", ".css")
    assert red != green
    assert (red[:6], red[-4:], len(red)) == ("guide.", ".css", 18)
