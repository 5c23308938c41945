"""Search in a real browser: what a delegate types finds the right place first, and what it shows reads well."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from studyguide.data.guide import Guide, load_guide
from tests.browser.conftest import PATIENCE, PHONE, Visit
from tests.paths import ROOT

FIRST = {
    "CSAM": "key-terms/#term-csam",
    "csam": "key-terms/#term-csam",
    "child sexual abuse material": "key-terms/#term-csam",
    "sextortion": "key-terms/#term-sextortion",
    "lanzarote": "previous-attempts/#lanzarote",
    "Lanzarote Convention": "previous-attempts/#lanzarote",
    "esafety": "stakeholders/#australia",
    "eSafety": "stakeholders/#australia",
    "e-safety": "stakeholders/#australia",
    "Europol": "stakeholders/#europol",
    "INHOPE": "key-terms/#term-inhope",
    "grooming": "background/#online-grooming",
    "2007": "previous-attempts/#lanzarote",
    "2003": "timeline/#event-vgt-2003",
    "sexual abuse": "key-terms/#term-sexual-abuse",
    "perpetrators": "key-terms/#term-perpetrator",
    "covid19": "background/#covid-19",
    "World Bank": "bibliography/#ref-worldbank2020poverty",
    "stakeholders": "stakeholders/",
}
_RESULTS = ".md-search-result__link"
ASK = """async (queries) => {
  const { search } = JSON.parse(document.getElementById("__config").textContent);
  const index = await (await fetch("search/search_index.json")).json();
  const worker = new Worker(search);
  const ask = (type, data) => new Promise((answer) => {
    worker.onmessage = ({ data }) => answer(data.data);
    worker.postMessage({ type, data });
  });
  await ask(0, { ...index, options: { suggest: true } });
  const found = [];
  for (const query of queries) {
    const { items } = await ask(2, query);
    found.push(items.flat().sort((a, b) => b.score - a.score).filter(({ score }) => score > 0));
  }
  worker.terminate();
  return found.map((items) => items.map(({ location, title }) => [location, title.replace(/<\\/?mark>/g, "")]));
}"""
Results = list[tuple[str, str]]


@pytest.fixture(scope="module")
def guide() -> Guide:
    """What the guide's data says, from which the tests know what a search should find."""
    return load_guide(ROOT, "styles/mla-notes.csl")


@pytest.fixture
def ask(visit: Visit) -> Callable[[list[str]], dict[str, Results]]:
    """Ask Material's own worker: what each query finds, best first, as address and title."""
    page = visit()
    return lambda queries: dict(zip(queries, page.evaluate(ASK, queries), strict=True))


def search(page: Page, query: str) -> None:
    page.get_by_role("button", name="Search").or_(page.get_by_role("textbox", name="Search")).first.click()
    page.keyboard.type(query)


@pytest.mark.parametrize(("query", "place"), FIRST.items(), ids=FIRST)
def test_first_result_is_the_right_place(visit: Visit, query: str, place: str) -> None:
    page = visit("solutions/")
    search(page, query)
    path, _, anchor = place.partition("#")
    address = re.compile(rf"/{path}\?h=[^#]*{'#' + re.escape(anchor) if anchor else ''}$")
    expect(page.locator(_RESULTS).first).to_have_attribute("href", address)
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)
    if anchor:
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_every_term_is_found_by_each_of_its_names(ask: Callable[[list[str]], dict[str, Results]], guide: Guide) -> None:
    wanted = {form: term.anchor for term in guide.terms for form in term.forms}
    for form, results in ask([*wanted]).items():
        assert f"key-terms/#{wanted[form]}" in [place for place, _ in results[:5]], form


def test_every_name_of_a_term_of_one_word_finds_it_first(
    ask: Callable[[list[str]], dict[str, Results]], guide: Guide
) -> None:
    wanted = {form: term.anchor for term in guide.terms for form in term.forms if " " not in form}
    assert {form: results[0][0] for form, results in ask([*wanted]).items()} == {
        form: f"key-terms/#{anchor}" for form, anchor in wanted.items()
    }


def test_every_event_is_found_by_its_title_and_by_its_date(
    ask: Callable[[list[str]], dict[str, Results]], guide: Guide
) -> None:
    wanted = {words: event.anchor for event in guide.events for words in (event.title, event.date.words)}
    for words, results in ask([*wanted]).items():
        assert f"timeline/#{wanted[words]}" in [place for place, _ in results[:3]], words


def test_every_author_finds_a_work_of_theirs_first(
    ask: Callable[[list[str]], dict[str, Results]], guide: Guide
) -> None:
    works: dict[str, set[str]] = {}
    for source in guide.sources:
        author = source.fields.get("author", "")
        for name in author.split(" and ") if author and "{" not in author else ():
            works.setdefault(name.partition(",")[0], set()).add(f"bibliography/#{source.anchor}")
    assert len(works) > 5
    for name, results in ask([*works]).items():
        assert results[0][0] in works[name], name


def test_every_organisation_finds_a_work_of_theirs_or_what_the_guide_says_of_it(
    ask: Callable[[list[str]], dict[str, Results]], guide: Guide
) -> None:
    works: dict[str, set[str]] = {}
    for source in guide.sources:
        author = source.fields.get("author", "")
        if author.startswith("{") and author.endswith("}"):
            works.setdefault(author.strip("{}"), set()).add(f"bibliography/#{source.anchor}")
    for name, results in ask([*works]).items():
        place, _ = results[0]
        assert place in works[name] or not place.startswith(("bibliography/", "corrections/")), name
        assert works[name] & {place for place, _ in results[:12]}, name


def test_link_over_a_group_leads_to_what_fits_best(visit: Visit) -> None:
    page = visit()
    search(page, "lanzarote")
    group = page.locator(".md-search-result__item").first
    expect(group.locator("h1")).to_have_text("Previous attempts to solve the issue")
    group.locator("h1").click()
    expect(page).to_have_url(re.compile(r"/previous-attempts/\?h=lanzarote#lanzarote$"))


def test_text_that_comes_without_a_key_is_searched_for(visit: Visit) -> None:
    """As what is pasted with the mouse, spoken, or chosen from the list of an input method."""
    page = visit()
    search(page, "")
    page.keyboard.insert_text("sextortion")
    expect(page.locator(_RESULTS).first).to_have_attribute("href", re.compile("#term-sextortion"))


def test_teaser_is_the_text_and_nothing_else(visit: Visit) -> None:
    page = visit(width=PHONE)
    page.locator("label[for=__search]:visible").first.click()
    page.keyboard.type("CSAM")
    teaser = page.locator(".md-search-result__item").first.locator("article").nth(1)
    expect(teaser).to_contain_text("CSAM is child sexual abuse material")
    expect(teaser.locator("mark")).to_have_count(2)
    expect(teaser).not_to_contain_text(re.compile("Mentioned in|See also|↩"))


def test_index_holds_neither_notes_nor_links_back(visit: Visit) -> None:
    page = visit()
    index = page.evaluate("async () => (await fetch('search/search_index.json')).text()")
    assert not re.search(r"↩|\bMentioned in \d|\bLinked from \d|\bCited in:|>In the timeline<|https?://", index)


def test_suggestion_completes_the_word_and_the_page_marks_it(visit: Visit) -> None:
    page = visit()
    search(page, "lanz")
    expect(page.locator("[data-md-component=search-suggest]")).to_have_text("lanzarote")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-md-component=search-query]")).to_have_value("lanzarote")
    first = page.locator(_RESULTS).first
    expect(first).to_have_attribute("href", re.compile("h=lanzarote"))  # the results for what was typed are still there
    first.click()
    mark = page.locator("mark[data-md-highlight]").first
    expect(mark).to_have_text(re.compile("lanzarote", re.IGNORECASE), timeout=PATIENCE)


def test_search_goes_on_without_a_network(visit: Visit) -> None:
    page = visit("background/")
    page.wait_for_load_state("networkidle")  # the index and the worker have come
    page.context.set_offline(True)
    search(page, "sextortion")
    expect(page.locator(_RESULTS).first).to_have_attribute("href", re.compile("#term-sextortion$"))


def test_what_is_not_there_is_said(visit: Visit) -> None:
    page = visit()
    search(page, "zzyzx")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
