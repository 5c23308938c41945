"""LANGUAGES.md names every language that has a catalogue, and files that are there."""

import re

from studyguide.labels.catalogue import CATALOGUES
from tests.paths import ROOT

_PAGE = (ROOT / "LANGUAGES.md").read_text(encoding="utf-8")
_ROWS = {row[1]: row[0] for row in re.findall(r"^(\| .*? `([\w-]+)` \|.*)$", _PAGE, re.MULTILINE)}


def test_each_catalogue_has_a_row() -> None:
    assert _ROWS.keys() == {"en", *(path.stem for path in CATALOGUES.glob("*.po"))}
    assert all(re.search(r"` \| yes \|", row) for row in _ROWS.values())


def test_named_files_are_there() -> None:
    named = set(re.findall(r"`((?:src|tests)/[^`*]+)`", _PAGE)) - {"tests/languages/forms/it.yaml"}
    named = {name for name in named if "it.po" not in name}
    assert len(named) > 10
    assert {name for name in named if not (ROOT / name).exists()} == set()
