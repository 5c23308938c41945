"""Material's search worker with the engine's words of each language that the theme offers: no search is dead."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import material
import pytest

from studyguide.outputs.site.search_files import LANGUAGES, PACK, language_script
from studyguide.outputs.site.search_index import SEPARATOR
from studyguide.outputs.site.search_pack import search_pack, searched_languages
from tests.browser.conftest import Visit
from tests.browser.server import serving

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
  for (const query of queries) found.push((await ask(2, query)).items.flat().some(({ score }) => score > 0));
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


def index_of(code: str, title: str) -> dict[str, object]:
    """Return an index of two sections, of which one has the title."""
    config = {
        "lang": [PACK] if languages_of(code) else ["en"],
        "separator": SEPARATOR,
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 100}, "text": {"boost": 1}},
    }
    docs = [{"location": "", "title": "1234", "text": ""}, {"location": "#a", "title": title, "text": ""}]
    return {"config": config, "docs": docs, "options": {"suggest": True}}


def test_every_word_and_its_beginning_is_found_in_each_language(visit: Visit) -> None:
    """The words are those by which the theme asks for a search, in its own translations."""
    page = visit()
    (worker,) = (_THEME / _SCRIPTS / "workers").glob("search.*.js")
    missed = []
    for code in CODES:
        title = translated(code, "search.result.placeholder") or translated(code, "search")
        words = [word for word in map(_bare, title.split()) if len(word) > 2]  # English has no "to"
        assert words, code
        queries = [*words, *(word[:3] for word in words), *(word.upper() for word in words)]
        asked = [code, f"{_SCRIPTS}/workers/{worker.name}", index_of(code, title), queries]
        found = page.evaluate(_ASK, asked)
        missed += [(code, query) for query, is_found in zip(queries, found, strict=True) if not is_found]
    assert missed == []
