"""Tests of what the commands that make a guide share."""

import signal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from studyguide.cli.making import made_or_status


def test_a_command_that_is_ended_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def make() -> None:
        with TemporaryDirectory(dir=tmp_path):
            signal.raise_signal(signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    assert made_or_status(make, tmp_path / "guide") == 130
    assert capsys.readouterr().err == "Stopped. Nothing was made.\n"
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) == before
