"""Nothing comes into a build from outside the guide's folder, and nothing goes out: no file, no network, no shell."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from studyguide.cli import main as studyguide
from tests.mkdocs.test_build import build_here, change, files_below, lay_out, run
from tests.mkdocs.test_outputs import lay_out_printing

SECRET = "The secret of another folder."
WATCHER = """
import json, sys
seen = []
def watch(event, arguments):
    if event.startswith(("socket.", "os.system", "os.exec", "os.posix_spawn", "urllib", "http", "ftplib", "smtplib")):
        # urllib3, which mkdocs-bibtex imports, asks its own computer whether it has IPv6.
        if event not in ("socket.__new__", "socket.gethostname") and "('::1', 0)" not in repr(arguments):
            seen.append([event, repr(arguments)])
            raise PermissionError(f"the network and the shell are shut: {event}")
    if event == "subprocess.Popen":
        executable, args, *_ = arguments
        seen.append([event, [str(args[0]).rpartition("/")[2], *map(str, args[1:])] if isinstance(args, list) else args])
sys.addaudithook(watch)
sys.argv = ["mkdocs", "build", "--strict"]
from mkdocs.__main__ import cli
try:
    cli()
finally:
    open("seen.json", "w").write(json.dumps(seen))
"""


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A good guide, beside which lies what is not its own."""
    (tmp_path / "secret.md").write_text(f"# Secret\n\n{SECRET}\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "secret.png").write_text(SECRET, encoding="utf-8")
    return lay_out(tmp_path)


@pytest.mark.parametrize(
    ("link", "target", "told"),
    [
        ("docs/assets/secret.png", "folder/secret.png", "docs/assets/secret.png:1"),
        ("docs/assets/more", "folder", "docs/assets/more/secret.png:1"),
        ("docs/secret.md", "secret.md", "docs/secret.md:1"),
        ("docs/passwd.txt", "/etc/passwd", "docs/passwd.txt:1"),
        ("glossary.yaml", "secret.md", "glossary.yaml:1"),
    ],
)
def test_a_link_that_leads_out_is_refused(
    link: str,
    target: str,
    told: str,
    guide: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    (guide / link).unlink(missing_ok=True)
    (guide / link).symlink_to(guide.parent / target)
    with pytest.raises(Abort):
        build_here(guide)
    message = "This is a link to a file outside the guide's folder. Put the file itself here. [unreadable-file]"
    assert f"{told}: {message}" in [record.getMessage() for record in caplog.records]
    assert not (guide / "site").exists()
    monkeypatch.chdir(guide)
    assert studyguide(["check"]) == 1
    assert f"{told}: {message}" in capsys.readouterr().out


def test_a_link_within_the_folder_is_followed(guide: Path) -> None:
    (guide / "docs" / "assets" / "same.svg").symlink_to(guide / "docs" / "assets" / "chart.svg")
    build_here(guide)
    assert (guide / "site" / "index.html").is_file()


@pytest.mark.parametrize("path", ["../secret.md", "../../secret.md", "../../../../../../etc/passwd", "/etc/passwd"])
def test_no_path_in_a_chapter_leads_out(path: str, guide: Path, caplog: pytest.LogCaptureFixture) -> None:
    change(guide / "docs" / "background.md", "Reports rose.", f"Reports rose. ![A picture.]({path}) [Words]({path})")
    with pytest.raises(Abort):
        build_here(guide)
    told = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert len([message for message in told if message.startswith("docs/background.md:")]) >= 2


def test_a_build_asks_no_network_and_no_shell(tmp_path: Path) -> None:
    """With the sockets shut it gives the same site, and starts git and pandoc alone, the latter in its sandbox."""
    guide = lay_out_printing(tmp_path)
    change(guide / "docs" / "background.md", "Reports rose.", "Reports rose, says <https://example.org/report>.")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1772409600"}
    command = [sys.executable, "-c", WATCHER]
    done = subprocess.run(command, cwd=guide, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    seen = json.loads((guide / "seen.json").read_text(encoding="utf-8"))
    assert {event for event, _ in seen} == {"subprocess.Popen"}
    started = [arguments for _, arguments in seen]
    assert {arguments[0] for arguments in started} == {"git", "pandoc"}
    assert all("--sandbox" in arguments for arguments in started if arguments[0] == "pandoc")
    shut = files_below(guide / "site")
    assert run(guide, "-m", "mkdocs", "build", "--strict").returncode == 0
    assert shut.keys() == files_below(guide / "site").keys()
