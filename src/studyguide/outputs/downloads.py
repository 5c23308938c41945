"""How pages call the files that a guide offers beside its PDFs."""

from __future__ import annotations

from dataclasses import dataclass

from studyguide.data.guide import Guide
from studyguide.data.paths import EBOOK, WORD_COPY


@dataclass(frozen=True)
class Download:
    """A file that readers may download."""

    file: str
    """Its name in the site."""
    format: str
    """What readers call its format."""
    title: str
    label: str
    """The title with the format, for those who do not see where the link stands."""


def downloads_of(guide: Guide) -> list[Download]:
    """Return what the guide's setting `downloads` asks for."""
    gettext = guide.labels.gettext
    known = {
        "epub": Download(EBOOK, "EPUB", gettext("E-book"), gettext("Download the e-book (EPUB)")),
        # Translators: the guide as a file of Microsoft Word, in which readers may write comments.
        "docx": Download(WORD_COPY, "DOCX", gettext("Word file"), gettext("Download the Word file (DOCX)")),
    }
    return [download for name, download in known.items() if name in guide.downloads]
