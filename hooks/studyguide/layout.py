"""The fixed names: where each kind of thing lives, so that links and checks hold."""

GLOSSARY = "glossary.yaml"
TIMELINE = "timeline.yaml"
BIBLIOGRAPHY = "bibliography.bib"
SETTINGS = "mkdocs.yml"
SCHEMAS = "schemas"

KEY_TERMS_PAGE = "key-terms.md"
TIMELINE_PAGE = "timeline.md"
BIBLIOGRAPHY_PAGE = "bibliography.md"
STAKEHOLDERS_PAGE = "stakeholders.md"
HANDOUT, QUICK_REFERENCE = "handout.pdf", "quick-reference.pdf"

SCHEME = "guide:"
"""Begins the address of a link of our own, `guide:background.md#poverty`, until the page's address is known."""
