"""Translated labels of the PDFs, as data for their Typst templates."""

from __future__ import annotations

from studyguide.labels.catalogue import Labels
from studyguide.outputs.book import TitlePage

_COUNTED = 24
"""The length of a list of pages from which its label is that of any longer one."""


def printed_labels(title_page: TitlePage, labels: Labels) -> dict[str, str]:
    """Return the templates' labels by name; the templates fill `{number}`, `{total}` and `{name}`."""
    gettext = labels.gettext
    return {
        "study_guide": gettext("Study guide"),
        # Translators: the day and the revision of the guide.
        "edition": gettext("Edition of {edition}", edition=title_page.edition),
        "qr_code": gettext("QR code with the address of the online guide: {address}", address=title_page.address),
        "contents": gettext("Contents"),
        # Translators: at the foot of each printed page.
        "page": gettext("page {number} of {total}", number="{number}", total="{total}"),
        # Translators: a term or a date in the quick reference, before what is said of it.
        "said_of": gettext("{name}.", name="{name}"),
        "quick_reference": gettext("Quick reference"),
        "quick_reference_title": gettext("Quick reference: {title}", title=title_page.title),
        "key_terms": gettext("Key terms"),
        "timeline": gettext("Timeline"),
        "questions": gettext("Questions a resolution should answer"),
        "between_pages": labels.enumeration(("", "")),
    }


def page_lists(labels: Labels) -> list[dict[str, str]]:
    """Return the labels of lists of one page, of two, and so on; the last are those of all longer lists."""
    return [page_list(labels, count) for count in range(1, _COUNTED + 1)]


def page_list(labels: Labels, count: int = 1) -> dict[str, str]:
    """Return the label of each kind of list of `count` pages, with the placeholder `{pages}` for their numbers.

    English says "p." of several pages too.
    """
    gettext, ngettext = labels.gettext, labels.ngettext
    return {
        # Translators: behind a link, the page to which it leads.
        "link": gettext("(p.\u00a0{pages})", pages="{pages}"),
        # Translators: the page of the note of a sentence that is quoted elsewhere, within brackets.
        "note": gettext("note on p.\u00a0{pages}", pages="{pages}"),
        # Translators: under a key term, the page or pages that use it.
        "mentioned-in": ngettext(
            "Mentioned on p.\u00a0{pages}", "Mentioned on p.\u00a0{pages}", count, pages="{pages}"
        ),
        # Translators: under an event, the page or pages that refer to it.
        "linked-from": ngettext(
            "Referred to on p.\u00a0{pages}", "Referred to on p.\u00a0{pages}", count, pages="{pages}"
        ),
        # Translators: in the bibliography, the page or pages that cite a source.
        "cited-in": ngettext("Cited on p.\u00a0{pages}", "Cited on p.\u00a0{pages}", count, pages="{pages}"),
        # Translators: in a note, the page of the bibliography on which its source stands.
        "source": gettext("Source on p.\u00a0{pages}", pages="{pages}"),
    }


def printed_keywords(labels: Labels) -> list[str]:
    """Return the keywords of the PDFs' metadata."""
    return [labels.gettext("Model United Nations"), labels.gettext("study guide")]
