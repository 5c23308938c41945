"""The files of Material's search: the index, and the language scripts of the search worker."""

from __future__ import annotations

from collections.abc import Collection, Iterator

PLUGIN = "material/search"
"""The name by which MkDocs loads Material's own search plugin."""
INDEX = "search/search_index.json"
LANGUAGES = "assets/javascripts/lunr/"
"""The folder of the theme's scripts for all supported languages."""
PACK = "guide"
"""What the index calls its language if it is not English: the name of the engine's own script, in the same folder."""


def language_script(language: str) -> str:
    """Return the path of the script for a language."""
    return f"{LANGUAGES}min/lunr.{language}.min.js"


def language_scripts(languages: Collection[str]) -> Iterator[str]:
    """Yield the paths of the scripts for the languages of an index, in the order of Material's worker."""
    if PACK in languages:
        yield f"{LANGUAGES}min/lunr.stemmer.support.min.js"
        yield language_script(PACK)
