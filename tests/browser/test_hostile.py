"""A guide with a payload in every field, in a real Chromium and in its PDF: nothing runs, and all of it is text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.server import serving
from tests.built_once import build
from tests.hostile_guide import CHAPTERS, PAYLOAD, SCRIPT, TYPESET, lay_out_hostile

ADDRESSES = ["" if path == "index" else f"{path}/" for path in CHAPTERS] + ["404.html"]
FOUND = """() => [...document.querySelectorAll("*")].flatMap(element => [
    ...element.getAttributeNames().filter(name =>
        name.startsWith("on") || name === "srcdoc" || (name === "x" && !element.closest("svg"))),
    ...["href", "src"].filter(name => /^\\s*(javascript|data|file):/i.test(element.getAttribute(name) ?? ""))
        .map(name => element.getAttribute(name)),
    ...(element.matches("script") && element.text.includes("ran=1") && element.type !== "application/ld+json"
        ? ["script"] : []),
])"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site."""
    guide = lay_out_hostile(tmp_path_factory.mktemp("built"))
    return build(guide, guide / "site", SOURCE_DATE_EPOCH="1772409600", SITE_URL="https://g.example/").site


@pytest.fixture(scope="module")
def opened(hostile: Path, browser: Browser) -> Iterator[Page]:
    """A page that may run anything that is in it: what stops a script must not be the policy alone."""
    with serving(hostile) as address:
        context = browser.new_context(base_url=address, bypass_csp=True)
        yield context.new_page()
        context.close()


@pytest.mark.parametrize("path", ADDRESSES, ids=lambda path: path.strip("/") or "home")
def test_no_payload_becomes_a_part_of_the_page(opened: Page, path: str) -> None:
    opened.goto(path)
    opened.wait_for_function("typeof document$ === 'object'")
    for element in opened.locator("main :is(h1, h2, h3, summary):visible").all()[:40]:
        element.hover()
    assert opened.evaluate("window.ran") is None
    assert opened.evaluate(FOUND) == []


def test_titles_descriptions_and_headings_say_it_letter_for_letter(opened: Page) -> None:
    opened.goto("background/")
    assert opened.title().startswith(f"background {SCRIPT} and \\<img src=x onerror=window.ran=1> and {SCRIPT} - ")
    assert opened.title().endswith(" ".join(TYPESET.split()))
    assert opened.locator("meta[name=description]").get_attribute("content") == TYPESET
    assert opened.locator("meta[name=author]").get_attribute("content") == TYPESET
    assert SCRIPT in (opened.locator("img[src$='p.png']").get_attribute("alt") or "")
    opened.goto("stakeholders/")
    assert opened.title().startswith(f"stakeholders {TYPESET}")
    opened.goto("")
    assert opened.title() == TYPESET
    assert f"Terms {TYPESET}" in [" ".join(text.split()) for text in opened.locator(".md-nav__link").all_inner_texts()]


def test_terms_events_and_sources_say_it_letter_for_letter(opened: Page) -> None:
    opened.goto("key-terms/")
    assert opened.locator("h3#term-evil").inner_text().removesuffix("¶").strip() == TYPESET
    assert SCRIPT in opened.locator("li[id='fn:1']").inner_text()
    opened.goto("timeline/")
    assert opened.locator("h3#event-evil").inner_text().removesuffix("¶").strip() == TYPESET
    assert "<script>window.ran" in " ".join(opened.locator("svg tspan").all_text_contents())
    opened.goto("bibliography/")
    entry = opened.locator("li[id='ref-evil']").inner_text().lower()
    assert entry.count(SCRIPT.lower()) >= 3


def test_search_shows_it_as_text(opened: Page) -> None:
    opened.goto("")
    opened.wait_for_function("typeof document$ === 'object'")
    opened.locator(".md-search__input").click()
    opened.keyboard.type("alias")
    opened.locator(".md-search-result__item a").first.wait_for()
    assert opened.evaluate("window.ran") is None
    assert opened.evaluate(FOUND) == []
    assert SCRIPT in opened.locator(".md-search-result__list").inner_text()


def test_tooltip_of_a_term_shows_it_as_text(opened: Page) -> None:
    opened.goto("stakeholders/")
    for link in opened.locator("main a.guide-term").all():
        link.hover()
        assert opened.evaluate(FOUND) == []
    assert opened.evaluate("window.ran") is None


def test_handout_prints_it_letter_for_letter(hostile: Path) -> None:
    reader = PdfReader(hostile / "handout.pdf")
    words = _bare("".join(page.extract_text() for page in reader.pages))
    for text in (
        SCRIPT,
        "<img src=x onerror=window.ran=1>",
        '#panic("x") $y$ \\ @here <label> ];',
        "{{7*7}} [[z]] *a* _b_",
    ):
        assert words.count(_bare(text)) >= 3, text
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.subject) == (TYPESET, TYPESET, TYPESET)


@pytest.mark.parametrize("name", ["handout.pdf", "quick-reference.pdf"])
def test_a_pdf_runs_nothing(hostile: Path, name: str) -> None:
    with pikepdf.open(hostile / name) as document:
        kinds = {str(each.get("/S")) for each in document.objects if isinstance(each, pikepdf.Dictionary)}
        addresses = [
            str(each["/URI"]) for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/URI" in each
        ]
        assert not kinds & {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"}
        assert "/OpenAction" not in document.Root
        assert not [address for address in addresses if not address.startswith(("https://", "http://"))]


def test_files_for_programs_hold_it_as_data(hostile: Path) -> None:
    page = (hostile / "index.html").read_text(encoding="utf-8")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert data
    assert "<" not in data[1]
    assert PAYLOAD not in (hostile / "search" / "search_index.json").read_text(encoding="utf-8")
    assert PAYLOAD not in (hostile / "sitemap.xml").read_text(encoding="utf-8")


def _bare(text: str) -> str:
    """Without what setting type changes: spaces, breaks in words, and the form of quotation marks."""
    return re.sub("[\\s\u200b\u00ad]", "", re.sub("[“”\"‘’']", "'", text))
