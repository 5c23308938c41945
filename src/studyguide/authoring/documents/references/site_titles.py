"""Tell the site from a title as a browser shows it: `Poverty and violence - PCAR`."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.titles import clean_title

SITE = "“{site}” behind the title was taken for the website that has the page."
_ON_SITE = re.compile(r"(?P<title>.*\w.*)\s[-–—|]\s(?P<site>[^\W\d_a-z][^\d,;:()]{1,60})")
_WHOLE = ("organization", "journaltitle", "booktitle", "publisher", "institution")
_FEWEST_LETTERS = 2
"""How many letters a word of an address has that no two names share by chance: "WHO", "DW"."""


def take_site(draft: Draft, title: str) -> str:
    """Put the site behind a title into the fields, with a doubt, and return the title without it.

    It is one if the address has a word of it. Where a reference names another whole, the title stays as it is.
    """
    found = _ON_SITE.fullmatch(title)
    site = found["site"].strip(" .") if found else ""
    return clean_title(found["title"]) if found and put_site(draft, site) else title


def put_site(draft: Draft, site: str) -> bool:
    """Put a site into the fields, with a doubt, if its address has a word of it; tell whether that is so."""
    if not site[:1].isupper() or not _has_word(draft.fields.get("url", ""), site):
        return False
    if any(draft.fields.get(name, site).casefold() != site.casefold() for name in _WHOLE):
        return False
    draft.put(organization="" if any(name in draft.fields for name in _WHOLE) else site)
    draft.doubt(SITE.format(site=site))
    return True


def _has_word(url: str, site: str) -> bool:
    """Tell whether a word of a site's name stands in an address's host, or all of its words, or their initials."""
    try:
        labels = (urlsplit(url).hostname or "").split(".")[:-1]
    except ValueError:  # such as https://[x
        return False
    words = [word for word in re.findall(r"\w+", site.casefold()) if len(word) >= _FEWEST_LETTERS]
    parts = {part for label in labels for part in (label, *label.split("-"))}
    initials = "".join(word[0] for word in words if len(words) > _FEWEST_LETTERS)
    return not parts.isdisjoint((*words, "".join(words), initials))
