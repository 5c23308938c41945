"""Tables of cases, made by hand."""

from pathlib import Path
from typing import Any

import yaml


def read_table(name: str) -> Any:
    """Return a table, all of its values as they are written."""
    return yaml.load((Path(__file__).parent / name).read_text("utf-8"), yaml.BaseLoader)


def cases(name: str) -> list[tuple[str, str, str]]:
    """Return the rows of a table by language: the language, what is printed, what is expected."""
    return [
        (language, given, expected) for language, rows in read_table(name).items() for given, expected in rows.items()
    ]
