"""Tests of data.yaml_slips: joined lines, and names that are no text to YAML."""

import pytest

from tests.data.test_yaml_entries import read

LIST = "\n    Two kinds:\n    - of rivers\n    - of seas\n"
PARAGRAPHS = "\n    One.\n\n    Two.\n"


def told(line: str) -> list[str]:
    return [f"{problem.where}: {problem.rule} {problem.fix}" for problem in read(f"- id: a\n{line}")[1]]


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        PARAGRAPHS,
        "\n    1. A\n    2. B\n",
        "\n    (a) A\n    (b) B\n",
        "\n    * A\n    * B\n",
        "\n    A\n    > B\n    > C\n",
        "\n    a. A\n    b. B\n",
    ],
)
@pytest.mark.parametrize("sign", [">-", ">", ">+", ">2-"])
def test_a_folded_list_is_told_at_its_sign(text: str, sign: str) -> None:
    text = text.replace("    ", "  " * 2) if sign != ">2-" else text
    told_of = told(f"  term: A\n  definition: {sign}{text}")
    assert told_of == [f"glossary.yaml:3:15: folded-text Write | in place of {sign}."]


@pytest.mark.parametrize("text", ["Two kinds:\n    - of rivers\n    - of seas\n", '"One.\n\n    Two."\n'])
def test_text_behind_the_colon_is_told_too(text: str) -> None:
    (line,) = told(f"  term: A\n  definition: {text.replace('kinds:', 'kinds')}")
    assert line.startswith("glossary.yaml:3:15: folded-text Write | behind the colon")


@pytest.mark.parametrize(
    "text",
    [
        f"|{LIST}",
        f"|-{PARAGRAPHS}",
        ">-\n    One that goes\n    - as some do -\n    on.\n",
        ">\n    One.\n\n\n    Two.\n",
        "One\n    two.\n",
    ],
)
def test_nothing_is_told_where_all_lines_stay(text: str) -> None:
    assert told(f"  term: A\n  definition: {text}") == []


@pytest.mark.parametrize(
    "word", ["No", "yes", "on", "Off", "true", "1325", "1.5", "2020-01-01", "null", "12:30", "0x1F"]
)
def test_a_name_that_is_no_text_is_told_with_its_quotation_marks(word: str) -> None:
    assert told(f"  term: {word}\n  definition: B\n") == [f'glossary.yaml:2:9: unquoted-word Write "{word}".']
    names = told(f"  term: A\n  definition: B\n  aliases: [b, {word}]\n")
    assert names == [f'glossary.yaml:4:16: unquoted-word Write "{word}".']
    assert told(f'  term: "{word}"\n  definition: "{word}"\n  aliases: ["{word} b"]\n') == []


def test_other_words_and_fields_are_not_told() -> None:
    assert told("  term: Nor\n  definition: No\n  aliases: [n, 1325 (2000), Norway, y]\n") == []
