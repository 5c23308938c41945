"""Make the next guide: `python hooks/new_guide.py ../whistleblowers`, or `make new DIR=../whistleblowers`.

The new folder gets the engine as it stands here, and the blank guide of `template/`, filled with the answers. Copier
asks and fills; `--answers FILE` gives the answers in YAML instead.
"""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml
from copier import run_copy
from copier.errors import CopierAnswersInterrupt, InteractiveSessionError
from mkdocs.utils.yaml import yaml_load
from pathspec import GitIgnoreSpec

from blank_guide import ROOT
from studyguide.data.entries import syntax_problem
from studyguide.files import read_source_file
from studyguide.problems import Problem, did_you_mean

TEMPLATE = ROOT / "template"
ENGINE = (
    ".ci",
    ".editorconfig",
    ".github",
    ".gitignore",
    ".vscode",
    "LONGEVITY.md",
    "Makefile",
    "benchmarks",
    "docs/chairs",
    "hooks",
    "overrides",
    "pyproject.toml",
    "requirements.lock",
    "requirements-new.lock",
    "requirements-test.lock",
    "schemas",
    "styles",
    "template",
    "tests",
)
"""What every guide has in common."""
OWN = ("/.github/preview.png", "/tests/**/guide/")
"""What within it is about this guide alone, in the way of .gitignore: a picture of its pages, tests of its text."""


_FIRST_VERSION = (
    ("init", "--quiet", "--initial-branch=main"),
    ("add", "--all"),
    ("commit", "--quiet", "--message", "Start the guide from the blank one"),
)
"""What is said to Git."""
_INTRODUCTION = """\
git config --global user.name "Anna Smith"
git config --global user.email "anna@example.org"
"""
"""For a computer on which Git knows nobody."""
_VALIDATION = re.compile(r"^Validation error for question '(\w+)': ")


class RefusedError(Exception):
    """The guide cannot be made, and the message says why."""


def make_guide(folder: Path, answers: dict[str, str] | None = None) -> None:
    """Make a guide in a new or empty folder. Without `answers`, somebody is asked at the terminal.

    Raises `RefusedError` where the folder or an answer cannot be used; nothing is left behind then.
    """
    _refuse(folder, has_answers=answers is not None)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as made:
        guide = Path(made) / folder.name
        _fill_template(guide, answers)
        _copy_engine(guide)
        if folder.exists():
            folder.rmdir()
        guide.rename(folder)


def _refuse(folder: Path, *, has_answers: bool) -> None:
    if folder.is_relative_to(ROOT):
        raise RefusedError(f"{folder} is inside this guide. Name a folder beside it, such as ../whistleblowers.")
    if not has_answers and not sys.stdin.isatty():
        raise RefusedError("Nobody can be asked here. Name a file with the answers: ANSWERS=answers.yaml.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RefusedError(f"{folder} is there already. Name a folder that does not exist yet, or an empty one.")


def _fill_template(guide: Path, answers: dict[str, str] | None) -> None:
    ours = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8")).get("extra", {}).get("guide", {})
    likely = {name: ours[name] for name in ("conference", "committee") if name in ours}
    try:
        run_copy(
            str(TEMPLATE),
            guide,
            data=answers,
            user_defaults=likely if answers is not None else {},  # at the terminal, what one types would stand behind
            defaults=answers is not None,
            quiet=True,
            unsafe=True,  # the template is ours, and so is the extension that it names
        )
    except ValueError as error:
        raise RefusedError(_VALIDATION.sub(r"\1: ", str(error))) from error


def _copy_engine(guide: Path) -> None:
    """Copy what every guide has in common; what the template has made stays."""
    ignored = GitIgnoreSpec.from_lines([*(ROOT / ".gitignore").read_text("utf-8").splitlines(), *OWN])

    def left_out(folder: str, names: list[str]) -> set[str]:
        here = Path(folder)
        paths = {name: f"{(here / name).relative_to(ROOT).as_posix()}{'/' * (here / name).is_dir()}" for name in names}
        return {name for name, path in paths.items() if ignored.match_file(path)}

    for name in ENGINE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, guide / name, ignore=left_out, dirs_exist_ok=True)
        else:
            shutil.copy(ROOT / name, guide / name)


def _commit(folder: Path) -> tuple[str, str]:
    """Keep the first version with git; say what was done, and what somebody has to do for it."""
    program = shutil.which("git")
    if not program:
        return "Git is not installed here: the folder has no history yet.", ""

    def git(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603

    for number, words in enumerate(_FIRST_VERSION):
        done = git(*words)
        if done.returncode:
            steps = _INTRODUCTION if git("var", "GIT_COMMITTER_IDENT").returncode else ""
            steps += "\n".join(subprocess.list2cmdline(["git", *left]) for left in _FIRST_VERSION[number:])
            said = (done.stderr.strip().splitlines() or ["nothing"])[-1]
            return f"Nothing is committed yet. Git says: {said}", steps
    return "Its first version is committed.", ""


def _read_answers(file: Path) -> dict[str, str]:
    """Read a file of answers. Raises `RefusedError` where it is none, or answers what nobody asks."""
    text = read_source_file(Path(), file.as_posix())
    if isinstance(text, Problem):
        raise RefusedError(f"{text.where}: {text.words}")
    try:
        answers = yaml.load(text.text, yaml.CBaseLoader)  # noqa: S506 (each value is a text)
    except yaml.MarkedYAMLError as error:
        problem = syntax_problem(text, error)
        raise RefusedError(f"{problem.where}: {problem.words}") from error
    except yaml.YAMLError as error:
        raise RefusedError(f"{file}: A character here cannot stand in YAML.") from error
    if not isinstance(answers, dict) or not all(isinstance(answer, str) for answer in answers.values()):
        raise RefusedError(
            f"{file} holds no answers. Write one a line, such as `topic: The protection of whistleblowers`."
        )
    asked = [name for name in yaml.safe_load((TEMPLATE / "copier.yml").read_text("utf-8")) if not name.startswith("_")]
    for name in answers:
        if name not in asked:
            hint = did_you_mean(str(name), asked) or f"The questions are {', '.join(asked)}."
            raise RefusedError(f'{file}: nobody asks for "{name}". {hint}')
    return answers


def main(arguments: Sequence[str]) -> int:
    """Make the guide that the `arguments` of the command line ask for, and say how to go on."""
    parser = argparse.ArgumentParser(description="Make the next guide: a new folder with everything in it.")
    parser.add_argument("folder", type=Path, help="a new folder, not inside this one")
    parser.add_argument("--answers", type=Path, help="a YAML file with the answers, so that nobody is asked")
    options = parser.parse_args(arguments)
    folder: Path = options.folder.expanduser().resolve()
    try:
        make_guide(folder, _read_answers(options.answers) if options.answers else None)
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 2
    except (CopierAnswersInterrupt, InteractiveSessionError):
        print("Stopped. Nothing was made.", file=sys.stderr)
        return 130
    done, to_do = _commit(folder)
    steps = [
        shlex.join(["cd", str(options.folder)]),
        "make serve          It shows the guide on http://127.0.0.1:8000/ while you write. Ctrl+C stops it.",
        "Open docs/introduction.md. A box in each section says what belongs there:\n"
        "write the section, and delete the box. README.md says what comes then, and how to put the guide online.",
    ]
    if to_do:
        who = " with your name and address, which its history shows to all" if to_do.startswith(_INTRODUCTION) else ""
        steps.insert(1, f"Keep the first version{who}:\n{to_do}")
    print(f"The new guide is in {folder}. {done}\n\nNext:")
    for number, step in enumerate(steps, 1):
        print(f"  {number}. {step.replace(chr(10), f'{chr(10)}     ')}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
