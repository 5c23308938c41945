"""The command line. Each command, such as `studyguide check`, is a module here, named as its `make` target."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from types import ModuleType

from studyguide import __version__
from studyguide.mkdocs import gc_tuning

_COMMANDS = {
    "check": "find everything that is to be mended in the guide in this folder",
    "explain": "explain a rule, by the name that a report gives in brackets",
    "fix": "sort and tidy the guide's files; no text is changed",
    "source": "add a source from a file that Zotero or a library exports",
    "fonts": "choose the typefaces that the handout needs for the guide's language",
    "new": "make the next guide: a new folder with everything in it",
    "import": "make a guide from a document of Word, Google Docs or LibreOffice",
    "upgrade": "bring the guide to another engine; its text stays as it is",
    "edition": "note what the guide says now, so that readers can see what changed since: before you print",
    "chapters": "write the finished chapters for another engine than MkDocs with Material",
    "zip": "pack a portable site into one file",
}
"""The commands with their help texts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments`, by default those of the process, name; return its exit status.

    A command's module is imported when the command runs, so that `check` does not wait for the imports of `new`.
    """
    gc_tuning.raise_threshold()
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="studyguide", description="Write, check and build Model UN study guides.")
    parser.add_argument("--version", action="version", version=f"studyguide {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, does in _COMMANDS.items():
        command = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
        if name in arguments[:1]:
            _module(name).add_arguments(command)
    options = parser.parse_args(arguments)
    status: int = _module(options.command).run(options)
    return status


def _module(command: str) -> ModuleType:
    """Import the module of a command; that of `import` is called `import_`, since Python has that word."""
    return import_module(f"studyguide.cli.{command}{'_' if iskeyword(command) else ''}")
