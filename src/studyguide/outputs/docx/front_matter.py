"""What stands before the chapters: what the file is for, the facts of the title page, and the contents list."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lxml.html import HtmlElement

from studyguide.labels.catalogue import Labels
from studyguide.outputs.book import Book, new_topics
from studyguide.outputs.docx.returned import notice_title
from studyguide.outputs.linked_pages import LinkedPage

NOTICE = "Copy Notice"
"""The style of the first line."""
CONTENTS_TITLE = "TOC Heading"
LEVELS = {"h1": "toc 1", "h2": "toc 2"}
"""The styles of the entries of the contents list, by the heading of which they are made."""


def styled(style: str, html: str) -> str:
    """Return a paragraph in a style, by pandoc's attribute for its name."""
    return f'<div data-custom-style="{style}"><p>{html}</p></div>'


def title_page(book: Book) -> str:
    """Return the notice and the facts of the title page; those that the guide's settings do not give are left out."""
    facts, labels = book.title_page, book.guide.labels
    shown = f'<span dir="ltr">{escape(facts.address)}</span>'
    address = f'<a href="{escape(facts.address)}">{shown}</a>' if facts.address else ""
    paragraphs = [
        (NOTICE, notice(labels)),
        ("Subtitle", escape(facts.conference)),
        ("Subtitle", escape(facts.committee)),
        *(("Title", escape(line)) for line in facts.title_lines),
        ("Subtitle", escape(labels.gettext("Study guide"))),
        ("Subtitle", escape(facts.officer)),
        # Translators: the day and the revision of the guide.
        ("Title Page Fact", escape(labels.gettext("Edition of {edition}", edition=facts.edition))),
        ("Title Page Fact", address),
        ("Title Page Fact", escape(facts.licence)),
    ]
    return "".join(styled(style, html) for style, html in paragraphs if html)


def notice(labels: Labels) -> str:
    """Return the first line of the file: that it is no source of the guide, and where what is written in it goes."""
    explanation = labels.gettext(
        "Write comments and changes into this file, and send it back. They do not change the guide by themselves: "
        "those who look after the guide carry them over."
    )
    return f"<strong>{notice_title(labels)}</strong> {explanation}"


def contents(pages: Sequence[LinkedPage], labels: Labels) -> str:
    """Return the contents list: a link to each chapter and section, under the topics of a guide with several."""
    entries = ""
    for each, topic in zip(pages, new_topics(each.page for each in pages), strict=True):
        entries += styled(LEVELS["h1"], f"<strong>{escape(topic)}</strong>") if topic else ""
        entries += "".join(_entry(heading) for heading in each.root.iter(*LEVELS) if heading.get("id"))
    return styled(CONTENTS_TITLE, escape(labels.gettext("Contents"))) + entries


def _entry(heading: HtmlElement) -> str:
    return styled(LEVELS[str(heading.tag)], f'<a href="#{heading.get("id")}">{escape(_words(heading))}</a>')


def _words(heading: HtmlElement) -> str:
    """Return the text of a heading without the references to its notes."""
    texts = heading.xpath(".//text()[not(ancestor::sup[a/@role='doc-noteref'])]")
    return " ".join("".join(map(str, texts)).split())
