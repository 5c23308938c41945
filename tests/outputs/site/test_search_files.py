"""Tests of outputs.site.search_files: which scripts the search loads for which languages."""

import pytest

from studyguide.outputs.site.search_files import LANGUAGES, PACK, language_scripts


@pytest.mark.parametrize(
    ("languages", "scripts"),
    [(["en"], []), ([], []), ([PACK], ["min/lunr.stemmer.support.min.js", "min/lunr.guide.min.js"])],
)
def test_english_needs_no_script_and_every_other_language_those_of_the_engine(
    languages: list[str], scripts: list[str]
) -> None:
    assert list(language_scripts(languages)) == [LANGUAGES + script for script in scripts]
