"""A guide that held a copy of the engine gets the engine as one file; its text, and what its chairs made, stay."""

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from studyguide.authoring import upgrade
from studyguide.authoring.file_merge import fingerprint
from studyguide.authoring.legacy import read_manifest
from studyguide.authoring.upgrade import upgrade_guide
from studyguide.authoring.upgrade_plan import Engine, Plan, UpgradeError, engine_files
from tests.authoring.wheels import files_in, make_engine, make_wheel, write_files
from tests.paths import ENGINE, MANUAL, SITES

COPIED = {
    ".ci/run": b"#!/bin/sh\n",
    ".gitignore": b".venv/\n",
    "LONGEVITY.md": b"# How long it lasts\n",
    "Makefile": b"build: .venv/installed\n",
    "docs/chairs/index.md": b"# For chairs\n",
    "hooks/build.py": b"from studyguide import files\n",
    "hooks/print.py": b"from studyguide import handout\n",
    "hooks/studyguide/__init__.py": b'"""The core."""\n',
    "overrides/assets/stylesheets/guide.css": b":root { --guide: 1 }\n",
    "overrides/main.html": b'{% extends "base.html" %}\n',
    "requirements.lock": b"mkdocs==1.6.1\n",
    "styles/mla-notes.csl": b"<style/>\n",
    "template/copier.yml": b"topic:\n",
    "tests/helpers.py": b"HELP = 1\n",
    "tests/test_guide.py": b"from tests.helpers import HELP\n",
}
"""Stands for the copied engine."""
MANIFEST = {path: fingerprint(content) for path, content in COPIED.items()}
OLD_SETTINGS = """\
not_in_nav: /chairs/
extra_css: [assets/stylesheets/guide.css]
hooks: [hooks/build.py, hooks/print.py]
theme:
  name: material
  custom_dir: overrides
  language: en
  font: false
"""
NEW_SETTINGS = """\
hooks: [hooks/guide.py]
theme:
  name: material
  language: en
  font: false
"""
WHEEL = "engine/studyguide-2.1.0-py3-none-any.whl"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return make_engine(tmp_path_factory.mktemp("engine"), "2.1.0")


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small guide of the old form, with the copy above."""
    monkeypatch.setattr(upgrade, "read_manifest", lambda: MANIFEST)
    guide = tmp_path / "guide"
    copytree(SITES / "good", guide)
    settings = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    for line in ("hooks: [../../../hooks/guide.py]\n", "theme: {name: material, language: en, font: false}\n"):
        assert line in settings
        settings = settings.replace(line, "")
    (guide / "mkdocs.yml").write_text(settings + OLD_SETTINGS, encoding="utf-8")
    write_files(guide, {**COPIED, "hooks/__pycache__/build.cpython-311.pyc": b"", "README.md": b"See README.\n"})
    return guide


def told_of(plan: Plan, path: str) -> list[str]:
    return [line for line in (*plan.told, *plan.conflicts) if line.startswith(f"{path}: ")]


def test_only_the_copy_goes_and_the_text_stays(guide: Path, engine: Engine) -> None:
    before = files_in(guide)
    plan = upgrade_guide(guide, engine)
    own = {path: content for path, content in before.items() if path not in COPIED and not path.endswith(".pyc")}
    own["mkdocs.yml"] = own["mkdocs.yml"].replace(OLD_SETTINGS.encode(), NEW_SETTINGS.encode())
    words = (ENGINE / "authoring" / "template" / "guide" / "tests" / "words.yaml").read_bytes()
    assert files_in(guide) == {**own, **engine_files(engine), "tests/words.yaml": words}
    assert plan.conflicts == ()
    assert plan.told[:8] == (
        "The guide has engine 2.1.0 now, in place of the copy of one that it held.",
        ".ci/: 1 file of the copied engine removed.",
        "LONGEVITY.md: removed, the engine brings its own.",
        "docs/: 1 file of the copied engine removed.",
        "hooks/: 3 files of the copied engine removed.",
        "overrides/: 2 files of the copied engine removed.",
        "styles/: 1 file of the copied engine removed.",
        "template/: 1 file of the copied engine removed.",
    )
    assert {"Makefile: brought to engine 2.1.0.", f"{WHEEL}: new in engine 2.1.0."} < set(plan.told)


def test_it_builds_from_then_on(guide: Path, engine: Engine, tmp_path: Path) -> None:
    upgrade_guide(guide, engine)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(engine.package.parent)}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=guide, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "background" / "index.html").read_text(encoding="utf-8")
    assert "#get-help" not in page  # this guide has no such section
    assert (tmp_path / "site" / "chairs" / "index.html").is_file()


def test_what_chairs_changed_in_the_copy_stays_and_its_effect_is_told(guide: Path, engine: Engine) -> None:
    mine = {path: COPIED[path] + b"# Mine.\n" for path in COPIED if path != "hooks/studyguide/__init__.py"}
    write_files(guide, mine)
    plan = upgrade_guide(guide, engine)
    after = files_in(guide)
    assert {path: after[path] for path in mine} == mine
    for path in ("Makefile", ".gitignore", "requirements.lock", "tests/test_guide.py"):
        assert after[f"{path}.new"] == engine_files(engine)[path]
    changed = "kept, you changed it;"
    for path in ("docs/chairs/index.md", "overrides/main.html", "styles/mla-notes.csl"):
        assert told_of(plan, path) == [f"{path}: {changed} it stands in for the engine's, as before."]
        assert not set(told_of(plan, path)) & set(plan.conflicts)
    for path, why in {
        "hooks/print.py": "the engine's old hooks are not run any more",
        "template/copier.yml": "the blank guide comes with the engine now",
        "tests/helpers.py": "the old engine's tests, and what they shared, are gone: `make test` may fail here",
        "LONGEVITY.md": "nothing reads it any more",
    }.items():
        assert f"{path}: {changed} but {why}." in plan.conflicts
    settings = after["mkdocs.yml"].decode()
    assert "custom_dir: overrides" in settings
    assert "not_in_nav: /chairs/" in settings
    assert "hooks: [hooks/guide.py]" in settings


def test_what_chairs_added_stays_and_is_told_where_it_worked_with_the_copy_alone(guide: Path, engine: Engine) -> None:
    mine = {
        "hooks/mine.py": b"",
        "hooks/mine_helper.py": b"",
        "overrides/assets/images/logo.svg": b"<svg/>",
        "template/guide/docs/more.md": b"# More\n",
        "tests/guide/test_ours.py": b"from tests.helpers import HELP\n",
        "styles/ours.csl": b"<style/>",
    }
    write_files(guide, mine)
    settings = guide / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("hooks/print.py]", "hooks/print.py, hooks/mine.py]")
    )
    plan = upgrade_guide(guide, engine)
    after = files_in(guide)
    assert after.items() >= mine.items()
    assert plan.conflicts == (
        "template/guide/docs/more.md: kept, it is yours; but the blank guide comes with the engine now.",
        "tests/guide/test_ours.py: kept, it is yours; but the old engine's tests, and what they shared, are gone: "
        "`make test` may fail here.",
    )
    assert told_of(plan, "hooks/mine.py") == [
        "hooks/mine.py: kept, and run behind the engine; but modules of the old one are gone."
    ]
    assert "hooks: [hooks/guide.py, hooks/mine.py]" in after["mkdocs.yml"].decode()
    assert "custom_dir: overrides" in after["mkdocs.yml"].decode()


def test_what_chairs_deleted_of_the_copy_stays_away(guide: Path, engine: Engine) -> None:
    (guide / "LONGEVITY.md").unlink()
    (guide / "Makefile").unlink()
    plan = upgrade_guide(guide, engine)
    assert told_of(plan, "LONGEVITY.md") == []
    assert plan.conflicts == (
        "Makefile: you deleted it; but engine 2.1.0 changed it. Delete Makefile.new, or name it Makefile again.",
    )


def test_the_link_to_help_that_the_copy_had_stays(guide: Path, engine: Engine) -> None:
    with (guide / "docs" / "index.md").open("a", encoding="utf-8") as home:
        home.write("\n## Where to get help {#get-help}\n\nAsk.\n")
    upgrade_guide(guide, engine)
    settings = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    assert '\n    header_link: "[**Get help** or report](index.md#get-help)"\n' in settings


def test_a_checkout_with_the_line_ends_of_windows_loses_nothing(guide: Path, engine: Engine) -> None:
    for path in guide.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = files_in(guide)
    plan = upgrade_guide(guide, engine)
    after = files_in(guide)
    assert plan.conflicts == ()
    assert not any(path.startswith(("overrides", "hooks/s")) for path in after)
    assert after["docs/background.md"] == before["docs/background.md"]
    settings = NEW_SETTINGS.replace("\n", "\r\n").encode()
    assert after["mkdocs.yml"].endswith(settings)


def test_documents_that_name_what_is_gone_are_told(guide: Path, engine: Engine) -> None:
    (guide / "README.md").write_text("See [docs/chairs/](docs/chairs/index.md).\n")
    (guide / "CONTRIBUTING.md").write_text("Write.\n")
    plan = upgrade_guide(guide, engine)
    assert told_of(plan, "README.md") == ["README.md: kept; but it names files that are gone."]
    assert told_of(plan, "CONTRIBUTING.md") == []


def test_where_no_hook_is_named_what_to_write_is_told(guide: Path, engine: Engine) -> None:
    settings = guide / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("hooks: [hooks/build.py, hooks/print.py]\n", ""))
    assert upgrade_guide(guide, engine).conflicts == (
        'mkdocs.yml: write "hooks: [hooks/guide.py]" into it, with your own hooks behind that.',
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"hooks: [a\n", "mkdocs.yml:2:1: This is not valid YAML."),
        ("site_name: Übung\n".encode("cp1252"), "mkdocs.yml: This file is not saved as UTF-8 text."),
    ],
)
def test_settings_that_cannot_be_read_stop_it(guide: Path, engine: Engine, content: bytes, words: str) -> None:
    (guide / "mkdocs.yml").write_bytes(content)
    before = files_in(guide)
    with pytest.raises(UpgradeError, match=re.escape(words)):
        upgrade_guide(guide, engine)
    assert files_in(guide) == before


def test_it_is_a_guide_like_any_other_from_then_on(guide: Path, engine: Engine) -> None:
    upgrade_guide(guide, engine)
    before = files_in(guide)
    assert upgrade_guide(guide, engine) == Plan({}, ("The guide has this engine, 2.1.0, already.",), ())
    assert files_in(guide) == before


def test_the_shipped_list_is_that_of_the_copied_engine() -> None:
    manifest = read_manifest()
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digests in manifest.values() for digest in digests)
    hooks = ("build", "print", "privacy", "assets", "live", "search", "slim", "page_facts", "escaping", "licences")
    assert {f"hooks/{name}.py" for name in (*hooks, "offline", "portable")} < set(manifest)
    assert {"hooks/studyguide/__init__.py", "overrides/main.html", "requirements.lock", "Makefile"} < set(manifest)
    assert manifest["schemas/glossary.schema.json"] != manifest["schemas/timeline.schema.json"]


def test_the_shipped_list_names_nothing_that_is_a_guide_s_own() -> None:
    own = {
        "mkdocs.yml",
        "README.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "glossary.yaml",
        "timeline.yaml",
        "bibliography.bib",
    }
    manifest = read_manifest()
    assert not own & set(manifest)
    assert [path for path in manifest if path.startswith("docs/") and not path.startswith("docs/chairs/")] == []
    assert [path for path in manifest if path.startswith("tests/guide/")] == []


def test_the_manual_s_command_does_it(guide: Path) -> None:
    """With the wheel's own list of what was copied, here that of this test's guide."""
    listed = "".join(f"{sha256(content).hexdigest()}  {path}\n" for path, content in COPIED.items())
    wheel = make_wheel(guide.parent, "2.1.0", {"authoring/legacy.sha256": listed})
    python = guide / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o700)
    page = (MANUAL / "commands.md").read_text(encoding="utf-8").partition("{#before-version-2}")[2]
    command = re.search(r"```sh\n(.*?)```", page, re.DOTALL)
    assert command
    done = subprocess.run(command[1], shell=True, cwd=guide, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "hooks/: 3 files of the copied engine removed.\n" in done.stdout
    assert (guide / WHEEL).read_bytes() == wheel.read_bytes()
    assert not {"hooks/build.py", "overrides/main.html"} & set(files_in(guide))
