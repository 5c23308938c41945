"""`make labels`: extract the messages that a reader sees, and bring the catalogues up to date.

Babel reads Python, the theme's templates and the scripts, as `[tool.babel]` in pyproject.toml says.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from studyguide.labels.catalogue import CATALOGUES
from studyguide.labels.translation_checks import forbidden_signs, forms_of, wrong_placeholders
from tests.paths import ENGINE, ROOT

TEMPLATE = ENGINE / "labels" / "messages.pot"


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


def faults_in(catalogue: Catalog) -> Iterator[str]:
    """Yield what is wrong with messages and translations: a sign of HTML or Markdown, or other placeholders."""
    for message in catalogue:
        if not message.id:
            continue
        originals = forms_of(message.id)
        for text in filter(None, (*originals, *forms_of(message.string))):
            if signs := forbidden_signs(text):
                yield f"{text!r} holds {' '.join(signs)}"
            if wrong := wrong_placeholders(originals, text):
                yield f"{text!r} has other placeholders than its message: {' '.join(wrong)}"


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
