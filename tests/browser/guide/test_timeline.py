"""The timeline's filter: list, picture, contents and address say the same, also by keyboard and without scripts."""

import re
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.paths import ROOT

EVENTS: list[dict[str, Any]] = yaml.safe_load((ROOT / "timeline.yaml").read_text(encoding="utf-8"))
FIELDS = {"actor": "actors", "term": "terms"}
"""What timeline.yaml calls what the address calls a filter."""
LABELS = {"actor": "Who", "term": "Key term"}


def named(**chosen: str) -> list[str]:
    """The places of the events that timeline.yaml gives what is chosen."""
    wanted = [(FIELDS[kind], name) for kind, name in chosen.items() if name]
    return [f"event-{event['id']}" for event in EVENTS if all(name in event.get(field, []) for field, name in wanted)]


def most_common(field: str, places: list[str]) -> str:
    named_there = Counter[str](name for e in EVENTS if f"event-{e['id']}" in places for name in e.get(field, []))
    return named_there.most_common(1)[0][0]


ALL = named()
ACTOR = most_common("actors", ALL)
TERM = most_common("terms", named(actor=ACTOR))
HIDDEN = next(place for place in ALL if place not in named(actor=ACTOR))
"""An event without the actor."""


def choice(page: Page, kind: str) -> Locator:
    return page.get_by_label(LABELS[kind], exact=True)


def status(page: Page) -> Locator:
    return page.get_by_role("group", name="Filter the events").get_by_role("status")


def mark(page: Page, place: str) -> Locator:
    return page.locator(f".guide-axis-event[href='#{place}']")


def item(page: Page, place: str) -> Locator:
    return page.locator(f".guide-timeline > li:has(#{place})")


def visible(page: Page, selector: str, name: str) -> list[str]:
    """A property of each element that a reader sees."""
    script = "(all, name) => all.filter((one) => one.checkVisibility()).map((one) => one[name])"
    found: list[str] = page.eval_on_selector_all(selector, script, name)
    return found


def expect_shown(page: Page, places: list[str]) -> None:
    """These events, and no others, are counted, in the list, to be followed in the picture, and in the contents."""
    expect(status(page)).to_have_text(f"{len(places)} of {len(ALL)} events")
    assert visible(page, ".guide-timeline h3", "id") == places
    open_marks = page.locator(".guide-axis-event[href]").all()
    assert [each.get_attribute("href") for each in open_marks] == [f"#{place}" for place in places]
    contents = visible(page, ".md-sidebar--secondary .md-nav__link", "hash")
    assert [anchor for anchor in contents if anchor.startswith("#event-")] == [f"#{place}" for place in places]
    decades = dict.fromkeys(f"decade-{e['date'][:3]}0s" for e in EVENTS if f"event-{e['id']}" in places)
    assert visible(page, "article h2[id^=decade]", "id") == list(decades)
    assert [anchor for anchor in contents if anchor.startswith("#decade-")] == [f"#{decade}" for decade in decades]


def chosen_in(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def counts(page: Page, kind: str) -> dict[str, int]:
    """How many events each choice promises, by the name that it puts into the address."""
    found = {}
    for option in choice(page, kind).locator("option").all():
        count = re.search(r"\((\d+)\)$", option.text_content() or "")
        assert count
        found[option.get_attribute("value") or ""] = int(count[1])
    return found


def names(kind: str) -> set[str]:
    return {"", *(name for event in EVENTS for name in event.get(FIELDS[kind], []))}


def test_all_events_are_shown_until_one_chooses(visit: Visit) -> None:
    page = visit("timeline/")
    expect_shown(page, ALL)
    for kind in FIELDS:
        assert counts(page, kind) == {name: len(named(**{kind: name})) for name in names(kind)}


def test_filters_combine_and_each_counts_what_the_other_leaves(visit: Visit) -> None:
    page = visit("timeline/")
    choice(page, "actor").select_option(ACTOR)
    expect_shown(page, named(actor=ACTOR))
    assert counts(page, "term") == {name: len(named(actor=ACTOR, term=name)) for name in names("term")}
    choice(page, "term").select_option(TERM)
    expect_shown(page, named(actor=ACTOR, term=TERM))
    assert counts(page, "actor") == {name: len(named(actor=name, term=TERM)) for name in names("actor")}


def test_a_choice_that_would_leave_nothing_cannot_be_taken(visit: Visit) -> None:
    page = visit(f"timeline/?actor={ACTOR}")
    for option in choice(page, "term").locator("option").all():
        name = option.get_attribute("value") or ""
        assert option.is_disabled() == (not named(actor=ACTOR, term=name))


def test_a_copied_address_shows_the_same(visit: Visit) -> None:
    page = visit("timeline/")
    choice(page, "actor").select_option(ACTOR)
    choice(page, "term").select_option(TERM)
    assert chosen_in(page) == {"actor": [ACTOR], "term": [TERM]}
    partner = visit(page.url)
    expect_shown(partner, named(actor=ACTOR, term=TERM))
    expect(choice(partner, "actor")).to_have_value(ACTOR)
    expect(choice(partner, "term")).to_have_value(TERM)
    partner.reload()
    expect_shown(partner, named(actor=ACTOR, term=TERM))


def test_back_and_forward_go_through_the_choices(visit: Visit) -> None:
    page = visit("timeline/")
    choice(page, "actor").select_option(ACTOR)
    choice(page, "term").select_option(TERM)
    page.go_back()
    expect_shown(page, named(actor=ACTOR))
    page.go_back()
    expect_shown(page, ALL)
    page.go_forward()
    expect_shown(page, named(actor=ACTOR))
    expect(choice(page, "actor")).to_have_value(ACTOR)


def test_show_all_ends_the_filter_and_leaves_the_rest_of_the_address(visit: Visit) -> None:
    page = visit(f"timeline/?h=police&actor={ACTOR}&term={TERM}")
    page.get_by_role("button", name="Show all").click()
    expect_shown(page, ALL)
    assert chosen_in(page) == {"h": ["police"]}


def test_a_name_that_no_event_has_hides_nothing(visit: Visit) -> None:
    page = visit("timeline/?actor=nobody&term=nothing")
    expect_shown(page, ALL)
    expect(choice(page, "actor")).to_have_value("")


def test_two_names_that_no_event_shares_say_so(visit: Visit) -> None:
    actor, term = next((a, t) for a in names("actor") for t in names("term") if not named(actor=a, term=t))
    page = visit(f"timeline/?actor={actor}&term={term}")
    expect_shown(page, [])
    expect(choice(page, "term")).to_have_value(term)


def test_an_address_that_names_a_hidden_event_shows_it(visit: Visit) -> None:
    page = visit(f"timeline/?actor={ACTOR}#{HIDDEN}")
    expect_shown(page, ALL)
    assert chosen_in(page) == {}
    assert urlsplit(page.url).fragment == HIDDEN
    expect(page.locator(f"#{HIDDEN}")).to_be_focused()
    expect(page.locator(f"#{HIDDEN}")).to_be_in_viewport()


def test_a_link_to_a_hidden_event_shows_it_and_back_restores_the_filter(visit: Visit) -> None:
    page = visit(f"timeline/?actor={ACTOR}")
    page.evaluate("place => { location.hash = place; }", HIDDEN)
    expect_shown(page, ALL)
    expect(page.locator(f"#{HIDDEN}")).to_be_focused()
    expect(page.locator(f"#{HIDDEN}")).to_be_in_viewport()
    page.go_back()
    expect_shown(page, named(actor=ACTOR))


def test_what_one_reads_is_never_written_into_the_address_as_a_hidden_event(visit: Visit) -> None:
    page = visit(f"timeline/?actor={ACTOR}")
    links = page.locator(".md-nav__link[href*='#']").all()
    hashes = {urlsplit(link.get_attribute("href") or "").fragment for link in links}
    assert {place for place in hashes if place.startswith("event-")} == set(named(actor=ACTOR))
    page.get_by_role("button", name="Show all").click()
    expect_shown(page, ALL)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_mark_selects_its_event(visit: Visit, width: int) -> None:
    page = visit(f"timeline/?actor={ACTOR}", width=width)
    place = named(actor=ACTOR)[-1]
    mark(page, place).locator("text").click()
    expect(page.locator(f"#{place}")).to_be_focused()
    expect(page.locator(f"#{place}")).to_be_in_viewport()
    expect(mark(page, place)).to_have_attribute("aria-current", "true")
    expect(page.locator(".guide-axis-event[aria-current]")).to_have_count(1)
    expect(item(page, place)).not_to_have_css("box-shadow", "none")
    expect(status(page)).to_have_text(f"{len(named(actor=ACTOR))} of {len(ALL)} events")


def test_marks_of_hidden_events_are_dim_and_out_of_the_keyboard_s_way(visit: Visit) -> None:
    page = visit(f"timeline/?actor={ACTOR}")
    dim = page.locator(".guide-axis-event:not([href])")
    expect(dim).to_have_count(len(ALL) - len(named(actor=ACTOR)))
    for each in dim.all():
        assert float(each.evaluate("mark => getComputedStyle(mark).opacity")) < 0.5
        assert not each.evaluate("mark => { mark.focus(); return document.activeElement === mark; }")
        assert each.get_attribute("aria-hidden") == "true"
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".guide-axis-event[aria-hidden]")).to_have_count(0)


def test_an_event_lights_its_mark_and_a_mark_its_event(visit: Visit) -> None:
    page = visit("timeline/")
    first, second = ALL[0], ALL[1]
    text = mark(page, first).locator("text")
    expect(text).not_to_have_css("text-decoration-line", "underline")
    item(page, first).get_by_role("heading").hover()
    expect(text).to_have_css("text-decoration-line", "underline")
    item(page, second).get_by_role("link").last.focus()
    expect(text).not_to_have_css("text-decoration-line", "underline")
    expect(mark(page, second).locator("text")).to_have_css("text-decoration-line", "underline")
    mark(page, first).focus()
    ring = item(page, first).evaluate("item => getComputedStyle(item, '::before').boxShadow")
    assert ring != "none"


def test_it_all_works_by_keyboard_alone(visit: Visit) -> None:
    page = visit("timeline/")
    choice(page, "actor").focus()
    words = choice(page, "actor").locator(f"option[value='{ACTOR}']").text_content() or ""
    page.keyboard.type(words.partition(" (")[0])
    expect_shown(page, named(actor=ACTOR))
    page.keyboard.press("Tab")
    expect(choice(page, "term")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show all")).to_be_focused()
    page.keyboard.press("Tab")
    place = named(actor=ACTOR)[0]
    expect(mark(page, place)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{place}")).to_be_focused()
    page.get_by_role("button", name="Show all").focus()
    page.keyboard.press("Enter")
    expect_shown(page, ALL)


@pytest.mark.parametrize("path", ["timeline/", f"timeline/?actor={ACTOR}"])
@pytest.mark.parametrize("width", [320, PHONE, DESKTOP])
def test_nothing_jumps_when_the_script_adds_the_filter(visit: Visit, width: int, path: str) -> None:
    page = visit(path, width=width)
    expect(status(page)).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    room = page.locator(".guide-timeline-filter")
    filled = room.bounding_box()
    room.evaluate("room => room.replaceChildren()")
    assert room.bounding_box() == filled


def test_controls_can_be_touched(visit: Visit) -> None:
    page = visit("timeline/", width=PHONE)
    for control in [choice(page, "actor"), choice(page, "term"), page.get_by_role("button", name="Show all")]:
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


def test_without_scripts_all_events_are_shown_and_marks_lead_to_them(visit: Visit) -> None:
    page = visit(f"timeline/?actor={ACTOR}", java_script_enabled=False)
    expect(page.locator(".guide-timeline-filter")).to_be_hidden()
    expect(page.locator(".guide-timeline > li:visible h3")).to_have_count(len(ALL))
    mark(page, ALL[-1]).locator("text").click()
    expect(page.locator(f"#{ALL[-1]}")).to_be_in_viewport()


def test_the_filter_is_not_printed(visit: Visit) -> None:
    page = visit("timeline/")
    expect(choice(page, "actor")).to_be_visible()
    page.emulate_media(media="print")
    expect(choice(page, "actor")).to_be_hidden()
