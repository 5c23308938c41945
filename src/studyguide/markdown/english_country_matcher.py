"""Find the states that a text in English names, and tell them from what is only called alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from studyguide.data.countries import REGIONS, bodies, countries, english_words
from studyguide.markdown.country_context import EnglishContext, Place, is_capitalised
from studyguide.markdown.country_matcher import CountryMention, CountryNames, changed_names
from studyguide.markdown.term_matcher import Mention, TermMatcher


class EnglishCountryMatcher:
    """Finds the names of states in English, and tells them from what is only called alike."""

    def __init__(self, changes: Iterable[tuple[str, str]] = ()) -> None:
        self._matcher = TermMatcher([*changed_names(changes), *_english_names()])
        self._context = EnglishContext()

    def find(self, text: str) -> list[CountryMention]:
        """Return the mentions in a paragraph, in order."""
        found = [
            mention for mention in self._matcher.find(text) if mention.term.codes and self._is_state(mention, text)
        ]
        named = {each.term.codes[0] for each in found if len(each.term.codes) == 1 and not each.term.is_shared}
        mentions = (
            CountryMention(_meant(each.term, named), each.start, each.end, each.term.is_shown) for each in found
        )
        return [mention for mention in mentions if mention.codes]

    def _is_state(self, mention: Mention[CountryNames], text: str) -> bool:
        name, place = mention.term, Place(text, mention.start, mention.end)
        if name.is_certain:
            return True
        return is_capitalised(place.name) and self._context.is_state(place, is_adjective=name.is_adjective)


def _meant(name: CountryNames, named: set[str]) -> tuple[str, ...]:
    """Return the codes of a name; of a shared one, that which alone is named in full beside it."""
    if not name.is_shared:
        return name.codes
    meant = named.intersection(name.codes) if len(name.codes) > 1 else name.codes
    return tuple(meant) if len(meant) == 1 else ()


def _english_names() -> Iterator[CountryNames]:
    """Yield all names of the table, and before them what only looks like them."""
    words = english_words()
    for body in bodies().values():
        yield CountryNames(body.id, (body.id,), (body.name, *body.others), is_certain=True, is_shown=False)
    for group, names in REGIONS.items():
        yield CountryNames(f"in-{group}", (f"in-{group}",), names, is_certain=True, is_shown=False)
    yield CountryNames("none", (), words["none"])
    for form, codes in words["several"].items():
        yield CountryNames(form, tuple(codes), (form,))
    for form, codes in words["shared"].items():
        yield CountryNames(form, tuple(codes), (form,), is_adjective=form.endswith("n"), is_shared=True)
    for code, country in countries().items():
        yield CountryNames(code, (code,), country.names)
        yield CountryNames(f"{code}-adjective", (code,), country.adjectives, is_adjective=True)
