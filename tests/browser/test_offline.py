"""'Save for offline' in a real browser: the guide without a network, one edition at a time, and only when asked for."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Request, Response, Route, TimeoutError, expect

from studyguide.outputs.site.offline import WORKER, News, cached_files, write_worker
from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.server import serving
from tests.browser.test_accessibility import search
from tests.built_once import published_guide
from tests.paths import ROOT

FOLDER = "guide"
FIRST, SECOND = "first", "second"
NEW_PAGE = "new-chapter/"
DAY = "1 January 2031"
NEWS = "New, changed or gone since edition 1: Poverty"
OLDER_NEWS = "What changed before edition 1 is not listed. " + NEWS
TERM = yaml.safe_load((ROOT / "glossary.yaml").read_text(encoding="utf-8"))[0]
_KEPT = """async () => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  return [(await caches.keys()).sort(), registrations.map(({ scope }) => scope)];
}"""
_FORGET_EDITION = """async () => {
  const [name] = (await caches.keys()).filter((name) => name.endsWith("/"));
  const notes = await caches.open(name);
  const address = (await notes.keys()).find(({ url }) => !url.includes("?"));
  const { last, ...others } = await (await notes.match(address)).json();
  if (!last) throw new Error("no edition was kept");
  await notes.put(address, new Response(JSON.stringify(others)));
}"""
"""The note that says what is kept, as it was before it named the last edition."""
_FETCH = "async (path) => (await (await fetch(path)).text())"


def files_below(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own guide, built for a folder of a host."""
    return published_guide(tmp_path_factory, FOLDER).site


@pytest.fixture(scope="module")
def editions(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The guide as built, and a later edition of it: other pages, another index, a new page, styles by another name.

    Between these two lies another edition, which no reader has saved and since which nothing has changed.
    """
    second = tmp_path_factory.mktemp("later") / "site"
    shutil.copytree(site, second)
    (style,) = second.glob("assets/stylesheets/guide.*.css")
    style.rename(style.with_name("guide.ffffffff.css"))
    shutil.copytree(second / "background", second / NEW_PAGE)
    for page in second.rglob("*.html"):
        text = page.read_text(encoding="utf-8").replace(style.name, "guide.ffffffff.css")
        page.write_text(re.sub(r"Edition of [^.]*", f"Edition of {DAY}", text), encoding="utf-8")
    index = second / "search" / "search_index.json"
    index.write_text(index.read_text(encoding="utf-8") + " ", encoding="utf-8")
    files = files_below(second)
    between = "99 of 2030-12-31"
    news = News(between, {between: "", last_edition(site): NEWS}, OLDER_NEWS)
    worker = write_worker({name: files[name] for name in cached_files(files)}, DAY, "3.3 MB", news)
    (second / WORKER).write_text(worker, encoding="utf-8")
    return {FIRST: site, SECOND: second}


def last_edition(site: Path) -> str:
    """The name of the last edition that was made before the site was built."""
    worker = (site / WORKER).read_text(encoding="utf-8")
    name: str = json.loads(worker[worker.index("{") : worker.index(";\n")])["news"]["last"]
    return name


@pytest.fixture
def publish(editions: dict[str, Path], tmp_path: Path) -> Callable[[str], None]:
    """`publish(SECOND)` puts an edition in the other's place."""
    host = tmp_path / FOLDER

    def put(edition: str) -> None:
        new, old = tmp_path / "new", tmp_path / "old"
        shutil.copytree(editions[edition], new)
        if host.exists():
            host.rename(old)
        new.rename(host)  # at once, as hosts do: an open page may just be asking whether there is another edition
        shutil.rmtree(old, ignore_errors=True)

    put(FIRST)
    shutil.copy(host / "404.html", tmp_path)  # what a host answers from
    return put


@pytest.fixture
def address(publish: Callable[[str], None], tmp_path: Path) -> Iterator[str]:
    """Where the guide is served: below a folder."""
    with serving(tmp_path) as served:
        yield f"{served}{FOLDER}/"


def _note_failure(request: Request, failed: list[str]) -> None:
    if request.failure != "net::ERR_ABORTED":  # it was still under way when the next page was opened
        failed.append(f"{request.url}: {request.failure}")


def control(page: Page) -> Locator:
    return page.get_by_role("group", name="This guide without a network")


def status(page: Page) -> Locator:
    return control(page).get_by_role("status")


def press(page: Page, name: str) -> None:
    control(page).get_by_role("button", name=name).click()


def save(page: Page) -> None:
    press(page, "Save for offline")
    expect(status(page)).to_contain_text("is saved on this device")


def go(page: Page, address: str) -> Response | None:
    """Chromium loses a load that begins in the moment when a new worker takes over; a reader would try again, too."""
    try:
        return page.goto(address, timeout=10_000)
    except TimeoutError:
        return page.goto(address)


def reload(page: Page) -> None:
    try:
        page.reload(timeout=10_000)
    except TimeoutError:
        page.goto(page.url)


def expect_offer(page: Page, news: str = NEWS) -> None:
    """So soon after the first worker, Chromium may let the look for a new one wait; each page looks again."""
    words = f"A new one, of {DAY}, is here: 3.3 MB. {news}"
    for _ in range(8):
        with suppress(AssertionError):
            expect(status(page)).to_contain_text(words, timeout=8_000)
            return
        reload(page)
    expect(status(page)).to_contain_text(words)


def edition(page: Page) -> str:
    words = page.locator(".md-copyright__highlight").inner_text()
    return SECOND if DAY in words else FIRST


def kept(page: Page) -> tuple[list[str], list[str]]:
    names, scopes = page.evaluate(_KEPT)
    return names, scopes


# Saving


@pytest.mark.parametrize("path", ["", "background/"])
def test_nothing_is_kept_before_the_reader_asks(visit: Visit, path: str) -> None:
    page = visit(path)
    expect(control(page).get_by_role("button")).to_have_text("Save for offline")
    assert kept(page) == ([], [])


def test_size_is_told_before(visit: Visit) -> None:
    page = visit()
    told = re.search(r"([\d.]+) ([KM])B", status(page).inner_text())
    assert told
    save(page)
    size = page.evaluate(
        """async () => {
          let size = 0;
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const key of await cache.keys()) size += (await (await cache.match(key)).arrayBuffer()).byteLength;
          }
          return size;
        }"""
    )
    assert abs(size - float(told[1]) * {"K": 1e3, "M": 1e6}[told[2]]) <= 60_000


def test_all_of_the_guide_opens_without_a_network(
    visit: Visit, publish: Callable[[str], None], address: str, tmp_path: Path
) -> None:
    page = visit(width=PHONE)
    save(page)
    files = files_below(tmp_path / FOLDER)
    failed: list[str] = []
    page.context.on("requestfailed", lambda request: _note_failure(request, failed))
    page.context.set_offline(True)
    shutil.rmtree(tmp_path / FOLDER)
    pages = sorted(name.removesuffix("index.html") for name in files if name.endswith("/index.html"))
    assert len(pages) >= 9
    for path in ["", *pages]:
        go(page, address + path)
        assert page.locator("h1").first.inner_text()
        page.wait_for_function("typeof document$ === 'object'")  # Material's script has run
        assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    for name in ("handout.pdf", "quick-reference.pdf", "assets/images/favicon.svg"):
        content = page.evaluate(
            "async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())]", address + name
        )
        assert bytes(content) == files[name]
    assert failed == []


def test_search_works_without_a_network(visit: Visit, address: str) -> None:
    page = visit()
    save(page)
    page.context.set_offline(True)
    go(page, address + "background/")
    search(page, TERM["term"])
    page.locator(f".md-search-result__link[href$='#term-{TERM['id']}']").first.click()
    page.wait_for_url(f"**/key-terms/?h=*#term-{TERM['id']}")
    expect(page.locator(f"#term-{TERM['id']}")).to_be_in_viewport()


def test_unknown_address_without_a_network(visit: Visit, address: str, faults: list[str]) -> None:
    page = visit()
    save(page)
    page.context.set_offline(True)
    go(page, address + "background?x=1#poverty")
    assert page.url == address + "background/?x=1#poverty"
    answer = go(page, address + "no/such/page/")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    page.get_by_role("article").get_by_role("link", name="Key terms").click()
    page.wait_for_url(address + "key-terms/")
    faults.clear()  # the browser's own words of the address


def test_saving_by_keyboard_keeps_the_focus(visit: Visit) -> None:
    page = visit()
    control(page).get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("is saved on this device")
    assert page.evaluate("document.activeElement.closest('.guide-offline') !== null")


# Failures


@pytest.mark.parametrize(
    ("cause", "words"), [("network", "The network was lost."), ("content", "What came is not the guide")]
)
@pytest.mark.parametrize("before", [None, FIRST])
def test_a_failure_is_told_and_leaves_what_was_there(
    visit: Visit,
    publish: Callable[[str], None],
    address: str,
    faults: list[str],
    cause: str,
    words: str,
    before: str | None,
) -> None:
    page = visit()
    if before:
        save(page)
        publish(SECOND)
        reload(page)
        expect_offer(page)
    there = kept(page)
    route = "**/quick-reference.pdf"
    page.context.route(
        route, lambda route: route.abort() if cause == "network" else route.fulfill(body="Welcome. Please log in.")
    )
    press(page, "Get the new edition" if before else "Save for offline")
    expect(status(page)).to_contain_text(words + (" Nothing has changed." if cause == "network" else ""))
    assert kept(page) == there
    faults.clear()  # the browser's own words of the request that failed
    page.context.unroute(route)
    if before:
        page.context.set_offline(True)
        reload(page)
        assert edition(page) == FIRST
        page.context.set_offline(False)
        press(page, "Get the new edition")
        page.wait_for_event("load")
        assert edition(page) == SECOND
    else:
        save(page)


def test_no_room_is_told(visit: Visit, address: str) -> None:
    page = visit()
    browser = page.context.new_cdp_session(page)
    browser.send("Storage.overrideQuotaForOrigin", {"origin": address.split("/guide")[0], "quotaSize": 300_000})
    press(page, "Save for offline")
    expect(status(page)).to_contain_text("no room")
    assert kept(page) == ([], [])


# Editions


def test_a_new_edition_is_offered_and_comes_as_a_whole(
    visit: Visit, publish: Callable[[str], None], address: str
) -> None:
    page = visit()
    save(page)
    reload(page)
    other = page.context.new_page()
    go(other, address + "timeline/")
    old_index = other.evaluate(_FETCH, address + "search/search_index.json")
    publish(SECOND)
    go(page, address + "background/")
    expect_offer(page)
    go(page, address + "solutions/")
    assert edition(page) == FIRST
    press(page, "Get the new edition")
    page.wait_for_event("load")
    assert edition(page) == SECOND
    expect(status(page)).to_contain_text("is saved on this device")
    # The page that was open before still is of the first edition, with all that it asks for.
    assert edition(other) == FIRST
    assert other.evaluate(_FETCH, address + "search/search_index.json") == old_index
    go(other, address + "timeline/")
    assert edition(other) == SECOND
    assert other.evaluate(_FETCH, address + "search/search_index.json") == old_index + " "
    expect(status(other)).to_contain_text("is saved on this device")
    for _ in range(20):  # the pages of the old edition are gone when the browser says so
        other.reload()
        expect(status(other)).to_contain_text("is saved on this device")
        if len(kept(page)[0]) == 2:
            break
    assert len(kept(page)[0]) == 2  # the edition, and the note that says which it is
    page.context.set_offline(True)
    go(page, address + NEW_PAGE)
    assert edition(page) == SECOND


def test_who_saved_before_editions_were_kept_is_told_what_is_not_listed(
    visit: Visit, publish: Callable[[str], None]
) -> None:
    page = visit()
    save(page)
    page.evaluate(_FORGET_EDITION)
    publish(SECOND)
    reload(page)
    expect_offer(page, OLDER_NEWS)


def test_a_page_that_only_the_new_edition_has_comes_with_its_own_search(
    visit: Visit, publish: Callable[[str], None], address: str
) -> None:
    page = visit()
    save(page)
    reload(page)
    publish(SECOND)
    go(page, address + NEW_PAGE)
    assert edition(page) == SECOND
    assert page.evaluate(_FETCH, address + "search/search_index.json").endswith(" ")
    go(page, address + "background/")
    assert edition(page) == FIRST


# Removing


def test_all_of_it_is_removed(visit: Visit, address: str) -> None:
    page = visit()
    page.evaluate("async () => (await caches.open('guide http://127.0.0.1/other/')).put('/x', new Response('x'))")
    save(page)
    go(page, address + "background/")
    press(page, "Remove from this device")
    expect(status(page)).to_contain_text("Removed.")
    go(page, address + "timeline/")
    assert kept(page) == (["guide http://127.0.0.1/other/"], [])
    save(page)


def test_who_has_no_network_is_asked_before_it_is_removed(visit: Visit) -> None:
    page = visit()
    save(page)
    page.context.set_offline(True)
    page.once("dialog", lambda dialog: dialog.dismiss())
    press(page, "Remove from this device")
    expect(status(page)).to_contain_text("is saved on this device")
    assert len(kept(page)[0]) == 2


# Where it cannot be


@pytest.mark.parametrize(
    "lack",
    [
        "delete Navigator.prototype.serviceWorker",
        "ServiceWorkerContainer.prototype.getRegistration = () => Promise.reject(new DOMException('forbidden'))",
    ],
)
def test_where_nothing_can_be_kept_there_is_no_control(visit: Visit, lack: str) -> None:
    page = visit()
    page.add_init_script(lack)
    reload(page)
    expect(page.locator(".guide-offline")).to_have_count(0)


def test_without_scripts_there_is_no_control(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    expect(page.locator(".guide-offline")).to_be_hidden()


# How it looks


@pytest.mark.parametrize(
    ("path", "width", "dark"),
    [("", PHONE, False), ("", DESKTOP, True), ("background/", PHONE, True), ("background/", DESKTOP, False)],
)
def test_control_is_accessible_in_each_state(
    visit: Visit,
    publish: Callable[[str], None],
    pictures: Path | None,
    faults: list[str],
    path: str,
    dark: bool,
    width: int,
) -> None:
    held: list[Route] = []
    page = visit(path, width=width, dark=dark)
    name = f"offline-{path.strip('/') or 'home'}-{width}-{'dark' if dark else 'light'}"

    def judge(state: str) -> None:
        control(page).scroll_into_view_if_needed()
        if pictures:
            page.screenshot(path=pictures / f"{name}-{state}.png")
        assert Axe().run(page, context=".guide-offline").response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    last = "**/quick-reference.pdf"
    expect(control(page)).to_be_visible()
    judge("none")
    page.context.route(last, lambda route: held.append(route))
    press(page, "Save for offline")
    expect(control(page).get_by_role("progressbar")).to_have_attribute("value", re.compile(r"0\.9"))
    judge("saving")
    held.pop().abort()
    expect(status(page)).to_contain_text("The network was lost.")
    page.context.unroute(last)
    judge("failed")
    save(page)
    judge("saved")
    publish(SECOND)
    reload(page)
    expect_offer(page)
    judge("new")
    faults.clear()  # the browser's own words of the request that failed
