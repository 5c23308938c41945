"""Tests of crossref.cards: a card for each key term, and the chapters that have it."""

from studyguide.crossref.backlinks import build_backlink_index
from studyguide.crossref.links import LinkResolver
from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from tests.crawler import Page, words
from tests.helpers import a_term, read

TEXTS = {
    "index.md": "# Home\n\nNothing.\n",
    "key-terms.md": "# Key terms\n\n<!-- key-terms -->\n",
    "background.md": "# Background & more\n\nA hotline.\n\n## Later\n\nA hotline.\n",
    "solutions.md": "# Solutions\n\nA hotline and a risk.\n",
    "cards.md": "# Cards\n\n<!-- cards -->\n",
}


def cards_of(*terms: Term) -> Page:
    pages = [read(text, terms, path=path) for path, text in TEXTS.items()]
    index = build_backlink_index(Guide(terms=terms), [chapter for chapter, _ in pages], {})
    linker = LinkResolver(index, lambda here, there: f"{here}>{there}", terms=terms)
    return Page("cards/", linker.link("cards.md", pages[-1][1]))


def test_a_card_has_the_name_the_first_sentence_and_the_way_to_the_rest() -> None:
    page = cards_of(a_term("hotline", definition="A <b>line</b> & more. And so on.[@lee]"))
    (card,) = page.by_class("guide-card")
    assert [words(part) for part in card] == ["Hotline", "A line & more.", "In the key terms: Hotline"]
    assert [link.get("href") for link in card.iter("a")] == ["cards.md>key-terms.md#term-hotline"]


def test_a_card_names_the_chapters_that_mention_its_term() -> None:
    page = cards_of(a_term("hotline"), a_term("risk"), a_term("unused"))
    assert [card.get("data-chapters") for card in page.by_class("guide-card")] == ["1 2", "2", ""]
    assert [(option.get("value"), words(option)) for option in page.root.iter("option")] == [
        ("", "All key terms"),
        ("1", "Background & more"),
        ("2", "Solutions"),
    ]


def test_a_guide_without_terms_has_no_cards() -> None:
    assert words(cards_of().root) == "Cards¶ None."
