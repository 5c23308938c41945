"""Tests of outputs.site.licences: the text, and that each package has its own."""

import json

from studyguide.labels.catalogue import ENGLISH
from studyguide.outputs.site.licences import BUNDLED, TEMPLATES, Licensed, bundled_packages, licences_text


def test_packages_are_named_once_each() -> None:
    first = json.dumps({"sources": ["../node_modules/rxjs/a.ts", "x.ts", "node_modules/rxjs/b.ts"]})
    second = json.dumps({"sources": ["node_modules/@scope/name/c.scss"]})
    assert bundled_packages([first, second]) == ["@scope/name", "rxjs"]


def test_text_has_every_part() -> None:
    text = licences_text([Licensed("A 1.2", "Its styles.", "Do as you like.\n")], ["lunr", "newcomer"], ENGLISH)
    for line in ("A 1.2", "Its styles.", "Do as you like.", "lunr: MIT, https://www.npmjs.com/package/lunr"):
        assert line in text.splitlines()
    assert "newcomer: its licence stands on that page" in text


def test_typeface_of_code_is_named_where_code_is_printed() -> None:
    line = "The typeface DejaVu Sans Mono: Bitstream-Vera, https://dejavu-fonts.github.io/License.html"
    assert line in licences_text([], [], ENGLISH, prints_code=True).splitlines()
    assert "DejaVu" not in licences_text([], [], ENGLISH)


def test_each_package_in_the_theme_has_its_licence() -> None:
    """A new version of the theme may bring others."""
    maps = [path.read_text(encoding="utf-8") for path in (TEMPLATES / "assets").rglob("*.map")]
    assert {*bundled_packages(maps), "lunr-languages"} == BUNDLED.keys()
