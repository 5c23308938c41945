"""`python -m benchmarks`: measure, and write the report. README.md beside this file says what is measured, and how."""

from __future__ import annotations

import argparse
import compileall
import subprocess
import sys
from dataclasses import asdict

from benchmarks import report, trials
from benchmarks.environments import ROOT, python_of
from benchmarks.importing import import_documents
from benchmarks.stacks import PEERS
from benchmarks.store import Store

_SIZES = (8, 80, 400)
_ROUNDS = 5
_TERMS = (2_500, 5_000, 10_000)
_TIMES = 10
_PARTS = ("sites", "cores", "rebuild", "again", "check", "terms", "handout", "downloads", "import", "report")
_NO_PANGO = """WeasyPrint, with which the handout is compared, needs Pango from the system.
On Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
Without it, leave the handout out: make bench PARTS="sites cores rebuild again check terms downloads import report"."""


def main() -> int:
    """Measure what was asked for, keep it, and show the report of everything that is kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the speed against other tools.")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="numbers of chapters")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=[*PEERS])
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="how often each pair is measured")
    parser.add_argument("--parts", nargs="+", choices=_PARTS, default=_PARTS, help="'report' writes README.md anew")
    wanted = parser.parse_args()
    if "handout" in wanted.parts and not _has_pango():
        print(_NO_PANGO, file=sys.stderr)
        return 1
    compileall.compile_dir(ROOT / "src", quiet=1)  # as pip has done with the others' modules
    store = Store()
    _measure(wanted, store)
    results = store.results()
    if "report" in wanted.parts:
        report.write(results, store.day())
    print(report.markdown(results, store.day()))
    return 0


def _measure(wanted: argparse.Namespace, store: Store) -> None:
    sizes, rounds, parts = sorted(wanted.sizes), wanted.rounds, wanted.parts
    middle, largest = sizes[len(sizes) // 2], sizes[-1]
    if "sites" in parts:
        for size in sizes:
            _tell(f"Building {size} chapters")
            for comparison in trials.compare_sites(size, wanted.peers, rounds):
                store.keep_comparison(comparison)
                _tell(f"  with {comparison.peer}")
    if "rebuild" in parts:
        _tell(f"Rebuilding one of {middle} chapters")
        store.keep("rebuild", chapters=middle, pairs=trials.rebuild_one_chapter(middle, rounds))
    if "cores" in parts:
        _tell(f"Building {largest} chapters on 1, 2 and 4 cores")
        seconds, memory = trials.build_on_cores(largest, rounds), trials.memory_on_cores(largest)
        store.keep("cores", chapters=largest, seconds=seconds, memory=memory)
    if "again" in parts:
        _tell(f"Building {middle} chapters again, one changed")
        store.keep("again", chapters=middle, pairs=trials.build_again(middle, rounds))
    if "check" in parts:
        _tell(f"Checking {largest} chapters")
        store.keep("check", chapters=largest, pairs=trials.check_only(largest, rounds))
    if "terms" in parts:
        _tell(f"Building {largest} chapters with up to {_TERMS[-1]:,} terms")
        store.keep("terms", chapters=largest, seconds=trials.build_with_terms(largest, _TERMS, rounds))
    if "handout" in parts:
        _tell("Printing this guide")
        store.keep("handout", ten_times=trials.print_times(_TIMES), **asdict(trials.add_handout(rounds)))
        store.keep_printing("this-guide", trials.print_this_guide(rounds))
        _tell(f"Printing {middle} chapters")
        store.keep_printing("made-up", trials.print_made_up_guide(middle, rounds))
    if "downloads" in parts:
        _tell("Making this guide's e-book and Word file")
        store.keep("downloads", seconds=trials.add_downloads(rounds))
    if "import" in parts:
        _tell("Importing documents")
        for importing in import_documents(rounds):
            store.keep_importing(importing)


def _has_pango() -> bool:
    return subprocess.run([python_of("weasyprint"), "-c", "import weasyprint"], capture_output=True).returncode == 0


def _tell(words: str) -> None:
    print(f"{words} …", flush=True)


if __name__ == "__main__":
    sys.exit(main())
