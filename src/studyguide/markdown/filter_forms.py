"""The forms by which the filter of the key terms finds a term: its names, and what their words become in a sentence.

The filter's script looks for what is typed within a form, so a form that is part of another is left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from studyguide.data.glossary import Term
from studyguide.markdown.inflection import inflection_for
from studyguide.markdown.inflection.model import Inflection

_LONGER = 4
"""How many letters a form may be longer than its word: Turkish has hundreds that are."""
_MOST = 40
"""How many forms of a word are listed, short ones and those with the article first: Arabic has hundreds."""


def filter_forms(term: Term, language: str) -> list[str]:
    """Return a term's names and, in a language with forms, a text for each name that has those of its words."""
    inflection = None if term.exact else inflection_for(language)
    texts = (_inflected(name, inflection) for name in term.forms) if inflection else ()
    return [*term.forms, *filter(None, dict.fromkeys(texts))]


def _inflected(name: str, inflection: Inflection) -> str:
    """Return a name with those forms of its words that do not stand within it; empty where there are none."""
    keys, plain = inflection.names(name), _plain(name)
    forms: list[str] = []
    for place, key in zip(inflection.places(keys), keys, strict=True):
        near = (form for form in inflection.keys(key, place, len(keys)) if len(form) <= len(key) + _LONGER)
        forms += _longest(sorted({_plain(form) for form in near}, key=_rank)[:_MOST])
    other = [form for form in forms if form not in plain]
    return " ".join([plain, *other]) if other else ""


def _rank(form: str) -> tuple[bool, int, str]:
    return "ال" not in form, len(form), form


def _longest(forms: Iterable[str]) -> list[str]:
    every = list(forms)
    return [form for form in every if not any(form != other and form in other for other in every)]


def _plain(text: str) -> str:
    """Return a text as the script compares it: without capitals and accents."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M")).lower()
