"""Tests of settings and of the guide that is loaded by it: settings as written, and faults at their line."""

import logging
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from studyguide.mkdocs.config import config_problems, load_config_guide, silence_hidden_pages
from studyguide.mkdocs.settings import engine_problems
from tests.example_guide import lay_out_example
from tests.mkdocs.test_build import change, lay_out, run

PDF = "    pdf: false # most tests do not look at it\n"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A good guide, to be changed."""
    return lay_out(tmp_path)


def config_with(guide: Path, lines: str) -> MkDocsConfig:
    """The guide's config with lines under `extra: guide:`."""
    indented = re.sub("(?m)^", "    ", lines)
    change(guide / "mkdocs.yml", PDF, f"{indented}\n")
    return load_config(str(guide / "mkdocs.yml"))


def test_values_are_what_is_written(guide: Path) -> None:
    config = config_with(guide, "conference: 2026.10\ncommittee: 12:30\nofficer:\nhtml: [video, 007]")
    loaded = load_config_guide(config)
    assert loaded.problems == ()
    assert loaded.opened_tags == {"video", "007"}
    assert config.extra["guide"] == {
        "conference": "2026.10",
        "committee": "12:30",
        "officer": "",
        "html": ["video", "007"],
        "downloads": [],
        "position_paper": [],
        "countries": [],
    }


def test_the_downloads_are_a_list_of_formats(guide: Path) -> None:
    loaded = load_config_guide(config_with(guide, "downloads: [docx, epub]"))
    assert loaded.problems == ()
    assert loaded.downloads == {"docx", "epub"}


def test_the_environment_gives_values_too(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFERENCE", "2026")
    config = config_with(guide, "conference: !ENV CONFERENCE\ntopic: A\ncontact: !ENV [CONTACT, Ask us.]")
    loaded = load_config_guide(config)
    assert loaded.problems == ()
    assert config.extra["guide"]["conference"] == "2026"
    assert config.extra["guide"]["topic"] == "A"
    assert loaded.contact
    assert loaded.contact.text == "Ask us."


def test_a_shared_file_of_settings_counts(guide: Path) -> None:
    (guide / "shared.yml").write_text("extra: {guide: {contact: Ask them., conference: A, paper: letter}}\n")
    change(guide / "mkdocs.yml", "site_name: ", "INHERIT: shared.yml\nsite_name: ")
    config = config_with(guide, "conference: B")
    loaded = load_config_guide(config)
    assert (config.extra["guide"]["conference"], config.extra["guide"]["paper"]) == ("B", "letter")
    assert loaded.contact
    assert loaded.contact.text == "Ask them."


def test_the_facts_are_those_as_written_and_the_topic_is_the_name_of_the_site(guide: Path) -> None:
    loaded = load_config_guide(config_with(guide, "conference: 2026.10\nofficer:"))
    assert loaded.facts == {"topic": "A small guide", "conference": "2026.10", "committee": "", "officer": ""}


def test_a_topic_of_its_own_comes_before_the_name_of_the_site(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMITTEE", "UNODC")
    loaded = load_config_guide(config_with(guide, "topic: All of it\ncommittee: !ENV COMMITTEE"))
    assert (loaded.facts["topic"], loaded.facts["committee"]) == ("All of it", "UNODC")


def test_the_contact_knows_its_place(guide: Path) -> None:
    loaded = load_config_guide(config_with(guide, "contact: >-\n  The [chairs](gone.md)\n  answer."))
    assert loaded.contact
    assert loaded.contact.text == "The [chairs](gone.md) answer."
    assert str(loaded.contact.locate(4)) == "mkdocs.yml:15:11"


@pytest.mark.parametrize("faulty", ["officer: [Anna, Ben]", "conferense: A", "paper: a5", "contact: yes"])
def test_a_fault_is_a_problem_of_the_guide(faulty: str, guide: Path) -> None:
    loaded = load_config_guide(config_with(guide, faulty))
    assert [problem.where.line for problem in loaded.problems] == [14]


@pytest.mark.parametrize(
    ("style", "hint"),
    [
        ("styles/apa.csl", "Write csl_file: apa, which comes with the engine."),
        ("https://www.zotero.org/styles/apa", "Write csl_file: apa, which comes with the engine."),
        ("appa", 'Did you mean "apa"?'),
        (
            "styles/nature.csl",
            "Download the style from https://www.zotero.org/styles into the folder styles, and name ",
        ),
        ("styles", "Download the style from https://www.zotero.org/styles into the folder styles, and name that file"),
        ("mla-notes.csl", "Write csl_file: mla-notes, which comes with the engine."),
        ("styles/mla-note.csl", 'Did you mean "mla-notes"?'),
        ("http://www.zotero.org/styles/ieee?source=1", "Write csl_file: ieee, which comes with the engine."),
    ],
)
def test_a_style_that_is_not_there_is_told_where_it_is_named(style: str, hint: str, guide: Path) -> None:
    config = guide / "mkdocs.yml"
    config.write_text(re.sub(r"(csl_file: ).*", rf"\g<1>{style}", config.read_text("utf-8")), encoding="utf-8")
    (guide / "styles").mkdir()
    (guide / "styles" / "mla-notes.csl").touch()
    (guide / "styles" / "ama.csl").touch()
    (problem,) = load_config_guide(load_config(str(config))).problems
    assert str(problem).startswith(f'mkdocs.yml:21:17: There is no file "{style}" here. {hint}')
    assert problem.rule == "wrong-style"
    if "nature" in style:
        assert problem.fix.endswith(": styles/nature.csl.")


@pytest.mark.parametrize("language", ["English", "en-UK", '""', "no"])
def test_a_language_that_the_theme_does_not_know_is_told_at_its_line(language: str, guide: Path) -> None:
    change(guide / "mkdocs.yml", "language: en", f"language: {language}")
    (problem,) = load_config_guide(load_config(str(guide / "mkdocs.yml"))).problems
    assert str(problem).startswith("mkdocs.yml:16:35: The theme does not know the language ")


def test_a_warning_in_mkdocs_yml_can_be_allowed(guide: Path) -> None:
    comment = "# check: allow text-behind-hash, because the number is a remark"
    change(guide / "mkdocs.yml", "site_name: A small guide", f"{comment}\nsite_name: A small guide #3")
    assert run(guide, "-m", "studyguide", "check").stdout == "Nothing to mend.\n"


@pytest.mark.parametrize("folder", ["", "more/"])
@pytest.mark.parametrize(("lines", "is_told"), [("", True), ("exclude_docs: README.md\n", False)])
def test_a_readme_beside_the_first_page_is_told_once(
    folder: str, lines: str, is_told: bool, guide: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("index.md", "README.md"):
        (guide / "docs" / folder).mkdir(exist_ok=True)
        (guide / "docs" / folder / name).write_text("# Title\n")
    change(guide / "mkdocs.yml", "nav:\n", f"not_in_nav: more/index.md\n{lines}nav:\n")
    config = load_config(str(guide / "mkdocs.yml"))
    silence_hidden_pages()
    told = [str(problem) for problem in config_problems(config, get_files(config))]
    words = "No reader finds this chapter: index.md beside it takes its place."
    assert [line for line in told if line.startswith(f"docs/{folder}README.md:1: {words}")] == told
    assert len(told) == is_told
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []


def test_a_readme_alone_is_the_first_page(guide: Path) -> None:
    (guide / "docs" / "index.md").rename(guide / "docs" / "README.md")
    change(guide / "mkdocs.yml", "Home: index.md", "Home: README.md")
    config = load_config(str(guide / "mkdocs.yml"))
    assert config_problems(config, get_files(config)) == []


def test_an_address_in_the_navigation_and_a_number_for_a_name_simply_work(tmp_path: Path) -> None:
    guide = lay_out_example(tmp_path)
    change(
        guide / "mkdocs.yml", "  - corrections.md\n", "  - corrections.md\n  - The UN: https://www.un.org/rules.md\n"
    )
    text = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(    conference:).*", r"\1 2026.10", text)
    (guide / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = run(guide, "-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout
    page = (guide / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://www.un.org/rules.md"' in page
    assert "2026.10" in page


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}"])
def test_a_list_in_the_place_of_the_link_is_told_once(guide: Path, value: str) -> None:
    (fault,) = load_config_guide(config_with(guide, f"header_link: {value}")).problems
    assert str(fault).startswith('mkdocs.yml:14:18: "header_link" must be text. ')


# Another theme, another search


ONLY_MATERIAL = 'The guide\'s pages are made for the theme "material", not for "{}". '
ONLY_SEARCH = 'The guide can be searched with the plugin "{}" alone, and not with "{}". Write "{}" in its place. '


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ("theme: readthedocs", f"mkdocs.yml:16:8: {ONLY_MATERIAL.format('readthedocs')}"),
        ("theme:\n  name: mkdocs", f"mkdocs.yml:17:9: {ONLY_MATERIAL.format('mkdocs')}"),
        ("theme: {name: null, custom_dir: docs}", f"mkdocs.yml:16:15: {ONLY_MATERIAL.format('docs')}"),
        ("", f"mkdocs.yml:1:1: {ONLY_MATERIAL.format('mkdocs')}"),
    ],
)
def test_another_theme_is_told(guide: Path, theme: str, told: str) -> None:
    change(guide / "mkdocs.yml", "theme: {name: material, language: en, font: false}", theme)
    guide_with_theme = load_config_guide(load_config(str(guide / "mkdocs.yml")))
    told += 'Write "name: material" under theme in mkdocs.yml. [wrong-setting]'
    assert [str(fault).replace(f"{guide}/", "") for fault in guide_with_theme.problems] == [told]


def test_a_fork_in_the_folder_of_material_is_told(guide: Path) -> None:
    config = load_config(str(guide / "mkdocs.yml"))
    config.theme.name = "materialx"
    (fault,) = load_config_guide(config).problems
    assert str(fault).startswith(f"mkdocs.yml:16:15: {ONLY_MATERIAL.format('materialx')}")


@pytest.mark.parametrize(
    ("plugin", "told"),
    [
        ("/search", f"mkdocs.yml:18:5: {ONLY_SEARCH.format('search', 'search', 'search')}[wrong-setting]"),
        ("/search: {lang: en}", f"mkdocs.yml:18:5: {ONLY_SEARCH.format('search', 'search', 'search')}[wrong-setting]"),
        ("material/search", ""),
        ("search: {enabled: false}", ""),
        ("material/tags", ""),
    ],
)
def test_another_search_is_told(guide: Path, plugin: str, told: str) -> None:
    change(guide / "mkdocs.yml", "  - search\n", f"  - {plugin}\n")
    loaded = load_config_guide(load_config(str(guide / "mkdocs.yml")))
    assert [str(fault) for fault in loaded.problems] == list(filter(None, [told]))


def test_a_hook_whose_name_speaks_of_search_is_none(guide: Path) -> None:
    (guide / "search.py").write_text("", encoding="utf-8")
    change(guide / "mkdocs.yml", "hooks: [", "hooks: [search.py, ")
    change(guide / "mkdocs.yml", "  - search\n", "")
    assert load_config_guide(load_config(str(guide / "mkdocs.yml"))).problems == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [("theme: {name: material, language: en,", "theme: {name: readthedocs, "), ("  - search", "  - /search")],
)
def test_the_build_tells_of_it_as_the_check_does(guide: Path, old: str, new: str) -> None:
    change(guide / "mkdocs.yml", old, new)
    built, checked = run(guide, "-m", "mkdocs", "build", "--strict"), run(guide, "-m", "studyguide", "check")
    assert (built.returncode, checked.returncode) == (1, 1)
    (told,) = [line for line in checked.stdout.splitlines() if "[wrong-setting]" in line]
    assert [line for line in built.stdout.splitlines() if line.startswith(("ERROR", "WARNING"))] == [
        f"ERROR   -  {told}"
    ]


HOOK = re.compile(r"^hooks:.*\n", re.MULTILINE)
EXTENSIONS = re.compile(r"^markdown_extensions:\n(?:[ -].*\n)+", re.MULTILINE)
NAMES = "the extensions {}. Write each under markdown_extensions. [wrong-setting]"


@pytest.mark.parametrize(
    ("pattern", "written", "told"),
    [
        (HOOK, "", "mkdocs.yml:1:1: The site would be built without its engine: no hook is hooks/guide.py."),
        (EXTENSIONS, "", NAMES.format("admonition, attr_list, md_in_html")),
        (EXTENSIONS, "markdown_extensions: [admonition, markdown.extensions.attr_list]\n", NAMES.format("md_in_html")),
        (EXTENSIONS, "markdown_extensions: [extra, admonition]\n", ""),
        (EXTENSIONS, "markdown_extensions: [attr_list, md_in_html, admonition, footnotes]\n", ""),
    ],
)
def test_what_the_engine_hangs_on_is_told_in_one_message(
    pattern: re.Pattern[str], written: str, told: str, guide: Path
) -> None:
    settings = guide / "mkdocs.yml"
    text, count = pattern.subn(written, settings.read_text(encoding="utf-8"))
    assert count == 1
    settings.write_text(text, encoding="utf-8")
    problems = [str(each) for each in engine_problems(load_config(str(settings)))]
    assert len(problems) == bool(told)
    assert all(told in each for each in problems)
