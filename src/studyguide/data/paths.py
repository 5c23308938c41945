"""The fixed names: where each kind of thing lives, so that links and checks hold."""

from html import escape

GLOSSARY = "glossary.yaml"
TIMELINE = "timeline.yaml"
BIBLIOGRAPHY = "bibliography.bib"
SETTINGS = "mkdocs.yml"

KEY_TERMS_PAGE = "key-terms.md"
TIMELINE_PAGE = "timeline.md"
BIBLIOGRAPHY_PAGE = "bibliography.md"
STAKEHOLDERS_PAGE = "stakeholders.md"
HANDOUT, QUICK_REFERENCE = "handout.pdf", "quick-reference.pdf"

OWN_LINKS = {
    "term": f"{KEY_TERMS_PAGE}#term-",
    "event": f"{TIMELINE_PAGE}#event-",
    "source": f"{BIBLIOGRAPHY_PAGE}#ref-",
}
"""The schemes of the guide's own links, `[word](term:id)`, and the place that the id stands behind."""
SCHEME = "guide:"
"""Begins the address of a link of our own, `guide:background.md#poverty`, until the page's address is known."""


def internal_address(path: str, anchor: str) -> str:
    """Return the address of an internal link, escaped for an attribute, until the reader's page is known."""
    return escape(f"{SCHEME}{path}#{anchor}")
