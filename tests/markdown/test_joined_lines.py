"""Tests of the lines of chapters in Chinese, which a page shows without spaces between them."""

import re

from tests.helpers import a_term, read


def _shown(markdown: str, language: str) -> str:
    """The text of a chapter without its heading and notes."""
    html = read(f"# 一\n\n{markdown}", language=language)[1]
    body = html.partition("</h1>")[2].partition("<section")[0]
    return re.sub(r"<sup.*?</sup>|<[^>]+>", "", body).strip()


def test_lines_are_joined_over_emphasis_and_notes() -> None:
    shown = _shown("联合国把它**定为**\n十年。[@a]\n其中*大部分\n是冰*。", "zh")
    assert shown == "联合国把它定为十年。其中大部分是冰。"


def test_lines_of_lists_and_boxes_are_joined() -> None:
    assert _shown("- 甲\n  乙", "zh-Hant") == "甲乙"
    assert "甲乙" in _shown('!!! note "题"\n    甲\n    乙', "zh")


def test_lines_of_other_words_and_of_code_stay() -> None:
    assert _shown("由 UNEP\n负责\n`甲\n乙`", "zh") == "由 UNEP\n负责甲\n乙"
    assert _shown("联合国\n把它", "en") == "联合国\n把它"


def test_a_term_is_found_over_a_line_break() -> None:
    html = read("# 一\n\n改善环境\n卫生。", [a_term("sanitation", "环境卫生")], language="zh")[1]
    assert ">环境卫生</a>" in html
