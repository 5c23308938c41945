"""Tests of data.guide: the real guide loads, and whatever is wrong with another one is among its problems."""

import shutil
from pathlib import Path

import pytest

from studyguide.data.guide import Guide, load_guide
from tests.helpers import span
from tests.paths import ENGINE, ROOT

STYLE = "styles/mla-notes.csl"
"""One that the engine ships, beside which a guide can have its own."""
OWN_STYLE = "styles/own.csl"
FILES = {
    "glossary.yaml": "- {id: a, term: A, definition: D}\n- {id: b, term: B}\n",
    "timeline.yaml": "- {id: e, date: 2007, title: T}\n- {id: f, date: soon, title: T}\n",
    "bibliography.bib": "@online{k, title = {T}, url = {https://u}}\n@online{l, url = {https://u}}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A guide whose second term, event and source have one fault each."""
    for path, text in FILES.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "styles").mkdir()
    shutil.copy(ENGINE / STYLE, tmp_path / OWN_STYLE)
    return tmp_path


def problems(guide: Guide) -> list[str]:
    return [str(problem) for problem in guide.problems]


def test_the_real_guide_loads_with_no_problem() -> None:
    guide = load_guide(ROOT, STYLE)
    assert problems(guide) == []
    assert frozenset(term.id for term in guide.terms) == guide.term_ids
    assert frozenset(event.id for event in guide.events) == guide.event_ids
    assert frozenset(source.key for source in guide.sources) == guide.source_keys


def test_the_real_timeline_is_in_date_order() -> None:
    guide = load_guide(ROOT, STYLE)
    in_file = sorted(guide.events, key=lambda event: event.where.line)
    assert list(guide.events) == in_file


def test_all_faults_are_told_in_one_go(folder: Path) -> None:
    guide = load_guide(folder, OWN_STYLE)
    told = problems(guide)
    assert [line.split(": ")[0] for line in told] == ["glossary.yaml:2:3", "timeline.yaml:2:17", "bibliography.bib:2:1"]
    assert ([term.id for term in guide.terms], guide.term_ids) == (["a"], frozenset("ab"))
    assert ([event.id for event in guide.events], guide.event_ids) == (["e"], frozenset("ef"))
    assert ([source.key for source in guide.sources], guide.source_keys) == (["k", "l"], frozenset("kl"))


def test_the_texts_that_citeproc_needs_are_kept(folder: Path) -> None:
    guide = load_guide(folder, OWN_STYLE)
    assert guide.bibliography == FILES["bibliography.bib"]
    assert guide.style == (ENGINE / STYLE).read_text(encoding="utf-8")


def test_a_style_of_the_engine_is_used_unless_the_guide_has_one_of_that_name(folder: Path) -> None:
    assert load_guide(folder, STYLE).style == (ENGINE / STYLE).read_text(encoding="utf-8")
    (folder / STYLE).write_text("<style/>", encoding="utf-8")
    assert load_guide(folder, STYLE).style == "<style/>"


def test_settings_are_kept(folder: Path) -> None:
    contact = span("Ask *us*.", "mkdocs.yml")
    guide = load_guide(folder, OWN_STYLE, contact=contact, language="fr")
    assert (guide.contact, guide.language) == (contact, "fr")
    assert (load_guide(folder, OWN_STYLE).contact, load_guide(folder, OWN_STYLE).language) == (None, "en-GB")


@pytest.mark.parametrize("path", [*FILES, OWN_STYLE])
@pytest.mark.parametrize("content", [None, b"caf\xe9"], ids=["missing", "no UTF-8"])
def test_a_file_that_cannot_be_read_is_one_problem(folder: Path, path: str, content: bytes | None) -> None:
    others = [line for line in problems(load_guide(folder, OWN_STYLE)) if not line.startswith(path)]
    (folder / path).unlink()
    if content:
        (folder / path).write_bytes(content)
    guide = load_guide(folder, OWN_STYLE)
    told = [line for line in problems(guide) if line.startswith(f"{path}:1: This file is ")]
    assert len(told) == 1
    assert sorted(problems(guide)) == sorted(others + told)
    assert (guide.term_ids is None) == (path == "glossary.yaml")
    assert (guide.event_ids is None) == (path == "timeline.yaml")
    assert (guide.source_keys is None) == (path == "bibliography.bib")


@pytest.mark.parametrize("path", FILES)
def test_a_merge_conflict_is_all_that_is_told_of_its_file(folder: Path, path: str) -> None:
    others = [line for line in problems(load_guide(folder, OWN_STYLE)) if not line.startswith(path)]
    first, second = FILES[path].splitlines()
    conflict = f"{first}\n<<<<<<< HEAD\n{second}\n=======\n{second}\n{second}\n>>>>>>> other\n"
    (folder / path).write_text(conflict, encoding="utf-8")
    guide = load_guide(folder, OWN_STYLE)
    told = [line for line in problems(guide) if line.startswith(f"{path}:2:1: A merge conflict is left here.")]
    assert len(told) == 1
    assert sorted(problems(guide)) == sorted(others + told)
    unknown = [guide.term_ids is None, guide.event_ids is None, guide.source_keys is None]
    assert unknown == [path == name for name in FILES]


@pytest.mark.parametrize("path", ["glossary.yaml", "timeline.yaml"])
def test_of_a_file_with_broken_syntax_no_id_is_known(folder: Path, path: str) -> None:
    (folder / path).write_text("- id: 'a\n", encoding="utf-8")
    guide = load_guide(folder, OWN_STYLE)
    assert sum("not valid YAML" in line for line in problems(guide)) == 1
    assert (guide.term_ids is None, guide.event_ids is None) == (path == "glossary.yaml", path == "timeline.yaml")


def test_empty_data_files_make_an_empty_guide(folder: Path) -> None:
    for path in FILES:
        (folder / path).write_text("", encoding="utf-8")
    guide = load_guide(folder, OWN_STYLE)
    assert (guide.problems, guide.terms, guide.events, guide.sources) == ((), (), (), ())
    assert (guide.term_ids, guide.event_ids, guide.source_keys) == (None, None, None)  # told once, in lint.empty_lists


@pytest.mark.parametrize(
    ("style", "content", "message"),
    [
        ("styles/empty.csl", "", "not well-formed XML"),
        ("styles/page.csl", "<html></html>", "This file is no CSL style."),
        ("styles/none.csl", None, "This file is missing."),
        ("styles", None, "This file cannot be read"),
    ],
)
def test_a_style_that_cannot_be_used_is_told(folder: Path, style: str, content: str | None, message: str) -> None:
    if content is not None:
        (folder / style).write_text(content, encoding="utf-8")
    told = [line for line in problems(load_guide(folder, style)) if line.startswith(f"{style}:")]
    assert len(told) == 1
    assert message in told[0]
