"""The next guide: made from the blank one and a wheel, whatever is answered, it builds and passes its own tests."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from copier.errors import InteractiveSessionError
from mkdocs.utils.yaml import yaml_load

from studyguide import cli
from studyguide.authoring import new_guide
from studyguide.authoring.engine_wheel import fetch_wheel
from studyguide.authoring.managed import MANAGED
from studyguide.authoring.new_guide import make_guide, read_answers
from studyguide.authoring.refused import RefusedError
from studyguide.authoring.template_languages import template_languages
from tests.crawler import Site, words
from tests.paths import ENGINE, MANUAL, ROOT, STYLES

TEMPLATE = ENGINE / new_guide.TEMPLATE
HOSTILE = 'Anna "Ann" O\'Neil: # {{ x }} <b> & *Über* [Ελλάδα](Київ) {% y %}'
ANSWERS = {"topic": HOSTILE, "committee": f"- {HOSTILE}", "conference": "No", "language": "nl", "style": "apa"}
ANSWERS["officer"] = f"{HOSTILE}, Chair"
COMMITTEE = {"committee": "UNODC", "conference": "PSMUN"}
ENV = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT / "src")}


def python(guide: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python in a guide's folder."""
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=guide, env=ENV, capture_output=True, text=True, check=False
    )


def build(guide: Path) -> str:
    """Build a guide; what the strict build tells."""
    done = python(guide, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def settings(guide: Path) -> dict[str, Any]:
    return yaml_load((guide / "mkdocs.yml").read_text(encoding="utf-8"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def lines_of(files: Sequence[Path]) -> int:
    return sum(len(file.read_bytes().splitlines()) for file in files if file.suffix not in {".lock", ".whl"})


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine as it stands here."""
    return fetch_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A new guide."""
    folder = tmp_path_factory.mktemp("new") / "one more" / "guide"
    make_guide(folder, ANSWERS, wheel)
    return folder


@pytest.fixture(scope="module")
def built(guide: Path) -> tuple[str, Site]:
    """What its strict build tells, and its site."""
    return build(guide), Site(guide / "site")


@pytest.fixture
def changed(guide: Path, tmp_path: Path) -> Path:
    """A copy of the new guide, to change."""
    return copytree(guide, tmp_path / "changed", ignore=lambda *_: {"site", ".cache"})


def test_nothing_but_what_is_to_be_written_is_told(built: tuple[str, Site]) -> None:
    told = [line for line in built[0].splitlines() if "Warning" in line or not line.startswith("INFO")]
    assert told
    assert [line for line in told if not line.endswith("[still-to-write]")] == []


def test_every_link_of_the_new_site_leads_somewhere(built: tuple[str, Site]) -> None:
    assert built[1].dead_links() == []
    assert (built[1].root / "handout.pdf").read_bytes().startswith(b"%PDF")


def test_answers_show_letter_for_letter(built: tuple[str, Site]) -> None:
    home = built[1].pages[""]
    (title,) = home.root.iter("h1")
    assert words(title).startswith(HOSTILE)
    shown = [words(item) for item in home.root.iter("li")]
    for label, name in {
        "Forum": "committee",
        "Topic": "topic",
        "Conference": "conference",
        "Student officer": "officer",
    }.items():
        assert f"{label}: {ANSWERS[name]}" in shown
    for page in built[1].pages.values():
        (title,) = [element for element in page.root.iter("title") if page.parents[element].tag == "head"]
        assert words(title).endswith(HOSTILE)
        assert not list(page.root.iter("b"))


def test_answers_stand_in_the_settings(guide: Path) -> None:
    made = settings(guide)
    assert made["site_name"] == HOSTILE
    assert made["site_author"] == HOSTILE
    assert made["theme"]["language"] == ANSWERS["language"]
    answered = {name: answer for name, answer in ANSWERS.items() if name not in {"topic", "language", "style"}}
    assert made["extra"]["guide"] == answered | {"contact": "", "header_link": "", "downloads": []}


def test_its_settings_do_not_drift_from_ours(guide: Path) -> None:
    """Else a setting that is added here would be missing from the next guide."""
    made, ours = settings(guide), settings(ROOT)
    assert list(made) == list(ours)
    assert list(made["extra"]) == list(ours["extra"])
    assert made["extra"]["guide"].keys() == ours["extra"]["guide"].keys()
    made["theme"]["language"] = ours["theme"]["language"]
    (made_bibtex,) = (plugin["bibtex"] for plugin in made["plugins"] if "bibtex" in plugin)
    assert made_bibtex["csl_file"] == "apa"
    made_bibtex["csl_file"] = "mla-notes"
    for name in ("site_name", "site_description", "site_author", "copyright", "nav"):
        made[name] = ours[name]
    made["extra"]["guide"] = ours["extra"]["guide"]
    assert made == ours


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        ("LICENSE", "", "\n-----"),
        ("CONTRIBUTING.md", "", "\nAll fields of a term and an event "),
        ("CONTRIBUTING.md", "\nOn your own computer", "\n## What we ask"),
    ],
)
def test_what_contributors_read_does_not_drift_from_ours(guide: Path, path: str, first: str, last: str) -> None:
    made = (guide / path).read_text(encoding="utf-8")
    part = made[made.index(first) : made.index(last)]
    assert part.count("\n") > 5
    assert part in (ROOT / path).read_text(encoding="utf-8")


def test_it_is_small(guide: Path) -> None:
    made = [path for path in guide.rglob("*") if path.is_file()]
    files = [path for path in made if path.relative_to(guide).parts[0] not in {"site", ".cache"}]
    assert len(files) <= 48
    assert 1000 < lines_of(files) <= 3500


def test_it_holds_the_engine_as_one_file(guide: Path, wheel: Path) -> None:
    assert [file.name for file in (guide / "engine").iterdir()] == [wheel.name]
    assert (guide / "engine" / wheel.name).read_bytes() == wheel.read_bytes()
    assert f"\n./engine/{wheel.name} --hash=sha256:" in (guide / "requirements.lock").read_text(encoding="utf-8")
    for path in (".gitignore", "Makefile", "tests/test_guide.py", ".github/workflows/publish.yml"):
        assert (guide / path).read_bytes() == (ENGINE / MANAGED / path).read_bytes()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_no_text_leads_to_what_is_not_there(guide: Path, name: str) -> None:
    text = (guide / name).read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([\w./-]+)\)", text, re.ASCII)
    written = re.findall(r"`([\w./-]+(?:/|\.yaml|\.yml|\.bib|\.lock))`", text)
    made_later = {"site/", "styles/", "labels/", "chairs/", "chairs/fields/", "assets/map.svg", "fonts.lock"}
    assert [path for path in {*linked, *written} - made_later if not (guide / path).exists()] == []
    makefile = (guide / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"\bmake ([a-z]+)", "".join(re.findall(r"`[^`]+`|^    .*", text, re.MULTILINE))))
    assert {"check", "explain"} <= targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_its_own_tests_pass(guide: Path) -> None:
    done = python(guide, "pytest", "tests")
    assert done.returncode == 0, done.stdout


def test_its_own_tests_tell_what_is_lost(changed: Path) -> None:
    """A dead link, a lost and a forbidden word, and a PDF without a chapter, each by its test."""
    (changed / "hooks" / "mine.py").write_text(
        "def on_post_page(output, page, config):\n    return output.replace('<h1', '<a href=\"../none/\"></a><h1')\n"
    )
    edit(changed / "mkdocs.yml", "hooks: [hooks/guide.py]", "hooks: [hooks/guide.py, hooks/mine.py]")
    edit(changed / "tests" / "words.yaml", "required:\n", "required:\n  - Nobody wrote this.\n")
    edit(changed / "docs" / "background.md", "\n# Background\n", "\n# Background\n\nLorem ipsum.\n")
    done = python(changed, "pytest", "tests")
    failed = re.findall(r"^FAILED tests/test_guide.py::(\w+)", done.stdout, re.MULTILINE)
    assert failed == [
        "test_every_link_leads_somewhere",
        "test_no_chapter_term_or_event_is_lost",
        "test_no_forbidden_word_is_used",
    ], done.stdout
    assert 'docs/background.md:7: Not "lorem ipsum", but the text itself.' in done.stdout


def test_its_own_tests_know_a_guide_without_pdfs(changed: Path) -> None:
    edit(changed / "mkdocs.yml", '    contact: ""\n', '    contact: ""\n    pdf: false\n')
    done = python(changed, "pytest", "tests")
    assert done.returncode == 0, done.stdout


def test_a_guide_has_hooks_templates_styles_and_stylesheets_of_its_own(changed: Path) -> None:
    """Beside the engine's: its own block, and each of the engine's, stand in the page."""
    (changed / "hooks" / "mine.py").write_text(
        "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nWritten by a hook.\\n'\n"
    )
    (changed / "overrides").mkdir()
    (changed / "overrides" / "main.html").write_text(
        '{% extends "studyguide.html" %}\n{% block announce %}The conference begins on Friday.{% endblock %}\n'
    )
    (changed / "styles").mkdir()
    style = (STYLES / "mla-notes.csl").read_text(encoding="utf-8")
    (changed / "styles" / "mine.csl").write_text(style.replace('<layout suffix=".">', '<layout suffix=" (ours).">'))
    (changed / "docs" / "assets").mkdir()
    (changed / "docs" / "assets" / "mine.css").write_text("h1 { letter-spacing: 3px; }\n")
    edit(changed / "mkdocs.yml", "hooks: [hooks/guide.py]", "hooks: [hooks/guide.py, hooks/mine.py]")
    edit(changed / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    edit(changed / "mkdocs.yml", "csl_file: apa", "csl_file: styles/mine.csl")
    edit(changed / "mkdocs.yml", "\nplugins:", "\nextra_css: [assets/mine.css]\n\nplugins:")
    build(changed)
    site = Site(changed / "site")
    page = site.pages["introduction/"]
    for shown in ("Written by a hook.", "The conference begins on Friday.", 'role="presentation"'):
        assert shown in page.html
    assert " (ours)." in site.pages["bibliography/"].html
    sheets = [page.resolve(address) for address in page.fetched if address.endswith(".css")]
    assert "letter-spacing:3px" in "".join((site.root / sheet).read_text("utf-8") for sheet in sheets).replace(
        ": ", ":"
    )


def test_a_second_topic_has_chapters_of_its_own(tmp_path: Path, wheel: Path) -> None:
    guide = tmp_path / "guide"
    make_guide(guide, {**COMMITTEE, "topic": "Floods", "second_topic": "Droughts: a start"}, wheel)
    made = settings(guide)
    assert (made["site_name"], made["extra"]["guide"]["topic"]) == ("UNODC", ["Floods", "Droughts: a start"])
    own = ["introduction.md", "background.md", "previous-attempts.md", "solutions.md"]
    sections = {title: below for item in made["nav"] for title, below in item.items() if isinstance(below, list)}
    assert [path for chapter in sections["Floods"] for path in chapter.values()] == own
    second = [path for chapter in sections["Droughts: a start"] for path in chapter.values()]
    assert second == [f"topic-2/{name}" for name in own]
    text = (guide / "docs" / "topic-2" / "background.md").read_text(encoding="utf-8")
    assert "](../timeline.md)" in text
    assert "](solutions.md#questions)" in text
    assert "0 to mend" in python(guide, "studyguide", "check").stdout
    with pytest.raises(RefusedError, match="second_topic: This is the first topic"):
        make_guide(tmp_path / "other", {**COMMITTEE, "topic": "Floods", "second_topic": "Floods"}, wheel)


def test_what_is_unlikely_to_change_need_not_be_answered(
    tmp_path: Path, wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a guide is in this folder, the next one is likely of its committee and conference."""
    monkeypatch.chdir(ROOT)
    make_guide(tmp_path / "guide", {"topic": "A topic"}, wheel)
    whole = settings(tmp_path / "guide")
    assert whole["theme"]["language"] == "en"
    made, ours = whole["extra"]["guide"], settings(ROOT)["extra"]["guide"]
    assert whole["site_name"] == "A topic"
    assert [made[name] for name in ("officer", "contact")] == ["", ""]
    assert [made[name] for name in COMMITTEE] == [ours[name] for name in COMMITTEE]
    assert "Student officer" not in (tmp_path / "guide" / "docs" / "index.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RefusedError, match="Nothing says the committee"):
        make_guide(tmp_path / "other", {"topic": "A topic"}, wheel)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "Nothing says the topic"),
        ({"topic": " "}, "topic: Please write an answer."),
        ({"topic": "A", "officer": "a\nb"}, "officer: Please write it in one line"),
        ({"topic": "A", "style": "MLA"}, 'style: "MLA" is no style that comes with the engine. These do: mla-notes, '),
        ({"topic": "A", "language": "English"}, "language: The theme does not know the language"),
    ],
)
def test_a_bad_answer_leaves_nothing_behind(tmp_path: Path, wheel: Path, answers: dict[str, str], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        make_guide(tmp_path / "guide", COMMITTEE | answers, wheel)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, wheel: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "answers.yaml").write_text("topic: T\nconference: C\ncommittee: U\nofficer: O\n")
    for folder in (tmp_path / ("long" * 80), tmp_path / "answers.yaml" / "guide"):
        command = ["new", "--answers", str(tmp_path / "answers.yaml"), "--engine", str(wheel), str(folder)]
        assert cli.main(command) == 2
        told = capsys.readouterr().err
        assert told.startswith(f"{folder}: ")
        assert told.endswith(". Nothing was made. Name another folder.\n")
    assert {path.name for path in tmp_path.iterdir()} == {"answers.yaml"}


def test_no_folder_is_overwritten(tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "thesis.txt").write_text("Mine.")
    for folder in (full, full / "thesis.txt"):
        with pytest.raises(RefusedError, match="is there already"):
            make_guide(folder, ANSWERS)
    with pytest.raises(RefusedError, match="is inside the guide"):
        make_guide(ROOT / "docs" / "next", ANSWERS)
    assert [file.read_text() for file in full.iterdir()] == ["Mine."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("comittee: A\n", 'answers.yaml: nobody asks for "comittee". Did you mean "committee"?'),
        ("zebra: A\n", "The questions are topic, second_topic, committee, conference, language, officer, style."),
        ("A topic\n", "answers.yaml holds no answers."),
        ("topic: [a, b]\n", "answers.yaml holds no answers."),
        ("topic: A\nconference: a: b\n", "answers.yaml:2:14: This is not valid YAML. Put the text in quotation marks"),
        ("topic: a\vb\n", "answers.yaml: A character here cannot stand in YAML."),
    ],
)
def test_a_file_of_answers_with_a_slip(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(text)
    assert cli.main(["new", str(tmp_path / "guide"), "--answers", str(file)]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
    assert not (tmp_path / "guide").exists()


def test_a_file_of_answers_is_read_as_text(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("topic: 2030\nconference: No\nofficer:\n", encoding="utf-8")
    assert read_answers(file) == {"topic": "2030", "conference": "No", "officer": ""}


def test_where_nobody_can_be_asked_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", str(tmp_path / "guide")]) == 2
    assert capsys.readouterr().err.startswith("Nobody can be asked here.")
    assert cli.main(["new", str(tmp_path / "guide"), "--answers", str(tmp_path / "none.yaml")]) == 2
    assert "none.yaml:1: This file is missing." in capsys.readouterr().err
    (tmp_path / "old.yaml").write_bytes("topic: Übung".encode("cp1252"))
    assert cli.main(["new", str(tmp_path / "guide"), "--answers", str(tmp_path / "old.yaml")]) == 2
    assert "old.yaml:1: This file is not saved as UTF-8 text." in capsys.readouterr().err


def test_no_question_has_a_text_that_what_one_types_would_stand_behind(
    tmp_path: Path, wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = yaml.safe_load((TEMPLATE / "copier.yml").read_text(encoding="utf-8"))
    assert [name for name, question in questions.items() if name[0] != "_" and question.get("default")] == []
    asked: dict[str, object] = {}
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)

    def ask(*_: object, **options: object) -> None:
        asked.update(options)
        raise ValueError("nobody answers")

    monkeypatch.setattr("copier.run_copy", ask)
    with pytest.raises(RefusedError, match="nobody answers"):
        make_guide(tmp_path / "guide", engine=wheel)
    assert asked["user_defaults"] == {}


def test_questions_fit_a_terminal_of_80_columns() -> None:
    """With three columns before the first line."""
    text = (TEMPLATE / "copier.yml").read_text(encoding="utf-8")
    questions = yaml.safe_load(text.replace("{{ languages() }}", ", ".join(template_languages())))
    helps = [question["help"] for name, question in questions.items() if name[0] != "_" and "help" in question]
    assert [line for lines in helps for line in lines.split("\n") if len(line) > 73] == []


def test_the_chairs_page_names_every_question() -> None:
    questions = yaml.safe_load((TEMPLATE / "copier.yml").read_text(encoding="utf-8"))
    page = (MANUAL / "index.md").read_text(encoding="utf-8").partition("{#next-guide}")[2]
    assert [name for name in questions if name[0] != "_" and f"`{name}`" not in page] == []


@pytest.fixture
def options(tmp_path: Path, wheel: Path) -> list[str]:
    """What to type behind the folder, so that nobody is asked."""
    file = tmp_path / "answers.yaml"
    file.write_text(yaml.safe_dump(ANSWERS, allow_unicode=True), encoding="utf-8")
    return ["--answers", str(file), "--engine", str(wheel)]


@pytest.fixture
def _known_to_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    config = tmp_path / "gitconfig"
    config.write_text("[user]\n\tname = Anna\n\temail = anna\n\tuseConfigOnly = true\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))


@pytest.mark.usefixtures("_known_to_git")
def test_the_first_version_is_committed_and_the_next_steps_are_told(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "guide").mkdir()
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new", "guide", *options]) == 0
    told = capsys.readouterr().out
    assert f"The new guide is in {tmp_path / 'guide'}. Its first version is committed." in told
    assert re.findall(r"\d\. (.{8})", told) == ["cd guide", "make ser", "Open doc"]
    log = ["git", "log", "--format=%an: %s", "--stat"]
    history = subprocess.run(log, cwd="guide", capture_output=True, text=True, check=True).stdout
    assert history.startswith("Anna: Start the guide from the blank one\n")
    assert "docs/introduction.md" in history
    status = ["git", "status", "--short"]
    assert subprocess.run(status, cwd="guide", capture_output=True, text=True, check=True).stdout == ""


@pytest.mark.usefixtures("_known_to_git")
def test_without_an_author_nothing_is_committed_and_that_is_said(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    assert cli.main(["new", str(tmp_path / "guide"), *options]) == 0
    told = capsys.readouterr().out
    assert "Nothing is committed yet. Git says: " in told
    assert (tmp_path / "guide" / ".git").is_dir()
    assert re.findall(r"\d\. (.{8})", told) == ["cd " + str(tmp_path)[:5], "Keep the", "make ser", "Open doc"]
    steps = [shlex.split(step) for step in re.findall(r"^ +(git .*)", told, re.MULTILINE)]
    for step in steps:
        subprocess.run(step, cwd=tmp_path / "guide", check=True)
    log = ["git", "log", "--format=%an: %s"]
    history = subprocess.run(log, cwd=tmp_path / "guide", capture_output=True, text=True, check=True).stdout
    assert history == "Anna Smith: Start the guide from the blank one\n"


@pytest.mark.usefixtures("_known_to_git")
def test_where_git_fails_otherwise_what_is_left_is_told(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_guide, "_FIRST_VERSION", (("init", "--quiet"), ("no-command",), ("add", "--all")))
    assert cli.main(["new", str(tmp_path / "guide"), *options]) == 0
    told = capsys.readouterr().out
    assert "  2. Keep the first version:\n     git no-command\n     git add --all\n  3. make serve" in told


def test_without_git_the_folder_has_no_history(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cli.main(["new", str(tmp_path / "guide"), *options]) == 0
    assert "Git is not installed here" in capsys.readouterr().out
    assert not (tmp_path / "guide" / ".git").exists()


def test_stopping_at_a_question_leaves_nothing_behind(
    tmp_path: Path, wheel: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise InteractiveSessionError("the terminal was closed")

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("copier.run_copy", stop)
    assert cli.main(["new", str(tmp_path / "guide"), "--engine", str(wheel)]) == 130
    assert capsys.readouterr().err == "Stopped. Nothing was made.\n"
    assert list(tmp_path.iterdir()) == []


def test_without_an_engine_nothing_is_made(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "here").mkdir()
    assert cli.main(["new", str(tmp_path / "here" / "guide"), *options[:2], "--engine", str(tmp_path / "none")]) == 2
    assert "none. Name the engine, its wheel or the folder of its sources: ENGINE=path." in capsys.readouterr().err
    assert list((tmp_path / "here").iterdir()) == []
