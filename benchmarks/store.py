"""Keeps what was measured, a file for each comparison: a whole measurement takes longer than one may want to wait."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.environments import HERE
from benchmarks.goals import Results
from benchmarks.importing import Importing
from benchmarks.measure import Run
from benchmarks.trials import Comparison, Handout, Printing, sites_of

FOLDER = HERE / ".results"


class Store:
    """A folder with a JSON file for each thing that was measured; what is measured again takes the old one's place."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    def keep_comparison(self, comparison: Comparison) -> None:
        """Keep the builds of one size with this project and one other."""
        self._keep(f"sites-{comparison.chapters}-{comparison.peer}", asdict(comparison))

    def keep_printing(self, name: str, printing: Printing) -> None:
        """Keep the printing of one text with both printers."""
        self._keep(f"printing-{name}", asdict(printing))

    def keep_importing(self, importing: Importing) -> None:
        """Keep the import of one document."""
        self._keep(f"import-{importing.document}", asdict(importing))

    def keep(self, name: str, **measured: Any) -> None:
        """Keep what is a field of `Results`, by its name."""
        self._keep(name, measured)

    def day(self) -> date:
        """Return the day of the newest measurement; today where there is none."""
        days = (date.fromisoformat(kept["day"]) for kept in self._all("*"))
        return max(days, default=datetime.now(UTC).date())

    def results(self) -> Results:
        """Everything that was kept, of one run or of several."""
        results = Results(sites=sites_of(_comparison(kept["measured"]) for kept in self._all("sites-*")))
        results.printing = [_printing(kept["measured"]) for kept in self._all("printing-*")]
        for name in ("rebuild", "again", "check"):
            for kept in self._all(name):
                pairs = [(one, other) for one, other in kept["measured"]["pairs"]]
                setattr(results, name, (kept["measured"]["chapters"], pairs))
        for kept in self._all("terms"):
            seconds = {int(count): taken for count, taken in kept["measured"]["seconds"].items()}
            results.terms = kept["measured"]["chapters"], seconds
        for kept in self._all("cores"):
            seconds = {int(count): taken for count, taken in kept["measured"]["seconds"].items()}
            memory = {int(count): taken for count, taken in kept["measured"]["memory"].items()}
            results.cores = kept["measured"]["chapters"], seconds, memory
        for kept in self._all("handout"):
            results.ten_times = kept["measured"].pop("ten_times")
            results.handout = Handout(**kept["measured"])
        for kept in self._all("downloads"):
            results.downloads = kept["measured"]["seconds"]
        results.importing = [_importing(kept["measured"]) for kept in self._all("import-*")]
        return results

    def _keep(self, name: str, measured: dict[str, Any]) -> None:
        self._folder.mkdir(exist_ok=True)
        kept = {"day": datetime.now(UTC).date().isoformat(), "measured": measured}
        (self._folder / f"{name}.json").write_text(json.dumps(kept, indent=1), encoding="utf-8")

    def _all(self, pattern: str) -> Iterator[dict[str, Any]]:
        for file in sorted(self._folder.glob(f"{pattern}.json")):
            yield json.loads(file.read_text(encoding="utf-8"))


def _comparison(measured: dict[str, Any]) -> Comparison:
    runs = {name: [Run(**run) for run in measured[name]] for name in ("ours", "theirs")}
    on_one = [(one, other) for one, other in measured.get("on_one", ())]
    return Comparison(**measured | runs | {"on_one": on_one})


def _importing(measured: dict[str, Any]) -> Importing:
    pairs = {name: [(one, other) for one, other in measured[name]] for name in ("conversion", "loaded")}
    return Importing(**measured | pairs)


def _printing(measured: dict[str, Any]) -> Printing:
    pairs = {name: [(one, other) for one, other in measured[name]] for name in ("plain", "book")}
    return Printing(**measured | pairs)
