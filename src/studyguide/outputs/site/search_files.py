"""The files of Material's search: the index, and the language scripts of the search worker."""

from __future__ import annotations

from collections.abc import Collection, Iterator

PLUGIN = "material/search"
"""The name by which MkDocs loads Material's own search plugin."""
INDEX = "search/search_index.json"
LANGUAGES = "assets/javascripts/lunr/"
"""The folder of the theme's scripts for all supported languages."""
_SPLITTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}


def language_scripts(languages: Collection[str]) -> Iterator[str]:
    """Yield the paths of the scripts for these languages, in the order of Material's worker; none for English."""
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
