"""The guide as readers get it: it builds, every link leads somewhere, no word is lost, and the PDFs can be read.

`make check` reports what is wrong within a file. The engine's own tests stay with the engine.
"""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

GUIDE = Path(__file__).parents[1]
SETTINGS = yaml_load((GUIDE / "mkdocs.yml").read_text(encoding="utf-8"))
WORDS = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
TEXTS = [GUIDE / "glossary.yaml", GUIDE / "timeline.yaml", *sorted((GUIDE / "docs").rglob("*.md"))]
PDFS = {"handout.pdf", "quick-reference.pdf"}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site strictly, and return its folder."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(  # noqa: S603 (MkDocs, by its own name)
        command, cwd=GUIDE, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"The build stops:\n{done.stdout}{done.stderr}"
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    """Return each page of the site by its URL, such as `background/`."""
    files = sorted(site.rglob("*.html"))
    addresses = [file.relative_to(site).as_posix().removesuffix("index.html") for file in files]
    return {address: LexborHTMLParser(file.read_bytes()) for address, file in zip(addresses, files, strict=True)}


@pytest.fixture(scope="session")
def pdfs(site: Path) -> dict[str, PdfReader]:
    """Return each PDF of the site by its name: both, or none where the settings say `pdf: false`."""
    found = {file.name: PdfReader(file) for file in site.glob("*.pdf") if file.name in PDFS}
    assert set(found) == (set() if SETTINGS["extra"]["guide"].get("pdf") is False else PDFS)
    return found


def letters(text: object) -> str:
    """Return only the letters and digits of a text: PDFs and pages hyphenate and space words differently."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", str(text))).casefold()


def printed(pdf: PdfReader) -> str:
    """Return the letters and digits of a PDF."""
    return letters("".join(page.extract_text() for page in pdf.pages))


def names() -> list[str]:
    """Return the name of each key term and the title of each event."""
    files = {"term": "glossary.yaml", "title": "timeline.yaml"}
    entries = {name: yaml.safe_load((GUIDE / file).read_text(encoding="utf-8")) for name, file in files.items()}
    return [entry[name] for name in files for entry in entries[name] or []]


def chapters(nav: Any) -> Iterator[str]:
    """Yield the chapters' files in the navigation, including those in sections."""
    if isinstance(nav, str):
        yield from [nav] if nav.endswith(".md") else []
    else:
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from chapters(part)


def address_of(chapter: str) -> str:
    """Return the URL of a chapter's page, relative to the site's root."""
    folder, _, name = chapter.removesuffix(".md").rpartition("/")
    return "".join(f"{part}/" for part in (folder, name) if part not in {"", "index", "README"})


def links(page: LexborHTMLParser, address: str) -> Iterator[str]:
    """Yield the local targets of a page's links, pictures, styles and scripts, from the root of the site."""
    for attribute in ("href", "src"):
        for element in page.css(f"[{attribute}]"):
            target = urljoin(f"/{address}", element.attributes[attribute] or "")
            if not urlsplit(target).scheme and not urlsplit(target).netloc:
                yield target


def test_every_link_leads_somewhere(site: Path, pages: dict[str, LexborHTMLParser]) -> None:
    """Each link to a page, a file or a section of the guide finds it."""
    ids = {address: {element.id for element in page.css("[id]")} for address, page in pages.items()}
    lost = []
    for address, page in pages.items():
        for target in links(page, address):
            path, anchor = unquote(urlsplit(target).path).lstrip("/"), unquote(urlsplit(target).fragment)
            is_there = path in pages if not path or path.endswith("/") else (site / path).is_file()
            if not is_there or (anchor and anchor not in ids.get(path, ())):
                lost.append(f"{address or 'the first page'}: {target}")
    assert pages
    assert lost == []


def test_no_chapter_term_or_event_is_lost(pages: dict[str, LexborHTMLParser]) -> None:
    """Each chapter is a page, and each name and each required word stands on one."""
    assert [chapter for chapter in chapters(SETTINGS["nav"]) if address_of(chapter) not in pages] == []
    shown = letters(" ".join(page.body.text() for page in pages.values() if page.body))
    assert [text for text in [*names(), *(WORDS["required"] or [])] if letters(text) not in shown] == []


def test_no_forbidden_word_is_used() -> None:
    """Each forbidden word is reported with its line and its replacement."""
    found = []
    for path in TEXTS:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for word, better in (WORDS["forbidden"] or {}).items():
                if re.search(rf"\b{re.escape(str(word))}\b", line, re.IGNORECASE):
                    found.append(f'{path.relative_to(GUIDE).as_posix()}:{number}: Not "{word}", but {better}.')
    assert found == []


def test_pdfs_are_tagged_and_have_a_title_and_a_language(pdfs: dict[str, PdfReader]) -> None:
    """Screen readers need all three."""
    for pdf in pdfs.values():
        assert pdf.metadata
        assert pdf.metadata.title
        root: Any = pdf.root_object
        assert root["/Lang"]
        assert root["/MarkInfo"]["/Marked"]


def test_each_term_and_event_is_printed(pdfs: dict[str, PdfReader]) -> None:
    """Both PDFs list them all."""
    for pdf in pdfs.values():
        text = printed(pdf)
        assert [name for name in names() if letters(name) not in text] == []


def test_each_chapter_is_printed(pdfs: dict[str, PdfReader], pages: dict[str, LexborHTMLParser]) -> None:
    """The handout has the title of every chapter, except those with `handout: false` in their front matter."""
    text = printed(pdfs["handout.pdf"]) if pdfs else ""
    lost = []
    for chapter in chapters(SETTINGS["nav"]) if pdfs else ():
        (title,) = pages[address_of(chapter)].css("h1")
        source = (GUIDE / "docs" / chapter).read_text(encoding="utf-8")
        is_left_out = re.search(r"^handout: *false", source, re.MULTILINE)
        if not is_left_out and letters(title.text(deep=False)) not in text:
            lost.append(chapter)
    assert lost == []
