"""Tests of lint.front_matter: the lines at the top of a chapter, as MkDocs takes them away."""

import pytest
from mkdocs.utils.meta import get_data

from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.lint.front_matter import front_matter_problems
from studyguide.markdown.source import ChapterSource

UNREAD = 'Nothing reads the field "{}" at the top of a chapter. {}'
HANDOUT = (
    "Handout is true or false, without quotation marks, and not {}. "
    "Write handout: false to leave the chapter out of it."
)
FIRST = (
    'A first line that begins with "{}:" is taken for a setting, and no reader sees it. '
    "Put a line --- above and below a setting, and an empty line above a text."
)
NEAR = 'Did you mean "handout"?'
DELETE = "These lines count only at the very top of the file. Delete the empty line above them."
MOVE = "These lines count only at the very top of the file. Move them there, between two lines ---."
UNREADABLE = (
    "The lines at the top of the chapter cannot be read. "
    "Put a value that holds a colon in quotation marks, and close the lines with ---."
)


def problems_of(text: str) -> list[Problem]:
    below = get_data(text)[0]
    file = SourceFile("docs/a.md", text)
    return list(front_matter_problems(ChapterSource(SourceSpan(below, file, max(text.rfind(below), 0)))))


@pytest.mark.parametrize(
    ("text", "at", "kind", "words"),
    [
        (
            "---\n# <!-- a -->\ndescription: A text. <!-- ask Anna -->\n---\n# T\n",
            "3:22",
            "front-matter",
            "A comment here is no comment, and the site shows it with the chapter's description. "
            "Begin it with # in a line of its own.",
        ),
        (
            "---\ndescripton: A\n---\n# T\n",
            "2:1",
            "unread-field",
            UNREAD.format("descripton", 'Did you mean "description"?'),
        ),
        ("---\ntitle: A\nHandout: False\n---\n# T\n", "3:1", "unread-field", UNREAD.format("Handout", NEAR)),
        (
            "---\nzebra: A\n---\n# T\n",
            "2:1",
            "unread-field",
            UNREAD.format("zebra", "Take the line out."),
        ),
        ("---\n'hand out': no\n---\n# T\n", "2:2", "unread-field", UNREAD.format("hand out", NEAR)),
        ('---\nhandout: "false"\n---\n# T\n', "2:1", "front-matter", HANDOUT.format('"false"')),
        ("---\nhandout: flase\n---\n# T\n", "2:1", "front-matter", HANDOUT.format("flase")),
        ("---\nhandout:\n---\n# T\n", "2:1", "front-matter", HANDOUT.format("nothing")),
        ("handout: false\n\n# T\n", "1:1", "front-matter", FIRST.format("handout")),
        ("Note: this chapter is new.\n\n# T\n", "1:1", "front-matter", FIRST.format("Note")),
        ("title: A\nhandout: no\n", "2:1", "front-matter", FIRST.format("handout")),
        ("\n---\nhandout: false\n---\n# T\n", "2:1", "front-matter", DELETE),
        ("# T\n\n---\nhandout: false\n---\nText.\n", "3:1", "front-matter", MOVE),
        ("# T\n\n---\na: b\ndescription: A: b\nc: d\n---\nText.\n", "3:1", "front-matter", MOVE),
        ("# T\n\nhandout: false\n", "3:1", "front-matter", MOVE),
        ("---\ntitle: A: b\n---\n# T\n", "1:1", "front-matter", UNREADABLE),
    ],
)
def test_a_problem_is_reported_at_its_location(text: str, at: str, kind: str, words: str) -> None:
    (problem,) = problems_of(text)
    assert (str(problem.where), problem.rule, problem.words) == (f"docs/a.md:{at}", kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\ndescription: A\nhandout: false  # too long\n---\n# T\n",
        "---\nhandout: No\ntitle: >-\n  zebra: A\nsearch:\n  exclude: true\nhide: [toc]\n# zebra: A\n---\n",
        "---\ntags:\n- A\n- B\n---\n# T\n",
        "title: A\nDescription: B\n\n# T\n",
        "\n---\n\nText.\n",
        "# T\n\n---\n\nText.\n\n---\n\nNote: a\n",
        "# T\n\n---\nNote: a\n---\n\nText.\n",
        "# T\n\nThe handout: false friends.\n\nA title: none\n",
        "# T\n\n```yaml\n---\nhandout: false\n---\n```\n\n<!--\nhandout: false\n-->\n",
        "\nNote: this chapter is new.\n\n# T\n",
    ],
)
def test_known_fields_and_text_are_no_problems(text: str) -> None:
    assert problems_of(text) == []
