"""Serve: a broken save shows what is wrong over the last good pages, and goes when it is mended."""

import html
import logging
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock
from urllib.request import urlopen

import pytest
from mkdocs.exceptions import Abort, ConfigurationError

from studyguide.mkdocs import serve as serving
from studyguide.mkdocs.session import SESSION
from tests.mkdocs.test_build import lay_out

SOON = 30
"""Seconds that a change may take to show on the slowest machine: no measure of speed."""


class Guide:
    """Stands for MkDocs' builder, and for what it builds."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.text = "first"
        self.fault: Exception | None = None
        self.watched: list[str] = []
        self.builder: Callable[[], None] = self.write
        self.server_address = ("127.0.0.1", 8000)
        self.server_bind: Callable[[], None] = lambda: None

    def write(self) -> None:
        """Build as MkDocs does: it empties the site before it knows whether all is well."""
        for path in self.site.rglob("*.html"):
            path.unlink()
        if self.fault:
            logging.getLogger("mkdocs.hooks.studyguide").error("glossary.yaml:1:1: %s", "<wrong>")
            logging.getLogger("mkdocs").info("no fault")
            raise self.fault
        (self.site / "part").mkdir(exist_ok=True)
        (self.site / "part" / "index.html").write_text(f"<body>{self.text}</body>", encoding="utf-8")

    def watch(self, path: str) -> None:
        """Stands for the server's own."""
        self.watched.append(path)

    @property
    def page(self) -> str:
        """What a browser shows."""
        return (self.site / "part" / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def guide(tmp_path: Path) -> Iterator[Guide]:
    guide = Guide(tmp_path / "site")
    guide.site.mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    guide.write()
    (guide.site / "handout.pdf").write_bytes(b"late")
    serve(guide)
    yield guide
    SESSION.end(is_interrupted=False)


def serve(guide: Guide) -> None:
    SESSION.end(is_interrupted=False)
    config = SimpleNamespace(site_dir=str(guide.site), config_file_path=str(guide.site.parent / "mkdocs.yml"))
    serving.show_errors(guide, config, guide.write)  # type: ignore[arg-type]


def test_a_good_save_shows_itself_alone(guide: Guide) -> None:
    guide.text = "second"
    guide.builder()
    assert guide.page == "<body>second</body>"


def test_a_broken_save_shows_its_problems_over_the_last_good_page(guide: Guide) -> None:
    guide.text, guide.fault = "second", Abort("The guide has 1 problem.")
    for _ in range(2):
        guide.builder()
        assert "glossary.yaml:1:1: &lt;wrong&gt;" in guide.page
        assert "no fault" not in guide.page
        assert guide.page.count('role="alert"') == 1
        assert guide.page.endswith("first</body>")
    assert (guide.site / "handout.pdf").read_bytes() == b"late"
    guide.fault = None
    guide.builder()
    assert guide.page == "<body>second</body>"


def test_a_broken_configuration_is_told_in_its_own_words(guide: Guide, caplog: pytest.LogCaptureFixture) -> None:
    guide.write = Mock(side_effect=ConfigurationError("mkdocs.yml, line 3"))  # type: ignore[method-assign]
    serve(guide)
    guide.builder()
    assert "mkdocs.yml, line 3" in guide.page
    assert "mkdocs.yml, line 3" in caplog.text


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("site_name: A: B\n", "mkdocs.yml:1:13: This is not valid YAML. "),
        ("site_name: A\nsite_descripton: B\n", 'mkdocs.yml:2:1: MkDocs cannot use the setting "site_descripton": '),
    ],
)
def test_broken_settings_are_told_as_the_check_tells_them(
    settings: str, words: str, guide: Guide, caplog: pytest.LogCaptureFixture
) -> None:
    guide.text = "second"
    (guide.site.parent / "mkdocs.yml").write_text(settings, encoding="utf-8")
    guide.builder()
    assert html.escape(words) in guide.page
    assert guide.page.endswith("first</body>")
    assert words in caplog.text
    assert str(guide.site.parent) not in guide.page
    (guide.site.parent / "mkdocs.yml").write_text("site_name: B\n", encoding="utf-8")
    guide.builder()
    assert guide.page == "<body>second</body>"


def test_an_error_of_the_program_is_not_hidden(guide: Guide) -> None:
    guide.fault = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        guide.builder()


@pytest.mark.parametrize("changed", ["engine/data/terms.py", "hooks/own.py"])
def test_changed_code_asks_for_a_new_start(
    changed: str, guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, engine = tmp_path / changed, tmp_path / "engine"
    code.parent.mkdir(parents=True)
    code.write_text("a = 1", encoding="utf-8")
    monkeypatch.setattr(serving, "ENGINE", engine)
    serve(guide)
    assert guide.watched[-1] == str(engine)
    guide.builder()
    assert "start it again" not in guide.page
    code.write_text("a = 2", encoding="utf-8")
    guide.builder()
    assert "start it again" in guide.page
    assert code.name in guide.page


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A small guide under a real `mkdocs serve`."""
    guide = lay_out(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "-a", place]
    said = tmp_path / "said.txt"
    with said.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(command, cwd=guide, stdout=output, stderr=output, env={**os.environ, "NO_COLOR": "1"})
    try:
        until(lambda: re.search("Serving on", said.read_text(encoding="utf-8")))
        yield guide, f"http://{place}/"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.parametrize("words", ["Address already in use", "Permission denied"])
def test_an_address_that_cannot_be_had_is_told_with_what_to_do(guide: Guide, words: str) -> None:
    guide.server_bind()

    def refuse() -> None:
        raise OSError(98, words)

    guide.server_bind = refuse
    serve(guide)
    with pytest.raises(Abort, match=rf"cannot be shown on http://127\.0\.0\.1:8000/: {words}\. .* PORT=8001,"):
        guide.server_bind()


def test_a_second_server_ends_with_those_words_alone(served: tuple[Path, str]) -> None:
    guide, address = served
    place = address.removeprefix("http://").rstrip("/")
    command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "-a", place]
    done = subprocess.run(command, cwd=guide, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"The guide cannot be shown on {address}" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def until(answer: Callable[[], re.Match[str] | None]) -> re.Match[str]:
    """Wait for an answer, and give it."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        if found := answer():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not come")


def shows(address: str, pattern: str) -> Callable[[], re.Match[str] | None]:
    """Ask whether a page shows what the pattern says."""

    def look() -> re.Match[str] | None:
        with urlopen(address, timeout=SOON) as page:
            return re.search(pattern, page.read().decode())

    return look


def test_the_real_server_shows_a_broken_save_and_the_mended_one(served: tuple[Path, str]) -> None:
    guide, address = served
    glossary = guide / "glossary.yaml"
    text = glossary.read_text(encoding="utf-8")
    glossary.write_text(f"{text}\n- id: broken\n", encoding="utf-8")
    until(shows(f"{address}background/", r'role="alert".*glossary\.yaml:\d+:\d+: '))
    glossary.write_text(text.replace("\n", "\n# mended\n", 1), encoding="utf-8")
    until(shows(f"{address}background/", r'\A(?s:(?!role="alert").)*\Z'))
    settings = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    broken = settings.replace("site_name: A small guide", "site_name: A small guide\nsite_nam: 2")
    (guide / "mkdocs.yml").write_text(broken, encoding="utf-8")
    until(shows(f"{address}background/", r'role="alert".*mkdocs\.yml:3:1: '))
    (guide / "mkdocs.yml").write_text(settings.replace("  guide:\n", "  guide:\n    conference: 2026\n"), "utf-8")
    until(shows(f"{address}background/", r'\A(?s:(?!role="alert").)*\Z'))
