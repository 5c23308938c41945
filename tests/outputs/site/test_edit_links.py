"""Edit links: the line of an entry on each kind of Git host."""

import pytest

from studyguide.diagnostics.diagnostic import Location
from studyguide.outputs.site.edit_links import EditLinks, edit_links

LINE = Location("glossary.yaml", 41, 5)


@pytest.mark.parametrize(
    ("edit_uri", "address"),
    [
        ("https://example.org/guide/edit/main/docs/", "https://example.org/guide/blob/main/glossary.yaml?plain=1#L41"),
        ("https://github.com/a/b/edit/main/docs/", "https://github.com/a/b/blob/main/glossary.yaml?plain=1#L41"),
        ("https://github.com/edit/b/edit/main/docs/", "https://github.com/edit/b/blob/main/glossary.yaml?plain=1#L41"),
        (
            "https://github.com/a/b/edit/main/guides/edit/docs/",
            "https://github.com/a/b/blob/main/guides/edit/glossary.yaml?plain=1#L41",
        ),
        ("https://gitlab.com/a/c/b/-/edit/main/docs/", "https://gitlab.com/a/c/b/-/edit/main/glossary.yaml#L41"),
        ("https://codeberg.org/a/b/_edit/main/docs/", "https://codeberg.org/a/b/src/branch/main/glossary.yaml#L41"),
        ("https://host.example/files/docs/", "https://host.example/files/glossary.yaml#L41"),
    ],
)
def test_a_line_has_an_address(edit_uri: str, address: str) -> None:
    links = edit_links(edit_uri)
    assert links is not None
    assert links.to(LINE) == address


def test_a_name_is_quoted() -> None:
    assert EditLinks("https://host.example/").to(Location("a b#.bib", 2)) == "https://host.example/a%20b%23.bib#L2"


@pytest.mark.parametrize("edit_uri", [None, "", "https://github.com/a/b/edit/main/text/", "docs/"])
def test_without_the_address_of_docs_nobody_knows_where_the_data_is(edit_uri: str | None) -> None:
    assert edit_links(edit_uri) is None
