"""Tests of outputs.site.search_notes: words that stand only in a note are found, and lead to its call."""

import re
from typing import Any

from studyguide.labels.catalogue import ENGLISH
from studyguide.outputs.site.search_notes import note_entries
from tests.helpers import read

TEXT = """# Water

Rivers fell.[^gauge] So it is said.[@a, pp. 4-6] Others doubt it.[see also the *lively* debate in @a; @b]

Again.[^gauge][@b, art. 3]

[^gauge]: Measured at Aswan & Roseires.[@a, p. 2]

    - in a list <b>too</b>
"""


def entries(text: str) -> list[dict[str, Any]]:
    """The entries of a page whose citations are rendered as "(Smith)" with the link to their source."""
    chapter, html = read(text)
    rendered = ' (Smith) <span class="guide-entries"><a href="../bibliography/#ref-a">Bibliography</a></span>'
    return list(note_entries(chapter, "water/", re.sub("<!--guide:citation [0-9]+-->", rendered, html), ENGLISH))


def test_note_with_words_of_its_own_leads_to_its_first_call() -> None:
    first, second = entries(TEXT)
    assert (first["location"], first["title"]) == ("water/#fnref:1", "Note 1")
    assert first["text"] == "<p>Measured at Aswan &amp; Roseires. (Smith) in a list too</p>"
    assert (second["location"], second["text"]) == ("water/#fnref:3", "<p>(Smith)</p>")
    assert first["boost"] < 0.1


def test_page_without_such_notes_has_no_entry() -> None:
    assert entries("# Water\n\nText.[@a, pp. 4-6] And.[see @a, art. 3]\n") == []
    assert entries("# Water\n\nText.\n") == []
