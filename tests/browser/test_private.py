"""A visit stays private: the policy holds in a real browser, and nothing is kept but the reader's own settings."""

import pytest

from tests.browser.conftest import Visit
from tests.paths import ROOT

PAGES = sorted(f"{path.stem}/" if path.stem != "index" else "" for path in (ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.rstrip("/") or "home")
def test_page_works_under_its_policy_and_sets_no_cookie(visit: Visit, path: str) -> None:
    page = visit(path)
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    page.wait_for_function("typeof document$ === 'object'")  # Material's script has run
    assert page.context.cookies() == []


def test_policy_stops_what_is_not_the_theme_s_own(visit: Visit, faults: list[str]) -> None:
    page = visit()
    with page.expect_event("requestfailed") as stopped:
        page.evaluate(
            """() => {
                const script = document.body.appendChild(document.createElement("script"));
                script.textContent = "window.ran = true";
                document.body.insertAdjacentHTML("beforeend", "<img src='https://example.org/pixel.png'>");
            }"""
        )
    assert stopped.value.failure == "csp"
    assert page.evaluate("window.ran") is None
    assert len([fault for fault in faults if "Content Security Policy" in fault]) == 2
    faults.clear()


def test_only_the_reader_s_own_settings_are_kept(visit: Visit) -> None:
    page = visit("background/")
    page.locator("form[data-md-component=palette] label:visible").click()
    page.keyboard.press("/")
    page.keyboard.type("note")
    page.locator(".md-search-result__item a").first.wait_for()
    kept = page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]")
    assert [name.split(".")[-1] for name in kept[0]] == ["__palette"]
    assert page.context.cookies() == []


def test_link_to_another_site_says_nothing_of_this_one(visit: Visit) -> None:
    links = visit("bibliography/").locator("a[href^='http']").all()
    strangers = [link for link in links if "127.0.0.1" not in (link.get_attribute("href") or "")]
    assert strangers
    assert {link.get_attribute("rel") for link in strangers} == {"noopener noreferrer"}
