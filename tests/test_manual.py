"""The chairs' pages: an entry for each kind of problem, whose examples are what they say, and nothing for delegates."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.meta import get_data

from studyguide.data.edtf import parse_date
from studyguide.data.guide import load_guide
from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.manual import entries_of, read_page, with_messages
from studyguide.diagnostics.rules import RULES, WARNINGS
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.lint.references import unknown
from studyguide.lint.suppressions import without_allowed
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults
from studyguide.mkdocs.reading import reading_extension
from tests.helpers import markdown_with
from tests.paths import ENGINE, MANUAL, ROOT, SCHEMAS, SITES, STYLES

PAGES = MANUAL
TEMPLATE = ENGINE / "authoring" / "template" / "guide"
BASE = SITES / "examples"


@dataclass(frozen=True)
class Run:
    """The example of an entry, as a guide has it."""

    page: str
    rule: str
    wrong: tuple[str, str]
    """A file of the guide, and what stands in it."""
    mended: tuple[str, str]
    told: list[str]


def examples() -> Iterator[Run]:
    for page in sorted(PAGES.glob("*.md")):
        for entry in entries_of(page.read_text(encoding="utf-8")):
            wrong, mended = ((shown.path, spelt_out(shown.text)) for shown in (entry.wrong, entry.mended))
            yield Run(page.stem, entry.rule, wrong, mended, entry.told.splitlines())


def spelt_out(example: str) -> str:
    """Put in what the pages, which are public and well-formed, leave out."""
    for shown, meant in {
        " AT ": "@",
        "▯": "\uf0b7",
        "␇": "\x07",
        "(600 words)": "word " * 601,
    }.items():
        example = example.replace(shown, meant)
    return example


EXAMPLES = list(examples())


def guide_with(folder: Path, rule: str, path: str, text: str, encoding: str = "utf-8") -> Path:
    """A small guide with an example in it, which uses each term and each source that it gives."""
    guide = shutil.copytree(BASE, folder / "guide")
    shutil.copy(STYLES / "mla-notes.csl", guide / "styles")
    if path == "mkdocs.yml":
        rest = yaml.safe_load((BASE / path).read_text(encoding="utf-8"))
        rest = {name: value for name, value in rest.items() if name not in yaml.safe_load(text)}
        text += yaml.safe_dump(rest)
    elif path == "sources.bib":
        (guide / "bibliography.bib").unlink()
    (guide / path).parent.mkdir(exist_ok=True)
    (guide / path).write_text(text, encoding=encoding)
    texts = text + (guide / "docs" / "background.md").read_text(encoding)
    for asset in (guide / "docs" / "assets").glob("*.[!t]*"):
        if asset.name not in f"{texts} {path}":
            asset.unlink()
    home = ["# Home", *re.findall(r"^ +term: (.*)", (guide / "glossary.yaml").read_text("utf-8"), re.MULTILINE)]
    bibliography = guide / "bibliography.bib"
    if bibliography.exists() and rule != "uncited-source":
        keys = re.findall(r"^@(?!string)\w+\{([\w-]+),", bibliography.read_text("utf-8"), re.MULTILINE)
        home += [f"Cited.[@{key}]" for key in keys]
    if rule == "unused-term":
        del home[1:2]
    (guide / "docs" / "index.md").write_text("\n\n".join(home), encoding="utf-8")
    return guide


def told_of(guide: Path) -> list[str]:
    config = load_config_or_faults(guide)
    problems = config if isinstance(config, list) else find_problems(config)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("page", dict.fromkeys(rule.page for rule in RULES.values()))
def test_a_page_has_an_entry_for_each_of_its_rules_in_the_order_of_the_table(page: str) -> None:
    entries = [example.rule for example in EXAMPLES if example.page == page]
    assert entries == [rule.id for rule in RULES.values() if rule.page == page]


def test_every_heading_below_a_group_is_an_entry() -> None:
    """Else an entry with a slip in its form would not be run."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES.glob("*.md"))
    headings = re.findall(r"^### ([a-z0-9-]+)$", text, re.MULTILINE)
    assert sorted(headings) == sorted(RULES)


def test_a_page_of_the_site_lists_all_that_a_rule_can_say() -> None:
    page = with_messages(read_page("chapters"))
    entry = page.partition("### unknown-note\n")[2].partition("\n### ")[0]
    assert entry.endswith(
        "\nAll that it can say:\n\n````text\n"
        'There is no note "[^…]". Write a line "[^…]: ..." below.\n'
        'There is no note "[^…]". A citation has an @: write [@…].\n'
        'There is no note "[^…]". Cite a source in its place: [@key].\n````\n'
    )
    assert "All that it can say" not in page.partition("### uncalled-note\n")[2].partition("\n### ")[0]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
def test_the_wrong_example_gives_its_kind_at_its_place_and_nothing_else(example: Run, tmp_path: Path) -> None:
    encoding = "cp1252" if example.rule == "not-utf-8" else "utf-8"
    told = told_of(guide_with(tmp_path, example.rule, *example.wrong, encoding))
    assert told == example.told
    assert all(line.endswith(f" [{example.rule}]") for line in told)
    assert told


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
def test_of_the_mended_example_nothing_is_told(example: Run, tmp_path: Path) -> None:
    assert told_of(guide_with(tmp_path, example.rule, *example.mended)) == []


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_a_page_for_chairs_is_out_of_the_delegates_way(page: Path) -> None:
    """The search leaves it out, and no list of the guide leads to it: of mentions, citations, events or corrections."""
    text, meta = get_data(page.read_text(encoding="utf-8"))
    assert meta["search"] == {"exclude": True}
    assert meta["description"].endswith(".")
    reading = reading_extension(load_guide(ROOT, "styles/mla-notes.csl"))
    file = SourceFile(f"docs/chairs/{page.name}", text)
    markdown_with(reading).convert(reading.prepare(f"chairs/{page.name}", SourceSpan(text, file)))
    chapter = reading.chapter
    assert chapter is not None
    assert (chapter.mentions, chapter.citations, chapter.editor_notes, chapter.notes) == ((), (), (), ())
    assert not [link.target for link in chapter.links if link.target.startswith(("term:", "event:", "source:"))]


def test_the_first_page_leads_to_all_others() -> None:
    start = (PAGES / "index.md").read_text(encoding="utf-8")
    assert {page.name for page in PAGES.glob("*.md")} - {"index.md"} == set(re.findall(r"\]\(([a-z]+\.md)\)", start))


def test_the_first_page_shows_a_line_as_it_is_told() -> None:
    (line,) = re.findall(r"^glossary\.yaml:.*", (PAGES / "index.md").read_text(encoding="utf-8"), re.MULTILINE)
    problem = next(
        unknown(Location("glossary.yaml", 4, 14), "unknown-term", "", "wastewatre", ["wastewater", "aquifer"]), None
    )
    assert line == str(problem)


@pytest.mark.parametrize("name", ["glossary", "timeline"])
def test_the_page_of_fields_has_each_with_what_its_schema_says(name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))["items"]
    rows = []
    for field, rule in schema["properties"].items():
        style = None if rule["type"] == "array" else False
        line = yaml.safe_dump({field: rule["examples"][0]}, default_flow_style=style, width=1000).strip()
        line = line.replace("'", '"')
        needed = " (needed)" if field in schema["required"] else ""
        rows.append(f"- `{field}`{needed}: {rule['description']} For instance `{line}`")
    page = (PAGES / "fields.md").read_text(encoding="utf-8")
    assert re.findall(r"^- `.*", page.partition(f"## {name}.yaml")[2].partition("\n## ")[0], re.MULTILINE) == rows


def test_the_page_of_fields_has_only_dates_that_can_be_read() -> None:
    dates = (PAGES / "fields.md").read_text(encoding="utf-8").partition("## Dates")[2]
    forms = [form for row in re.findall(r"^\| (`.*?) \|", dates, re.MULTILINE) for form in re.findall("`(.*?)`", row)]
    assert len(forms) == 22
    assert all(parse_date(form) for form in forms)


def test_the_page_of_warnings_has_every_warning_and_no_error() -> None:
    assert sorted(example.rule for example in EXAMPLES if example.page == "warnings") == sorted(WARNINGS)


def test_what_the_page_of_warnings_says_of_comments_works() -> None:
    """Its examples of comments that allow something, each in a file of its kind."""
    shown = (PAGES / "warnings.md").read_text(encoding="utf-8").partition("## Sources")[0]
    blocks = re.findall(r"```(\w+)\n(.*?)```", shown, re.DOTALL)
    names = {"markdown": "docs/a.md", "yaml": "glossary.yaml", "bibtex": "bibliography.bib"}
    rules = {"markdown": "figure-without-note", "yaml": "unused-term", "bibtex": "missing-access-date"}
    assert [language for language, _ in blocks] == list(names)
    for language, text in blocks:
        file = SourceFile(names[language], text)
        warning = Problem(file.location(len(text) - 1), rules[language], "A warning.")
        assert without_allowed([warning], [file]) == []


def test_no_text_for_chairs_of_other_guides_teaches_with_this_guide_s_entries() -> None:
    """A guide on water gets these texts too: their examples are their own."""
    guide = load_guide(ROOT, "styles/mla-notes.csl")
    terms, events = {term.id for term in guide.terms}, {event.id for event in guide.events}
    ids = (terms | events | {source.key for source in guide.sources}) - {
        "child",
        "eu",
        "poverty",
    }  # words of every guide
    texts = [*PAGES.glob("*.md"), *SCHEMAS.glob("*.json"), *TEMPLATE.rglob("*.md"), ROOT / "CONTRIBUTING.md"]
    words = {path: set(re.findall(r"[\w-]+", path.read_text(encoding="utf-8"))) for path in texts}
    assert {path.name: sorted(found) for path in texts if (found := words[path] & ids)} == {}


@pytest.mark.parametrize("path", [ROOT / "CONTRIBUTING.md", TEMPLATE / "CONTRIBUTING.md"], ids=["ours", "theirs"])
def test_what_contributors_are_shown_works(path: Path, tmp_path: Path) -> None:
    """Its examples of citations, links and pictures, as the paragraph of a chapter."""
    taught = path.read_text(encoding="utf-8").partition("## How to write it")[2].partition("\n## ")[0]
    shown = [code for code in re.findall(r"`([^`]+)`", taught) if re.search(r"\]\(|\[@", code)]
    assert len(shown) == 9
    text = "\n\n".join(["# Background", "## Poverty {#poverty}", *shown])
    assert told_of(guide_with(tmp_path, "", "docs/background.md", text)) == []
