"""Tests of outputs.site.search_files: which scripts the search loads for which languages."""

from pathlib import Path

import material
import pytest

from studyguide.outputs.site.search_files import LANGUAGES, language_scripts


@pytest.mark.parametrize(
    ("languages", "scripts"),
    [
        (["en"], []),
        ([], []),
        (["de"], ["min/lunr.stemmer.support.min.js", "min/lunr.de.min.js"]),
        (["ja"], ["min/lunr.stemmer.support.min.js", "tinyseg.js", "min/lunr.ja.min.js"]),
        (["en", "fr"], ["min/lunr.stemmer.support.min.js", "min/lunr.multi.min.js", "min/lunr.fr.min.js"]),
    ],
)
def test_each_language_has_its_scripts_and_the_theme_has_them(languages: list[str], scripts: list[str]) -> None:
    assert list(language_scripts(languages)) == [LANGUAGES + script for script in scripts]
    assert all((Path(material.__file__).parent / "templates" / LANGUAGES / script).is_file() for script in scripts)
