"""Tests of the builders: pandoc reads from each element what it stands for."""

import json
import subprocess
from pathlib import Path

import pypandoc

from tests.authoring.documents import building as word
from tests.authoring.documents import building_odt as writer

DOCX = word.docx(
    word.heading("Introduction"),
    word.paragraph("A ", word.run("bold", bold=True), " claim.", word.footnote_reference(1), word.endnote_reference(1)),
    word.table(["Date", "Event"], ["1919", "A league is founded."], head=True),
    word.paragraph("First", numbering=word.BULLETS),
    word.paragraph(word.link("https://example.org/?a=1&b=2", "a page")),
    word.paragraph(word.picture("dot.png", "A dot")),
    footnotes=["See the report."],
    endnotes=["The end."],
    media={"dot.png": word.PIXEL},
)  # fmt: skip
NOTES = (writer.note(1, "See the report."), writer.note(2, "The end.", "endnote"))
ODT = writer.odt(
    writer.heading("Introduction"),
    writer.paragraph("A ", writer.span("bold", "Bold"), " claim.", *NOTES),
    writer.table(["Date", "Event"], ["1919", "A league is founded."], head=True),
    writer.bullets("First"),
    writer.paragraph(writer.link("https://example.org/?a=1&b=2", "a page")),
    writer.paragraph(writer.picture("dot.png", "A dot")),
    media={"dot.png": word.PIXEL},
)  # fmt: skip
EXPECTED = ["Header", "Strong", "Note", "Note", "Table", "BulletList", "Link", "Image"]


def kinds(value: object) -> list[str]:
    """The kinds of the elements of interest in pandoc's JSON, in reading order."""
    if isinstance(value, list):
        return [kind for item in value for kind in kinds(item)]
    if not isinstance(value, dict):
        return []
    own = [value["t"]] if value.get("t") in EXPECTED else []
    return own + [kind for item in value.values() for kind in kinds(item)]


def test_pandoc_reads_what_the_builders_write(tmp_path: Path) -> None:
    for name, content in (("docx", DOCX), ("odt", ODT)):
        path = tmp_path / f"guide.{name}"
        path.write_bytes(content)
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), "-f", name, "-t", "json", path],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert not done.stderr
        assert kinds(json.loads(done.stdout)["blocks"]) == EXPECTED
        assert "https://example.org/?a=1&b=2" in done.stdout
        assert "dot.png" in done.stdout
