"""Tests of markdown.raw_html: the tags of what was written as HTML."""

import pytest

from studyguide.markdown.positions import Positions
from studyguide.markdown.raw_html import Tag, tags_in
from tests.helpers import span


@pytest.mark.parametrize(
    ("block", "tags"),
    [
        ('<a href="b.md">c</a>', [("a", {"href": "b.md"}, '<a href="b.md">')]),
        (
            "<IMG src=p.png alt='x > y' b/>",
            [("img", {"src": "p.png", "alt": "x > y", "b": ""}, "<IMG src=p.png alt='x > y' b/>")],
        ),
        (
            '<p><img\n src="a&amp;b.png"></p>',
            [("p", {}, "<p>"), ("img", {"src": "a&b.png"}, '<img\n src="a&amp;b.png">')],
        ),
        ('<!-- <a href="b.md"> -->', []),
        ("a < b, </p>, &lt;a href='x'>", []),
        ('<a href="never closed', []),
        ("<![x[ y ]]>", []),
    ],
)
def test_tags(block: str, tags: list[tuple[str, dict[str, str], str]]) -> None:
    assert [(tag.name, tag.attributes, tag.written) for tag in tags_in([block])] == tags


def test_a_tag_gives_its_mark() -> None:
    position = Positions().put_one(span("x"))
    assert list(tags_in([f'<a id="{position}x">', "<b>"])) == [
        Tag("a", {"id": "x"}, '<a id="x">', position),
        Tag("b", {}, "<b>", ""),
    ]
