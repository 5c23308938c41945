"""Tests of the link at the top of each page: its words, its address on each page, and what is told of a broken one."""

import json
import re
from pathlib import Path

import pytest

from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.lint.runner import check_guide
from studyguide.markdown.header_link import read_header_link
from studyguide.outputs.site.header_url import header_url
from tests.crawler import Page, Site, words
from tests.helpers import a_guide, a_source, a_term, an_event, chapters_with, span
from tests.mkdocs.test_build import build_here, change, lay_out, run

FILES = {"index.md", "background.md", "stakeholders.md", "chairs/start.md", "assets/two words.pdf"}


def link_of(markdown: str) -> SourceSpan:
    return span(markdown, "mkdocs.yml")


@pytest.mark.parametrize(
    ("markdown", "shown", "more", "target"),
    [
        ("[Get help](index.md#get-help)", "Get help", "", "index.md#get-help"),
        ("[**Get help** or report](#get-help)", "Get help", " or report", "#get-help"),
        ("[**Get help**](https://example.org/a_(b))", "Get help", "", "https://example.org/a_(b)"),
        ("[Rules & <fees>]()", "Rules & <fees>", "", ""),
    ],
)
def test_a_link_has_words_and_an_address(markdown: str, shown: str, more: str, target: str) -> None:
    header = read_header_link(link_of(markdown))
    assert header
    assert (header.words, header.more, header.link.target) == (shown, more, target)


@pytest.mark.parametrize(
    "markdown",
    [
        "yes",
        "Get help",
        "index.md#get-help",
        "[Get help]",
        "[](index.md)",
        "[ ](index.md)",
        "[Get **help**](index.md)",
        "[**Get help](index.md)",
        '[Get help](index.md "Help")',
        "[Get help](index.md), [rules](rules.md)",
        "See [help](index.md)",
        "![Help](index.md)",
    ],
)
def test_anything_else_is_told(markdown: str) -> None:
    (told,) = told_of(markdown)
    hint = 'Write one link, as in "[Get help](index.md#get-help)", or leave the line out. [wrong-form]'
    assert told == f'mkdocs.yml:1:1: "header_link" cannot be "{markdown}". {hint}'


def told_of(markdown: str) -> list[str]:
    guide = a_guide([a_term("hotline")], [an_event("crc-1989")], [a_source("smith2001")], header_link=link_of(markdown))
    problems = check_guide(guide, chapters_with("# A guide\n\n## Help {#get-help}\n\nA hotline."), FILES)
    return [str(problem) for problem in problems if not problem.is_warning and problem.rule != "missing-marker"]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("", "This link has no address. Write where it leads. [unknown-link]"),
        ("gone.md", 'No file in docs/ is "gone.md". Check the spelling. [unknown-file]'),
        ("backgrund.md#x", 'No file in docs/ is "backgrund.md". Did you mean "background.md"? [unknown-file]'),
        (
            "index.md#get-hlp",
            'No place in docs/index.md has the id "get-hlp". Did you mean "get-help"? [unknown-section]',
        ),
        ("#get-hlp", 'No place in docs/index.md has the id "get-hlp". Did you mean "get-help"? [unknown-section]'),
        ("term:hotlin", 'No term in glossary.yaml has the id "hotlin". Did you mean "hotline"? [unknown-term]'),
        ("term:none", 'No term in glossary.yaml has the id "none". Check the spelling. [unknown-term]'),
        (
            "/background/",
            'The link "/background/" works on one site alone. '
            'Link to a chapter\'s file, as in "background.md#poverty". [absolute-link]',
        ),
        (
            "javascript:alert(1)",
            'An address here cannot begin with "javascript:". '
            "Name a file of the guide, or begin it with https:// or mailto:. [unsafe-address]",
        ),
        ("http://[x", 'The address "http://[x" cannot be read. Check the part after the "//". [unreadable-address]'),
    ],
)
def test_an_address_that_leads_nowhere_is_told_at_its_place(target: str, message: str) -> None:
    assert told_of(f"[Get help]({target})") == [f"mkdocs.yml:1:12: {message}"]


@pytest.mark.parametrize(
    ("target", "url", "end"),
    [
        ("index.md", "", ""),
        ("#get-help", "", "#get-help"),
        ("./chairs/../background.md?print=1#poverty", "<background.md>", "?print=1#poverty"),
        ("assets/two%20words.pdf", "<assets/two words.pdf>", ""),
        ("term:hotline", "<key-terms.md>", "#term-hotline"),
        ("event:crc-1989", "<timeline.md>", "#event-crc-1989"),
        ("source:smith2001", "<bibliography.md>", "#ref-smith2001"),
        ("https://www.example.org/?a#b", "https://www.example.org/?a#b", ""),
        ("//www.example.org/", "//www.example.org/", ""),
        ("mailto:us@example.org", "mailto:us@example.org", ""),
    ],
)
def test_an_address_that_leads_somewhere(target: str, url: str, end: str) -> None:
    assert told_of(f"[Get help]({target})") == []
    header = read_header_link(link_of(f"[Get help]({target})"))
    assert header
    address = header_url(header, lambda path: "./" if path == "index.md" else f"<{path}>")
    assert (address.url, address.end) == (url, end)


def test_its_place_is_found_in_the_settings() -> None:
    text = 'extra:\n  guide:\n    header_link: "[Get help](gone.md)"\n'
    file, start = SourceFile("mkdocs.yml", text), text.index('"')
    header = read_header_link(SourceSpan("[Get help](gone.md)", file, start, len(text) - 1))
    assert header
    assert str(header.link.where) == "mkdocs.yml:3:30"


# On the site


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good guide with our own templates."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    guide = lay_out(tmp_path)
    palette = "palette: [{scheme: default, toggle: {icon: material/weather-sunny, name: Light}}]"  # it stands beside it
    change(guide / "mkdocs.yml", "{name: material,", f"{{name: material, {palette},")
    return guide


def built_with(guide: Path, header_link: str | None) -> Site:
    change(guide / "mkdocs.yml", "    pdf: false", f"    header_link: {json.dumps(header_link)}\n    pdf: false")
    build_here(guide)
    return Site(guide / "site")


def links_in_header(page: Page) -> list[tuple[str | None, str, str | None]]:
    """Where each of the guide's own links in the header leads, its words, and its name for screen readers."""
    links = [link for nav in page.by_class("guide-links") for link in nav.iter("a")]
    return [(link.get("href"), words(link), link.get("aria-label")) for link in links]


def test_each_page_has_the_link(guide: Path) -> None:
    site = built_with(guide, "[**Poverty** & more](background.md?a&b#poverty)")
    assert site.dead_links() == []
    name = ("Poverty & more", "Poverty & more")
    assert links_in_header(site.pages[""]) == [("background/?a&b#poverty", *name)]
    assert links_in_header(site.pages["key-terms/"]) == [("../background/?a&b#poverty", *name)]
    page = site.pages["404.html"]
    assert links_in_header(page) == [("/background/?a&b#poverty", *name)]
    article = next(page.by_class("md-content"))
    assert [link.get("href") for link in article.iter("a") if words(link) == name[0]] == ["/background/?a&b#poverty"]
    (wide,) = site.pages[""].by_class("guide-wide")
    assert words(wide) == "& more"


def test_a_link_may_lead_to_another_site_and_all_its_words_show(guide: Path) -> None:
    site = built_with(guide, "[<b>Rules</b>](https://www.example.org/rules)")
    assert site.pages
    for page in site.pages.values():
        assert links_in_header(page) == [("https://www.example.org/rules", "<b>Rules</b>", None)]
        assert not list(page.by_class("guide-wide"))


@pytest.mark.parametrize("plugins", ["  - search\n", ""], ids=["search", "no search"])
@pytest.mark.parametrize("look", ["palette: {primary: teal},", "features: [navigation.tabs, navigation.tabs.sticky],"])
def test_the_link_shows_once_whatever_else_is_in_the_header(look: str, plugins: str, guide: Path) -> None:
    settings = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"palette: \[.*?\}\],", look, settings).replace("  - search\n", plugins)
    (guide / "mkdocs.yml").write_text(settings, encoding="utf-8")
    page = built_with(guide, "[Poverty](background.md#poverty)").pages["key-terms/"]
    assert links_in_header(page) == [("../background/#poverty", "Poverty", None)]
    (bar,) = page.by_class("md-header__inner")
    (links,) = page.by_class("guide-links")
    assert links in list(bar)
    behind = list(bar)[list(bar).index(links) + 1].get("class", "")
    assert behind == ("md-header__button md-icon" if plugins else "md-header__title")


def test_without_search_no_page_offers_one(guide: Path) -> None:
    change(guide / "mkdocs.yml", "  - search\n", "")
    page = built_with(guide, "").pages["404.html"]
    assert not list(page.by_class("guide-search"))


@pytest.mark.parametrize("header_link", ["", None])
def test_without_the_setting_there_is_no_link(header_link: str | None, guide: Path) -> None:
    site = built_with(guide, header_link)
    assert site.pages
    for page in site.pages.values():
        assert list(page.by_class("md-header__option"))
        assert not list(page.by_class("guide-links"))
    assert [item for item in site.pages["404.html"].root.iter("li") if "help" in words(item)] == []


def test_the_check_tells_of_a_broken_link_at_its_line(guide: Path) -> None:
    setting = "    header_link: '[Get help](background.md#gone)'"
    change(guide / "mkdocs.yml", "    pdf: false", f"{setting}\n    pdf: false")
    line = (guide / "mkdocs.yml").read_text(encoding="utf-8").splitlines().index(setting) + 1
    for command in [("-m", "studyguide", "check"), ("-m", "mkdocs", "build", "--strict")]:
        done = run(guide, *command)
        assert done.returncode == 1
        assert f'mkdocs.yml:{line}:30: No place in docs/background.md has the id "gone".' in done.stdout
