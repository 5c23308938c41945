"""What is measured."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.environments import HERE, ROOT, python_of
from benchmarks.figures import Pair, difference, ratio
from benchmarks.idioms import StudyGuide
from benchmarks.measure import Command, Run, in_pairs, memory_of, run, size_of
from benchmarks.model import make_guide
from benchmarks.printing import times, write_books
from benchmarks.serving import served
from benchmarks.stacks import GUIDES, OURS, PEERS

_INSIDE = HERE / "inside"
_BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "site")
_SLOW_ROUNDS = 2
_CORES = [count for count in (1, 2, 4) if count <= (os.cpu_count() or 1)]


@dataclass
class Site:
    """A stack's builds of the guide of one size."""

    stack: str
    chapters: int
    runs: list[Run] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    """Of this project's seconds and the stack's; none for this project itself."""
    pairs_on_one: list[Pair] = field(default_factory=list)
    """The same on one processor; none where they would take too long."""
    size: int = 0
    """Of the site, in bytes."""

    @property
    def seconds(self) -> float:
        """The median."""
        return median(run.seconds for run in self.runs)

    @property
    def ratio(self) -> float:
        """How long this project takes, as a multiple of the stack's time."""
        return ratio(self.pairs)

    @property
    def memory(self) -> int:
        """The peak of the Python process."""
        return max(run.memory for run in self.runs)

    @property
    def children_memory(self) -> int:
        """The peak of pandoc."""
        return max(run.children_memory for run in self.runs)


@dataclass(frozen=True)
class Comparison:
    """The builds of the guide of one size with this project and a peer, by turns."""

    chapters: int
    peer: str
    """The name under which `stacks.PEERS` has it."""
    ours: list[Run]
    theirs: list[Run]
    our_size: int
    """Of the site, in bytes."""
    their_size: int
    on_one: list[Pair] = field(default_factory=list)
    """Of this project's seconds and the peer's on one processor."""


def compare_sites(chapters: int, peers: Iterable[str], rounds: int) -> Iterator[Comparison]:
    """Build the guide of this many chapters with this project and each peer by turns."""
    guide = make_guide(chapters)
    command = OURS.write(guide, GUIDES / OURS.slug)
    for name in peers:
        peer = PEERS[name]
        other = peer.write(guide, GUIDES / peer.slug)
        is_slow = peer.slow_from is not None and chapters >= peer.slow_from
        turns = min(rounds, _SLOW_ROUNDS) if is_slow else rounds
        runs = [(run(command), run(other)) for _ in range(turns)]
        on_one = [
            (run(command, cores=1).seconds, run(other, cores=1).seconds)
            for _ in range(0 if is_slow else min(rounds, _SLOW_ROUNDS))
        ]
        yield Comparison(
            chapters=chapters,
            peer=name,
            ours=[one for one, _ in runs],
            theirs=[other for _, other in runs],
            our_size=size_of(command.folder / "site"),
            their_size=size_of(other.folder / "site"),
            on_one=on_one,
        )
        shutil.rmtree(other.folder)


def sites_of(comparisons: Iterable[Comparison]) -> list[Site]:
    """Gather what was compared, smallest guides and this project first, the others in the order of `stacks.PEERS`."""
    ranks = {name: rank for rank, name in enumerate(PEERS)}
    sites: dict[tuple[str, int], Site] = {}
    for it in sorted(comparisons, key=lambda it: (it.chapters, ranks[it.peer])):
        ours = sites.setdefault((OURS.name, it.chapters), Site(OURS.name, it.chapters, size=it.our_size))
        ours.runs += it.ours
        pairs = [(one.seconds, other.seconds) for one, other in zip(it.ours, it.theirs, strict=True)]
        stack = PEERS[it.peer].name
        sites[stack, it.chapters] = Site(stack, it.chapters, it.theirs, pairs, it.on_one, it.their_size)
    return list(sites.values())


def rebuild_one_chapter(chapters: int, rounds: int) -> list[Pair]:
    """Rebuild under `mkdocs serve` after one changed chapter, and build the whole guide anew, by turns."""
    command = OURS.write(make_guide(chapters), GUIDES / "served")
    chapter = command.folder / "docs" / "chapter-001.md"
    text = chapter.read_text(encoding="utf-8")
    changes = iter(range(rounds))
    with served(command.folder) as server:
        return in_pairs(
            rounds,
            lambda: server.rebuild(chapter, f"{text}\nOne more sentence, number {next(changes)}.\n"),
            lambda: run(command).seconds,
        )


def build_again(chapters: int, rounds: int) -> list[Pair]:
    """Build after one changed chapter, with what the last build kept, and build the whole guide anew, by turns."""
    command = OURS.write(make_guide(chapters), GUIDES / "again")
    chapter = command.folder / "docs" / "chapter-001.md"
    text = chapter.read_text(encoding="utf-8")
    changes = iter(range(rounds))
    run(command)

    def again() -> float:
        chapter.write_text(f"{text}\nOne more sentence, number {next(changes)}.\n", encoding="utf-8")
        return run(command, keeps_cache=True).seconds

    return in_pairs(rounds, again, lambda: run(command).seconds)


def build_on_cores(chapters: int, rounds: int) -> dict[int, list[float]]:
    """Build with 1, 2 and 4 processors, by turns, as far as the machine has them: give the seconds."""
    command = OURS.write(make_guide(chapters), GUIDES / "on-cores")
    taken: dict[int, list[float]] = {count: [] for count in _CORES}
    for _ in range(rounds):
        for count in _CORES:
            taken[count].append(run(command, cores=count).seconds)
    return taken


def memory_on_cores(chapters: int) -> dict[int, int]:
    """Build with 1, 2 and 4 processors: give the peak memory of all processes together, in bytes."""
    command = OURS.write(make_guide(chapters), GUIDES / "on-cores")
    return {count: memory_of(command, cores=count) for count in _CORES}


def check_only(chapters: int, rounds: int) -> list[Pair]:
    """Check the guide, and build it, by turns."""
    build = OURS.write(make_guide(chapters), GUIDES / "checked")
    check = Command((sys.executable, "-m", "studyguide", "check"), build.folder)
    return in_pairs(rounds, lambda: run(check).seconds, lambda: run(build).seconds)


def build_with_terms(chapters: int, counts: Sequence[int], rounds: int) -> dict[int, float]:
    """Build the guide with ever more terms: give the median seconds by the number of terms."""
    commands = {count: OURS.write(make_guide(chapters, count), GUIDES / f"terms-{count}") for count in counts}
    seconds: dict[int, list[float]] = {count: [] for count in counts}
    for _ in range(rounds):
        for count, command in commands.items():
            seconds[count].append(run(command).seconds)
    return {count: median(taken) for count, taken in seconds.items()}


@dataclass(frozen=True)
class Printing:
    """This project's printer against WeasyPrint, on one text."""

    text: str
    """What is printed."""
    plain: list[Pair]
    """Seconds of this project's whole handout, and of WeasyPrint with the text and its notes alone."""
    book: list[Pair]
    """The same where WeasyPrint too prints the contents, and page numbers for links."""


def print_this_guide(rounds: int) -> Printing:
    """Print this repository's own guide with both."""
    return _print("this guide", _capture_this_guide(), rounds, rounds)


def print_made_up_guide(chapters: int, rounds: int) -> Printing:
    """Print the made-up guide of this many chapters with both."""
    folder = GUIDES / f"printed-{chapters}"
    shutil.rmtree(folder, ignore_errors=True)
    _capturing(folder).write(make_guide(chapters), folder)
    _capture(folder)
    return _print(f"{chapters} chapters", folder, min(rounds, _SLOW_ROUNDS), 1)


def print_times(count: int) -> float:
    """Print this guide's text `count` times over in one handout: give the seconds."""
    folder = _capture_this_guide()
    captured = json.loads((folder / "captured.json").read_text(encoding="utf-8"))
    (folder / "captured.json").write_text(json.dumps(times(captured, count)), encoding="utf-8")
    return _print_ours(folder)


@dataclass(frozen=True)
class Handout:
    """What the handout adds to a build of this repository's own guide."""

    first: float
    """Seconds more than a build without it."""
    rebuild: float
    """Seconds more than a rebuild without it, under `mkdocs serve`, where a chapter was saved without a change."""
    size: int
    """In bytes."""


def add_handout(rounds: int) -> Handout:
    """Build this repository's own guide with and without its handout, by turns."""
    folders = GUIDES / "with-handout", GUIDES / "without-handout"
    for folder, idiom in zip(folders, (StudyGuide(prints=True), StudyGuide()), strict=True):
        _copy_this_guide(idiom, folder)
    commands = [Command(_BUILD, folder) for folder in folders]
    first = in_pairs(rounds, lambda: run(commands[0]).seconds, lambda: run(commands[1]).seconds)
    size = (folders[0] / "site" / "handout.pdf").stat().st_size
    chapters = [folder / "docs" / "background.md" for folder in folders]
    text = chapters[0].read_text(encoding="utf-8")
    with served(folders[0]) as printing, served(folders[1]) as plain:
        rebuild = in_pairs(
            rounds, lambda: printing.rebuild(chapters[0], text), lambda: plain.rebuild(chapters[1], text)
        )
    return Handout(difference(first), difference(rebuild), size)


def add_downloads(rounds: int) -> float:
    """Build this repository's own guide with and without e-book and Word file, by turns: give the seconds more."""
    folders = GUIDES / "with-downloads", GUIDES / "without-downloads"
    for folder, idiom in zip(folders, (StudyGuide(downloads=("epub", "docx")), StudyGuide()), strict=True):
        _copy_this_guide(idiom, folder)
    with_them, without = (Command(_BUILD, folder) for folder in folders)
    return difference(in_pairs(rounds, lambda: run(with_them).seconds, lambda: run(without).seconds))


def _capturing(folder: Path) -> StudyGuide:
    return StudyGuide(hook=str(_INSIDE / "capture.py"), extra={"capture": str(folder / "captured.json")})


def _copy_this_guide(idiom: StudyGuide, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder / "docs")
    for name in ("glossary.yaml", "timeline.yaml", "bibliography.bib"):
        shutil.copy(ROOT / name, folder)
    idiom.write_config(folder, {})


def _capture_this_guide() -> Path:
    folder = GUIDES / "printed"
    _copy_this_guide(_capturing(folder), folder)
    _capture(folder)
    return folder


def _capture(folder: Path) -> None:
    """Build, and keep what would be printed."""
    run(Command(_BUILD, folder))


def _print(text: str, folder: Path, rounds: int, book_rounds: int) -> Printing:
    write_books(folder)
    python = str(python_of("weasyprint"))

    def print_weasyprint(name: str) -> float:
        return run(Command((python, str(_INSIDE / "print_weasyprint.py"), str(folder), name), HERE)).seconds

    return Printing(
        text,
        in_pairs(rounds, lambda: _print_ours(folder), lambda: print_weasyprint("plain")),
        in_pairs(book_rounds, lambda: _print_ours(folder), lambda: print_weasyprint("book")),
    )


def _print_ours(folder: Path) -> float:
    return run(Command((sys.executable, str(_INSIDE / "print_guide.py"), str(folder)), HERE)).seconds
