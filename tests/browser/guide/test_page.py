"""A chapter as a delegate uses it: links to copy, lines to cite, contents that follow, colours of their device."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit

CLIPBOARD = ["clipboard-read", "clipboard-write"]
LINE = "Vasilogeorgi, Frantzeska. “{}” Preventing the Online Sexual Exploitation and Abuse of Children, PSMUN, "


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def press(page: Page, target: str) -> None:
    page.locator(target).focus()
    page.keyboard.press("Enter")


def click(page: Page, target: str) -> None:
    page.locator(target).click()


# A heading's link


@pytest.mark.parametrize("use", [click, press])
def test_a_heading_s_link_is_copied_and_still_leads_there(visit: Visit, use: Callable[[Page, str], None]) -> None:
    page = visit("background/", permissions=CLIPBOARD)
    use(page, "#poverty > .headerlink")
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.url.endswith("/background/#poverty")
    assert clipboard(page) == page.url


def test_where_nothing_can_be_copied_the_link_is_a_link(visit: Visit) -> None:
    page = visit("background/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.locator("#poverty > .headerlink").click()
    expect(page.get_by_role("status").filter(has_text="address bar")).to_be_visible()
    assert page.url.endswith("/background/#poverty")


def test_a_finger_sees_the_links_of_headings(visit: Visit) -> None:
    page = visit("background/", width=PHONE, is_mobile=True)
    expect(page.locator("#poverty > .headerlink")).to_have_css("opacity", "1")


# Citing


@pytest.mark.parametrize("use", [click, press])
def test_a_section_is_cited_from_its_heading(visit: Visit, use: Callable[[Page, str], None]) -> None:
    page = visit("background/", permissions=CLIPBOARD)
    button = page.get_by_role("button", name="Cite this section: Lack of strict control online")
    expect(button).to_have_attribute("aria-expanded", "false")
    use(page, "#lack-of-control + .guide-tools [data-title]")
    expect(button).to_have_attribute("aria-expanded", "true")
    panel = page.locator("#lack-of-control + .guide-tools + .guide-cite-section")
    line = panel.locator("p").inner_text()
    assert line.startswith(LINE.format("Lack of Strict Control Online."))
    chapter = page.url.partition("#")[0]  # scrolling adds the section to the address
    assert line.endswith(f", {chapter}#lack-of-control.")
    panel.get_by_role("button", name="Copy").click()
    expect(panel.get_by_role("status")).to_have_text("Copied")
    assert clipboard(page) == line
    rich = page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            return (await item.getType("text/html")).text();
        }"""
    )
    assert "<em>Preventing the Online" in rich
    use(page, "#lack-of-control + .guide-tools [data-title]")
    expect(panel).to_be_hidden()


def test_what_cannot_be_copied_is_selected(visit: Visit) -> None:
    page = visit("background/")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')); }")
    page.get_by_text("Cite this chapter").click()
    box = page.locator(".guide-cite")
    box.get_by_role("button", name="Copy").click()
    expect(box.get_by_role("status")).to_contain_text("Selected")
    assert page.evaluate("getSelection().toString()").strip() == box.locator("p").inner_text()


def test_a_chapter_is_cited_at_its_end(visit: Visit) -> None:
    page = visit("background/?print=1#poverty")
    page.get_by_text("Cite this chapter").click()
    line = page.locator(".guide-cite p").inner_text()
    assert line.startswith(LINE.format("Background Information."))
    assert line.endswith("/background/.")


def test_without_scripts_there_is_a_line_and_no_dead_button(visit: Visit) -> None:
    page = visit("background/", java_script_enabled=False)
    assert page.locator(".guide-tools button:visible").count() == 0
    page.get_by_text("Cite this chapter").click()
    expect(page.locator(".guide-cite p")).to_contain_text("“Background Information.”")
    expect(page.locator(".guide-facts")).to_contain_text("minutes to read")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", ["background/", "key-terms/", "timeline/"])
def test_tools_of_sections_take_no_room(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width)
    page.locator(".guide-tools button").first.wait_for()
    places = "[...document.querySelectorAll('article *:not(.guide-tools, .guide-tools *)')].map(e => e.offsetTop)"
    before = page.evaluate(places)
    page.add_style_tag(content=".guide-tools { display: none !important }")
    assert page.evaluate(places) == before


# Around the text


def test_the_next_chapter_and_the_one_before(visit: Visit) -> None:
    page = visit("background/")
    footer = page.locator("footer")
    assert footer.get_by_role("link", name="Previous: Key terms").get_attribute("href") == "../key-terms/"
    footer.get_by_role("link", name="Next: Stakeholders").click()
    page.wait_for_url("**/stakeholders/")


def test_the_contents_follow(visit: Visit) -> None:
    page = visit("key-terms/")
    page.evaluate("document.getElementById('term-unicef').scrollIntoView()")
    entry = page.locator(".md-sidebar--secondary a[href='#term-unicef']")
    expect(entry).to_contain_class("md-nav__link--active")
    expect(entry).to_be_in_viewport()


def test_the_footer_names_edition_and_licence(visit: Visit) -> None:
    notice = visit("background/").locator(".md-copyright")
    expect(notice).to_contain_text("CC BY 4.0")
    expect(notice).to_contain_text("Edition of ")


@pytest.mark.parametrize("width", [320, PHONE, DESKTOP])
@pytest.mark.parametrize("path", ["", "background/"])
def test_the_header_leads_to_help_and_handout(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width)
    header = page.locator("header")
    expect(header.get_by_role("link", name="Get help or report")).to_be_in_viewport(ratio=1)
    if width != DESKTOP:
        header.get_by_role("button", name="Downloads").click()
    expect(header.get_by_role("link", name="Download the handout (PDF)")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_the_files_are_a_menu_that_closes(visit: Visit, scripts: bool) -> None:
    page = visit("background/", width=PHONE, java_script_enabled=scripts)
    button, last = page.locator(".guide-links button"), page.get_by_role("link", name="Download the Word file (DOCX)")
    expect(last).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(last).to_be_focused()
    page.keyboard.press("Escape")
    expect(last).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    expect(last).to_be_in_viewport(ratio=1)
    page.mouse.click(20, 700)
    expect(last).to_be_hidden()


def test_a_phone_s_header_has_room_for_the_guide_s_name(visit: Visit) -> None:
    name = visit("background/", width=PHONE).locator(".md-header__title").bounding_box()
    assert name
    assert name["width"] > PHONE / 4


# Colours


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


@pytest.mark.parametrize(("dark", "name"), [(True, "slate"), (False, "default")])
def test_colours_are_the_device_s_before_the_theme_s_script_has_come(visit: Visit, dark: bool, name: str) -> None:
    page = visit("background/", dark=dark)
    page.evaluate("localStorage.clear()")
    page.route("**/bundle.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    assert page.evaluate("typeof document$") == "undefined"
    assert scheme(page) == name


def test_colours_follow_the_device_until_a_reader_chooses_and_again_after(visit: Visit) -> None:
    page = visit("background/")
    body = page.locator("body")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")

    toggle = page.locator("form[data-md-component=palette] label:visible")
    chosen = ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)", "(prefers-color-scheme)"]
    for media, name in zip(chosen, ["default", "slate", "default"], strict=True):
        toggle.click()
        expect(body).to_have_attribute("data-md-color-scheme", name)
        assert page.evaluate("__md_get('__palette').color.media") == media
        if media != chosen[-1]:
            page.emulate_media(color_scheme="dark" if name == "default" else "light")
            page.reload()
            assert scheme(page) == name
            page.emulate_media(color_scheme="light")

    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    assert scheme(page) == "slate"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_minor_correction_is_a_mark_in_its_line_until_it_is_opened(visit: Visit, scripts: bool) -> None:
    page = visit("stakeholders/", width=PHONE, java_script_enabled=scripts)
    note = page.locator("details.minor").filter(has_text="The original called the guidelines new")
    text, mark = page.get_by_text("The original called the guidelines new"), note.locator("summary")
    expect(text).to_be_hidden()
    line, box = (
        note.evaluate("node => node.previousElementSibling.getBoundingClientRect().toJSON()"),
        mark.bounding_box(),
    )
    assert box
    assert line["top"] < box["y"] + box["height"] / 2 < line["bottom"] + box["height"]
    mark.focus()
    page.keyboard.press("Enter")
    expect(text).to_be_visible()
