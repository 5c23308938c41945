"""The guide from `make zip`, unpacked and opened by double-click: no server, and nothing of it missing."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urldefrag
from zipfile import ZipFile

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.test_accessibility import search
from tests.paths import ROOT

DAY = str(24 * 3600 * 365 * 50)
TERMS = yaml.safe_load((ROOT / "glossary.yaml").read_text(encoding="utf-8"))
TERM = next((term for term in TERMS if term["id"] == "csam"), TERMS[0])
START = "study-guide/Open me.html"


def make_zip(folder: Path) -> bytes:
    """Run what `make zip` runs."""
    settings = os.environ | {"PORTABLE": "true", "SOURCE_DATE_EPOCH": DAY, "SITE_URL": "https://example.org/guide/"}
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    site, target = str(folder / "portable"), str(folder / "site.zip")
    for command in (
        [mkdocs, "build", "--strict", "-d", site],
        [sys.executable, "-m", "studyguide", "zip", site, target],
    ):
        made = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stderr
    return (folder / "site.zip").read_bytes()


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zip")
    make_zip(folder)
    return folder / "site.zip"


@pytest.fixture(scope="module")
def unpacked(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where somebody unpacks it: in a path with spaces and letters of all kinds."""
    folder = tmp_path_factory.mktemp("USB stick") / "Ελένη's Übung & 100% #1"
    with ZipFile(packed) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def address(unpacked: Path) -> str:
    """Any request outside this folder is a fault."""
    return f"{unpacked.as_uri()}/"


def path_of(page: Page) -> Path:
    return Path(unquote(page.url.removeprefix("file://").split("?")[0].split("#")[0]))


def test_the_same_commit_gives_the_same_bytes(packed: Path, tmp_path: Path) -> None:
    assert make_zip(tmp_path) == packed.read_bytes()


def test_zip_holds_one_folder_and_shows_where_to_start(unpacked: Path) -> None:
    assert [path.name for path in unpacked.iterdir()] == ["study-guide"]
    assert sorted(path.name for path in (unpacked / "study-guide").iterdir()) == ["Open me.html", "guide"]
    assert not list(unpacked.rglob("*.map"))


def test_double_click_leads_to_the_guide(visit: Visit, unpacked: Path) -> None:
    page = visit(START)
    page.wait_for_url("**/guide/index.html")
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 0
    assert page.locator(".guide-offline, link[rel=manifest]").count() == 0


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_every_chapter_is_reached_by_the_menu(visit: Visit, unpacked: Path, width: int) -> None:
    page = visit("study-guide/guide/index.html", width=width)
    names = page.locator(".md-nav--primary > .md-nav__list > .md-nav__item > a.md-nav__link").all_text_contents()
    assert len(names) >= 9
    for name in map(str.strip, names[1:]):  # the first is open
        if width == PHONE:
            page.locator(".md-header [for=__drawer]").click()
        link = page.locator(".md-nav--primary > .md-nav__list").get_by_role("link", name=name, exact=True)
        link.and_(page.locator(".md-nav__link")).first.click()
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(".md-header")).to_have_css("position", "sticky")
        assert path_of(page).is_file()


def test_a_country_is_chosen_and_marked(visit: Visit) -> None:
    page = visit("study-guide/guide/countries.html")
    page.locator(".guide-all-countries").select_option("France")
    page.goto("study-guide/guide/stakeholders.html")
    expect(page.locator("span.guide-mine").first).to_be_visible()
    page.goto("study-guide/guide/index.html")
    page.locator("summary").filter(has_text="My country: France").click()
    page.get_by_role("link", name="Stakeholders: France").click()
    page.wait_for_url("**/stakeholders.html#france")


def test_every_link_within_the_guide_leads_somewhere(visit: Visit, unpacked: Path, address: str) -> None:
    page = visit("study-guide/guide/index.html")
    to_see, seen, places = (
        [file.as_uri() for file in (unpacked / "study-guide" / "guide").rglob("*.html")],
        set[str](),
        set[str](),
    )
    wanted: dict[str, str] = {}
    while to_see:
        page.goto(to_see.pop())
        seen.add(page.url)
        places |= {
            f"{page.url}#{id}" for id in page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
        }
        links = page.evaluate(
            "[...document.querySelectorAll('a[href]')].map((a) => new URL(a.getAttribute('href'), location.href).href)"
        )
        for link in filter(lambda link: link.startswith("file:"), links):
            target, anchor = urldefrag(link)
            assert target.startswith(address), link
            assert Path(unquote(target.removeprefix("file://"))).is_file(), link
            if anchor and anchor != "__top":
                wanted[f"{target}#{unquote(anchor)}"] = page.url
            if target.endswith(".html") and target not in {*seen, *to_see}:
                to_see.append(target)
    assert len(seen) >= 10
    assert {place: on for place, on in wanted.items() if place not in places} == {}


def test_search_finds_and_leads_there(visit: Visit) -> None:
    page = visit("study-guide/guide/timeline.html")
    search(page, TERM["term"])
    page.locator(f".md-search-result__link[href$='#term-{TERM['id']}']").first.click()
    page.wait_for_url(f"**/guide/key-terms.html?h=*#term-{TERM['id']}")
    expect(page.locator(f"#term-{TERM['id']}")).to_be_in_viewport()
    expect(page.locator(".md-content mark:visible").first).to_be_visible()


def test_tips_and_filters_work(visit: Visit, unpacked: Path) -> None:
    guide = unpacked / "study-guide" / "guide"
    names = [file.name for file in guide.glob("*.html") if 'class="guide-term"' in file.read_text(encoding="utf-8")]
    page = visit(f"study-guide/guide/{names[0]}")
    page.locator("article a.guide-term").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.goto(page.url.replace(names[0], "key-terms.html"))
    page.get_by_role("searchbox").or_(page.locator(".guide-term-filter input")).first.fill("zzyzx")
    expect(page.locator(".guide-term-filter [role=status]")).to_contain_text(" of ")
    page.goto(page.url.replace("key-terms", "timeline"))
    page.locator(".guide-timeline-filter select").first.select_option(index=1)
    expect(page.locator(".guide-timeline-filter [role=status]")).to_contain_text(" of ")


def test_handout_opens(visit: Visit, unpacked: Path) -> None:
    page = visit("study-guide/guide/index.html")
    for name in ("Download the handout", "Quick reference"):
        link = page.get_by_role("article").get_by_role("link", name=name)
        href = link.evaluate("({href}) => href")
        file = Path(unquote(href.removeprefix("file://")))
        assert file.read_bytes().startswith(b"%PDF")


def test_a_page_is_cited_where_it_is_online(visit: Visit) -> None:
    page = visit("study-guide/guide/background.html")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == "https://example.org/guide/background/"
    expect(page.locator(".guide-cite p").first).to_contain_text("https://example.org/guide/background/")
