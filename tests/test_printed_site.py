"""The handout that a build of the small guide puts into its site, read back."""

import logging
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from pypdf import PdfReader
from pypdf.generic import Destination
from test_build import build_here, change, lay_out

from studyguide.print_html import PrintedPage, label, make_printable, read_questions
from studyguide.print_typst import write_typst

CONFIG_HOOKS = ("build.py]", "build.py, {root}/hooks/print.py]")
ROOT = Path(__file__).parents[1]


def lay_out_printed(folder: Path) -> Path:
    """A good guide that is printed too."""
    guide = lay_out(folder)
    change(guide / "mkdocs.yml", CONFIG_HOOKS[0], CONFIG_HOOKS[1].format(root=ROOT.as_posix()))
    return guide


@pytest.fixture(autouse=True)
def _the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # 14 November 2023


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", "1700000000")
        guide = lay_out_printed(tmp_path_factory.mktemp("printed"))
        build_here(guide)
    return guide, PdfReader(BytesIO((guide / "site" / "handout.pdf").read_bytes()))


def words(reader: Any) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def titles(outline: Any) -> list[str]:
    found = []
    for item in outline:
        found += [str(item.title)] if isinstance(item, Destination) else titles(item)
    return found


def test_a_machine_sees_what_it_is(printed: tuple[Path, Any]) -> None:
    _, reader = printed
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (a PDF's own boolean)
    assert root["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "A small guide"


def test_the_outline_names_each_chapter_in_reading_order(printed: tuple[Path, Any]) -> None:
    guide, reader = printed
    nav = [next(iter(entry.values())) for entry in load_config(str(guide / "mkdocs.yml")).nav or []]
    chapters = [
        re.search(r"^# (.+?)(?: \{.*)?$", (guide / "docs" / path).read_text(encoding="utf-8"), re.MULTILINE)
        for path in nav
    ]
    named = titles(reader.outline)
    places = [named.index(chapter[1]) for chapter in chapters if chapter]
    assert len(places) == len(nav)
    assert places == sorted(places)


def test_every_note_of_the_site_is_there(printed: tuple[Path, Any]) -> None:
    guide, reader = printed
    pages = [file.read_text(encoding="utf-8") for file in (guide / "site").glob("**/index.html")]
    notes = sum(len(re.findall(r'<li id="fn:', page)) for page in pages)
    numbers = {int(number) for number in re.findall(r"(\d+)", words(reader))}
    assert notes > 3
    assert numbers >= set(range(1, notes + 1))


def test_every_link_inside_lands(printed: tuple[Path, Any]) -> None:
    _, reader = printed
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    names = [str(link["/Dest"]) for link in links if isinstance(link.get("/Dest"), str)]
    assert len(names) > 10
    assert set(names) <= reader.named_destinations.keys()


def test_fonts_are_embedded(printed: tuple[Path, Any]) -> None:
    _, reader = printed
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    files = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert files
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & file.keys() for file in files)


def test_pages_are_numbered_and_the_edition_is_dated(printed: tuple[Path, Any]) -> None:
    _, reader = printed
    text = words(reader)
    assert f"page 2 of {len(reader.pages)}" in text
    assert "Edition of 14 November 2023" in text


def test_the_same_guide_gives_the_same_bytes(printed: tuple[Path, Any], tmp_path: Path) -> None:
    first, _ = printed
    second = lay_out_printed(tmp_path)
    build_here(second)
    for name in ("handout.pdf", "quick-reference.pdf"):
        assert (first / "site" / name).read_bytes() == (second / "site" / name).read_bytes()


def test_the_quick_reference_holds_terms_and_events(printed: tuple[Path, Any]) -> None:
    guide, _ = printed
    reader = PdfReader(BytesIO((guide / "site" / "quick-reference.pdf").read_bytes()))
    text = words(reader)
    assert len(reader.pages) <= 2
    assert "Key terms" in text
    assert "Timeline" in text


def test_serve_goes_on_while_the_handout_is_made(tmp_path: Path) -> None:
    guide = lay_out_printed(tmp_path)
    build_here(guide, "serve")
    assert (guide / "site" / "index.html").is_file()


def test_a_page_can_be_left_out(tmp_path: Path) -> None:
    guide = lay_out_printed(tmp_path)
    page = guide / "docs" / "corrections.md"
    text = page.read_text(encoding="utf-8")
    page.write_text("---\nhandout: false\n---\n\n" + text.split("---\n")[-1], encoding="utf-8")
    build_here(guide)
    reader = PdfReader(BytesIO((guide / "site" / "handout.pdf").read_bytes()))
    assert "Corrections" not in titles(reader.outline)


def test_a_picture_that_cannot_be_printed_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    guide = lay_out_printed(tmp_path)
    (guide / "docs" / "broken.png").write_bytes(b"no picture at all")
    home = guide / "docs" / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + "\n## Broken\n\n![A view](broken.png)\n", encoding="utf-8")
    line = home.read_text(encoding="utf-8").splitlines().index("## Broken") + 1
    with pytest.raises(Abort, match="The handout cannot be made"):
        build_here(guide)
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(told) == 1
    assert told[0].startswith(f"docs/index.md:{line}:4: The handout cannot be printed from here: ")


@pytest.mark.parametrize(
    "text",
    [
        '#read("secret.txt")',
        "@x",
        "$5 and $6",
        "\\LaTeX",
        "*not strong*",
        "_not emphasis_",
        "<label>",
        "// no comment",
        "= no",
    ],
)
def test_text_is_text(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    body, notes = write_typst(f"<p>{escaped}</p>")
    assert notes == 0
    for sign in "#@$*_<":
        assert not re.search(rf"(?<!\\){re.escape(sign)}(?=\w)", body.replace("\\\\", "")), body


def test_what_is_for_the_screen_is_not_printed() -> None:
    html = '<h1 id="a">A</h1><p class="screen-only">Screen</p><p class="print-only">Print</p>'
    html += "<details><summary>S</summary>In</details>"
    printable = make_printable([PrintedPage("a.md", "a/", html)])
    assert "Screen" not in printable.html
    assert "Print" in printable.html
    assert "<details" not in printable.html
    assert "In" in printable.html


def test_labels_hold_no_sign_of_typst() -> None:
    assert label("a b.md", "x#y") == "a_20b.md:x_23y"
    assert label("a.md") == "a.md"


def test_questions_are_read_up_to_their_sign() -> None:
    html = '<h2 id="q">Q</h2><p>Lead.</p><ol><li>Who pays? See <a href="#x">x</a>.</li><li>No question.</li></ol>'
    assert read_questions(html, "q") == ("Who pays?",)
    assert read_questions(html, "missing") == ()
