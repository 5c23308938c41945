"""The fixed file names of a guide, the engine's folder, and the URL schemes of a guide's internal links."""

from html import escape
from importlib.resources import files
from pathlib import Path

ENGINE = Path(str(files("studyguide")))
"""The folder of the installed package."""
GLOSSARY = "glossary.yaml"
TIMELINE = "timeline.yaml"
BIBLIOGRAPHY = "bibliography.bib"
SETTINGS = "mkdocs.yml"
EDITION = "edition.json"
LABELS = "labels"
"""The folder of the guide's own catalogue: see `labels.own_catalogue`."""

HOME_PAGE = "index.md"
KEY_TERMS_PAGE = "key-terms.md"
TIMELINE_PAGE = "timeline.md"
BIBLIOGRAPHY_PAGE = "bibliography.md"
STAKEHOLDERS_PAGE = "stakeholders.md"
COUNTRIES_PAGE = "countries.md"
QUESTIONS_PAGE, QUESTIONS_ID = "solutions.md", "questions"
"""The chapter and the section whose list of questions the quick reference prints."""
HANDOUT, QUICK_REFERENCE = "handout.pdf", "quick-reference.pdf"
EBOOK, WORD_COPY = "guide.epub", "guide.docx"
RIS, BIBLATEX, CSL_JSON = "sources.ris", "sources.bib", "sources.json"
"""All sources of the guide, for reference managers."""
SOURCE_SCRIPT = "sources.js"
"""The script that makes such files of some of them in a reader's browser."""
OUTPUT_FILES = (HANDOUT, QUICK_REFERENCE, EBOOK, WORD_COPY)

OWN_LINKS = {
    "term": f"{KEY_TERMS_PAGE}#term-",
    "event": f"{TIMELINE_PAGE}#event-",
    "source": f"{BIBLIOGRAPHY_PAGE}#ref-",
}
"""The scheme of each kind of internal link, `[word](term:id)`, and the target to which the id is appended."""
SCHEME = "guide:"
"""The scheme of an internal link whose URL is not resolved yet: `guide:background.md#poverty`."""


def internal_address(path: str, anchor: str) -> str:
    """Return the unresolved URL of an internal link, escaped for an HTML attribute."""
    return escape(f"{SCHEME}{path}#{anchor}")
