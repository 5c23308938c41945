"""Find the title of a reference that is marked by a link alone: `World Bank, [Women and the Law](https://…)`."""

from __future__ import annotations

import re
from dataclasses import replace

from studyguide.authoring.documents.references.people import is_organisation
from studyguide.authoring.documents.references.titles import find_title
from studyguide.authoring.documents.text.runs import Text, plain

_FEWEST_WORDS = 3
"""A shorter link is called "here", or as the site to which it leads."""
_ADDRESS = re.compile(r"://|www\.|\w\.[a-z]{2,}/")


def with_linked_title(text: Text) -> Text:
    """Return a reference with the words of its only link in italics, where they are its title; else the same text."""
    addresses = {run.address for run in text if run.address}
    title = "".join(run.text for run in text if run.address).strip(" .,;")
    around = "".join(run.text for run in text if not run.address)
    is_whole = not re.search(r"[^\W\d_]", around)
    if len(addresses) != 1 or is_whole or len(title.split()) < _FEWEST_WORDS or _ADDRESS.search(title):
        return text
    if (
        (is_organisation(title) and not re.search(r"\d", title))
        or find_title(plain(text))
        or any(run.italic or run.bold for run in text)
    ):
        return text
    return tuple(replace(run, italic=bool(run.address)) for run in text)
