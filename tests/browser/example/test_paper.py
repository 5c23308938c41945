"""A page printed from the browser: its text and its notes, with the addresses of its links."""

from io import BytesIO
from urllib.parse import urlsplit

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import Visit


def printed(page: Page) -> str:
    pages = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return "".join("".join(sheet.extract_text() for sheet in pages).split())


def test_notes_are_printed_at_the_end(visit: Visit) -> None:
    page = visit("background/")
    notes = page.locator("section.footnote li").all_text_contents()
    text = printed(page)
    places = [text.find("".join(note.partition("Bibliography")[0].split())) for note in notes]
    assert places == sorted(places)
    assert places[0] > text.index("nobodyknowswhatislost")
    assert "Backtotext" not in text


def test_addresses_are_printed_behind_links_once(visit: Visit) -> None:
    text = printed(visit(""))
    assert "Theconference'shelpline(https://helpline.example/)" in text
    sources = visit("bibliography/")
    address = sources.locator("article a[href^='https://doi.org']").first.get_attribute("href") or ""
    assert urlsplit(address).path
    assert printed(sources).count(address) == 1
