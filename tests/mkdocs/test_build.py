"""Real builds by MkDocs: of the small guides under sites/, each with one kind of failure, and of the guide itself."""

import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from studyguide.cli import main as studyguide
from studyguide.data.bibliography import Source, read_sources
from studyguide.diagnostics.source_text import SourceFile
from studyguide.mkdocs import theme
from studyguide.mkdocs.check import find_problems
from tests.built_once import this_guide
from tests.crawler import Page, Site, words
from tests.paths import MANUAL, ROOT, SITES, TESTS

FAILURES = sorted(file.parent.name for file in SITES.glob("*/expected.txt"))
NAMES = " `make explain RULE=name` explains each name in brackets."
CHAPTERS = ["", *(f"{name}/" for name in ["introduction", "key-terms", "background", "stakeholders", "timeline"])]
CHAPTERS += [f"{name}/" for name in ["previous-attempts", "solutions", "bibliography", "corrections"]]


def lay_out(folder: Path, failure: str = "") -> Path:
    """Put the good guide, and what a failure changes in it, into a folder."""
    guide = folder / "guide"
    shutil.copytree(SITES / "good", guide)
    if failure:
        shutil.copytree(SITES / failure, guide, dirs_exist_ok=True)
    config = (guide / "mkdocs.yml").read_text(encoding="utf-8").replace("../../..", ROOT.as_posix())
    (guide / "mkdocs.yml").write_text(config, encoding="utf-8")
    return guide


def change(file: Path, old: str, new: str) -> None:
    """Change a text that stands once in a file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def run(guide: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python with a command in a guide's folder."""
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}  # else MkDocs breaks long lines
    env |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *command],
        cwd=guide,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )


def build_here(guide: Path, command: str = "build") -> None:
    """Build in this process, by the same calls as MkDocs' command line, but with a page for the chairs' long manual."""
    config = load_config(str(guide / "mkdocs.yml"))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]  # MkDocs wants a literal
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme, "MANUAL", SITES / "manual")
        try:
            mkdocs_build(config, serve_url="http://127.0.0.1:8000/" if command == "serve" else None)
        finally:
            config.plugins.on_shutdown()


def files_below(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(autouse=True)
def _without_banner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A good guide, to be changed."""
    return lay_out(tmp_path)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Site]:
    """What a build of the good guide says, and the site."""
    guide = lay_out(tmp_path_factory.mktemp("good"))
    done = run(guide, "-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout
    return done.stdout, Site(guide / "site")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Site]:
    """What a build of the guide itself says, and the site."""
    built = this_guide(tmp_path_factory)
    return built.told, Site(built.site)


# What is wrong with a guide


@pytest.mark.parametrize("failure", FAILURES)
def test_each_failure_is_told_by_its_place_and_the_last_site_stays(
    failure: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    guide = lay_out(tmp_path, failure)
    (guide / "site").mkdir()
    (guide / "site" / "index.html").write_text("The last good site.")
    expected = (SITES / failure / "expected.txt").read_text(encoding="utf-8").splitlines()

    with pytest.raises(Abort, match=rf"The guide has {count(expected)}, listed above\. The site was not built\."):
        build_here(guide)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == expected
    assert files_below(guide / "site") == {"index.html": b"The last good site."}
    assert not list(guide.glob("site.*"))

    monkeypatch.chdir(guide)
    assert studyguide(["check"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if not line.endswith("(warning)")]
    assert told[:-1] == expected
    assert told[-1].startswith(f"{len(expected)} to mend, ")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("# Bäckground".encode("cp1252"), "This file is not saved as UTF-8 text."),
        ("# Background".encode("utf-16"), "This file is not saved as UTF-8 text."),
        (b"\xef\xbb\xbf\r\n", "This chapter is empty."),
        (b"*a" * 3001, "Nobody can tell what so many signs in one paragraph mean."),
    ],
    ids=["cp1252", "utf-16", "empty", "tangled"],
)
@pytest.mark.parametrize(
    "chapter", ["background", "stakeholders", "bibliography", "key-terms", "timeline", "index", "corrections"]
)
def test_of_a_chapter_that_cannot_be_read_that_alone_is_told(
    chapter: str,
    content: bytes,
    words: str,
    guide: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Not what it held for others: their links, what it cited and used, the lists on it."""
    (guide / "docs" / f"{chapter}.md").write_bytes(content)
    with (guide / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("# check: allow unused-term, because it may be used there\n- {id: a, term: Alpha, definition: D}\n")
    monkeypatch.chdir(guide)
    assert studyguide(["check"]) == 1
    told, _ = capsys.readouterr().out.splitlines()
    assert told.startswith(f"docs/{chapter}.md:1")
    assert words in told


def test_a_chapter_of_settings_alone_is_not_empty(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template of the guide's own may fill it."""
    (guide / "docs" / "corrections.md").write_text("---\ntitle: Corrections\n---\n", encoding="utf-8")
    monkeypatch.chdir(guide)
    assert studyguide(["check"]) == 0


def test_a_chapter_that_is_gone_is_told_once(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not each link to it, nor that nothing cites its sources any more."""
    (guide / "docs" / "background.md").unlink()
    monkeypatch.chdir(guide)
    assert studyguide(["check"]) == 1
    (told,) = capsys.readouterr().out.splitlines()[:-1]
    assert told.startswith("mkdocs.yml:")
    assert "background.md" in told
    assert told.endswith("[unknown-chapter]")


def count(problems: list[str]) -> str:
    return "1 problem" if len(problems) == 1 else f"{len(problems)} problems"


def test_build_as_a_command(tmp_path: Path) -> None:
    guide = lay_out(tmp_path, "several")
    expected = (SITES / "several" / "expected.txt").read_text(encoding="utf-8").splitlines()
    done = run(guide, "-m", "mkdocs", "build", "--strict")
    assert done.returncode == 1
    assert [line[len("ERROR   -  ") :] for line in done.stdout.splitlines() if line.startswith("ERROR")] == expected
    assert "Traceback" not in done.stdout
    assert "WARNING" not in done.stdout
    assert "The guide has 8 problems, listed above. The site was not built." in done.stdout
    assert not list(guide.glob("site*"))


def test_check_as_a_command(tmp_path: Path) -> None:
    done = run(lay_out(tmp_path, "several"), "-m", "studyguide", "check")
    expected = (SITES / "several" / "expected.txt").read_text(encoding="utf-8")
    assert done.returncode == 1
    assert done.stdout == f"{expected}8 to mend, 0 to look at.{NAMES}\n"


def test_check_of_a_good_guide(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(guide)
    assert studyguide(["check"]) == 0
    assert capsys.readouterr().out == "Nothing to mend.\n"


def test_check_of_a_broken_mkdocs_yml(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (guide / "mkdocs.yml").write_text("site_name: [A small guide\n")
    monkeypatch.chdir(guide)
    assert studyguide(["check"]) == 1
    assert capsys.readouterr().out == (
        "mkdocs.yml:1:12: This is not valid YAML. "
        f"Close the quotation mark or bracket that is opened here. [yaml-syntax]\n1 to mend, 0 to look at.{NAMES}\n"
    )


@pytest.mark.parametrize(("failure", "faults"), [("several", 8), ("", 0)])
def test_check_for_editors_and_for_a_pull_request(
    failure: str, faults: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(lay_out(tmp_path, failure))
    assert studyguide(["check", "--format", "json"]) == bool(faults)
    listed = json.loads(capsys.readouterr().out)
    places = [f"file={problem['path']},line={problem['line']}" for problem in listed]
    assert len(places) == faults
    assert studyguide(["check", "--format", "github"]) == bool(faults)
    *annotations, _ = capsys.readouterr().out.splitlines()
    assert [re.match(r"::error (file=[^,]*,line=\d+)", line)[1] for line in annotations] == places  # type: ignore[index]


def test_an_uncited_source_is_a_warning_that_stops_nothing(
    guide: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    change(guide / "bibliography.bib", "  keywords = {further-reading},\n", "")
    warning = (
        'bibliography.bib:22:1: Nothing cites the source "lee2010reading". '
        "Cite it, or mark it with keywords = {further-reading}. [uncited-source]"
    )
    build_here(guide)
    assert ("mkdocs.hooks.studyguide", logging.INFO, f"Warning: {warning}") in caplog.record_tuples
    assert (guide / "site" / "index.html").is_file()

    monkeypatch.chdir(guide)
    assert studyguide(["check"]) == 0
    assert capsys.readouterr().out == f"{warning} (warning)\n0 to mend, 1 to look at.{NAMES}\n"


def test_what_only_pandoc_finds_wrong(
    guide: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Our own reading of the file finds all that is known to stop pandoc; this is for what is not.

    Pandoc is asked for the notes and for the sources: it is told once, whichever page is the first to need them.
    """
    answer = "Error reading bibliography file bibliography.bib:\n(line 24, column 3):\nunexpected 'p'\n"
    failed = subprocess.CompletedProcess(["pandoc"], 24, stdout="", stderr=answer)
    monkeypatch.setattr("studyguide.citeproc.pandoc.subprocess.run", lambda *_arguments, **_options: failed)
    change(guide / "bibliography.bib", "Reading Further", "Reading more")  # an answer to the same question is kept
    change(guide / "docs" / "bibliography.md", "<!-- works-cited -->", "<!-- source-files -->\n\n<!-- works-cited -->")
    expected = (
        "bibliography.bib:24: Nothing can be read from this line on. "
        "Check that the line above ends with a comma, and that each { has its }. [bibtex-syntax]"
    )
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with pytest.raises(Abort, match=r"The guide has 1 problem, listed above\."):
        build_here(guide)
    assert [record.getMessage() for record in caplog.records if record.levelno > logging.INFO] == [expected]
    assert capsys.readouterr().out.startswith("::error file=bibliography.bib,line=24,title=bibtex-syntax::")
    assert not (guide / "site").exists()

    monkeypatch.chdir(guide)
    assert studyguide(["check"]) == 1
    assert capsys.readouterr().out == f"{expected}\n1 to mend, 0 to look at.{NAMES}\n"


def test_a_dependent_style_is_refused_and_its_parent_named(guide: Path, caplog: pytest.LogCaptureFixture) -> None:
    parent = "http://www.zotero.org/styles/chicago-notes-bibliography"
    info = f'<title>A journal</title><id>urn:a</id><link href="{parent}" rel="independent-parent"/>'
    (guide / "journal.csl").write_text(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info>{info}</info></style>'
    )
    change(guide / "mkdocs.yml", "styles/mla-notes.csl", "journal.csl")
    with pytest.raises(Abort, match=r"The guide has 1 problem, listed above\."):
        build_here(guide)
    assert [record.getMessage() for record in caplog.records if record.levelno > logging.INFO] == [
        "journal.csl:1: This style has no rules of its own: it points at another one. "
        f"Use that one in its place: {parent} [wrong-style]"
    ]


def test_a_warning_of_mkdocs_keeps_the_last_site_too(guide: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is counted when the new site is already written."""
    build_here(guide)
    before = files_below(guide / "site")
    (guide / "late.py").write_text(
        "import logging\ndef on_post_build(config): logging.getLogger('mkdocs.hooks.late').warning('Too late.')\n"
    )
    change(guide / "mkdocs.yml", "guide.py]", "guide.py, late.py]")
    change(guide / "docs" / "index.md", "Begin with", "Start with")
    with pytest.raises(Abort, match="Aborted with 1 warnings in strict mode!"):
        build_here(guide)
    assert "Too late." in caplog.text
    assert files_below(guide / "site") == before
    assert not list(guide.glob("site.*"))


# Good guides


def test_a_good_guide_builds_without_a_warning(good: tuple[str, Site]) -> None:
    assert "Warning" not in good[0]


@pytest.mark.parametrize("which", ["good", "real"])
def test_a_good_guide_builds_without_more_ado(which: str, request: pytest.FixtureRequest) -> None:
    told, _ = request.getfixturevalue(which)
    assert [line for line in told.splitlines() if not line.startswith("INFO    -  ")] == []


@pytest.mark.parametrize("which", ["good", "real"])
def test_every_link_and_anchor_of_the_site_resolves(which: str, request: pytest.FixtureRequest) -> None:
    _, site = request.getfixturevalue(which)
    assert site.dead_links() == []


@pytest.mark.parametrize("which", ["good", "real"])
def test_no_page_has_an_id_twice(which: str, request: pytest.FixtureRequest) -> None:
    _, site = request.getfixturevalue(which)
    ids = [(page.address, name) for page in site.pages.values() for name in page.ids]
    assert [place for place, number in Counter(ids).items() if number > 1] == []


def test_the_crawler_finds_what_is_dead(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "index.html").write_text('<p id="here"><img src="../gone.png"></p>')
    (tmp_path / "index.html").write_text(
        '<a href="b/#here">1</a> <a href="b/#gone">2</a> <a href="c/">3</a> <a href="https://a.example/">4</a>'
        ' <a href="terms:x">5</a> <a href="b">6</a>'
    )
    assert Site(tmp_path).dead_links() == ["b/: gone.png", ": b/#gone", ": c/", ": terms:x", ": b"]


def test_the_pages_of_a_good_guide(good: tuple[str, Site]) -> None:
    _, site = good
    names = ["background", "bibliography", "corrections", "key-terms", "stakeholders", "timeline"]
    manual = {f"chairs/{page.stem}/".replace("index/", "") for page in MANUAL.glob("*.md")}
    assert set(site.pages) == {"", "404.html", *(f"{name}/" for name in names), *manual}
    assert len(manual) > 1
    assert "Questions go to the conference secretariat." in words(site.pages[""].root)


def test_the_notes_of_a_good_guide(good: tuple[str, Site]) -> None:
    """Full at first, short after that, an ordinary note counted between."""
    _, site = good
    page = site.pages["background/"]
    assert [call.text for call in page.by_class("footnote-ref")] == ["1", "2", "3", "4"]
    notes = [item for item in page.root.iter("li") if item.get("id", "").startswith("fn:")]
    assert [words(note).replace(" ↩", "").replace("↩", "") for note in notes] == [
        "United Nations. Convention on the Rights of the Child. 1989, art. 34, "
        "https://www.example.org/crc. Bibliography",
        "Reports, not children. (INHOPE. “Our History.” N.d., p. 2, https://www.example.org/history) Bibliography",
        "See Anna Smith. The Law of the Child: A History. Small Press, 2001, pp. 4–6; "
        "United Nations, Convention on the Rights of the Child. Bibliography 1 Bibliography 2",
        "Smith, The Law, p. 7. Bibliography",
    ]


def test_the_bibliography_of_a_good_guide(good: tuple[str, Site]) -> None:
    _, site = good
    page = site.pages["bibliography/"]
    cited, further = page.by_class("guide-bibliography")
    assert [words(item) for item in cited] == [
        "INHOPE. “Our History.” N.d., https://www.example.org/history. "
        "Cited in: Background, Reports, note 2; Key terms, Hotline, note 1; Timeline, Hotlines found INHOPE, note 2",
        "Smith, Anna. The Law of the Child: A History. Small Press, 2001. "
        "Cited in: Background, Reports, note 3; Background, Reports, note 4; Background, Reports",
        "United Nations. Convention on the Rights of the Child. 1989, https://www.example.org/crc. "
        "Cited in: Background, Poverty, note 1; Background, Reports, note 3; Key terms, Poverty, note 2; "
        "Timeline, The UN adopts the CRC, note 1",
    ]
    assert [words(item) for item in further] == ["Lee, Kim. Reading Further. Small Press, 2010."]


# Other settings


def test_another_style_by_its_name_in_mkdocs_yml(guide: Path) -> None:
    """In an in-text style a note is the full reference."""
    shutil.copy(TESTS / "styles" / "author-date.csl", guide / "other.csl")
    change(guide / "mkdocs.yml", "styles/mla-notes.csl", "other.csl")
    build_here(guide)
    notes = [words(item) for item in Site(guide / "site").pages["background/"].root.iter("li") if item.get("id")]
    assert [note.partition(" Bibliography")[0] for note in notes] == [
        "United Nations 1989. Convention on the rights of the child, art. 34.",
        "Reports, not children. (INHOPE n.d. Our history, p. 2)",
        "See Smith 2001. The law of the child: A history, pp. 4–6; United Nations 1989. Convention on the rights of "
        "the child.",
        "Smith 2001. The law of the child: A history, p. 7.",
    ]


def test_without_mkdocs_bibtex_the_guide_has_its_own_style(guide: Path) -> None:
    change(
        guide / "mkdocs.yml",
        "  - bibtex:\n      bib_file: bibliography.bib\n      csl_file: styles/mla-notes.csl\n",
        "",
    )
    build_here(guide)
    assert "Smith, <em>The Law</em>, p. 7." in (guide / "site" / "background" / "index.html").read_text("utf-8")


def test_mkdocs_bibtex_changes_nothing(guide: Path) -> None:
    """By itself it rewrites citations in code, and puts its own list in the place of its commands."""
    untouched = ["[@un1989crc]", "@unicef", "\\bibliography", "\\full_bibliography", "[write to me@un1989crc]"]
    text = "\n\n".join(["# Help", "`[@un1989crc]`", "@unicef said so.", *untouched[2:]])
    change(guide / "mkdocs.yml", "  - Background", "  - Help: help.md\n  - Background")
    (guide / "docs" / "help.md").write_text(text, encoding="utf-8")
    build_here(guide)
    page = Site(guide / "site").pages["help/"]
    said = [words(text) for text in page.root.iter("p") if not page.inside(text, "guide-facts", "guide-cite")]
    assert said == ["[@un1989crc]", "@unicef said so.", *untouched[2:]]
    assert list(page.by_class("footnote")) == []


def test_who_answers_questions(guide: Path) -> None:
    change(guide / "mkdocs.yml", "  guide:\n", '  guide:\n    contact: "[the chairs](background.md)"\n')
    build_here(guide)
    page = Site(guide / "site").pages[""]
    assert "Questions go to the chairs." in words(page.root)
    assert [target for link, target in page.links if link.text == "the chairs"] == ["background/"]


def test_a_remark_of_the_chairs_is_in_no_file_of_the_site(guide: Path) -> None:
    """Neither on a page or in its source, nor in the search, a tooltip, or what is kept for reading offline."""
    for file, old, new in (
        ("docs/background.md", "## Poverty", "<!-- REMARK\nof Anna -->\n\n## Poverty<!-- REMARK -->"),
        ("docs/background.md", "Poverty puts", "Poverty<!-- REMARK --> puts"),
        ("docs/background.md", "art. 34]", "art. 34<!-- REMARK -->]"),
        ("docs/background.md", "A bar chart:", "A<!-- REMARK --> bar chart:"),
        ("docs/background.md", "not children.", "not children.<!-- REMARK -->"),
        ("docs/background.md", "printed 1990", "printed<!-- REMARK --> 1990"),
        ("docs/background.md", "## Reports", "<p>A<!-- REMARK --></p>\n\nAs `<!-- typed -->` here.\n\n## Reports"),
        ("glossary.yaml", "A place where", "A place<!-- REMARK --> where"),
        ("timeline.yaml", "It protects", "It<!-- REMARK --> protects"),
        ("timeline.yaml", "Nobody knows", "Nobody<!-- REMARK --> knows"),
    ):
        change(guide / file, old, new)
    change(guide / "mkdocs.yml", "guide:\n", 'guide:\n    contact: "the chairs<!-- REMARK -->"\n')
    build_here(guide)
    files = files_below(guide / "site")
    assert not [name for name, content in files.items() if b"REMARK" in content]
    assert b"<code>&lt;!-- typed --&gt;</code>" in files["background/index.html"]
    assert "REMARK" in (guide / "docs/background.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_a_chapter_that_is_left_out(
    setting: str, guide: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its faults stop nothing, though the navigation names it still; a link to it is dead."""
    with (guide / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"{setting}: corrections.md\n")
    (guide / "docs" / "corrections.md").write_text("# Corrections\n\nNone.[@zebra]\n")
    monkeypatch.chdir(guide)
    assert find_problems(load_config("mkdocs.yml")) == []
    build_here(guide)
    assert not (guide / "site" / "corrections").exists()
    (guide / "docs" / "index.md").write_text("# Home\n\n[Corrections](corrections.md), [1989](event:crc-1989).\n")
    expected = 'docs/index.md:3:1: No file in docs/ is "corrections.md". Check the spelling. [unknown-file]'
    assert [str(problem) for problem in find_problems(load_config("mkdocs.yml"))] == [expected]
    with pytest.raises(Abort, match=r"The guide has 1 problem, listed above\."):
        build_here(guide)
    assert expected in [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]


def test_a_draft_shows_while_it_is_written(guide: Path) -> None:
    with (guide / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("draft_docs: corrections.md\n")
    change(guide / "docs" / "index.md", "Begin with", "See [what was mended](corrections.md). Begin with")
    build_here(guide, "serve")
    site = Site(guide / "site")
    assert "Nobody knows the day." in words(site.pages["corrections/"].root)
    assert site.dead_links() == []


def test_a_build_replaces_the_last_site(guide: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    (guide / "site").mkdir()
    (guide / "site" / "stale.html").write_text("Of the last build.")
    build_here(guide)
    assert not (guide / "site" / "stale.html").exists()
    assert (guide / "site" / "index.html").is_file()
    assert not list(guide.glob("site.*"))
    assert [record.getMessage() for record in caplog.records if record.levelno > logging.INFO] == []


def test_serve_sees_what_changed_between_two_builds(guide: Path, caplog: pytest.LogCaptureFixture) -> None:
    build_here(guide, "serve")
    assert not (guide / "site.new").exists()

    change(guide / "glossary.yaml", "Too little money to live on.", "Too little to live on.")
    change(guide / "glossary.yaml", "id: hotline\n", "id: helpline\n")
    change(guide / "timeline.yaml", "terms: [hotline]", "terms: [helpline]")
    change(guide / "timeline.yaml", "date: 1999", "date: 1998")
    change(guide / "bibliography.bib", "The Law of the Child: A History", "The Law of Childhood")
    with pytest.raises(Abort, match=r"The guide has 1 problem"):  # one link still names the old id
        build_here(guide, "serve")
    unknown = 'No term in glossary.yaml has the id "hotline". Did you mean "helpline"? [unknown-term]'
    assert f"docs/background.md:9:60: {unknown}" in [record.getMessage() for record in caplog.records]

    change(guide / "docs" / "background.md", "term:hotline", "term:helpline")
    build_here(guide, "serve")
    site = Site(guide / "site")
    background = site.pages["background/"]
    assert {"Too little to live on."} <= {link.get("data-definition") for link in background.by_class("guide-term")}
    assert "The Law of Childhood" in words(background.root)
    assert "term-helpline" in site.pages["key-terms/"].ids
    assert "term-hotline" not in site.pages["key-terms/"].ids
    assert "1998" in words(site.pages["timeline/"].root)
    everything = "".join(page.html for page in site.pages.values())
    assert "Too little money to live on." not in everything
    assert "A History" not in everything
    assert site.dead_links() == []


# The guide itself


@pytest.fixture(scope="module")
def chapters(real: tuple[str, Site]) -> dict[str, Page]:
    _, site = real
    return {address: page for address, page in site.pages.items() if address != "404.html"}


@pytest.fixture(scope="module")
def glossary() -> list[dict[str, object]]:
    entries: list[dict[str, object]] = yaml.load((ROOT / "glossary.yaml").read_text("utf-8"), yaml.BaseLoader)
    return entries


@pytest.fixture(scope="module")
def timeline() -> list[dict[str, object]]:
    events: list[dict[str, object]] = yaml.load((ROOT / "timeline.yaml").read_text("utf-8"), yaml.BaseLoader)
    return events


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    text = (ROOT / "bibliography.bib").read_text("utf-8")
    return {source.key: source for source in read_sources(SourceFile("bibliography.bib", text))[0]}


def links_of(page: Page) -> set[tuple[str, str]]:
    """Each link, as the section where it stands and the address it leads to."""
    return {(page.section(link), target) for link, target in page.links}


def test_all_chapters_are_there(chapters: dict[str, Page]) -> None:
    assert set(CHAPTERS) <= set(chapters)
    assert all(len(list(chapters[address].root.iter("h1"))) == 1 for address in CHAPTERS)


def test_notes_have_the_ids_and_classes_that_tooltips_need(chapters: dict[str, Page]) -> None:
    for page in chapters.values():
        calls = [link.get("href", "") for link in page.by_class("footnote-ref")]
        notes = [f"#{item.attrib['id']}" for item in page.root.iter("li") if item.get("id", "").startswith("fn")]
        listed = [call for call in calls if page.address != "corrections/" or call.startswith("#")]
        assert list(dict.fromkeys(listed)) == notes, page.address
        assert notes == [f"#fn:{number}" for number in range(1, len(notes) + 1)], page.address


def test_every_term_is_linked_both_ways(chapters: dict[str, Page], glossary: list[dict[str, object]]) -> None:
    entries = {f"term-{term['id']}" for term in glossary}
    key_terms = chapters["key-terms/"]
    back_links = links_of(key_terms)
    mentions = {
        (target.partition("#")[2], f"{page.address}#{page.section(link)}")
        for page in chapters.values()
        for link, target in page.links
        if target.startswith("key-terms/#term-") and "guide-term" in link.get("class", "").split()
        if not page.inside(link, "guide-editor-notes", "footnote")
    }
    assert entries
    assert mentions <= back_links
    see_also = {(target, section) for section, target in back_links if target != f"key-terms/#{section}"}
    others = {target for target, section in see_also if section in entries}
    assert entries <= {term for term, _ in mentions} | {target.partition("#")[2] for target in others}


def test_every_event_is_linked_both_ways(chapters: dict[str, Page], timeline: list[dict[str, object]]) -> None:
    out = links_of(chapters["timeline/"])
    everywhere = {
        (f"{page.address}#{section}", target) for page in chapters.values() for section, target in links_of(page)
    }
    assert timeline
    for event in timeline:
        anchor = f"event-{event['id']}"
        sections = [f"stakeholders/#{actor}" for actor in listed(event, "actors")]
        sections += [see.replace(".md", "/").replace("index/", "") for see in listed(event, "see")]
        assert sections, anchor
        for section in sections:
            assert (anchor, section) in out
            assert (section, f"timeline/#{anchor}") in everywhere
        for term in listed(event, "terms"):
            assert (anchor, f"key-terms/#term-{term}") in out
            assert (f"key-terms/#term-{term}", f"timeline/#{anchor}") in everywhere


def listed(entry: dict[str, object], name: str) -> list[str]:
    value = entry.get(name, [])
    assert isinstance(value, list)
    return value


def test_every_stakeholder_is_linked_both_ways(chapters: dict[str, Page]) -> None:
    stakeholders = [heading.attrib["id"] for heading in chapters["stakeholders/"].root.iter("h2") if heading.get("id")]
    assert stakeholders
    leaving = links_of(chapters["stakeholders/"])
    arriving = {
        target
        for address, page in chapters.items()
        if address != "stakeholders/"
        for link, target in page.links
        if not page.inside(link, "md-nav", "md-footer", "guide-backlinks")
    }
    for name in stakeholders:
        assert f"stakeholders/#{name}" in arriving, name
        assert any(section == name and target.startswith("timeline/#event-") for section, target in leaving), name


def test_every_source_is_linked_both_ways(chapters: dict[str, Page], sources: dict[str, Source]) -> None:
    page = chapters["bibliography/"]
    entries = {item.attrib["id"]: item for item in page.root.iter("li") if item.get("id", "").startswith("ref-")}
    assert set(entries) == {f"ref-{key}" for key in sources}
    back = {
        (entry, page.resolve(link.attrib["href"]))
        for entry, item in entries.items()
        for link in item.iter("a")
        if page.inside(link, "guide-backlinks")
    }
    forth = {
        (target.partition("#")[2], f"{chapter.address}#fnref:{note.attrib['id'].removeprefix('fn:')}")
        for chapter in chapters.values()
        for note in chapter.root.iter("li")
        if note.get("id", "").startswith("fn")
        for link in note.iter("a")
        for target in [chapter.resolve(link.get("href", ""))]
        if target.startswith("bibliography/#ref-")
    }
    assert {(entry, target) for entry, target in back if "#fnref:" in target} == forth
    uncited = set(entries) - {entry for entry, target in back if not target.startswith("countries/")}
    assert uncited == {f"ref-{key}" for key, source in sources.items() if source.is_further_reading}


def test_there_is_no_e_mail_address(real: tuple[str, Site]) -> None:
    address = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
    built = [file for ending in ("html", "json", "xml") for file in real[1].root.rglob(f"*.{ending}")]
    written = [*ROOT.glob("*.yaml"), *ROOT.glob("*.yml"), *ROOT.glob("*.bib"), *ROOT.glob("*.md")]
    written += (ROOT / "docs").rglob("*.md")
    assert len(built) > 10
    assert len(written) > 10
    assert {file.name: address.findall(file.read_text("utf-8")) for file in [*built, *written]} == {
        file.name: [] for file in [*built, *written]
    }


def test_the_chairs_pages_are_in_the_site_and_out_of_the_delegates_way(real: tuple[str, Site]) -> None:
    site = real[1]
    pages = {address for address in site.pages if address.startswith("chairs/")}
    assert {"chairs/", "chairs/warnings/"} <= pages
    index = json.loads((site.root / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert [entry["location"] for entry in index["docs"] if entry["location"].startswith("chairs/")] == []
    leading_there = {
        page.address for page in site.pages.values() for _, target in page.links if target.partition("#")[0] in pages
    }
    assert leading_there <= pages


def test_nothing_is_fetched_from_another_site(real: tuple[str, Site]) -> None:
    site = real[1]
    elsewhere = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)
    fetched = [address for page in site.pages.values() for address in page.fetched]
    for file in site.root.rglob("*.css"):
        fetched += re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""", file.read_text("utf-8"))
    assert any(address.endswith(".js") for address in fetched)
    assert [address for address in fetched if elsewhere.match(address)] == []
