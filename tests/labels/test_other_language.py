"""Whatever the engine itself puts before a reader comes from the catalogue.

A small guide is built whose own texts are in capitals, with labels between ‹ and ›: no other small letters may be left.
"""

import calendar
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

from tests.paths import ROOT

_LABEL = re.compile(r"‹[^‹›]*›")
_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W\d_]*[a-z][^\W\d_]+")
_OURS = ("md-content", "md-copyright", "guide-links")
"""What the engine writes of a page, by class; the rest is the theme's, which has languages of its own."""
_MONTHS = frozenset(calendar.month_name)
"""Dates are CLDR's: see `labels.calendars`."""
_FILES = {
    "brackets.py": """
import studyguide.data.guide
from tests.labels.catalogues import BRACKETED
studyguide.data.guide.labels_for = lambda language: BRACKETED
""",
    "mkdocs.yml": f"""
site_name: TOPIC
site_url: https://G.EXAMPLE/
site_author: A B
copyright: CC
edit_uri: https://G.EXAMPLE/edit/main/docs/
theme: {{name: material, font: false}}
hooks: [brackets.py, {ROOT / "hooks" / "guide.py"}]
extra:
  generator: false
  guide: {{topic: TOPIC, conference: C, committee: D, officer: E, header_link: "[**HELP**](index.md)"}}
nav:
  - index.md
  - key-terms.md
  - timeline.md
  - background.md
  - stakeholders.md
  - solutions.md
  - bibliography.md
  - corrections.md
plugins: [search, {{bibtex: {{bib_file: bibliography.bib, csl_file: styles/mla-notes.csl}}}}]
markdown_extensions: [admonition, attr_list, md_in_html, tables, {{toc: {{permalink: true, permalink_title: LINK}}}}]
""",
    "glossary.yaml": """
- {id: x, term: XX, definition: YY., note: NN., see_also: [z]}
- {id: z, term: ZZ, definition: WW., status: check, note: MM.}
- {id: ab, term: AB, definition: CD., abbreviation: true}
""",
    "timeline.yaml": """
- {id: e, date: 2001-02-03~, title: EE, description: DD., actors: [s], terms: [x], see: [background.md#p]}
- {id: f, date: 200X, title: FF, description: DD., sources: [k]}
""",
    "bibliography.bib": """
@misc{k,
  title = {{TITLE}},
  publisher = {{PUB}},
}

@misc{m,
  title = {{OTHER}},
  publisher = {{PUB}},
  keywords = {further-reading},
}
""",
    "docs/index.md": "# TOPIC\n\n<!-- handout -->\n\nASK <!-- contact -->.\n",
    "docs/key-terms.md": "# TERMS\n\n## LONG\n\n<!-- key-terms -->\n\n## SHORT\n\n<!-- abbreviations -->\n",
    "docs/timeline.md": "# TIMELINE\n\n<!-- timeline -->\n",
    "docs/background.md": "# BACKGROUND\n\n## PP {#p}\n\nXX, [EE](event:e).[@k] TEXT.[^n] MORE.[^n]\n\n"
    "[^n]: NOTE [@k; @m].\n",
    "docs/stakeholders.md": "# WHO\n\n## SS {#s}\n\nTEXT.\n",
    "docs/solutions.md": "# SOLUTIONS\n\n## ASKED {#questions}\n\n1. WHY?\n",
    "docs/bibliography.md": "# SOURCES\n\n<!-- works-cited -->\n\n## MORE\n\n<!-- further-reading -->\n",
    "docs/corrections.md": "# CORRECTED\n\n<!-- corrections -->\n\n## OPEN\n\n<!-- open-checks -->\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("guide")
    for name, text in _FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = os.environ | {"PYTHONPATH": path, "SOURCE_DATE_EPOCH": "1772409600", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout) == (0, ""), run.stderr
    return root / "site"


def _left(text: str) -> list[str]:
    """The words that stand in no label; a label can stand in another one."""
    before, text = "", _ADDRESS.sub("", text)
    while before != text:
        before, text = text, _LABEL.sub(" ", text)
    return [word for word in _WORD.findall(text) if word not in _MONTHS]


def _our_text(page: Path) -> str:
    root = html.fromstring(page.read_text(encoding="utf-8"))
    for element in root.iter("script", "style"):
        element.drop_tree()
    parts = [element for name in _OURS for element in root.find_class(name)]
    attributes = [it.get("aria-label", "") for part in parts for it in part.iter()]
    return "\n".join(["\n".join(part.itertext()) for part in parts] + attributes)


def test_pages_hold_no_other_words(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if "chairs" not in path.parts]
    assert len(pages) == 9
    texts = {path.relative_to(site).as_posix(): _our_text(path) for path in pages}
    assert all("‹" in text for text in texts.values())
    assert {name: left for name, text in texts.items() if (left := _left(text))} == {}


@pytest.mark.parametrize("name", ["handout.pdf", "quick-reference.pdf"])
def test_pdfs_hold_no_other_words(site: Path, name: str) -> None:
    text = "\n".join(page.extract_text() for page in PdfReader(site / name).pages)
    assert text.count("‹") > 4
    assert _left(text) == []


@pytest.mark.parametrize("name", ["licences.txt", "manifest.webmanifest"])
def test_other_files_have_labels(site: Path, name: str) -> None:
    assert "‹" in (site / name).read_text(encoding="utf-8")
