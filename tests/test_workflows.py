"""What runs on the Git host: by the published schemas, pinned, and with no more rights than it needs."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.paths import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = [path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if path.name != "config.yml"]
OTHERS = [(GITHUB / "ISSUE_TEMPLATE" / "config.yml", "github-issue-config"), (GITHUB / "dependabot.yml", "dependabot")]
SCHEMAS = [
    *((path, "github-workflows") for path in WORKFLOWS),
    *((path, "github-issue-forms") for path in FORMS),
    *OTHERS,
]
FROM_STRANGERS = re.compile(r"\$\{\{[^}]*(?:github\.event\.|github\.head_ref)[^}]*\}\}")


def jobs_of(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values())


def steps_of(path: Path) -> list[dict[str, Any]]:
    return [step for job in jobs_of(path) for step in job["steps"]]


@pytest.mark.parametrize(("path", "schema"), SCHEMAS, ids=lambda value: getattr(value, "name", value))
def test_file_is_valid_by_its_published_schema(path: Path, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
class TestWorkflow:
    def test_actions_are_pinned_to_a_commit(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        used = re.findall(r"uses: (.*)", text)
        assert used
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used)

    def test_may_write_nothing_unless_a_job_says_so(self, path: Path) -> None:
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] == {"contents": "read"}
        assert all("timeout-minutes" in job for job in jobs_of(path))

    def test_leaves_no_token_in_the_checkout(self, path: Path) -> None:
        checkouts = [step for step in steps_of(path) if step.get("uses", "").startswith("actions/checkout")]
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)

    def test_knows_the_whole_history_where_it_builds(self, path: Path) -> None:
        for job in jobs_of(path):
            steps = job["steps"]
            if any(re.search(r"make build|mkdocs build|\.ci/run", step.get("run", "")) for step in steps):
                assert steps[0]["with"]["fetch-depth"] == 0

    def test_runs_no_words_of_strangers(self, path: Path) -> None:
        assert not [step for step in steps_of(path) if FROM_STRANGERS.search(step.get("run", ""))]


@pytest.mark.parametrize("name", ["pull-request", "engine"])
def test_what_a_stranger_s_change_runs_has_no_secret_and_no_right(name: str) -> None:
    path = GITHUB / "workflows" / f"{name}.yml"
    text = path.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert "github.token" not in text
    assert not [job for job in jobs_of(path) if "permissions" in job]
