"""Tests of joined lines: as CSS Text Level 3 has it, a break between two Chinese characters is no space."""

import pytest

from studyguide.data.line_breaks import join_folded, join_lines


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("联合国\n把它定为", "联合国把它定为"),
        ("生命之水，\n  《公约》", "生命之水，《公约》"),
        ("称为\n“生命之水”\n十年", "称为“生命之水”十年"),
        ("こども\nの権利", "こどもの権利"),
        ("第1段\nABC 和\n2005年", "第1段\nABC 和\n2005年"),
        ("한국\n사람", "한국\n사람"),
        ("a “b”\nc", "a “b”\nc"),
    ],
)
def test_a_line_break_between_chinese_characters_is_no_space(lines: str, joined: str) -> None:
    assert join_lines(lines) == joined
    assert join_folded(lines.replace("\n", " ").replace("   ", " ")) == joined.replace("\n", " ")


def test_what_stands_beside_a_text_counts() -> None:
    assert join_lines("\n后文", before="重") == "后文"
    assert join_lines("前文\n", after="重") == "前文"
    assert join_lines("\n后文", before="a") == "\n后文"
