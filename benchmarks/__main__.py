"""`python -m benchmarks`: measure, and write the report. README.md beside this file says what is measured, and how."""

from __future__ import annotations

import argparse
import subprocess
import sys

from benchmarks import report, trials
from benchmarks.environments import python_of
from benchmarks.goals import Results
from benchmarks.stacks import PEERS

_SIZES = (8, 80, 400)
_ROUNDS = 5
_TERMS = (2_500, 5_000, 10_000)
_TIMES = 10
_PARTS = ("sites", "rebuild", "check", "terms", "handout")
_NO_PANGO = """WeasyPrint, with which the handout is compared, needs Pango from the system.
On Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
Without it, leave the handout out: make bench PARTS="sites rebuild check terms"."""


def main() -> int:
    """Measure what was asked for. The report is written where nothing was left out; else it is only shown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the speed against other tools.")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="numbers of chapters")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=[*PEERS])
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="how often each pair is measured")
    parser.add_argument("--parts", nargs="+", choices=_PARTS, default=_PARTS)
    wanted = parser.parse_args()
    if "handout" in wanted.parts and not _has_pango():
        print(_NO_PANGO, file=sys.stderr)
        return 1
    results = _measure(wanted)
    if vars(wanted) == vars(parser.parse_args([])):
        report.write(results)
    print(report.markdown(results))
    return 0


def _measure(wanted: argparse.Namespace) -> Results:
    sizes, rounds, parts = sorted(wanted.sizes), wanted.rounds, wanted.parts
    middle, largest = sizes[len(sizes) // 2], sizes[-1]
    results = Results()
    if "sites" in parts:
        peers = [PEERS[name] for name in wanted.peers]
        for size in sizes:
            _tell(f"Building {size} chapters")
            results.sites += trials.build_sites(size, peers, rounds)
    if "rebuild" in parts:
        _tell(f"Rebuilding one of {middle} chapters")
        results.rebuild = middle, trials.rebuild_one_chapter(middle, rounds)
    if "check" in parts:
        _tell(f"Checking {largest} chapters")
        results.check = largest, trials.check_only(largest, rounds)
    if "terms" in parts:
        _tell(f"Building {largest} chapters with up to {_TERMS[-1]:,} terms")
        results.terms = largest, trials.build_with_terms(largest, _TERMS, rounds)
    if "handout" in parts:
        _tell("Printing this guide")
        results.handout = trials.add_handout(rounds)
        results.ten_times = trials.print_times(_TIMES)
        results.printing.append(trials.print_this_guide(rounds))
        _tell(f"Printing {middle} chapters")
        results.printing.append(trials.print_made_up_guide(middle, rounds))
    return results


def _has_pango() -> bool:
    return subprocess.run([python_of("weasyprint"), "-c", "import weasyprint"], capture_output=True).returncode == 0


def _tell(words: str) -> None:
    print(f"{words} …", flush=True)


if __name__ == "__main__":
    sys.exit(main())
