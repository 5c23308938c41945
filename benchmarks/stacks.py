"""What is compared: this project, and what a user would pick in its place."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks import idioms
from benchmarks.environments import HERE, python_of
from benchmarks.measure import Command
from benchmarks.model import Guide

GUIDES = HERE / ".guides"
_MKDOCS = ("-m", "mkdocs", "build", "--quiet", "--site-dir", "site")
_SPHINX = ("-m", "sphinx", "-q", "-b", "html", "-d", "doctrees", "docs", "site")


@dataclass(frozen=True)
class Stack:
    """A tool with its plugins."""

    name: str
    idiom: idioms.PlainMkDocs
    environment: str
    """See `environments.python_of`."""
    packages: tuple[str, ...]
    """Whose versions the report names."""
    build: tuple[str, ...] = _MKDOCS
    """What Python is told, in the guide's folder."""
    slow_from: int | None = None
    """The number of chapters from which a build takes minutes, so that two rounds must do."""

    @property
    def slug(self) -> str:
        """Its name as that of a folder."""
        return re.sub(r"\W+", "-", self.name).strip("-").lower()

    def write(self, guide: Guide, folder: Path) -> Command:
        """Write the guide anew into `folder`, and give the command that builds it into `folder/site`."""
        shutil.rmtree(folder, ignore_errors=True)
        self.idiom.write(guide, folder)
        return Command((str(python_of(self.environment)), *self.build), folder)


OURS = Stack("this project", idioms.StudyGuide(), "", ("mkdocs", "mkdocs-material"), (*_MKDOCS, "--strict"))
FLOOR = Stack("MkDocs + Material", idioms.PlainMkDocs(), "material", ("mkdocs", "mkdocs-material"))
BIBTEX = Stack("+ mkdocs-bibtex, built-in style", idioms.MkDocsBibtex(), "bibtex", ("mkdocs-bibtex",))
BIBTEX_CSL = Stack(
    "+ mkdocs-bibtex, CSL note style",
    idioms.MkDocsBibtexCslLate(),
    "bibtex",
    ("mkdocs-bibtex", "pypandoc-binary"),
    slow_from=400,
)
BIBTEX_CSL_EARLY = Stack(
    "+ the same, list of sources read first",
    idioms.MkDocsBibtexCsl(),
    "bibtex",
    ("mkdocs-bibtex", "pypandoc-binary"),
)
EZGLOSSARY = Stack("+ mkdocs-ezglossary-plugin", idioms.MkDocsEzglossary(), "ezglossary", ("mkdocs-ezglossary-plugin",))
SPHINX = Stack(
    "Sphinx + Furo + sphinxcontrib-bibtex",
    idioms.SphinxMyst(),
    "sphinx",
    ("sphinx", "furo", "sphinxcontrib-bibtex", "myst-parser"),
    _SPHINX,
    slow_from=400,
)
PEERS = {
    "floor": FLOOR,
    "bibtex": BIBTEX,
    "bibtex-csl": BIBTEX_CSL,
    "bibtex-csl-early": BIBTEX_CSL_EARLY,
    "ezglossary": EZGLOSSARY,
    "sphinx": SPHINX,
}
"""By the names under which `python -m benchmarks --peers` knows them."""
