"""Parts of texts, with all of their notes."""

import pytest

from studyguide.authoring.documents.text.text_parts import cut
from tests.authoring.documents.block_notation import text


@pytest.mark.parametrize(
    ("whole", "start", "end", "part"),
    [
        ("A **bold** word", 2, 6, "**bold**"),
        ("A word, another", 6, None, ", another"),
        ("Asylum[1]: protection[2].", 8, None, "protection[2].[1]"),
        ("Asylum[1]: protection[2].", 0, 6, "Asylum[1][2]"),
        ("[1]Asylum", 0, None, "[1]Asylum"),
        ("One.[1] Two.[2]", 4, None, "Two.[2][1]"),
        ("  blanks  [1]", 0, None, "blanks[1]"),
        ("One.[1]", 4, None, "[1]"),
    ],
)
def test_no_note_is_lost(whole: str, start: int, end: int | None, part: str) -> None:
    assert cut(text(whole), start, end) == text(part)
