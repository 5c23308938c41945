"""Books of a few pages, for the tests of outputs."""

from collections.abc import Mapping
from datetime import date

from studyguide.outputs.book import Book, BookPage, OutputError, TitlePage
from tests.helpers import a_guide, read

TITLE_PAGE = TitlePage("Water", "PSMUN", "UNEP", "A. Smith, Chair", "A. Smith", "About water.", "1 March 2026", "CC BY")


def a_book(
    pages: Mapping[str, str], title_page: TitlePage = TITLE_PAGE, pictures: Mapping[str, bytes] | None = None
) -> Book:
    """Return a book of these pages, given by the path of their file, each at the URL of MkDocs."""
    held = pictures or {}

    def read_picture(address: str) -> bytes:
        if address not in held:
            raise OutputError(f"no {address}")
        return held[address]

    return Book(
        guide=a_guide(),
        chapters=tuple(read("# A\n", path=path)[0] for path in pages),
        pages=tuple(
            BookPage(path, "" if path == "index.md" else path.replace(".md", "/"), html, path.removesuffix(".md"))
            for path, html in pages.items()
        ),
        title_page=title_page,
        day=date(2026, 3, 1),
        read_picture=read_picture,
    )
