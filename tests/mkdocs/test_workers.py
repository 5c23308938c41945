"""Builds in several processes: what they make, and how they end."""

import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest
from mkdocs.exceptions import Abort

from studyguide.mkdocs import forking, workers
from studyguide.mkdocs.elsewhere import Elsewhere, InThread, elsewhere
from studyguide.mkdocs.workers import Workers, share, shared_work
from studyguide.outputs.book import OutputError
from tests.mkdocs.test_build import change, files_below, lay_out

Made = TypeVar("Made")
BUILD = """
import os, signal, sys, time
from mkdocs.__main__ import cli
from studyguide.mkdocs import chapters, rendering, workers
chapters.WORTH_SHARING = rendering._WORTH_SHARING = 0
signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background it may be ignored
fail = workers.Workers.fail
workers.Workers.fail = lambda self: (print("a copy that failed", flush=True), fail(self))
fork = os.fork
def forked():
    process = fork()
    print("a copy" if process else "", end="\\n" if process else "", flush=True)
    if not process:
        {in_copy}
    return process
os.fork = forked
cli(["build", "--strict"])
"""
KILLED = "os.kill(os.getpid(), signal.SIGKILL)"
ASLEEP = "open('copy', 'w').write(str(os.getpid())); time.sleep(600)"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let copies be made here, beside the threads of whatever runs the tests: they touch nothing of these."""
    monkeypatch.setattr(workers, "is_alone", lambda: True)
    monkeypatch.setattr(forking, "is_alone", lambda: True)


def begin(guide: Path, in_copy: str = "pass") -> subprocess.Popen[str]:
    """Begin a build whose copies do something of their own first."""
    return subprocess.Popen(
        [sys.executable, "-c", BUILD.format(in_copy=in_copy)],
        cwd=guide,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "COLUMNS": "300"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )


def build(guide: Path, jobs: int, in_copy: str = "pass") -> tuple[int, str, int]:
    """Build with so many processes; return the exit status, what was said, and how many copies did not fail."""
    shutil.rmtree(guide / ".cache", ignore_errors=True)
    settings = guide / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("    pdf: false", f"    jobs: {jobs}\n    pdf: false"), encoding="utf-8")
    process = begin(guide, in_copy)
    said, _ = process.communicate(timeout=300)
    settings.write_text(text, encoding="utf-8")
    lines = said.splitlines()
    told = [line for line in lines if line.strip() and not line.startswith("a copy") and "seconds" not in line]
    told = [line for line in told if not line.startswith("  ")]  # a traceback through the template that pages share
    return process.returncode, "\n".join(told), lines.count("a copy") - lines.count("a copy that failed")


def test_any_number_of_processes_makes_the_same_site(guide: Path) -> None:
    made = []
    for jobs in (1, 2, 4):
        status, said, copies = build(guide, jobs)
        assert status == 0, said
        assert copies == (2 * jobs if jobs > 1 else 0)  # for reading and rendering, the groundwork, and keeping pages
        made.append((said, files_below(guide / "site")))
    assert made[0] == made[1] == made[2]
    assert "search/search_index.json" in made[0][1]


def test_a_plugin_that_may_look_at_all_pages_sees_them_in_one_process(guide: Path) -> None:
    (guide / "hooks").mkdir()
    (guide / "hooks" / "own.py").write_text("def on_page_content(html, **_):\n    return html\n", encoding="utf-8")
    change(guide / "mkdocs.yml", "guide.py]", "guide.py, hooks/own.py]")
    status, said, copies = build(guide, 2)
    assert status == 0, said
    assert copies == 2  # for rendering, of which that hook knows nothing, and for the groundwork


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("docs/background.md", "# Background\n\nA note [@nowhere].\n"),
        ("docs/timeline.md", "# Timeline\n\nA note [@nowhere].\n\n<!-- timeline -->\n"),
        (
            "overrides/main.html",
            '{% extends "studyguide.html" %}{% block scripts %}{{ 1 / (page.title != "Timeline") }}{% endblock %}',
        ),
    ],
    ids=["in the build", "in a copy", "in a template"],
)
def test_an_error_is_told_as_by_one_process(guide: Path, file: str, text: str) -> None:
    change(guide / "mkdocs.yml", "name: material,", "name: material, custom_dir: overrides,")
    (guide / "overrides").mkdir()
    (guide / file).write_text(text, encoding="utf-8")
    status, told, copies = build(guide, 1)
    assert status
    assert not copies
    assert build(guide, 3)[:2] == (status, told)
    assert not (guide / "site").exists()


def test_a_copy_that_is_killed_ends_the_build_and_the_last_site_stays(guide: Path) -> None:
    assert build(guide, 1)[0] == 0
    last = files_below(guide / "site")
    status, told, _ = build(guide, 2, KILLED)
    assert status == 1
    assert told.count("ended from outside") == 1
    assert "Traceback" not in told
    assert files_below(guide / "site") == last
    assert not (guide / "site.new").exists()


def test_ctrl_c_leaves_no_process_behind(guide: Path) -> None:
    change(guide / "mkdocs.yml", "    pdf: false", "    jobs: 2\n    pdf: false")
    with begin(guide, ASLEEP) as process:
        for _ in range(600):
            if (guide / "copy").exists() and (guide / "copy").stat().st_size:  # it is made before it is written
                break
            time.sleep(0.1)
        for _ in range(6):
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):  # Python ignores it in a destructor, of whomever
                process.wait(timeout=10)
                break
        assert process.poll()
    with pytest.raises(ProcessLookupError):
        os.kill(int((guide / "copy").read_text(encoding="utf-8")), 0)
    assert not (guide / "site.new").exists()


def shared(*, fails_at: str = "") -> Workers[str]:
    """Share three pages with one copy, which makes what it has to of its own."""
    sharing: Workers[str] = share({"one": 1, "two": 1, "three": 1, "four": 1}, 2)
    if sharing.is_copy:
        for path in ("one", "two", "three", "four"):
            if sharing.is_own(path):
                if path == fails_at:
                    sharing.fail()
                logging.getLogger("mkdocs.x").warning("Of %s", path)
                sharing.give(path, f"made of {path}")
        sharing.leave()
    return sharing


def test_each_process_has_a_run_of_pages() -> None:
    sharing = shared()
    assert [sharing.is_own(path) for path in ("one", "two", "three", "four", "another")] == [
        True,
        True,
        False,
        False,
        True,
    ]
    sharing.end()


def test_what_a_copy_made_and_logged_comes_in_the_order_of_the_pages(caplog: pytest.LogCaptureFixture) -> None:
    sharing = shared()
    assert sharing.take("three") == "made of three"
    assert caplog.messages == ["Of three"]
    assert sharing.take("four") == "made of four"
    assert caplog.messages == ["Of three", "Of four"]
    sharing.end()


def test_the_build_takes_over_from_a_copy_that_fails() -> None:
    sharing = shared(fails_at="four")
    assert sharing.take("three") == "made of three"
    assert sharing.take("four") is None
    assert sharing.is_own("four")
    sharing.end()


def test_a_copy_that_ended_too_early_stops_the_build() -> None:
    sharing = shared()
    for path in ("three", "four"):
        sharing.take(path)
    assert sharing.take("four") is None
    assert not sharing.is_own("four")
    with pytest.raises(Abort, match="ended from outside"):
        sharing.finish()


def begun(work: Callable[[], Made]) -> Elsewhere[Made]:
    copy = elsewhere(work, 2)
    assert copy is not None
    return copy


def test_a_copy_does_some_work_beside_the_build() -> None:
    work = begun(lambda: {"process": os.getpid()})
    assert work.is_done(60)
    made = work.result()["process"]
    assert made != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(made, 0)


def test_the_build_does_what_a_copy_failed_to_do() -> None:
    build, runs = os.getpid(), []

    def work() -> str:
        runs.append(os.getpid())
        if os.getpid() != build:
            raise ValueError
        return "made"

    assert begun(work).result() == "made"
    assert runs == [build]


def test_what_the_work_raises_is_raised_in_the_build() -> None:
    def work() -> str:
        raise OutputError("no glyph", "a section", letters="\u1681")

    with pytest.raises(OutputError, match="no glyph") as told:
        begun(work).result()
    assert told.value.letters == "\u1681"


def test_a_thread_does_the_same_work_where_no_copy_may() -> None:
    work = InThread(lambda: os.getpid(), None)
    assert work.is_done(60)
    assert work.result() == os.getpid()


THREADS = """
import threading
from studyguide.mkdocs.forking import can_fork
end = threading.Event()
thread = threading.Thread(target=end.wait)
said = [can_fork(2), can_fork(1)]
thread.start()
said.append(can_fork(2))
end.set()
print(*said, can_fork(2))
"""


def test_no_copy_is_made_beside_another_thread() -> None:
    done = subprocess.run([sys.executable, "-c", THREADS], stdout=subprocess.PIPE, encoding="utf-8", check=True)
    assert done.stdout.split() == ["True", "False", "False", "True"]


PATHS = {"one": 1, "two": 1, "three": 1, "four": 1}


@pytest.mark.parametrize("processes", [1, 2, 3, 9])
def test_shared_work_comes_in_order(processes: int) -> None:
    made = list(shared_work(PATHS, lambda path: f"made of {path}", processes))
    assert made == ["made of one", "made of two", "made of three", "made of four"]


def test_what_a_copy_cannot_make_is_made_here() -> None:
    here = os.getpid()

    def work(path: str) -> int:
        if path == "four" and os.getpid() != here:
            raise ValueError
        return os.getpid()

    one, two, three, four = shared_work(PATHS, work, 2)
    assert one == two == four == here
    assert three != here


CHECK = """
import sys
from studyguide.mkdocs import check
check.WORTH_SHARING = {cost}
from studyguide.cli import main
sys.exit(main(["check"]))
"""


def test_a_check_by_several_processes_tells_the_same(guide: Path) -> None:
    (guide / "docs" / "background.md").write_text("# Background\n\nA note [@nowhere].\n", encoding="utf-8")
    (guide / "docs" / "timeline.md").write_text(
        "# Timeline\n\nA note [@elsewhere].\n\n<!-- timeline -->\n", encoding="utf-8"
    )
    change(guide / "mkdocs.yml", "    pdf: false", "    jobs: 3\n    pdf: false")
    told = [
        subprocess.run(
            [sys.executable, "-c", CHECK.format(cost=cost)],
            cwd=guide,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        ).stdout
        for cost in (0, 10**9)
    ]
    assert told[0] == told[1]
    assert "docs/background.md:3:" in told[0]
    assert "docs/timeline.md:3:" in told[0]


def test_a_build_that_may_not_fork_does_all_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert elsewhere(lambda: "made", 2) is None
    assert list(shared_work(PATHS, lambda path: f"made of {path}", 3))[-1] == "made of four"
