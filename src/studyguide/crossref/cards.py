"""Render the cards to learn the key terms: a list to open, of which `cards.js` shows one card at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from studyguide.crossref.backlinks import BacklinkIndex
from studyguide.crossref.editor_notes import nothing_listed
from studyguide.data.glossary import Term
from studyguide.data.paths import KEY_TERMS_PAGE, internal_address
from studyguide.labels.catalogue import Labels


def render_cards(terms: Sequence[Term], index: BacklinkIndex, labels: Labels) -> str:
    """Return the cards of the terms, in the order of these, as HTML. Internal links are not resolved."""
    if not terms:
        return nothing_listed(labels)
    numbers = _numbers(terms, index)
    cards = "".join(_card(term, _chapters(term, numbers, index), labels) for term in terms)
    return f'<div class="guide-cards screen-only">{_choice(numbers, index, labels)}{cards}</div>'


def _numbers(terms: Iterable[Term], index: BacklinkIndex) -> Mapping[str, int]:
    """Return a number for each chapter that mentions a term, in reading order, but for the page of the terms."""
    paths = {section.path for term in terms for section in index.mentioned_in.get(term.id, ())} - {KEY_TERMS_PAGE}
    return {path: number for number, path in enumerate((path for path in index.chapter_titles if path in paths), 1)}


def _chapters(term: Term, numbers: Mapping[str, int], index: BacklinkIndex) -> list[int]:
    paths = {section.path for section in index.mentioned_in.get(term.id, ())}
    return [number for path, number in numbers.items() if path in paths]


def _choice(numbers: Mapping[str, int], index: BacklinkIndex, labels: Labels) -> str:
    """Return the choice of a chapter, which does nothing without the script and is hidden until it comes."""
    # Translators: the first of a list of chapters, each of which stands for the terms in it.
    every = labels.gettext("All key terms")
    titles = {"": every, **{str(number): index.chapter_titles[path] for path, number in numbers.items()}}
    options = "".join(f'<option value="{number}">{escape(title)}</option>' for number, title in titles.items())
    # Translators: the label of a list of chapters.
    label = labels.gettext("Terms of")
    return f'<p class="guide-cards-choice" hidden><label>{label} <select>{options}</select></label></p>'


def _card(term: Term, chapters: Iterable[int], labels: Labels) -> str:
    link = f'<a href="{internal_address(KEY_TERMS_PAGE, term.anchor)}">{escape(term.name)}</a>'
    # Translators: on a card with the first sentence of a key term's definition; the term is a link to all of it.
    more = labels.gettext("In the key terms: {term}", term=link)
    return (
        f'<details class="guide-card" data-term="{escape(term.id)}" data-chapters="{" ".join(map(str, chapters))}">'
        f"<summary>{escape(term.name)}</summary><p>{escape(term.short_definition)}</p><p>{more}</p></details>"
    )
