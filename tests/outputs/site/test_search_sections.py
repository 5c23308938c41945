"""Tests of outputs.site.search_sections, whose right value is what Material's own parser finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser

from studyguide.outputs.site.search_sections import search_sections

PAGE = """<h1 id="top">Rivers &amp; <em>lakes</em><a class="headerlink" href="#top">¶</a></h1>
<p>A <b>first</b>
line &lt;of&gt; text.<br/>Two.</p><p> </p>
<ul><li>One</li><li></li></ul>
<!-- a <p>remark</p> --><script>let tag = "<p>code</p>"</script>
<div class="guide-backlinks" data-search-exclude="true"><p>Left out</p><div><p>too</p></div><p>back</p></div>
<figure><svg><path d="M0 0"/><text>in a chart</text></svg><figcaption><p>Wells</p></figcaption></figure>
<h2 id="a" data-search-exclude>Hidden</h2><p>Of it</p>
<blockquote><h3 id="b">Within</h3><p>Inner</p></blockquote><p>Outer again</p>
<pre><code>  two
  lines</code></pre><table><tr><td class="linenodiv">1</td><td>Cell</td></tr></table>
<h2>No id</h2><p>Of the one before</p><h2 id="c"></h2><p>Unclosed <sub>2<p>Next</p></p>
"""


def by_material(html: str) -> list[tuple[str | None, str, str]]:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [_shown(section.id, section.title, section.text) for section in parser.data if not section.is_excluded()]


def by_us(html: str) -> list[tuple[str | None, str, str]]:
    return [_shown(section.id, section.title, section.text) for section in search_sections(html)]


def _shown(identifier: str | None, title: list[str], text: list[str]) -> tuple[str | None, str, str]:
    return identifier, "".join(title).strip(), "".join(text).strip()


def test_a_page_is_split_as_material_does() -> None:
    sections = by_us(PAGE)
    assert sections == by_material(PAGE)
    assert [title for _, title, _ in sections] == ["Rivers &amp; lakes", "Within", ""]
    assert "Left out" not in str(sections)


@pytest.mark.parametrize("html", ["", "Text", "<p>Text", "<h2 id='x'>Y</h2>", "a < b", "<h3 id=z>Z<h1 id=q>Q</h1>"])
def test_short_pages_are_too(html: str) -> None:
    assert by_us(html) == by_material(html)


TAGS = ["p", "div", "li", "ul", "h1", "h2", "h3", "code", "pre", "sup", "a", "em", "script", "object"]
ATTRIBUTES = ["", "", ' id="i"', ' class="headerlink"', " data-search-exclude", ' class="linenodiv"', ' title="a > b"']
ELEMENTS = st.recursive(
    st.sampled_from(["Text ", " ", "\n", "a\nb", "&amp;x", "<br>", "<img src='a.svg'/>", "<!-- <p> -->", "</p>"]),
    lambda inner: st.builds(
        lambda tag, attributes, content: f"<{tag}{attributes}>{''.join(content)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(ATTRIBUTES),
        st.lists(inner, max_size=3),
    ),
    max_leaves=20,
)


@given(st.lists(ELEMENTS, max_size=6).map("".join))
def test_any_page_is(html: str) -> None:
    try:
        expected = by_material(html)
    except ValueError:  # it looks for a start tag in the wrong part, and stops
        return
    assert by_us(html) == expected
