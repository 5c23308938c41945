"""The cover and the title page of the e-book, which say what the first page of the handout says."""

from __future__ import annotations

from html import escape

from studyguide.labels.catalogue import Labels
from studyguide.outputs.book import TitlePage

COVER = "images/cover.png"


def cover_body(title_page: TitlePage, labels: Labels) -> str:
    """Return the body of the page with the cover."""
    # Translators: what a screen reader says of the picture on the cover of the e-book.
    words = labels.gettext("Cover: {title}", title=title_page.title)
    return f'<p class="guide-cover"><img src="{COVER}" alt="{escape(words)}" role="doc-cover"/></p>'


def title_body(title_page: TitlePage, labels: Labels) -> str:
    """Return the body of the title page."""
    edition = labels.gettext("Edition of {edition}", edition=title_page.edition)
    address = escape(title_page.address)
    link = f'<a href="{address}"><bdi dir="ltr">{address}</bdi></a>' if address else ""
    blocks = [
        _lines(escape(title_page.conference), escape(title_page.committee)),
        f"<h1>{'<br/>'.join(map(escape, title_page.title_lines))}</h1>",
        _lines(escape(labels.gettext("Study guide")), escape(title_page.officer)),
        _lines(escape(edition), link, f"<bdi>{escape(title_page.licence)}</bdi>" if title_page.licence else ""),
    ]
    return f'<section epub:type="titlepage">{"".join(blocks)}</section>'


def _lines(*lines: str) -> str:
    shown = "<br/>".join(filter(None, lines))
    return f"<p>{shown}</p>" if shown else ""
