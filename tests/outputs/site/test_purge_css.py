"""Stylesheets: what a page or a script can use stays, letter for letter; the rest goes."""

import pytest

from studyguide.outputs.site.purge_css import Usage, parse, without_unused

PAGE = '<html class="no-js"><body data-md-color-primary="custom"><p class="lead">Red</p><a class="md-tag">x</a>'
SCRIPT = 'el.className = `md-chip--${kind}`; el.classList.add("open"); get("--js-gap")'


def slim(css: str, *texts: str) -> str:
    return without_unused({"main.css": parse(css)}, Usage(texts or (PAGE, SCRIPT)))["main.css"]


@pytest.mark.parametrize(
    "rule",
    [
        "p{color:red}",
        ".lead{color:red}",
        '.no-js .lead:not(.gone)>p::before{content:"a}b"}',
        ".open{color:red}",
        ".md-chip--new{color:red}",
        ":is(.gone,.lead){color:red}",
        "[data-md-color-primary=custom]{color:red}",
        "[data-other=gone]{color:red}",
        "[dir=ltr] p{color:red}",
        "@media print{p{color:red}}",
        "@keyframes gone{0%{left:0}to{left:1px}}",
        "@font-face{font-family:gone}",
        '@charset "UTF-8";',
        "p{--js-gap:1px}",
        "p{--gap:1px;margin:var(--gap)}",
        "p{background:url(data:image/svg+xml;charset=utf-8,%3Csvg%3E)}",
    ],
)
def test_rule_that_a_page_can_use_stays_as_it_is(rule: str) -> None:
    assert slim(rule) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".gone{color:red}",
        ".lead .gone{color:red}",
        ".lead.gone{color:red}",
        "[data-md-color-primary=teal]{color:red}",
        "@media print{.gone{color:red}}",
        "@supports (gap:1px){@media print{.gone{color:red}}}",
        "p{--gap:1px}",
        "/* What it is for. */",
    ],
)
def test_rule_that_no_page_can_use_goes(rule: str) -> None:
    assert slim(f"{rule}p{{left:0}}") == "p{left:0}"


def test_selector_goes_without_those_beside_it() -> None:
    assert slim(".lead,.gone,p:is(.a,.b){left:0}") == ".lead,p:is(.a,.b){left:0}"


def test_variable_goes_without_the_declarations_beside_it() -> None:
    assert slim("p{left:0;--gap:1px;top:0}") == "p{left:0;top:0}"


def test_variable_of_a_rule_that_goes_is_not_used_by_it() -> None:
    assert slim("p{--gap:1px;left:0}.gone{margin:var(--gap)}") == "p{left:0}"


def test_variable_that_another_stylesheet_uses_stays() -> None:
    sheets = {"palette.css": "p{--gap:1px}", "main.css": "p{margin:var( --gap )}"}
    assert without_unused({name: parse(css) for name, css in sheets.items()}, Usage([PAGE])) == sheets
