"""Files are changed all or none, wherever it fails or somebody presses Ctrl+C."""

import os
import shutil
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from studyguide.authoring.transaction import change_files
from tests.authoring.wheels import files_in, write_files

BEFORE = {"a": b"1", "b/c/d": b"2", "b/e": b"3", "f": b"4", "gone/g": b"5", "gone/h/i": b"6"}
CHANGES = {"a": b"one", "b/c/d": None, "new/deep/k": b"7", "gone/g": None, "gone/h/i": None, "f": b"four"}
AFTER = {"a": b"one", "b/e": b"3", "f": b"four", "new/deep/k": b"7"}
MOVES = 8
"""How often a file is moved: each that was there goes aside, and each new one comes into its place."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path, BEFORE)
    return tmp_path


def at_move(monkeypatch: pytest.MonkeyPatch, number: int, happens: Callable[[], None]) -> list[int]:
    """Let something happen before one of the moves; return the list in which the moves are counted."""
    moves: list[int] = []
    move = Path.replace

    def replace(self: Path, target: Path) -> Path:
        moves.append(len(moves))
        if len(moves) == number:
            happens()
        return move(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    return moves


def fail() -> None:
    raise OSError("the disk is full")


def press_ctrl_c() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_files_are_written_and_removed_with_the_folders_left_empty(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moves = at_move(monkeypatch, 0, fail)
    change_files(folder, CHANGES)
    assert files_in(folder) == AFTER
    assert len(moves) == MOVES


@pytest.mark.parametrize("number", range(1, MOVES + 1))
def test_where_a_move_fails_all_is_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    at_move(monkeypatch, number, fail)
    with pytest.raises(OSError, match="the disk is full"):
        change_files(folder, CHANGES)
    assert files_in(folder) == BEFORE


@pytest.mark.parametrize("number", range(1, MOVES - 1))
def test_where_somebody_presses_ctrl_c_all_is_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    handler = signal.getsignal(signal.SIGINT)
    at_move(monkeypatch, number, press_ctrl_c)
    with pytest.raises(KeyboardInterrupt):
        change_files(folder, CHANGES)
    assert files_in(folder) == BEFORE
    assert signal.getsignal(signal.SIGINT) is handler


def test_ctrl_c_in_the_last_change_is_too_late(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_move(monkeypatch, MOVES, press_ctrl_c)
    change_files(folder, CHANGES)
    assert files_in(folder) == AFTER


def test_ctrl_c_does_not_stop_the_undoing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_and_stop() -> None:
        press_ctrl_c()
        fail()

    at_move(monkeypatch, 6, fail_and_stop)
    with pytest.raises(OSError, match="the disk is full"):
        change_files(folder, CHANGES)
    assert files_in(folder) == BEFORE


def test_where_a_new_file_cannot_be_written_nothing_was_moved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "write_bytes", lambda *_: fail())
    with pytest.raises(OSError, match="the disk is full"):
        change_files(folder, CHANGES)
    assert files_in(folder) == BEFORE


def test_a_file_in_the_place_of_a_folder_stops_it(folder: Path) -> None:
    with pytest.raises(OSError, match="exists"):
        change_files(folder, {"a": b"one", "f/g": b"new"})
    assert files_in(folder) == BEFORE


def test_what_cannot_be_undone_waits_to_be_restored_by_hand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = Path.replace
    monkeypatch.setattr(
        Path, "replace", lambda self, target: fail() if self.name == "f" or "old" in self.parts else move(self, target)
    )
    with pytest.raises(OSError, match="the disk is full"):
        change_files(folder, CHANGES)
    (waiting,) = folder.glob(".studyguide-*")
    kept = files_in(waiting / "old")
    shutil.rmtree(waiting)
    assert {**files_in(folder), **kept}.items() >= BEFORE.items()


def test_permissions_stay(folder: Path) -> None:
    (folder / "a").chmod(0o750)
    change_files(folder, CHANGES)
    assert stat.S_IMODE((folder / "a").stat().st_mode) == 0o750


def test_a_link_is_replaced_and_what_it_leads_to_is_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a").unlink()
    (folder / "a").symlink_to("b/e")
    at_move(monkeypatch, MOVES, fail)
    with pytest.raises(OSError, match="the disk is full"):
        change_files(folder, CHANGES)
    assert (folder / "a").readlink() == Path("b/e")
    monkeypatch.undo()
    change_files(folder, CHANGES)
    assert not (folder / "a").is_symlink()
    assert files_in(folder) == AFTER
