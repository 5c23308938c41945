"""Builds by MkDocs that print: what stands in the site, and what a chair is told."""

import errno
import logging
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from PIL import Image
from pypdf import PdfReader

from studyguide.mkdocs.check import find_problems
from studyguide.outputs.book import OutputError
from studyguide.outputs.pdf import handout as printing
from studyguide.outputs.pdf.compile import Pdf, make_handout
from tests.mkdocs.test_build import build_here, change, files_below, lay_out, run
from tests.outputs.pdf.test_compile import a_png

MARCH, APRIL = "1772409600", "1775088000"  # 2 March and 2 April 2026


def lay_out_printing(folder: Path) -> Path:
    """The good guide, which prints too."""
    guide = lay_out(folder)
    change(guide / "mkdocs.yml", "pdf: false", "pdf: true")
    change(guide / "docs" / "index.md", "Questions go to", "<!-- handout -->\n\nQuestions go to")
    return guide


def words_of(pdf: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.read_bytes())).pages).split())


@pytest.fixture(autouse=True)
def _quiet_and_dated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MARCH)


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A good guide that prints, to be changed."""
    return lay_out_printing(tmp_path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site of the good guide."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", MARCH)
        guide = lay_out_printing(tmp_path_factory.mktemp("printed"))
        build_here(guide)
        yield guide / "site"


def test_the_chapters_are_printed_in_the_order_of_the_navigation(site: Path) -> None:
    outline = PdfReader(site / "handout.pdf").outline
    chapters = [str(item["/Title"]) for item in outline if not isinstance(item, list)]
    assert chapters == [
        "A small guide",
        "Background",
        "Key terms",
        "Stakeholders",
        "Timeline",
        "Bibliography",
        "Corrections",
    ]


def test_each_note_of_the_site_is_printed_once(site: Path) -> None:
    calls = re.compile(r'<a class="footnote-ref" href="#fn:')
    on_site = sum(len(calls.findall(page.read_text(encoding="utf-8"))) for page in site.rglob("index.html"))
    assert on_site == 8  # 4 of the background, 2 of terms, 2 of events
    assert words_of(site / "handout.pdf").count("Reports, not children.") == 1


def test_terms_events_sources_and_corrections_name_pages(site: Path) -> None:
    words = words_of(site / "handout.pdf")
    page = {str(item["/Title"]): number for number, item in _chapters(site)}
    assert f"Mentioned on p. {page['Background']}, {page['Stakeholders']}" in words
    assert re.search(rf"The original printed 1990\. \(note on p\. {page['Background']}\)", words)
    assert f"Cited on p. {page['Background']}" in words
    assert "Date Event 20 November 1989 The UN adopts the CRC" in words


def test_what_stands_right_behind_markup_is_printed_as_on_the_page(guide: Path) -> None:
    """Behind `#strong[...]`, Typst would read `.The` as a field, and `(b)` as arguments."""
    lines = (
        "**Aim**.The committee acts.",
        "More is on Hotline.org.",
        "So x<sup>2</sup>.y and H<sub>2</sub>(g) and `code`.len and *this*[that]; a **list**; #it.",
        "A note[^n].md and a [link](https://a.example/)(b).",
    )
    written = "\n\n".join(lines) + "\n\n[^n]: In *notes*.too, or **in**(them).\n\n| **A**.b |\n| --- |\n| *c*[d] |\n"
    change(guide / "docs" / "background.md", "\n!!! correction", f"\n{written}\n!!! correction")
    change(guide / "glossary.yaml", "A place where", "A *place*.where")
    build_here(guide)
    words = words_of(guide / "site" / "handout.pdf")
    for line in (
        "Aim.The committee acts.",
        "More is on Hotline.org.",
        "and code.len and this[that]; a list; #it.",
        "link (a.example)(b).",
        "In notes.too, or in(them).",
        "A.b",
        "c[d]",
        "A place.where",
    ):
        assert line in words
    assert re.search(r"So x\s?2\s?\.y and H\s?2\s?\(g\) and", words)
    assert re.search(r"A note\s?\d+\s?\.md and", words)


def _chapters(site: Path) -> Iterator[tuple[int, dict[str, object]]]:
    reader = PdfReader(site / "handout.pdf")
    for item in reader.outline:
        if not isinstance(item, list):
            number = reader.get_destination_page_number(item)
            assert number is not None
            yield number + 1, dict(item)


def test_the_quick_reference_has_the_terms_and_events(site: Path) -> None:
    words = words_of(site / "quick-reference.pdf")
    for line in ("Hotline. A place where anyone can report a crime online.", "20 November 1989. The UN adopts the CRC"):
        assert line in words


def test_the_page_that_asks_for_it_links_to_the_pdfs_and_says_how_long_they_are(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    for name in ("handout.pdf", "quick-reference.pdf"):
        pages, size = len(PdfReader(site / name).pages), round((site / name).stat().st_size / 1000)
        count = "1 page" if pages == 1 else f"{pages} pages"
        assert re.search(rf'href="{name}">[^<]+</a>:? PDF, {count}, {size} KB\.', html)
    assert "Download the handout" not in words_of(site / "handout.pdf")


def test_a_chapter_in_a_folder_finds_the_pdfs_too(guide: Path) -> None:
    change(guide / "docs" / "background.md", "# Background\n", "# Background\n\n<!-- handout -->\n")
    build_here(guide)
    assert 'href="../handout.pdf"' in (guide / "site" / "background" / "index.html").read_text(encoding="utf-8")


def test_the_same_guide_gives_the_same_bytes_and_another_day_others(
    site: Path, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(guide, "-m", "mkdocs", "build", "--strict").returncode == 0
    for name in ("handout.pdf", "quick-reference.pdf"):
        assert (guide / "site" / name).read_bytes() == (site / name).read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", APRIL)
    build_here(guide)
    assert (guide / "site" / "handout.pdf").read_bytes() != (site / "handout.pdf").read_bytes()
    assert "Edition of 2 April 2026" in words_of(guide / "site" / "handout.pdf")


def test_a_chapter_can_stay_out_of_the_handout(guide: Path) -> None:
    change(guide / "docs" / "background.md", "description:", "handout: false\ndescription:")
    build_here(guide)
    assert "Reports rose." in (guide / "site" / "background" / "index.html").read_text(encoding="utf-8")
    words = words_of(guide / "site" / "handout.pdf")
    assert "Reports rose." not in words
    assert "Begin with the background, or with the event of 1989 (p." in words


def test_a_page_that_stays_out_of_the_handout_can_link_to_it(guide: Path) -> None:
    change(guide / "docs" / "index.md", "description:", "handout: false\ndescription:")
    build_here(guide)
    assert 'href="handout.pdf"' in (guide / "site" / "index.html").read_text(encoding="utf-8")


def test_with_an_address_the_title_page_shows_it(guide: Path, site: Path) -> None:
    change(guide / "mkdocs.yml", "strict: true", "strict: true\nsite_url: https://guide.example.org/")
    build_here(guide)
    assert "https://guide.example.org/" in words_of(guide / "site" / "handout.pdf")
    assert "https://guide.example.org/" not in words_of(site / "handout.pdf")


@pytest.mark.parametrize(
    ("name", "top"), [("solutions", ""), ("solutions", "---\nhandout: false\n---\n\n"), ("answers", "")]
)
def test_the_questions_come_from_their_chapter_also_where_it_is_not_printed(name: str, top: str, guide: Path) -> None:
    (guide / "docs" / f"{name}.md").write_text(
        f"{top}# Solutions\n\n## Questions {{#questions}}\n\n1. Who pays? See there.\n"
    )
    change(guide / "mkdocs.yml", "  - Corrections", f"  - Solutions: {name}.md\n  - Corrections")
    build_here(guide)
    assert "1. Who pays? A small guide" in words_of(guide / "site" / "quick-reference.pdf")


# What cannot be printed


def told_by_build(guide: Path, caplog: pytest.LogCaptureFixture) -> list[str]:
    """The errors that stop a build, which leaves no site."""
    with pytest.raises(Abort, match=r"The site was not built\."):
        build_here(guide)
    assert not (guide / "site").exists()
    return [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]


def told_by_check(guide: Path) -> list[str]:
    return [str(problem) for problem in find_problems(load_config(str(guide / "mkdocs.yml")))]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("![Bars.](assets/text.png)", '19:1: The file "assets/text.png" is no picture, whatever its name says.'),
        ("A bar ![B.](assets/a.jpg)", '19:7: The file "assets/a.jpg" has the colours of a printing press (CMYK)'),
        ("#### Too deep", "19:6: A heading of level 4 (####) follows one of level 2 (##)."),
        ("In Mekelle (ቀሸ)", '19:13: The fonts of the handout lack "ቀሸ".'),
        ("In Mekelle (ቀሸ), not in ቨሸ, and ✅", '19:13: The fonts of the handout lack "ቀሸ ቨሸ ✅".'),
        ("A party 🎉 is on.", '19:9: The fonts of the handout lack the sign "🎉".'),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_line_by_check_and_build(
    written: str, told: str, guide: Path, caplog: pytest.LogCaptureFixture
) -> None:
    if "text.png" in written:
        (guide / "docs" / "assets" / "text.png").write_bytes(b"no picture")
    if "a.jpg" in written:
        Image.new("CMYK", (800, 600)).save(guide / "docs" / "assets" / "a.jpg")
    change(guide / "docs" / "background.md", "\n!!! correction", f"\n{written}\n\n!!! correction")
    (error,) = told_by_build(guide, caplog)
    assert error.startswith(f"docs/background.md:{told}")
    assert told_by_check(guide) == [error]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("glossary.yaml", "A place where", "A place (ቀ) where", "glossary.yaml:"),
        ("timeline.yaml", "The UN adopts", "The UN (ቀ) adopts", "timeline.yaml:"),
        ("bibliography.bib", "title = {Convention", "title = {ቀ Convention", "bibliography.bib:"),
        ("mkdocs.yml", "site_name: A small guide", "site_name: A small ቀ guide", "mkdocs.yml:2:20"),
    ],
)
def test_letters_that_no_font_has_are_told_in_the_data_too(
    file: str, old: str, new: str, told: str, guide: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = (guide / file).read_text(encoding="utf-8")
    (guide / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    (error,) = told_by_build(guide, caplog)
    assert error.startswith(told)
    assert error.endswith('The fonts of the handout lack "ቀ". Write it in Latin letters. [unprintable]')
    assert told_by_check(guide) == [error]


def test_letters_in_the_words_of_a_citation_are_told_by_check_and_build(
    guide: Path, caplog: pytest.LogCaptureFixture
) -> None:
    background = guide / "docs" / "background.md"
    text = background.read_text(encoding="utf-8")
    cited = re.search(r"\[@[\w-]+", text)
    assert cited
    background.write_text(text.replace(cited[0], f"{cited[0]}, ኀ 4 ቸ", 1), encoding="utf-8")
    (error,) = told_by_build(guide, caplog)
    line = text.count("\n", 0, cited.start()) + 1
    assert error.startswith(f"docs/background.md:{line}:")
    assert 'The fonts of the handout lack "ኀ' in error
    assert [line for line in told_by_check(guide) if "[unprintable]" in line] == [error]


def test_all_letters_that_no_font_has_are_told_at_once(guide: Path) -> None:
    """In a chapter, a citation, a character reference, a term, an event, a source, and on the title page."""
    change(guide / "docs" / "background.md", "Reports rose.", "Reports ቈ rose &#4632;.[see ነ @smith2001law]")
    for file, old, new in (
        ("glossary.yaml", "A place where", "A place (ቀ) where"),
        ("timeline.yaml", "The UN adopts", "The UN (ሸ) adopts"),
        ("bibliography.bib", "title = {Convention", "title = {ቨ Convention"),
        ("mkdocs.yml", "site_name: A small guide", "site_name: A small ኈ guide"),
    ):
        text = (guide / file).read_text(encoding="utf-8")
        (guide / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    for page in ("key-terms.md", "timeline.md"):  # the quick reference prints their entries nevertheless
        text = (guide / "docs" / page).read_text(encoding="utf-8")
        (guide / "docs" / page).write_text(f"---\nhandout: false\n---\n\n{text}", encoding="utf-8")
    told = [line for line in told_by_check(guide) if line.endswith("[unprintable]")]
    assert [(line.partition(":")[0], letter) for line in told for letter in "ቈመነቀሸቨኈ" if letter in line] == [
        ("bibliography.bib", "ቨ"),
        ("docs/background.md", "መ"),
        ("docs/background.md", "ቈ"),
        ("docs/background.md", "ነ"),
        ("glossary.yaml", "ቀ"),
        ("mkdocs.yml", "ኈ"),
        ("timeline.yaml", "ሸ"),
    ]


def test_a_picture_that_is_damaged_is_told_by_the_build_at_its_place(
    guide: Path,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (guide / "docs" / "assets" / "half a.png").write_bytes(a_png()[:40])
    picture = "A bar: ![Bars.](<assets/half a.png>)"
    change(guide / "docs" / "background.md", "\n!!! correction", f"\n{picture}\n\n!!! correction")
    assert told_by_build(guide, caplog) == [
        'docs/background.md:19:8: The file "assets/half a.png" is damaged, or of a rare kind. '
        "Open it in a program for pictures, and save it anew as PNG or JPEG. [wrong-picture]"
    ]
    assert "::error file=docs/background.md,line=19,col=8,title=wrong-picture::" in capsys.readouterr().out


def test_what_else_stops_the_printer_is_told_where_it_stopped(
    guide: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for place, where in {
        "background.md:reports": "docs/background.md:13:4",
        "background.md": "docs/background.md:5:1",
    }.items():

        def stop(*_arguments: Any, place: str = place) -> Pdf:
            raise OutputError("It is too dark", place)

        monkeypatch.setattr(printing, "make_handout", stop)
        caplog.clear()
        assert told_by_build(guide, caplog) == [
            f"{where}: The handout cannot be printed from here: It is too dark. [unprintable]"
        ]


def test_what_only_the_handout_cannot_hold_may_stand_in_a_chapter_that_is_not_printed(guide: Path) -> None:
    more = "\n#### Too deep\n\nቀሸ\n\n!!! correction"
    change(guide / "docs" / "background.md", "\n!!! correction", more)
    change(guide / "docs" / "background.md", "description:", "handout: false\ndescription:")
    assert told_by_check(guide) == []
    build_here(guide)
    assert "ቀሸ" in (guide / "site" / "background" / "index.html").read_text(encoding="utf-8")


def test_a_rule_and_a_picture_with_a_wrong_ending_are_printed(guide: Path) -> None:
    (guide / "docs" / "assets" / "photo.jpg").write_bytes(a_png(1200, 800))
    more = "\n---\n\n***\n\n![A photo.](assets/photo.jpg)\n\n!!! correction"
    change(guide / "docs" / "background.md", "\n!!! correction", more)
    assert told_by_check(guide) == []
    build_here(guide)
    assert (guide / "site" / "handout.pdf").exists()


def test_what_is_not_in_the_handout_is_told_with_its_line(
    guide: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    whole = make_handout

    def without_a_place(*arguments: Any) -> Pdf:
        made = whole(*arguments)
        return replace(made, labels=made.labels - {"key-terms.md:term-hotline", "background.md:reports"})

    monkeypatch.setattr(printing, "make_handout", without_a_place)
    with pytest.raises(Abort, match=r"The site was not built\."):
        build_here(guide)
    [error] = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert [line.partition(" Tell ")[0] for line in error.splitlines()] == [
        'docs/background.md:13:4: The heading "Reports" is not in the handout.',
        'docs/key-terms.md:3:4: The heading "Hotline" is not in the handout.',
        'glossary.yaml:1:3: The term "Hotline" is not in the handout.',
    ]
    assert not (guide / "site").exists()


def test_a_handout_that_cannot_be_written_leaves_the_last_site(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_here(guide)
    before = files_below(guide / "site")
    write = Path.write_bytes

    def write_on_a_full_disk(path: Path, content: bytes) -> int:
        if path.name == "quick-reference.pdf":
            write(path, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return write(path, content)

    change(guide / "docs" / "background.md", "Reports rose.", "Reports fell.")
    monkeypatch.setattr(Path, "write_bytes", write_on_a_full_disk)
    with pytest.raises(Abort, match="No space left on device"):
        build_here(guide)
    assert files_below(guide / "site") == before
    assert not list(guide.glob("site.*"))


# Under `mkdocs serve`


class Held:
    """A printer's shop that is closed: `make_handout` waits until it is opened."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.error: OutputError | None = None
        self.calls = 0

    def __call__(self, *args: object) -> Pdf:
        self.calls += 1
        assert self.opened.wait(20)
        if self.error:
            raise self.error
        return Pdf(b"%PDF", 7)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    shop = Held()
    monkeypatch.setattr(printing, "make_handout", shop)
    monkeypatch.setattr(printing, "lost_in_print", lambda *what: [])
    yield shop
    shop.opened.set()


def serve(guide: Path, held: Held, before_end: Callable[[], None] = lambda: None, builds: int = 1) -> None:
    """Build as `serve` does, and end it; only then the shop opens, and all that goes on comes to an end."""
    threads = set(threading.enumerate())
    for number in range(builds):
        config = load_config(str(guide / "mkdocs.yml"))
        if number == 0:
            config.plugins.on_startup(command="serve", dirty=False)
        mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
    before_end()
    config.plugins.on_shutdown()
    held.opened.set()
    for thread in set(threading.enumerate()) - threads:
        thread.join(20)
        assert not thread.is_alive()


def test_serve_goes_on_without_the_handout_and_writes_it_when_it_is_made(guide: Path, held: Held) -> None:
    def look() -> None:
        assert "handout" not in (guide / "site" / "index.html").read_text(encoding="utf-8")
        assert not (guide / "site" / "handout.pdf").exists()

    serve(guide, held, look)
    assert (guide / "site" / "handout.pdf").read_bytes() == b"%PDF"


def test_serve_tells_late_what_cannot_be_printed(guide: Path, held: Held, caplog: pytest.LogCaptureFixture) -> None:
    held.error = OutputError("It is too dark", "background.md:reports")
    serve(guide, held)
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert told == ["docs/background.md:13:4: The handout cannot be printed from here: It is too dark. [unprintable]"]
    assert not (guide / "site" / "handout.pdf").exists()


def test_when_serve_ends_what_waits_is_not_printed_and_its_site_stays_gone(guide: Path, held: Held) -> None:
    serve(guide, held, lambda: shutil.rmtree(guide / "site"), builds=2)
    assert held.calls == 1
    assert not (guide / "site").exists()


def test_a_build_says_for_what_it_waits(guide: Path, held: Held, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    class Opener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.getMessage() == "Printing the handout":
                held.opened.set()

    opener = Opener()
    logging.getLogger("mkdocs").addHandler(opener)
    build_here(guide)
    logging.getLogger("mkdocs").removeHandler(opener)
    assert (guide / "site" / "handout.pdf").read_bytes() == b"%PDF"


def test_a_program_can_build_without_the_command_line(guide: Path) -> None:
    config = load_config(str(guide / "mkdocs.yml"))
    mkdocs_build(config)
    config.plugins.on_shutdown()
    reader = PdfReader(guide / "site" / "handout.pdf")
    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == date(2026, 3, 2)
