"""Find what the blank guide says in the guide's language: in template/languages/, English for what is not there.

For each language a file `fr.yaml` has the words of mkdocs.yml, and a folder `fr` the files that replace those of the
English blank guide.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from studyguide.labels.fallbacks import fallbacks

TEMPLATE = Path(__file__).parent / "template"
_FOLDER = "languages"


def template_languages() -> list[str]:
    """Return the codes of the languages in which there is a blank guide, in the order of the alphabet."""
    return sorted(file.stem for file in (TEMPLATE / _FOLDER).glob("*.yaml"))


@cache  # mkdocs.yml asks for each word by itself
def template_words(language: str) -> Mapping[str, str]:
    """Return what mkdocs.yml says to readers, by the names in en.yaml; an empty `language` is English."""
    files = [TEMPLATE / _FOLDER / f"{code}.yaml" for code in ("en", *reversed(fallbacks(language or "en")))]
    words: dict[str, str] = {}
    for file in filter(Path.is_file, files):
        words |= yaml.load(file.read_bytes(), yaml.CSafeLoader)
    return words


def blank_guide_in(language: str, template: Path = TEMPLATE) -> Path | None:
    """Return the folder of the blank guide's files in a language; None if all are in English."""
    folders = (template / _FOLDER / code for code in fallbacks(language) if code)
    return next(filter(Path.is_dir, folders), None)
