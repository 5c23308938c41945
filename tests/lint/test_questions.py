"""Tests of lint.questions."""

import pytest

from studyguide.lint.runner import check_guide
from tests.helpers import a_guide, read

LIST = "1. Who measures the river?\n2. Who pays\n   for the gauges?\n3. Who sees the figures? (See the\n   law.)\n"


CHAPTERS = {"solutions.md": "to-answer", "blocs.md": "questions"}


def told_of(text: str, path: str = "solutions.md") -> list[str]:
    chapter, _ = read(text, path=path)
    problems = check_guide(a_guide(), [chapter], {path})
    return [str(problem.where) for problem in problems if problem.rule == "lost-questions"]


def test_questions_under_another_id_are_told_at_their_heading() -> None:
    text = f"# Solutions\n\n## Laws {{#laws}}\n\nText.\n\n## To answer {{#to-answer}}\n\n{LIST}"
    assert told_of(text) == ["docs/solutions.md:7:4"]


@pytest.mark.parametrize("mark", ["- {}", "{1}. {0}", "({1}) {0}"])
def test_each_kind_of_list_counts(mark: str) -> None:
    items = "\n".join(mark.format(f"Who pays for gauge {number}?", "abc"[number]) for number in range(3))
    assert told_of(f"# Solutions\n\n## To answer\n\n{items}\n") == ["docs/solutions.md:3:4"]


@pytest.mark.parametrize(
    "text",
    [
        f"# Solutions\n\n## To answer {{#questions}}\n\n{LIST}",
        f"# Solutions\n\n## To answer {{#questions}}\n\n## More\n\n{LIST}",
        "# Solutions\n\n## Laws\n\n1. A treaty.\n2. A court?\n3. A fund.\n",
        "# Solutions\n\n## Laws\n\nWho pays? Who measures? Who sees?\n",
        "# Solutions\n\n## Laws\n\n1. Who pays?\n2. Who measures?\n",
    ],
    ids=["found", "elsewhere", "few questions", "prose", "two"],
)
def test_other_texts_are_not(text: str) -> None:
    assert told_of(text) == []


def test_any_question_mark_counts() -> None:
    assert told_of("# 方案\n\n## 问题\n\n1. 谁付钱？\n2. 谁测量？\n3. 谁能看到？\n") == ["docs/solutions.md:3:4"]


def test_other_chapters_are_not() -> None:
    assert told_of(f"# Background\n\n## To answer\n\n{LIST}", "background.md") == []


def test_another_chapter_may_have_them() -> None:
    chapters = [read(f"# A\n\n## To answer {{#{id}}}\n\n{LIST}", path=path)[0] for path, id in CHAPTERS.items()]
    assert [
        each.rule for each in check_guide(a_guide(), chapters, set(CHAPTERS)) if each.rule == "lost-questions"
    ] == []
