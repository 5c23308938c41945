"""Tests of markdown.raw_html: the tags of what was written as HTML."""

import pytest

from studyguide.markdown.positions import Positions
from studyguide.markdown.raw_html import Tag, tags_in, without_remarks
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


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<!-- b -->c<!--\nd\n-->e", "ace"),
        ("a<!-->b", "ab"),
        ("a<!--->b", "ab"),
        ("a<!-- b --!>c", "ac"),
        ("a<!-- b -- > c -->d", "ad"),
        ("a<!-- b <!-- c -->d -->", "ad -->"),
        ("a<!-- never closed", "a<!-- never closed"),
        (
            "<!--guide:citation 0--><!-- handout --><!-- handout: ask Anna -->",
            "<!--guide:citation 0--><!-- handout -->",
        ),
        ("&lt;!-- code --&gt;", "&lt;!-- code --&gt;"),
    ],
)
def test_comments_end_where_browsers_end_them(html: str, left: str) -> None:
    assert without_remarks(html) == left


def test_many_comments_that_are_not_closed_are_looked_at_once() -> None:
    assert without_remarks("<!-- " * 200_000).startswith("<!--")


def test_a_tag_gives_its_mark() -> None:
    position = Positions().put_one(span("x"))
    assert list(tags_in([f'<a id="{position}x">', "<b>"])) == [
        Tag("a", {"id": "x"}, '<a id="x">', position),
        Tag("b", {}, "<b>", ""),
    ]
