"""A small guide whose own texts are in capitals: whatever else a page says, the engine or the theme says."""

import os
import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT

_FILES = {
    "mkdocs.yml": f"""
site_name: TOPIC
site_url: https://G.EXAMPLE/
site_author: A B
copyright: CC
edit_uri: https://G.EXAMPLE/edit/main/docs/
theme: {{name: material, font: false, language: LANGUAGE}}
hooks: [own.py, {ROOT / "hooks" / "guide.py"}]
extra:
  generator: false
  guide:
    downloads: [DOWNLOADS]
    header_link: "[**HELP**](index.md)"
    topic: TOPIC
    conference: C
    committee: D
    officer: E
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


def build_in_capitals(root: Path, language: str = "en", hook: str = "", downloads: str = "") -> Path:
    """Build the guide in a language in the folder `root`, with the text of one more hook; return its site.

    `downloads` are those of the settings, such as "epub, docx".
    """
    for name, text in (_FILES | {"own.py": hook}).items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text.replace("LANGUAGE", language).replace("DOWNLOADS", downloads), encoding="utf-8")
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = os.environ | {"PYTHONPATH": path, "SOURCE_DATE_EPOCH": "1772409600", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout) == (0, ""), run.stderr
    return root / "site"
