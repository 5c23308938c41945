"""'My country': a delegate's choice marks the guide, stays in this browser, and can be taken back by one press."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.test_accessibility import search, violations

KEY = "studyguide:/:country"
CHOICE = {
    "code": "FR",
    "name": "France",
    "group": ["countries/#group-weog", "Western European and Others Group"],
    "page": "countries/",
    "places": [["stakeholders/#france", "Stakeholders: France"]],
}
PAYLOAD = "<img src=x onerror=alert(1)>"
HOSTILE = {
    "no JSON": "FR",
    "no object": "null",
    "markup as a code": json.dumps(CHOICE | {"code": PAYLOAD}),
    "a selector as a code": json.dumps(CHOICE | {"code": 'FR"], *, [x="'}),
    "a list as a code": json.dumps(CHOICE | {"code": ["FR", "DE"]}),
    "no places": json.dumps({"code": "FR", "name": "France"}),
    "places that are none": json.dumps(CHOICE | {"places": [None, 7]}),
    "a script as the page": json.dumps(CHOICE | {"page": "javascript:alert(1)"}),
    "another site as the page": json.dumps(CHOICE | {"page": "https://example.org/countries/"}),
}
"""What others may have put in the place of a choice: none of it is one."""


def choose(page: Page, name: str) -> None:
    page.goto("countries/")
    page.get_by_role("combobox", name="I represent").select_option(name)


def keep(page: Page, value: str) -> None:
    """Put a value where the choice is kept, and open the page anew."""
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
    page.reload()


def kept(page: Page) -> Any:
    return page.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)


def test_a_choice_marks_the_guide_and_is_part_of_no_request(visit: Visit) -> None:
    page = visit(width=PHONE)
    requests: list[Request] = []
    page.context.on("request", lambda request: requests.append(request))
    choose(page, "France")
    begin = page.get_by_role("status").get_by_role("listitem").first
    expect(begin).to_have_text("Stakeholders: France")
    begin.get_by_role("link").click()
    page.wait_for_url("**/stakeholders/#france")
    mark = page.locator("#france .guide-mine, #france ~ p .guide-mine").first
    expect(mark).to_have_css("border-block-end-style", "solid")
    facts = page.locator(".guide-facts").get_by_role("link", name="France: ")
    facts.click()
    expect(page.locator("#guide-mine")).to_be_in_viewport()
    search(page, "government")
    result = page.locator(".md-search-result__link").filter(has=page.locator("h2", has_text="France")).first
    expect(result.locator(".guide-mine")).to_have_text("France")
    page.goto("timeline/")
    assert page.locator(".guide-axis-event.guide-mine").count() == page.locator("li[data-countries~=FR]").count() > 0
    assert [it for it in requests if it.post_data or "?" in it.url or "FR" in it.url or "France" in it.url] == []
    assert page.context.cookies() == []


def test_one_press_removes_the_choice(visit: Visit) -> None:
    page = visit(width=PHONE)
    choose(page, "France")
    page.goto("")
    page.locator("summary").filter(has_text="My country: France").click()
    page.get_by_role("button", name="Forget my country").click()
    expect(page.get_by_role("link", name="My country")).to_be_focused()
    assert kept(page) is None
    page.goto("stakeholders/")
    assert page.locator(".guide-mine, .guide-mine-added").count() == 0


def test_a_country_that_the_guide_does_not_name_is_told_so(visit: Visit) -> None:
    page = visit()
    choose(page, "Holy See")  # in no regional group
    told = page.locator(".guide-mine-panel")
    expect(told).to_contain_text("The guide does not name this country: Holy See.")
    expect(told.get_by_role("link")).to_have_count(0)
    page.get_by_role("combobox", name="I represent").select_option("Nauru")
    expect(told).to_contain_text("The guide does not name this country: Nauru.")
    told.get_by_role("link", name="What the guide says of this group").click()
    expect(page.locator("#group-asia-pacific")).to_be_in_viewport()


def test_what_a_country_is_a_member_of_is_no_place_that_names_it(visit: Visit) -> None:
    page = visit()
    choose(page, "Kyrgyzstan")
    assert page.locator("#country-kg .guide-ties").count() > 0
    expect(page.get_by_role("status").get_by_text("1 place names this country: Kyrgyzstan")).to_be_visible()


def test_the_choice_is_made_by_keyboard(visit: Visit) -> None:
    page = visit("countries/")
    page.get_by_role("combobox", name="I represent").focus()
    page.keyboard.type("Portu")
    expect(page.get_by_role("status").filter(has_text="Portugal")).to_be_visible()
    assert kept(page)["code"] == "PT"


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_choice_changes_nothing(visit: Visit, value: str) -> None:
    page = visit("stakeholders/")
    keep(page, value)
    assert page.locator(".guide-mine, .guide-mine-added").count() == 0
    page.goto("countries/")
    expect(page.get_by_role("combobox", name="I represent")).to_have_value("")


def test_a_choice_of_others_is_text_and_leads_nowhere_else(visit: Visit) -> None:
    page = visit()
    places = [["javascript:alert(1)", "a"], ["//example.org/", "b"], ["solutions/", PAYLOAD]]
    keep(page, json.dumps(CHOICE | {"name": PAYLOAD, "places": places}))
    box = page.locator(".guide-mine-home")
    box.locator("summary").click()
    expect(box.get_by_role("listitem")).to_have_text([PAYLOAD])
    assert page.locator("img[src=x]").count() == 0


def test_where_nothing_can_be_kept_the_pages_still_work(visit: Visit) -> None:
    page = visit()
    page.add_init_script(
        """for (const name of ["getItem", "setItem", "removeItem"]) {
            const before = Storage.prototype[name];
            Storage.prototype[name] = function (key, ...rest) {
                if (key.startsWith("studyguide:")) throw new DOMException("refused", "SecurityError");
                return before.call(this, key, ...rest);
            };
        }"""
    )
    choose(page, "France")
    expect(page.get_by_role("status").filter(has_text="France")).to_contain_text("This browser keeps nothing")


def test_without_scripts_there_is_a_plain_page(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.get_by_role("link", name="My country").click()
    expect(page.locator("#country-fr")).to_contain_text("Stakeholders: France")
    assert page.locator("select:visible").count() == 0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_marks_and_choice_have_no_fault_for_axe(visit: Visit, dark: bool) -> None:
    page = visit("countries/", width=PHONE, dark=dark)
    choose(page, "France")
    for path in ("countries/", "", "stakeholders/", "timeline/"):
        page.goto(path)
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        assert violations(page) == [], path


def test_marks_show_where_the_device_sets_the_colours(visit: Visit) -> None:
    page = visit("stakeholders/", width=DESKTOP, forced_colors="active")
    keep(page, json.dumps(CHOICE))
    expect(page.locator("span.guide-mine").first).to_have_css("border-block-end-style", "solid")
