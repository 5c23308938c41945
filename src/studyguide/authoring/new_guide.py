"""Make a new guide: a folder with the blank guide, rendered with the answers, and the engine as a wheel.

Copier asks the questions and renders the template; the answers can also come from a file.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from studyguide.authoring.engine_wheel import fetch_wheel, unpack_wheel
from studyguide.authoring.fonts import FONTS_LOCK, fonts_lock, needed_typefaces
from studyguide.authoring.managed import managed_files
from studyguide.authoring.refused import RefusedError, StoppedError
from studyguide.authoring.template_languages import blank_guide_in
from studyguide.data.paths import ENGINE, SETTINGS
from studyguide.data.settings import read_settings
from studyguide.data.yaml_entries import syntax_problem
from studyguide.diagnostics.diagnostic import Problem, did_you_mean
from studyguide.diagnostics.source_text import read_source_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TEMPLATE = Path("authoring", "template")
"""The folder, within the package, of the questions and the blank guide."""
_INTO_GUIDES = ("authoring/template/", "authoring/font_locks/", "data/schemas/", "requirements.lock")
"""What of the package goes into a guide; the rest, a thousand files, stays in the wheel."""

_FIRST_VERSION = (
    ("init", "--quiet", "--initial-branch=main"),
    ("add", "--all"),
    ("commit", "--quiet", "--message", "Start the guide from the blank one"),
)
"""The Git commands that commit the first version."""
GIT_INTRODUCTION = """\
git config --global user.name "Anna Smith"
git config --global user.email "anna@example.org"
"""
"""The commands for a user whose name Git does not know yet."""
_OF_TOPIC = ("introduction.md", "background.md", "previous-attempts.md", "solutions.md")
"""The chapters that each topic has for itself; the others serve all topics."""
_LINK = re.compile(r"(\]\()([\w-]+\.md)")
_VALIDATION = re.compile(r"^Validation error for question '(\w+)': ")
_MISSING = re.compile(r'^Question "(\w+)" is required$')


def make_guide(
    folder: Path,
    answers: dict[str, str] | None = None,
    engine: Path | None = None,
    likely: Mapping[str, str] | None = None,
    fill: Callable[[Path, Mapping[str, str]], None] = lambda _guide, _answers: None,
) -> None:
    """Make a guide in a new or empty folder; without `answers`, ask for them at the terminal.

    `engine` is a wheel or the folder of the engine's sources; None uses what the running engine was installed from.
    `likely` are answers to begin with at the terminal, where Enter accepts them. `fill` gets the blank guide and the
    answers before the guide stands in its place. Raises `RefusedError` if the folder or an answer cannot be used,
    `WheelError` if there is no engine, `StoppedError` if whoever is asked stops, and what `fill` raises; nothing is
    left behind then.
    """
    _refuse(folder, has_answers=answers is not None)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as made:
        guide = Path(made) / folder.name
        wheel = fetch_wheel(engine, Path(made, "wheel"))
        package = unpack_wheel(wheel, Path(made, "package"), _INTO_GUIDES)
        given = _fill_template(package / TEMPLATE, guide, answers, likely or {})
        _add_engine(guide, package, wheel)
        fill(guide, given)
        if folder.exists():
            folder.rmdir()
        guide.rename(folder)


def _refuse(folder: Path, *, has_answers: bool) -> None:
    around = next((parent for parent in folder.parents if (parent / SETTINGS).is_file()), None)
    if around:
        raise RefusedError(f"{folder} is inside the guide {around}. Name one beside it, such as ../whistleblowers.")
    if not has_answers and not sys.stdin.isatty():
        raise RefusedError("Nobody can be asked here. Name a file with the answers: ANSWERS=answers.yaml.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RefusedError(f"{folder} is there already. Name a folder that does not exist yet, or an empty one.")


def _fill_template(
    template: Path, guide: Path, answers: dict[str, str] | None, likely: Mapping[str, str]
) -> dict[str, str]:
    """Fill the blank guide, and return the answers."""
    try:
        given = _copy_blank_guide(template, guide, answers, likely)
    except ValueError as error:
        words = _VALIDATION.sub(r"\1: ", str(error))
        raise RefusedError(
            _MISSING.sub(r"Nothing says the \1. Write it into the file of ANSWERS=, as \1: ...", words)
        ) from error
    if translated := blank_guide_in(given["language"], template):
        _copy_blank_guide(template, guide, {**given, "folder": translated.relative_to(template).as_posix()}, {})
    if given.get("second_topic"):
        _add_second_topic(guide / "docs")
    return given


def _add_second_topic(docs: Path) -> None:
    """Copy the chapters that each topic has for itself into a folder of the second, with their links to the others."""
    folder = docs / "topic-2"
    folder.mkdir()
    for name in _OF_TOPIC:
        text = (docs / name).read_text(encoding="utf-8")
        linked = _LINK.sub(lambda link: link[0] if link[2] in _OF_TOPIC else f"{link[1]}../{link[2]}", text)
        (folder / name).write_text(linked, encoding="utf-8", newline="\n")


def _copy_blank_guide(
    template: Path, guide: Path, answers: Mapping[str, str] | None, likely: Mapping[str, str]
) -> dict[str, str]:
    """Lay the files of the blank guide, rendered with `answers` or with those asked for, over `guide`; return these."""
    import copier  # imported late: a document is read without it
    from copier.errors import CopierAnswersInterrupt, InteractiveSessionError

    try:
        copied = copier.run_copy(
            str(template),
            guide,
            data=dict(answers) if answers is not None else None,
            # At the terminal a default is prefilled, and typing would append to it: only what this guide says is.
            user_defaults=_likely_answers() if answers is not None else dict(likely),
            defaults=answers is not None,
            overwrite=True,
            quiet=True,
            unsafe=True,  # the template is ours, and so is the extension that it names
        )
    except (CopierAnswersInterrupt, InteractiveSessionError) as error:
        raise StoppedError from error
    given = copied.answers.combined
    return {name: str(given[name]) for name in copied.template.questions_data if name in given}


def _likely_answers() -> dict[str, str]:
    """Return the answers that the guide in this folder, if any, suggests for the next one."""
    file = read_source_file(Path(), SETTINGS)
    here = None if isinstance(file, Problem) else read_settings(file).guide
    return {name: here.text(name) for name in ("conference", "committee") if name in here.fields} if here else {}


def _add_engine(guide: Path, package: Path, wheel: Path) -> None:
    content = wheel.read_bytes()
    for path, managed in managed_files(package, wheel.name, sha256(content).hexdigest()).items():
        file = guide / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(managed)
    if fonts := fonts_lock(package, needed_typefaces(guide)):
        (guide / FONTS_LOCK).write_text(fonts, encoding="utf-8", newline="\n")
    (guide / "engine").mkdir()
    shutil.copy(wheel, guide / "engine")


def commit(folder: Path) -> tuple[str, str]:
    """Commit the first version with Git; return what was done, and the commands that are left to the user."""
    program = shutil.which("git")
    if not program:
        return "Git is not installed here: the folder has no history yet.", ""

    def git(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603

    for number, words in enumerate(_FIRST_VERSION):
        done = git(*words)
        if done.returncode:
            steps = GIT_INTRODUCTION if git("var", "GIT_COMMITTER_IDENT").returncode else ""
            steps += "\n".join(subprocess.list2cmdline(["git", *left]) for left in _FIRST_VERSION[number:])
            said = (done.stderr.strip().splitlines() or ["nothing"])[-1]
            return f"Nothing is committed yet. Git says: {said}", steps
    return "Its first version is committed.", ""


def read_answers(file: Path) -> dict[str, str]:
    """Read a YAML file of answers. Raises `RefusedError` if it is invalid, or answers an unknown question."""
    text = read_source_file(Path(), file.as_posix())
    if isinstance(text, Problem):
        raise RefusedError(f"{text.where}: {text.words}")
    try:
        answers = yaml.load(text.text, yaml.CBaseLoader)  # noqa: S506 (CBaseLoader constructs only strings)
    except yaml.MarkedYAMLError as error:
        problem = syntax_problem(text, error)
        raise RefusedError(f"{problem.where}: {problem.words}") from error
    except yaml.YAMLError as error:
        raise RefusedError(f"{file}: A character here cannot stand in YAML.") from error
    if not isinstance(answers, dict) or not all(isinstance(answer, str) for answer in answers.values()):
        raise RefusedError(
            f"{file} holds no answers. Write one a line, such as `topic: The protection of whistleblowers`."
        )
    questions = yaml.load((ENGINE / TEMPLATE / "copier.yml").read_bytes(), yaml.CSafeLoader)
    asked = [name for name in questions if not name.startswith("_")]
    for name in answers:
        if name not in asked:
            hint = did_you_mean(str(name), asked) or f"The questions are {', '.join(asked)}."
            raise RefusedError(f'{file}: nobody asks for "{name}". {hint}')
    return answers
