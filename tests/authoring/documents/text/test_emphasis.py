"""Bold type in a document that is all in bold."""

from studyguide.authoring.documents.text.blocks import Content
from studyguide.authoring.documents.text.emphasis import without_usual_bold
from tests.authoring.documents.block_notation import blocks


def test_bold_type_goes_where_all_is_bold() -> None:
    lines = [
        "# **Water**",
        "**All is bold,** but that.",
        "| **a** | **b**",
        "- **an item in a list**",
        ": **c** : **d**",
    ]
    found = without_usual_bold(Content(blocks(lines), {1: blocks(["**A note**"])}))
    assert "bold=True" not in str(found)


def test_emphasis_stays_where_it_is_one() -> None:
    content = Content(blocks(["# **Water**", "Most of it is not bold, **but that is**."]), {1: blocks(["**A note**"])})
    assert without_usual_bold(content) == content
    assert without_usual_bold(Content(())) == Content(())
