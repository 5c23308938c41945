"""The titles of admonitions that have none of their own, `!!! note`: their kinds, in the guide's language."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from studyguide.labels.catalogue import Labels


def name_box(box: Element, classes: Sequence[str], labels: Labels) -> None:
    """Translate the title that Python-Markdown made of the kind, the class behind `admonition`."""
    kind = " ".join(classes[1:2])
    for title in box:
        if title.get("class") == "admonition-title" and title.text == kind.capitalize():
            title.text = _titles(labels).get(kind, title.text)


def _titles(labels: Labels) -> dict[str, str]:
    return {
        # Translators: the titles of boxes in a chapter that have no other title.
        "note": labels.pgettext("box", "Note"),
        "abstract": labels.pgettext("box", "Abstract"),
        "info": labels.pgettext("box", "Info"),
        "tip": labels.pgettext("box", "Tip"),
        "success": labels.pgettext("box", "Success"),
        "question": labels.pgettext("box", "Question"),
        "warning": labels.pgettext("box", "Warning"),
        "failure": labels.pgettext("box", "Failure"),
        "danger": labels.pgettext("box", "Danger"),
        "bug": labels.pgettext("box", "Bug"),
        "example": labels.pgettext("box", "Example"),
        "quote": labels.pgettext("box", "Quote"),
        "correction": labels.pgettext("box", "Correction"),
        "check": labels.pgettext("box", "Check"),
        "todo": labels.pgettext("box", "Todo"),
    }
