"""What a guide asks for decides which outputs are imported."""

import subprocess
import sys

import pytest

ASKED = """
import sys
from studyguide.data.guide import Guide
from studyguide.outputs.registry import outputs_of

outputs_of(Guide(downloads=frozenset(sys.argv[1:])))
print(*(name for name in ("docx", "ebook") if f"studyguide.outputs.{name}" in sys.modules))
"""


@pytest.mark.parametrize(
    ("downloads", "imported"),
    [((), ""), (("epub",), "ebook"), (("docx",), "docx"), (("epub", "docx"), "docx ebook")],
)
def test_outputs_that_no_guide_asks_for_are_not_imported(downloads: tuple[str, ...], imported: str) -> None:
    run = subprocess.run([sys.executable, "-c", ASKED, *downloads], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == imported
