"""Tests of checks.front_matter: the lines at the top of a chapter, as MkDocs takes them away."""

import pytest
from mkdocs.utils.meta import get_data

from studyguide.checks.front_matter import front_matter_slips
from studyguide.files import Passage, SourceFile
from studyguide.problems import Problem

LATE = "These lines count only at the very top of the file."


def problems_of(text: str) -> list[Problem]:
    below = get_data(text)[0]
    file = SourceFile("docs/a.md", text)
    return list(front_matter_slips(Passage(below, file, max(text.rfind(below), 0))))


@pytest.mark.parametrize(
    ("text", "at", "kind", "words"),
    [
        ("---\ndescripton: A\n---\n# T\n", "2:1", "unread-field", 'Did you mean "description"?'),
        ("---\ntitle: A\nHandout: False\n---\n# T\n", "3:1", "unread-field", 'Did you mean "handout"?'),
        (
            "---\nzebra: A\n---\n# T\n",
            "2:1",
            "unread-field",
            'the field "zebra" at the top of a chapter. Take the line out.',
        ),
        ("---\n'hand out': no\n---\n# T\n", "2:2", "unread-field", 'Did you mean "handout"?'),
        ('---\nhandout: "false"\n---\n# T\n', "2:1", "front-matter", 'and not "false".'),
        ("---\nhandout: flase\n---\n# T\n", "2:1", "front-matter", "Write handout: false"),
        ("---\nhandout:\n---\n# T\n", "2:1", "front-matter", "and not nothing. Write handout: false to leave"),
        ("handout: false\n\n# T\n", "1:1", "front-matter", "Put a line --- above and below a setting"),
        ("Note: this chapter is new.\n\n# T\n", "1:1", "front-matter", 'that begins with "Note:"'),
        ("title: A\nhandout: no\n", "2:1", "front-matter", 'that begins with "handout:"'),
        ("\n---\nhandout: false\n---\n# T\n", "2:1", "front-matter", "Delete the empty line"),
        ("# T\n\n---\nhandout: false\n---\nText.\n", "3:1", "front-matter", LATE),
        ("# T\n\n---\na: b\ndescription: A: b\nc: d\n---\nText.\n", "3:1", "front-matter", LATE),
        ("# T\n\nhandout: false\n", "3:1", "front-matter", LATE),
        ("---\ntitle: A: b\n---\n# T\n", "1:1", "front-matter", "cannot be read"),
    ],
)
def test_a_slip_is_told_at_its_place(text: str, at: str, kind: str, words: str) -> None:
    (problem,) = problems_of(text)
    assert (str(problem.where), problem.kind) == (f"docs/a.md:{at}", kind)
    assert words in problem.words


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
def test_what_is_read_or_is_text_is_no_slip(text: str) -> None:
    assert problems_of(text) == []
