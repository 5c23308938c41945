"""Tests of markdown.text_width: the room for a text, and lines that fit."""

import pytest

from studyguide.markdown.text_width import text_width, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("1989", 4), ("سَنة", 3), ("é", 1), ("e\u0301", 1), ("中国", 3.5), ("（a", 2.75), ("ЮНЕСКО 12", 9.75)],
)
def test_width_in_digits(text: str, width: float) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a plain text of words", 10, ["a plain", "text of", "words"]),
        ("保护湿地的公约", 7, ["保护湿地", "的公约"]),  # 4 characters of 1.75
        ("保护湿地，公约", 7, ["保护湿地，", "公约"]),  # no comma begins a line
        ("1971年2月2日: 通过", 10, ["1971年2月2", "日: 通过"]),  # 6 digits, 2 characters: 9.5
        ("Защита птиц и озёр", 9, ["Защита", "птиц и", "озёр"]),  # a letter takes 1.125, with the spaces 1.1
        ("用 Ramsar 公约", 7, ["用", "Ramsar", "公约"]),
    ],
)
def test_lines_fit(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, width) == lines
