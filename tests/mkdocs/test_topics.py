"""A guide with two topics, each with chapters of its own: what says which, and what a chair is told."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from studyguide.mkdocs.topics import with_topic
from tests.guides_with_topics import FOLDERS, TOPICS, lay_out_two_topics
from tests.mkdocs.test_build import build_here

BOTH = "Protecting migratory birds · Noise & light in wetlands"


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide, not built."""
    return lay_out_two_topics(tmp_path_factory.mktemp("topics"))


@pytest.fixture(scope="module")
def site(guide: Path) -> Path:
    """Its site."""
    build_here(guide)
    return guide / "site"


def page(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def pdf_text(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def outline(file: Path) -> list[str]:
    return [str(entry.title) for entry in PdfReader(file).outline if not isinstance(entry, list)]


def part(archive: Path, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as file:
        return file.read(next(path for path in file.namelist() if path.endswith(name))).decode()


def test_a_chapter_says_its_topic_below_its_title_and_in_the_header(site: Path) -> None:
    for topic, folder in zip(("Protecting migratory birds", "Noise &amp; light in wetlands"), FOLDERS, strict=True):
        html = page(site, f"{folder}/introduction")
        assert re.search(rf'</h1>.*?<p class="guide-topic">{topic}</p>\s*<h2 id="what-it-is">', html, re.DOTALL)
        assert f'<span class="md-ellipsis">{topic} · ' in html


def test_what_serves_all_topics_says_none(site: Path) -> None:
    assert "guide-topic" not in page(site, "key-terms")
    assert "· " not in page(site, "key-terms").partition('<span class="md-ellipsis">')[2].partition("</span>")[0]


def test_cover_and_contents_of_the_handout_have_both(site: Path) -> None:
    file = site / "handout.pdf"
    assert all(topic in PdfReader(file).pages[0].extract_text() for topic in TOPICS)
    chapters = outline(file)
    first, second = chapters.index(TOPICS[0], 1), chapters.index(TOPICS[1])
    assert chapters[first : first + 3] == [TOPICS[0], "Introduction", "Solutions"]
    assert chapters[second : second + 3] == [TOPICS[1], "Introduction", "Solutions"]
    said = PdfReader(file).metadata
    assert said
    assert said.title == BOTH


def test_the_quick_reference_has_the_questions_of_each(site: Path) -> None:
    text = pdf_text(site / "quick-reference.pdf").replace("\xad", "")
    head = "Questions a resolution should answer · "
    assert f"{head}{TOPICS[0]} 1. Who pays for birds? 2. Who counts birds?" in text
    assert f"{head}{TOPICS[1]} 1. Who pays for wetlands? 2. Who counts wetlands?" in text


def test_the_e_book_and_the_word_file_name_both(site: Path) -> None:
    book, word = site / "guide.epub", site / "guide.docx"
    escaped = BOTH.replace("&", "&amp;")
    assert f">{escaped}</dc:title>" in part(book, ".opf")
    assert f">{escaped}</dc:title>" in part(word, "docProps/core.xml")
    contents = part(book, "contents.xhtml")
    nested = (
        r'<li><a href="chapters/wetlands_2fintroduction.xhtml">Noise &amp; light in wetlands</a><ol><li><a [^>]*>Intro'
    )
    assert re.search(nested, contents)


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("[Protecting migratory birds, Noise and light in wetlands]", 'No section of nav is called "Noise and light'),
        ("[Protecting migratory birds, Protecting migratory birds]", '"topic" names something twice'),
        ("[{Noise: wetlands}]", 'An item of "topic" must be text'),
    ],
)
def test_a_list_that_is_wrong_is_told_at_its_place(guide: Path, tmp_path: Path, topic: str, told: str) -> None:
    folder = tmp_path / "guide"
    shutil.copytree(guide, folder, ignore=shutil.ignore_patterns("site", ".cache"))
    settings = folder / "mkdocs.yml"
    text = re.sub(r"    topic:\n(?:      - .*\n)+", f"    topic: {topic}\n", settings.read_text(encoding="utf-8"))
    settings.write_text(text, encoding="utf-8")
    line = text[: text.index("    topic: ")].count("\n") + 1
    done = subprocess.run(
        [sys.executable, "-m", "studyguide", "check"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert re.search(rf"^mkdocs\.yml:{line}:\d+: {re.escape(told)}", done.stdout + done.stderr, re.MULTILINE)


def test_the_topic_is_below_the_first_title_or_at_the_top() -> None:
    line = '<p class="guide-topic" data-search-exclude="true">A &lt;b&gt;</p>'
    assert with_topic("<h1>T</h1><h1>U</h1>", "A <b>") == f"<h1>T</h1>{line}<h1>U</h1>"
    assert with_topic("<p>T</p>", "A <b>") == f"{line}<p>T</p>"
