"""Tests of crossref.changes: what became of each section, term, event and source since the last edition."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pytest

from studyguide.crossref.backlinks import build_backlink_index
from studyguide.crossref.changes import Changes, Status, compared, earlier_editions
from studyguide.crossref.changes_page import render_changes
from studyguide.crossref.unit_texts import units_of
from studyguide.data.edition import KINDS, Edition, LastEdition, Unit, Units
from studyguide.data.guide import Guide
from studyguide.data.timeline import Event
from studyguide.labels.catalogue import ENGLISH
from studyguide.markdown.chapter import Chapter
from tests.helpers import a_source, a_term, an_event, read

LONG = "Rivers carry waste to the sea, and the states on their banks share the cost of what they take out again."


def sections(**texts: str) -> dict[str, dict[str, Unit]]:
    """Sections of a page, by their ids, with their ids as titles."""
    return {"sections": {f"background.md#{key}": Unit(key.capitalize(), words) for key, words in texts.items()}}


def found(
    before: Mapping[str, Mapping[str, Unit]], after: Mapping[str, Mapping[str, Unit]], **renamed: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """The status, the id and the former id of each change."""
    return [(change.status, change.key, change.former_key) for change in compared(before, after, renamed)]


def test_the_same_guide_has_no_changes() -> None:
    assert found(sections(one=LONG), sections(one=LONG)) == []


def test_sections_are_new_changed_or_gone() -> None:
    before = sections(same="It stays.", old="It was there once.", one="Ten states agree.")
    after = sections(same="It stays.", one="Nine states agree.", fresh="Nothing like it stood here.")
    assert found(before, after) == [
        (Status.CHANGED, "background.md#one", ""),
        (Status.NEW, "background.md#fresh", ""),
        (Status.GONE, "background.md#old", ""),
    ]


def test_a_misprint_is_a_correction() -> None:
    before, after = sections(one="The goverment agrees."), sections(one="The government agrees.")
    assert found(before, after) == [(Status.CORRECTED, "background.md#one", "")]


@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        (Unit("Rivers", LONG), Unit("Streams", LONG), Status.MOVED),
        (Unit("Rivers", LONG), Unit("Rivers", LONG.replace("share", "bear")), Status.CHANGED),
    ],
)
def test_a_section_that_was_moved_or_renamed_is_recognised(before: Unit, after: Unit, status: Status) -> None:
    """By its id on another page, by its words, or by most of these."""
    old = {"sections": {"background.md#rivers": before}}
    for key in ("solutions.md#rivers", "background.md#streams"):
        assert found(old, {"sections": {key: after}}) == [(status, key, "background.md#rivers")]


def test_sections_that_share_few_words_are_two() -> None:
    assert [
        status for status, *_ in found(sections(one=LONG), sections(two="The sea is blue, and the sky is too."))
    ] == [
        Status.NEW,
        Status.GONE,
    ]


def test_a_term_with_another_id_is_the_same_by_its_former_one() -> None:
    before, after = {"terms": {"kid": Unit("Kid", "Young.")}}, {"terms": {"child": Unit("Child", "Not yet 18.")}}
    assert found(before, after, terms={"kid": "child"}) == [(Status.CHANGED, "child", "kid")]


TERMS = (a_term("child", "Child", "Anyone under 18.[@lee2010]", see_also=["crc"]), a_term("crc", "CRC"))
EVENTS = (an_event("summit", "2007-05-04", "A summit", description="States meet.", actors=["europol"]),)
PAGES = {
    "background.md": """# Background

Before all.

## Poverty {#poverty}

Some *words* &amp; a child.[@lee2010, p. 4] More.[^note]

!!! correction "Editor's note"
    The original printed 2006.

| One | Two |
| --- | --- |
| 1 | 2 |

[^note]: A remark [@lee2010].

### Empty {#empty}
""",
    "key-terms.md": "# Key terms\n\n<!-- key-terms -->\n",
    "stakeholders.md": "# Stakeholders\n\n## Europol {#europol}\n\nAn agency.\n",
    "timeline.md": "# Timeline\n\n<!-- timeline -->\n",
    "what-changed.md": "# What changed\n\n<!-- what-changed -->\n",
}


def guide_of(
    pages: Mapping[str, str] = PAGES, events: Iterable[Event] = EVENTS
) -> tuple[Guide, list[Chapter], dict[str, str]]:
    """A guide, its chapters and their HTML."""
    events = tuple(events)
    sources = (a_source("lee2010", title="On {Rivers}", author="Lee, Ann", urldate="2026-01-31", keywords="mine"),)
    read_pages = [read(text, TERMS, events, path, sources=sources) for path, text in pages.items()]
    guide = Guide(terms=TERMS, events=events, sources=sources)
    return guide, [chapter for chapter, _ in read_pages], {chapter.path: html for chapter, html in read_pages}


def test_units_have_the_words_that_readers_see() -> None:
    units = units_of(*guide_of())
    assert units["sections"] == {
        "background.md#background": Unit("Background", "Before all."),
        "background.md#poverty": Unit(
            "Poverty",
            "Some words & a child. [@lee2010, p. 4] More.\n"
            "Editor's note\nThe original printed 2006.\nOne | Two |\n1 | 2 |\nA remark . [@lee2010]",
        ),
        "background.md#empty": Unit("Empty", ""),
        "stakeholders.md#stakeholders": Unit("Stakeholders", ""),
        "stakeholders.md#europol": Unit("Europol", "An agency."),
        "key-terms.md#key-terms": Unit("Key terms", ""),
        "timeline.md#timeline": Unit("Timeline", ""),
    }
    assert units["terms"] == {
        "child": Unit("Child", "Anyone under 18. [@lee2010]"),
        "crc": Unit("CRC", "What it means."),
    }
    assert units["events"] == {"summit": Unit("A summit", "4 May 2007\nStates meet.\nWho: Europol")}
    assert units["sources"] == {"lee2010": Unit("On Rivers", "Lee, Ann")}


def test_a_change_elsewhere_is_none_here() -> None:
    """An event that names a section, or a term that is mentioned once more, changes no words of theirs."""
    events = (*EVENTS, an_event("next", "2008", see=["background.md#poverty"], terms=["child"]))
    before, after = units_of(*guide_of()), units_of(*guide_of(events=events))
    assert found(before, after) == [(Status.NEW, "next", "")]


def shown(before: Mapping[str, Mapping[str, Unit]], after: Mapping[str, Mapping[str, Unit]]) -> str:
    """The list of the changes as HTML."""
    return shown_after([before], after)


def shown_after(editions: Sequence[Units], now: Units) -> str:
    """The list of the changes as HTML, once some editions were made."""
    guide, chapters, _ = guide_of()
    last, now = made(editions), whole(now)
    since = tuple(compared(last.units, now, {}))
    changes = Changes(last, now, since, "what-changed.md", tuple(earlier_editions(last, now, {}, since)))
    return render_changes(changes, build_backlink_index(guide, chapters, {}), ENGLISH)


def whole(units: Units) -> Units:
    return {kind: units.get(kind, {}) for kind in KINDS}


def made(editions: Sequence[Units]) -> LastEdition:
    """What is known once each of these was made, at the end of a month each."""
    first, *others = [whole(each) for each in editions]
    last = LastEdition((Edition(1, date(2026, 1, 31)),), first)
    for number, units in enumerate(others, start=2):
        last = last.followed_by(Edition(number, date(2026, number, 28)), units)
    return last


def test_the_list_has_the_words_taken_out_and_added() -> None:
    html = shown(sections(poverty="Ten states agree."), sections(poverty="Nine states agree.[@lee2010]"))
    assert "its last edition: Edition 1, 31 January 2026." in html
    assert '<li id="changed:sections:background.md#poverty"><p><strong>Changed</strong>: ' in html
    assert '<a href="guide:background.md#poverty">Background, Poverty</a>' in html
    assert '<del><span class="guide-aloud">Taken out: </span>Ten</del>' in html
    assert '<ins><span class="guide-aloud">Added: </span>Nine</ins> states' in html
    assert "agree.[On Rivers]</ins>" in html


EDITIONS = (
    sections(one="Ten states agree.", poverty=LONG),
    sections(one="Nine states agree.", old="It was there once."),
    sections(one="Ten states agree.", poverty=LONG),
)
"""In the second, one section is other, one is gone, and one is new; in the third, all is as in the first."""


def test_each_edition_tells_what_it_changed_and_what_is_other_now() -> None:
    """What was changed and changed back, or was gone and is back, is no news to a reader of the first."""
    later, first = earlier_editions(made(EDITIONS), whole(EDITIONS[2]), {}, ())
    assert [(change.status, change.key) for change in later.step] == [
        (Status.CHANGED, "background.md#one"),
        (Status.NEW, "background.md#poverty"),
        (Status.GONE, "background.md#old"),
    ]
    assert later.since == later.step
    assert [(change.status, change.key) for change in first.step] == [
        (Status.CHANGED, "background.md#one"),
        (Status.NEW, "background.md#old"),
        (Status.GONE, "background.md#poverty"),
    ]
    assert first.since == ()


def test_the_list_has_a_part_for_each_earlier_step() -> None:
    html = shown_after(EDITIONS, EDITIONS[2])
    lead, second, first, editions = re.split(r'<h2 id="[^"]*">', html)
    assert lead.endswith("its last edition: Edition 3, 28 March 2026. Nothing has changed since then.</p>")
    assert second.startswith("Changes from edition 2 to edition 3</h2><h3")
    assert first.startswith("Changes from edition 1 to edition 2</h2><h3")
    assert "Nine</del>" in second
    assert "Nine</ins>" in first
    assert editions.startswith("Editions</h2>")


def test_an_earlier_step_leads_to_what_still_exists_only() -> None:
    first = shown_after(EDITIONS, EDITIONS[2]).partition("Changes from edition 1")[2]
    assert "<strong>New</strong>: Background, Old</p>" in first
    assert '<strong>Gone</strong>: <a href="guide:background.md#poverty">Background, Poverty</a></p>' in first


def test_an_earlier_step_leads_to_what_was_renamed_since() -> None:
    """From step to step; also to what was gone once, and came back under another heading."""
    poor = {"sections": {"start.md#poor": Unit("Poor", LONG)}}
    since, first = shown_after([sections(old=LONG), sections(poverty=LONG)], poor).split("Changes from edition 1")
    assert '<strong>Moved or renamed</strong>: <a href="guide:start.md#poor">Poor</a>' in since
    assert '<a href="guide:start.md#poor">Poverty</a></p><p>Before: Background, Old</p>' in first
    gone = shown_after([sections(old=LONG), {}, poor], poor).partition("Changes from edition 1")[2]
    assert '<strong>Gone</strong>: <a href="guide:start.md#poor">Old</a>' in gone


def test_after_one_edition_there_are_no_earlier_steps() -> None:
    assert "Changes from" not in shown_after(EDITIONS[:1], EDITIONS[1])


def test_what_is_gone_is_no_link_and_keeps_its_words() -> None:
    html = shown(sections(old="It was <there> once."), {})
    assert "<strong>Gone</strong>: Background, Old</p>" in html
    assert (
        '<details class="guide-backlinks"><summary>The words</summary><p>It was &lt;there&gt; once.</p></details>'
        in html
    )


def test_a_hostile_edition_runs_nothing() -> None:
    evil = "<img src=x onerror=alert(1)>\"'&"
    html = shown({"sections": {f"{evil}#{evil}": Unit(evil, evil)}, "terms": {evil: Unit(evil, evil)}}, {})
    assert "<img" not in html
    assert "onerror=alert(1)>" not in html


def test_without_an_edition_the_page_says_what_it_will_list() -> None:
    guide, chapters, _ = guide_of()
    html = render_changes(None, build_backlink_index(guide, chapters, {}), ENGLISH)
    assert "No edition of this guide has been made yet" in html
    assert "<code>make edition</code>" in html
