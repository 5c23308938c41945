"""Tests of markdown.captions: a caption or a cell cites, links and calls notes, however it is written."""

import pytest

from tests.helpers import read

PICTURE = "![A chart.](chart.svg)"
CAPTION = "Reports *rose*.[@key, p. 4] But not all.[^n] See [there](stakeholders.md)."
NOTE = "\n[^n]: A note.\n"


@pytest.mark.parametrize(
    "figure",
    [
        '<figure markdown="span">\n  PICTURE\n  <figcaption>CAPTION</figcaption>\n</figure>\n',
        '<figure markdown="span">\n\tPICTURE\n\t<figcaption>CAPTION</figcaption>\n</figure>\n',
        '<figure markdown="span">\n    PICTURE\n    <figcaption>\n    CAPTION\n    </figcaption>\n</figure>\n',
        '<figure markdown="span" class="wide">PICTURE<figcaption>CAPTION</figcaption></figure>\n',
        '<figure markdown="span"><figcaption>CAPTION</figcaption>PICTURE</figure>\n',
        '<figure markdown="span">\nPICTURE\n<figcaption markdown="span">CAPTION</figcaption>\n</figure>\n',
        '<figure markdown="1">\nPICTURE\n<figcaption class="x">CAPTION</figcaption>\n</figure>\n',
        "<figure markdown>\n\nPICTURE\n\n<figcaption>CAPTION</figcaption>\n\n</figure>\n",
        '<figure markdown="block">\n\n| a | b |\n|---|---|\n| c | 1 |\n\n<figcaption>CAPTION</figcaption>\n</figure>\n',
        '<details markdown="1"><summary>CAPTION</summary>\n\nText.\n\n</details>\n',
        '<details markdown="1">\n<summary>CAPTION</summary>\n\nText.\n\n</details>\n',
        '<table markdown="1">\n<caption>CAPTION</caption>\n<tr><td>A</td></tr>\n</table>\n',
        '<table markdown="1">\n<tr><th rowspan="2">A</th> <td>CAPTION</td></tr><tr><td>B</td></tr>\n</table>\n',
        '<table markdown="1">\n  <tbody>\n    <tr>\n      <td>CAPTION</td>\n    </tr>\n  </tbody>\n</table>\n',
    ],
)
def test_caption_is_markdown(figure: str) -> None:
    text = figure.replace("PICTURE", PICTURE).replace("CAPTION", CAPTION) + NOTE
    chapter, html = read(text)
    assert chapter.problems == ()
    (citation,) = chapter.citations
    before = text[: text.index("[@key")]
    assert (citation.where.line, citation.where.column) == (before.count("\n") + 1, len(before.split("\n")[-1]) + 1)
    assert [note.is_citation for note in chapter.notes] == [True, False]
    caption = html[html.index("Reports") : html.index("<section")]
    assert 'Reports <em>rose</em>.<sup id="fnref:1">' in caption
    assert '<a href="stakeholders.md">there</a>.' in caption
    assert "markdown=" not in html
    assert "<br" not in html
    assert "<p><c" not in html


def test_example_in_code_and_plain_html_stay_as_they_are() -> None:
    plain = '<figure>\n<img src="https://example.org/a.png" alt="b">\n<figcaption>*A*</figcaption>\n</figure>\n'
    code = '```\n<figure markdown="span">\n  <figcaption>A</figcaption>\n</figure>\n```\n'
    assert read(plain)[1] == plain.strip()
    assert "  &lt;figcaption&gt;A" in read(code)[1]


@pytest.mark.parametrize(
    "text",
    [
        '<div markdown="1">\n<p>Text.[@key]</p>\n</div>\n',
        '<div markdown="1"><table><tr><td>[@key]</td></tr></table></div>\n',
    ],
)
def test_citation_in_other_html_is_not_taken_for_an_open_bracket(text: str) -> None:
    chapter, _ = read(text)
    assert (chapter.problems, chapter.citations) == ((), ())  # lint.lost_markup tells it, with what helps
