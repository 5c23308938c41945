"""Material's search worker with the engine's words of each language that the theme offers: no search is dead."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import material
import pytest
from playwright.sync_api import Page

from studyguide.data.guide import Guide
from studyguide.data.paths import KEY_TERMS_PAGE
from studyguide.outputs.site.search_files import LANGUAGES, PACK, language_script
from studyguide.outputs.site.search_index import Amender, Entry, SearchedPage, finished_index
from studyguide.outputs.site.search_pack import WORD_SEPARATOR, search_pack, searched_languages
from tests.browser.conftest import Visit
from tests.browser.server import serving
from tests.helpers import a_term
from tests.languages.test_term_forms import TABLES

_THEME = Path(material.__file__).parent / "templates"
_SCRIPTS = "assets/javascripts"
CODES = sorted(path.stem for path in (_THEME / "partials" / "languages").glob("*.html"))
_ASK = """async ([code, worker, index, queries]) => {
  const search = new Worker(`${code}/${worker}`);
  const ask = (type, data) => new Promise((answer, refuse) => {
    search.onmessage = ({ data }) => answer(data.data);
    search.onerror = ({ message }) => refuse(new Error(message));
    search.postMessage({ type, data });
    setTimeout(() => refuse(new Error(`no answer in ${code}`)), 5000);
  });
  await ask(0, index);
  const found = [];
  for (const query of queries) {
    const { items } = await ask(2, query);
    const [first] = items.flat().filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
    found.push(first ? first.location : "");
  }
  search.terminate();
  return found;
}"""


def translated(code: str, name: str) -> str:
    """Return a message of the theme in a language; empty if it has none."""
    text = (_THEME / "partials" / "languages" / f"{code}.html").read_text(encoding="utf-8")
    found = re.search(rf'"{re.escape(name)}": "([^"]*)"', text)
    return found[1] if found else ""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the worker is served, with the scripts of each language in a folder of its own."""
    root = tmp_path_factory.mktemp("workers")
    for name in ("index.html", "404.html"):
        (root / name).write_text("<!doctype html><link rel=icon href='data:,'>", encoding="utf-8")
    for code in CODES:
        shutil.copytree(_THEME / _SCRIPTS / "workers", root / code / _SCRIPTS / "workers")
        (root / code / LANGUAGES / "min").mkdir(parents=True)
        shutil.copy(_THEME / language_script("stemmer.support"), root / code / LANGUAGES / "min")
        if languages := languages_of(code):
            (root / code / language_script(PACK)).write_text(search_pack(languages, _THEME), encoding="utf-8")
    with serving(root) as served:
        yield served


def languages_of(code: str) -> list[str]:
    """Return the languages of a guide in a language whose settings name none: then Material chooses."""
    return searched_languages(code, [translated(code, "search.config.lang") or "en"])


def _bare(word: str) -> str:
    return word.strip(".…。,")


def index_of(code: str, entries: list[Entry]) -> Entry:
    """Return the index of a guide in a language, with the entries of a page."""
    config = {"lang": ["en"], "pipeline": ["stopWordFilter"], "fields": {}}
    docs = [{"location": "key-terms/", "title": "1234", "text": ""}, *entries]
    index = finished_index({"config": config, "docs": docs}, (), None)
    if languages_of(code):
        index["config"] |= {"lang": [PACK], "separator": WORD_SEPARATOR}
    return {**index, "options": {"suggest": True}}


def first_found(page: Page, code: str, entries: list[Entry], queries: list[str]) -> dict[str, str]:
    """Return the location of what each query finds first; empty for nothing."""
    (worker,) = (_THEME / _SCRIPTS / "workers").glob("search.*.js")
    found = page.evaluate(_ASK, [code, f"{_SCRIPTS}/workers/{worker.name}", index_of(code, entries), queries])
    return dict(zip(queries, found, strict=True))


def test_every_word_and_its_beginning_is_found_in_each_language(visit: Visit) -> None:
    """The words are those by which the theme asks for a search, in its own translations."""
    page, missed = visit(), []
    for code in CODES:
        title = translated(code, "search.result.placeholder") or translated(code, "search")
        words = [word for word in map(_bare, title.split()) if len(word) > 2]  # English has no "to"
        assert words, code
        queries = [*words, *(word[:3] for word in words), *(word.upper() for word in words)]
        found = first_found(page, code, [{"location": "key-terms/#a", "title": title, "text": ""}], queries)
        missed += [(code, query) for query, place in found.items() if not place]
    assert missed == []


@pytest.mark.parametrize("code", [code for code in TABLES if code != "zh"])  # whose forms are whole sentences
def test_a_term_is_found_by_the_forms_of_its_grammar(visit: Visit, code: str) -> None:
    """Nine in ten forms find the term first, or another that has that very form in its name."""
    rows = TABLES[code]
    terms = tuple(a_term(str(place), row["term"], aliases=row.get("aliases", ())) for place, row in enumerate(rows))
    plain = [{"location": f"key-terms/#{term.anchor}", "title": term.name, "text": ""} for term in terms]
    amender = Amender.of(Guide(terms=terms), {KEY_TERMS_PAGE: "key-terms/"}, is_folded=True)
    entries = amender.amend(plain, SearchedPage(KEY_TERMS_PAGE, "key-terms/", "1234", ""))
    wanted: dict[str, set[str]] = {}
    for term, row in zip(terms, rows, strict=True):
        for form in (*row.get("forms", ()), *row.get("missed", ())):
            wanted.setdefault(_typed(form), set()).add(f"key-terms/#{term.anchor}")
    for typed, places in wanted.items():
        places |= {f"key-terms/#{term.anchor}" for term in terms if typed.lower() in " ".join(term.forms).lower()}
    found = first_found(visit(), code, entries, [*wanted])
    missed = [typed for typed, place in found.items() if place not in wanted[typed]]
    assert len(missed) <= len(wanted) / 10, missed


def _typed(form: str) -> str:
    """Return `exploitation` for `l'[exploitation]`: brackets show what is meant."""
    inner = re.search(r"\[(.*)\]", form, re.DOTALL)
    return " ".join((inner[1] if inner else form).split())
