"""Lines in columns, and those that only look so, by hand."""

import pytest

from studyguide.authoring.documents.text.tabbed_tables import with_tabbed_tables
from tests.authoring.documents.block_notation import blocks


@pytest.mark.parametrize(
    ("lines", "made"),
    [
        (
            ["Text.", "State<TAB>Doctors<TAB><TAB>Beds[1]", "Norway<TAB>48<TAB>90", "Text."],
            ["Text.", "| State | Doctors | Beds[1]", "| Norway | 48 | 90", "Text."],
        ),
        (["1951<TAB>A treaty.", "1967<TAB>A protocol."], None),
        (["One<TAB>line<TAB>alone", "Text."], None),
        (["a<TAB>b<TAB>c", "d<TAB>e<TAB>f<TAB>g"], None),
    ],
)
def test_lines_in_columns_are_a_table(lines: list[str], made: list[str] | None) -> None:
    assert with_tabbed_tables(blocks(lines)) == blocks(made or lines)
