"""Tests of outputs.site.change_marks: a mark at the heading of what has changed."""

from studyguide.crossref.changes import Change, Status
from studyguide.data.edition import Unit
from studyguide.labels.catalogue import ENGLISH
from studyguide.outputs.site.change_marks import with_marks

HEADINGS = """<h1 id="water">Water</h1>
<p class="guide-facts screen-only"><span>About 1 minute to read</span></p><p>Text.</p>
<h2 id="q&amp;a">Questions</h2>
<div class="guide-tools screen-only"><button type="button">Cite</button></div>
<h4 id="deep">Deep</h4>"""


def change(key: str, status: Status) -> Change:
    return Change("sections", status, f"water.md#{key}", Unit("A", "a"), Unit("B", "b"))


def test_a_mark_stands_behind_the_heading_and_its_tools() -> None:
    marks = {
        "q&a": change("q&a", Status.CHANGED),
        "deep": change("deep", Status.NEW),
        "water": change("water", Status.CORRECTED),
    }
    html = with_marks(HEADINGS, marks, "../what-changed/", ENGLISH)
    assert (
        '<button type="button">Cite</button></div>\n<p class="guide-changed screen-only">'
        '<a href="../what-changed/#changed%3Asections%3Awater.md%23q%26a">Changed since the last edition</a></p>'
    ) in html
    assert 'water.md%23deep">New since the last edition</a></p>' in html.partition("</h4>\n")[2]
    assert 'to read</span></p>\n<p class="guide-changed screen-only"><a' in html


def test_without_changes_a_page_is_as_it_was() -> None:
    assert with_marks(HEADINGS, {}, "../what-changed/", ENGLISH) == HEADINGS
