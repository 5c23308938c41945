"""Write what was measured: the part of README.md between its markers, and the figure."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.chart import draw
from benchmarks.environments import HERE, versions_in
from benchmarks.figures import Pair, ratio
from benchmarks.goals import Results, goals, megabytes, seconds_of
from benchmarks.stacks import OURS, PEERS

README = HERE / "README.md"
FIGURE, CORES = HERE / "speed.svg", HERE / "cores.svg"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"
_TITLE = "Seconds to build a guide, by the number of its chapters"


def markdown(results: Results, day: date) -> str:
    """Everything as Markdown; `day` is that of the newest measurement."""
    return "\n\n".join(part for part in (machine(day), *_goals(results), *_sites(results), *_printing(results)) if part)


def write(results: Results, day: date) -> None:
    """Put the report into README.md, and draw the figure beside it."""
    lines: dict[str, list[Pair]] = {}
    for site in results.sites:
        lines.setdefault(site.stack, []).append((site.chapters, site.seconds))
    if lines:
        FIGURE.write_text(draw(_TITLE, lines), encoding="utf-8")
    if results.cores:
        chapters, taken_on, _ = results.cores
        points = [(float(count), median(taken)) for count, taken in taken_on.items()]
        words = f"Seconds to build {chapters} chapters, by the number of processor cores"
        CORES.write_text(draw(words, {OURS.name: points}, across="cores"), encoding="utf-8")
    before, _, rest = README.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    README.write_text(f"{before}{_BEGIN}\n{markdown(results, day)}\n{_END}{after}", encoding="utf-8")


def machine(day: date) -> str:
    """Return the day, the machine without its name, and the versions."""
    stacks = {stack.environment: stack.packages for stack in (OURS, *PEERS.values())} | {"weasyprint": ("weasyprint",)}
    versions = "; ".join(versions_in(environment, packages) for environment, packages in stacks.items())
    return (
        f"Measured on {day.day} {day:%B %Y}: {_processor()}, {os.cpu_count()} cores, {_memory()}, {_system()}, "
        f"Python {platform.python_version()}. Versions: {versions}."
    )


def _goals(results: Results) -> Iterator[str]:
    rows = [
        (
            goal.what,
            f"≤ {goal.show(goal.most)}",
            goal.show(goal.measured),
            "reached" if goal.is_reached else "**not reached**",
        )
        for goal in goals(results)
    ]
    if rows:
        yield "### Goals"
        yield _table(("What", "Goal", "Measured", ""), rows)


def _sites(results: Results) -> Iterator[str]:
    if results.sites:
        yield "### The site"
        yield _table(
            ("Chapters", "Stack", "Time", "This project takes", "on one core", "Cores", "Memory", "Site", "Rounds"),
            [
                (
                    str(site.chapters),
                    site.stack,
                    seconds_of(site.seconds),
                    f"{site.ratio:.2f} ×" if site.pairs else "",
                    f"{ratio(site.pairs_on_one):.2f} ×" if site.pairs_on_one else "",
                    str(os.cpu_count()),
                    megabytes(site.memory),
                    megabytes(site.size),
                    str(len(site.runs)),
                )
                for site in results.sites
            ],
        )
    if results.cores:
        chapters, taken_on, memory = results.cores
        yield f"![Seconds to build {chapters} chapters by the number of processor cores.]({CORES.name})"
        rows = [
            (
                str(count),
                seconds_of(median(taken)),
                f"{median(taken_on[1]) / median(taken):.2f}",
                megabytes(memory[count]),
            )
            for count, taken in taken_on.items()
        ]
        yield _table(("Cores", f"Time of {chapters} chapters", "Times as fast as one", "Memory of all processes"), rows)
    if results.terms:
        chapters, seconds = results.terms
        taken = ", ".join(f"{seconds_of(taken)} with {count:,}" for count, taken in seconds.items())
        yield f"Terms against {chapters} chapters: {taken}."


def _printing(results: Results) -> Iterator[str]:
    rows = [
        (
            printing.text,
            kind,
            seconds_of(median(ours for ours, _ in pairs)),
            seconds_of(median(theirs for _, theirs in pairs)),
            str(len(pairs)),
        )
        for printing in results.printing
        for kind, pairs in (("text and notes", printing.plain), ("contents and page numbers too", printing.book))
    ]
    if rows:
        yield "### The handout"
        yield _table(("Text", "What WeasyPrint prints", "This project", "WeasyPrint", "Rounds"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, tuple("---" for _ in head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _processor() -> str:
    found = re.search(r"^model name\s*: (.*)$", _text("/proc/cpuinfo"), re.MULTILINE)
    return " ".join(found[1].split()) if found else platform.processor() or platform.machine()


def _memory() -> str:
    found = re.search(r"^MemTotal:\s*(\d+) kB", _text("/proc/meminfo"), re.MULTILINE)
    return f"{int(found[1]) / 2**20:.0f} GiB of memory" if found else "memory unknown"


def _system() -> str:
    found = re.search(r'^PRETTY_NAME="(.*)"$', _text("/etc/os-release"), re.MULTILINE)
    return found[1] if found else f"{platform.system()} {platform.release()}"


def _text(path: str) -> str:
    file = Path(path)
    return file.read_text(encoding="utf-8") if file.exists() else ""
