"""`make labels`: extract the messages that a reader sees, and bring the catalogues up to date.

Babel reads Python, the theme's templates and the scripts, as `[tool.babel]` in pyproject.toml says.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from studyguide.labels.catalogue import CATALOGUES, FORBIDDEN_SIGNS
from tests.paths import ENGINE, ROOT

TEMPLATE = ENGINE / "labels" / "messages.pot"
_PLACEHOLDER = re.compile(r"\{\w*\}")
_CASES = {"{genitive}", "{accusative}"}
"""The date in another case, for translations of messages with `{date}`."""


def extract(target: Path) -> None:
    """Write the template of all catalogues; without dates and line numbers it changes with the messages alone."""
    options = [
        "--omit-header",
        "--add-location=file",
        "--sort-by-file",
        "--add-comments=Translators:",
        "--strip-comments",
    ]
    source = str(ENGINE.relative_to(ROOT))
    _babel("extract", *options, f"--mapping-file={ROOT / 'pyproject.toml'}", f"--output-file={target}", source)


def update(catalogue: Path, template: Path) -> None:
    """Add new messages to a catalogue, drop those that are gone, and compile it."""
    locale = f"--locale={catalogue.stem.replace('-', '_')}"
    target, compiled = f"--output-file={catalogue}", f"--output-file={catalogue.with_suffix('.mo')}"
    options = ["--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date"]
    _babel("update", target, locale, f"--input-file={template}", *options)
    _babel("compile", compiled, locale, f"--input-file={catalogue}")


def forms_of(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the one form of a message, or its plurals."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def faults_in(catalogue: Catalog) -> Iterator[str]:
    """Yield what is wrong with messages and translations: a sign of HTML or Markdown, or other placeholders."""
    for message in catalogue:
        if not message.id:
            continue
        originals, translations = forms_of(message.id), forms_of(message.string)
        wanted = set(_PLACEHOLDER.findall(originals[-1]))
        for text in filter(None, (*originals, *translations)):
            if signs := FORBIDDEN_SIGNS.intersection(_PLACEHOLDER.sub("", text)):
                yield f"{text!r} holds {' '.join(sorted(signs))}"
            optional = {"{number}"} if len(originals) > 1 else set()  # "one page"
            found = set(_PLACEHOLDER.findall(text))
            if "{date}" in wanted and "{date}" not in found and found & _CASES:
                found = found - _CASES | {"{date}"}
            if wrong := (wanted ^ found) - optional:
                yield f"{text!r} has other placeholders than its message: {' '.join(sorted(wrong))}"


def read_catalogue(path: Path) -> Catalog:
    """Read a catalogue, or the template."""
    with path.open("rb") as file:
        return read_po(file)


def _babel(*arguments: str) -> None:
    CommandLineInterface().run(["pybabel", "--quiet", *arguments])  # type: ignore[no-untyped-call]


def main() -> None:
    """Bring the template and each catalogue up to date; end with an error where one has a fault."""
    extract(TEMPLATE)
    catalogues = sorted(CATALOGUES.glob("*.po"))
    for catalogue in catalogues:
        update(catalogue, TEMPLATE)
    faults = [f"{path.name}: {fault}" for path in (TEMPLATE, *catalogues) for fault in faults_in(read_catalogue(path))]
    sys.exit("\n".join(faults) or None)


if __name__ == "__main__":
    main()
