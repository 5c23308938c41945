"""The made-up guide of `example/`, to be built as `make build` builds this one."""

import json
import re
import shutil
from pathlib import Path

from tests.paths import ROOT

EXAMPLE = ROOT / "tests" / "example"
NAV = """nav:
  - Home: index.md
  - introduction.md
  - key-terms.md
  - background.md
  - stakeholders.md
  - timeline.md
  - previous-attempts.md
  - bibliography.md
  - corrections.md
"""


def lay_out_engine(guide: Path) -> None:
    """Write what every guide has in common into its folder."""
    shutil.copytree(ROOT / "hooks", guide / "hooks", ignore=shutil.ignore_patterns("__pycache__"))


def lay_out_example(folder: Path, language: str = "en") -> Path:
    """Write the guide into a new folder of `folder`, with the theme's words in a language."""
    guide = folder / "example"
    shutil.copytree(EXAMPLE, guide)
    lay_out_engine(guide)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for pattern, written in (
        (r"^site_name:.*\n", "site_name: Protecting migratory birds\n"),
        (r"^  language:.*\n", f"  language: {language}\n"),
        (r"^nav:\n(?:  - .*\n)+", NAV),
    ):
        text, count = re.subn(pattern, written, text, count=1, flags=re.MULTILINE)
        assert count == 1, pattern
    text = with_header_link(text, "[**Get help** or report](index.md#get-help)")
    (guide / "mkdocs.yml").write_text(text, encoding="utf-8")
    if language != "en":
        _write_decimal_commas(guide / "docs" / "introduction.md")
    return guide


def _write_decimal_commas(chapter: Path) -> None:
    """Write the numbers of the chart as those languages do that the tests build."""
    text, count = re.subn(r"(\| \d)\.(\d \|)", r"\1,\2", chapter.read_text(encoding="utf-8"))
    assert count
    chapter.write_text(text, encoding="utf-8")


def with_header_link(settings: str, link: str) -> str:
    """Give the text of a mkdocs.yml with this link at the top of each page, in the place of its own, if it has one."""
    line = f"    header_link: {json.dumps(link)}\n"
    settings = re.sub(r"^    header_link:.*\n", "", settings, flags=re.MULTILINE)
    settings, count = re.subn(r"^  guide:\n", lambda found: found[0] + line, settings, count=1, flags=re.MULTILINE)
    assert count == 1
    return settings
