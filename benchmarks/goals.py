"""What this project wants of its speed, held against what was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.figures import Pair, exponent, ratio
from benchmarks.importing import Importing
from benchmarks.stacks import BIBTEX, BIBTEX_CSL, FLOOR, OURS, SPHINX
from benchmarks.trials import Handout, Printing, Site

_MB = 1_000_000


@dataclass
class Results:
    """Everything that was measured; what was left out is empty."""

    sites: list[Site] = field(default_factory=list)
    rebuild: tuple[int, list[Pair]] | None = None
    """The number of chapters; the seconds of a rebuild and of a full build."""
    again: tuple[int, list[Pair]] | None = None
    """The number of chapters; the seconds of the build after a change, and of one that nothing was kept for."""
    cores: tuple[int, dict[int, list[float]], dict[int, int]] | None = None
    """The number of chapters; by the number of processors the seconds of builds, and the memory of all processes."""
    check: tuple[int, list[Pair]] | None = None
    """The number of chapters; the seconds of a check and of a build."""
    terms: tuple[int, dict[int, float]] | None = None
    """The number of chapters; the seconds of a build by the number of terms."""
    printing: list[Printing] = field(default_factory=list)
    ten_times: float | None = None
    """The seconds of a handout of ten times this guide's text."""
    handout: Handout | None = None
    downloads: float | None = None
    """The seconds that e-book and Word file of this guide add to its build."""
    importing: list[Importing] = field(default_factory=list)

    def site(self, stack: str, chapters: int) -> Site | None:
        """Return the builds of a stack at a size, if it was measured."""
        return next((site for site in self.sites if (site.stack, site.chapters) == (stack, chapters)), None)


@dataclass(frozen=True)
class Goal:
    """A goal, and how far it is reached."""

    what: str
    most: float
    """What it may be at most."""
    measured: float
    show: Callable[[float], str]
    """Writes either number with its unit."""

    @property
    def is_reached(self) -> bool:
        """True where the measured number is not above the wanted one."""
        return self.measured <= self.most


def goals(results: Results) -> Iterator[Goal]:
    """Give each goal for which there is a measurement."""
    yield from _against_peers(results)
    yield from _growth(results)
    yield from _around_the_build(results)
    yield from _handout(results)
    yield from _documents(results)


def _against_peers(results: Results) -> Iterator[Goal]:
    wanted = [
        (FLOOR, 8, 1.5),
        (FLOOR, 80, 1.4),
        (FLOOR, 400, 1.3),
        (BIBTEX, 8, 1.1),
        (BIBTEX, 80, 0.85),
        (BIBTEX, 400, 0.75),
        (BIBTEX_CSL, 80, 0.14),
        (SPHINX, 80, 0.17),
        (SPHINX, 400, 0.2),
    ]
    for peer, chapters, most in wanted:
        if site := results.site(peer.name, chapters):
            yield Goal(f"Build of {chapters} chapters against {peer.name}", most, site.ratio, _times)
    if (site := results.site(BIBTEX.name, 400)) and site.pairs_on_one:
        yield Goal(f"The same of 400 against {BIBTEX.name}, on one core", 1.05, ratio(site.pairs_on_one), _times)


def _growth(results: Results) -> Iterator[Goal]:
    small, large = results.site(OURS.name, 80), results.site(OURS.name, 400)
    if small and large:
        yield Goal(
            "Growth of the time from 80 to 400 chapters",
            1.1,
            exponent((80, small.seconds), (400, large.seconds)),
            _power,
        )
        yield Goal(
            "Growth of the site from 80 to 400 chapters", 1.1, exponent((80, small.size), (400, large.size)), _power
        )
    if large:
        yield Goal("Peak memory of pandoc at 400 chapters", 400 * _MB, large.children_memory, megabytes)


def _around_the_build(results: Results) -> Iterator[Goal]:
    if results.rebuild:
        chapters, pairs = results.rebuild
        yield Goal(f"`make serve`, one of {chapters} chapters changed, against a full build", 0.5, ratio(pairs), _times)
    if results.again:
        chapters, pairs = results.again
        yield Goal(f"The next build of {chapters} chapters, one changed, against a first", 0.5, ratio(pairs), _times)
    if results.cores:
        chapters, _, memory = results.cores
        for count, most in ((1, 174), (2, 260)):
            if count in memory:
                cores = "one core" if count == 1 else f"{count} cores"
                what = f"Peak memory of Python's processes at {chapters} chapters, on {cores}"
                yield Goal(what, most * _MB, memory[count], megabytes)
    if results.check:
        chapters, pairs = results.check
        yield Goal(f"`make check` of {chapters} chapters against a build", 0.5, ratio(pairs), _times)
    if results.terms:
        chapters, seconds = results.terms
        counts = sorted(seconds)
        steps = [(seconds[more] - seconds[fewer]) / (more - fewer) for fewer, more in pairwise(counts)]
        what = f"A term more among {counts[-1]:,} in {chapters} chapters, against one more among {counts[1]:,}"
        yield Goal(what, 1.25, steps[-1] / steps[0], _times)


def _handout(results: Results) -> Iterator[Goal]:
    for printing in results.printing:
        yield Goal(
            f"Handout of {printing.text} against WeasyPrint with text and notes alone",
            0.33,
            ratio(printing.plain),
            _times,
        )
        yield Goal(
            f"Handout of {printing.text} against WeasyPrint with contents and page numbers too",
            0.33,
            ratio(printing.book),
            _times,
        )
    if results.handout:
        yield Goal("This guide's handout, in a first build", 3, results.handout.first, seconds_of)
        yield Goal("This guide's handout, in a rebuild without a change", 1, results.handout.rebuild, seconds_of)
        yield Goal("Size of this guide's handout", _MB, results.handout.size, megabytes)
    if results.ten_times is not None:
        yield Goal("Handout of ten times this guide's text", 15, results.ten_times, seconds_of)


def _documents(results: Results) -> Iterator[Goal]:
    if results.downloads is not None:
        yield Goal("This guide's e-book and Word file, in a first build", 3, results.downloads, seconds_of)
    for it in results.importing:
        name = f"`{it.document}.docx`"
        yield Goal(f"Conversion of {name} against pandoc", 3, ratio(it.loaded), _times)
        yield Goal(f"Conversion of {name}, with the start of Python, against pandoc", 3, ratio(it.conversion), _times)
        yield Goal(f"`make import` of {name}, without its check", 5, it.whole, seconds_of)


def seconds_of(number: float) -> str:
    """Seconds with two digits that count: '0.52 s', '14 s'."""
    return f"{number:.2f} s" if abs(number) < 1 else f"{number:.1f} s" if abs(number) < 10 else f"{number:.0f} s"


def megabytes(number: float) -> str:
    """Megabytes."""
    return f"{number / _MB:.1f} MB" if number < 10 * _MB else f"{number / _MB:.0f} MB"


def _times(number: float) -> str:
    return f"{number:.2f} ×"


def _power(number: float) -> str:
    return f"n^{number:.2f}"
