"""Reading time: the words of the text, at the pace of a delegate."""

import pytest

from studyguide.outputs.site.reading_time import WORDS_A_MINUTE, minutes_to_read
from tests.helpers import a_term, read


@pytest.mark.parametrize(
    ("words", "minutes"),
    [(0, 1), (1, 1), (WORDS_A_MINUTE, 1), (WORDS_A_MINUTE + 1, 2), (5 * WORDS_A_MINUTE, 5)],
)
def test_begun_minutes_count(words: int, minutes: int) -> None:
    assert minutes_to_read(f"<p>{'word ' * words}</p>") == minutes


@pytest.mark.parametrize(
    "aside",
    [
        '<section class="footnote">{}</section>',
        '<details class="guide-backlinks" open>{}</details>',
        '<ul class="guide-bibliography"><li>{}</li></ul>',
        '<div class="guide-in-timeline">{}</div>',
        '<p class="other screen-only">{}</p>',
        '<figure class="guide-axis"><svg><text>{}</text></svg></figure>',
    ],
)
def test_what_is_looked_up_is_not_read(aside: str) -> None:
    many = "word " * WORDS_A_MINUTE
    assert minutes_to_read(f"<p>{many}</p>{aside.format(many)}") == 1
    assert minutes_to_read(f"<p>{many}</p>{aside.format('')}<p>One more.</p>") == 2


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("暴力是伤害。" * 680, 14),  # 3,400 characters at 255 a minute
        ("暴力は害です。" * 595, 10),  # 3,570 at 357
        ("การใช้ความรุนแรง" * 250, 4),  # 16 letters each, five a word
        ("폭력은 나쁘다. " * 400, 4),  # Korean has spaces: 800 words
        ("儿童 " * 255 + "UNODC report " * 100, 3),  # two minutes of Chinese and one of words
    ],
)
def test_letters_count_where_words_have_no_spaces(text: str, minutes: int) -> None:
    assert minutes_to_read(f"<p>{text}</p>") == minutes


def test_signs_alone_are_no_words() -> None:
    assert minutes_to_read(f"<p>{'word ' * WORDS_A_MINUTE} – & … ¶</p>") == 1


def test_notes_and_their_calls_of_a_real_chapter_are_not_counted() -> None:
    call = "Text.[^n] "
    _, html = read(
        f"# T\n\n{call}{'word ' * (WORDS_A_MINUTE - 2)}\n\n[^n]: {'note ' * WORDS_A_MINUTE}\n", [a_term("x")]
    )
    assert minutes_to_read(html) == 1  # its title, "Text." and the words
