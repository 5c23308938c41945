"""Amend the public CSL styles where they are made for Zotero, or for lists that are read as a whole.

What they print of law takes variables that pandoc does not fill from BibLaTeX: their macros are edited, and call those
of `styles/amendments`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from studyguide.data.access_words import with_access_words
from studyguide.data.csl_styles import OWN_STYLES, STYLE_NAMES
from studyguide.data.local_dates import with_local_dates
from studyguide.data.locator_words import locator_words
from studyguide.data.paths import ENGINE
from studyguide.data.style_edits import EDITS
from studyguide.data.style_punctuation import with_own_punctuation

_AMERICAN = frozenset(("apa", "chicago-author-date", "chicago-notes", "ieee"))
"""Those of the public styles that are American, and do not say so: “Water”, 2nd ed."""
_AMENDED = {
    "apa": "bluebook",
    "chicago-author-date": "bluebook",
    "chicago-notes": "bluebook",
    "ieee": "ieee",
    "oscola": "oscola",
}
"""The public styles whose macros are edited, and the names of their edits and of the file in `styles/amendments`."""
_MACRO = re.compile(r'<macro name="([^"]+)">.*?</macro>', re.DOTALL)
_TITLE_CASE = frozenset(("ieee", "oscola"))
"""Styles whose titles of books take capitals by their guidance, and that rely on the reference manager for them."""
_ITALIC_TITLE = re.compile(
    r'<text (?=[^>]*variable="(?:container-title|title)")(?=[^>]*font-style="italic")(?![^>]*text-case)'
)
_SELECTION = re.compile(
    r'(<bibliography.*?<layout[^>]*>)\s*<choose>.*(<text macro="bibliography[^"]*"/>).*</choose>(?=\s*</layout>)',
    re.DOTALL,
)
"""The layout of a bibliography that leaves out some sources, such as unsigned entries of encyclopedias."""
_DASH_FOR_AUTHOR = re.compile(r'\ssubsequent-author-substitute="[^"]*"')
REPEATED = "\ue031"
"""In a style, stands before a year that is to fall away behind a title that ends in the same year."""

_QUOTES = {"ar": "«»”“", "el": "«»“”"}
"""The outer and inner quotation marks of the languages whose locale in pandoc has others: Greek by CLDR; Arabic as
its catalogue has them, since the straight ones of the locale are not mirrored."""
_MARKS = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")

LABEL = "\ue034"
"""In a style, stands for the label of a locator, which is to be printed as its author wrote it."""
_LOCATOR_LABEL = re.compile(r'<label (?=[^>]*variable="locator")[^>]*/>')


def amended_style(style: str, text: str, language: str = "en") -> str:
    """Return the text of a style, which is one of `STYLE_NAMES` or a path, as it is to be rendered.

    A public one names the locale for which it is made, and has an entry for each source; its macros for law read what
    pandoc makes of BibLaTeX's fields.
    """
    if style in _AMENDED:
        text = _with_edits(text, _AMENDED[style])
        text = _SELECTION.sub(r"\1\2", text)  # in a guide each note leads to an entry
    if style in _AMERICAN:
        text = text.replace("<style ", '<style default-locale="en-US" ', 1)
    if style in STYLE_NAMES and locator_words(language).words:
        text = _LOCATOR_LABEL.sub(f'<choose><if variable="locator"><text value="{LABEL}"/></if></choose>', text)
    if style in STYLE_NAMES:
        text = with_own_punctuation(text, language, is_english=style not in OWN_STYLES)
        text = with_access_words(text, language)
    text = _with_quotes(with_local_dates(text, language), language)
    if style in _TITLE_CASE:
        text = _ITALIC_TITLE.sub('<text text-case="title" ', text)
    text = text.replace('variable="event-title"', 'variable="event"')  # pandoc fills the older name alone
    text = _DASH_FOR_AUTHOR.sub("", text)  # an entry is read alone, where a note leads to it
    return text.replace("numeric-leading-zeros", "numeric") if style == "ieee" else text


def _with_quotes(text: str, language: str) -> str:
    """Return a style with the quotation marks of a language, where pandoc's are others."""
    primary = language.lower().partition("-")[0]
    if primary not in _QUOTES:
        return text
    terms = "".join(f'<term name="{name}">{mark}</term>' for name, mark in zip(_MARKS, _QUOTES[primary], strict=True))
    return text.replace("</info>", f'</info><locale xml:lang="{primary}"><terms>{terms}</terms></locale>', 1)


def _with_edits(text: str, name: str) -> str:
    """Return a style with its macros edited, and before them those of ours that they call."""
    edits, own = EDITS[name], (ENGINE / "styles" / "amendments" / f"{name}.xml").read_text(encoding="utf-8")
    text = _MACRO.sub(lambda macro: _edited(macro[0], edits.get(macro[1], {})), text)
    return text.replace("<macro ", "\n".join(macro[0] for macro in _MACRO.finditer(own)) + "\n<macro ", 1)


def _edited(macro: str, edits: Mapping[str, str]) -> str:
    for found, put in edits.items():
        macro = re.sub(found, put, macro)
    return macro
