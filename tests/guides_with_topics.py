"""The made-up guide of `example/` with two topics, each with an introduction and a chapter of solutions."""

import re
from pathlib import Path

from tests.example_guide import lay_out_example

TOPICS = ("Protecting migratory birds", "Noise & light in wetlands")
FOLDERS = ("birds", "wetlands")
_NAV = """nav:
  - Home: index.md
  - Protecting migratory birds:
      - Introduction: birds/introduction.md
      - Solutions: birds/solutions.md
  - Noise & light in wetlands:
      - Introduction: wetlands/introduction.md
      - Solutions: wetlands/solutions.md
"""
_INTRODUCTION = "# Introduction\n\n## What it is\n\nThis is about {folder}.\n"
_SOLUTIONS = "# Solutions\n\n## Questions {{#questions}}\n\n1. Who pays for {folder}?\n2. Who counts {folder}?\n"


def lay_out_two_topics(folder: Path) -> Path:
    """Write the guide into a new folder of `folder`."""
    guide = lay_out_example(folder)
    for name in FOLDERS:
        chapters = guide / "docs" / name
        chapters.mkdir()
        (chapters / "introduction.md").write_text(_INTRODUCTION.format(folder=name), encoding="utf-8")
        (chapters / "solutions.md").write_text(_SOLUTIONS.format(folder=name), encoding="utf-8")
    settings = guide / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    text = re.sub(r"^nav:\n  - Home: index.md\n", lambda _: _NAV, text, count=1, flags=re.MULTILINE)
    topics = "".join(f"      - {topic}\n" for topic in TOPICS)
    text = re.sub(r"^  guide:\n", f"  guide:\n    topic:\n{topics}", text, count=1, flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    return guide
