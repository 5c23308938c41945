"""Name the files of Material's search: its index, and the scripts that its worker loads for languages."""

from __future__ import annotations

from collections.abc import Collection, Iterator

INDEX = "search/search_index.json"
LANGUAGES = "assets/javascripts/lunr/"
"""Where the theme has scripts for every language that the search could know."""
_SPLITTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}


def language_scripts(languages: Collection[str]) -> Iterator[str]:
    """Name the scripts for these languages in the order in which Material's worker loads them; none for English."""
    others = [language for language in languages if language != "en"]
    if not others:
        return
    yield f"{LANGUAGES}min/lunr.stemmer.support.min.js"
    if len(languages) > 1:
        yield f"{LANGUAGES}min/lunr.multi.min.js"
    for language in others:
        if language in _SPLITTERS:
            yield LANGUAGES + _SPLITTERS[language]
        yield f"{LANGUAGES}min/lunr.{language}.min.js"
