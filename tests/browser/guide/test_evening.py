"""A delegate's evening on a phone, without a network: choose a country, mark, sort, and take a position paper home."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from playwright.sync_api import Download, Locator, Page, Request, expect

from studyguide.data.bibliography import read_sources
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.diagnostics.source_text import SourceFile
from tests.browser.conftest import Visit
from tests.browser.test_offline import save
from tests.paths import ROOT

_BIBLIOGRAPHY = SourceFile(BIBLIOGRAPHY, (ROOT / BIBLIOGRAPHY).read_text(encoding="utf-8"))
TITLES = {source.key: source.title.casefold() for source in read_sources(_BIBLIOGRAPHY)[0]}
WIDTH = 390
COUNTRY = "France"
CHAPTERS = ("background/", "stakeholders/", "previous-attempts/")
HEADINGS = ("The topic and our country", "What has been done", "What we propose")
WORDS = "We want rules that keep children safe; this is our line no. {}."
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ENTRIES = """() => Object.fromEntries([...document.querySelectorAll(".guide-bibliography > li")].map(function (item) {
  const copy = item.cloneNode(true);
  copy.querySelectorAll(".guide-backlinks, .screen-only, button").forEach((part) => part.remove());
  return [item.id.slice("ref-".length), copy.textContent.replace(/\\s+/g, " ").trim()];
}))"""
MOST_TABS = 250
_DESCRIBED = """(paragraph) => {
  const copy = paragraph.cloneNode(true);
  copy.querySelectorAll(".footnote-ref, .screen-only").forEach((part) => part.remove());
  const calls = [...paragraph.querySelectorAll("a.footnote-ref")];
  const notes = calls.map(({ hash }) => document.getElementById(hash.slice(1)));
  const links = notes.flatMap((note) => [...note.querySelectorAll("a.guide-source")]);
  return [copy.textContent.replace(/\\s+/g, " ").trim(), links.map(({ hash }) => hash.slice("#ref-".length))];
}"""
UNSORTED = ".guide-notes-group:first-child"


@dataclass(frozen=True)
class Evening:
    """A page of the saved guide without a network, and every request since the guide was opened."""

    page: Page
    requests: list[Request]


@pytest.fixture
def evening(visit: Visit) -> Iterator[Evening]:
    """The guide after 'Save for offline', with the network gone. No request may carry anything."""
    page = visit(width=WIDTH, has_touch=True)
    requests: list[Request] = []
    page.context.on("request", lambda request: requests.append(request))
    save(page)
    page.context.set_offline(True)
    yield Evening(page, requests)
    assert requests
    for request in requests:
        assert (request.method, request.post_data) == ("GET", None)
        assert "?" not in request.url


@dataclass(frozen=True)
class Marked:
    """A passage with its note: its page, its words, and the keys of its sources."""

    address: str
    quote: str
    keys: tuple[str, ...]


def mark(page: Page, path: str, words: str) -> Marked:
    """Mark a paragraph that has a source, by touch, and write a line to it."""
    page.goto(path)
    paragraph = page.locator("article h2 ~ p:has(a.footnote-ref)").first
    paragraph.evaluate("(paragraph) => getSelection().selectAllChildren(paragraph)")
    page.get_by_role("button", name="Note on these words").tap()
    page.get_by_label("Your note").fill(words)
    page.get_by_role("button", name="Save the note").tap()
    expect(page.get_by_role("dialog")).to_have_count(0)
    return described(paragraph)


def described(paragraph: Locator) -> Marked:
    """The words of a paragraph as one reads them, and the keys of its sources as its notes link to them."""
    found = paragraph.evaluate(_DESCRIBED)
    return Marked(paragraph.page.url.partition("#")[0], found[0], tuple(dict.fromkeys(found[1])))


def entries(page: Page) -> dict[str, str]:
    """The entry of each source in the guide's bibliography, by key."""
    page.goto("bibliography/")
    return dict(page.evaluate(_ENTRIES))


def paragraphs(draft: Path) -> list[tuple[str, str]]:
    """Each paragraph of the draft with its style."""
    return [(each.style.name, each.text) for each in Document(str(draft)).paragraphs if each.style]


def footnotes(draft: Path) -> list[str]:
    """The texts of the footnotes in the order of the text."""
    with ZipFile(draft) as packed:
        text, notes = (etree.fromstring(packed.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    texts = {each.get(f"{W}id"): "".join(each.itertext()).strip() for each in notes}
    return [texts[call.get(f"{W}id")] for call in text.iter(f"{W}footnoteReference")]


def check(draft: Path, marked: Sequence[Marked], sources: Mapping[str, str]) -> None:
    """Each passage stands under its heading with its line; its note names the guide, and all its sources are listed."""
    read, notes = paragraphs(draft), footnotes(draft)
    assert ("Title Page Fact", f"Country: {COUNTRY}") in read
    body = [each for each in read if each[0] in ("Heading 1", "Quote", "Body Text")]
    expected = [
        (("Heading 1", heading), ("Quote", passage.quote), ("Body Text", WORDS.format(number)))
        for number, (heading, passage) in enumerate(zip(HEADINGS, marked, strict=True))
    ]
    assert body == [*chain.from_iterable(expected), ("Heading 1", "Works cited")]
    assert len(notes) == len(marked)
    for note, passage in zip(notes, marked, strict=True):
        named, _, guide = note.partition("Cited in: ")
        assert passage.address in guide
        assert passage.keys
        assert all(TITLES[key] in named.casefold() for key in passage.keys)
    listed = [text for style, text in read if style == "Bibliography"]
    cited = {sources[key] for passage in marked for key in passage.keys}
    assert len(listed) == len(cited) + 1  # and the guide
    assert cited < set(listed)


def saved(download: Download, folder: Path) -> Path:
    """A file that the page gave."""
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


def find_country(page: Page) -> None:
    """Look at the first place that names the chosen country, where it is marked."""
    page.wait_for_url(re.compile(r"#."))
    expect(page.locator("article .guide-mine").first).to_be_visible()


def test_evening_by_touch(evening: Evening, tmp_path: Path) -> None:
    page = evening.page
    page.goto("countries/")
    page.get_by_label("I represent").select_option(COUNTRY)
    page.get_by_role("status").get_by_role("listitem").first.get_by_role("link").tap()
    find_country(page)
    marked = [mark(page, path, WORDS.format(number)) for number, path in enumerate(CHAPTERS)]
    sources = entries(page)
    page.goto("my-notes/")
    for heading in HEADINGS:
        page.locator(UNSORTED).get_by_label("Under").first.select_option(label=heading)
        expect(page.get_by_text(f"Now under: {heading}", exact=True)).to_be_visible()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save for Word").tap()
    check(saved(saving.value, tmp_path), marked, sources)


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Go with the Tab key until the focus is on an element."""
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"No way by keyboard to {selector}")


def write_by_keyboard(page: Page, path: str, words: str) -> Marked:
    """Take the first paragraph of a section with a source, and write a line to it."""
    page.goto(path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # to the content
    paragraph = page.locator("article h2 + .guide-tools + p:has(a.footnote-ref)").first
    section = paragraph.evaluate("(it) => it.previousElementSibling.previousElementSibling.id")
    expect(page.locator(f"#{section} + .guide-tools > .guide-note")).to_be_visible()
    tab_to(page, f"#{section} + .guide-tools > .guide-note")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your note")).to_be_focused()
    page.keyboard.type(words)
    tab_to(page, "select", key="Shift+Tab")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[type=submit]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    return described(paragraph)


def test_evening_by_keyboard(evening: Evening, tmp_path: Path) -> None:
    page = evening.page
    page.goto("countries/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # to the content
    tab_to(page, "#guide-country")
    page.keyboard.type(COUNTRY)
    tab_to(page, "[role=status] li a")
    page.keyboard.press("Enter")
    find_country(page)
    marked = [write_by_keyboard(page, path, WORDS.format(number)) for number, path in enumerate(CHAPTERS)]
    sources = entries(page)
    page.goto("my-notes/")
    expect(page.locator(".guide-notes-note")).to_have_count(len(CHAPTERS))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # to the content
    for number in range(len(HEADINGS)):
        tab_to(page, f"{UNSORTED} li:first-child select", key="Shift+Tab" if number else "Tab")
        for heading in HEADINGS[: number + 1]:
            page.keyboard.press("ArrowDown")
            expect(page.get_by_text(f"Now under: {heading}", exact=True)).to_be_visible()
    tab_to(page, ".guide-paper button")
    with page.expect_download() as saving:
        page.keyboard.press("Enter")
    check(saved(saving.value, tmp_path), marked, sources)
